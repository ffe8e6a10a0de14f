// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/furniture_overlay.h"

#include <cmath>

#include "app/map/map_canvas.h"
#include "app/settings/theme.h"

namespace app {
namespace {

// A drill's city carries the mark in its name; the title bar is not seen on a full screen.
QString markOf(const MapDocument& document) {
  QStringList marks;
  const QString city = document.cityName();
  if (city.startsWith(QLatin1String("[DRILL]")) || city.startsWith(QStringLiteral("【演练】")))
    marks << QStringLiteral("【演练】");
  if (document.isDemo()) marks << MapCanvas::tr("Demonstration data");
  return marks.join(QLatin1Char(' '));
}

}  // namespace

FurnitureOverlay::FurnitureOverlay(JobPools& pools, const MapDocument& document, QObject* parent)
    : QObject(parent), m_document(document), m_legend_job(pools, Pool::kDrawing) {}

FurnitureOverlay::~FurnitureOverlay() = default;

void FurnitureOverlay::setChoice(const FurnitureChoice& choice) {
  if (choice == m_choice) return;
  m_choice = choice;
  m_place_known = false;
  m_legend_key = {};
  m_furniture.legend.clear();
  m_legend_job.drop();
  emit changed();
}

const gis::Projector* FurnitureOverlay::projector() {
  const std::string crs = m_document.mapCrs();
  if (crs != m_projector_crs) {
    m_projector_crs = crs;
    m_projector.reset();
    if (auto made = gis::Projector::create("EPSG:4490", crs)) m_projector.emplace(std::move(*made));
  }
  return m_projector ? &*m_projector : nullptr;
}

void FurnitureOverlay::refreshLegend(const layers::MapView& view) {
  LegendKey key;
  key.half_zoom = static_cast<int>(std::lround(layers::zoomFor(view.metres_per_px) * 2));
  key.theme = m_document.theme();
  key.language = m_document.language();
  key.device_ratio = view.device_ratio * currentScaleRatio();
  // What lies on top stands on top.
  for (auto layer = m_document.layers().rbegin(); layer != m_document.layers().rend(); ++layer)
    if (layer->visible && layer->state && layer->opacity_ratio > 0 && layer->state->visibleAt(view.metres_per_px))
      key.sources.push_back({layer->title, layer->state});
  if (key == m_legend_key) return;
  m_legend_key = key;
  layers::PaintContext context;
  context.view = view;
  context.view.device_ratio = key.device_ratio;
  context.theme = key.theme;
  context.language = key.language;
  m_legend_job.ask(
      [sources = std::move(key.sources), context](const gis::CancelToken& cancel, const gis::Progress&) {
        std::vector<layers::LegendBlock> blocks;
        for (const Source& source : sources) {
          if (cancel.cancelled()) break;
          blocks.push_back({source.title.text(context.language), source.state->legend(context)});
        }
        return blocks;
      },
      [this](std::vector<layers::LegendBlock> blocks) {
        m_furniture.legend = std::move(blocks);
        emit changed();
      });
}

void FurnitureOverlay::paint(QPainter& painter, const layers::MapView& view, const layers::MapView& resting,
                             const QRectF& canvas) {
  m_furniture.graticule = m_choice.graticule;
  m_furniture.kilometre_grid = m_choice.kilometre_grid;
  m_furniture.legend_words = {tr("Legend"), tr("and %1 more"), m_document.language()};
  m_furniture.mark = markOf(m_document);
  if (m_choice.legend) refreshLegend(resting);
  if (const gis::Projector* to_map = projector(); !m_place_known || !(view == m_placed_for)) {
    m_place = layers::placeOf(m_furniture, view, to_map);
    m_placed_for = view;
    m_place_known = true;
  }
  layers::paintFurniture(painter, {m_document.theme(), currentScaleRatio()}, m_furniture, m_place, view, canvas);
}

}  // namespace app
