// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <vector>

#include "gis/core/coords.h"

namespace app {

// Shapes that a room shows over the map while it works with them: what an answer is about, an ellipse of shaking, a
// part of a river. In map metres; drawn over all layers by the tool that is in use. A value.
struct MapSketch {
  struct Piece {
    std::vector<std::vector<gis::MapXY>> lines;  // rings of an area (even-odd), or lines and points
    double reach_m = 0;                          // map metres; 0: the lines are rings
    QColor colour = {};                          // invalid: the accent
  };
  std::vector<Piece> pieces;  // the first lies on top
  bool empty() const { return pieces.empty(); }
};

}  // namespace app
