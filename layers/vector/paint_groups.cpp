// SPDX-License-Identifier: GPL-3.0-or-later
#include <QBrush>
#include <QPainter>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "layers/vector/line_marks.h"
#include "layers/vector/tile_painter.h"

namespace layers {
namespace {

double reachOf(StyleLayerType type, const ResolvedPaint& paint) {
  switch (type) {
    case StyleLayerType::kFill:
      return 1;
    case StyleLayerType::kLine:
      return paint.width_px * 1.5 + 2;
    case StyleLayerType::kCircle:
      return paint.radius_px + paint.width_px + 2;
    case StyleLayerType::kSymbol:
      return paint.icon_px * 1.5 + 2;
    case StyleLayerType::kRaster:
    case StyleLayerType::kHillshade:
      break;
  }
  return 0;
}

// A disc with its rim, its centre in the middle of the picture.
QImage discSprite(const ResolvedPaint& paint, double device_ratio) {
  const double reach_px = (paint.radius_px + paint.width_px / 2) * device_ratio + 1;
  const int side = 2 * static_cast<int>(std::ceil(reach_px)) + 1;  // odd: the centre is a pixel's middle
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.translate(side / 2.0, side / 2.0);
  painter.scale(device_ratio, device_ratio);
  painter.setBrush(paint.colour);
  painter.setPen(paint.outline.isValid() ? QPen(paint.outline, paint.width_px) : QPen(Qt::NoPen));
  painter.drawEllipse(QPointF(0, 0), paint.radius_px, paint.radius_px);
  return image;
}

QImage iconSprite(const ResolvedPaint& paint, const IconSet& icons, double device_ratio) {
  QImage icon = icons.image(paint.icon, paint.icon_px, device_ratio, paint.colour);
  icon.setDevicePixelRatio(1);
  return icon;
}

}  // namespace

PaintGroups groupPaints(StyleLayerType type, std::span<const ResolvedPaint> paints, const IconSet& icons,
                        double device_ratio) {
  PaintGroups result;
  result.group_of_class.assign(paints.size(), PaintGroups::kHidden);
  for (std::size_t i = 0; i < paints.size(); ++i) {
    if (!paints[i].visible) continue;
    const auto same = std::find_if(result.groups.begin(), result.groups.end(),
                                   [&](const PaintGroup& group) { return group.paint == paints[i]; });
    result.group_of_class[i] = static_cast<std::uint32_t>(same - result.groups.begin());
    if (same == result.groups.end()) result.groups.push_back({paints[i], {}, {}});
  }
  std::vector<std::uint32_t> order(result.groups.size()), place(order.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return result.groups[a].paint.sort_key < result.groups[b].paint.sort_key;
  });
  std::vector<PaintGroup> sorted;
  for (const std::uint32_t from : order) {
    place[from] = static_cast<std::uint32_t>(sorted.size());
    sorted.push_back(std::move(result.groups[from]));
  }
  result.groups = std::move(sorted);
  for (std::uint32_t& group : result.group_of_class)
    if (group != PaintGroups::kHidden) group = place[group];
  for (PaintGroup& group : result.groups) {
    result.reach_px = std::max(result.reach_px, std::ceil(reachOf(type, group.paint)));
    if (type == StyleLayerType::kCircle) group.sprite = discSprite(group.paint, device_ratio);
    if (type == StyleLayerType::kSymbol && lineMarkOf(group.paint.icon) == LineMark::kNone)
      group.sprite = iconSprite(group.paint, icons, device_ratio);
    if (type == StyleLayerType::kFill)
      group.pattern = patternPicture(group.paint.pattern, group.paint.colour, device_ratio);
  }
  return result;
}

QImage patternPicture(const std::string& pattern, const QColor& colour, double device_ratio) {
  static const std::set<std::string> kDrawn = {"diagonal", "back-diagonal", "cross", "horizontal", "vertical", "dots"};
  if (!kDrawn.contains(pattern)) return {};
  constexpr double kMiddle = 3.5;  // the middle of a pixel: a level line stays sharp
  constexpr int kSidePx = 8;       // divides a tile, so that the pattern runs on into the next one
  const int side = std::max(1, static_cast<int>(std::lround(kSidePx * device_ratio)));
  QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
  image.fill(Qt::transparent);
  QPainter painter(&image);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.scale(static_cast<double>(side) / kSidePx, static_cast<double>(side) / kSidePx);
  painter.setPen(QPen(colour, 1.1));
  if (pattern == "dots") {
    painter.setBrush(colour);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(QPointF(2, 2), 1, 1);
    painter.drawEllipse(QPointF(6, 6), 1, 1);
  } else if (pattern == "horizontal") {
    painter.drawLine(QPointF(-1, kMiddle), QPointF(kSidePx + 1, kMiddle));
  } else if (pattern == "vertical") {
    painter.drawLine(QPointF(kMiddle, -1), QPointF(kMiddle, kSidePx + 1));
  } else {
    if (pattern != "back-diagonal")
      for (const int offset : {-kSidePx, 0, kSidePx})
        painter.drawLine(offset - 1, kSidePx + 1, offset + kSidePx + 1, -1);
    if (pattern != "diagonal")
      for (const int offset : {-kSidePx, 0, kSidePx})
        painter.drawLine(offset - 1, -1, offset + kSidePx + 1, kSidePx + 1);
  }
  return image;
}

QBrush patternBrush(const std::string& pattern, const QColor& colour, double device_ratio) {
  const QImage picture = patternPicture(pattern, colour, device_ratio);
  if (picture.isNull()) return colour;
  QBrush brush(picture);
  brush.setTransform(QTransform::fromScale(1.0 / device_ratio, 1.0 / device_ratio));
  return brush;
}

}  // namespace layers
