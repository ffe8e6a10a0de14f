// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// The places of rows whose conflicts wait for a decision (冲突待裁决): a diamond with a question mark, in a colour that
// no warning has; several at one place show how many. Immutable.
class ConflictLayer final : public LayerState {
 public:
  explicit ConflictLayer(std::vector<gis::MapXY> places);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  // The nearest sign that covers the place.
  std::vector<Hit> identify(gis::MapXY where, double radius_m, double metres_per_px) const override;
  BilingualText sentence(const Hit& hit) const override;
  long long featureCount() const override { return static_cast<long long>(m_count); }
  // The place nearest to `where` within `radius_m`, by its number in what the layer was made of; -1: none.
  int nearest(gis::MapXY where, double radius_m) const;

 private:
  struct Sign {
    gis::MapXY at;
    int count = 1;
    int first = 0;  // number of the first
  };
  std::vector<Sign> m_signs;
  std::size_t m_count = 0;
  gis::MapBox m_extent;
};

}  // namespace layers
