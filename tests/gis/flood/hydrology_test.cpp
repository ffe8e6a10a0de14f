// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

#include "gis/flood/dam_break.h"
#include "gis/flood/design_flood.h"
#include "gis/flood/routing.h"
#include "gis/flood/runoff.h"
#include "tests/cases/case_rows.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::flood {
namespace {

TEST(Runoff, Tr55Table) {
  for (const CaseRow& row : caseRows("flood_runoff_tr55.tsv")) {
    SCOPED_TRACE(row.where());
    const auto runoff = runoffMm(row.number(0) * 25.4, row.number(1));
    ASSERT_TRUE(runoff);
    EXPECT_NEAR(*runoff / 25.4, row.number(2), 0.0051);
  }
}

TEST(Runoff, CurveNumbers) {
  for (const CaseRow& row : caseRows("flood_curve_number.tsv")) {
    SCOPED_TRACE(row.where());
    const double cn = row.number(0);
    EXPECT_NEAR(*retentionMm(cn), row.number(1), 0.006);
    EXPECT_NEAR(*runoffMm(50, cn), row.number(2), 0.006);
    EXPECT_NEAR(*runoffMm(100, cn), row.number(3), 0.006);
    EXPECT_NEAR(*curveNumberFor(cn, SoilState::kDry), row.number(4), 0.06);
    EXPECT_NEAR(*curveNumberFor(cn, SoilState::kWet), row.number(5), 0.06);
  }
}

TEST(Runoff, NeverMoreThanTheRainAndOutsideTheRangeAnError) {
  rc::check("0 <= Q <= P, growing with both", [] {
    const double rain_mm = *rc::gen::inRange(0, 4000) / 10.0;
    const double cn = *rc::gen::inRange(30, 100);
    for (const auto loss : {InitialLoss::kClassic, InitialLoss::kModern}) {
      const double q = *runoffMm(rain_mm, cn, loss);
      RC_ASSERT(q >= 0 && q <= rain_mm + 1e-9);
      RC_ASSERT(*runoffMm(rain_mm + 1, cn, loss) >= q);
      RC_ASSERT(*runoffMm(rain_mm, cn + 0.5, loss) >= q - 1e-9);
    }
  });
  EXPECT_CODE(runoffMm(-1, 70), kOutOfRange);
  EXPECT_CODE(runoffMm(10, 0), kOutOfRange);
  EXPECT_CODE(runoffMm(10, 101), kOutOfRange);
  EXPECT_CODE(curveNumberOnSlope(70, 2), kOutOfRange);
  EXPECT_EQ(*antecedentState(35.6, Season::kGrowing), SoilState::kNormal);
  EXPECT_EQ(*antecedentState(28, Season::kDormant), SoilState::kWet);
  EXPECT_CODE(antecedentState(-1, Season::kDormant), kOutOfRange);
}

TEST(DesignFlood, CheckedExampleAndItsInverse) {
  // F = 50, L = 12, J = 0.012, m = 1, S_p = 60, n = 0.6, mu = 3 (worked by hand from the equations of the header)
  const DesignBasin basin{50, 12, 0.012, 1.0, 3, 0.6, 0.6};
  const auto peak = designPeak(basin, 60);
  ASSERT_OK(peak);
  EXPECT_NEAR(peak->peak_m3_per_s, 362.9, 0.05);
  EXPECT_NEAR(peak->concentration_h, 3.338, 0.0005);
  EXPECT_NEAR(peak->runoff_ratio, 0.897, 0.0005);
  EXPECT_NEAR(peak->runoff_duration_h, 32.0, 0.05);
  rc::check("back and forth", [&] {
    const double force_mm = *rc::gen::inRange(50, 3000) / 10.0;
    const double q = designPeak(basin, force_mm)->peak_m3_per_s;
    RC_ASSERT(std::abs(*rainForceFor(basin, q) - force_mm) < 1e-6 * force_mm);
  });
  EXPECT_CODE(designPeak({600, 12, 0.012}, 60), kOutOfRange);
  EXPECT_CODE(designPeak({50, 12, 0}, 60), kOutOfRange);
  EXPECT_CODE(rainForceFor(basin, 1e9), kOutOfRange);
  EXPECT_CODE(stormRainMm(basin, 60, 48), kOutOfRange);
  EXPECT_NEAR(*stormRainMm(basin, 60, 1), 60, 1e-9);
}

TEST(Routing, Ponce) {
  std::vector<double> inflow, wanted;
  for (const CaseRow& row : caseRows("flood_muskingum_ponce.tsv"))
    inflow.push_back(row.number(1)), wanted.push_back(row.number(2));
  const auto out = muskingum({48, 0.1, 24}, inflow, 352);
  ASSERT_OK(out);
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR((*out)[i], wanted[i], 0.06) << i;
}

TEST(Routing, CheckedMuskingumAndItsRange) {
  const auto w = muskingumWeights({12, 0.2, 6});
  ASSERT_OK(w);
  EXPECT_NEAR(w->c0, 0.0476, 5e-5);
  EXPECT_NEAR(w->c1, 0.4286, 5e-5);
  EXPECT_NEAR(w->c2, 0.5238, 5e-5);
  const std::vector<double> inflow{100, 300, 680, 500, 400, 310, 230, 180, 100};
  const std::vector<double> wanted{100, 109.5, 218.3, 429.6, 458.4, 426.3, 367.1, 299.4, 238.8};
  const auto out = muskingum({12, 0.2, 6}, inflow, 100);
  for (std::size_t i = 0; i < wanted.size(); ++i) EXPECT_NEAR((*out)[i], wanted[i], 0.06);
  EXPECT_CODE(muskingumWeights({12, 0.2, 3}), kOutOfRange);
  EXPECT_CODE(muskingumWeights({12, 0.6, 6}), kOutOfRange);
  EXPECT_CODE(muskingum({12, 0.2, 6}, std::vector<double>{-1}, 0), kOutOfRange);
}

TEST(Routing, WeightsSumToOneAndWaterIsKept) {
  rc::check([] {
    const double travel_h = *rc::gen::inRange(10, 400) / 10.0, x = *rc::gen::inRange(0, 50) / 100.0;
    const double step_h = 2 * travel_h * (x + (1 - 2 * x) * *rc::gen::inRange(0, 101) / 100.0);
    RC_PRE(step_h > 0.01);
    const auto w = muskingumWeights({travel_h, x, step_h});
    RC_ASSERT(w.has_value());
    RC_ASSERT(std::abs(w->c0 + w->c1 + w->c2 - 1) < 1e-9);
    RC_ASSERT(w->c0 > -1e-6 && w->c1 > -1e-6 && w->c2 > -1e-6);
  });
}

StorageCurve curve() {
  return StorageCurve::create({{100, 0, 0.0}, {105, 4e6, 0.0}, {110, 1.2e7, 150.0}, {112, 1.7e7, 400.0}}).value();
}

TEST(Routing, PoolKeepsItsWater) {
  rc::check([] {
    const auto inflow = *rc::gen::container<std::vector<double>>(
        12, rc::gen::map(rc::gen::inRange(0, 400), [](int q) { return static_cast<double>(q); }));
    const auto routed = routePool(curve(), 106, inflow, 1);
    RC_ASSERT(routed.has_value());
    for (std::size_t i = 1; i < routed->steps.size(); ++i) {
      const PoolStep &a = routed->steps[i - 1], &b = routed->steps[i];
      const double in_m3 = (inflow[i - 1] + inflow[i]) / 2 * 3600;
      const double out_m3 = (a.outflow_m3_per_s + b.outflow_m3_per_s) / 2 * 3600;
      RC_ASSERT(std::abs(b.storage_m3 - a.storage_m3 - in_m3 + out_m3) < 1);
    }
  });
  const auto over = routePool(curve(), 111, std::vector<double>(200, 2000.0), 1);
  ASSERT_OK(over);
  EXPECT_TRUE(over->beyond_step);
  EXPECT_CODE(routePool(curve(), 90, std::vector<double>{1}, 1), kOutOfRange);
  EXPECT_CODE(routePool(StorageCurve::create({{1, 0}, {2, 5}}).value(), 1, std::vector<double>{1}, 1),
              kInvalidArgument);
}

TEST(StorageCurve, BothWaysExactly) {
  rc::check([] {
    const double level_m = 100 + *rc::gen::inRange(0, 12000) / 1000.0;
    const StorageCurve c = curve();
    RC_ASSERT(std::abs(*c.levelAt(*c.storageAt(level_m)) - level_m) < 1e-9);
    RC_ASSERT(*c.storageAt(level_m) <= *c.storageAt(std::min(112.0, level_m + 0.1)));
  });
  EXPECT_CODE(curve().storageAt(99), kOutOfRange);
  EXPECT_CODE(curve().levelAt(9e9), kOutOfRange);
  EXPECT_CODE(StorageCurve::create({{1, 5}}), kNoData);
  EXPECT_CODE(StorageCurve::create({{1, 5}, {2, 4}}), kInvalidArgument);
  EXPECT_CODE(StorageCurve::create({{1, 5}, {1, 6}}), kInvalidArgument);
  EXPECT_NEAR(**hoursUntilFull(3.6e6, 150, 50), 10, 1e-9);
  EXPECT_FALSE(*hoursUntilFull(1, 10, 10));
  EXPECT_CODE(hoursUntilFull(-1, 1, 1), kOutOfRange);
}

TEST(DamBreak, TetonWasWithinTheRange) {
  // Teton dam, 1976: 310 million m3, 77.4 m of water; measured peak 65,120 m3/s (Froehlich 1995, table 1).
  const auto teton = damBreak(3.1e8, 77.4, 86.9);
  ASSERT_OK(teton);
  EXPECT_LT(teton->peak_m3_per_s.low, 65120);
  EXPECT_GT(teton->peak_m3_per_s.high, 65120);
  EXPECT_CODE(damBreak(1e12, 50, 50), kOutOfRange);
  EXPECT_CODE(damBreak(1e7, 0, 5), kOutOfRange);
}

}  // namespace
}  // namespace gis::flood
