// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QRect>
#include <QSize>
#include <optional>
#include <string>

#include "layers/core/map_view.h"

namespace app {

// A sheet of ISO 216, upright.
struct Paper {
  double width_mm = 0;
  double height_mm = 0;
};
// "A4" to "A0" in either case; none for other words.
std::optional<Paper> paperOf(const std::string& name);

enum class Orientation { kPortrait, kLandscape };

// What is asked of a picture.
struct PageRequest {
  std::optional<Paper> paper;  // none: a bare picture of `size_px`
  Orientation orientation = Orientation::kPortrait;
  QSize size_px{1920, 1080};
  double dpi = 96;            // 48 to 600
  double enlarged_ratio = 1;  // symbols, lines and words that many times larger (a wall, a dense screen)
  bool with_title = false;
  bool with_legend = false;
};

// Where everything goes, in pixels of the file.
struct PagePlan {
  QSize sheet_px;
  QRect map_px;         // the part of the sheet that shows the map
  QRect legend_px;      // beside the map; empty: the legend lies on the map
  bool framed = false;  // has margins, a neat line and a foot
  double dpi = 96;
  // Pixels for one device-independent pixel, so that symbols measure on paper what they measure on a screen of 96 dpi.
  // A multiple of 1/256: map tiles then meet without a gap.
  double device_ratio = 1;

  // The map's part as a view that shows nothing yet; a pixel larger than the part where it does not divide evenly.
  layers::MapView emptyView() const;
  // The n of 1:n on paper for a resolution on the ground, and back.
  double scaleDenominator(double ground_m_per_px) const;
  double groundMetresPerPx(double denominator) const;
};
PagePlan planPage(const PageRequest& request);

// The next round scale that shows at least as much: 1, 1.25, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5 or 8 times a power of ten.
double roundScaleDenominator(double denominator);

}  // namespace app
