// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <set>

#include "gis/geo/geodesic.h"
#include "gis/shape/shape_cut.h"
#include "gis/shape/shape_row.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"
#include "gis/vector/overlay.h"

namespace gis {

namespace {

constexpr double kExactReachM = 0.2;
constexpr double kOutsideRatio = 1e-6;  // less is rounding along a common border
constexpr const char* kDistrictColumn = "division_code";

struct GeometryColumn {
  std::string name;
  GeometryType type = GeometryType::kAny;
};

Result<GeometryColumn> geometryColumn(const Database& db, const std::string& table) {
  return guarded(db, [&]() -> Result<GeometryColumn> {
    SQLite::Statement row(db.sql(),
                          "SELECT column_name, geometry_type_name FROM gpkg_geometry_columns WHERE table_name=?");
    row.bind(1, table);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, table, "no geometry");
    return GeometryColumn{row.getColumn(0).getString(),
                          geometryTypeOf(row.getColumn(1).getString()).value_or(GeometryType::kAny)};
  });
}

// Columns that must be unique by themselves, but for keys.
Result<std::set<std::string>> uniqueColumns(const Database& db, const std::string& table) {
  return guarded(db, [&]() -> Result<std::set<std::string>> {
    std::set<std::string> columns;
    SQLite::Statement rows(db.sql(),
                           "SELECT min(i.name) FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i "
                           "WHERE l.\"unique\"=1 GROUP BY l.name HAVING count(*)=1");
    rows.bind(1, table);
    while (rows.executeStep()) columns.insert(rows.getColumn(0).getString());
    columns.erase("uuid");
    return columns;
  });
}

Result<bool> mayBeNull(const Database& db, const std::string& table, const std::string& column) {
  return guarded(db, [&]() -> Result<bool> {
    SQLite::Statement row(db.sql(), "SELECT \"notnull\"=0 FROM pragma_table_info(?) WHERE name=?");
    row.bind(1, table);
    row.bind(2, column);
    return row.executeStep() && row.getColumn(0).getInt() != 0;
  });
}

Result<CellValue> freeValue(const Database& db, CensusRowStore& rows, const std::string& table,
                            const std::string& column, const CellValue& taken) {
  const auto null = mayBeNull(db, table, column);
  if (!null) return std::unexpected(null.error());
  if (*null) return CellValue();
  if (std::holds_alternative<std::int64_t>(taken))
    return guarded(db, [&]() -> Result<CellValue> {
      return CellValue(db.sql().execAndGet("SELECT max(" + sqlName(column) + ")+1 FROM " + sqlName(table)).getInt64());
    });
  const auto* text = std::get_if<std::string>(&taken);
  for (int n = 2; text != nullptr && n < 1000; ++n) {
    CellValue next = *text + "-" + std::to_string(n);
    const auto holder = rows.holderOf(table, column, next);
    if (!holder) return std::unexpected(holder.error());
    if (!*holder) return next;
  }
  return fail(ErrorCode::kInvalidArgument, table + "." + column, "UNIQUE constraint");
}

struct DistrictShape {
  District district;
  std::vector<std::byte> wkb;
};

Result<std::vector<DistrictShape>> districts(const Database& db, const std::string& where, const CellValue& a,
                                             const CellValue& b) {
  auto rows = RawStatement::prepare(db, "SELECT code, name, level, geom FROM division WHERE " + where);
  if (!rows) return std::unexpected(rows.error());
  bindCell(*rows, 1, a);
  if (!std::holds_alternative<std::monostate>(b)) bindCell(*rows, 2, b);
  std::vector<DistrictShape> found;
  while (rows->step()) {
    DistrictShape& one = found.emplace_back();
    one.district = {std::string(rows->text(0)), std::string(rows->text(1)), rows->integer(2)};
    if (rows->isNull(3)) continue;
    if (const auto shape = shapeOf(rows->blob(3)))
      if (auto wkb = wkbOf(*shape)) one.wkb = std::move(*wkb);
  }
  if (auto done = rows->outcome(); !done) return std::unexpected(done.error());
  return found;
}

std::string textOf(const RowCells& cells, const char* column) {
  const auto cell = cells.find(column);
  const auto* text = cell == cells.end() ? nullptr : std::get_if<std::string>(&cell->second);
  return text == nullptr ? std::string() : *text;
}

// Nothing when it can be saved.
Result<void> refuseFaulty(const Shape& shape) {
  if (shape.kind != GeometryKind::kPolygon) return {};
  const auto wkb = wkbOf(shape);
  if (!wkb) return std::unexpected(wkb.error());
  const auto fault = faultOf(*wkb);
  if (!fault) return std::unexpected(fault.error());
  if (!*fault) return {};
  const auto& where = (*fault)->where;
  return fail(ErrorCode::kInvalidArgument, (*fault)->reason,
              where ? fmt::format("{:.8f} {:.8f}", where->lon_deg, where->lat_deg) : std::string());
}

// The nearest place on an edge, as near as a plane about it tells.
LonLat onEdge(LonLat a, LonLat b, LonLat p) {
  const double narrow = std::cos(p.lat_deg * 3.14159265358979323846 / 180);
  const double ex = (b.lon_deg - a.lon_deg) * narrow, ey = b.lat_deg - a.lat_deg;
  const double px = (p.lon_deg - a.lon_deg) * narrow, py = p.lat_deg - a.lat_deg;
  const double length2 = ex * ex + ey * ey;
  const double t = length2 > 0 ? std::clamp((px * ex + py * ey) / length2, 0.0, 1.0) : 0.0;
  return {a.lon_deg + t * (b.lon_deg - a.lon_deg), a.lat_deg + t * (b.lat_deg - a.lat_deg)};
}

Result<CellValue> blobFor(const Database& db, const std::string& table, const Shape& shape) {
  const auto column = geometryColumn(db, table);
  if (!column) return std::unexpected(column.error());
  if (!fitsType(shape, column->type))
    return fail(ErrorCode::kInvalidArgument, "not one piece", "the table takes one piece a row");
  auto blob = blobOf(shape, column->type);
  if (!blob) return std::unexpected(blob.error());
  return CellValue(std::move(*blob));
}

}  // namespace

Result<ShapeRow> readShapeRow(const Database& db, const std::string& table, std::int64_t fid) {
  const auto column = geometryColumn(db, table);
  if (!column) return std::unexpected(column.error());
  auto rows = CensusRowStore::open(db);
  if (!rows) return std::unexpected(rows.error());
  const auto uuids = rows->uuidsOf(table, fid, fid);
  if (!uuids) return std::unexpected(uuids.error());
  if (uuids->empty()) return fail(ErrorCode::kNoData, table, "fid " + std::to_string(fid));
  auto cells = rows->read(table, uuids->front());
  if (!cells) return std::unexpected(cells.error());
  if (!*cells) return fail(ErrorCode::kNoData, table, "fid " + std::to_string(fid));
  ShapeRow row{table, uuids->front(), fid, column->name, column->type, std::move(**cells), {}};
  const auto* blob = std::get_if<std::vector<std::byte>>(&row.cells[column->name]);
  if (blob == nullptr) return fail(ErrorCode::kNoData, table, "a row without a shape");
  auto shape = shapeOf(*blob);
  if (!shape) return std::unexpected(shape.error());
  row.shape = std::move(*shape);
  return row;
}

LonLat exactPlace(const Database& db, const SnappedTo& to, LonLat at) {
  const auto row = readShapeRow(db, to.table, to.fid);
  if (!row) return at;
  LonLat best = at;
  double best_m = kExactReachM;
  const auto consider = [&](LonLat place) {
    const double dist_m = geodesicBetween(at, place).dist_m;
    if (dist_m <= best_m) best = place, best_m = dist_m;
  };
  for (const auto& part : row->shape.parts)
    for (const LonLat& vertex : part) consider(vertex);
  if (best_m < kExactReachM) return best;
  for (const auto& part : row->shape.parts) {
    const std::size_t edges = row->shape.kind == GeometryKind::kPolygon ? part.size() : part.size() - 1;
    for (std::size_t i = 0; row->shape.kind != GeometryKind::kPoint && i < edges; ++i)
      consider(onEdge(part[i], part[(i + 1) % part.size()], at));
  }
  return best;
}

Result<std::optional<District>> districtAt(const Database& db, LonLat where) {
  const auto around =
      districts(db,
                "fid IN (SELECT id FROM rtree_division_geom WHERE minx<=?1 AND maxx>=?1 AND miny<=?2 AND maxy>=?2)"
                " ORDER BY level DESC",
                where.lon_deg, where.lat_deg);
  if (!around) return std::unexpected(around.error());
  const auto point = wkbOf({GeometryKind::kPoint, {{where}}});
  if (!point) return std::unexpected(point.error());
  for (const DistrictShape& one : *around) {
    if (one.wkb.empty()) continue;
    const auto outside = shareOutside(*point, one.wkb);
    if (outside && *outside == 0) return one.district;
  }
  return std::nullopt;
}

Result<std::vector<ShapeQuestion>> questionsAbout(const Database& db, const std::string& table, const RowCells& cells,
                                                  const Shape& shape) {
  if (auto fine = refuseFaulty(shape); !fine) return std::unexpected(fine.error());
  std::vector<ShapeQuestion> questions;
  const std::string code = textOf(cells, kDistrictColumn);
  if (table == "division" || code.empty()) return questions;
  const auto named = districts(db, "code=?1", code, {});
  if (!named) return std::unexpected(named.error());
  if (named->empty() || named->front().wkb.empty()) return questions;
  const auto wkb = wkbOf(shape);
  if (!wkb) return std::unexpected(wkb.error());
  const auto outside = shareOutside(*wkb, named->front().wkb);
  if (!outside) return std::unexpected(outside.error());
  if (*outside <= kOutsideRatio) return questions;
  ShapeQuestion question;
  question.outside_ratio = *outside;
  question.district_code = code;
  question.district_name = named->front().district.name;
  const auto better =
      districtAt(db, shape.kind == GeometryKind::kPoint ? shape.parts.front().front() : shape.box().centre());
  if (!better) return std::unexpected(better.error());
  if (*better && (*better)->code != code) {
    question.better_code = (*better)->code;
    question.better_name = (*better)->name;
  }
  if (!*better) question.kind = ShapeQuestion::Kind::kOutsideCity;
  questions.push_back(std::move(question));
  return questions;
}

Result<void> setShape(RowEditor& editor, const ShapeRow& row, const Shape& shape,
                      const std::optional<std::string>& division_code) {
  if (auto fine = refuseFaulty(shape); !fine) return fine;
  if (!fitsType(shape, row.type))
    return fail(ErrorCode::kInvalidArgument, "not one piece", "the table takes one piece a row");
  auto blob = blobOf(shape, row.type);
  if (!blob) return std::unexpected(blob.error());
  RowCells cells = measuredAnew(row.cells, row.shape, shape);
  cells[row.geometry_column] = std::move(*blob);
  if (division_code) cells[kDistrictColumn] = *division_code;
  return editor.set(row.table, row.uuid, cells, &row.cells);
}

Result<std::string> addShape(RowEditor& editor, const std::string& table, RowCells cells, const Shape& shape) {
  if (auto fine = refuseFaulty(shape); !fine) return std::unexpected(fine.error());
  const auto columns = editor.rows().columns(table);
  if (!columns) return std::unexpected(columns.error());
  const auto column = geometryColumn(editor.rows().database(), table);
  if (!column) return std::unexpected(column.error());
  auto blob = blobFor(editor.rows().database(), table, shape);
  if (!blob) return std::unexpected(blob.error());
  cells[column->name] = std::move(*blob);
  for (const ShareRules::Measured& rule : shareRules().measured)
    if (rule.of == shape.kind && std::ranges::count(**columns, rule.column) != 0 && !cells.contains(rule.column))
      cells[rule.column] = (rule.of == GeometryKind::kPolygon ? areaM2(shape) : lengthM(shape)) / rule.unit_m;
  return editor.insert(table, std::move(cells));
}

Result<std::vector<std::string>> splitRow(RowEditor& editor, const ShapeRow& row, const std::vector<Shape>& pieces,
                                          CountsGo how) {
  const Database& db = editor.rows().database();
  if (pieces.size() < 2) return fail(ErrorCode::kNoData, "line", "does not cut the shape through");
  const auto unique = uniqueColumns(db, row.table);
  if (!unique) return std::unexpected(unique.error());
  std::vector<RowCells> changes = sharedOut(row.cells, row.shape, pieces, how);
  std::vector<std::string> uuids{row.uuid};
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (auto fine = refuseFaulty(pieces[i]); !fine) return std::unexpected(fine.error());
    auto blob = blobFor(db, row.table, pieces[i]);
    if (!blob) return std::unexpected(blob.error());
    changes[i][row.geometry_column] = std::move(*blob);
    if (i == 0) {
      if (auto done = editor.set(row.table, row.uuid, changes[i], &row.cells); !done)
        return std::unexpected(done.error());
      continue;
    }
    RowCells cells = row.cells;
    for (const char* own : {"uuid", "created_utc", "changed_utc"}) cells.erase(own);
    for (auto& [column, value] : changes[i]) cells[column] = std::move(value);
    for (const std::string& column : *unique) {
      auto free = freeValue(db, editor.rows(), row.table, column, cells[column]);
      if (!free) return std::unexpected(free.error());
      cells[column] = std::move(*free);
    }
    auto made = editor.insert(row.table, std::move(cells));
    if (!made) return std::unexpected(made.error());
    uuids.push_back(std::move(*made));
  }
  return uuids;
}

Result<void> mergeRows(RowEditor& editor, const std::vector<ShapeRow>& rows, const Shape& merged) {
  if (rows.size() < 2) return fail(ErrorCode::kNoData, "rows", "two at least");
  if (auto fine = refuseFaulty(merged); !fine) return fine;
  if (!fitsType(merged, rows.front().type))
    return fail(ErrorCode::kInvalidArgument, "not one piece", "the table takes one piece a row");
  std::vector<RowCells> cells;
  std::vector<Shape> shapes;
  for (const ShapeRow& row : rows) {
    if (row.table != rows.front().table) return fail(ErrorCode::kInvalidArgument, row.table, "rows of several tables");
    // What the person saw must be what is merged.
    const auto now = editor.rows().read(row.table, row.uuid);
    if (!now) return std::unexpected(now.error());
    if (!*now || **now != row.cells) return fail(ErrorCode::kChangedElsewhere, row.table, row.uuid);
    cells.push_back(row.cells);
    shapes.push_back(row.shape);
  }
  auto blob = blobOf(merged, rows.front().type);
  if (!blob) return std::unexpected(blob.error());
  RowCells sums = addedUp(cells, shapes, merged);
  sums[rows.front().geometry_column] = std::move(*blob);
  // The others first: what must be unique is free then.
  for (std::size_t i = 1; i < rows.size(); ++i)
    if (auto done = editor.remove(rows[i].table, rows[i].uuid); !done) return done;
  return editor.set(rows.front().table, rows.front().uuid, sums);
}

}  // namespace gis
