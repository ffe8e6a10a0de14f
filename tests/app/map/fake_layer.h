// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <QThread>
#include <atomic>

#include "layers/core/layer_state.h"
#include "layers/core/tile_surface.h"

namespace tests {

// A layer that fills its extent with one colour and notes which threads asked it to paint.
class FakeLayer final : public layers::LayerState {
 public:
  explicit FakeLayer(QColor colour, gis::MapBox box = {0, 0, 100000, 100000}) : m_colour(colour), m_box(box) {}
  gis::MapBox extent() const override { return m_box; }
  void paint(layers::TileSurface& surface, const layers::PaintContext& context) const override {
    ++paints;
    if (QThread::currentThread() == window_thread) ++paints_on_window_thread;
    const gis::PixelXY a = context.view.toPixel({m_box.min_x_m, m_box.max_y_m});
    const gis::PixelXY b = context.view.toPixel({m_box.max_x_m, m_box.min_y_m});
    surface.painter().fillRect(QRectF(QPointF(a.x_px, a.y_px), QPointF(b.x_px, b.y_px)), m_colour);
  }
  std::vector<layers::LabelCandidate> labels(const layers::PaintContext&) const override {
    if (QThread::currentThread() == window_thread) ++paints_on_window_thread;
    return {};
  }
  long long featureCount() const override { return 1000000; }

  QThread* window_thread = QThread::currentThread();
  mutable std::atomic<int> paints = 0;
  mutable std::atomic<int> paints_on_window_thread = 0;

 private:
  QColor m_colour;
  gis::MapBox m_box;
};

}  // namespace tests
