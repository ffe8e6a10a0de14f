// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

#include "gis/core/random.h"
#include "gis/coverage/composite.h"
#include "gis/coverage/fill_raster.h"
#include "gis/coverage/stroke_raster.h"

using namespace gis;

namespace {

using Ring = std::vector<float>;

Ring circle(double x, double y, double radius, int corners, bool clockwise = true) {
  Ring ring;
  for (int i = 0; i < corners; ++i) {
    const double angle = (clockwise ? 1 : -1) * 2 * std::numbers::pi * i / corners;
    ring.push_back(static_cast<float>(x + radius * std::cos(angle)));
    ring.push_back(static_cast<float>(y + radius * std::sin(angle)));
  }
  return ring;
}

bool inside(const Ring& ring, double x, double y) {
  bool in = false;
  for (std::size_t i = 0, j = ring.size() - 2; i < ring.size(); j = i, i += 2) {
    const double ax = ring[j], ay = ring[j + 1], bx = ring[i], by = ring[i + 1];
    if ((ay > y) != (by > y) && x < (bx - ax) * (y - ay) / (by - ay) + ax) in = !in;
  }
  return in;
}

// Shares of 16 x 16 samples.
double sampled(const Ring& ring, int x, int y) {
  int hits = 0;
  for (int i = 0; i < 256; ++i) hits += inside(ring, x + (i % 16 + 0.5) / 16, y + (i / 16 + 0.5) / 16) ? 1 : 0;
  return hits / 256.0;
}

CoverageMask filled(const std::vector<Ring>& rings, int width = 64, int height = 48, CpuPath path = CpuPath::kPlain) {
  FillRaster raster(width, height, path);
  for (const Ring& ring : rings) raster.addRing(ring);
  CoverageMask mask(width, height);
  raster.resolveInto(mask);
  return mask;
}

std::vector<std::uint8_t> bytes(const CoverageMask& mask) {
  std::vector<std::uint8_t> all;
  for (int y = 0; y < mask.height(); ++y) all.insert(all.end(), mask.row(y), mask.row(y) + mask.width());
  return all;
}

bool hasAvx2() { return bestCpuPath() == CpuPath::kAvx2; }

}  // namespace

TEST(FillRaster, AgreesWithManySamples) {
  Random random(7);
  for (int round = 0; round < 40; ++round) {
    Ring ring;
    const int corners = 3 + static_cast<int>(random.below(6));
    const double x = random.uniform(-10, 74), y = random.uniform(-10, 58);
    for (int i = 0; i < corners; ++i) {
      const double angle = 2 * std::numbers::pi * i / corners, radius = random.uniform(2, 40);
      ring.push_back(static_cast<float>(x + radius * std::cos(angle)));
      ring.push_back(static_cast<float>(y + radius * std::sin(angle)));
    }
    const CoverageMask mask = filled({ring});
    double sum = 0;
    for (int py = 0; py < 48; ++py)
      for (int px = 0; px < 64; ++px) {
        const double difference = std::abs(mask.row(py)[px] / 255.0 - sampled(ring, px, py));
        ASSERT_LE(difference, 0.07) << "round " << round << " pixel " << px << "," << py;
        sum += difference;
      }
    EXPECT_LE(sum / (64 * 48), 0.004);
  }
}

TEST(FillRaster, NeighboursLeaveNoSeam) {
  // A square cut by a crooked line: both parts together cover every pixel of it fully.
  const Ring left = {4, 4, 31.3F, 4, 28.7F, 17.2F, 33.1F, 30.9F, 4, 31};
  const Ring right = {31.3F, 4, 60, 4, 60, 31, 33.1F, 30.9F, 28.7F, 17.2F};
  const CoverageMask together = filled({left, right});
  for (int y = 5; y < 30; ++y)
    for (int x = 5; x < 59; ++x) EXPECT_EQ(together.row(y)[x], 255) << x << "," << y;
}

TEST(FillRaster, HolesStayOpenAndOverlapsDoNotDarken) {
  const CoverageMask ring = filled({circle(32, 24, 20, 64), circle(32, 24, 10, 64, false)});
  EXPECT_EQ(ring.row(24)[32], 0);
  EXPECT_EQ(ring.row(24)[17], 255);
  const CoverageMask twice = filled({circle(20, 24, 12, 40), circle(30, 24, 12, 40)});
  EXPECT_EQ(twice.row(24)[25], 255);
}

TEST(FillRaster, EveryPieceOfTheMapIsTheSame) {
  // Drawn at once and in two tiles whose corners are whole pixels apart.
  Random random(3);
  for (int round = 0; round < 20; ++round) {
    Ring ring = circle(random.uniform(0, 128), random.uniform(0, 48), random.uniform(3, 90), 23);
    const CoverageMask whole = filled({ring}, 128, 48);
    Ring moved = ring;
    for (std::size_t i = 0; i < moved.size(); i += 2) moved[i] -= 64;
    const CoverageMask right = filled({moved}, 64, 48);
    for (int y = 0; y < 48; ++y)
      for (int x = 0; x < 64; ++x)
        ASSERT_NEAR(whole.row(y)[64 + x], right.row(y)[x], 1) << round << ": " << x << "," << y;
  }
}

TEST(FillRaster, NumbersOutOfAllSenseDoNoHarm) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  EXPECT_TRUE(filled({{nan, 0, 10, 10, 20, 0}, {inf, 0, 10, 10, 20, 0}, {1e13F, 0, 10, 10, 20, 0}}).dirty().empty());
  EXPECT_TRUE(filled({{5, 5, 5, 5, 5, 5}, {1, 1, 9, 9}, {}}).dirty().empty());
  const CoverageMask vast = filled({{-9e9F, -9e9F, 9e9F, -9e9F, 9e9F, 9e9F, -9e9F, 9e9F}});
  for (int y = 0; y < 48; ++y)
    for (int x = 0; x < 64; ++x) ASSERT_EQ(vast.row(y)[x], 255);
}

TEST(FillRaster, CellsAddUpAndBothAreEmptyAfterwards) {
  FillRaster raster(8, 8);
  raster.addCell(3, 3, 100);
  raster.addCell(3, 3, 100);
  raster.addCell(-1, 9, 100);
  CoverageMask mask(8, 8);
  raster.resolveInto(mask);
  EXPECT_EQ(mask.row(3)[3], 200);
  mask.clear();
  raster.resolveInto(mask);
  EXPECT_TRUE(mask.dirty().empty());
  EXPECT_EQ(bytes(mask), std::vector<std::uint8_t>(64, 0));
}

TEST(FillRaster, ARingOfTenMillionCornersEnds) {
  Ring ring = circle(32, 24, 1000, 10'000'000);
  EXPECT_EQ(filled({ring}).row(10)[10], 255);
}

TEST(StrokeRaster, AgreesWithDistancesSampled) {
  Random random(11);
  const StrokeRaster raster(CpuPath::kPlain);
  for (int round = 0; round < 30; ++round) {
    const float ax = static_cast<float>(random.uniform(8, 56)), ay = static_cast<float>(random.uniform(8, 40));
    const float bx = static_cast<float>(random.uniform(8, 56)), by = static_cast<float>(random.uniform(8, 40));
    const double width = random.uniform(1, 9);
    CoverageMask mask(64, 48);
    raster.addPolyline(mask, std::vector<float>{ax, ay, bx, by},
                       {static_cast<float>(width), StrokeRaster::Cap::kRound});
    double sum = 0;
    for (int y = 0; y < 48; ++y)
      for (int x = 0; x < 64; ++x) {
        int hits = 0;
        for (int i = 0; i < 64; ++i) {
          const double px = x + (i % 8 + 0.5) / 8 - ax, py = y + (i / 8 + 0.5) / 8 - ay, dx = bx - ax, dy = by - ay;
          const double t = std::clamp((px * dx + py * dy) / (dx * dx + dy * dy), 0.0, 1.0);
          hits += std::hypot(px - t * dx, py - t * dy) <= width / 2 ? 1 : 0;
        }
        const double difference = std::abs(mask.row(y)[x] / 255.0 - hits / 64.0);
        ASSERT_LE(difference, 0.17) << "round " << round << " pixel " << x << "," << y;
        sum += difference;
      }
    EXPECT_LE(sum / (64 * 48), 0.006);
  }
}

TEST(StrokeRaster, ThinLinesCoverLessAndFlatEndsEnd) {
  const StrokeRaster raster;
  CoverageMask thin(32, 8), flat(32, 8);
  raster.addPolyline(thin, std::vector<float>{4, 4.5F, 28, 4.5F}, {0.5F, StrokeRaster::Cap::kButt});
  EXPECT_NEAR(thin.row(4)[16], 128, 1);
  raster.addPolyline(flat, std::vector<float>{4, 4.5F, 28, 4.5F}, {5, StrokeRaster::Cap::kButt});
  EXPECT_EQ(flat.row(4)[3], 0);
  EXPECT_EQ(flat.row(4)[4], 255);
  EXPECT_EQ(flat.row(4)[28], 0);
  CoverageMask square(32, 8);
  raster.addPolyline(square, std::vector<float>{4, 4.5F, 28, 4.5F}, {5, StrokeRaster::Cap::kSquare});
  EXPECT_GT(square.row(4)[2], 100);
}

TEST(StrokeRaster, DashesKeepTheirPlace) {
  const StrokeRaster raster;
  CoverageMask whole(64, 8), part(64, 8);
  const std::vector<float> dash = {6, 4};
  raster.addDashed(whole, std::vector<float>{0, 4.5F, 64, 4.5F}, {2, StrokeRaster::Cap::kButt}, dash, 0);
  raster.addDashed(part, std::vector<float>{27, 4.5F, 64, 4.5F}, {2, StrokeRaster::Cap::kButt}, dash, 27);
  EXPECT_EQ(whole.row(4)[3], 255);
  EXPECT_EQ(whole.row(4)[8], 0);
  for (int x = 28; x < 64; ++x) EXPECT_NEAR(whole.row(4)[x], part.row(4)[x], 2) << x;
}

TEST(StrokeRaster, NumbersOutOfAllSenseDoNoHarm) {
  const float nan = std::numeric_limits<float>::quiet_NaN(), inf = std::numeric_limits<float>::infinity();
  const StrokeRaster raster;
  CoverageMask mask(64, 48);
  raster.addPolyline(mask, std::vector<float>{nan, 3, 5, 5, inf, 2, 9, 9, 9, 9}, {2, StrokeRaster::Cap::kButt});
  raster.addPolyline(mask, std::vector<float>{3}, {2, StrokeRaster::Cap::kRound});
  raster.addPolyline(mask, std::vector<float>{-9e8F, 10, 9e8F, 30}, {3, StrokeRaster::Cap::kRound});
  raster.addDashed(mask, std::vector<float>{0, 0, 60, 40}, {1, StrokeRaster::Cap::kButt}, std::vector<float>{0, 0}, 0);
  raster.addDashed(mask, std::vector<float>{0, 0, 60, 40}, {1, StrokeRaster::Cap::kButt}, std::vector<float>{0, 5},
                   nan);
  EXPECT_GT(mask.row(20)[30], 0);
}

RC_GTEST_PROP(Avx2, FillsAndStrokesAreTheSameBytes, (std::uint64_t seed)) {
  RC_PRE(hasAvx2());
  Random random(seed);
  std::vector<Ring> rings;
  for (int i = 0; i < 12; ++i)
    rings.push_back(circle(random.uniform(-20, 120), random.uniform(-20, 80), random.uniform(0.2, 70),
                           3 + static_cast<int>(random.below(30)), random.chance(0.6)));
  RC_ASSERT(bytes(filled(rings, 101, 61, CpuPath::kPlain)) == bytes(filled(rings, 101, 61, CpuPath::kAvx2)));
  CoverageMask a(101, 61), b(101, 61);
  for (const Ring& ring : rings) {
    const auto cap = static_cast<StrokeRaster::Cap>(random.below(3));
    const auto width = static_cast<float>(random.uniform(0.2, 12));
    StrokeRaster(CpuPath::kPlain).addPolyline(a, ring, {width, cap});
    StrokeRaster(CpuPath::kAvx2).addPolyline(b, ring, {width, cap});
  }
  RC_ASSERT(bytes(a) == bytes(b));
}

RC_GTEST_PROP(Avx2, BlendingIsTheSameBytes, (std::uint64_t seed)) {
  RC_PRE(hasAvx2());
  Random random(seed);
  std::vector<std::uint32_t> ground(64 * 3), sprite(64 * 3);
  for (auto* pixels : {&ground, &sprite})
    for (std::uint32_t& pixel : *pixels) pixel = premultiplied(random.below(0x10000U) << 16U | random.below(0x10000U));
  const auto run = [&](CpuPath path) {
    std::vector<std::uint32_t> to = ground;
    std::vector<std::uint32_t> from = sprite;
    const PixelCanvas canvas{to.data(), 61, 3, 64};
    blitSprite(canvas, {from.data(), 37, 3, 64}, 5, 0, 200, path);
    CoverageMask mask(61, 3);
    StrokeRaster(path).addPolyline(mask, std::vector<float>{1, 1, 60, 2}, {2.5F, StrokeRaster::Cap::kRound});
    compositePattern(canvas, mask, {from.data(), 8, 3, 64}, -3, 1, path);
    StrokeRaster(path).addPolyline(mask, std::vector<float>{1, 2, 60, 0}, {1.5F, StrokeRaster::Cap::kButt});
    compositeColour(canvas, mask, 0x9f3dbfaeU, path);
    blendOver(canvas, {from.data(), 61, 3, 64}, 90, path);
    return to;
  };
  RC_ASSERT(run(CpuPath::kPlain) == run(CpuPath::kAvx2));
}

TEST(Composite, IsSourceOverAndClearsTheMask) {
  std::vector<std::uint32_t> pixels(16, 0xff204060U);
  const PixelCanvas canvas{pixels.data(), 4, 4, 4};
  CoverageMask mask(4, 4);
  mask.stamp(1, 1, 255);
  mask.stamp(2, 1, 128);
  mask.stamp(9, 1, 128);
  compositeColour(canvas, mask, 0xffff0000U, CpuPath::kPlain);
  EXPECT_EQ(pixels[5], 0xffff0000U);
  EXPECT_EQ(pixels[6] >> 16U & 0xffU, 144U);  // 0x20 * 127/255 + 128
  EXPECT_EQ(pixels[4], 0xff204060U);
  EXPECT_TRUE(mask.dirty().empty());
  EXPECT_EQ(premultiplied(0x80ff0000U), 0x80800000U);
}
