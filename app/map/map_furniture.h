// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QPointF>
#include <QSizeF>
#include <QString>

class QPainter;

namespace app {

// The things drawn over the map by the window itself: cheap, a few lines and words each.
enum class ChipLook { kQuiet, kStrong, kCaution };
// A word in a rounded box, centred at a point.
void paintChip(QPainter& painter, QPointF centre, const QString& text, ChipLook look);
QSizeF chipSize(const QString& text);

// Where "go to" went: a ring with a cross.
void paintMark(QPainter& painter, QPointF at);

}  // namespace app
