// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/print_map.h"

#include <algorithm>

#include "layers/furniture/sheet.h"

namespace app {

gis::Result<void> printMap(const MapPrint& print, const PagePlan& plan, PictureFile& file,
                           const gis::CancelToken& cancel, const gis::Progress& progress) {
  const layers::FurnitureLook look{print.frame.theme, print.frame.symbol_scale};
  const double ratio = plan.device_ratio;
  const auto scaled = [ratio](const QRectF& r) {
    return QRectF(r.left() / ratio, r.top() / ratio, r.width() / ratio, r.height() / ratio);
  };
  const QRectF map = scaled(QRectF(plan.map_px)), sheet = scaled(QRectF(QPointF(), QSizeF(plan.sheet_px)));
  const layers::MapView view = layers::snapped(print.view);
  const PictureFile::PaintOver over = [&](QPainter& painter) {
    if (!print.furnished && !plan.framed) return;
    painter.scale(ratio, ratio);
    if (plan.framed)
      layers::paintSheet(painter, look, print.furniture, print.place, view, print.scale_text,
                         {sheet, map, scaled(QRectF(plan.legend_px))});
    else
      layers::paintFurniture(painter, look, print.furniture, print.place, view, map);
  };

  int done_px = 0;  // rows of the sheet that are in the file
  const auto addRows = [&](int until_px, const QImage& row, int row_top_px) -> gis::Result<void> {
    if (until_px <= done_px) return {};
    QImage strip(plan.sheet_px.width(), until_px - done_px, QImage::Format_ARGB32_Premultiplied);
    if (strip.isNull()) return gis::fail(gis::ErrorCode::kInvalidArgument, "picture", "no memory for a strip of it");
    strip.fill(layers::sheetColour(print.frame.theme));
    if (!row.isNull()) {
      QPainter painter(&strip);
      painter.translate(0, -done_px);
      painter.setClipRect(plan.map_px);
      painter.drawImage(plan.map_px.left(), row_top_px, row);
    }
    done_px = until_px;
    if (progress) progress(static_cast<double>(done_px) / plan.sheet_px.height());
    return file.add(strip, over);
  };
  // Margins come in strips no higher than those of the map.
  const int step_px = layers::tileSideInDevicePixels(ratio);
  const auto addPaper = [&](int until_px) -> gis::Result<void> {
    while (done_px < until_px)
      if (auto added = addRows(std::min(until_px, done_px + step_px), {}, 0); !added) return added;
    return {};
  };

  const int map_top_px = plan.map_px.top(), map_end_px = map_top_px + plan.map_px.height();
  if (auto added = addPaper(map_top_px); !added) return added;
  auto drawn = layers::paintFrameRows(
      print.frame, view,
      [&](const QImage& row, int top_px) {
        const int row_top_px = map_top_px + top_px;
        return addRows(std::min(map_end_px, row_top_px + row.height()), row, row_top_px);
      },
      cancel);
  if (!drawn) return drawn;
  if (auto added = addPaper(plan.sheet_px.height()); !added) return added;
  return file.finish(over);
}

}  // namespace app
