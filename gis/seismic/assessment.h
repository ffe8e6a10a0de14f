// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/seismic/casualties.h"
#include "gis/seismic/city_exposure.h"
#include "gis/seismic/damage.h"
#include "gis/seismic/scenario.h"

namespace gis::seismic {

// An estimate is never one number: the best one and the band it lies in.
struct Band {
  double low = 0;
  double best = 0;
  double high = 0;
  Band& operator+=(const Band& other) {
    low += other.low, best += other.best, high += other.high;
    return *this;
  }
};

// The figures the estimate rests on; all may be edited (tables model_parameter and damage_matrix_row).
struct LossFigures {
  double damage_sigma = 0.18;
  std::array<double, kBuildingClasses> price_yuan_per_m2{800, 1000, 1400, 1700, 2400};
  // Share of the value lost in each grade, percent. Source: GB/T 18208.4-2011.
  std::array<Band, kDamageGrades> loss_percent{{{0, 2, 5}, {6, 10, 15}, {16, 30, 45}, {46, 65, 80}, {81, 95, 100}}};
  double injured_per_death = 4;
  // Rows of an official damage matrix, by class and degree; where there is none, the standard's range is used.
  std::map<std::pair<BuildingClass, int>, DamageShares> official;
};

inline constexpr std::size_t kZones = 7;  // degrees VI to XII
using ByClass = std::array<double, kBuildingClasses>;

struct ZoneLoss {
  int degree = 6;
  double people = 0, elderly = 0, households = 0;
  ByClass buildings{};  // count
  ByClass floor_m2{};
  DamageShares damaged_m2{};  // floor area by grade, best estimate
  Band deaths;
};

struct CountyLoss {
  std::string code, name;
  std::array<double, kZones> people{};
  int worst_degree = 0;  // 0: none of VI and above
  double floor_m2 = 0;
  double severe_m2 = 0;  // severely damaged or destroyed, best estimate
  Band loss_yuan, homeless, deaths;
};

struct Assessment {
  std::vector<ZoneLoss> zones;       // with anything in them, highest degree first
  std::vector<CountyLoss> counties;  // all of them, in the order of their codes
  // Shares of damage by class and degree that were used: [class][degree - 6], best estimate.
  std::array<std::array<DamageShares, kZones>, kBuildingClasses> matrix{};
  Band loss_yuan;  // buildings alone: direct loss
  Band homeless;
  Band deaths;  // best: the middle one of the three methods; band: all they allow
  Band injured;
  Band deaths_yin, deaths_ma, deaths_pager;
  std::array<double, 5> death_chances{};  // see deathClassChances
};

// What a scenario does to a city: zones by the intensity relation, everything in a zone at the zone's degree; damage by
// class (official matrix, else the index range of GB/T 17742-2020 by a beta distribution, its ends for the band);
// losses by GB/T 18208.4-2011; homeless people T = (destroyed + severe + moderate / 2) / (floor area a person) -
// deaths; deaths by three methods (casualties.h). An estimate for planning (估算，仅供参考). Linear in the exposure.
// Fails as checkScenario does, and with kCancelled.
Result<Assessment> assess(const QuakeScenario& scenario, const CityExposure& city, const LossFigures& figures,
                          const CancelToken& cancel = {});

}  // namespace gis::seismic
