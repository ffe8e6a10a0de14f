// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <string>

#include <vector>

namespace layers {

// A piece of a line inside the tile, and how far along the whole line it starts: marks must not jump at the edge of a
// tile.
struct LineRun {
  std::vector<QPointF> points;
  double start_px = 0;
};

// Signs along a line, the way geological maps draw the sense of a fault (GB/T 958-2015 regional geological legends):
//   mark-reverse   filled triangles on the hanging wall 逆断
//   mark-normal    short ticks on the hanging wall 正断
//   mark-left      a pair of half arrows, far side moves left 左旋
//   mark-right     the mirror image 右旋
//   mark-arrow     an arrow in the line's direction (flow)
// and works that topographic maps draw along a line (GB/T 20257.1-2017, in its manner):
//   mark-dam       teeth on the downstream side 坝
//   mark-dyke      ticks to both sides 堤
//   mark-break     crosses 防火隔离带
enum class LineMark { kNone, kReverse, kNormal, kLeft, kRight, kArrow, kDam, kDyke, kBreak };
LineMark lineMarkOf(const std::string& icon_name);

// On which side of the line, seen in its direction, one-sided marks stand.
enum class MarkSide { kLeft, kRight };

// The side a dip direction points to. `dip_direction` is a compass name ("SE", "东南") or degrees from north; the line
// runs from `from` to `to` in pixels (y down). Right where nothing is known.
MarkSide sideOfDip(const std::string& dip_direction, QPointF from, QPointF to);

// Paints marks of a height every spacing_px, counted along the whole line from its start.
void paintLineMarks(QPainter& painter, const LineRun& run, LineMark mark, MarkSide side, double height_px,
                    double spacing_px, const QColor& colour, double line_width_px);

}  // namespace layers
