// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <span>
#include <string>

#include "layers/core/layer_state.h"
#include "layers/raster/raster_tint.h"

namespace layers {

// Colour ramps for measured values, each even to the eye from end to end.
enum class Ramp { kViridis, kCividis, kMagma, kBlues, kGreys, kElevation };

struct RampInfo {
  Ramp ramp;
  const char* id;  // "viridis", for the command line
  BilingualText name;
};
std::span<const RampInfo> rampList();
std::optional<Ramp> rampOf(const std::string& id);

// Between which values the ramp is laid.
enum class Stretch {
  kUsual,  // the 2nd to the 98th percentile: single odd cells do not pale the rest
  kFull,   // smallest to largest, of the values looked at when the file was opened
};

// How a measured band is coloured.
struct RasterLook {
  Ramp ramp = Ramp::kViridis;
  Stretch stretch = Stretch::kUsual;
  int classes = 0;  // 0: continuous; else 2 to 32 steps of equal width
  bool reversed = false;
  friend bool operator==(const RasterLook&, const RasterLook&) = default;
};

QColor rampColour(const RasterLook& look, float ratio);
RampColours rampColours(const RasterLook& look);

// The look of a layer of measured values; none for pictures, relief and vectors.
std::optional<RasterLook> lookOf(const LayerState& layer);
// The same raster in another look; what was read of the file is shared. Null where lookOf has nothing.
LayerStatePtr withLook(const LayerState& layer, const RasterLook& look);

}  // namespace layers
