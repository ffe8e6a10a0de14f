// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/label_store.h"

#include <QPainter>
#include <cmath>

namespace app {

namespace {

constexpr double kMarginRatio = 0.2;  // each side, of the window

layers::MapView padded(const layers::MapView& view) {
  layers::MapView wide = view;
  wide.width_px += 2 * static_cast<int>(view.width_px * kMarginRatio);
  wide.height_px += 2 * static_cast<int>(view.height_px * kMarginRatio);
  return wide;
}

bool covers(const layers::MapView& wide, const layers::MapView& view) {
  if (wide.metres_per_px != view.metres_per_px || wide.device_ratio != view.device_ratio) return false;
  const gis::MapBox a = wide.box(), b = view.box();
  return a.min_x_m <= b.min_x_m && a.max_x_m >= b.max_x_m && a.min_y_m <= b.min_y_m && a.max_y_m >= b.max_y_m;
}

// Names cover a small part of a view; laying down only that is ten times as fast. Runs of cells, row by row.
std::vector<QRect> writtenParts(const QImage& image) {
  constexpr int kCellPx = 32;
  std::vector<QRect> parts;
  const auto holds = [&image](const QRect& cell) {
    for (int y = cell.top(); y <= cell.bottom(); ++y) {
      const auto* row = reinterpret_cast<const QRgb*>(image.constScanLine(y));
      QRgb any = 0;
      for (int x = cell.left(); x <= cell.right(); ++x) any |= row[x];
      if (any != 0) return true;
    }
    return false;
  };
  for (int y = 0; y < image.height(); y += kCellPx) {
    QRect run;
    for (int x = 0; x < image.width(); x += kCellPx) {
      const QRect cell = QRect(x, y, kCellPx, kCellPx).intersected(image.rect());
      if (holds(cell)) {
        run = run.united(cell);
      } else if (!run.isEmpty()) {
        parts.push_back(run);
        run = {};
      }
    }
    if (!run.isEmpty()) parts.push_back(run);
  }
  return parts;
}

}  // namespace

LabelStore::LabelStore(JobPools& pools, QObject* parent) : QObject(parent), m_slot(pools, Pool::kDrawing) {}

void LabelStore::clear() {
  m_slot.drop();
  m_picture = {};
  m_asked = {};
  m_stale = false;
}

void LabelStore::setFrame(std::shared_ptr<const layers::FrameRequest> frame) {
  m_frame = std::move(frame);
  m_stale = true;
  if (m_target.width_px > 0) want(m_target);
}

void LabelStore::want(const layers::MapView& target) {
  m_target = target;
  if (!m_frame || target.width_px <= 0) return;
  if (!m_stale && covers(m_asked, target)) return;
  ask(target);
}

void LabelStore::ask(const layers::MapView& target) {
  m_asked = padded(target);
  m_stale = false;
  m_slot.ask(
      [frame = m_frame, view = m_asked, before = m_picture.labels](const gis::CancelToken& cancel,
                                                                   const gis::Progress&) {
        Picture picture{view, {}, {}, layers::placeLabels(*frame, view, cancel, before)};
        if (cancel.cancelled()) return picture;
        picture.image = QImage(static_cast<int>(std::lround(view.width_px * view.device_ratio)),
                               static_cast<int>(std::lround(view.height_px * view.device_ratio)),
                               QImage::Format_ARGB32_Premultiplied);
        picture.image.setDevicePixelRatio(view.device_ratio);
        picture.image.fill(Qt::transparent);
        layers::paintLabels(picture.image, view, picture.labels, frame->symbol_scale, *frame->glyphs);
        picture.written = writtenParts(picture.image);
        return picture;
      },
      [this](Picture picture) {
        m_picture = std::move(picture);
        emit labelsArrived();
      },
      {}, /*priority=*/1);
}

void LabelStore::draw(QPainter& painter, const layers::MapView& view) const {
  if (m_picture.image.isNull()) return;
  const double zoomed_ratio = m_picture.view.metres_per_px / view.metres_per_px;
  if (zoomed_ratio > 2.5 || zoomed_ratio < 0.4) return;  // letters of another scale only disturb
  const gis::MapBox box = m_picture.view.box();
  const gis::PixelXY corner = view.toPixel({box.min_x_m, box.max_y_m});
  const double ratio = view.device_ratio;
  const QPointF at(std::round(corner.x_px * ratio) / ratio, std::round(corner.y_px * ratio) / ratio);
  const bool same_scale = std::abs(zoomed_ratio - 1) < 1e-9;
  const double shrink = zoomed_ratio / m_picture.image.devicePixelRatio();
  const QRectF window(0, 0, view.width_px, view.height_px);
  for (const QRect& part : m_picture.written) {
    const QRectF to(at + QPointF(part.topLeft()) * shrink, QSizeF(part.size()) * shrink);
    if (!to.intersects(window)) continue;
    if (same_scale && ratio == 1)
      painter.drawImage(to.topLeft().toPoint(), m_picture.image, part);
    else
      painter.drawImage(to, m_picture.image, QRectF(part));
  }
}

}  // namespace app
