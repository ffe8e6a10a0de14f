// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/vector/feature_columns.h"

namespace gis {

struct SourceField {
  std::string name;  // UTF-8
  AttributeType type = AttributeType::kText;
};

// What a layer of a file says of itself.
struct SourceLayer {
  std::string name;
  GeometryKind kind = GeometryKind::kNone;  // kNone also for mixed layers; see geometry_type
  std::string geometry_type;                // GDAL's name, e.g. "3D Multi Polygon", "Unknown (any)"
  std::string crs;                          // "EPSG:4490" or WKT; empty = none given
  std::string encoding;                     // "UTF-8", "GBK" ...
  bool encoding_guessed = false;            // the file does not say it, or says otherwise
  std::int64_t count = -1;                  // -1 = not known without reading all
  std::optional<MapBox> extent;             // numbers of the layer's own system (degrees or metres)
  std::vector<SourceField> fields;
};

struct VectorReadOptions {
  std::string layer;         // empty = the first one with features to draw
  std::string crs_override;  // used when the file names none, or to correct it
  std::string encoding;      // "GBK", "UTF-8" to correct a wrong guess; empty = found out
  std::size_t max_features = 5'000'000;
  std::size_t max_vertices = 200'000'000;
};

// Reads any vector source GDAL opens. No file, however broken, makes it throw. Any thread; each call opens its own
// dataset.

// The layers without their features: quick, counts and extents only where the file has them at hand.
Result<std::vector<SourceLayer>> listVectorLayers(const std::filesystem::path& file);

// All features of a layer, one FeatureColumns per kind of geometry met (points, lines, polygons in this order; a
// geometry collection goes to each). Curves become lines, Z and M are dropped, open rings are closed. Features without
// geometry, with NaN or infinite coordinates, or with rings of fewer than three corners are left out with a warning
// that names the feature. Tables without geometry but with columns like lon/lat, 经度/纬度, x/y become points. Text is
// valid UTF-8 whatever the file holds. Fails with kMissingCrs when neither the file nor the options give a reference
// system (ask, then call again with crs_override), kNoData (no layer, no usable feature), kCancelled and what opening
// may meet.
Result<Loaded<std::vector<FeatureColumns>>> readVectorLayer(const std::filesystem::path& file,
                                                            const VectorReadOptions& options = {},
                                                            const CancelToken& cancel = {},
                                                            const Progress& progress = {});

}  // namespace gis
