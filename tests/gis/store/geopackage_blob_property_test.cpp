// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "gis/store/geopackage_blob.h"

namespace gis {
namespace {

LonLat anyPoint() {
  return {*rc::gen::inRange(-180'000'000, 180'000'001) / 1e6, *rc::gen::inRange(-90'000'000, 90'000'001) / 1e6};
}

// Rings that do not cross: squares on a coarse grid, each perhaps with a hole.
void addSquares(GeometryBuffer& buffer, int count) {
  for (int i = 0; i < count; ++i) {
    const double x = i % 10, y = i / 10;
    const double side = 0.1 + *rc::gen::inRange(1, 80) / 100.0;
    const auto ring = [&](double at, double length) {
      buffer.beginPart();
      buffer.add({x + at, y + at});
      buffer.add({x + at + length, y + at});
      buffer.add({x + at + length, y + at + length});
      buffer.add({x + at, y + at + length});
    };
    ring(0, side);
    if (*rc::gen::arbitrary<bool>()) ring(side / 4, side / 4);
  }
}

// The parts as values, sorted: writing may order rings anew.
std::vector<std::vector<double>> partsOf(const GeometryView& view) {
  std::vector<std::vector<double>> parts;
  for (std::size_t i = 0; i < view.partCount(); ++i) parts.emplace_back(view.part(i).begin(), view.part(i).end());
  std::sort(parts.begin(), parts.end());
  return parts;
}

}  // namespace

TEST(GeoPackageBlobProperty, DecodingWhatWasEncodedGivesItBack) {
  EXPECT_TRUE(rc::check("encode, then decode after other features, is the identity", [] {
    const auto type = static_cast<GeometryType>(*rc::gen::inRange(1, 7));
    const bool single = type <= GeometryType::kPolygon;
    const int members = single ? 1 : *rc::gen::inRange(1, 30);
    GeometryBuffer buffer;
    buffer.start(kindOf(type));
    if (kindOf(type) == GeometryKind::kPolygon) {
      addSquares(buffer, members);
    } else {
      for (int i = 0; i < members; ++i) {
        buffer.beginPart();
        const int vertices = kindOf(type) == GeometryKind::kPoint ? 1 : *rc::gen::inRange(2, 40);
        for (int v = 0; v < vertices; ++v) buffer.add(anyPoint());
      }
    }
    const GeometryView view = buffer.view();
    std::vector<std::byte> blob;
    RC_ASSERT(encodeGeometry(view, type, 4490, blob).has_value());

    FeatureColumns columns;
    columns.kind = view.kind;
    columns.part_start = {0};
    columns.feature_start = {0};
    for (int copy = 0; copy < 2; ++copy) {
      RC_ASSERT(decodeGeometry(blob, columns).has_value());
      columns.feature_start.push_back(static_cast<std::uint32_t>(columns.part_start.size() - 1));
      columns.fid.push_back(copy);
    }
    RC_ASSERT(partsOf(geometryOf(columns, 1)) == partsOf(view));

    LonLatBox box;
    for (std::size_t i = 0; i < view.xy.size(); i += 2) box.add({view.xy[i], view.xy[i + 1]});
    const auto bounds = geometryBounds(blob);
    RC_ASSERT(bounds.has_value());
    RC_ASSERT(bounds->west_deg == box.west_deg && bounds->north_deg == box.north_deg);
    RC_ASSERT(bounds->east_deg == box.east_deg && bounds->south_deg == box.south_deg);
  }));
}

}  // namespace gis
