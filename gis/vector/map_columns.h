// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/geo/projector.h"
#include "gis/vector/box_tree.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// A layer's geometry in the map's projected system, ready to draw and to ask: features in Hilbert order, coordinates
// as 32-bit floats about `origin` (1.6 cm at 200 km), one box per feature. Rings are turned as orientRings says: shells
// anticlockwise, holes clockwise, by nesting, whatever the source had; the non-zero rule fills them, and many features
// at once. Feature i here is feature i of `features`. Immutable once made; any thread may read.
struct MapColumns {
  GeometryKind kind = GeometryKind::kNone;
  MapXY origin;
  std::span<const float> xy_m;  // x0,y0,x1,y1 ... relative to origin
  std::span<const std::uint32_t> part_start;
  std::span<const std::uint32_t> feature_start;
  BoxTree index;
  std::shared_ptr<const FeatureColumns> features;  // attributes and fid (its xy may have been dropped)
  std::shared_ptr<const void> storage;             // what the three spans lie in: arrays of our own or a mapped file

  // Geometry as it is made.
  struct Arrays {
    std::vector<float> xy_m;
    std::vector<std::uint32_t> part_start{0};
    std::vector<std::uint32_t> feature_start{0};
  };
  // Takes the arrays over; kind, origin, index and features are left for the caller to set.
  static MapColumns from(Arrays arrays);

  std::size_t featureCount() const { return feature_start.empty() ? 0 : feature_start.size() - 1; }
  MapBox extent() const;
  MapXY at(std::uint32_t vertex) const {
    return {origin.x_m + static_cast<double>(xy_m[vertex * 2]), origin.y_m + static_cast<double>(xy_m[vertex * 2 + 1])};
  }
};

// Projects, sorts and indexes a layer. Features whose coordinates cannot be projected are left out, with one
// warning (kOutsideCrs) that counts them.
// `columns` is consumed: its coordinates are freed. Fails with kCancelled or kUnknownCrs.
Result<Loaded<std::shared_ptr<const MapColumns>>> buildMapColumns(FeatureColumns columns, const std::string& map_crs,
                                                                  const CancelToken& cancel = {});

// What lies within `radius_m` of a point: feature index and distance (0 inside a polygon), nearest first.
struct NearFeature {
  std::uint32_t feature;
  double distance_m;
};
std::vector<NearFeature> findNear(const MapColumns& columns, MapXY where, double radius_m, std::size_t at_most = 50);

}  // namespace gis
