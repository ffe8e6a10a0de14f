// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/risk_index.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gis::risk {
namespace {

template <std::size_t N>
bool fineWeights(const std::array<double, N>& weights) {
  double sum = 0;
  for (const double w : weights) sum += w >= 0 && std::isfinite(w) ? w : NAN;
  return sum > 0;
}

bool finePower(double power) { return power >= 0 && power <= 5; }

template <std::size_t N>
double weightedMean(const std::array<double, N>& values, const std::array<double, N>& weights) {
  double sum = 0, all = 0;
  for (std::size_t i = 0; i < N; ++i) sum += values[i] * weights[i], all += weights[i];
  return sum / all;
}

// Brings one indicator of all districts to 0..1.
void normalise(std::vector<double>& values) {
  const auto [low, high] = std::ranges::minmax(values);
  for (double& v : values) v = high > low ? (v - low) / (high - low) : high > 0 ? 0.5 : 0;
}

double riskOf(const RiskScore& s, const RiskWeights& w, double capacity) {
  return std::pow(weightedMean(s.hazard, w.hazard), w.hazard_power) *
         std::pow(weightedMean(s.exposure, w.exposure), w.exposure_power) *
         std::pow(1 - capacity / 2, w.capacity_power);
}

// Ranks, 1 the greatest; equal values share the better rank.
std::vector<int> ranksOf(const std::vector<double>& risk) {
  std::vector<double> sorted(risk);
  std::ranges::sort(sorted, std::greater());
  std::vector<int> ranks;
  for (const double r : risk)
    ranks.push_back(1 + static_cast<int>(std::ranges::lower_bound(sorted, r, std::greater()) - sorted.begin()));
  return ranks;
}

void findRankRange(const std::vector<District>& districts, const RiskWeights& weights, std::vector<RiskScore>& scores) {
  for (RiskScore& s : scores) s.best_rank = s.worst_rank = s.rank;
  const auto tryOne = [&](const RiskWeights& changed, bool capability_changed) {
    std::vector<double> capacity, risk;
    for (const RiskScore& s : scores) capacity.push_back(s.capacity.total);
    if (capability_changed) {
      std::vector<CapabilityInput> inputs;
      for (const District& d : districts) inputs.push_back(d.capability);
      const auto anew = capabilityScores(inputs, changed.capability);
      if (!anew) return;
      for (std::size_t i = 0; i < anew->size(); ++i) capacity[i] = (*anew)[i].total;
    }
    for (std::size_t i = 0; i < scores.size(); ++i) risk.push_back(riskOf(scores[i], changed, capacity[i]));
    const auto ranks = ranksOf(risk);
    for (std::size_t i = 0; i < scores.size(); ++i) {
      scores[i].best_rank = std::min(scores[i].best_rank, ranks[i]);
      scores[i].worst_rank = std::max(scores[i].worst_rank, ranks[i]);
    }
  };
  const auto both = [&](auto pick, bool capability_changed) {
    for (const double factor : {0.8, 1.2}) {
      RiskWeights changed = weights;
      pick(changed) *= factor;
      tryOne(changed, capability_changed);
    }
  };
  for (std::size_t i = 0; i < kHazards; ++i) both([i](RiskWeights& w) -> double& { return w.hazard[i]; }, false);
  for (std::size_t i = 0; i < kExposures; ++i) both([i](RiskWeights& w) -> double& { return w.exposure[i]; }, false);
  for (std::size_t i = 0; i < 3; ++i) both([i](RiskWeights& w) -> double& { return w.capability.groups[i]; }, true);
  for (std::size_t i = 0; i < kCapabilities; ++i)
    both([i](RiskWeights& w) -> double& { return w.capability.within[i]; }, true);
}

Result<void> check(const std::vector<District>& districts, const RiskWeights& weights) {
  if (!fineWeights(weights.hazard)) return fail(ErrorCode::kOutOfRange, "weights", "hazard");
  if (!fineWeights(weights.exposure)) return fail(ErrorCode::kOutOfRange, "weights", "exposure");
  if (!finePower(weights.hazard_power) || !finePower(weights.exposure_power) || !finePower(weights.capacity_power))
    return fail(ErrorCode::kOutOfRange, "weights", "power");
  for (const District& d : districts) {
    if (!(d.area_km2 > 0) || d.population < 0) return fail(ErrorCode::kOutOfRange, d.name, "area_km2, population");
    for (const double v : d.hazard)
      if (!(v >= 0) || !std::isfinite(v)) return fail(ErrorCode::kOutOfRange, d.name, "hazard");
    for (const double v : d.exposure)
      if (!(v >= 0) || !std::isfinite(v)) return fail(ErrorCode::kOutOfRange, d.name, "exposure");
  }
  return {};
}

}  // namespace

std::string_view hazardName(Hazard hazard) {
  constexpr std::array<std::string_view, kHazards> kNames{"fire", "geology", "flood", "seismic", "past"};
  return kNames[static_cast<std::size_t>(hazard)];
}

std::string_view exposureName(Exposure exposure) {
  constexpr std::array<std::string_view, kExposures> kNames{"people", "vulnerable", "weak_buildings", "sites"};
  return kNames[static_cast<std::size_t>(exposure)];
}

Result<std::vector<RiskScore>> riskScores(const std::vector<District>& districts, const RiskWeights& weights) {
  if (auto fine = check(districts, weights); !fine) return std::unexpected(fine.error());
  std::vector<RiskScore> scores(districts.size());
  if (districts.empty()) return scores;
  std::vector<CapabilityInput> inputs;
  for (const District& d : districts) inputs.push_back(d.capability);
  const auto capacity = capabilityScores(inputs, weights.capability);
  if (!capacity) return std::unexpected(capacity.error());
  std::vector<double> totals;
  for (const CapabilityScore& score : *capacity) totals.push_back(score.total);
  const auto grades = capabilityGrades(totals);

  const auto spread = [&](std::size_t count, const auto& raw, const auto& normal) {
    std::vector<double> column(districts.size());
    for (std::size_t k = 0; k < count; ++k) {
      for (std::size_t i = 0; i < districts.size(); ++i) column[i] = raw(districts[i])[k];
      normalise(column);
      for (std::size_t i = 0; i < districts.size(); ++i) normal(scores[i])[k] = column[i];
    }
  };
  spread(
      kHazards, [](const District& d) -> const auto& { return d.hazard; },
      [](RiskScore & s) -> auto& { return s.hazard; });
  spread(
      kExposures, [](const District& d) -> const auto& { return d.exposure; },
      [](RiskScore & s) -> auto& { return s.exposure; });
  std::vector<double> risk;
  for (std::size_t i = 0; i < districts.size(); ++i) {
    RiskScore& s = scores[i];
    s.capacity = (*capacity)[i], s.capacity_grade = grades[i];
    s.hazard_index = weightedMean(s.hazard, weights.hazard);
    s.exposure_index = weightedMean(s.exposure, weights.exposure);
    s.risk = riskOf(s, weights, s.capacity.total);
    risk.push_back(s.risk);
  }
  const auto n = static_cast<double>(risk.size());
  const double mean = std::accumulate(risk.begin(), risk.end(), 0.0) / n;
  double square = 0;
  for (const double r : risk) square += (r - mean) * (r - mean);
  const double sigma = n > 1 ? std::sqrt(square / (n - 1)) : 0;
  const auto ranks = ranksOf(risk);
  for (std::size_t i = 0; i < scores.size(); ++i) {
    scores[i].rank = ranks[i];
    scores[i].grade = risk[i] >= mean + sigma && sigma > 0 ? RiskGrade::kHigh
                      : risk[i] >= mean                    ? RiskGrade::kMediumHigh
                      : risk[i] >= mean - sigma            ? RiskGrade::kMediumLow
                                                           : RiskGrade::kLow;
  }
  findRankRange(districts, weights, scores);
  return scores;
}

}  // namespace gis::risk
