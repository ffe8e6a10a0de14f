// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"

namespace gis {

// What a field laptop takes along.
struct FieldPlan {
  std::string seat;                         // the laptop's name, unique in this office: "长治应急-02"
  std::vector<std::string> division_codes;  // counties, townships or villages
  std::optional<LonLatBox> box;             // a piece of the map, beside the divisions; neither: the whole city
  std::vector<std::string> tables;          // census tables; empty: all
  bool with_rasters = true;                 // rasters/ and basemaps/ as well
  bool with_pictures = true;                // the files of photographs; their rows go along in any case
  // Locks the laptop's keys: without it nobody who finds the stick can write or read a package. Empty: no lock.
  std::string passphrase;
};

}  // namespace gis
