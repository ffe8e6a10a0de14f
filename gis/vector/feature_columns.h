// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <limits>
#include <string>
#include <vector>

namespace gis {

enum class GeometryKind : std::uint8_t { kNone, kPoint, kLine, kPolygon };

enum class AttributeType : std::uint8_t { kInteger, kReal, kText };

// One attribute of all features. Exactly one of the three stores is used, by `type`.
struct AttributeColumn {
  static constexpr std::int64_t kNullInteger = std::numeric_limits<std::int64_t>::min();
  static constexpr std::uint32_t kNullCode = std::numeric_limits<std::uint32_t>::max();

  std::string name;
  AttributeType type = AttributeType::kText;
  std::vector<std::int64_t> integers;   // kNullInteger = null
  std::vector<double> reals;            // NaN = null
  std::vector<std::uint32_t> codes;     // index into dictionary, kNullCode = null
  std::vector<std::string> dictionary;  // UTF-8, each text once
};

// A layer as columns, laid out like GeoArrow: offsets and coordinates, no object per feature.
// Points may hold several parts of one vertex each (multipoint); lines have one part per line; polygons one part per
// ring, closed (first vertex repeated), filled by the even-odd rule, so holes and multipolygons need no marks.
// Immutable once shared; any thread may read.
struct FeatureColumns {
  GeometryKind kind = GeometryKind::kNone;
  std::string crs;                           // "EPSG:4490" or WKT of the coordinates below
  bool geographic = true;                    // degrees (lon, lat) if true, else metres (easting, northing)
  std::vector<double> xy;                    // x0,y0,x1,y1 ... always x = lon or easting
  std::vector<std::uint32_t> part_start;     // parts + 1 entries, in vertices
  std::vector<std::uint32_t> feature_start;  // features + 1 entries, in parts
  std::vector<std::int64_t> fid;             // the source's identifier of each feature
  std::vector<AttributeColumn> attributes;   // each as long as fid

  std::size_t featureCount() const { return fid.size(); }
  std::size_t vertexCount() const { return xy.size() / 2; }
  const AttributeColumn* find(const std::string& name) const {
    for (const auto& column : attributes)
      if (column.name == name) return &column;
    return nullptr;
  }
};

}  // namespace gis
