// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/row_maker.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "gis/geo/coordinate_text.h"
#include "gis/geo/gcj02.h"
#include "gis/geo/geodesic.h"
#include "gis/store/ring_nesting.h"

namespace gis {

namespace {

constexpr std::size_t kBlockRows = 4096;
constexpr std::size_t kBlockVertices = 1'000'000;
constexpr double kReachDeg = 1;  // about 100 km around the city
constexpr double kMetresPerDegree = 111'195;
constexpr const char* kStoredCrs = "EPSG:4490";

double coordinate(const SourceCell& cell) {
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return static_cast<double>(*integer);
  const std::string text = trimmedText(cellText(cell));
  char* end = nullptr;
  const double value = std::strtod(text.c_str(), &end);
  return end != text.c_str() && *end == 0 ? value : std::numeric_limits<double>::quiet_NaN();
}

std::vector<LonLat> lineOf(std::span<const double> xy) {
  std::vector<LonLat> line;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) line.push_back({xy[i], xy[i + 1]});
  return line;
}

double areaM2(const GeometryView& polygon) {
  double area_m2 = 0;
  for (const auto& rings : nestRings(polygon))
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const double ring_m2 = std::abs(geodesicArea(lineOf(polygon.part(rings[i]))).area_m2);
      area_m2 += i == 0 ? ring_m2 : -ring_m2;
    }
  return area_m2;
}

CellValue measured(const std::string& column, const GeometryView& geometry) {
  if (column == "length_m" && geometry.kind == GeometryKind::kLine) {
    double length_m = 0;
    for (std::size_t i = 0; i < geometry.partCount(); ++i) length_m += geodesicLengthM(lineOf(geometry.part(i)));
    return length_m;
  }
  if (geometry.kind != GeometryKind::kPolygon) return {};
  return areaM2(geometry) / (column.ends_with("_km2") ? 1e6 : 1);
}

// A division's code with the digits of its level alone gets its zeros (GB/T 2260, GB/T 10114): 140403 is 140403000000.
void completeCode(CellValue& value) {
  auto* code = std::get_if<std::string>(&value);
  if (code == nullptr || (code->size() != 2 && code->size() != 4 && code->size() != 6 && code->size() != 9)) return;
  if (std::ranges::all_of(*code, [](char c) { return c >= '0' && c <= '9'; })) code->resize(12, '0');
}

LonLat placeOf(const MadeRow& row) {
  return row.kind == GeometryKind::kPoint ? LonLat{row.xy[0], row.xy[1]} : row.marks.box.centre();
}

std::string textOf(const CellValue& value) {
  const auto* text = std::get_if<std::string>(&value);
  if (text != nullptr) return *text;
  const auto* integer = std::get_if<std::int64_t>(&value);
  return integer != nullptr ? std::to_string(*integer) : std::string();
}

}  // namespace

Result<Placement> Placement::create(const std::string& crs, const Mapping& mapping) {
  Placement placement;
  placement.m_swap = mapping.swap_axes;
  placement.m_east_m = mapping.shift_east_m;
  placement.m_north_m = mapping.shift_north_m;
  if (crs == "gcj02") placement.m_shifted = ShiftedMap::kGcj02;
  if (crs == "bd09") placement.m_shifted = ShiftedMap::kBd09;
  if (placement.m_shifted != ShiftedMap::kNone || crs.empty() || crs == kStoredCrs) return placement;
  auto projector = Projector::create(crs, kStoredCrs);
  if (!projector) return std::unexpected(projector.error());
  placement.m_projector = std::make_shared<const Projector>(std::move(*projector));
  return placement;
}

void Placement::place(std::span<double> xy) const {
  if (m_swap)
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) std::swap(xy[i], xy[i + 1]);
  if (m_projector) m_projector->forwardAll(xy);
  if (m_shifted != ShiftedMap::kNone)
    for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
      const LonLat shifted{xy[i], xy[i + 1]};
      const LonLat p = gcj02ToWgs84(m_shifted == ShiftedMap::kBd09 ? bd09ToGcj02(shifted) : shifted);
      xy[i] = p.lon_deg, xy[i + 1] = p.lat_deg;
    }
  if (m_east_m == 0 && m_north_m == 0) return;
  for (std::size_t i = 0; i + 1 < xy.size(); i += 2) {
    xy[i] += m_east_m / (kMetresPerDegree * std::cos(xy[i + 1] * std::numbers::pi / 180));
    xy[i + 1] += m_north_m / kMetresPerDegree;
  }
}

Result<RowMaker> RowMaker::create(RowReader& reader, const Context& context) {
  RowMaker maker(reader, context);
  if (auto prepared = maker.prepare(); !prepared) return std::unexpected(prepared.error());
  return maker;
}

std::optional<std::size_t> RowMaker::fieldNamed(const std::string& name) const {
  const auto& fields = m_reader->source().layer.fields;
  const auto found = std::ranges::find(fields, name, &SourceField::name);
  if (found == fields.end()) return std::nullopt;
  return static_cast<std::size_t>(found - fields.begin());
}

Result<void> RowMaker::prepare() {
  const Mapping& mapping = m_context.mapping;
  if (auto checked = checkMapping(mapping, m_context.table, m_reader->source().layer.fields); !checked) return checked;
  if (!mapping.x_field.empty()) m_x = fieldNamed(mapping.x_field), m_y = fieldNamed(mapping.y_field);
  if (m_context.table.has_geometry) {
    const std::string& crs = mapping.crs.empty() ? m_reader->source().layer.crs : mapping.crs;
    if (crs.empty() && m_reader->source().has_geometry) return fail(ErrorCode::kMissingCrs, m_context.source_name);
    auto placement = Placement::create(crs, mapping);
    if (!placement) return std::unexpected(placement.error());
    m_placement = std::move(*placement);
  }
  m_reach = m_context.vocabulary.divisions->extent();
  if (!m_reach.empty())
    m_reach = {m_reach.west_deg - kReachDeg, m_reach.south_deg - kReachDeg, m_reach.east_deg + kReachDeg,
               m_reach.north_deg + kReachDeg};
  for (const TargetColumn& column : m_context.table.columns)
    if (auto prepared = prepareColumn(column); !prepared) return prepared;
  return {};
}

Result<void> RowMaker::prepareColumn(const TargetColumn& column) {
  Source source;
  source.fixed = column.default_value;
  const auto rule = m_context.mapping.columns.find(column.name);
  const bool ruled = rule != m_context.mapping.columns.end();
  std::unordered_set<std::string> referenced;
  if (ruled && !column.reference_table.empty() && column.reference_table != "division") {
    auto texts = columnTexts(m_context.db, column.reference_table, column.reference_column);
    if (!texts) return std::unexpected(texts.error());
    referenced.insert(texts->begin(), texts->end());
  }
  m_rules.push_back(std::make_unique<ColumnRule>(ruled ? rule->second : ColumnRule{}));
  if (ruled) {
    source.from_place = rule->second.from == ColumnRule::From::kPlace;
    source.from_geometry = rule->second.from == ColumnRule::From::kGeometry;
    const bool value = rule->second.from == ColumnRule::From::kValue;
    source.from_file = rule->second.from == ColumnRule::From::kField;
    if (source.from_file) source.field = fieldNamed(rule->second.field);
    if (source.from_file || value)
      source.reader.emplace(column, *m_rules.back(), m_context.vocabulary, std::move(referenced));
    if (value) {
      auto fixed = source.reader->read(rule->second.value);
      if (!fixed)
        return fail(ErrorCode::kInvalidArgument, column.name, rejectName(fixed.error()) + ": " + rule->second.value);
      source.fixed = std::move(*fixed);
    }
  } else if (column.name == "source") {
    source.fixed = m_context.source_name;
  } else if (column.name == "created_utc" || column.name == "changed_utc") {
    source.fixed = m_context.now_utc;
  }
  const std::size_t at = m_columns.size();
  if (column.name == "uuid") m_uuid = at;
  if (column.name == m_context.table.key_column) m_code = at;
  if (column.name == "name") m_name = at;
  if (column.name == "division_code") m_division = at;
  m_columns.push_back(column.name);
  m_sources.push_back(std::move(source));
  return {};
}

std::vector<MadeRow> RowMaker::next(std::vector<RejectedRow>& rejected) {
  std::vector<MadeRow> rows;
  std::size_t vertices = 0;
  while (rows.size() < kBlockRows && vertices < kBlockVertices && m_reader->next()) {
    if (m_reader->blank()) continue;
    ++m_rows_read;
    MadeRow row;
    row.number = m_reader->number();
    if (m_context.table.has_geometry && !takeGeometry(row, rejected)) continue;
    if (!takeCells(row, rejected)) continue;
    vertices += row.xy.size() / 2;
    rows.push_back(std::move(row));
  }
  if (!m_placement || rows.empty()) {
    for (MadeRow& row : rows) mark(row);
    return rows;
  }
  // All at once: a polynomial that is fitted to many points costs a hundredth of asking PROJ for each.
  std::vector<double> xy;
  xy.reserve(2 * vertices);
  for (const MadeRow& row : rows) xy.insert(xy.end(), row.xy.begin(), row.xy.end());
  m_placement->place(xy);
  auto from = xy.begin();
  for (MadeRow& row : rows) {
    const auto to = from + static_cast<std::ptrdiff_t>(row.xy.size());
    std::copy(from, to, row.xy.begin());
    from = to;
  }
  std::vector<MadeRow> placed;
  placed.reserve(rows.size());
  for (MadeRow& row : rows) {
    if (!checkPlace(row, rejected)) continue;
    mark(row);
    fillFromPlace(row);
    placed.push_back(std::move(row));
  }
  // An empty block means the end of the file: go on when all of this one was rejected.
  if (placed.empty()) return next(rejected);
  return placed;
}

bool RowMaker::takeGeometry(MadeRow& row, std::vector<RejectedRow>& rejected) const {
  const auto refuse = [&](RejectReason reason, std::string value) {
    if (reason == RejectReason::kNoGeometry && !m_context.table.geometry_required) return true;
    rejected.push_back({row.number, reason, {}, std::move(value)});
    return false;
  };
  if (m_x && m_y) {
    const auto& cells = m_reader->cells();
    double x = coordinate(cells[*m_x]), y = coordinate(cells[*m_y]);
    if (std::isnan(x) || std::isnan(y)) {
      const std::string east = trimmedText(cellText(cells[*m_x])), north = trimmedText(cellText(cells[*m_y]));
      if (east.empty() || north.empty()) return refuse(RejectReason::kNoGeometry, east + " " + north);
      const auto typed = parseCoordinate(east + " " + north);
      if (!typed) return refuse(RejectReason::kBrokenGeometry, east + " " + north);
      x = typed->typed.lon_deg, y = typed->typed.lat_deg;
      if (m_context.mapping.swap_axes) std::swap(x, y);
    }
    row.kind = GeometryKind::kPoint;
    row.xy = {x, y};
    row.part_start = {0, 1};
    return true;
  }
  if (!m_reader->source().has_geometry) return refuse(RejectReason::kNoGeometry, {});
  const GeometryParts& geometry = m_reader->geometry();
  if (geometry.empty())
    return refuse(geometry.problem() == "no geometry" ? RejectReason::kNoGeometry : RejectReason::kBrokenGeometry,
                  geometry.problem());
  row.kind = kindOf(m_context.table.geometry);
  const GeometryParts::Kind& parts = geometry.of(row.kind);
  if (parts.part_sizes.empty()) return refuse(RejectReason::kWrongGeometry, {});
  row.xy = parts.xy;
  row.part_start.push_back(0);
  for (const std::uint32_t size : parts.part_sizes) row.part_start.push_back(row.part_start.back() + size);
  return true;
}

bool RowMaker::takeCells(MadeRow& row, std::vector<RejectedRow>& rejected) const {
  row.values.resize(m_columns.size());
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    const Source& source = m_sources[i];
    if (!source.field) continue;
    const SourceCell& cell = m_reader->cells()[*source.field];
    auto value = source.reader->read(cell);
    if (!value) {
      rejected.push_back({row.number, value.error(), m_columns[i], cellText(cell)});
      return false;
    }
    row.values[i] = std::move(*value);
  }
  if (m_code && m_context.table.name == "division") completeCode(row.values[*m_code]);
  return true;
}

bool RowMaker::checkPlace(MadeRow& row, std::vector<RejectedRow>& rejected) const {
  LonLatBox box;
  for (std::size_t i = 0; i + 1 < row.xy.size(); i += 2) {
    if (!std::isfinite(row.xy[i]) || !std::isfinite(row.xy[i + 1])) {
      rejected.push_back({row.number, RejectReason::kBrokenGeometry, {}, "outside the area of its reference system"});
      return false;
    }
    box.add({row.xy[i], row.xy[i + 1]});
  }
  row.marks.box = box;
  if (row.xy.empty() || m_reach.empty()) return true;
  if (box.west_deg >= m_reach.west_deg && box.east_deg <= m_reach.east_deg && box.south_deg >= m_reach.south_deg &&
      box.north_deg <= m_reach.north_deg)
    return true;
  rejected.push_back({row.number, RejectReason::kFarAway, {}, formatDecimal(box.centre())});
  return false;
}

void RowMaker::mark(MadeRow& row) const {
  if (m_uuid) row.marks.uuid = textOf(row.values[*m_uuid]);
  if (m_code) row.marks.code = textOf(row.values[*m_code]);
  if (m_name) row.marks.name = textOf(row.values[*m_name]);
  if (m_division) row.marks.division_code = textOf(row.values[*m_division]);
}

// What follows from the shape costs the most of a row: it is found while others are written. Known rows do not take it
// over (fromFile says no).
void RowMaker::fillFromPlace(MadeRow& row) const {
  if (row.xy.empty()) return;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    const Source& source = m_sources[i];
    if (!std::holds_alternative<std::monostate>(row.values[i])) continue;
    if (source.from_geometry) row.values[i] = measured(m_columns[i], row.view());
    if (!source.from_place) continue;
    auto code = m_context.vocabulary.divisions->codeAt(placeOf(row));
    if (!code) code = m_context.vocabulary.divisions->codeAt({row.xy[0], row.xy[1]});
    if (code) row.values[i] = std::move(*code);
  }
}

bool RowMaker::complete(MadeRow& row, std::vector<RejectedRow>& rejected) const {
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    const Source& source = m_sources[i];
    CellValue& value = row.values[i];
    if (!std::holds_alternative<std::monostate>(value)) continue;
    if (source.from_place && !row.xy.empty()) {
      rejected.push_back({row.number, RejectReason::kUnknownDivision, m_columns[i], formatDecimal(placeOf(row))});
      return false;
    }
    if (m_columns[i] == "uuid" && m_context.uuids != nullptr)
      value = m_context.uuids->next();
    else if (!source.from_geometry)
      value = source.fixed;
    if (std::holds_alternative<std::monostate>(value) && m_context.table.columns[i].required) {
      rejected.push_back({row.number, RejectReason::kMissingValue, m_columns[i], {}});
      return false;
    }
  }
  return true;
}

}  // namespace gis
