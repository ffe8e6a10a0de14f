// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/error.h"

namespace gis::geology {

// Meteorological risk of geological hazards (气象风险等级): 蓝 some, 黄 rather high, 橙 high, 红 very high.
enum class RainLevel { kNone = 0, kBlue = 1, kYellow = 2, kOrange = 3, kRed = 4 };
// "none", "blue" ...
std::string levelName(RainLevel level);

enum class RainRuleKind {
  kIntensity,  // mean intensity over a duration, I = a D^b, mm/h and h
  kSum,        // sum over a duration, E = a D^b, mm and h
  kEffective,  // effective antecedent rain, mm
};

// A threshold as the table geohazard_rain_rule holds it: data, each with its source and how far it is trusted. The
// published curves (Caine 1980, Guzzetti et al. 2007, 2008, Innes 1983) are the least rain that has set off slides
// somewhere; how far above or below it a colour begins is local and not published for Shanxi.
struct RainRule {
  std::string name;
  std::string name_en;
  RainRuleKind kind = RainRuleKind::kIntensity;
  std::string hazard_type;  // code_geo_type; empty: all
  // kIntensity, kSum
  double factor_ratio = 0;
  double exponent_ratio = 0;
  double from_h = 0;
  double to_h = 0;
  double level_ratio[4] = {};  // blue, yellow, orange, red: of the curve
  // kEffective
  double decay_ratio = 0;
  int days = 0;
  double level_mm[4] = {};
  double stable_ratio = 1;    // of every threshold, at a stable point
  double unstable_ratio = 1;  // at an unstable one
  std::string confidence;     // "U" to be verified, "F", "S"
  std::string source;
};

// Rain at one place up to one moment. NaN: not known.
struct RainSeries {
  std::vector<double> hourly_mm;        // oldest first; the last ends at the moment
  std::vector<double> daily_before_mm;  // of the days before these hours, newest first
};

// The curve's value at a duration: mm/h of kIntensity, mm of kSum. Fails with kOutOfRange outside from_h..to_h and
// kInvalidArgument for kEffective.
Result<double> thresholdAt(const RainRule& rule, double duration_h);

// Re = R0 + sum of k^i Ri over i = 1..n, mm; daily_mm is R0, R1, ... (R0 the last 24 hours). Days beyond those given
// count as dry. k 0.8 to 0.84 and n 7 to 15 in Chinese practice. Fails with kOutOfRange: k not in (0, 1), n not in
// 1..60, a negative day; kNoData: R0 is not known. Unknown days count as dry as well; the second figure says how many
// days were known.
struct EffectiveRain {
  double mm = 0;
  int days_known = 0;  // of the n before today
};
Result<EffectiveRain> effectiveRain(std::span<const double> daily_mm, double decay_ratio, int days);

// The 24-hour sums of a series, newest first: of whole hours first, then the days before. NaN where an hour is unknown.
std::vector<double> dailySums(const RainSeries& rain);

// Most that fell in any `hours` hours in a row; nothing when no such stretch is fully known.
std::optional<double> mostInHours(const RainSeries& rain, int hours);

// What one rule says of one place.
struct RainVerdict {
  RainLevel level = RainLevel::kNone;
  double ratio = 0;       // rain / threshold of blue, at the duration where it is most
  double duration_h = 0;  // 0 of kEffective
  double rain_mm = 0;
  double threshold_mm = 0;  // of blue
};
// Nothing when the series is too short or unknown for the rule. `stability` as code_geo_stability: 1 stable, 2 fairly
// stable, 3 unstable. Fails with kOutOfRange on negative rain.
Result<std::optional<RainVerdict>> judge(const RainRule& rule, const RainSeries& rain, int stability);

// The worst that any of the rules for this type says; nothing when none could speak.
struct RainJudgement {
  RainVerdict verdict;
  std::size_t rule = 0;  // its place
};
Result<std::optional<RainJudgement>> judge(std::span<const RainRule> rules, const RainSeries& rain,
                                           const std::string& hazard_type, int stability);

}  // namespace gis::geology
