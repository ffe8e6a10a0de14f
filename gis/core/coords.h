// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <algorithm>
#include <limits>

namespace gis {

// Three kinds of coordinates that must never be mixed.
// Geographic, CGCS2000 (EPSG:4490) unless a function says otherwise; x is always longitude, whatever EPSG's order.
struct LonLat {
  double lon_deg = 0;
  double lat_deg = 0;
  friend bool operator==(const LonLat&, const LonLat&) = default;
};

// Easting and northing in the map's projected system.
struct MapXY {
  double x_m = 0;
  double y_m = 0;
  friend bool operator==(const MapXY&, const MapXY&) = default;
};

// Device-independent pixels of one view, origin top left, y down.
struct PixelXY {
  double x_px = 0;
  double y_px = 0;
  friend bool operator==(const PixelXY&, const PixelXY&) = default;
};

// Boxes are empty until something is added.
struct LonLatBox {
  double west_deg = std::numeric_limits<double>::infinity();
  double south_deg = std::numeric_limits<double>::infinity();
  double east_deg = -std::numeric_limits<double>::infinity();
  double north_deg = -std::numeric_limits<double>::infinity();

  bool empty() const { return !(west_deg <= east_deg && south_deg <= north_deg); }
  void add(LonLat p) {
    west_deg = std::min(west_deg, p.lon_deg), east_deg = std::max(east_deg, p.lon_deg);
    south_deg = std::min(south_deg, p.lat_deg), north_deg = std::max(north_deg, p.lat_deg);
  }
  LonLat centre() const { return {(west_deg + east_deg) / 2, (south_deg + north_deg) / 2}; }
};

struct MapBox {
  double min_x_m = std::numeric_limits<double>::infinity();
  double min_y_m = std::numeric_limits<double>::infinity();
  double max_x_m = -std::numeric_limits<double>::infinity();
  double max_y_m = -std::numeric_limits<double>::infinity();

  bool empty() const { return !(min_x_m <= max_x_m && min_y_m <= max_y_m); }
  double width_m() const { return empty() ? 0 : max_x_m - min_x_m; }
  double height_m() const { return empty() ? 0 : max_y_m - min_y_m; }
  MapXY centre() const { return {(min_x_m + max_x_m) / 2, (min_y_m + max_y_m) / 2}; }
  void add(MapXY p) {
    min_x_m = std::min(min_x_m, p.x_m), max_x_m = std::max(max_x_m, p.x_m);
    min_y_m = std::min(min_y_m, p.y_m), max_y_m = std::max(max_y_m, p.y_m);
  }
  void add(const MapBox& b) {
    min_x_m = std::min(min_x_m, b.min_x_m), max_x_m = std::max(max_x_m, b.max_x_m);
    min_y_m = std::min(min_y_m, b.min_y_m), max_y_m = std::max(max_y_m, b.max_y_m);
  }
  MapBox grown(double by_m) const { return {min_x_m - by_m, min_y_m - by_m, max_x_m + by_m, max_y_m + by_m}; }
  bool intersects(const MapBox& b) const {
    return min_x_m <= b.max_x_m && b.min_x_m <= max_x_m && min_y_m <= b.max_y_m && b.min_y_m <= max_y_m;
  }
  bool contains(MapXY p) const { return p.x_m >= min_x_m && p.x_m <= max_x_m && p.y_m >= min_y_m && p.y_m <= max_y_m; }
  friend bool operator==(const MapBox&, const MapBox&) = default;
};

}  // namespace gis
