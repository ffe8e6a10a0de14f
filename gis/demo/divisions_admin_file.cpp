// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/divisions_admin_file.h"

#include <algorithm>
#include <cmath>

#include "gis/geo/projector.h"
#include "gis/vector/gdal_reader.h"

namespace gis::demo {
namespace {

// Which county a feature is, 0 = none: any attribute that equals its name or starts with its six digits.
std::uint32_t countyOf(const FeatureColumns& columns, std::size_t feature, const Facts& facts) {
  for (const AttributeColumn& column : columns.attributes) {
    std::string text;
    if (column.type == AttributeType::kInteger && column.integers[feature] != AttributeColumn::kNullInteger)
      text = std::to_string(column.integers[feature]);
    if (column.type == AttributeType::kReal && !std::isnan(column.reals[feature]))
      text = std::to_string(std::llround(column.reals[feature]));
    if (column.type == AttributeType::kText && column.codes[feature] != AttributeColumn::kNullCode)
      text = column.dictionary[column.codes[feature]];
    if (text.empty()) continue;
    for (std::uint32_t c = 0; c < facts.counties.size(); ++c) {
      const CountyFact& county = facts.counties[c];
      const bool code = text == county.code || text == county.code.substr(0, 6) || text == county.code.substr(0, 9);
      if (code || text == county.name) return c + 1;
    }
  }
  return 0;
}

// Paints the cells whose middles lie inside the feature (even-odd), row by row.
void paint(const FeatureColumns& columns, std::size_t feature, std::uint32_t value, const Plan& plan,
           std::vector<std::uint32_t>& label) {
  std::vector<std::vector<double>> crossings(static_cast<std::size_t>(plan.size.rows));
  for (std::uint32_t part = columns.feature_start[feature]; part < columns.feature_start[feature + 1]; ++part)
    for (std::uint32_t v = columns.part_start[part]; v + 1 < columns.part_start[part + 1]; ++v) {
      double ax = (columns.xy[2 * v] - plan.top_left.x_m) / plan.cell_m - 0.5;
      double ay = (plan.top_left.y_m - columns.xy[2 * v + 1]) / plan.cell_m - 0.5;
      double bx = (columns.xy[2 * v + 2] - plan.top_left.x_m) / plan.cell_m - 0.5;
      double by = (plan.top_left.y_m - columns.xy[2 * v + 3]) / plan.cell_m - 0.5;
      if (!std::isfinite(ax + ay + bx + by)) continue;
      if (ay > by) std::swap(ax, bx), std::swap(ay, by);
      const int first = std::max(0, static_cast<int>(std::ceil(ay)));
      for (int row = first; row < by && row < plan.size.rows; ++row)
        crossings[static_cast<std::size_t>(row)].push_back(ax + (row - ay) / (by - ay) * (bx - ax));
    }
  for (int row = 0; row < plan.size.rows; ++row) {
    std::vector<double>& x = crossings[static_cast<std::size_t>(row)];
    std::sort(x.begin(), x.end());
    for (std::size_t i = 0; i + 1 < x.size(); i += 2)
      for (int column = std::max(0, static_cast<int>(std::ceil(x[i]))); column < x[i + 1]; ++column)
        if (column < plan.size.columns) label[plan.size.at(column, row)] = value;
  }
}

// Keeps the part of each county that is connected by cell sides and holds its seat (or is largest): growth of towns
// needs one piece. Other pieces become outside.
void keepMainPieces(const Plan& plan, std::size_t counties, std::vector<std::uint32_t>& label) {
  std::vector<std::uint32_t> piece(label.size(), 0);
  std::vector<std::size_t> piece_cells = {0};
  std::vector<std::uint32_t> best(counties + 1, 0);
  std::vector<std::size_t> queue;
  for (std::size_t start = 0; start < label.size(); ++start) {
    if (label[start] == 0 || piece[start] != 0) continue;
    const auto id = static_cast<std::uint32_t>(piece_cells.size());
    queue.assign(1, start);
    piece[start] = id;
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (std::size_t d = 1; d <= 7; d += 2) {
        const int column = plan.size.columnOf(queue[i]) + terrain::kD8Column[d];
        const int row = plan.size.rowOf(queue[i]) + terrain::kD8Row[d];
        if (!plan.size.contains(column, row)) continue;
        const std::size_t n = plan.size.at(column, row);
        if (label[n] != label[start] || piece[n] != 0) continue;
        piece[n] = id;
        queue.push_back(n);
      }
    piece_cells.push_back(queue.size());
    std::uint32_t& largest = best[label[start]];
    if (largest == 0 || queue.size() > piece_cells[largest]) largest = id;
  }
  for (std::size_t cell = 0; cell < label.size(); ++cell)
    if (label[cell] != 0 && piece[cell] != best[label[cell]]) label[cell] = 0;
}

}  // namespace

Result<std::vector<std::uint32_t>> countyLabelsFromFile(const std::filesystem::path& file, const Facts& facts,
                                                        const Plan& plan) {
  auto loaded = readVectorLayer(file);
  if (!loaded) return std::unexpected(std::move(loaded.error()).via("county polygons"));
  std::vector<std::uint32_t> label(plan.size.count(), 0);
  std::vector<char> seen(facts.counties.size() + 1, 0);
  for (FeatureColumns& columns : loaded->value) {
    if (columns.kind != GeometryKind::kPolygon) continue;
    auto projector = Projector::create(columns.crs, "EPSG:4547");
    if (!projector) return std::unexpected(std::move(projector.error()).via("county polygons"));
    projector->forwardAll(columns.xy);
    for (std::size_t feature = 0; feature < columns.featureCount(); ++feature) {
      const std::uint32_t county = countyOf(columns, feature, facts);
      if (county == 0) continue;
      seen[county] = 1;
      paint(columns, feature, county, plan, label);
    }
  }
  for (std::size_t c = 0; c < facts.counties.size(); ++c)
    if (!seen[c + 1]) return fail(ErrorCode::kDamagedFile, facts.counties[c].name, "no polygon of this county");
  keepMainPieces(plan, facts.counties.size(), label);
  for (std::size_t c = 0; c < facts.counties.size(); ++c)
    if (std::count(label.begin(), label.end(), static_cast<std::uint32_t>(c + 1)) < 400)
      return fail(ErrorCode::kDamagedFile, facts.counties[c].name, "polygon too small or outside the area");
  return label;
}

}  // namespace gis::demo
