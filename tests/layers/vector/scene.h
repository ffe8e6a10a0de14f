// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <limits>
#include <map>
#include <memory>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "gis/vector/map_columns.h"
#include "gis/vector/ring_orientation.h"
#include "layers/core/frame.h"
#include "layers/vector/vector_layer_state.h"

// A few features typed into a test, in metres about (0, 0), drawn with a style given as JSON text.
namespace scene {

using Ring = std::vector<gis::MapXY>;

class Features {
 public:
  explicit Features(gis::GeometryKind kind) : m_kind(kind) {}
  Features& add(const std::vector<Ring>& parts, const std::map<std::string, std::string>& attributes = {}) {
    gis::BoxF box{inf(), inf(), -inf(), -inf()};
    for (const Ring& part : parts) {
      for (const gis::MapXY p : part) {
        const auto x = static_cast<float>(p.x_m), y = static_cast<float>(p.y_m);
        m_map.xy_m.insert(m_map.xy_m.end(), {x, y});
        box = {std::min(box.min_x_m, x), std::min(box.min_y_m, y), std::max(box.max_x_m, x), std::max(box.max_y_m, y)};
      }
      m_map.part_start.push_back(static_cast<std::uint32_t>(m_map.xy_m.size() / 2));
    }
    if (m_kind == gis::GeometryKind::kPolygon)
      gis::orientRings(m_map.xy_m, std::span(m_map.part_start).subspan(m_map.feature_start.back()));
    m_map.feature_start.push_back(static_cast<std::uint32_t>(m_map.part_start.size() - 1));
    m_boxes.push_back(box);
    m_attributes.push_back(attributes);
    return *this;
  }
  Features& point(double x_m, double y_m, const std::map<std::string, std::string>& attributes = {}) {
    return add({{{x_m, y_m}}}, attributes);
  }

  std::shared_ptr<const gis::MapColumns> columns() const {
    auto map = std::make_shared<gis::MapColumns>(gis::MapColumns::from(m_map));
    map->kind = m_kind;
    map->index = gis::BoxTree(m_boxes);
    auto features = std::make_shared<gis::FeatureColumns>();
    features->kind = m_kind;
    std::map<std::string, gis::AttributeColumn> columns;
    for (const auto& row : m_attributes)
      for (const auto& [name, value] : row) columns[name].name = name;
    for (auto& [name, column] : columns)
      for (const auto& row : m_attributes) {
        const auto found = row.find(name);
        if (found == row.end()) {
          column.codes.push_back(gis::AttributeColumn::kNullCode);
          continue;
        }
        const auto known = std::find(column.dictionary.begin(), column.dictionary.end(), found->second);
        column.codes.push_back(static_cast<std::uint32_t>(known - column.dictionary.begin()));
        if (known == column.dictionary.end()) column.dictionary.push_back(found->second);
      }
    for (auto& [name, column] : columns) features->attributes.push_back(column);
    for (std::size_t i = 0; i < m_attributes.size(); ++i) features->fid.push_back(static_cast<std::int64_t>(i) + 1);
    map->features = features;
    return map;
  }

 private:
  static float inf() { return std::numeric_limits<float>::infinity(); }
  gis::GeometryKind m_kind;
  gis::MapColumns::Arrays m_map;
  std::vector<gis::BoxF> m_boxes;
  std::vector<std::map<std::string, std::string>> m_attributes;
};

inline layers::CatalogueEntry entryWith(const std::string& style_json) {
  layers::CatalogueEntry entry;
  entry.id = "scene";
  entry.title = {QStringLiteral("场景"), QStringLiteral("Scene")};
  auto style = layers::parseStyle(nlohmann::json::parse(style_json), {"scene.json", "/style"});
  EXPECT_TRUE(style.has_value()) << (style ? "" : style.error().detail);
  if (style) entry.style = std::make_shared<const layers::Style>(std::move(*style));
  return entry;
}

inline layers::LayerStatePtr layer(const Features& features, const std::string& style_json,
                                   const gis::CodeLists& codes = {}) {
  auto built = layers::buildVectorLayer(entryWith(style_json), features.columns(), codes);
  EXPECT_TRUE(built.has_value()) << (built ? "" : built.error().detail);
  return built ? *built : nullptr;
}

// A view of side_px x side_px about (0, 0).
inline layers::MapView view(int side_px, double metres_per_px = 1, double device_ratio = 1) {
  return {{0, 0}, metres_per_px, side_px, side_px, device_ratio};
}

inline layers::FrameRequest request(const layers::LayerStatePtr& state, layers::Theme theme = layers::Theme::kDark) {
  layers::FrameRequest frame;
  frame.layers.push_back({state, 1});
  frame.theme = theme;
  return frame;
}

inline QImage draw(const Features& features, const std::string& style_json, int side_px, double metres_per_px = 1) {
  return layers::paintFrame(request(layer(features, style_json)), view(side_px, metres_per_px));
}

inline Ring square(double x_m, double y_m, double half_m) {
  return {{x_m - half_m, y_m - half_m},
          {x_m + half_m, y_m - half_m},
          {x_m + half_m, y_m + half_m},
          {x_m - half_m, y_m + half_m},
          {x_m - half_m, y_m - half_m}};
}

}  // namespace scene
