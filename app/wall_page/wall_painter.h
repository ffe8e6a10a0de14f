// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QRectF>
#include <QString>
#include <vector>

#include "gis/wall/wall_page.h"
#include "layers/core/layer_state.h"
#include "layers/core/map_view.h"

class QPainter;

namespace app {

// One page of the wall as it is painted: for the second screen and for pictures without a display. Sizes follow from
// the height of the screen, so that 1080 and 2160 lines read alike from three metres: the smallest letters are a
// fortieth of it.
struct WallPicture {
  gis::WallAnswer answer;
  QImage map;                   // as large as wallMapRect() says
  layers::MapView view;         // of the map
  std::vector<QPointF> points;  // of answer.points, in pixels of the map
  QString city;
  int page = 0, pages = 0;  // from 0
  int next_in_s = -1;       // until the next page comes by itself; -1: the presenter drives
  layers::Theme theme = layers::Theme::kDark;
};

// Where the map goes on a screen of this size.
QRectF wallMapRect(const QSizeF& screen_px);
// Any thread that may paint; texts in the program's language.
void paintWall(QPainter& painter, const QSizeF& screen_px, const WallPicture& picture);

// Where the points of an answer lie on the map; points off the map's projection are far outside.
std::vector<QPointF> wallPoints(const gis::WallAnswer& answer, const layers::MapView& view, const std::string& map_crs);

}  // namespace app
