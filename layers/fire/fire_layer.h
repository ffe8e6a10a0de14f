// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <optional>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// What the fire room draws, in map metres. Plain data; whatever is empty is not drawn.
struct FireDrawing {
  struct Sector {
    double towards_deg, half_deg, radius_m;  // clockwise from north
  };
  struct Way {
    std::vector<gis::MapXY> line;
    bool chosen = false;
  };
  struct Mesh {
    std::vector<gis::MapXY> ring;
    bool closed = false, chosen = false;
  };
  struct Gap {
    gis::MapXY end, close_at;
    double length_m = 0;  // 0: an end with nothing near
  };
  struct Area {  // a county by its fire-weather grade 1..5
    std::vector<std::vector<gis::MapXY>> rings;
    int grade = 0;
  };
  struct Seen {  // one pixel a cell: 255 seen, 0 not, 128 out of range
    gis::MapBox box;
    QImage cells;  // Format_Grayscale8
  };
  std::optional<gis::MapXY> fire;
  std::vector<double> rings_m;
  std::optional<Sector> sector;
  std::vector<Way> ways;
  std::vector<Mesh> meshes;
  std::vector<Gap> gaps;
  std::vector<Area> areas;
  std::optional<Seen> seen;
  std::optional<gis::MapXY> observer;
  // Metres on the map for one on the ground, for circles.
  double map_scale_ratio = 1;
};

// What is seen, as it is painted: for a legend. Any thread.
QImage seenSwatch(int side_px);

// Any thread.
class FireLayer final : public LayerState {
 public:
  explicit FireLayer(FireDrawing drawing);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  const FireDrawing& drawing() const { return m_drawing; }

 private:
  FireDrawing m_drawing;
  gis::MapBox m_extent;
  QImage m_seen;  // coloured
};

// The colours of the fire-weather grades 1..5 (QX/T 77-2007: green, blue, yellow, orange, red), for swatches in lists.
QColor fireGradeColour(int grade);

}  // namespace layers
