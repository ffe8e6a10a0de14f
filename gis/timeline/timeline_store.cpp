// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/timeline/timeline_store.h"

#include <algorithm>
#include <functional>
#include <sstream>
#include <tuple>

#include "gis/store/guarded.h"
#include "timelineFiles.h"

namespace gis {
namespace {

constexpr std::string_view kEntries = "-- entries ", kSpans = "-- spans ";

bool allThere(const Database& db, const std::string& tables) {
  std::istringstream names(tables);
  for (std::string name; names >> name;) {
    SQLite::Statement row(db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name=?");
    row.bind(1, name);
    if (!row.executeStep() || row.getColumn(0).getInt() == 0) return false;
  }
  return true;
}

// Runs the queries of one sort: a line "-- entries TABLE TABLE", then the query until the next line "-- ".
Result<void> eachRow(const Database& db, std::string_view sort, const std::function<void(SQLite::Statement&)>& bind,
                     const std::function<void(SQLite::Statement&)>& take) {
  for (const EmbeddedFile& file : timelineFiles()) {
    const std::string_view text = file.text();
    for (std::size_t at = text.find(sort); at != std::string_view::npos; at = text.find(sort, at + 1)) {
      const std::size_t line_end = text.find('\n', at);
      const std::string tables(text.substr(at + sort.size(), line_end - at - sort.size()));
      if (!allThere(db, tables)) continue;
      const std::size_t next = text.find("\n-- ", line_end);
      const std::string sql(text.substr(line_end, next == std::string_view::npos ? next : next - line_end));
      try {
        SQLite::Statement rows(db.sql(), sql);
        bind(rows);
        while (rows.executeStep()) take(rows);
      } catch (const SQLite::Exception& e) {
        return fail(ErrorCode::kDamagedFile, std::string(file.name), tables + ": " + e.what());
      }
    }
  }
  return {};
}

}  // namespace

Result<std::vector<TimelineEntry>> TimelineStore::entries(std::int64_t from_utc_ms, std::int64_t to_utc_ms) const {
  return guarded(*m_db, [&]() -> Result<std::vector<TimelineEntry>> {
    std::vector<TimelineEntry> found;
    const auto done = eachRow(
        *m_db, kEntries,
        [&](SQLite::Statement& rows) {
          rows.bind(":from_utc_ms", from_utc_ms);
          rows.bind(":to_utc_ms", to_utc_ms);
        },
        [&](SQLite::Statement& rows) {
          const auto text = [&](int i) { return rows.getColumn(i).getString(); };
          found.push_back({rows.getColumn(0).getInt64(), text(1), text(2), text(3), text(4),
                           rows.getColumn(5).getInt64(), rows.getColumn(6).getInt() != 0,
                           rows.getColumn(7).getInt() != 0});
        });
    if (!done) return std::unexpected(done.error());
    std::ranges::stable_sort(found, {},
                             [](const TimelineEntry& e) { return std::tie(e.at_utc_ms, e.kind, e.subject); });
    return found;
  });
}

Result<std::vector<EventSpan>> TimelineStore::spans() const {
  return guarded(*m_db, [&]() -> Result<std::vector<EventSpan>> {
    std::vector<EventSpan> found;
    const auto done = eachRow(
        *m_db, kSpans, [](SQLite::Statement&) {},
        [&](SQLite::Statement& rows) {
          found.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(), rows.getColumn(2).getInt64(),
                           rows.getColumn(3).getInt64(), rows.getColumn(4).getInt() != 0});
        });
    if (!done) return std::unexpected(done.error());
    std::ranges::stable_sort(found, std::greater(), &EventSpan::from_utc_ms);
    return found;
  });
}

}  // namespace gis
