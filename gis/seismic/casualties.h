// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>

#include "gis/core/error.h"
#include "gis/seismic/scenario.h"

namespace gis::seismic {

// Deaths by earthquake, as shares of those who are there. Three methods that differ by a factor of ten and more: they
// are shown together and never as one number.

// Yin Zhiqian 1991: lg RD = 12.479 A^0.1 - 13.3, A the share of destroyed buildings, 0 to 1. Fails with kOutOfRange.
Result<double> deathShareYin(double destroyed_share);
// Ma Yuhong & Xie Lili 2000: lg RD = 9.0 RB^0.1 - 10.07, before the two factors below. Fails with kOutOfRange.
Result<double> deathShareMa(double destroyed_share);
// Factor of population density: below 50 people/km2 0.8, to 200 1.0, to 500 1.1, above 1.2.
double densityFactor(double people_per_km2);
// Factor of the time of day: 1 by day; at night 17 (VI), 8 (VII), 4 (VIII), 2 (IX), 1.5 (X and above).
double timeFactor(TimeOfDay time, int degree);
// USGS PAGER, empirical model for China: Phi(ln(I / 10.328811) / 0.100058) of those exposed to degree I (Jaiswal & Wald
// 2010; coefficients of the PAGER repository). Degree 1 to 12, else kOutOfRange.
Result<double> deathSharePager(Intensity intensity);
// Spread of the PAGER estimate: standard deviation of the natural logarithm.
inline constexpr double kPagerSpread = 1.526;

// Chances of 0, 1-9, 10-99, 100-999, 1000 and more deaths, log-normal about `median`; all in the first for 0.
std::array<double, 5> deathClassChances(double median, double spread = kPagerSpread);

}  // namespace gis::seismic
