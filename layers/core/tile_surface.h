// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <memory>
#include <optional>

#include "gis/coverage/coverage_mask.h"
#include "gis/coverage/fill_raster.h"
#include "gis/coverage/pixels.h"
#include "gis/coverage/stroke_raster.h"

class QPainter;

namespace layers {

// The bytes of a picture for gis/coverage. The picture must be ARGB32_Premultiplied; it is detached.
gis::PixelCanvas canvasOf(QImage& picture);

// The rasterisers of one worker, for pictures of one size; they keep their buffers between tiles.
struct TileTools {
  TileTools(int width_px, int height_px)
      : fill(width_px, height_px), mask(width_px, height_px), outline(width_px, height_px) {}
  gis::FillRaster fill;
  gis::StrokeRaster stroke;
  gis::CoverageMask mask, outline;
};

// What a layer draws on: a picture with the rasterisers that fit it. Lengths on pixels() are device pixels; painter()
// works in device-independent ones and is meant for what is drawn rarely (signs along a line, pictures). Both may be
// used in turns. One thread.
class TileSurface {
 public:
  // `picture` must outlive the surface and be ARGB32_Premultiplied.
  explicit TileSurface(QImage& picture);
  ~TileSurface();
  TileSurface(const TileSurface&) = delete;
  TileSurface& operator=(const TileSurface&) = delete;

  const gis::PixelCanvas& pixels() const { return m_pixels; }
  TileTools& tools() { return *m_tools; }
  QPainter& painter();

 private:
  QImage& m_picture;
  gis::PixelCanvas m_pixels;
  std::unique_ptr<TileTools> m_tools;
  std::unique_ptr<QPainter> m_painter;
};

}  // namespace layers
