// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"

namespace layers {

// What one district shows; `columns` of the layer holds its outline.
struct RiskDistrict {
  std::uint32_t feature = 0;  // in the columns
  double value_ratio = 0;     // 0 low .. 1 high
  int grade = 4;              // code_risk_level, 1 high .. 4 low
  int rank = 0;
  std::string name;
};

// Colours of the four risk levels, 1 high to 4 low: one hue from pale to deep, none of the warning colours.
QColor riskColour(int grade, Theme theme);

// Districts tinted by their composite risk, with their rank. Immutable; any thread.
class RiskLayer final : public LayerState {
 public:
  RiskLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<RiskDistrict> districts, std::uint32_t chosen);
  static constexpr std::uint32_t kNone = 0xffffffff;
  gis::MapBox extent() const override { return m_columns->extent(); }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_districts.size()); }
  // The district at a place, by its feature; kNone outside.
  std::uint32_t districtAt(gis::MapXY where) const;

 private:
  std::shared_ptr<const gis::MapColumns> m_columns;
  std::vector<RiskDistrict> m_districts;
  std::uint32_t m_chosen;
  std::vector<gis::MapXY> m_centre;  // of each district's largest ring
};

}  // namespace layers
