// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>

#include <memory>
#include <optional>

#include "gis/journal/collector.h"
#include "gis/store/workspace.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::journal {

// A clock that tests set; it never runs by itself.
class HandClock final : public gis::Clock {
 public:
  explicit HandClock(std::int64_t now_utc_ms) : now(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return now; }
  std::int64_t now;
};

inline constexpr std::int64_t kNoon_utc_ms = 1777608000000;  // 2026-05-01 12:00 in Beijing
inline constexpr std::int64_t kMinute_ms = 60'000;

// A workspace with a journal in which nothing stands yet, and one program that writes it.
struct JournalWorld {
  TemporaryFolder folder;
  std::optional<Workspace> workspace;
  std::shared_ptr<HandClock> clock = std::make_shared<HandClock>(kNoon_utc_ms);
  UuidSource uuids{clock, 7};
  std::optional<JournalStore> journal;

  JournalWorld() {
    auto made = Workspace::create(folder / "w", kMayDay);
    EXPECT_TRUE(made.has_value()) << say(made);
    workspace.emplace(std::move(*made));
    // The tests ask what is in the journal, not what survives a power cut.
    workspace->db().sql().exec("PRAGMA synchronous=OFF");
    auto opened = JournalStore::open(workspace->db(), *clock, uuids);
    EXPECT_TRUE(opened.has_value()) << say(opened);
    journal.emplace(std::move(*opened));
  }
  const Database& db() const { return workspace->db(); }
  void sql(const std::string& text) { db().sql().exec(text); }
  void pass(int minutes) { clock->now += minutes * kMinute_ms; }

  Entry wrote(EntryDraft draft) {
    auto entry = journal->append(draft);
    EXPECT_TRUE(entry.has_value()) << say(entry);
    return entry ? *entry : Entry();
  }
  static EntryDraft call(const char* text) {
    EntryDraft draft;
    draft.kind = "phone_in", draft.text.zh = text, draft.author = "王岚";
    return draft;
  }
  Entry warning(const char* level, const char* id) {
    EntryDraft draft;
    draft.kind = "warning_in", draft.level = level, draft.text = {"暴雨预警", "Rainstorm"}, draft.author = "烽燧";
    draft.thing_kind = "warning", draft.thing_id = id;
    return wrote(draft);
  }
  JournalState state(std::optional<std::int64_t> as_of_utc_ms = {}) {
    auto state = journal->state(as_of_utc_ms);
    EXPECT_TRUE(state.has_value()) << say(state);
    return state ? *state : JournalState();
  }
  std::vector<Entry> entries(const JournalQuery& query = {}) {
    auto found = journal->entries(query);
    EXPECT_TRUE(found.has_value()) << say(found);
    return found ? *found : std::vector<Entry>();
  }
  // A warning as the observatory's message is kept.
  void keepWarning(const std::string& id, const std::string& colour, std::int64_t received_utc_ms,
                   const std::string& type = "Alert", const std::string& status = "Actual") {
    sql("INSERT INTO warning_message (identifier, sender, sent_utc_ms, received_utc_ms, msg_type, status, life_line, "
        "colour, headline, source, content) VALUES ('" +
        id + "','obs',1," + std::to_string(received_utc_ms) + ",'" + type + "','" + status + "','" + id + "','" +
        colour + "','暴雨 " + id + "','file','<alert/>')");
  }
};

}  // namespace gis::journal
