// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/geo/projector.h"
#include "gis/network/closure.h"

namespace gis {

// What closes roads, with the name that a plan tells it by ("flood footprint 2", a district, a person's words).
struct NamedClosure {
  std::string name;
  Closure closure;
};

// Names for closures read from a GeoJSON text, in the order of closuresFromGeoJson(): a feature's property "name", else
// "1", "2" ... A text that is no GeoJSON yields numbers.
std::vector<NamedClosure> namedClosures(std::vector<Closure> closures, std::string_view geojson);

// Both at once. Fails as closuresFromGeoJson() does.
Result<std::vector<NamedClosure>> namedClosuresFromGeoJson(const std::string& text, const std::string& file,
                                                           const Projector& to_map);

}  // namespace gis
