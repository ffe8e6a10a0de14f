// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_rule.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gis::geology {
namespace {

constexpr int kDayHours = 24;
constexpr int kMostDays = 60;
constexpr double kNotKnown = std::numeric_limits<double>::quiet_NaN();

Result<void> notNegative(const RainSeries& rain) {
  for (const auto* part : {&rain.hourly_mm, &rain.daily_before_mm})
    for (const double mm : *part)
      if (mm < 0) return fail(ErrorCode::kOutOfRange, "rain_mm", "negative rain");
  return {};
}

double ratioOf(const RainRule& rule, int stability) {
  return stability == 1 ? rule.stable_ratio : stability == 3 ? rule.unstable_ratio : 1;
}

RainLevel levelOf(const double (&limits)[4], double value) {
  int level = 0;
  // Sums of hours miss a limit by a last digit.
  constexpr double kRoundOffRatio = 1e-9;
  while (level < 4 && value >= limits[level] * (1 - kRoundOffRatio)) ++level;
  return static_cast<RainLevel>(level);
}

}  // namespace

std::string levelName(RainLevel level) {
  constexpr const char* kNames[] = {"none", "blue", "yellow", "orange", "red"};
  return kNames[static_cast<int>(level)];
}

Result<double> thresholdAt(const RainRule& rule, double duration_h) {
  if (rule.kind == RainRuleKind::kEffective) return fail(ErrorCode::kInvalidArgument, rule.name, "has no durations");
  if (!(duration_h >= rule.from_h && duration_h <= rule.to_h))
    return fail(ErrorCode::kOutOfRange, rule.name, "duration_h " + std::to_string(duration_h));
  return rule.factor_ratio * std::pow(duration_h, rule.exponent_ratio);
}

Result<EffectiveRain> effectiveRain(std::span<const double> daily_mm, double decay_ratio, int days) {
  if (!(decay_ratio > 0 && decay_ratio < 1)) return fail(ErrorCode::kOutOfRange, "decay_ratio");
  if (days < 1 || days > kMostDays) return fail(ErrorCode::kOutOfRange, "days");
  if (daily_mm.empty() || std::isnan(daily_mm[0])) return fail(ErrorCode::kNoData, "rain of the last 24 hours");
  EffectiveRain sum;
  double weight_ratio = 1;
  for (std::size_t i = 0; i <= static_cast<std::size_t>(days) && i < daily_mm.size();
       ++i, weight_ratio *= decay_ratio) {
    if (daily_mm[i] < 0) return fail(ErrorCode::kOutOfRange, "rain_mm", "negative rain");
    if (std::isnan(daily_mm[i])) continue;
    sum.mm += weight_ratio * daily_mm[i];
    if (i > 0) ++sum.days_known;
  }
  return sum;
}

std::vector<double> dailySums(const RainSeries& rain) {
  std::vector<double> days;
  const auto hours = static_cast<int>(rain.hourly_mm.size());
  // A first day that is cut short is a day of what is known of it, as long as there is no fuller one.
  for (int to = hours; to > 0; to -= kDayHours) {
    const int from = std::max(0, to - kDayHours);
    if (to - from < kDayHours && !days.empty()) break;
    double sum = 0;
    for (int h = from; h < to; ++h) sum += rain.hourly_mm[static_cast<std::size_t>(h)];
    days.push_back(sum);
  }
  if (days.empty()) days.push_back(kNotKnown);
  days.insert(days.end(), rain.daily_before_mm.begin(), rain.daily_before_mm.end());
  return days;
}

std::optional<double> mostInHours(const RainSeries& rain, int hours) {
  std::optional<double> most;
  const auto all = static_cast<int>(rain.hourly_mm.size());
  for (int from = 0; hours > 0 && from + hours <= all; ++from) {
    double sum = 0;
    for (int h = from; h < from + hours; ++h) sum += rain.hourly_mm[static_cast<std::size_t>(h)];
    if (!std::isnan(sum) && (!most || sum > *most)) most = sum;
  }
  return most;
}

Result<std::optional<RainVerdict>> judge(const RainRule& rule, const RainSeries& rain, int stability) {
  if (auto checked = notNegative(rain); !checked) return std::unexpected(checked.error());
  const double local_ratio = ratioOf(rule, stability);
  std::optional<RainVerdict> worst;
  if (rule.kind == RainRuleKind::kEffective) {
    const auto re = effectiveRain(dailySums(rain), rule.decay_ratio, rule.days);
    if (!re) {
      if (re.error().code == ErrorCode::kNoData) return worst;
      return std::unexpected(re.error());
    }
    const double mm = re->mm / local_ratio;
    worst = RainVerdict{levelOf(rule.level_mm, mm), mm / rule.level_mm[0], 0, re->mm, rule.level_mm[0] * local_ratio};
    return worst;
  }
  const int most_h = std::min(static_cast<int>(rain.hourly_mm.size()), static_cast<int>(std::floor(rule.to_h)));
  for (int hours = std::max(1, static_cast<int>(std::ceil(rule.from_h))); hours <= most_h; ++hours) {
    const auto sum_mm = mostInHours(rain, hours);
    if (!sum_mm) continue;
    const auto at = thresholdAt(rule, hours);
    if (!at) return std::unexpected(at.error());
    const double curve_mm = (rule.kind == RainRuleKind::kIntensity ? *at * hours : *at) * local_ratio;
    const double of_curve_ratio = *sum_mm / curve_mm, ratio = of_curve_ratio / rule.level_ratio[0];
    if (!worst || ratio > worst->ratio)
      worst = RainVerdict{levelOf(rule.level_ratio, of_curve_ratio), ratio, static_cast<double>(hours), *sum_mm,
                          curve_mm * rule.level_ratio[0]};
  }
  return worst;
}

Result<std::optional<RainJudgement>> judge(std::span<const RainRule> rules, const RainSeries& rain,
                                           const std::string& hazard_type, int stability) {
  std::optional<RainJudgement> worst;
  for (std::size_t i = 0; i < rules.size(); ++i) {
    if (!rules[i].hazard_type.empty() && !hazard_type.empty() && rules[i].hazard_type != hazard_type) continue;
    const auto verdict = judge(rules[i], rain, stability);
    if (!verdict) return std::unexpected(verdict.error());
    if (!*verdict) continue;
    const bool worse = !worst || (*verdict)->level > worst->verdict.level ||
                       ((*verdict)->level == worst->verdict.level && (*verdict)->ratio > worst->verdict.ratio);
    if (worse) worst = RainJudgement{**verdict, i};
  }
  return worst;
}

}  // namespace gis::geology
