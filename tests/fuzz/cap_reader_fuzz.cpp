// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis/cap/cap_reader.h"
#include "gis/cap/cap_writer.h"
#include "gis/cap/warning.h"

// Whatever comes is a warning that can be written and read again, or is refused with a reason.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto read = gis::readCap(std::string_view(reinterpret_cast<const char*>(data), size));
  if (!read) return 0;
  const gis::Warning12379 warning = gis::warningOf(read->message);
  const auto again = gis::readCap(gis::writeCap(gis::capOf(warning)));
  if (!again) std::abort();
  if (again->message.identifier != read->message.identifier) std::abort();
  return 0;
}
