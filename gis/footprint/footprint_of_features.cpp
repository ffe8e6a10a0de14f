// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/footprint/footprint_of_features.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "gis/geo/projector.h"

namespace gis {
namespace {

struct ClassKey {
  double order;  // ascending: what comes first
  std::string text;
  auto operator<=>(const ClassKey&) const = default;
};

std::optional<ClassKey> keyOf(const AttributeColumn& column, std::uint32_t feature) {
  switch (column.type) {
    case AttributeType::kInteger:
      if (column.integers[feature] == AttributeColumn::kNullInteger) return std::nullopt;
      return ClassKey{-static_cast<double>(column.integers[feature]), std::to_string(column.integers[feature])};
    case AttributeType::kReal:
      if (!std::isfinite(column.reals[feature])) return std::nullopt;
      return ClassKey{-column.reals[feature], fmt::format("{}", column.reals[feature])};
    case AttributeType::kText:
      if (column.codes[feature] == AttributeColumn::kNullCode) return std::nullopt;
      return ClassKey{static_cast<double>(column.codes[feature]), column.dictionary[column.codes[feature]]};
  }
  return std::nullopt;
}

}  // namespace

Result<Footprint> footprintOfFeatures(const MapColumns& columns, const std::string& map_crs, const FeatureSet& features,
                                      double reach_m, const std::string& class_by) {
  if (features.empty()) return fail(ErrorCode::kInvalidArgument, "footprint", "no feature");
  const bool areas = columns.kind == GeometryKind::kPolygon;
  if (!areas && !(reach_m > 0)) return fail(ErrorCode::kInvalidArgument, "footprint", "points and lines need a reach");
  const AttributeColumn* attribute = nullptr;
  if (!class_by.empty()) {
    attribute = columns.features ? columns.features->find(class_by) : nullptr;
    if (attribute == nullptr) return fail(ErrorCode::kInvalidArgument, class_by, "no such attribute");
  }
  const auto to_map = Projector::create("EPSG:4490", map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  std::map<ClassKey, FootprintClass> classes;
  for (const FeatureSet::Run& run : features.runs())
    for (std::uint32_t feature = run.first; feature < run.end; ++feature) {
      const auto key = attribute ? keyOf(*attribute, feature) : ClassKey{0, ""};
      if (!key) continue;
      FootprintClass& part = classes[*key];
      part.key = part.name = key->text;
      FootprintShape shape{areas ? ShapeKind::kArea : ShapeKind::kReach, {}, areas ? 0 : reach_m};
      for (std::uint32_t p = columns.feature_start[feature]; p < columns.feature_start[feature + 1]; ++p) {
        auto& line = shape.lines.emplace_back();
        for (std::uint32_t v = columns.part_start[p]; v < columns.part_start[p + 1]; ++v) {
          const MapXY at = columns.at(v);
          const auto place = to_map->inverse({at.x_m, at.y_m});
          if (!place) return std::unexpected(place.error());
          line.push_back({place->x, place->y});
        }
      }
      // Lines of one class are one reach: their overlaps are looked up once.
      if (!areas && !part.shapes.empty())
        std::ranges::move(shape.lines, std::back_inserter(part.shapes.front().lines));
      else
        part.shapes.push_back(std::move(shape));
    }
  if (classes.empty()) return fail(ErrorCode::kNoData, class_by, "no feature has a class");
  Footprint footprint;
  for (auto& [key, part] : classes) footprint.classes.push_back(std::move(part));
  footprint.origin =
      fmt::format("{} features{}", features.count(), areas ? "" : fmt::format(" and {:.0f} m around", reach_m));
  footprint.asked = {
      {FootprintAsked::Kind::kFeatures, {}, {}, areas ? 0 : reach_m, static_cast<std::int64_t>(features.count()), {}}};
  return footprint;
}

}  // namespace gis
