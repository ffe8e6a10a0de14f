// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/field_area_store.h"

#include <algorithm>

#include "gis/core/division_code.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"

namespace gis {

namespace {

constexpr const char* kPhoto = "photo";

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("''") : std::string(1, c);
  return out + "'";
}

std::string touches(const LonLatBox& box) {
  return fmt::format("(minx<={} AND maxx>={} AND miny<={} AND maxy>={})", box.east_deg, box.west_deg, box.north_deg,
                     box.south_deg);
}

}  // namespace

Result<FieldAreaStore> FieldAreaStore::open(const Database& db, const std::string& schema, const FieldPlan& plan) {
  FieldAreaStore area;
  area.m_schema = schema;
  area.m_whole = plan.division_codes.empty() && !plan.box;
  auto columns = tableColumns(db);
  if (!columns) return std::unexpected(columns.error());
  area.m_columns = std::move(*columns);
  auto features = FeatureStore(db).tables();
  if (!features) return std::unexpected(features.error());
  area.m_features = std::move(*features);
  for (const std::string& name : plan.tables)
    if (const auto found = area.m_columns.find(name); found == area.m_columns.end() || !has(found->second, "uuid"))
      return fail(ErrorCode::kUnknownName, name, "no census table");
  for (const auto& [table, of_table] : area.m_columns)
    if (has(of_table, "uuid") && has(of_table, "fid") &&
        (plan.tables.empty() || has(plan.tables, table) || table == "division"))
      area.m_tables.push_back(table);
  const auto found = guarded(db, [&]() -> Result<void> {
    if (auto divisions = area.findDivisions(db, plan); !divisions) return divisions;
    if (auto references = area.findReferences(db); !references) return references;
    if (has(area.m_tables, kPhoto)) {
      SQLite::Statement shown(db.sql(), "SELECT DISTINCT row_table FROM " + schema + "." + kPhoto);
      while (shown.executeStep())
        if (const std::string table = shown.getColumn(0).getString(); has(area.m_tables, table) && table != kPhoto)
          area.m_photographed.push_back(table);
    }
    return plan.box ? area.findBox(db, *plan.box) : Result<void>();
  });
  if (!found) return std::unexpected(found.error());
  return area;
}

Result<void> FieldAreaStore::findReferences(const Database& db) {
  SQLite::Statement list(db.sql(),
                         "SELECT \"from\", \"table\", ifnull(\"to\",'fid') FROM pragma_foreign_key_list(?,?)");
  for (const std::string& table : m_tables) {
    list.bind(1, table);
    list.bind(2, m_schema);
    while (list.executeStep())
      m_references[table].push_back(
          {list.getColumn(0).getString(), list.getColumn(1).getString(), list.getColumn(2).getString()});
    list.reset();
  }
  return {};
}

Result<void> FieldAreaStore::findDivisions(const Database& db, const FieldPlan& plan) {
  for (const std::string& code : plan.division_codes) {
    SQLite::Statement row(db.sql(), fmt::format("SELECT r.minx, r.miny, r.maxx, r.maxy FROM {0}.division d LEFT JOIN"
                                                " {0}.rtree_division_geom r ON r.id=d.fid WHERE d.code=?",
                                                m_schema));
    row.bind(1, code);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, code, "no such division");
    m_by_code += fmt::format("{}division_code GLOB {}", m_by_code.empty() ? "" : " OR ",
                             quoted(std::string(divisionPrefix(code)) + "*"));
    if (row.getColumn(0).isNull()) continue;
    const LonLatBox box{row.getColumn(0).getDouble(), row.getColumn(1).getDouble(), row.getColumn(2).getDouble(),
                        row.getColumn(3).getDouble()};
    m_by_box += (m_by_box.empty() ? "" : " OR ") + touches(box);
  }
  return {};
}

Result<void> FieldAreaStore::findBox(const Database& db, const LonLatBox& box) {
  m_by_drawn_box = touches(box);
  auto& sql = db.sql();
  sql.exec("CREATE TEMP TABLE IF NOT EXISTS field_area_code (code TEXT PRIMARY KEY)");
  sql.exec("DELETE FROM temp.field_area_code");
  // The smallest divisions that touch the box; those without a border by their seat, else by what they belong to.
  sql.exec(fmt::format(
      "INSERT OR IGNORE INTO temp.field_area_code"
      " SELECT d.code FROM {0}.division d LEFT JOIN {0}.rtree_division_geom r ON r.id=d.fid"
      " LEFT JOIN {0}.division p ON p.code=d.parent_code LEFT JOIN {0}.rtree_division_geom q ON q.id=p.fid"
      " WHERE NOT EXISTS (SELECT 1 FROM {0}.division c WHERE c.parent_code=d.code) AND CASE"
      "  WHEN r.id IS NOT NULL THEN r.minx<={3} AND r.maxx>={1} AND r.miny<={4} AND r.maxy>={2}"
      "  WHEN d.seat_lon_deg IS NOT NULL THEN d.seat_lon_deg BETWEEN {1} AND {3} AND d.seat_lat_deg BETWEEN {2} AND {4}"
      "  ELSE q.minx<={3} AND q.maxx>={1} AND q.miny<={4} AND q.maxy>={2} END",
      m_schema, box.west_deg, box.south_deg, box.east_deg, box.north_deg));
  return {};
}

std::string FieldAreaStore::where(const std::string& table) const { return where(table, 0); }

std::string FieldAreaStore::where(const std::string& table, int depth) const {
  constexpr int kDeepest = 4;  // tables that refer to each other in a ring
  const auto columns = m_columns.find(table);
  if (table == kPhoto) {
    std::string any = "0";
    for (const std::string& of : m_photographed)
      any += fmt::format(" OR (row_table={} AND row_uuid IN (SELECT uuid FROM {}.{}{}))", quoted(of), m_schema,
                         sqlName(of), where(of));
    return " WHERE " + any;
  }
  if (m_whole || table == "division" || columns == m_columns.end()) return {};
  const auto feature = std::ranges::find(m_features, table, &FeatureTable::table);
  const bool coded = has(columns->second, "division_code"), placed = feature != m_features.end();
  const auto inBoxes = [&](const std::string& boxes) {
    return fmt::format("fid IN (SELECT id FROM {}.{} WHERE {})", m_schema,
                       sqlName("rtree_" + table + "_" + (placed ? feature->geometry_column : "")), boxes);
  };
  // A row without a division of its own belongs to the places that it refers to, and where it lies if to none.
  std::string referring, referring_to_none;
  const auto references = m_references.find(table);
  if (!coded && depth < kDeepest && references != m_references.end())
    for (const Reference& one : references->second) {
      const std::string chosen = one.table == table || one.table == "division" ? "" : where(one.table, depth + 1);
      if (chosen.empty()) continue;
      referring += fmt::format("{}{} IN (SELECT {} FROM {}.{}{})", referring.empty() ? "" : " OR ", sqlName(one.column),
                               sqlName(one.key), m_schema, sqlName(one.table), chosen);
      referring_to_none += fmt::format("{} IS NULL AND ", sqlName(one.column));
    }
  std::vector<std::string> any;
  if (coded && !m_by_code.empty()) any.push_back("(" + m_by_code + ")");
  if (placed && !coded && !m_by_box.empty()) any.push_back(inBoxes(m_by_box));
  if (!m_by_drawn_box.empty() && placed) any.push_back(inBoxes(m_by_drawn_box));
  if (!m_by_drawn_box.empty() && !placed && coded)
    any.push_back("division_code IN (SELECT code FROM temp.field_area_code)");
  const std::string lying = fmt::format("({})", fmt::join(any, " OR "));
  if (!referring.empty())
    return fmt::format(" WHERE {} OR ({}{})", referring, referring_to_none, any.empty() ? "1" : lying);
  // Divisions without a border: nobody can say which places lie in them.
  return any.empty() ? std::string() : " WHERE " + lying;
}

}  // namespace gis
