// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/plotting/plot_layer.h"

#include <QPainter>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "layers/core/label_font.h"
#include "layers/core/tile_surface.h"
#include "layers/plotting/arrow_shape.h"

namespace layers {

namespace {

constexpr double kIconPx = 30;
constexpr double kLabelPx = 14;
constexpr double kTextPxPerWidth = 6;   // text of width 3 is 18 px high
constexpr double kArrowPxPerWidth = 5;  // an arrow of width 3 has a body of 15 px
constexpr double kMarginPx = 220;       // how far signs and texts stick out
constexpr double kRoomyPx = 320;        // a sheet this large on the screen has room for its signs
constexpr double kLeastSignRatio = 0.45;
constexpr int kAreaAlpha = 56, kArrowAlpha = 215;
const QColor kHalo(255, 255, 255, 225), kDarkHalo(16, 20, 26, 200);

QPolygonF pixelsOf(const PlacedPlot& plot, const MapView& view) {
  QPolygonF line;
  for (const gis::MapXY& at : plot.at) {
    const gis::PixelXY px = view.toPixel(at);
    line << QPointF(px.x_px, px.y_px);
  }
  return line;
}

// Letters around a centre, with a halo.
void paintText(QPainter& painter, QPointF centre, const QString& text, double size_px, const QColor& colour) {
  const QFont font = labelFont(size_px, true);
  const QFontMetricsF metrics(font);
  const QStringList lines = text.split(QLatin1Char('\n'));
  QPainterPath path;
  double y =
      centre.y() - (static_cast<double>(lines.size()) - 1) / 2 * size_px * kLineHeightRatio + size_px * kBaselineRatio;
  for (const QString& line : lines) {
    path.addText(centre.x() - metrics.horizontalAdvance(line) / 2, y, font, line);
    y += size_px * kLineHeightRatio;
  }
  painter.strokePath(path, QPen(colour.lightness() > 150 ? kDarkHalo : kHalo, size_px / 5, Qt::SolidLine, Qt::RoundCap,
                                Qt::RoundJoin));
  painter.fillPath(path, colour);
}

void paintSymbol(QPainter& painter, const PlacedPlot& plot, QPointF at, double scale, const IconSet& icons) {
  const QColor colour(QString::fromStdString(plot.object.colour));
  const double size = kIconPx * scale;
  const QImage icon = icons.image(plot.object.symbol, size, painter.device()->devicePixelRatioF(), colour);
  if (icon.isNull()) {
    painter.setPen(QPen(kHalo, 2 * scale));
    painter.setBrush(colour);
    painter.drawEllipse(at, size / 4, size / 4);
  } else {
    painter.drawImage(QRectF(at.x() - size / 2, at.y() - size / 2, size, size), icon);
  }
}

// Where the text of an object is centred and how high it is; none without a text.
struct TextPlace {
  QPointF at;
  double size_px = 0;
};

QPointF middleOf(const QPolygonF& line);

std::optional<TextPlace> textPlace(const gis::PlotObject& object, const QPolygonF& line, double symbol_scale) {
  const double size_px = kLabelPx * symbol_scale;
  if (object.label.empty() || line.isEmpty()) return std::nullopt;
  switch (object.kind) {
    case gis::PlotKind::kText:
      return TextPlace{line.front(), kTextPxPerWidth * object.width_px * symbol_scale};
    case gis::PlotKind::kPoint:
      return TextPlace{line.front() + QPointF(0, kIconPx / 2 * symbol_scale + 0.7 * size_px), size_px};
    case gis::PlotKind::kLine:
      return TextPlace{middleOf(line) - QPointF(0, size_px), size_px};
    case gis::PlotKind::kArrow:
      return TextPlace{middleOf(line), size_px};
    case gis::PlotKind::kArea:
    case gis::PlotKind::kCircle:
      break;
  }
  return TextPlace{line.boundingRect().center(), size_px};
}

// Middle of a line by length.
QPointF middleOf(const QPolygonF& line) {
  double half = 0;
  for (int i = 1; i < line.size(); ++i) half += QLineF(line[i - 1], line[i]).length() / 2;
  for (int i = 1; i < line.size(); ++i) {
    const QLineF piece(line[i - 1], line[i]);
    if (half <= piece.length() && piece.length() > 0) return piece.pointAt(half / piece.length());
    half -= piece.length();
  }
  return line.isEmpty() ? QPointF() : line.front();
}

double distance(const QPolygonF& line, QPointF at) {
  double nearest = std::numeric_limits<double>::infinity();
  for (int i = 0; i < line.size(); ++i) {
    const QPointF a = line[std::max(i - 1, 0)], along = line[i] - a, to = at - a;
    const double square = QPointF::dotProduct(along, along);
    const double t = square > 0 ? std::clamp(QPointF::dotProduct(to, along) / square, 0.0, 1.0) : 0.0;
    const QPointF off = to - t * along;
    nearest = std::min(nearest, std::hypot(off.x(), off.y()));
  }
  return nearest;
}

bool isArea(gis::PlotKind kind) { return kind == gis::PlotKind::kArea || kind == gis::PlotKind::kCircle; }

}  // namespace

std::vector<PlacedPlot> placePlots(const std::vector<gis::PlotObject>& objects, const gis::Projector& to_map) {
  std::vector<PlacedPlot> placed;
  for (const gis::PlotObject& object : objects) {
    PlacedPlot plot{object, {}, {}};
    const bool circle = object.kind == gis::PlotKind::kCircle;
    for (const gis::LonLat& point : circle ? gis::circleRing(object.points.front(), object.radius_m) : object.points)
      if (const auto at = to_map.forward({point.lon_deg, point.lat_deg})) {
        plot.at.push_back({at->x, at->y});
        plot.box.add(plot.at.back());
      }
    if (plot.at.size() >= gis::leastPoints(object.kind)) placed.push_back(std::move(plot));
  }
  return placed;
}

void paintPlot(QPainter& painter, const PlacedPlot& plot, const MapView& view, double symbol_scale,
               const IconSet& icons, PlotText text) {
  const gis::PlotObject& object = plot.object;
  const QColor colour(QString::fromStdString(object.colour));
  QPolygonF line = pixelsOf(plot, view);
  const double width = object.width_px * symbol_scale;
  painter.save();
  QPen pen(colour, width, object.dashed ? Qt::DashLine : Qt::SolidLine, object.dashed ? Qt::FlatCap : Qt::RoundCap,
           Qt::RoundJoin);
  if (isArea(object.kind)) {
    QColor fill = colour;
    fill.setAlpha(kAreaAlpha);
    painter.setPen(pen);
    painter.setBrush(fill);
    painter.drawPolygon(line);
  } else if (object.kind == gis::PlotKind::kArrow) {
    const QPainterPath arrow = arrowShape(line, width * kArrowPxPerWidth);
    QColor fill = colour;
    fill.setAlpha(kArrowAlpha);
    painter.strokePath(arrow, QPen(kHalo, 3 * symbol_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.fillPath(arrow, fill);
  } else if (object.kind == gis::PlotKind::kLine) {
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(kDarkHalo, width + 2 * symbol_scale, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setPen(pen);
    painter.drawPolyline(line);
  } else if (object.kind == gis::PlotKind::kPoint) {
    paintSymbol(painter, plot, line.front(), symbol_scale, icons);
  }
  if (const auto place = textPlace(object, line, symbol_scale); place && text == PlotText::kShown)
    paintText(painter, place->at, QString::fromStdString(object.label), place->size_px, colour);
  painter.restore();
}

PlotLayer::PlotLayer(const gis::PlotBook& book, const gis::Projector& to_map) {
  std::set<std::string> shown;
  for (const gis::PlotSheet& sheet : book.sheets)
    if (sheet.visible) shown.insert(sheet.uuid);
  std::vector<gis::PlotObject> objects;
  std::ranges::copy_if(book.objects, std::back_inserter(objects),
                       [&](const gis::PlotObject& object) { return shown.contains(object.sheet_uuid); });
  m_plots = placePlots(objects, to_map);
  std::map<std::string, std::pair<gis::MapBox, int>> sheets;
  for (const PlacedPlot& plot : m_plots) {
    m_extent.add(plot.box);
    auto& [box, count] = sheets[plot.object.sheet_uuid];
    box.add(plot.box);
    ++count;
  }
  for (const PlacedPlot& plot : m_plots) {
    const auto& [box, count] = sheets[plot.object.sheet_uuid];
    m_across_m.push_back(count > 1 ? std::max(box.max_x_m - box.min_x_m, box.max_y_m - box.min_y_m) : 0);
  }
}

double PlotLayer::signRatio(std::size_t plot, const PaintContext& context) const {
  if (m_across_m[plot] <= 0) return 1;
  const double across_px = m_across_m[plot] / context.view.metres_per_px / context.symbol_scale;
  return std::clamp(across_px / kRoomyPx, kLeastSignRatio, 1.0);
}

void PlotLayer::paint(TileSurface& surface, const PaintContext& context) const {
  gis::MapBox wanted = context.view.box();
  const double margin_m = kMarginPx * context.symbol_scale * context.view.metres_per_px;
  wanted = {wanted.min_x_m - margin_m, wanted.min_y_m - margin_m, wanted.max_x_m + margin_m, wanted.max_y_m + margin_m};
  for (std::size_t i = 0; i < m_plots.size(); ++i) {
    if (context.cancel.cancelled()) return;
    const PlacedPlot& plot = m_plots[i];
    if (!plot.box.intersects(wanted)) continue;
    const double ratio = signRatio(i, context);
    const bool has_room = ratio > kLeastSignRatio || plot.object.kind == gis::PlotKind::kText;
    paintPlot(surface.painter(), plot, context.view, ratio * context.symbol_scale, m_icons,
              has_room ? PlotText::kShown : PlotText::kLeftOut);
  }
}

std::vector<LabelCandidate> PlotLayer::labels(const PaintContext& context) const {
  constexpr int kAboveAllNames = 1'000'000;
  std::vector<LabelCandidate> room;
  for (std::size_t i = 0; i < m_plots.size(); ++i) {
    const PlacedPlot& plot = m_plots[i];
    const double ratio = signRatio(i, context);
    if (ratio <= kLeastSignRatio && plot.object.kind != gis::PlotKind::kText) continue;
    const auto place = textPlace(plot.object, pixelsOf(plot, context.view), ratio * context.symbol_scale);
    if (!place) continue;
    const gis::MapXY where = context.view.toMap({place->at.x(), place->at.y()});
    for (const QString& text : QString::fromStdString(plot.object.label).split(QLatin1Char('\n'))) {
      LabelCandidate name;
      name.text = text;
      name.where = where;
      name.priority = kAboveAllNames;
      name.size_px = place->size_px / context.symbol_scale;
      name.bold = true;
      name.colour = name.halo = Qt::transparent;
      name.halo_px = 0;
      room.push_back(std::move(name));
    }
  }
  return room;
}

std::optional<std::string> PlotLayer::plotAt(gis::MapXY where, double radius_m, double metres_per_px) const {
  for (auto plot = m_plots.rbegin(); plot != m_plots.rend(); ++plot) {
    QPolygonF line;
    for (const gis::MapXY& at : plot->at) line << QPointF(at.x_m - where.x_m, at.y_m - where.y_m);
    const gis::PlotKind kind = plot->object.kind;
    double reach_m = radius_m;
    if (kind == gis::PlotKind::kPoint || kind == gis::PlotKind::kText) reach_m += kIconPx / 2 * metres_per_px;
    if (kind == gis::PlotKind::kArrow) reach_m += plot->object.width_px * kArrowPxPerWidth / 2 * metres_per_px;
    if (isArea(kind) && line.containsPoint({}, Qt::OddEvenFill)) return plot->object.uuid;
    if (isArea(kind) && !line.isEmpty()) line << line.front();
    if (distance(line, {}) <= reach_m) return plot->object.uuid;
  }
  return std::nullopt;
}

gis::Result<std::shared_ptr<const PlotLayer>> plotLayerOf(const gis::Database& db, const std::string& map_crs) {
  const auto book = gis::PlotStore(db).book();
  if (!book) return std::unexpected(book.error());
  if (book->value.objects.empty()) return nullptr;
  const auto projector = gis::Projector::create("EPSG:4490", map_crs);
  if (!projector) return std::unexpected(projector.error());
  return std::make_shared<const PlotLayer>(book->value, *projector);
}

}  // namespace layers
