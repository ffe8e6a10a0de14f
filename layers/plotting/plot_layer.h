// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/geo/projector.h"
#include "gis/plotting/plot_store.h"
#include "layers/core/layer_state.h"
#include "layers/vector/icon_set.h"

class QPainter;

namespace layers {

// A plotted object on the map: `at` are its points, or the ring of its circle.
struct PlacedPlot {
  gis::PlotObject object;
  std::vector<gis::MapXY> at;
  gis::MapBox box;
};

// Places objects on the map; those outside the projection's range are left out.
std::vector<PlacedPlot> placePlots(const std::vector<gis::PlotObject>& objects, const gis::Projector& to_map);

enum class PlotText { kShown, kLeftOut };

// Draws one object, in the pixels of `view`. Any thread.
void paintPlot(QPainter& painter, const PlacedPlot& plot, const MapView& view, double symbol_scale,
               const IconSet& icons, PlotText text = PlotText::kShown);

// The visible sheets of a workspace. From so far that the signs of a sheet would cover each other they become smaller
// and only its free texts stay: what a sheet is about is seen in every view, its parts where there is room for them.
class PlotLayer final : public LayerState {
 public:
  PlotLayer(const gis::PlotBook& book, const gis::Projector& to_map);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  // Nothing that is seen: room for the texts that paint() draws, so that the names of the map keep off them.
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_plots.size()); }
  // The uppermost object within `radius_m` of a place; its uuid.
  std::optional<std::string> plotAt(gis::MapXY where, double radius_m, double metres_per_px) const;
  const std::vector<PlacedPlot>& plots() const { return m_plots; }

 private:
  // Signs and texts of this object beside their full size, 1 for a sheet that has room.
  double signRatio(std::size_t plot, const PaintContext& context) const;

  std::vector<PlacedPlot> m_plots;
  std::vector<double> m_across_m;  // of each object's sheet; 0 for the only one of a sheet
  gis::MapBox m_extent;
  IconSet m_icons;
};

// The layer of an open workspace; null when nothing is plotted. For a picture from the command line.
gis::Result<std::shared_ptr<const PlotLayer>> plotLayerOf(const gis::Database& db, const std::string& map_crs);

}  // namespace layers
