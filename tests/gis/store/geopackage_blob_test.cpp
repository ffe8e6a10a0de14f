// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/geopackage_blob.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>

#include "gis/core/random.h"
#include "gis/store/ring_nesting.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

std::vector<std::byte> fromHex(std::string_view hex) {
  std::vector<std::byte> bytes;
  std::string digits;
  for (const char c : hex)
    if (c != ' ') digits += c;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes.push_back(static_cast<std::byte>(std::stoi(digits.substr(i, 2), nullptr, 16)));
  return bytes;
}

GeometryView ringsView(GeometryBuffer& buffer, const std::vector<std::vector<LonLat>>& rings) {
  buffer.start(GeometryKind::kPolygon);
  for (const auto& ring : rings) {
    buffer.beginPart();
    for (const LonLat p : ring) buffer.add(p);
  }
  return buffer.view();
}

std::vector<LonLat> squareRing(double west, double south, double side) {
  return {{west, south}, {west + side, south}, {west + side, south + side}, {west, south + side}};
}

}  // namespace

// Written by hand after OGC 06-103r4 section 8 (WKB), ISO 13249-3 (type numbers with Z and M) and PostGIS (EWKB).
TEST(GeoPackageBlob, ReadsWhatOthersWrite) {
  const char* gp = "4750 00 01 E6100000 ";
  struct Case {
    const char* name;
    const char* wkb;
    std::vector<double> xy;
  };
  const Case cases[] = {
      {"point", "01 01000000 000000000000F03F 0000000000000040", {1, 2}},
      {"point, big-endian", "00 00000001 3FF0000000000000 4000000000000000", {1, 2}},
      {"point Z, ISO", "01 E9030000 000000000000F03F 0000000000000040 0000000000000840", {1, 2}},
      {"point ZM, ISO", "01 B90B0000 000000000000F03F 0000000000000040 0000000000000840 0000000000000840", {1, 2}},
      {"point Z, EWKB with SRID", "01 010000A0 8A110000 000000000000F03F 0000000000000040 0000000000000840", {1, 2}},
      {"multipoint",
       "01 04000000 02000000 01 01000000 000000000000F03F 0000000000000040 00 00000001 4000000000000000 "
       "3FF0000000000000",
       {1, 2, 2, 1}},
  };
  for (const Case& c : cases) {
    FeatureColumns columns;
    const auto done = decodeGeometry(fromHex(std::string(gp) + c.wkb), columns);
    ASSERT_TRUE(done.has_value()) << c.name << ": " << say(done);
    EXPECT_EQ(columns.xy, c.xy) << c.name;
    EXPECT_EQ(columns.kind, GeometryKind::kPoint);
  }
}

TEST(GeoPackageBlob, EmptyBrokenAndForeignAreToldApart) {
  struct Case {
    const char* name;
    const char* hex;
    ErrorCode code;
  };
  const Case cases[] = {
      {"nothing", "", ErrorCode::kDamagedFile},
      {"not GP", "0102030405060708090A", ErrorCode::kDamagedFile},
      {"header only", "4750 00 01 E6100000", ErrorCode::kDamagedFile},
      {"unknown envelope", "4750 00 0B E6100000 01 01000000 000000000000F03F 0000000000000040",
       ErrorCode::kDamagedFile},
      {"envelope cut off", "4750 00 03 E6100000 000000000000F03F", ErrorCode::kDamagedFile},
      {"point empty", "4750 00 11 E6100000 01 01000000 000000000000F87F 000000000000F87F", ErrorCode::kNoData},
      {"polygon empty", "4750 00 11 E6100000 01 03000000 00000000", ErrorCode::kNoData},
      {"infinite", "4750 00 01 E6100000 01 01000000 000000000000F07F 0000000000000040", ErrorCode::kDamagedFile},
      {"line that claims 4,294,967,295 vertices", "4750 00 01 E6100000 01 02000000 FFFFFFFF 00",
       ErrorCode::kDamagedFile},
      {"polygon that claims 1,000,000,000 rings", "4750 00 01 E6100000 01 03000000 00CA9A3B 00",
       ErrorCode::kDamagedFile},
      {"line of one vertex", "4750 00 01 E6100000 01 02000000 01000000 000000000000F03F 0000000000000040",
       ErrorCode::kDamagedFile},
      {"bytes after the end", "4750 00 01 E6100000 01 01000000 000000000000F03F 0000000000000040 00",
       ErrorCode::kDamagedFile},
      {"circular string", "4750 00 01 E6100000 01 08000000 00000000", ErrorCode::kUnsupportedFormat},
      {"collection", "4750 00 01 E6100000 01 07000000 00000000", ErrorCode::kUnsupportedFormat},
      {"extended", "4750 00 21 E6100000 01 01000000 000000000000F03F 0000000000000040", ErrorCode::kUnsupportedFormat},
      {"a line among points", "4750 00 01 E6100000 01 04000000 01000000 01 02000000 00000000", ErrorCode::kDamagedFile},
  };
  for (const Case& c : cases) {
    FeatureColumns columns;
    const auto done = decodeGeometry(fromHex(c.hex), columns);
    ASSERT_FALSE(done.has_value()) << c.name;
    EXPECT_EQ(errorName(done.error().code), errorName(c.code)) << c.name << ": " << say(done);
    EXPECT_TRUE(columns.xy.empty() && columns.part_start.empty()) << c.name << " left something behind";
  }
}

TEST(GeoPackageBlob, WritesTheTypeTheTableDeclares) {
  GeometryBuffer buffer;
  std::vector<std::byte> blob;
  const GeometryView point = buffer.point({113, 36});
  ASSERT_OK(encodeGeometry(point, GeometryType::kPoint, 4490, blob));
  EXPECT_EQ(blob.size(), 8U + 21U) << "points carry no envelope";
  ASSERT_OK(encodeGeometry(point, GeometryType::kMultiPoint, 4490, blob));
  EXPECT_EQ(blob.size(), 8U + 32U + 9U + 21U);
  const auto kind = encodeGeometry(point, GeometryType::kPolygon, 4490, blob);
  EXPECT_CODE(kind, kInvalidArgument);

  const auto two = ringsView(buffer, {squareRing(0, 0, 1), squareRing(5, 5, 1)});
  const auto single = encodeGeometry(two, GeometryType::kPolygon, 4490, blob);
  EXPECT_CODE(single, kInvalidArgument);
  ASSERT_OK(encodeGeometry(two, GeometryType::kMultiPolygon, 4490, blob));
  const auto box = geometryBounds(blob);
  ASSERT_OK(box);
  EXPECT_EQ(box->east_deg, 6);
  EXPECT_EQ(box->south_deg, 0);
}

TEST(GeoPackageBlob, RefusesGeometryThatIsNone) {
  std::vector<std::byte> blob;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  GeometryBuffer buffer;
  const auto not_finite = encodeGeometry(buffer.point({nan, 36}), GeometryType::kPoint, 4490, blob);
  EXPECT_CODE(not_finite, kInvalidArgument);
  buffer.start(GeometryKind::kLine);
  buffer.add({1, 1});
  const auto short_line = encodeGeometry(buffer.view(), GeometryType::kLineString, 4490, blob);
  EXPECT_CODE(short_line, kInvalidArgument);
  const auto two_corners = encodeGeometry(ringsView(buffer, {{{0, 0}, {1, 1}}}), GeometryType::kPolygon, 4490, blob);
  EXPECT_CODE(two_corners, kInvalidArgument);
  const auto nothing = encodeGeometry(GeometryView{}, GeometryType::kPoint, 4490, blob);
  EXPECT_CODE(nothing, kInvalidArgument);
}

// A lake with an island with a pond, and another lake:  [ ( o ) ]  [ ]
TEST(RingNesting, IslandInALakeOnAnIsland) {
  GeometryBuffer buffer;
  const auto view = ringsView(buffer, {squareRing(4, 4, 1), squareRing(0, 0, 10), squareRing(20, 0, 3),
                                       squareRing(2, 2, 6), squareRing(4.2, 4.2, 0.2)});
  const auto polygons = nestRings(view);
  // Even depth: 10-square, its island (4,4), the other lake; holes: the 6-square, the 0.2-square.
  EXPECT_EQ(polygons, (std::vector<std::vector<std::size_t>>{{0, 4}, {1, 3}, {2}}));
}

TEST(RingNesting, HoleThatTouchesTheOuterRing) {
  GeometryBuffer buffer;
  const auto view = ringsView(buffer, {squareRing(0, 0, 4), {{0, 0}, {2, 1}, {1, 2}}});
  EXPECT_EQ(nestRings(view), (std::vector<std::vector<std::size_t>>{{0, 1}}));
}

TEST(RingNesting, NeighboursThatShareAnEdgeStayApart) {
  GeometryBuffer buffer;
  const auto view = ringsView(buffer, {squareRing(0, 0, 4), squareRing(4, 0, 2)});
  EXPECT_EQ(nestRings(view), (std::vector<std::vector<std::size_t>>{{0}, {1}}));
}

TEST(GeoPackageBlob, AnyBytesGiveAResult) {
  GeometryBuffer buffer;
  std::vector<std::byte> good;
  ASSERT_OK(encodeGeometry(ringsView(buffer, {squareRing(0, 0, 4), squareRing(1, 1, 1), squareRing(9, 9, 1)}),
                           GeometryType::kMultiPolygon, 4490, good));
  Random random(7);
  int read = 0;
  for (int round = 0; round < 20000; ++round) {
    std::vector<std::byte> bytes = good;
    for (int n = 0; n < 1 + round % 4; ++n)
      bytes[random.below(static_cast<std::uint32_t>(bytes.size()))] = static_cast<std::byte>(random.below(256));
    if (round % 3 == 0) bytes.resize(random.below(static_cast<std::uint32_t>(bytes.size())));
    FeatureColumns columns;
    columns.part_start = {0};
    if (decodeGeometry(bytes, columns)) {
      ++read;
      ASSERT_EQ(columns.part_start.back() * 2, columns.xy.size());
      for (const double value : columns.xy) ASSERT_TRUE(std::isfinite(value));
    } else {
      ASSERT_TRUE(columns.xy.empty());
      ASSERT_EQ(columns.part_start.size(), 1U);
    }
    (void)geometryBounds(bytes);
  }
  EXPECT_GT(read, 100) << "flipped coordinates are still coordinates";
}

}  // namespace gis
