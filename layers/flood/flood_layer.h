// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <vector>

#include "layers/core/layer_state.h"

namespace layers {

// What the flood room shows above the map. Map coordinates.
enum class FloodMarkKind { kVillage, kRiver, kReservoir };
struct FloodMark {
  gis::MapXY at;
  FloodMarkKind kind = FloodMarkKind::kVillage;
  int severity = 1;  // 3 red: move at once; 2 orange: prepare; 1 yellow
  QString name;
};

enum class FloodLineKind { kUpstream, kDownstream, kStart };
struct FloodLine {
  std::vector<gis::MapXY> line;
  FloodLineKind kind = FloodLineKind::kUpstream;
  double width_px = 2.5;
};

struct FloodArea {
  std::vector<std::vector<gis::MapXY>> rings;  // even-odd
  FloodLineKind kind = FloodLineKind::kUpstream;
};

struct FloodPicture {
  std::vector<FloodArea> areas;
  std::vector<FloodLine> lines;
  std::vector<FloodMark> marks;
};

// Warnings of villages, rivers and reservoirs in the national colours, and what lies up- and downstream of a reach in
// colours that mean no warning. Immutable.
class FloodLayer final : public LayerState {
 public:
  explicit FloodLayer(FloodPicture picture);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  std::vector<LabelCandidate> labels(const PaintContext& context) const override;
  std::vector<LegendEntry> legend(const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_picture.marks.size()); }
  const FloodPicture& picture() const { return m_picture; }

 private:
  FloodPicture m_picture;
  std::vector<gis::MapBox> m_line_boxes, m_area_boxes;
  gis::MapBox m_extent;
};

// Red, orange and yellow of the national warning colours (blue stands for 0).
QColor floodWarningColour(int severity);
// What lies upstream, downstream, and the reach that was chosen.
QColor floodLineColour(FloodLineKind kind, Theme theme);

}  // namespace layers
