// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <sstream>
#include <utility>

#include "gis/callout/callout_engine.h"
#include "gis/callout/callout_report.h"
#include "gis/callout/callout_store.h"
#include "gis/cap/event_types.h"
#include "gis/cap/warning_store.h"
#include "gis/store/guarded.h"
#include "gis/store/moment.h"
#include "gis/store/workspace_present.h"
#include "gis/wall/wall_page.h"

namespace gis {
namespace {

constexpr int kMostRows = 12, kMostPoints = 4000;

WallTone toneOf(const std::string& name) {
  constexpr std::pair<std::string_view, WallTone> kNames[] = {
      {"good", WallTone::kGood}, {"caution", WallTone::kCaution}, {"danger", WallTone::kDanger},
      {"red", WallTone::kRed},   {"orange", WallTone::kOrange},   {"yellow", WallTone::kYellow},
      {"blue", WallTone::kBlue}};
  for (const auto& [known, tone] : kNames)
    if (name == known) return tone;
  return WallTone::kPlain;
}

bool allTablesThere(const Database& db, const std::string& tables) {
  std::istringstream names(tables);
  for (std::string name; names >> name;) {
    SQLite::Statement row(db.sql(),
                          "SELECT (SELECT count(*) FROM main.sqlite_schema WHERE name=?1)+(SELECT count(*) FROM "
                          "temp.sqlite_schema WHERE name=?1)");
    row.bind(1, name);
    if (!row.executeStep() || row.getColumn(0).getInt() == 0) return false;
  }
  return true;
}

// What no query can tell from the tables: which warnings are in force (temp.wall_warning). Drills are among them where
// nothing real is, or in the workspace of a drill.
Result<void> tellWarnings(const Database& db, std::int64_t now_utc_ms, bool in_drill) {
  const auto lines = WarningStore(db).lines(now_utc_ms);
  if (!lines) return std::unexpected(lines.error());
  const auto in_force = [](const WarningLife& life) { return life.state == WarningState::kInForce; };
  const auto real = [](const WarningLife& life) { return life.latest().status == CapStatus::kActual; };
  const bool any_real =
      std::ranges::any_of(lines->lives, [&](const WarningLife& life) { return in_force(life) && real(life); });
  db.sql().exec("CREATE TEMP TABLE wall_warning (headline TEXT, colour TEXT, sent_utc_ms INTEGER, is_drill INTEGER)");
  SQLite::Statement row(db.sql(), "INSERT INTO wall_warning VALUES (?,?,?,?)");
  for (const WarningLife& life : lines->lives) {
    if (!in_force(life) || (!real(life) && any_real && !in_drill)) continue;
    const Warning12379& latest = life.latest();
    row.bind(1, latest.headline);
    row.bind(2, latest.colour ? std::string(colourName(*latest.colour)) : std::string());
    row.bind(3, latest.sent_utc_ms);
    row.bind(4, real(life) ? 0 : 1);
    row.exec();
    row.reset();
  }
  return {};
}

// The call-out that the wall is about: what runs before what is over; of two that run or are over the real one, in the
// workspace of a drill the drill; then the newest. `records`: the newest first, at least one.
const CalloutRecord& shownCallout(const std::vector<CalloutRecord>& records, bool in_drill) {
  return *std::ranges::min_element(
      records, {}, [in_drill](const CalloutRecord& one) { return std::pair(one.is_closed, one.is_drill != in_drill); });
}

// How the call-out stands that the wall is about, by county, and who has not answered (temp.wall_callout, wall_place,
// wall_silent).
Result<void> tellCalls(const Database& db, std::int64_t now_utc_ms, bool in_drill) {
  db.sql().exec(
      "CREATE TEMP TABLE wall_callout (uuid TEXT, title TEXT, is_drill INTEGER);"
      "CREATE TEMP TABLE wall_place (name TEXT, level INTEGER, issued INTEGER, confirmed INTEGER, unconfirmed INTEGER, "
      "silent INTEGER);"
      "CREATE TEMP TABLE wall_silent (name TEXT, post TEXT, place TEXT, reason TEXT)");
  CalloutStore store(db);
  const auto all = store.all();
  if (!all) return std::unexpected(all.error());
  if (all->empty()) return {};
  const CalloutRecord& shown = shownCallout(*all, in_drill);
  SQLite::Statement callout(db.sql(), "INSERT INTO wall_callout VALUES (?,?,?)");
  callout.bind(1, shown.uuid);
  callout.bind(2, shown.title);
  callout.bind(3, shown.is_drill ? 1 : 0);
  callout.exec();
  auto snapshot = store.snapshot(shown.uuid);
  if (!snapshot) return std::unexpected(snapshot.error());
  CalloutLogStore log(db, shown.uuid);
  CalloutEngine engine(std::move(*snapshot), log);
  if (auto loaded = engine.load(); !loaded) return loaded;
  const CalloutReport report = reportOf(engine.state(), now_utc_ms);
  SQLite::Statement place(db.sql(), "INSERT INTO wall_place VALUES (?,?,?,?,?,?)");
  for (const PlaceReport& one : report.places) {
    const int values[] = {one.division.level, one.tally.issued, one.tally.confirmed, one.tally.unconfirmed,
                          one.tally.silent};
    place.bind(1, one.division.name);
    for (int i = 0; i < 5; ++i) place.bind(i + 2, values[i]);
    place.exec();
    place.reset();
  }
  SQLite::Statement person(db.sql(), "INSERT INTO wall_silent VALUES (?,?,?,?)");
  for (const FailedPerson& one : report.failed) {
    if (one.reason == "late") continue;
    person.bind(1, one.name);
    person.bind(2, one.post);
    person.bind(3, one.place);
    person.bind(4, one.reason);
    person.exec();
    person.reset();
  }
  return {};
}

class Asker {
 public:
  Asker(const Database& db, const WallPage& page, std::int64_t now_utc_ms)
      : m_db(db), m_page(page), m_now_utc_ms(now_utc_ms) {}

  // text, value, tone of each row; of figures value and tone.
  Result<std::vector<WallRow>> rows(const WallQuery& query, bool has_text) const {
    std::vector<WallRow> found;
    std::vector<double> values;
    const auto done = each(query, kMostRows, [&](SQLite::Statement& row) {
      const int first = has_text ? 1 : 0;
      WallRow one;
      if (has_text) one.text = withoutPhones(row.getColumn(0).getString());
      one.value = withoutPhones(row.getColumn(first).getString());
      values.push_back(row.getColumn(first).getDouble());
      if (row.getColumnCount() > first + 1) one.tone = toneOf(row.getColumn(first + 1).getString());
      found.push_back(std::move(one));
    });
    if (!done) return std::unexpected(done.error());
    const double most = values.empty() ? 0 : *std::ranges::max_element(values);
    for (std::size_t i = 0; i < found.size(); ++i)
      found[i].share_ratio = most > 0 ? std::max(0.0, values[i]) / most : 0;
    return found;
  }

  // The first query that has rows.
  Result<WallAnswer::Rows> firstWithRows(const std::vector<WallQuery>& queries) const {
    WallAnswer::Rows answer;
    for (const WallQuery& query : queries) {
      auto found = rows(query, true);
      if (!found) return std::unexpected(found.error());
      if (answer.title.zh.empty()) answer.title = query.title, answer.unit = query.unit;
      if (found->empty()) continue;
      return WallAnswer::Rows{query.title, query.unit, std::move(*found)};
    }
    return answer;
  }

  Result<void> tellSubject(WallAnswer& answer) const {
    for (const WallQuery& query : m_page.subjects) {
      bool is_found = false;
      const auto done = each(query, 1, [&](SQLite::Statement& row) {
        is_found = true;
        answer.subject = withoutPhones(row.getColumn(0).getString());
        answer.is_drill = answer.is_drill || row.getColumn(1).getInt() != 0;
      });
      if (!done || is_found) return done;
    }
    return {};
  }

  Result<std::vector<WallPoint>> points() const {
    std::vector<WallPoint> found;
    for (const WallQuery& query : m_page.points) {
      const auto done = each(query, kMostPoints, [&](SQLite::Statement& row) {
        found.push_back({{row.getColumn(0).getDouble(), row.getColumn(1).getDouble()},
                         withoutPhones(row.getColumn(3).getString()),
                         toneOf(row.getColumn(2).getString())});
      });
      if (!done) return std::unexpected(done.error());
    }
    return found;
  }

 private:
  template <class Take>
  Result<void> each(const WallQuery& query, int most, const Take& take) const {
    if (!allTablesThere(m_db, query.tables)) return {};
    try {
      SQLite::Statement rows(m_db.sql(), query.sql);
      if (query.sql.find(":now_utc_ms") != std::string::npos) rows.bind(":now_utc_ms", m_now_utc_ms);
      for (int i = 0; i < most && rows.executeStep(); ++i) take(rows);
      return {};
    } catch (const SQLite::Exception& e) {
      return fail(ErrorCode::kDamagedFile, m_page.id, query.sql + ": " + e.what());
    }
  }

  const Database& m_db;
  const WallPage& m_page;
  std::int64_t m_now_utc_ms;
};

}  // namespace

Result<WallAnswer> answerWallPage(const WallPage& page, const std::filesystem::path& place, const Clock& clock) {
  const auto workspace = Workspace::open(place, OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const Database& db = workspace->db();
  return guarded(db, [&]() -> Result<WallAnswer> {
    WallAnswer answer;
    answer.page_id = page.id;
    answer.question = page.question;
    answer.now_utc_ms = presentUtcMs(db, clock);
    answer.is_frozen = momentOf(place).has_value();
    answer.is_demo = workspace->facts().is_demo;
    SQLite::Statement drill(db.sql(), "SELECT count(*) FROM workspace_setting WHERE key='drill_begun_utc_ms'");
    answer.is_drill = drill.executeStep() && drill.getColumn(0).getInt() > 0;
    if (auto told = tellWarnings(db, answer.now_utc_ms, answer.is_drill); !told) return std::unexpected(told.error());
    if (auto told = tellCalls(db, answer.now_utc_ms, answer.is_drill); !told) return std::unexpected(told.error());
    const Asker asker(db, page, answer.now_utc_ms);
    if (auto told = asker.tellSubject(answer); !told) return std::unexpected(told.error());
    for (const WallQuery& query : page.figures) {
      auto rows = asker.rows(query, false);
      if (!rows) return std::unexpected(rows.error());
      if (!rows->empty()) answer.figures.push_back({query.title, query.unit, std::move(rows->front())});
    }
    auto list = asker.firstWithRows(page.lists), bars = asker.firstWithRows(page.bars);
    if (!list) return std::unexpected(list.error());
    if (!bars) return std::unexpected(bars.error());
    auto points = asker.points();
    if (!points) return std::unexpected(points.error());
    answer.list = std::move(*list), answer.bars = std::move(*bars), answer.points = std::move(*points);
    return answer;
  });
}

}  // namespace gis
