// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <span>

#include "gis/field/change_package.h"

// Any bytes are refused or give a manifest; nobody but the office's own writes what its key opens.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gis::FieldIdentity office = *gis::newOffice("office");
  const auto bytes = std::as_bytes(std::span(data, size));
  const auto manifest = gis::packageManifest(bytes);
  if (!manifest && manifest.error().subject.empty()) std::abort();
  if (gis::openPackage(office, bytes)) std::abort();
  return 0;
}
