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
        Picture picture{view, {}, layers::placeLabels(*frame, view, cancel, before)};
        if (!cancel.cancelled())
          picture.names = layers::drawLabels(view, picture.labels, frame->symbol_scale, *frame->glyphs);
        return picture;
      },
      [this](Picture picture) {
        m_picture = std::move(picture);
        emit labelsArrived();
      },
      {}, /*priority=*/1);
}

void LabelStore::draw(QPainter& painter, const layers::MapView& view) const {
  if (m_picture.names.empty()) return;
  const double zoomed_ratio = m_picture.view.metres_per_px / view.metres_per_px;
  if (zoomed_ratio > 2.5 || zoomed_ratio < 0.4) return;  // letters of another scale only disturb
  const gis::MapBox box = m_picture.view.box();
  const gis::PixelXY corner = view.toPixel({box.min_x_m, box.max_y_m});
  const double ratio = view.device_ratio;
  const QPointF at(std::round(corner.x_px * ratio) / ratio, std::round(corner.y_px * ratio) / ratio);
  const bool same_scale = std::abs(zoomed_ratio - 1) < 1e-9;
  const double shrink = zoomed_ratio / m_picture.view.device_ratio;
  const QRectF window(0, 0, view.width_px, view.height_px);
  for (const layers::LabelPicture& name : m_picture.names) {
    const QRectF to(at + QPointF(name.corner.column, name.corner.row) * shrink, QSizeF(name.image.size()) * shrink);
    if (!to.intersects(window)) continue;
    if (same_scale && ratio == 1)
      painter.drawImage(to.topLeft().toPoint(), name.image);
    else
      painter.drawImage(to, name.image, QRectF(name.image.rect()));
  }
}

}  // namespace app
