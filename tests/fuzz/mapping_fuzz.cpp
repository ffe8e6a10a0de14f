// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis/import/mapping.h"

// Any text is a mapping that comes back as it was, or is refused with the reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto mapping = gis::readMapping(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!mapping) {
    if (mapping.error().subject.empty() && mapping.error().detail.empty()) std::abort();
    return 0;
  }
  const auto again = gis::readMapping(gis::mappingText(*mapping));
  if (!again || !(*again == *mapping)) std::abort();
  return 0;
}
