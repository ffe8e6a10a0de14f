// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/geometry_view.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// The types that a table of gpkg_geometry_columns may declare.
enum class GeometryType : std::uint8_t {
  kAny,
  kPoint,
  kLineString,
  kPolygon,
  kMultiPoint,
  kMultiLineString,
  kMultiPolygon,
};

// "MULTIPOLYGON" -> kMultiPolygon; nothing for types we do not hold (curves, collections).
std::optional<GeometryType> geometryTypeOf(std::string_view geometry_type_name);
GeometryKind kindOf(GeometryType type);

// Writes a GeoPackage geometry blob (OGC 12-128r18 clause 2.1.3): header with the xy envelope (none for points), then
// little-endian 2D WKB of the type declared. Polygon rings are sorted into polygons with holes by even-odd nesting.
// `out` is replaced. Fails with kInvalidArgument: a number that is not finite, a line of one vertex, a ring that is
// open or has fewer than four vertices, two polygons for a table of single ones.
Result<void> encodeGeometry(const GeometryView& geometry, GeometryType declared, std::int32_t srs_id,
                            std::vector<std::byte>& out);

// Appends the geometry of a blob to `into` (xy and part_start only; the caller closes the feature). Reads either byte
// order, Z and M (dropped), ISO and EWKB type numbers; closes open rings. `into.kind` must be set, or kNone to take
// the kind of this blob. Fails with kNoData (empty geometry), kUnsupportedFormat (another kind, a curve, a collection)
// or kDamagedFile (anything that does not add up); then `into` is unchanged.
Result<void> decodeGeometry(std::span<const std::byte> blob, FeatureColumns& into);

// The box of a blob, from its header when there is an envelope, else from the coordinates. Empty geometry gives an
// empty box; fails as decodeGeometry does.
Result<LonLatBox> geometryBounds(std::span<const std::byte> blob);

}  // namespace gis
