// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <cstring>

#include "gis/vector/map_columns.h"

namespace {

// Takes numbers off the front of the input; zero when it is used up.
struct Input {
  const std::uint8_t* data;
  std::size_t left;
  std::uint8_t byte() { return left > 0 ? (--left, *data++) : std::uint8_t{0}; }
  double number() {
    std::uint64_t bits = 0;
    for (int i = 0; i < 8; ++i) bits = (bits << 8) | byte();
    double value = 0;
    std::memcpy(&value, &bits, sizeof value);
    return value;
  }
};

}  // namespace

// Columns with any offsets and any numbers are refused or become a layer in which everything can be found again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Input in{data, size};
  gis::FeatureColumns columns;
  columns.kind = static_cast<gis::GeometryKind>(in.byte() % 4);
  columns.crs = "EPSG:4547";
  columns.geographic = false;
  for (int n = in.byte() % 16; n > 0; --n) columns.part_start.push_back(in.byte());
  for (int n = in.byte() % 16; n > 0; --n) columns.feature_start.push_back(in.byte());
  for (int n = in.byte() % 16; n > 0; --n) columns.fid.push_back(n);
  while (in.left > 0) columns.xy.push_back(in.number());
  const auto built = gis::buildMapColumns(std::move(columns), "EPSG:4547");
  if (!built) return 0;
  const gis::MapColumns& map = *built->value;
  if (map.index.size() != map.featureCount() || map.features->fid.size() != map.featureCount()) std::abort();
  for (const gis::NearFeature& near : gis::findNear(map, map.extent().centre(), 1000))
    if (near.feature >= map.featureCount() || !(near.distance_m <= 1000)) std::abort();
  return 0;
}
