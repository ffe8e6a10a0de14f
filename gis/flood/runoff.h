// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"
#include "gis/flood/soil_state.h"

namespace gis::flood {

// Runoff of a storm by the curve number (SCS-CN). S = 25400/CN - 254 mm, Ia = lambda S, Q = (P-Ia)^2/(P-Ia+S) for
// P > Ia, else 0. Source: USDA-NRCS, Urban Hydrology for Small Watersheds (TR-55, 1986), NEH 630 ch. 10. Valid:
// 0 < CN <= 100, P >= 0; else kOutOfRange.
enum class InitialLoss {
  kClassic,  // lambda = 0.20
  kModern,   // lambda = 0.05, S0.05 = 1.33 S0.20^1.15 in inches (Hawkins et al. 2002)
};
Result<double> retentionMm(double curve_number);
Result<double> runoffMm(double rain_mm, double curve_number, InitialLoss loss = InitialLoss::kClassic);

// The curve number for dry (AMC I) and wet (AMC III) ground from that for average ground (AMC II):
// CN_I = 4.2 CN/(10 - 0.058 CN), CN_III = 23 CN/(10 + 0.13 CN). Source: NEH 4 (1972). Range as above.
Result<double> curveNumberFor(double curve_number, SoilState state);

// The curve number of sloping ground, slope in m/m: (CN_III - CN_II)/3 (1 - 2 exp(-13.86 slope)) + CN_II. Source:
// Sharpley & Williams, EPIC (USDA 1990). Valid: 0 <= slope <= 1.
Result<double> curveNumberOnSlope(double curve_number, double slope_ratio);

// Which ground the rain of the five days before makes. Source: NEH 4 (1972), limits 12.7/27.9 mm out of season and
// 35.6/53.3 mm in the growing season; a limit belongs to the wetter side.
enum class Season { kDormant, kGrowing };
Result<SoilState> antecedentState(double rain_5d_mm, Season season);

// Lag of a catchment by NRCS: L^0.8 (S+1)^0.7/(1900 Y^0.5), L in feet, S in inches, Y in percent. Source: NEH 630 ch.
// 15; made for curve numbers 50-95 and up to 8 km2. Fails with kOutOfRange outside CN 30-98, length > 0, slope > 0.
Result<double> lagH(double longest_path_m, double mean_slope_ratio, double curve_number);
// Time of concentration by Kirpich (1940): 0.0195 L^0.77 J^-0.385 minutes. Fails unless both are positive.
Result<double> concentrationH(double longest_path_m, double mean_slope_ratio);
// Peak of the triangular unit hydrograph: 0.208 A Q/Tp, Tp = D/2 + lag. Source: NEH 630 ch. 16.
Result<double> peakFlowM3PerS(double area_km2, double runoff_mm, double duration_h, double lag_h);

}  // namespace gis::flood
