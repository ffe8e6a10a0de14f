// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/damage.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <cmath>
#include <numeric>

#include "gis/seismic/avoidance.h"
#include "gis/seismic/casualties.h"
#include "tests/cases/case_rows.h"

namespace gis::seismic {

TEST(Damage, TheBetaFunctionAgreesWithItsClosedForms) {
  // a = 1: 1 - (1-x)^b; b = 1: x^a; a = b: one half in the middle.
  for (const double x : {0.05, 0.3, 0.7, 0.95}) {
    EXPECT_NEAR(betaBelow(x, 1, 3.5), 1 - std::pow(1 - x, 3.5), 1e-12);
    EXPECT_NEAR(betaBelow(x, 2.2, 1), std::pow(x, 2.2), 1e-12);
    EXPECT_NEAR(betaBelow(x, 2, 3), 6 * x * x - 8 * x * x * x + 3 * std::pow(x, 4), 1e-12);
  }
  EXPECT_NEAR(betaBelow(0.5, 17, 17), 0.5, 1e-12);
}

TEST(Damage, SharesSumToOneAndKeepTheMean) {
  rc::check([] {
    const double mean = *rc::gen::inRange(0, 1001) / 1000.0;
    const auto shares = damageShares(mean, 0.18);
    RC_ASSERT(shares.has_value());
    RC_ASSERT(std::abs(std::accumulate(shares->begin(), shares->end(), 0.0) - 1) < 1e-9);
    // The mean lies between what the shares allow at the least and at the most.
    constexpr std::array kCuts{0.0, 0.10, 0.30, 0.55, 0.85, 1.0};
    double low = 0, high = 0;
    for (std::size_t i = 0; i < 5; ++i) low += (*shares)[i] * kCuts[i], high += (*shares)[i] * kCuts[i + 1];
    RC_ASSERT(low <= mean + 1e-6 && mean - 1e-6 <= high);
  });
}

TEST(Damage, WeakerBuildingsAndHigherDegreesFareWorse) {
  for (int degree = 6; degree <= 12; ++degree) {
    const auto weak = *meanDamageIndex(BuildingClass::kA1, degree),
               strong = *meanDamageIndex(BuildingClass::kD, degree);
    EXPECT_GE(weak.high, strong.high);
    EXPECT_LE(weak.low, weak.high);
    if (degree > 6) {
      EXPECT_GE(weak.high, meanDamageIndex(BuildingClass::kA1, degree - 1)->high);
    }
  }
  EXPECT_EQ(meanDamageIndex(BuildingClass::kB, 5).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(damageShares(1.1, 0.18).error().subject, "mean");
}

TEST(Deaths, ByTheShareOfDestroyedBuildings) {
  for (const CaseRow& row : caseRows("seismic_deaths.tsv")) {
    EXPECT_NEAR(*deathShareYin(row.number(0)), row.number(1), row.number(1) * row.number(3)) << row.where();
    EXPECT_NEAR(*deathShareMa(row.number(0)), row.number(2), row.number(2) * row.number(3)) << row.where();
  }
  EXPECT_EQ(*deathShareYin(0), 0);
  EXPECT_FALSE(deathShareMa(1.01).has_value());
}

TEST(Deaths, ByPagerForChina) {
  for (const CaseRow& row : caseRows("seismic_pager_china.tsv"))
    EXPECT_NEAR(*deathSharePager(row.number(0)), row.number(1), row.number(1) * row.number(2)) << row.where();
  const auto chances = deathClassChances(50);
  EXPECT_NEAR(std::accumulate(chances.begin(), chances.end(), 0.0), 1, 1e-12);
  EXPECT_GT(chances[2], chances[0]);
  EXPECT_EQ(deathClassChances(0)[0], 1);
  EXPECT_EQ(timeFactor(TimeOfDay::kNight, 6), 17);
  EXPECT_EQ(timeFactor(TimeOfDay::kNight, 12), 1.5);
  EXPECT_EQ(densityFactor(600), 1.2);
}

TEST(FaultAvoidance, AsTheDesignCodeHasIt) {
  EXPECT_EQ(faultAvoidance(8, 1, BuildingCategory::kUsual)->dist_m, 100);
  EXPECT_EQ(faultAvoidance(9, 1, BuildingCategory::kImportant)->dist_m, 400);
  EXPECT_EQ(faultAvoidance(9, 1, BuildingCategory::kSpecial)->kind, Avoidance::kSpecialStudy);
  EXPECT_EQ(faultAvoidance(8, 1, BuildingCategory::kMinor)->kind, Avoidance::kNoDistance);
  EXPECT_EQ(faultAvoidance(7, 1, BuildingCategory::kUsual)->reason, "degree");
  EXPECT_EQ(faultAvoidance(8, 2, BuildingCategory::kUsual)->reason, "age");
  EXPECT_EQ(faultAvoidance(8, 1, BuildingCategory::kUsual, 61)->reason, "cover");
  EXPECT_EQ(faultAvoidance(9, 1, BuildingCategory::kUsual, 61)->kind, Avoidance::kDistance);
  EXPECT_EQ(faultAvoidance(10, 1, BuildingCategory::kUsual).error().code, ErrorCode::kOutOfRange);
}

}  // namespace gis::seismic
