// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/map_document.h"

#include <algorithm>
#include <cmath>

#include "layers/vector/selection_layer.h"
#include "layers/vector/style.h"

namespace app {

namespace {
constexpr const char* kDefaultMapCrs = "EPSG:4547";
}

bool MapLayer::shownAt(double metres_per_px) const {
  if (!visible || opacity_ratio <= 0) return false;
  if (state) return state->visibleAt(metres_per_px);
  if (!entry || !entry->style || !(metres_per_px > 0)) return true;
  const double zoom = layers::zoomFor(metres_per_px);
  return std::ranges::any_of(entry->style->layers,
                             [zoom](const layers::StyleLayer& layer) { return layer.shownAt(zoom); });
}

MapDocument::MapDocument(QObject* parent) : QObject(parent) {}

const gis::Projector* MapDocument::projector() const {
  const std::string crs = mapCrs();
  if (m_projector_crs != crs) {
    m_projector_crs = crs;
    m_projector.reset();
    if (auto made = gis::Projector::create("EPSG:4490", crs)) m_projector = std::move(*made);
  }
  return m_projector ? &*m_projector : nullptr;
}

std::string MapDocument::mapCrs() const {
  return m_workspace && !m_workspace->facts.map_crs.empty() ? m_workspace->facts.map_crs : kDefaultMapCrs;
}

QString MapDocument::cityName() const {
  if (!m_workspace) return {};
  const gis::WorkspaceFacts& facts = m_workspace->facts;
  const bool chinese = m_language == QLatin1String("zh") || facts.city_name_en.empty();
  return QString::fromStdString(chinese ? facts.city_name_zh : facts.city_name_en);
}

void MapDocument::setWorkspace(std::optional<OpenWorkspace> workspace) {
  m_workspace = std::move(workspace);
  m_layers.clear();
  m_selection.reset();
  m_chosen = {};
  m_chosen_state.reset();
  m_past.reset();
  tell({}, MapChange::kWorkspace | MapChange::kLayers | MapChange::kSelection | MapChange::kChosen | MapChange::kPast);
}

void MapDocument::setMarks(std::map<std::string, std::int64_t> marks) {
  if (!m_workspace || m_workspace->marks == marks) return;
  m_workspace->marks = std::move(marks);
  tell({}, MapChange::kTables);
}

void MapDocument::tellTables() {
  if (m_workspace) tell({}, MapChange::kTables);
}

const MapLayer* MapDocument::find(const QString& id) const {
  const auto it = std::find_if(m_layers.begin(), m_layers.end(), [&](const MapLayer& l) { return l.id == id; });
  return it == m_layers.end() ? nullptr : &*it;
}

MapLayer* MapDocument::findMutable(const QString& id) {
  const auto it = std::find_if(m_layers.begin(), m_layers.end(), [&](const MapLayer& l) { return l.id == id; });
  return it == m_layers.end() ? nullptr : &*it;
}

void MapDocument::addLayer(MapLayer layer) {
  const QString id = layer.id;
  m_layers.push_back(std::move(layer));
  tell(id, MapChange::kLayers | MapChange::kContent);
}

void MapDocument::addLayers(std::vector<MapLayer> layers) {
  for (MapLayer& layer : layers) m_layers.push_back(std::move(layer));
  tell({}, MapChange::kLayers | MapChange::kContent);
}

void MapDocument::removeLayer(const QString& id) {
  std::erase_if(m_layers, [&](const MapLayer& l) { return l.id == id; });
  if (m_selection && m_selection->layer_id == id) select({});
  if (m_chosen.find(id)) {
    FeatureSelection rest = m_chosen;
    rest.forget(id);
    choose(std::move(rest));
  }
  tell(id, MapChange::kLayers | MapChange::kContent);
}

void MapDocument::setState(const QString& id, layers::LayerStatePtr state,
                           std::shared_ptr<const gis::MapColumns> columns) {
  MapLayer* layer = findMutable(id);
  if (!layer || layer->state == state) return;
  layer->columns = std::move(columns);
  layer->state = std::move(state);
  layer->load = LoadState::kReady;
  layer->error.reset();
  if (const auto* part = m_chosen.find(id); part && part->columns != layer->columns) {
    FeatureSelection moved = m_chosen;
    moved.moveTo(id, layer->columns);
    choose(std::move(moved));
  }
  tell(id, MapChange::kContent | MapChange::kLoad);
}

void MapDocument::setLoad(const QString& id, LoadState load, double done_ratio, std::optional<gis::Error> error) {
  MapLayer* layer = findMutable(id);
  if (!layer) return;
  layer->load = load;
  layer->load_ratio = done_ratio;
  layer->error = std::move(error);
  tell(id, MapChange::kLoad);
}

void MapDocument::setVisible(const QString& id, bool visible) {
  MapLayer* layer = findMutable(id);
  if (!layer || layer->visible == visible) return;
  layer->visible = visible;
  tell(id, MapChange::kVisibility);
}

void MapDocument::setOpacity(const QString& id, double opacity_ratio) {
  MapLayer* layer = findMutable(id);
  if (!layer || layer->opacity_ratio == opacity_ratio) return;
  layer->opacity_ratio = std::clamp(opacity_ratio, 0.0, 1.0);
  tell(id, MapChange::kOpacity);
}

void MapDocument::moveAbove(const QString& id, const QString& below_id) {
  const auto it = std::find_if(m_layers.begin(), m_layers.end(), [&](const MapLayer& l) { return l.id == id; });
  if (it == m_layers.end() || id == below_id) return;
  MapLayer moved = std::move(*it);
  m_layers.erase(it);
  const auto below =
      std::find_if(m_layers.begin(), m_layers.end(), [&](const MapLayer& l) { return l.id == below_id; });
  m_layers.insert(below == m_layers.end() ? m_layers.begin() : below + 1, std::move(moved));
  tell(id, MapChange::kLayers);
}

void MapDocument::setLook(layers::Theme theme, double symbol_scale_ratio, const QString& language) {
  if (theme == m_theme && symbol_scale_ratio == m_symbol_scale_ratio && language == m_language) return;
  m_theme = theme, m_symbol_scale_ratio = symbol_scale_ratio, m_language = language;
  tell({}, MapChange::kLook);
}

void MapDocument::select(std::optional<Selection> selection) {
  m_selection = std::move(selection);
  tell({}, MapChange::kSelection);
}

void MapDocument::choose(FeatureSelection chosen) {
  if (chosen.empty() && m_chosen.empty()) return;
  m_chosen = std::move(chosen);
  std::vector<layers::ChosenFeatures> shown;
  for (const FeatureSelection::Part& part : m_chosen.parts()) shown.push_back({part.columns, part.features});
  m_chosen_state = shown.empty() ? nullptr : layers::buildSelectionLayer(std::move(shown));
  tell({}, MapChange::kChosen);
}

void MapDocument::showPast(PastMapPtr past) {
  if (past == m_past) return;
  m_past = std::move(past);
  if (m_workspace) m_workspace->moment_utc_ms = m_past ? std::optional(m_past->utc_ms) : std::nullopt;
  tell({}, MapChange::kPast);
}

layers::FrameRequest MapDocument::frame(const PastMapPtr& past, const QString& without_id) const {
  layers::FrameRequest request;
  for (const MapLayer& layer : m_layers) {
    if (!layer.visible || !layer.state || layer.opacity_ratio <= 0 || layer.id == without_id) continue;
    layers::LayerStatePtr state = layer.state;
    if (past)
      if (const auto then = past->states.find(layer.id); then != past->states.end()) state = then->second;
    request.layers.push_back({std::move(state), layer.opacity_ratio});
  }
  if (m_chosen_state) request.layers.push_back({m_chosen_state, 1});
  request.theme = m_theme;
  request.symbol_scale = m_symbol_scale_ratio;
  request.language = m_language;
  request.glyphs = m_glyphs;
  return request;
}

gis::MapBox MapDocument::extent() const {
  gis::MapBox box;
  if (m_workspace && !m_workspace->facts.extent.empty()) {
    const gis::LonLatBox& e = m_workspace->facts.extent;
    for (const gis::LonLat corner : {gis::LonLat{e.west_deg, e.south_deg}, gis::LonLat{e.west_deg, e.north_deg},
                                     gis::LonLat{e.east_deg, e.south_deg}, gis::LonLat{e.east_deg, e.north_deg}})
      if (const auto p = toMap(corner)) box.add(*p);
    if (!box.empty()) return box;
  }
  for (const MapLayer& layer : m_layers)
    if (layer.state && !layer.state->extent().empty()) box.add(layer.state->extent());
  return box;
}

std::optional<gis::LonLat> MapDocument::toLonLat(gis::MapXY where) const {
  const gis::Projector* project = projector();
  if (!project) return {};
  const auto back = project->inverse({where.x_m, where.y_m});
  if (!back || !std::isfinite(back->x) || !std::isfinite(back->y)) return {};
  return gis::LonLat{back->x, back->y};
}

std::optional<gis::MapXY> MapDocument::toMap(gis::LonLat where) const {
  const gis::Projector* project = projector();
  if (!project) return {};
  const auto there = project->forward({where.lon_deg, where.lat_deg});
  if (!there || !std::isfinite(there->x) || !std::isfinite(there->y)) return {};
  return gis::MapXY{there->x, there->y};
}

}  // namespace app
