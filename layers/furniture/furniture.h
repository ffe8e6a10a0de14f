// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRectF>
#include <QString>
#include <vector>

#include "gis/geo/local_scale.h"
#include "layers/core/map_view.h"
#include "layers/furniture/furniture_look.h"
#include "layers/furniture/legend_box.h"
#include "layers/furniture/map_grid.h"

class QPainter;

namespace layers {

// What stands around and over a map besides its layers (整饰要素). Empty words are left out.
struct Furniture {
  bool graticule = false;
  bool kilometre_grid = false;
  bool scale_bar = true;
  bool north_arrow = true;
  std::vector<LegendBlock> legend;
  LegendWords legend_words;
  QString title;
  QString times;   // data time, time of the picture
  QString source;  // where the data come from, reference system
  QString mark;    // 演示数据: must never be missing where it belongs
};

// What the projection says of a view, worked out once for all strips of a picture.
struct FurniturePlace {
  MapGrid graticule, kilometre_grid;
  gis::LocalScale local;
};
// `to_map` goes from degrees to the map; null: nothing is known of it, map metres are taken for ground metres.
FurniturePlace placeOf(const Furniture& furniture, const MapView& view, const gis::Projector* to_map);

// Lines clipped to `map`, a rectangle of the painter's device-independent pixels that shows the view, and their labels
// along its inner edge: degrees above and left, kilometres below and right.
void paintGrids(QPainter& painter, const FurnitureLook& look, const FurniturePlace& place, const QRectF& map);

// Everything, laid over the map itself. Painting is cheap: no file, no projection.
void paintFurniture(QPainter& painter, const FurnitureLook& look, const Furniture& furniture,
                    const FurniturePlace& place, const MapView& view, const QRectF& map);

// A framed word that nobody overlooks, its right bottom corner at a point; returns what it covers.
QRectF paintMark(QPainter& painter, const FurnitureLook& look, const QString& text, QPointF bottom_right);

}  // namespace layers
