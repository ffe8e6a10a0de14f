// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "gis/core/error.h"

namespace gis::flood {

// How wet the ground is before the rain (流域土壤含水量: 较干, 一般, 较湿); the value is the code in code_soil_state.
enum class SoilState { kDry = 1, kNormal = 2, kWet = 3 };

// Antecedent precipitation index 前期影响雨量 Pa: Pa(t+1) = K (Pa(t) + P(t)), at most Wm, day by day from `start_mm`.
// Source: 水文情报预报规范 GB/T 22482-2008, method of 前期影响雨量; K about 0.80-0.90. Valid: 0 < K < 1, Wm > 0, rain
// not negative; else kOutOfRange.
struct WetnessRule {
  double decay_ratio = 0.85;  // K
  double capacity_mm = 80;    // Wm; of Shanxi 60-100, to be confirmed
};
Result<double> antecedentIndexMm(std::span<const double> rain_mm_per_d, double start_mm, const WetnessRule& rule);

// 较干, 一般 and 较湿 stand for 0.2, 0.5 and 0.8 of Wm (山洪灾害分析评价技术要求); the limits lie half-way: 0.35, 0.65.
Result<SoilState> soilState(double index_mm, double capacity_mm);

}  // namespace gis::flood
