// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/dispatch/dispatch_roads.h"
#include "gis/footprint/footprint.h"

namespace gis {
class Projector;
}

namespace gis::sending {

// A place that closes roads (断路), as a person keeps it: drawn, from a file, the footprint of a hazard.
struct ClosedPlace {
  std::string name;
  Footprint footprint;
  bool counts = true;  // false: kept, but open again
};

// What the roads ask: every road piece that lies in a footprint, or that its reach touches, is impassable from the
// first to the last such place on it. Fails with kOutOfRange where the map has no such place, and as checkFootprint().
Result<std::vector<NamedClosure>> closuresOf(const std::vector<ClosedPlace>& places, const Projector& to_map);

// The footprint of a hazard as a file (GeoJSON; the classes of it are one closure each): `name` where a class has none.
// Fails as footprintFromGeoJson(), naming the file.
Result<std::vector<ClosedPlace>> closedByFootprint(const std::string& geojson, const std::string& file,
                                                   const std::string& name);

// Kept as GeoJSON, a feature a shape with "name", "reach_m", "place" (shapes of one place) and "counts"; other programs
// and `fengsui stocks plan --closures` read it as well. Fails with kDamagedFile.
std::string closedPlacesText(const std::vector<ClosedPlace>& places);
Result<std::vector<ClosedPlace>> closedPlacesOf(const std::string& geojson, const std::string& file);

}  // namespace gis::sending
