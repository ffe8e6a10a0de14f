// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "gis/core/clock.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/core/random.h"
#include "gis/core/uuid.h"

namespace gis {

TEST(Clock, FormatsUtcAsGeoPackageWants) {
  EXPECT_EQ(formatUtc(0), "1970-01-01T00:00:00.000Z");
  EXPECT_EQ(formatUtc(1777593600123), "2026-05-01T00:00:00.123Z");
  EXPECT_EQ(formatUtc(-1), "1969-12-31T23:59:59.999Z");
}

TEST(Uuid, IsVersion7AndSortsByTime) {
  // RFC 9562 appendix A.6: Unix time 0x017F22E279B0 ms stands in the first 48 bits.
  UuidSource source(std::make_shared<FixedClock>(0x017F22E279B0), 42);
  std::string last;
  std::set<std::string> all;
  for (int i = 0; i < 10000; ++i) {
    const std::string id = source.next();
    ASSERT_EQ(id.size(), 36U);
    ASSERT_EQ(id[14], '7');
    ASSERT_NE(std::string("89ab").find(id[19]), std::string::npos);
    ASSERT_LT(last, id) << "identifiers must sort in the order they were made";
    last = id;
    all.insert(id);
  }
  EXPECT_EQ(all.size(), 10000U);
  EXPECT_EQ(all.begin()->substr(0, 13), "017f22e2-79b0");
}

TEST(Uuid, KeepsOrderWhenTheClockGoesBack) {
  struct Backwards : Clock {
    mutable std::int64_t now_utc_ms = 2000;
    std::int64_t nowUtcMs() const override { return now_utc_ms -= 500; }
  };
  UuidSource source(std::make_shared<Backwards>(), 1);
  const std::string first = source.next(), second = source.next();
  EXPECT_LT(first, second);
}

TEST(Random, IsTheSameEverywhere) {
  // PCG32 reference output for seed 42, stream 54 (pcg-random.org, pcg32-demo, round 1).
  Random random(42, 54);
  EXPECT_EQ(random.next(), 0xa15c02b7U);
  EXPECT_EQ(random.next(), 0x7b47f409U);
  EXPECT_EQ(random.next(), 0xba1d3330U);
}

TEST(Errors, EveryCodeHasItsOwnName) {
  std::set<std::string> names;
  for (int i = 0; i <= static_cast<int>(ErrorCode::kIoFailed); ++i) names.insert(errorName(static_cast<ErrorCode>(i)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::kIoFailed) + 1);
  EXPECT_FALSE(names.contains("unknown"));
}

TEST(Boxes, AreEmptyUntilSomethingIsAdded) {
  MapBox box;
  EXPECT_TRUE(box.empty());
  EXPECT_EQ(box.width_m(), 0);
  box.add(MapXY{1, 2});
  EXPECT_FALSE(box.empty());
  EXPECT_TRUE(box.contains({1, 2}));
  EXPECT_FALSE(box.intersects(MapBox{}));
}

}  // namespace gis
