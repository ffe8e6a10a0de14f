// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/chosen_rows.h"

#include <algorithm>

namespace app {

RowSet::RowSet(const std::vector<std::int64_t>& fids) {
  constexpr std::int64_t kMostMarks = std::int64_t{1} << 28;
  if (fids.empty()) return;
  const auto [lowest, highest] = std::ranges::minmax(fids);
  if (lowest < 0 || highest >= kMostMarks) {
    m_sorted = fids;
    std::ranges::sort(m_sorted);
    return;
  }
  m_marks.resize(static_cast<std::size_t>(highest) + 1);
  for (const std::int64_t fid : fids) m_marks[static_cast<std::size_t>(fid)] = true;
}

bool RowSet::contains(std::int64_t fid) const {
  if (m_marks.empty()) return std::ranges::binary_search(m_sorted, fid);
  return fid >= 0 && static_cast<std::size_t>(fid) < m_marks.size() && m_marks[static_cast<std::size_t>(fid)];
}

std::vector<std::int64_t> chosenRows(const MapDocument& document, const std::string& table) {
  std::vector<std::int64_t> fids;
  for (const FeatureSelection::Part& part : document.chosen().parts())
    if (part.table == table && !table.empty()) {
      const auto more = part.fids();
      fids.insert(fids.end(), more.begin(), more.end());
    }
  return fids;
}

void chooseRows(MapDocument& document, const std::string& table, const std::vector<std::int64_t>& fids) {
  const RowSet wanted(fids);
  FeatureSelection chosen;
  for (const MapLayer& layer : document.layers()) {
    if (layer.table != table || !layer.columns) continue;
    const auto& of = layer.columns->features->fid;
    std::vector<std::uint32_t> features;
    for (std::size_t i = 0; i < of.size(); ++i)
      if (wanted.contains(of[i])) features.push_back(static_cast<std::uint32_t>(i));
    if (!features.empty())
      chosen.choose({layer.id, layer.table, layer.columns, gis::FeatureSet::of(std::move(features))},
                    SelectHow::kReplace);
  }
  document.choose(std::move(chosen));
}

void pickRow(MapDocument& document, const std::string& table, std::int64_t fid) {
  for (const MapLayer& layer : document.layers()) {
    if (layer.table != table || !layer.columns) continue;
    const auto& fids = layer.columns->features->fid;
    const auto found = std::ranges::find(fids, fid);
    if (found == fids.end()) continue;
    document.select(Selection{layer.id, layer.table, fid, static_cast<std::uint32_t>(found - fids.begin()), {}});
    return;
  }
}

}  // namespace app
