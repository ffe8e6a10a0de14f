// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/risk/capability.h"

namespace gis::risk {

// Hazards that count, each with one indicator from the census tables, per km2 so that large districts are not riskier
// for being large.
enum class Hazard { kFire, kGeology, kFlood, kSeismic, kPast };
inline constexpr std::size_t kHazards = 5;
enum class Exposure { kPeople, kVulnerable, kWeakBuildings, kSites };
inline constexpr std::size_t kExposures = 4;
std::string_view hazardName(Hazard hazard);        // "fire", "geology", "flood", "seismic", "past"
std::string_view exposureName(Exposure exposure);  // "people", "vulnerable", "weak_buildings", "sites"

// One county or township as the tables have it.
struct District {
  std::int64_t fid = 0;  // in the table division
  std::string code, name, parent_name;
  double area_km2 = 0;
  std::int64_t population = 0;
  std::array<double, kHazards> hazard{};      // raw, per km2, not negative
  std::array<double, kExposures> exposure{};  // raw, not negative
  CapabilityInput capability;
};

struct RiskWeights {
  std::array<double, kHazards> hazard{1, 1, 1, 1, 1};
  std::array<double, kExposures> exposure{0.4, 0.2, 0.25, 0.15};
  CapabilityWeights capability;
  double hazard_power = 1, exposure_power = 1, capacity_power = 1;
};

enum class RiskGrade { kHigh = 1, kMediumHigh, kMediumLow, kLow };  // code_risk_level

struct RiskScore {
  std::array<double, kHazards> hazard{};      // normalised, 0 to 1
  std::array<double, kExposures> exposure{};  // normalised, 0 to 1
  CapabilityScore capacity;
  CapabilityGrade capacity_grade = CapabilityGrade::kMiddle;
  double hazard_index = 0, exposure_index = 0;
  double risk = 0;  // 0 to 1
  RiskGrade grade = RiskGrade::kLow;
  int rank = 0;                       // 1: the greatest risk
  int best_rank = 0, worst_rank = 0;  // when any one weight is a fifth larger or smaller
};

// Composite risk of districts relative to each other:
//   R = H^a * E^b * (1 - C/2)^c
// H weighted mean of the hazards, E of the exposures, each normalised (x - min) / (max - min) over the districts (all
// equal: 0 when nothing is there, else 0.5); C the capability score. Grows with every hazard and exposure, falls with
// every capability; a common factor of a group's weights changes nothing; equal districts are equal. Grades by mean m
// and standard deviation s of R: high from m + s, medium-high from m, medium-low from m - s. Source: disaster risk as
// hazard x exposure x vulnerability (UNDRR 2017 terminology); normalisation, weights and grades are our design, to be
// replaced by local experts. Fails with kOutOfRange: negative or infinite indicators, a population or area that is not
// positive, weights that are negative or sum to nothing, powers outside 0 to 5.
Result<std::vector<RiskScore>> riskScores(const std::vector<District>& districts, const RiskWeights& weights);

}  // namespace gis::risk
