// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gis/keep/backup_note.h"

// A name that is read as that of a copy is one whose time can be written again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto copy = gis::timeOfFileName(std::string(data, data + size));
  if (!copy) return 0;
  const auto again = gis::timeOfFileName(gis::backupFileName(copy->at_utc_ms, copy->reason));
  if (!again || again->at_utc_ms != copy->at_utc_ms || again->reason != copy->reason) std::abort();
  return 0;
}
