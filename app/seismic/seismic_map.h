// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <memory>
#include <optional>

#include "app/core/panel.h"
#include "gis/geo/projector.h"
#include "layers/seismic/seismic_layer.h"

namespace app {

// Keeps the map's layer "seismic" in step with what the pages of the room want to be seen. Window's thread.
class SeismicMap : public QObject {
  Q_OBJECT
 public:
  explicit SeismicMap(PanelContext& context, QObject* parent = nullptr);

  void showScenario(std::vector<gis::seismic::Isoseismal> zones, gis::LonLat epicentre, const QString& text);
  void clearScenario();
  void showQuakes(std::vector<gis::seismic::PastQuake> quakes, int chosen);
  void showStrips(std::vector<gis::seismic::Fault> faults, double buffer_m);
  // Index into the shown earthquakes; -1: none there.
  int quakeAt(gis::MapXY where) const;
  // Shows all zones of the scenario, as far as they concern the city.
  void fitScenario();
  void forget();  // another workspace

 private:
  void publish();
  PanelContext& m_context;
  layers::SeismicContent m_content;
  std::shared_ptr<const layers::SeismicLayer> m_layer;
  std::optional<gis::Projector> m_projector;
  std::string m_projector_crs;
};

}  // namespace app
