// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/geo/projector.h"
#include "gis/seismic/fault_store.h"
#include "gis/seismic/quake_store.h"
#include "gis/seismic/scenario.h"
#include "layers/core/layer_state.h"

namespace layers {

// What the seismic room shows on the map; each part may be empty.
struct SeismicContent {
  std::vector<gis::seismic::Isoseismal> zones;  // highest degree first, as isoseismals() gives them
  std::optional<gis::LonLat> epicentre;
  std::string epicentre_text;  // beside the star
  std::vector<gis::seismic::PastQuake> quakes;
  int chosen_quake = -1;                    // index into quakes
  std::vector<gis::seismic::Fault> faults;  // with a strip of buffer_m on both sides
  double buffer_m = 0;
};

// Colours that are none of the four of warnings: violet for shaking, sand for strips along faults, teal for the past.
QColor zoneColour(int degree, Theme theme);
QColor quakeColour(int year, Theme theme);
// Radius of a past earthquake's sign, px at scale one; grows with its magnitude.
double quakeRadiusPx(std::optional<double> magnitude);

// Isoseismals with their degrees, the star of the epicentre, past earthquakes by magnitude and time, strips along
// faults. Immutable; any thread.
class SeismicLayer final : public LayerState {
 public:
  // Places outside the projection's range are left out.
  SeismicLayer(const SeismicContent& content, const gis::Projector& to_map);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  // The uppermost past earthquake at a place, by its index in the content; -1: none.
  int quakeAt(gis::MapXY where, double metres_per_px, double symbol_scale) const;

 private:
  struct Zone {
    int degree;
    std::vector<gis::MapXY> ring;
    gis::MapBox box;
  };
  struct Quake {
    gis::MapXY at;
    std::optional<double> magnitude;
    int year, index;
    bool chosen;
  };
  struct Strip {
    std::vector<gis::MapXY> line;
    gis::MapBox box;
  };
  void paintStrips(QPainter& painter, const PaintContext& context) const;
  void paintZones(QPainter& painter, const PaintContext& context) const;
  void paintQuakes(QPainter& painter, const PaintContext& context) const;
  void paintStar(QPainter& painter, const PaintContext& context) const;

  std::vector<Zone> m_zones;
  std::vector<Quake> m_quakes;  // small ones last, so that they lie above
  std::vector<Strip> m_strips;
  std::optional<gis::MapXY> m_star;
  QString m_star_text;
  double m_buffer_m = 0;
  gis::MapBox m_extent;
};

}  // namespace layers
