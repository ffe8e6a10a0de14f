// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cmath>

#include "gis/core/coords.h"

namespace layers {

// What part of the map a picture shows: centre, resolution, size. A plain value; north is up.
struct MapView {
  gis::MapXY centre;
  double metres_per_px = 100;  // metres for one device-independent pixel
  int width_px = 0;            // device-independent pixels
  int height_px = 0;
  double device_ratio = 1;  // device pixels for one device-independent pixel

  gis::PixelXY toPixel(gis::MapXY p) const {
    return {(p.x_m - centre.x_m) / metres_per_px + width_px / 2.0,
            (centre.y_m - p.y_m) / metres_per_px + height_px / 2.0};
  }
  gis::MapXY toMap(gis::PixelXY p) const {
    return {centre.x_m + (p.x_px - width_px / 2.0) * metres_per_px,
            centre.y_m - (p.y_px - height_px / 2.0) * metres_per_px};
  }
  gis::MapBox box() const {
    const double half_width_m = width_px * metres_per_px / 2, half_height_m = height_px * metres_per_px / 2;
    return {centre.x_m - half_width_m, centre.y_m - half_height_m, centre.x_m + half_width_m,
            centre.y_m + half_height_m};
  }
  friend bool operator==(const MapView&, const MapView&) = default;
};

// MapLibre's zoom number for a resolution, so that styles read as the specification has them: zoom 0 shows the
// equator on 512 px; each step halves the metres per pixel. zoom 14 = 4.8 m/px (about 1:17,000 on a 96-dpi screen).
inline double zoomFor(double metres_per_px) { return std::log2(40075016.686 / 512.0 / metres_per_px); }
inline double metresPerPxFor(double zoom) { return 40075016.686 / 512.0 / std::exp2(zoom); }

// Scale denominator on a screen of 96 dpi (0.2646 mm a pixel).
inline double scaleDenominator(double metres_per_px) { return metres_per_px / 0.0254 * 96.0; }
inline double metresPerPxForScale(double denominator) { return denominator * 0.0254 / 96.0; }

// The view that shows a box as large as it fits, with a margin of 4 percent.
MapView fitted(const gis::MapBox& box, int width_px, int height_px, double device_ratio = 1);

}  // namespace layers
