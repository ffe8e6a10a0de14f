// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/risk_index.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

namespace gis::risk {
namespace {

double positive() { return *rc::gen::inRange(1, 1000) / 10.0; }

District someDistrict() {
  District d;
  d.area_km2 = 100;
  d.population = 1000;
  for (double& v : d.hazard) v = *rc::gen::inRange(0, 100) / 10.0;
  for (double& v : d.exposure) v = *rc::gen::inRange(0, 100) / 10.0;
  d.capability.population = 1000;
  d.capability.disaster_staff = positive(), d.capability.funds_10k_yuan = positive();
  d.capability.stocks_10k_yuan = positive(), d.capability.hospital_beds = positive();
  d.capability.volunteers = positive(), d.capability.trained_people = positive();
  d.capability.shelter_places = positive(), d.capability.risk_assessed_ratio = *rc::gen::inRange(0, 2);
  return d;
}

std::vector<District> someDistricts() {
  std::vector<District> all;
  const int n = *rc::gen::inRange(2, 9);
  for (int i = 0; i < n; ++i) all.push_back(someDistrict());
  return all;
}

}  // namespace

TEST(RiskIndex, GrowsWithEveryHazardAndExposure) {
  rc::check([] {
    auto districts = someDistricts();
    const auto before = riskScores(districts, {});
    RC_ASSERT(before.has_value());
    const auto i = *rc::gen::inRange<std::size_t>(0, districts.size());
    if (*rc::gen::arbitrary<bool>())
      districts[i].hazard[*rc::gen::inRange<std::size_t>(0, kHazards)] += positive();
    else
      districts[i].exposure[*rc::gen::inRange<std::size_t>(0, kExposures)] += positive();
    const auto after = riskScores(districts, {});
    RC_ASSERT((*after)[i].risk >= (*before)[i].risk - 1e-12);
  });
}

TEST(RiskIndex, FallsWithEveryCapability) {
  rc::check([] {
    auto districts = someDistricts();
    const auto before = riskScores(districts, {});
    const auto i = *rc::gen::inRange<std::size_t>(0, districts.size());
    CapabilityInput& c = districts[i].capability;
    double* const fields[] = {&c.disaster_staff, &c.funds_10k_yuan, &c.stocks_10k_yuan, &c.hospital_beds,
                              &c.volunteers,     &c.trained_people, &c.shelter_places};
    *fields[*rc::gen::inRange(0, 7)] += positive();
    const auto after = riskScores(districts, {});
    RC_ASSERT((*after)[i].capacity.total >= (*before)[i].capacity.total - 1e-12);
    RC_ASSERT((*after)[i].risk <= (*before)[i].risk + 1e-12);
  });
}

TEST(RiskIndex, ACommonFactorOfWeightsChangesNothing) {
  rc::check([] {
    const auto districts = someDistricts();
    RiskWeights scaled;
    const double factor = positive();
    for (double& w : scaled.hazard) w *= factor;
    for (double& w : scaled.exposure) w *= factor;
    for (double& w : scaled.capability.groups) w *= factor;
    for (double& w : scaled.capability.within) w *= factor;
    const auto one = riskScores(districts, {}), other = riskScores(districts, scaled);
    for (std::size_t i = 0; i < districts.size(); ++i) {
      RC_ASSERT(std::abs((*one)[i].risk - (*other)[i].risk) < 1e-9);
    }
  });
}

TEST(RiskIndex, EqualDistrictsAreEqualAndRanksAreInOrder) {
  rc::check([] {
    auto districts = someDistricts();
    districts.push_back(districts.front());
    const auto scores = riskScores(districts, {});
    RC_ASSERT(scores->front().risk == scores->back().risk);
    RC_ASSERT(scores->front().rank == scores->back().rank);
    for (const RiskScore& s : *scores) {
      RC_ASSERT(s.risk >= 0 && s.risk <= 1);
      RC_ASSERT(s.best_rank <= s.rank && s.rank <= s.worst_rank);
      for (const RiskScore& t : *scores) RC_ASSERT((s.risk > t.risk) == (s.rank < t.rank));
    }
  });
}

TEST(RiskIndex, WeightsThatSumToNothingAreRefused) {
  District d;
  d.area_km2 = 1;
  d.capability.population = 1;
  RiskWeights none;
  none.hazard.fill(0);
  EXPECT_EQ(riskScores({d}, none).error().detail, "hazard");
  RiskWeights negative;
  negative.exposure[0] = -1;
  EXPECT_EQ(riskScores({d}, negative).error().detail, "exposure");
  d.hazard[0] = -1;
  EXPECT_EQ(riskScores({d}, {}).error().detail, "hazard");
  EXPECT_TRUE(riskScores({}, {}).has_value());
}

}  // namespace gis::risk
