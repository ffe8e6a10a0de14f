// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::risk {

// What a township (or the townships of a county together) can do itself, as the census asks it.
struct CapabilityInput {
  double population = 0;
  double disaster_staff = 0;
  double risk_assessed_ratio = 0;  // 1 done, 0 not; of a county: the share of its townships
  double funds_10k_yuan = 0;
  double stocks_10k_yuan = 0;
  double hospital_beds = 0;
  double firefighters = 0, volunteers = 0, militia = 0;
  double trained_people = 0;
  double shelter_places = 0;
};

inline constexpr std::size_t kCapabilities = 8;
// c1 队伍管理, c2 风险评估, c3 财政投入 | c4 物资储备, c5 医疗保障 | c6 自救互救, c7 公众避险, c8 转移安置.
struct CapabilityWeights {
  std::array<double, 3> groups{0.33, 0.32, 0.35};  // 灾害管理, 灾害备灾, 自救转移
  std::array<double, kCapabilities> within{0.37, 0.31, 0.32, 0.51, 0.49, 0.33, 0.33, 0.34};
};

struct CapabilityScore {
  std::array<double, kCapabilities> indicators{};  // per 10,000 people (c2: 0 to 1)
  double manage = 0, prepare = 0, rescue = 0;      // 0 to 1
  double total = 0;                                // 0 to 1
};

// Capability of districts relative to each other (综合减灾能力评估, 乡镇级): indicators per 10,000 people, vector
// normalisation, weights, TOPSIS: D- / (D- + D+), 0 when all are equal. A factor common to all weights changes nothing.
// Source: the algorithm of the census's evaluation systems (two public implementations agree); weights are their
// defaults. Fails with kOutOfRange for a population that is not positive, a negative number, or weights that sum to
// nothing.
Result<std::vector<CapabilityScore>> capabilityScores(const std::vector<CapabilityInput>& districts,
                                                      const CapabilityWeights& weights = {});

enum class CapabilityGrade { kStrong, kFairlyStrong, kMiddle, kFairlyWeak, kWeak };  // 强 较强 中等 较弱 弱
// By mean and sample standard deviation of all scores; with one district: kMiddle.
std::vector<CapabilityGrade> capabilityGrades(const std::vector<double>& scores);

}  // namespace gis::risk
