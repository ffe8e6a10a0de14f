// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QRegion>

#include "layers/core/frame.h"

class QPainter;

namespace app {

// What the map shows while its scale changes: tiles of other resolutions, stretched and put together in one picture,
// each pixel once. A window is a third as long busy with it as with a painter that stretches tile by tile.
// Window's thread.
class ZoomPicture {
 public:
  void begin(const layers::MapView& view);
  // Only where nothing lies yet.
  void add(const layers::TileKey& key, const QImage& tile);
  // Pictures added after this may lie on one another with those before; those of one run do not overlap.
  void endRun();
  // Lays it down; what no tile covered stays as it was and is returned, in device-independent pixels, rounded outwards.
  QRegion draw(QPainter& painter) const;

 private:
  layers::MapView m_view;
  QImage m_picture;
  QRegion m_left;  // device pixels
  QRegion m_covered;
};

}  // namespace app
