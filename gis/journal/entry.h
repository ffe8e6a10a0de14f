// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::journal {

// A text of the domain in both languages.
struct TwoTexts {
  std::string zh, en;
  friend bool operator==(const TwoTexts&, const TwoTexts&) = default;
};

// A deadline (时限) that an entry started; frozen when the entry was written, so that a later change of the rules does
// not change the past. Its name in the whole journal is "<seq of the entry>/<id>".
struct Clock {
  std::string id;               // "leader", "answer"
  TwoTexts what, who, source;   // what is to be done, by whom, by which rule
  std::int64_t due_utc_ms = 0;  // 0: open without a time
  std::string done_by_kind;     // the next entry of this kind about the same thing does it; empty: a person says so
  friend bool operator==(const Clock&, const Clock&) = default;
};

// A file that belongs to an entry, stored by its content.
struct Attachment {
  std::string sha256, kind, name;  // kind: the file's ending; name: as it was called
  std::int64_t bytes = 0;
  friend bool operator==(const Attachment&, const Attachment&) = default;
};

// Who is on duty (值班): the leader (带班领导) and the officers (值班员).
struct Watch {
  std::string leader;
  std::vector<std::string> officers;
  friend bool operator==(const Watch&, const Watch&) = default;
};

// What went over at a hand-over (交接班): who signed by typing the name, what was open.
struct HandOver {
  std::string gives, takes;  // the names as they were typed by each side
  std::string remarks;
  std::vector<std::int64_t> open;   // entries with open items
  std::vector<std::string> clocks;  // names of running clocks
  friend bool operator==(const HandOver&, const HandOver&) = default;
};

// What somebody asks to be written down. The rest is added by the journal.
struct EntryDraft {
  std::string kind;            // a code of code_journal_kind
  std::int64_t at_utc_ms = 0;  // when it happened; 0: now
  std::string level;           // of a warning red..blue; of an incident 1 (gravest) to 4
  bool is_drill = false;
  TwoTexts text;  // typed ones stand in `zh` alone
  std::string author;
  std::string people, place;
  std::optional<LonLat> where;
  std::string thing_kind, thing_id;
  std::string about_id;                          // the warning that a call-out answers; does clocks of entries about it
  std::string source, source_key;                // of the collector, or of a room that must not write the same twice
  std::optional<std::int64_t> answer_by_utc_ms;  // starts the clock "answer"; 0: open without a time
  std::vector<Attachment> attachments;
};

// One line of the journal as it is kept. Never changed, never removed.
struct Entry {
  std::int64_t seq = 0;  // from 1, without gaps
  std::string uuid;
  std::int64_t at_utc_ms = 0, recorded_utc_ms = 0;
  std::string kind, level;
  bool is_drill = false;
  TwoTexts text;
  std::string author, people, place;
  std::optional<LonLat> where;
  std::string thing_kind, thing_id;
  std::optional<std::int64_t> corrects_seq;
  std::string source, source_key;
  std::string content = "{}";  // JSON of the members below
  std::string hash;

  // Read out of `content`.
  std::vector<Clock> clocks;
  std::vector<Attachment> attachments;
  std::optional<Watch> watch;  // of shift_start and hand_over: who is on duty after it
  std::optional<HandOver> hand_over;
  std::vector<std::string> done;  // names of the clocks that this entry met
  std::string about_id;
  bool withdraws = false;  // a correction that says: this did not happen

  bool typed() const { return source.empty() && text.en.empty(); }
};

// Kinds that a person writes, in the order of the form.
inline constexpr std::array<std::string_view, 6> kTypedKinds = {"phone_in", "phone_out", "instruction",
                                                                "report",   "visit",     "other"};
bool isTypedKind(std::string_view kind);

std::string clockName(std::int64_t seq, std::string_view clock_id);

// `content` of the members above, and back. Fails with kDamagedFile.
std::string writeContent(const Entry& entry);
Result<void> readContent(Entry& entry);

// BLAKE2b-256 in hex over the hash before and every field of the entry behind its length.
std::string entryHash(std::string_view hash_before, const Entry& entry);
// The first entry whose number or hash does not follow from those before; nothing when the chain is whole. `before`:
// the hash of the entry in front of the first (empty at the beginning).
std::optional<std::int64_t> firstBrokenEntry(std::span<const Entry> entries, std::string before = {},
                                             std::int64_t seq_before = 0);

}  // namespace gis::journal
