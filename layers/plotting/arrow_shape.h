// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainterPath>
#include <QPolygonF>

namespace layers {

// The outline of an attack arrow along a line in pixels, tail first: a body that grows narrower on a smooth curve
// through all points, and a head. `width_px` is the body's width at the tail; the head never takes more than 40 % of
// the length. Empty for fewer than two points or no length.
QPainterPath arrowShape(const QPolygonF& line, double width_px);

// A smooth curve through all points (Catmull-Rom, 8 pieces a span).
QPolygonF smoothLine(const QPolygonF& line);

}  // namespace layers
