// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// How far an incident is dealt with, what still burns first.
enum class IncidentLook { kResponding, kReported, kVerified, kUnderControl, kClosed };

struct IncidentMark {
  gis::MapXY at;
  QString name;
  IncidentLook look = IncidentLook::kReported;
  int rank = 0;  // 1 (Ⅰ, the worst) .. 4; 0: not graded
  bool is_drill = false;
};

// Incidents (事件) as diamonds: hollow when reported, half full when verified, full while the response runs, struck
// through under control, small when closed; the worse the grade, the larger, with the grade's sign in it. Drills are
// dashed and named so. Immutable; any thread.
class IncidentLayer final : public LayerState {
 public:
  explicit IncidentLayer(std::vector<IncidentMark> marks);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_marks.size()); }

 private:
  std::vector<IncidentMark> m_marks;  // what burns last: it is drawn on top
  gis::MapBox m_extent;
};

// One mark, for legends as well.
void paintIncident(QPainter& painter, QPointF at, double half_px, const IncidentMark& mark, Theme theme);

}  // namespace layers
