// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/quality_store.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>

#include "gis/quality/quality_functions_store.h"
#include "gis/quality/ring_check.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis {
namespace {

constexpr int kStepsBetweenLooks = 20000;  // of SQLite's machine: about a millisecond
constexpr std::size_t kCountyDigits = 6;
constexpr int kCountyLevel = 3;

int lookAtToken(void* token) { return static_cast<const CancelToken*>(token)->cancelled() ? 1 : 0; }

// A number of a rule's value without the noise of its last digits.
std::string valueText(const SQLite::Column& column) {
  if (!column.isFloat()) return column.isNull() ? std::string() : column.getString();
  return fmt::format("{:.6g}", column.getDouble());
}

// All that the SQL names is known: readQualityRules has looked.
void bindParameters(SQLite::Statement& query, const QualityRule& rule, const std::string& now_utc) {
  const auto wanted = [&](const std::string& name) { return rule.sql.find(':' + name) != std::string::npos; };
  for (const auto& [name, value] : rule.parameters)
    if (wanted(name)) query.bind(':' + name, value);
  if (wanted("now_utc")) query.bind(":now_utc", now_utc);
  if (wanted("today")) query.bind(":today", now_utc.substr(0, 10));
}

}  // namespace

std::string ruleSql(const QualityRule& rule, const std::string& table) {
  constexpr std::string_view kHole = "{table}";
  std::string sql = rule.sql;
  for (std::size_t at = sql.find(kHole); at != std::string::npos; at = sql.find(kHole, at + table.size()))
    sql.replace(at, kHole.size(), table);
  return sql;
}

QualityStore::QualityStore(QualityStore&& other) noexcept
    : m_db(other.m_db),
      m_now_utc(std::move(other.m_now_utc)),
      m_columns(std::move(other.m_columns)),
      m_geometry_columns(std::move(other.m_geometry_columns)),
      m_county_names(std::move(other.m_county_names)),
      m_table_titles(std::move(other.m_table_titles)),
      m_counties(std::move(other.m_counties)),
      m_rows(std::move(other.m_rows)),
      m_watched(std::exchange(other.m_watched, false)) {}

QualityStore::~QualityStore() {
  if (!m_watched) return;
  sqlite3* raw = m_db->sql().getHandle();
  sqlite3_progress_handler(raw, 0, nullptr, nullptr);
  sqlite3_exec(raw, "PRAGMA query_only=OFF", nullptr, nullptr, nullptr);
}

Result<QualityStore> QualityStore::open(const Database& db, const Clock& clock, const CancelToken& cancel) {
  if (auto added = addQualityFunctions(db); !added) return std::unexpected(added.error());
  QualityStore store(db, formatUtc(clock.nowUtcMs()));
  auto columns = tableColumns(db);
  if (!columns) return std::unexpected(columns.error());
  store.m_columns = std::move(*columns);
  const auto read = guarded(db, [&]() -> Result<void> {
    SQLite::Statement rows(db.sql(), "SELECT table_name, column_name FROM gpkg_geometry_columns");
    while (rows.executeStep()) store.m_geometry_columns[rows.getColumn(0).getString()] = rows.getColumn(1).getString();
    SQLite::Statement titles(db.sql(), "SELECT table_name, identifier, description FROM gpkg_contents");
    while (titles.executeStep())
      store.m_table_titles[titles.getColumn(0).getString()] = {titles.getColumn(1).getString(),
                                                               titles.getColumn(2).getString()};
    db.sql().exec("PRAGMA query_only=ON");  // whatever a rule says, it changes nothing
    return store.readCounties();
  });
  if (!read) return std::unexpected(read.error());
  // SQLite's interface takes what it hands back untouched as a pointer to changeable things.
  sqlite3_progress_handler(db.sql().getHandle(), kStepsBetweenLooks, lookAtToken,
                           const_cast<CancelToken*>(&cancel));  // NOLINT(cppcoreguidelines-pro-type-const-cast)
  store.m_watched = true;
  return store;
}

Result<void> QualityStore::readCounties() {
  SQLite::Statement rows(m_db->sql(), "SELECT code, name, geom FROM division WHERE level=? ORDER BY code");
  rows.bind(1, kCountyLevel);
  while (rows.executeStep()) {
    County county{rows.getColumn(0).getString(), {}, {}};
    m_county_names[county.code] = rows.getColumn(1).getString();
    const auto* bytes = static_cast<const std::byte*>(rows.getColumn(2).getBlob());
    const std::span blob(bytes, static_cast<std::size_t>(rows.getColumn(2).getBytes()));
    county.area.kind = GeometryKind::kPolygon;
    const auto box = geometryBounds(blob);
    if (!box || !decodeGeometry(blob, county.area)) continue;
    county.box = *box;
    m_counties.push_back(std::move(county));
  }
  return {};
}

std::string QualityStore::countyOf(const Finding& finding) const {
  if (finding.division_code.size() >= kCountyDigits) {
    std::string code = finding.division_code.substr(0, kCountyDigits) + "000000";
    return m_county_names.contains(code) ? code : std::string();
  }
  if (!finding.where) return {};
  const LonLat p = *finding.where;
  for (const County& county : m_counties) {
    if (p.lon_deg < county.box.west_deg || p.lon_deg > county.box.east_deg) continue;
    if (p.lat_deg < county.box.south_deg || p.lat_deg > county.box.north_deg) continue;
    if (metresOutside(p, county.area) == 0) return county.code;
  }
  return {};
}

// uuid, name, division, west, south, east, north of a row, whatever columns its table has.
Result<RawStatement*> QualityStore::rowStatement(const std::string& table) {
  if (const auto known = m_rows.find(table); known != m_rows.end()) return &known->second;
  const auto columns = m_columns.find(table);
  if (columns == m_columns.end()) return fail(ErrorCode::kSqlFailed, table, "no such table");
  const auto column = [&](std::initializer_list<const char*> names) -> std::string {
    for (const char* name : names)
      if (std::ranges::count(columns->second, name) != 0) return "t." + sqlName(name);
    return "''";
  };
  const auto geometry = m_geometry_columns.find(table);
  const std::string division = table == "division" ? "t.code" : column({"division_code"});
  const std::string g = geometry == m_geometry_columns.end() ? "NULL" : "t." + sqlName(geometry->second);
  const std::string sql = fmt::format(
      "SELECT {0}, {1}, {2}, coalesce(ST_MinX({3}), d.seat_lon_deg), coalesce(ST_MinY({3}), d.seat_lat_deg),"
      " coalesce(ST_MaxX({3}), d.seat_lon_deg), coalesce(ST_MaxY({3}), d.seat_lat_deg)"
      " FROM {4} t LEFT JOIN division d ON d.code={2} WHERE t.fid=?",
      column({"uuid"}), column({"name", "parcel_no", "hazard_code"}), division, g, sqlName(table));
  auto statement = RawStatement::prepare(*m_db, sql);
  if (!statement) return std::unexpected(statement.error());
  return &m_rows.emplace(table, std::move(*statement)).first->second;
}

Result<Finding> QualityStore::describe(const std::string& table, std::int64_t fid) {
  auto row = rowStatement(table);
  if (!row) return std::unexpected(row.error());
  RawStatement& statement = **row;
  statement.reset();
  statement.bind(1, fid);
  Finding finding{table, fid, {}, {}, {}, {}, {}, {}};
  if (statement.step()) {
    finding.uuid = statement.text(0);
    finding.name = statement.text(1);
    finding.division_code = statement.text(2);
    if (!statement.isNull(3))
      finding.where = LonLat{(statement.real(3) + statement.real(5)) / 2, (statement.real(4) + statement.real(6)) / 2};
  }
  if (auto done = statement.outcome(); !done) return std::unexpected(done.error());
  return finding;
}

Result<void> QualityStore::askTable(const QualityRule& rule, const std::string& table, const std::string& county_code,
                                    std::size_t most_findings, RuleResult& result) {
  SQLite::Statement query(m_db->sql(), ruleSql(rule, table));
  bindParameters(query, rule, m_now_utc);
  const bool has_value = query.getColumnCount() > 1;
  while (query.executeStep()) {
    auto finding = describe(table, query.getColumn(0).getInt64());
    if (!finding) return std::unexpected(finding.error());
    finding->county_code = countyOf(*finding);
    const std::string& county = finding->county_code;
    if (!county_code.empty() && county != county_code) continue;
    ++result.count;
    ++result.by_county[county];
    if (result.findings.size() >= most_findings) continue;
    if (has_value) finding->value = valueText(query.getColumn(1));
    result.findings.push_back(std::move(*finding));
  }
  return {};
}

Result<void> QualityStore::ask(const QualityRule& rule, const std::string& county_code, std::size_t most_findings,
                               RuleResult& result) {
  return guarded(*m_db, [&]() -> Result<void> {
    for (const std::string& table : rule.tables)
      if (auto asked = askTable(rule, table, county_code, most_findings, result); !asked) return asked;
    return {};
  });
}

}  // namespace gis
