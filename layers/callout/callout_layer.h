// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QString>
#include <string>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// How far the calls to one place have come, its worst first.
enum class CallState { kSilent, kOverdue, kToCall, kCalling, kPartly, kConfirmed, kWithdrawn };

// A village, town or county whose persons are called.
struct CalledPlace {
  gis::MapXY at;
  QString name;
  CallState state = CallState::kToCall;
  int persons = 0, confirmed = 0, silent = 0;
  std::string town = {};  // its code: from afar one place a town has a name
};

// What lies below: as it is, or faint, so that nothing competes with the places while people are called.
enum class Ground { kAsIs, kFaint };

// Threatened places and how far they are called (叫应): each a disc that fills as its persons confirm, ringed where
// somebody is silent or overdue; the warning's polygons around them in its colour. Immutable; any thread.
class CalloutLayer final : public LayerState {
 public:
  CalloutLayer(std::vector<CalledPlace> places, std::vector<std::vector<gis::MapXY>> rings, QColor warning,
               Ground ground = Ground::kAsIs);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_places.size()); }

 private:
  std::vector<CalledPlace> m_places;  // the worst last: they are drawn on top
  std::vector<std::vector<gis::MapXY>> m_rings;
  QColor m_warning;
  Ground m_ground;
  gis::MapBox m_extent;
};

// The disc of one place, for legends and the board as well.
void paintCalledPlace(QPainter& painter, QPointF at, double radius_px, CallState state, double confirmed_ratio,
                      Theme theme);

}  // namespace layers
