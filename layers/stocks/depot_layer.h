// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// How a depot stands, the worst first.
enum class DepotState { kEmpty, kShort, kFull, kUnplanned };

// A depot that holds reserve stock.
struct DepotMark {
  gis::MapXY at;
  QString name;
  DepotState state = DepotState::kUnplanned;
  double fill_ratio = 0;  // mean over planned items of usable / minimum, each at most 1
  int items_short = 0;
  int tier = 3;         // 1 province .. 5 village: greater depots are drawn larger
  int on_the_road = 0;  // requisitions whose goods are on their way to it or from it
};

// Depots (储备点) filled from below as far as their minimum levels are met; only those that lack something have a
// colour that asks. Immutable; any thread.
class DepotLayer final : public LayerState {
 public:
  explicit DepotLayer(std::vector<DepotMark> depots);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_depots.size()); }

 private:
  std::vector<DepotMark> m_depots;  // the worst last: they are drawn on top
  gis::MapBox m_extent;
};

// One depot, for legends as well.
void paintDepot(QPainter& painter, QPointF at, double half_px, const DepotMark& depot, Theme theme);

}  // namespace layers
