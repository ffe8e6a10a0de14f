// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seismic/seismic_map.h"

#include "app/core/map_document.h"

namespace app {

namespace {

const QString kLayerId = QStringLiteral("seismic-room");

}  // namespace

SeismicMap::SeismicMap(PanelContext& context, QObject* parent) : QObject(parent), m_context(context) {}

void SeismicMap::showScenario(std::vector<gis::seismic::Isoseismal> zones, gis::LonLat epicentre, const QString& text) {
  m_content.zones = std::move(zones);
  m_content.epicentre = epicentre;
  m_content.epicentre_text = text.toStdString();
  publish();
}

void SeismicMap::clearScenario() {
  if (!m_content.epicentre) return;
  m_content.zones.clear();
  m_content.epicentre.reset();
  publish();
}

void SeismicMap::showQuakes(std::vector<gis::seismic::PastQuake> quakes, int chosen) {
  m_content.quakes = std::move(quakes);
  m_content.chosen_quake = chosen;
  publish();
}

void SeismicMap::showStrips(std::vector<gis::seismic::Fault> faults, double buffer_m) {
  m_content.faults = std::move(faults);
  m_content.buffer_m = buffer_m;
  publish();
}

int SeismicMap::quakeAt(gis::MapXY where) const {
  return m_layer ? m_layer->quakeAt(where, m_context.map.metres_per_px(), m_context.document.symbolScaleRatio()) : -1;
}

void SeismicMap::fitScenario() {
  if (!m_layer || m_content.zones.empty()) return;
  gis::MapBox box;
  for (const gis::LonLat& p : m_content.zones.back().ring)
    if (const auto at = m_context.document.toMap(p)) box.add(*at);
  if (!box.empty()) m_context.map.show_box(box);
}

void SeismicMap::forget() {
  m_content = {};
  m_layer.reset();
}

void SeismicMap::publish() {
  MapDocument& document = m_context.document;
  if (!document.workspace()) return;
  const bool nothing = !m_content.epicentre && m_content.quakes.empty() && m_content.faults.empty();
  if (nothing) {
    m_layer.reset();
    if (document.find(kLayerId) != nullptr) document.removeLayer(kLayerId);
    return;
  }
  if (!m_projector || m_projector_crs != document.mapCrs()) {
    auto made = gis::Projector::create("EPSG:4490", document.mapCrs());
    if (!made) return;
    m_projector.emplace(std::move(*made));
    m_projector_crs = document.mapCrs();
  }
  m_layer = std::make_shared<const layers::SeismicLayer>(m_content, *m_projector);
  if (document.find(kLayerId) != nullptr) {
    document.setState(kLayerId, m_layer);
    return;
  }
  MapLayer layer;
  layer.id = kLayerId;
  layer.room = QStringLiteral("seismic");
  layer.group = QStringLiteral("seismic");
  layer.title = {QStringLiteral("地震情景与目录"), QStringLiteral("Earthquake scenario and catalogue")};
  layer.origin = LayerOrigin::kPlotting;
  layer.state = m_layer;
  layer.load = LoadState::kReady;
  document.addLayer(std::move(layer));
}

}  // namespace app
