// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/zoom_picture.h"

#include <QPainter>
#include <cmath>

#include "gis/coverage/scale_nearest.h"

namespace app {

namespace {

gis::PixelRect zoomRectOf(const QRect& rect) {
  return {rect.left(), rect.top(), rect.left() + rect.width(), rect.top() + rect.height()};
}

// For reading: shared pixels stay shared.
gis::PixelCanvas pixelsOf(const QImage& image) {
  auto* bits = const_cast<uchar*>(image.constBits());
  return {reinterpret_cast<std::uint32_t*>(bits), image.width(), image.height(),
          static_cast<int>(image.bytesPerLine() / 4)};
}

}  // namespace

void ZoomPicture::begin(const layers::MapView& view) {
  m_view = view;
  const QSize size(static_cast<int>(std::lround(view.width_px * view.device_ratio)),
                   static_cast<int>(std::lround(view.height_px * view.device_ratio)));
  if (m_picture.size() != size) m_picture = QImage(size, QImage::Format_RGB32);
  m_picture.setDevicePixelRatio(1);
  m_left = QRect(QPoint(0, 0), size);
  m_covered = {};
}

void ZoomPicture::add(const layers::TileKey& key, const QImage& tile) {
  const gis::MapBox box = key.box();
  const gis::PixelXY a = m_view.toPixel({box.min_x_m, box.max_y_m}), b = m_view.toPixel({box.max_x_m, box.min_y_m});
  // Edges are rounded one by one, so that neighbours share them and no seam shows.
  const auto snap = [this](double at_px) { return static_cast<int>(std::lround(at_px * m_view.device_ratio)); };
  const QRect whole(QPoint(snap(a.x_px), snap(a.y_px)), QPoint(snap(b.x_px) - 1, snap(b.y_px) - 1));
  if (whole.isEmpty() || !m_left.intersects(whole)) return;
  const gis::PixelCanvas from = pixelsOf(tile), to = pixelsOf(m_picture);
  for (const QRect& part : m_left)
    if (part.intersects(whole)) gis::scaleNearest(to, zoomRectOf(part), from, zoomRectOf(whole));
  m_covered += whole;
}

void ZoomPicture::endRun() {
  m_left -= m_covered;
  m_covered = {};
}

QRegion ZoomPicture::draw(QPainter& painter) const {
  QImage picture = m_picture;
  picture.setDevicePixelRatio(m_view.device_ratio);
  painter.drawImage(QPointF(0, 0), picture);
  if (m_view.device_ratio == 1) return m_left;
  QRegion left;
  for (const QRect& part : m_left)
    left += QRectF(QPointF(part.topLeft()) / m_view.device_ratio, QSizeF(part.size()) / m_view.device_ratio)
                .toAlignedRect();
  return left;
}

}  // namespace app
