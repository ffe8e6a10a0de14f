// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/tile_surface.h"

#include <QPainter>

namespace layers {
namespace {

// A worker draws tile after tile of one size: the tools of the last one wait here for the next (a third of a megabyte
// that would otherwise be cleared for every tile).
std::unique_ptr<TileTools>& idleTools() {
  thread_local std::unique_ptr<TileTools> idle;
  return idle;
}

std::unique_ptr<TileTools> toolsFor(int width_px, int height_px) {
  auto& idle = idleTools();
  if (idle && idle->mask.width() == width_px && idle->mask.height() == height_px) return std::move(idle);
  return std::make_unique<TileTools>(width_px, height_px);
}

}  // namespace

gis::PixelCanvas canvasOf(QImage& picture) {
  return {reinterpret_cast<std::uint32_t*>(picture.bits()), picture.width(), picture.height(),
          static_cast<int>(picture.bytesPerLine() / 4)};
}

TileSurface::TileSurface(QImage& picture)
    : m_picture(picture), m_pixels(canvasOf(picture)), m_tools(toolsFor(picture.width(), picture.height())) {}

TileSurface::~TileSurface() {
  m_painter.reset();
  idleTools() = std::move(m_tools);
}

QPainter& TileSurface::painter() {
  if (!m_painter) {
    m_painter = std::make_unique<QPainter>(&m_picture);
    m_painter->setRenderHint(QPainter::Antialiasing);
  }
  return *m_painter;
}

}  // namespace layers
