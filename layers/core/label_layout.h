// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>
#include <QRectF>
#include <vector>

#include "layers/core/glyph_atlas.h"
#include "layers/core/layer_state.h"

namespace layers {

struct LaidLetter {
  std::uint32_t letter = 0;  // of the atlas
  QPointF pen_px;            // on its baseline, device-independent pixels of the view
  double angle_deg = 0;
};

// A label on the screen: its letters and the rectangles they keep free of others. Without letters: it has no place
// (a line that is too short, or turns too sharply to be read).
struct LabelLayout {
  std::vector<LaidLetter> letters;
  std::vector<QRectF> cover;
};

// Sets a label at its anchor, or along its path if it has one. Names along a line read from left to right; Chinese
// names on a steep line stand upright to it and read from top to bottom, as on topographic maps.
LabelLayout layOut(const LabelCandidate& label, const SetText& text, const MapView& view, double symbol_scale);

}  // namespace layers
