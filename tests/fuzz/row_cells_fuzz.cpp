// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <span>
#include <string_view>

#include "gis/edit/cell_value.h"
#include "gis/edit/edit_change.h"

// Any bytes give cells that come back as they were, or a reason; any text gives parents that come back as they were.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (const auto cells = gis::unpackRow(std::as_bytes(std::span(data, size)))) {
    const auto packed = gis::packRow(*cells);
    const auto again = gis::unpackRow(packed);
    if (!again || gis::packRow(*again) != packed) std::abort();
  }
  const auto parents = gis::parentsOf(std::string_view(reinterpret_cast<const char*>(data), size));
  if (gis::parentsOf(gis::parentsText(parents)) != parents) std::abort();
  return 0;
}
