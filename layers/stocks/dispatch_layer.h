// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <optional>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// A plan of sending as the map shows it, in map metres: who gets what by which road, and where no road leads through.
struct DispatchDrawing {
  struct Way {
    std::vector<gis::MapXY> line;
    bool chosen = false;
  };
  enum class Served { kWhole, kPart, kNothing };
  struct Place {
    gis::MapXY at;
    QString name;
    Served served = Served::kWhole;
    bool chosen = false;
  };
  struct Closed {
    std::vector<std::vector<gis::MapXY>> parts;
    double reach_m = 0;  // 0: rings of an area
  };
  std::vector<Way> ways;
  std::vector<Place> places;
  std::vector<Closed> closed;
  std::optional<gis::MapXY> asked;  // "what can be here in two hours"
};

// Told apart without colours: a place that gets all is full, one that gets a part half, one that gets nothing empty
// and crossed; closed ground is hatched. Immutable; any thread.
class DispatchLayer final : public LayerState {
 public:
  explicit DispatchLayer(DispatchDrawing drawing);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  const DispatchDrawing& drawing() const { return m_drawing; }

 private:
  DispatchDrawing m_drawing;
  gis::MapBox m_extent;
};

}  // namespace layers
