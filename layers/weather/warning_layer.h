// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "layers/core/layer_state.h"
#include "layers/vector/icon_set.h"

namespace layers {

// A district, or an area of its own, under warning: the worst colour in force (code_warning_colour 1 red .. 4 blue) and
// the types of all warnings, worst first, e.g. "11B03".
struct WarnedShape {
  std::vector<std::vector<gis::MapXY>> rings;  // even-odd
  gis::MapXY sign_at;
  int colour = 4;
  struct Sign {
    std::string type_code;
    int colour;
  };
  std::vector<Sign> signs;
};

// Warnings on the map (气象预警信号): hatched areas in the warning's colour and the drawn signs of their types. Any
// thread.
class WarningLayer final : public LayerState {
 public:
  explicit WarningLayer(std::vector<WarnedShape> shapes);
  gis::MapBox extent() const override { return m_extent; }
  void paint(TileSurface& surface, const PaintContext& context) const override;
  long long featureCount() const override { return static_cast<long long>(m_shapes.size()); }

 private:
  std::vector<WarnedShape> m_shapes;
  gis::MapBox m_extent;
  IconSet m_icons;
};

// The national colours of warning signals. Source: facts of the national platform: red E60012, orange F39800, yellow
// FFF100, blue 0068B7.
QColor warningColour(int colour);
// The drawn sign of a type, e.g. "warn-11B03"; "warn-other" for types without one.
std::string warningIcon(const std::string& type_code);

}  // namespace layers
