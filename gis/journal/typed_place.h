// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "gis/core/coords.h"
#include "gis/store/database.h"

namespace gis::journal {

// A place as it was typed: its name and, where it could be told, where it lies.
struct TypedPlace {
  std::string name;
  std::optional<LonLat> where;
};

// Coordinates in any usual form, or the name, code or pinyin initials of a place of the census ("王和镇", "whz"). What
// is neither stays as it was typed, without a position: a journal takes everything. One thread, one connection.
TypedPlace typedPlace(const Database& db, const std::string& typed);

}  // namespace gis::journal
