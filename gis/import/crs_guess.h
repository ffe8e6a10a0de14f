// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/import/import_draft.h"

namespace gis {

struct CrsGuess {
  Guess crs;  // value empty: what the file says holds, or nothing is known
  bool swap_axes = false;
  std::vector<CrsCandidate> candidates;
  std::optional<ImportQuestion> question;
};

// In which system a file's numbers are: `declared` is what the file says (may be empty), `extent` its own numbers (x
// first; empty: not numbers), `city` where its rows should lie (empty: not known). Makes PROJ contexts; any thread.
CrsGuess guessCrs(const std::string& subject, const std::string& declared, const MapBox& extent, const LonLatBox& city);

// Xi'an 80 or Beijing 54, as a code, by name or in WKT: PROJ knows no exact way from them.
std::optional<Datum> oldDatumOf(const std::string& crs);

}  // namespace gis
