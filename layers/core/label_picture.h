// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <vector>

#include "layers/core/frame.h"

namespace layers {

// A name that is drawn: premultiplied ARGB, just as large as it is, and where its corner lies in the view.
struct LabelPicture {
  QImage image;
  DevicePoint corner;
};

// What paintLabels would paint, as a picture for each name that is in the view: a screen of names is a fiftieth of the
// screen. To be laid down in their order. Any thread.
std::vector<LabelPicture> drawLabels(const MapView& view, const std::vector<PlacedLabel>& labels, double symbol_scale,
                                     GlyphAtlas& atlas);

}  // namespace layers
