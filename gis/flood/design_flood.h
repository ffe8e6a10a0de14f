// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/core/error.h"

namespace gis::flood {

// A small catchment for the rational method of the Chinese hydropower institute (水科院推理公式).
struct DesignBasin {
  double area_km2 = 0;          // F
  double longest_path_km = 0;   // L
  double mean_slope_ratio = 0;  // J, m/m
  double convergence = 1;       // m 汇流参数
  double loss_mm_per_h = 3;     // mu
  double exponent_short = 0.6;  // n1 of the storm formula i(t) = S_p/t^n, t < 1 h
  double exponent_long = 0.6;   // n2, t >= 1 h
};
struct DesignPeak {
  double peak_m3_per_s = 0;      // Qm
  double concentration_h = 0;    // tau
  double runoff_ratio = 0;       // psi
  double runoff_duration_h = 0;  // t_c
};

// Qm = 0.278 psi S_p/tau^n F with tau = 0.278 L/(m J^(1/3) Qm^(1/4)), t_c = ((1-n) S_p/mu)^(1/n), psi = 1 - mu/S_p
// tau^n where t_c >= tau, else n (t_c/tau)^(1-n); n = n1 where tau < 1 h. Qm and tau are found in turns. Source:
// 陈家琦, 张恭肃《小流域暴雨洪水计算》(1985); SL 44-2006 names it for small basins. Valid: 0 < F <= 500, L, J, m, S_p,
// mu > 0, 0 < n < 1; else kOutOfRange. `rain_force_mm` is S_p, the rain of the strongest hour.
Result<DesignPeak> designPeak(const DesignBasin& basin, double rain_force_mm);

// The S_p whose peak is `peak_m3_per_s` (halving); kOutOfRange where no S_p from 0.5 to 500 mm has it.
Result<double> rainForceFor(const DesignBasin& basin, double peak_m3_per_s);

// The rain of `window_h` in a storm of force S_p: S_p T^(1-n). Valid: 1/6 h <= T <= 24 h.
Result<double> stormRainMm(const DesignBasin& basin, double rain_force_mm, double window_h);

}  // namespace gis::flood
