// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "gis/edit/cell_value.h"

namespace gis {

// A row's claim on a value that the schema wants once.
struct UniqueClaim {
  std::string row_uuid;
  CellValue wanted;
  // What the row held before any change that the log knows; nothing for a row that came by the log.
  std::optional<CellValue> base;
  bool changed = true;  // whether `wanted` comes from the log
};

// Who gets which value, from the claims alone: a row keeps what it had from the start; else the smaller uuid goes
// first. Who does not get what it wants falls back to what it had, or stays outside (nothing). The claims must be
// closed: whoever wants or had a value that occurs in them is among them.
std::map<std::string, std::optional<CellValue>> grantUnique(const std::vector<UniqueClaim>& claims);

}  // namespace gis
