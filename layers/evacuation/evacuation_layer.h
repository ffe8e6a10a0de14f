// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// How far a village is, the worst first.
enum class EvacuatedState { kNoPlace, kWaiting, kMoving, kSafe };

struct EvacuatedVillage {
  gis::MapXY at;
  QString name;
  EvacuatedState state = EvacuatedState::kWaiting;
  long long left = 0;  // people still there
};

struct ShelterMark {
  gis::MapXY at;
  QString name;
  double fill_ratio = 0;  // people there, or expected, of its places; above 1: too many
  bool in_hazard = false;
};

struct EvacuationWay {
  std::vector<gis::MapXY> line;  // along the road, village first
  double people_share = 0;       // of the largest row, 0..1: the width
};

// What closes roads: points, lines, or the rings of an area.
struct ClosedRoadMark {
  std::vector<std::vector<gis::MapXY>> parts;
  bool is_area = false;
  QString name;
};

// An evacuation on the map: villages by state, shelters filled as far as they are used, the ways between them, what
// closes roads on top. Immutable; any thread.
class EvacuationLayer final : public LayerState {
 public:
  EvacuationLayer(std::vector<EvacuatedVillage> villages, std::vector<ShelterMark> shelters,
                  std::vector<EvacuationWay> ways, std::vector<ClosedRoadMark> closed = {});
  gis::MapBox extent() const override { return m_extent; }
  // Villages, shelters and ways: what is closed elsewhere is not what the plan is looked at for.
  gis::MapBox planExtent() const { return m_plan_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override {
    return static_cast<long long>(m_villages.size() + m_shelters.size() + m_closed.size());
  }

 private:
  std::vector<EvacuatedVillage> m_villages;  // the worst last: they are drawn on top
  std::vector<ShelterMark> m_shelters;
  std::vector<EvacuationWay> m_ways;
  std::vector<ClosedRoadMark> m_closed;
  std::vector<gis::MapBox> m_way_boxes;
  gis::MapBox m_plan_extent, m_extent;  // without and with what is closed
};

}  // namespace layers
