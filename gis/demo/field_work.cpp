// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/field_work.h"

#include <memory>
#include <set>

#include "gis/core/uuid.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/edit_log_store.h"
#include "gis/field/conflict_store.h"
#include "gis/field/field_store.h"
#include "gis/field/row_merge.h"

namespace gis::demo {

namespace {

constexpr std::uint64_t kStream = 31;  // of random numbers, the field work's own
constexpr std::int64_t kHourMs = 3'600'000, kWorkDayMs = 24 * kHourMs;
constexpr std::int64_t kRowsAside = 5;  // how far apart the edited rows lie in their tables

// One cell that somebody set: the row is the n-th of those looked at.
struct CellEdit {
  const char* table;
  int row;
  const char* column;
  CellValue value;
};
using Edits = std::vector<CellEdit>;

class Log {
 public:
  static Result<Log> open(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
    auto rows = CensusRowStore::open(db);
    if (!rows) return std::unexpected(rows.error());
    return Log(db, std::move(*rows), seed, now_utc_ms);
  }
  // A step that knows of nothing that others did meanwhile.
  Result<void> step(const EditAuthor& author, std::int64_t at_utc_ms, const std::string& title, const Edits& edits) {
    EditStep step;
    step.uuid = m_uuids.next();
    step.at_utc_ms = at_utc_ms;
    step.author = author;
    step.title = title;
    if (auto done = m_log.addStep(step); !done) return done;
    std::int64_t number = 0;
    for (const CellEdit& edit : edits) {
      const auto uuid = rowOf(edit.table, edit.row);
      if (!uuid) return std::unexpected(uuid.error());
      if (uuid->empty()) continue;
      const auto cells = m_rows.read(edit.table, *uuid);
      if (!cells) return std::unexpected(cells.error());
      EditChange change{{step.uuid, ++number}, edit.table, *uuid, edit.column, {}, edit.value, {}};
      if (change.column == kRowWent)
        change.old_value = packRow(**cells);
      else
        change.old_value = (*cells)->at(edit.column);
      if (auto done = m_log.addChange(change); !done) return done;
      m_touched.emplace(edit.table, *uuid);
    }
    return {};
  }
  // What all of it comes to.
  Result<MergeCounts> settle() {
    auto merge = RowMerge::open(*m_db, m_now_utc_ms);
    if (!merge) return std::unexpected(merge.error());
    if (auto settled = merge->settle(m_touched); !settled) return std::unexpected(settled.error());
    if (auto finished = merge->finish(); !finished) return std::unexpected(finished.error());
    return merge->counts();
  }
  std::string nextUuid() { return m_uuids.next(); }

 private:
  Log(const Database& db, CensusRowStore rows, std::uint64_t seed, std::int64_t now_utc_ms)
      : m_db(&db),
        m_rows(std::move(rows)),
        m_log(db),
        m_uuids(std::make_shared<FixedClock>(now_utc_ms), seed + kStream),
        m_now_utc_ms(now_utc_ms) {}
  // Empty where the table is too short.
  Result<std::string> rowOf(const std::string& table, int row) {
    const auto found = m_rows.uuidsOf(table, 1 + row * kRowsAside, 1 + row * kRowsAside);
    if (!found) return std::unexpected(found.error());
    return found->empty() ? std::string() : found->front();
  }
  const Database* m_db;
  CensusRowStore m_rows;
  EditLogStore m_log;
  UuidSource m_uuids;
  std::int64_t m_now_utc_ms;
  std::set<std::pair<std::string, std::string>> m_touched;
};

std::string text(const char* words) { return words; }

}  // namespace

Result<void> writeFieldWork(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  auto log = Log::open(db, seed, now_utc_ms);
  if (!log) return std::unexpected(log.error());
  const EditAuthor office{"李静", "demo-office"}, keeper{"王磊", "demo-office"}, field{"赵强", "demo-field-01"};
  const std::int64_t day = now_utc_ms - 7 * kWorkDayMs;
  const FieldStore store(db);
  const FieldSeat seats[] = {
      {"外业-01 沁源组", "140431000000", day, keeper.name, 0, now_utc_ms - 20 * kHourMs},
      {"外业-02 平顺组", "140425000000", day + 3 * kWorkDayMs, keeper.name, 0, std::nullopt},
      {"外业-03 浊漳河巡查", "140423000000 140428000000", day + 5 * kWorkDayMs, office.name, 0, std::nullopt}};
  for (const FieldSeat& seat : seats)
    if (auto added = store.addSeat(seat); !added) return added;
  // In the office, while the laptop was out.
  const Edits at_home = {{"depot", 0, "keeper", text("张建军")},
                         {"depot", 1, "phone", text("10023550101")},
                         {"shelter", 1, "capacity", std::int64_t{420}},
                         {"geohazard_point", 2, "evacuation_place", text("村小学操场")},
                         {"geohazard_point", 5, "threatened_people", std::int64_t{61}}};
  if (auto done = log->step(office, day + 2 * kWorkDayMs, "电话核对", at_home); !done) return done;
  // On the laptop; half of it meets the office's edits in the same cells.
  const Edits found = {{"depot", 0, "keeper", text("郭小平")},
                       {"depot", 1, "keeper", text("任志强")},
                       {"shelter", 1, "capacity", std::int64_t{360}},
                       {"geohazard_point", 2, "evacuation_place", text("村委会大院")},
                       {"geohazard_point", 7, "threatened_people", std::int64_t{18}},
                       {"geohazard_point", 8, "evacuation_place", text("镇中学")}};
  if (auto done = log->step(field, day + 4 * kWorkDayMs, "现场核查", found); !done) return done;
  const Edits gone = {{"geohazard_point", 5, "-", {}}};
  if (auto done = log->step(field, day + 5 * kWorkDayMs, "隐患点已核销", gone); !done) return done;
  const auto counts = log->settle();
  if (!counts) return std::unexpected(counts.error());
  PackageManifest package{log->nextUuid(),
                          seats[0].seat,
                          "140400",
                          0,
                          now_utc_ms - 21 * kHourMs,
                          day + 4 * kWorkDayMs,
                          day + 5 * kWorkDayMs,
                          2,
                          static_cast<int>(found.size() + gone.size())};
  if (auto added = store.addPackage(package, now_utc_ms - 20 * kHourMs, 2, counts->new_conflicts); !added) return added;
  ConflictStore conflicts(db);
  const auto open = conflicts.all(true);
  if (!open) return std::unexpected(open.error());
  if (!open->empty()) return conflicts.setOwner(open->front(), keeper.name);
  return {};
}

}  // namespace gis::demo
