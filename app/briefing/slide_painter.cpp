// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/slide_painter.h"

#include "app/briefing/deck_text.h"

namespace app {
namespace {

using namespace gis::slides;

QColor colourOf(Colour c) { return QColor(c.red, c.green, c.blue); }
QRectF rectOf(const Box& box) { return QRectF(box.x_pt, box.y_pt, box.width_pt, box.height_pt); }

int flagsOf(Align align, Valign valign) {
  const int across = align == Align::kRight    ? Qt::AlignRight
                     : align == Align::kCentre ? Qt::AlignHCenter
                                               : Qt::AlignLeft;
  const int down = valign == Valign::kBottom   ? Qt::AlignBottom
                   : valign == Valign::kMiddle ? Qt::AlignVCenter
                                               : Qt::AlignTop;
  return across | down;
}

struct ItemPainter {
  QPainter& painter;
  const BriefingDeck& deck;

  void operator()(const TextItem& text) const {
    painter.setFont(deckFont(text.size_pt, text.bold));
    painter.setPen(colourOf(text.colour));
    painter.drawText(rectOf(text.box), flagsOf(text.align, text.valign) | Qt::TextWordWrap,
                     QString::fromStdString(text.text));
  }
  void operator()(const ShapeItem& shape) const {
    painter.setPen(Qt::NoPen);
    painter.setBrush(colourOf(shape.fill));
    if (shape.corner_pt > 0)
      painter.drawRoundedRect(rectOf(shape.box), shape.corner_pt, shape.corner_pt);
    else
      painter.drawRect(rectOf(shape.box));
  }
  void operator()(const TableItem& table) const {
    constexpr double kCellSide_pt = 5;
    double y_pt = table.box.y_pt;
    for (const auto& row : table.rows) {
      double x_pt = table.box.x_pt;
      for (std::size_t i = 0; i < row.size() && i < table.column_width_pt.size(); ++i) {
        const QRectF cell(x_pt, y_pt, table.column_width_pt[i], table.row_height_pt);
        if (row[i].fill) painter.fillRect(cell, colourOf(*row[i].fill));
        painter.setFont(deckFont(table.size_pt, row[i].bold));
        painter.setPen(colourOf(row[i].colour));
        painter.drawText(cell.adjusted(kCellSide_pt, 0, -kCellSide_pt, 0),
                         flagsOf(row[i].align, Valign::kMiddle) | Qt::TextSingleLine | Qt::TextDontClip,
                         QString::fromStdString(row[i].text));
        x_pt += table.column_width_pt[i];
      }
      y_pt += table.row_height_pt;
      painter.fillRect(QRectF(table.box.x_pt, y_pt - 0.5, x_pt - table.box.x_pt, 0.5), colourOf(table.line));
    }
  }
  void operator()(const PictureItem& picture) const {
    if (const auto map = deck.maps.find(picture.name); map != deck.maps.end()) {
      painter.drawImage(rectOf(picture.box), map->second);
    } else if (const auto chart = deck.drawn.find(picture.name); chart != deck.drawn.end()) {
      painter.save();
      painter.translate(picture.box.x_pt, picture.box.y_pt);
      QPicture recorded = chart->second;  // playing moves its own reading mark
      // A QPicture grows with the dots per inch of what it is played on; here all sizes are points already.
      const double scale = kChartScale * recorded.logicalDpiX() / painter.device()->logicalDpiX();
      painter.scale(scale, scale);
      recorded.play(&painter);
      painter.restore();
    }
  }
};

}  // namespace

void paintSlide(QPainter& painter, const Slide& slide, const BriefingDeck& deck) {
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing | QPainter::SmoothPixmapTransform);
  painter.fillRect(QRectF(0, 0, kPageWidth_pt, kPageHeight_pt), colourOf(slide.ground));
  for (const Item& item : slide.items) std::visit(ItemPainter{painter, deck}, item);
}

QImage slidePicture(const Slide& slide, const BriefingDeck& deck, QSize size_px) {
  QImage picture(size_px, QImage::Format_RGB32);
  picture.fill(colourOf(slide.ground));
  QPainter painter(&picture);
  const double ratio = std::min(size_px.width() / kPageWidth_pt, size_px.height() / kPageHeight_pt);
  painter.translate((size_px.width() - kPageWidth_pt * ratio) / 2, (size_px.height() - kPageHeight_pt * ratio) / 2);
  painter.scale(ratio, ratio);
  painter.setClipRect(QRectF(0, 0, kPageWidth_pt, kPageHeight_pt));
  paintSlide(painter, slide, deck);
  return picture;
}

}  // namespace app
