// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/hover_highlight.h"

#include <QPainter>

#include "app/settings/theme.h"

namespace app {

namespace {

constexpr int kRestMs = 30;
constexpr double kHoverReachPx = 6, kLargestRatio = 0.5;

struct Source {
  QString id;
  layers::LayerStatePtr state;
  std::shared_ptr<const gis::MapColumns> columns;
};

}  // namespace

HoverHighlight::HoverHighlight(JobPools& pools, const MapDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_slot(pools, Pool::kDrawing) {
  m_rest.setSingleShot(true);
  m_rest.setInterval(kRestMs);
  connect(&m_rest, &QTimer::timeout, this, &HoverHighlight::look);
  connect(&document, &MapDocument::changed, this, [this](const MapChange& change) {
    constexpr unsigned kOther =
        MapChange::kWorkspace | MapChange::kContent | MapChange::kVisibility | MapChange::kLayers | MapChange::kPast;
    if (change.properties & kOther) clear();
  });
}

void HoverHighlight::pointAt(gis::MapXY where, const layers::MapView& view) {
  m_where = where;
  m_view = view;
  m_rest.start();
}

void HoverHighlight::clear() {
  m_rest.stop();
  m_slot.drop();
  if (std::exchange(m_found, std::nullopt)) emit changed();
}

void HoverHighlight::look() {
  if (m_document.past()) return;  // the index is that of now
  std::vector<Source> sources;
  for (auto layer = m_document.layers().rbegin(); layer != m_document.layers().rend(); ++layer)
    if (layer->visible && layer->state && layer->columns && layer->opacity_ratio > 0)
      sources.push_back({layer->id, layer->state, layer->columns});
  m_slot.ask(
      [sources = std::move(sources), where = m_where, view = m_view](const gis::CancelToken& cancel,
                                                                     const gis::Progress&) -> std::optional<Found> {
        const double largest_m = kLargestRatio * std::max(view.width_px, view.height_px) * view.metres_per_px;
        for (const Source& source : sources) {
          if (cancel.cancelled()) return std::nullopt;
          if (!source.state->visibleAt(view.metres_per_px)) continue;
          for (const layers::Hit& hit :
               source.state->identify(where, kHoverReachPx * view.metres_per_px, view.metres_per_px)) {
            if (hit.feature == layers::Hit::kNotInColumns) continue;
            Found found{source.id, hit.feature, highlightOf(*source.columns, hit.feature, view.metres_per_px)};
            const QRectF box = found.shape.path.boundingRect();
            if (found.shape.kind == gis::GeometryKind::kPolygon && std::max(box.width(), box.height()) > largest_m)
              continue;
            return found;
          }
        }
        return std::nullopt;
      },
      [this](std::optional<Found> found) {
        const bool same = found.has_value() == m_found.has_value() &&
                          (!found || (found->layer_id == m_found->layer_id && found->feature == m_found->feature));
        m_found = std::move(found);
        if (!same) emit changed();
      },
      {}, 1);
}

void HoverHighlight::paint(QPainter& painter, const layers::MapView& view) const {
  if (!m_found) return;
  const ThemeColours& c = currentColours();
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setBrush(Qt::NoBrush);
  const Highlight& shape = m_found->shape;
  for (const bool halo : {true, false}) {
    QPen pen(halo ? c.ground : c.text, dp(halo ? 3.5 : 1.5), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.setPen(pen);
    for (const gis::MapXY& p : shape.points) {
      const gis::PixelXY px = view.toPixel(p);
      painter.drawEllipse(QPointF(px.x_px, px.y_px), dp(12), dp(12));
    }
    if (shape.path.isEmpty()) continue;
    const gis::PixelXY origin = view.toPixel(shape.origin);
    QTransform transform;
    transform.translate(origin.x_px, origin.y_px);
    transform.scale(1 / view.metres_per_px, 1 / view.metres_per_px);
    painter.drawPath(transform.map(shape.path));
  }
  painter.restore();
}

}  // namespace app
