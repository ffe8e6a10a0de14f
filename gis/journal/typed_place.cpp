// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/typed_place.h"

#include <fmt/format.h>

#include "gis/geo/coordinate_text.h"
#include "gis/store/place_store.h"

namespace gis::journal {

TypedPlace typedPlace(const Database& db, const std::string& typed) {
  if (typed.empty()) return {};
  if (const auto coordinate = parseCoordinate(typed))
    return {fmt::format("{:.5f}, {:.5f}", coordinate->position.lon_deg, coordinate->position.lat_deg),
            coordinate->position};
  const auto places = PlaceStore(db).search(typed, 1);
  if (!places || places->empty()) return {typed, {}};
  const Place& best = places->front();
  // "沁源县 王和镇": a village's name alone is borne by several.
  const bool known = best.context.empty() || best.name == best.context;
  return {known ? best.name : best.context + " " + best.name, best.where};
}

}  // namespace gis::journal
