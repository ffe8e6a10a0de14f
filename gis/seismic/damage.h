// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "gis/core/error.h"

namespace gis::seismic {

// Classes of buildings of GB/T 17742-2020: A1 earth, brick-and-timber, stone (not designed); A2 timber frame; B masonry
// not designed; C masonry designed for degree VII; D reinforced-concrete frame designed for degree VII.
enum class BuildingClass : std::uint8_t { kA1, kA2, kB, kC, kD };
inline constexpr std::size_t kBuildingClasses = 5;
std::string_view buildingClassName(BuildingClass building);  // "A1"
std::optional<BuildingClass> buildingClassNamed(std::string_view name);

// The class of a census building, by code_structure and whether it was designed against earthquakes. The census does
// not know the standard's classes: steel counts as D, concrete without design as C, cave dwellings as A1 (design).
BuildingClass buildingClassOf(int structure_code, bool seismic_designed);

// Grades of damage: 基本完好, 轻微破坏, 中等破坏, 严重破坏, 毁坏.
inline constexpr std::size_t kDamageGrades = 5;
using DamageShares = std::array<double, kDamageGrades>;  // of the floor area; sum 1

struct Range {
  double low = 0;
  double high = 0;
};
// Range of the mean damage index. Source: GB/T 17742-2020 table 1. Fails with kOutOfRange outside VI to XII (XI holds
// for XII).
Result<Range> meanDamageIndex(BuildingClass building, int degree);

// Shares of the five grades for a mean damage index: a beta distribution on [0, 1] of that mean and the standard
// deviation `sigma`, cut at 0.10, 0.30, 0.55, 0.85 (GB/T 17742-2020). Near 0 and 1, where no beta distribution is that
// wide, sigma is held to 0.6 sqrt(mean (1 - mean)). Fails with kOutOfRange unless 0 <= mean <= 1 and 0 < sigma < 0.5.
Result<DamageShares> damageShares(double mean, double sigma);

// Probability that a beta variable is below x: the regularised incomplete beta function, by its continued fraction
// (Abramowitz & Stegun 26.5.8). a, b > 0, 0 <= x <= 1; 1e-10.
double betaBelow(double x, double a, double b);

}  // namespace gis::seismic
