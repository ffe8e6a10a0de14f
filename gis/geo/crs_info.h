// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

// What a coordinate reference system says of itself.
struct CrsInfo {
  std::string name;               // "CGCS2000 / 3-degree Gauss-Kruger CM 114E"
  bool geographic = false;        // degrees, not metres
  std::optional<LonLatBox> area;  // where it is meant to be used; none when not said or across the date line
};

// `crs` is anything PROJ reads. Fails with kUnknownCrs. Any thread; makes a PROJ context (about 1 ms).
Result<CrsInfo> describeCrs(const std::string& crs);

// The box in CGCS2000 degrees that holds a box of another system, its edges followed closely. None where a part of the
// edge has no answer. Fails with kUnknownCrs, kOutOfRange.
Result<LonLatBox> lonLatExtent(const MapBox& extent, const std::string& crs);

}  // namespace gis
