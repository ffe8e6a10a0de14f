// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/feature_selection.h"

#include <algorithm>

#include "gis/vector/find_within.h"

namespace app {

std::vector<std::int64_t> FeatureSelection::Part::fids() const {
  return columns ? gis::fidsOf(*columns, features) : std::vector<std::int64_t>();
}

std::size_t FeatureSelection::count() const {
  std::size_t count = 0;
  for (const Part& part : m_parts) count += part.features.count();
  return count;
}

const FeatureSelection::Part* FeatureSelection::find(const QString& layer_id) const {
  const auto found = std::ranges::find(m_parts, layer_id, &Part::layer_id);
  return found == m_parts.end() ? nullptr : &*found;
}

void FeatureSelection::choose(Part part, SelectHow how) {
  const auto old = std::ranges::find(m_parts, part.layer_id, &Part::layer_id);
  if (old != m_parts.end() && old->columns == part.columns) {
    if (how == SelectHow::kAdd) part.features = old->features | part.features;
    if (how == SelectHow::kToggle) part.features = old->features ^ part.features;
  }
  if (part.features.empty()) {
    if (old != m_parts.end()) m_parts.erase(old);
  } else if (old != m_parts.end()) {
    *old = std::move(part);
  } else {
    m_parts.push_back(std::move(part));
  }
}

void FeatureSelection::forget(const QString& layer_id) {
  std::erase_if(m_parts, [&](const Part& part) { return part.layer_id == layer_id; });
}

void FeatureSelection::moveTo(const QString& layer_id, std::shared_ptr<const gis::MapColumns> columns) {
  const auto part = std::ranges::find(m_parts, layer_id, &Part::layer_id);
  if (part == m_parts.end() || part->columns == columns) return;
  Part moved{part->layer_id, part->table, columns, {}};
  if (columns) moved.features = gis::featuresOf(*columns, part->fids());
  m_parts.erase(part);
  if (!moved.features.empty()) m_parts.push_back(std::move(moved));
}

}  // namespace app
