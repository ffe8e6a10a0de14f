// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/layer_state.h"

namespace layers {

// How far a county's minimum levels are met, the worst first.
enum class ShortageClass { kBelowQuarter, kBelowHalf, kBelowThreeQuarters, kBelowFull, kMet };
inline constexpr int kShortageClasses = 5;
ShortageClass shortageClassOf(double met_ratio);

// One county; `columns` of the layer holds its outline.
struct ShortageDistrict {
  std::uint32_t feature = 0;
  double met_ratio = 0;  // usable / minimum, of several items the mean, each at most 1
  int items_short = 0;
};

// Counties tinted by what they lack of their minimum (缺口分布). Classes differ in lightness and the two worst in their
// hatching as well, so that whoever sees no red or green, or a grey print, tells them apart; each says its per cent. No
// colour of warnings. Immutable; any thread.
class ShortageLayer final : public LayerState {
 public:
  ShortageLayer(std::shared_ptr<const gis::MapColumns> columns, std::vector<ShortageDistrict> districts);
  gis::MapBox extent() const override { return m_columns->extent(); }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_districts.size()); }

 private:
  std::shared_ptr<const gis::MapColumns> m_columns;
  std::vector<ShortageDistrict> m_districts;
  std::vector<gis::MapBox> m_boxes;
};

QColor shortageColour(ShortageClass which, Theme theme);

}  // namespace layers
