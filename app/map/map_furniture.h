// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QPointF>
#include <QSizeF>
#include <QString>

#include "layers/core/map_view.h"

class QPainter;

namespace app {

// The things drawn over the map by the window itself: cheap, a few lines and words each.
enum class ChipLook { kQuiet, kStrong, kCaution };
// A word in a rounded box, centred at a point.
void paintChip(QPainter& painter, QPointF centre, const QString& text, ChipLook look);
QSizeF chipSize(const QString& text);

// A scale bar of a round length, its left end at `bottom_left`.
void paintScaleBar(QPainter& painter, const layers::MapView& view, QPointF bottom_left);
// The round length a bar shows: 1, 2 or 5 times a power of ten, at most `at_most_px` wide.
double scaleBarLengthM(double metres_per_px, double at_most_px);

void paintNorthArrow(QPainter& painter, QPointF centre);
// Where "go to" went: a ring with a cross.
void paintMark(QPainter& painter, QPointF at);

}  // namespace app
