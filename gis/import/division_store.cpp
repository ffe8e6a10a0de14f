// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/division_store.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "gis/store/feature_store.h"
#include "gis/store/guarded.h"

namespace gis {

namespace {

// Even-odd over all rings of a feature.
bool inside(const FeatureColumns& areas, std::size_t feature, LonLat p) {
  bool in = false;
  for (std::uint32_t part = areas.feature_start[feature]; part < areas.feature_start[feature + 1]; ++part)
    for (std::uint32_t v = areas.part_start[part]; v + 1 < areas.part_start[part + 1]; ++v) {
      const double ax = areas.xy[2 * v], ay = areas.xy[2 * v + 1], bx = areas.xy[2 * v + 2], by = areas.xy[2 * v + 3];
      if ((ay > p.lat_deg) != (by > p.lat_deg) && p.lon_deg < (bx - ax) * (p.lat_deg - ay) / (by - ay) + ax) in = !in;
    }
  return in;
}

LonLatBox boxOf(const FeatureColumns& areas, std::size_t feature) {
  LonLatBox box;
  for (std::uint32_t v = areas.part_start[areas.feature_start[feature]];
       v < areas.part_start[areas.feature_start[feature + 1]]; ++v)
    box.add({areas.xy[2 * v], areas.xy[2 * v + 1]});
  return box;
}

// In degrees, rounded outwards: good to a metre, and the polygon decides.
BoxF narrow(const LonLatBox& box) {
  constexpr float kInf = std::numeric_limits<float>::infinity();
  return {
      std::nextafter(static_cast<float>(box.west_deg), -kInf), std::nextafter(static_cast<float>(box.south_deg), -kInf),
      std::nextafter(static_cast<float>(box.east_deg), kInf), std::nextafter(static_cast<float>(box.north_deg), kInf)};
}

}  // namespace

Result<DivisionStore> DivisionStore::load(const Database& db) {
  DivisionStore store;
  const auto named = guarded(db, [&]() -> Result<void> {
    SQLite::Statement rows(db.sql(), "SELECT code, name, ifnull(parent_code,''), level FROM division");
    while (rows.executeStep()) {
      const std::string code = rows.getColumn(0).getString();
      const Division division{rows.getColumn(1).getString(), rows.getColumn(2).getString(), rows.getColumn(3).getInt()};
      store.m_by_name.emplace(division.name, code);
      store.m_divisions.emplace(code, division);
    }
    return {};
  });
  if (!named) return std::unexpected(named.error());
  auto areas = FeatureStore(db).read("division", {"code", "level"});
  if (!areas) {
    if (areas.error().code == ErrorCode::kNoData) return store;
    return std::unexpected(areas.error());
  }
  store.m_areas = std::move(areas->value);
  const AttributeColumn* codes = store.m_areas.find("code");
  const AttributeColumn* levels = store.m_areas.find("level");
  std::vector<std::uint32_t> order(store.m_areas.featureCount());
  std::iota(order.begin(), order.end(), 0U);
  std::vector<LonLatBox> boxes;
  for (const std::uint32_t feature : order) {
    boxes.push_back(boxOf(store.m_areas, feature));
    store.m_extent.add({boxes.back().west_deg, boxes.back().south_deg});
    store.m_extent.add({boxes.back().east_deg, boxes.back().north_deg});
  }
  std::ranges::sort(order, {}, [&](std::uint32_t f) { return boxes[f].centre().lon_deg; });
  std::vector<BoxF> narrowed;
  for (const std::uint32_t feature : order) {
    narrowed.push_back(narrow(boxes[feature]));
    store.m_area_features.push_back(feature);
    store.m_area_codes.push_back(codes->dictionary[codes->codes[feature]]);
    store.m_area_levels.push_back(static_cast<int>(levels->integers[feature]));
  }
  store.m_tree = BoxTree(narrowed);
  return store;
}

std::optional<std::string> DivisionStore::codeAt(LonLat where) const {
  std::vector<std::uint32_t> around;
  m_tree.query(narrow({where.lon_deg, where.lat_deg, where.lon_deg, where.lat_deg}), around);
  std::optional<std::size_t> lowest;
  for (const std::uint32_t item : around) {
    if (lowest && m_area_levels[item] <= m_area_levels[*lowest]) continue;
    if (inside(m_areas, m_area_features[item], where)) lowest = item;
  }
  if (!lowest) return std::nullopt;
  return m_area_codes[*lowest];
}

std::optional<std::string> DivisionStore::codeOf(const std::string& text) const {
  if (text.find_first_not_of("0123456789") == std::string::npos) {
    if (text.size() < 2 || text.size() > 12) return std::nullopt;
    const std::string code = text + std::string(12 - text.size(), '0');
    return m_divisions.contains(code) ? std::optional(code) : std::nullopt;
  }
  const auto [asked, fresh] = m_names_asked.try_emplace(text);
  if (fresh) asked->second = codeOfName(text);
  return asked->second;
}

// "长治市沁源县" before 沁河镇: the names that stand before must be those above, none left out but at the front.
bool DivisionStore::leadsTo(const Division& division, std::string prefix) const {
  std::string above = division.parent;
  while (!prefix.empty()) {
    const auto parent = m_divisions.find(above);
    // What stands before the city (the province) is not in the workspace.
    if (parent == m_divisions.end()) return prefix.ends_with("省") || prefix.ends_with("市") || prefix.ends_with("区");
    if (prefix.ends_with(parent->second.name)) prefix.erase(prefix.size() - parent->second.name.size());
    above = parent->second.parent;
  }
  return true;
}

std::optional<std::string> DivisionStore::codeOfName(const std::string& text) const {
  std::optional<std::string> found;
  const auto [first, last] = m_by_name.equal_range(text);
  for (auto at = first; at != last; ++at) {
    if (found) return std::nullopt;  // several of this name
    found = at->second;
  }
  if (found) return found;
  for (const auto& [code, division] : m_divisions) {
    if (!text.ends_with(division.name)) continue;
    if (!leadsTo(division, text.substr(0, text.size() - division.name.size()))) continue;
    if (found) return std::nullopt;
    found = code;
  }
  return found;
}

}  // namespace gis
