// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "gis/store/geopackage_blob.h"

namespace {

void require(bool held) {
  if (!held) std::abort();
}

}  // namespace

// Any bytes give a geometry that adds up, or an error and nothing changed.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::span<const std::byte> blob = std::as_bytes(std::span(data, size));
  gis::FeatureColumns columns;
  columns.part_start = {0};
  const auto decoded = gis::decodeGeometry(blob, columns);
  require(!columns.part_start.empty() && columns.part_start.front() == 0);
  require(std::is_sorted(columns.part_start.begin(), columns.part_start.end()));
  require(columns.part_start.back() == columns.vertexCount());
  require(columns.xy.size() <= size);  // a vertex takes at least sixteen bytes
  if (!decoded) require(columns.xy.empty() && columns.part_start.size() == 1);
  const auto box = gis::geometryBounds(blob);
  require(box.has_value() || !box.error().subject.empty() || !box.error().detail.empty() || size < 8 || !decoded);
  return 0;
}
