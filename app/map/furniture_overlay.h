// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QRectF>
#include <memory>
#include <vector>

#include "app/core/map_document.h"
#include "app/jobs/job_slot.h"
#include "layers/furniture/furniture.h"

class QPainter;

namespace app {

// What the user wants to see over the map beside scale bar and north arrow, which are always there.
struct FurnitureChoice {
  bool graticule = false;
  bool kilometre_grid = false;
  bool legend = false;
  friend bool operator==(const FurnitureChoice&, const FurnitureChoice&) = default;
};

// Grid lines, legend, scale bar and north arrow over the window's map. Lines are worked out anew when the view has
// changed; the legend is made by a worker when layers, look or scale have. Window's thread.
class FurnitureOverlay : public QObject {
  Q_OBJECT
 public:
  FurnitureOverlay(JobPools& pools, const MapDocument& document, QObject* parent = nullptr);
  ~FurnitureOverlay() override;

  void setChoice(const FurnitureChoice& choice);
  const FurnitureChoice& choice() const { return m_choice; }
  // `resting`: where the view is heading; the legend is made for its scale, not for every step on the way.
  void paint(QPainter& painter, const layers::MapView& view, const layers::MapView& resting, const QRectF& canvas);
  bool idle() const { return !m_legend_job.busy(); }

 signals:
  void changed();

 private:
  struct Source {
    layers::BilingualText title;
    layers::LayerStatePtr state;
    bool operator==(const Source& other) const { return state == other.state; }
  };
  // What the legend depends on.
  struct LegendKey {
    std::vector<Source> sources;
    int half_zoom = 0;
    layers::Theme theme = layers::Theme::kDark;
    QString language;
    double device_ratio = 1;
    bool operator==(const LegendKey&) const = default;
  };
  void refreshLegend(const layers::MapView& view);
  const gis::Projector* projector();

  const MapDocument& m_document;
  FurnitureChoice m_choice;
  layers::Furniture m_furniture;
  layers::FurniturePlace m_place;
  layers::MapView m_placed_for;
  bool m_place_known = false;
  LegendKey m_legend_key;
  JobSlot<std::vector<layers::LegendBlock>> m_legend_job;
  std::optional<gis::Projector> m_projector;
  std::string m_projector_crs;
};

}  // namespace app
