// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/risk/capability.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace gis::risk {
namespace {

using Indicators = std::array<double, kCapabilities>;

constexpr std::array<std::size_t, 4> kGroupBegin{0, 3, 5, 8};

Indicators indicatorsOf(const CapabilityInput& d) {
  const double per = 10'000 / d.population;
  return {d.disaster_staff * per,  d.risk_assessed_ratio, d.funds_10k_yuan * per,
          d.stocks_10k_yuan * per, d.hospital_beds * per, (d.firefighters + d.volunteers + d.militia) * per,
          d.trained_people * per,  d.shelter_places * per};
}

bool fine(const CapabilityInput& d) {
  for (const double v : {d.disaster_staff, d.risk_assessed_ratio, d.funds_10k_yuan, d.stocks_10k_yuan, d.hospital_beds,
                         d.firefighters, d.volunteers, d.militia, d.trained_people, d.shelter_places})
    if (!(v >= 0) || !std::isfinite(v)) return false;
  return d.population > 0 && std::isfinite(d.population);
}

// TOPSIS over the columns [begin, end) of rows that carry their weights.
std::vector<double> topsis(const std::vector<Indicators>& rows, std::size_t begin, std::size_t end) {
  std::vector<double> scores;
  Indicators best = rows.front(), worst = rows.front();
  for (const Indicators& row : rows)
    for (std::size_t j = begin; j < end; ++j)
      best[j] = std::max(best[j], row[j]), worst[j] = std::min(worst[j], row[j]);
  for (const Indicators& row : rows) {
    double to_best = 0, to_worst = 0;
    for (std::size_t j = begin; j < end; ++j) {
      to_best += (best[j] - row[j]) * (best[j] - row[j]);
      to_worst += (row[j] - worst[j]) * (row[j] - worst[j]);
    }
    to_best = std::sqrt(to_best), to_worst = std::sqrt(to_worst);
    scores.push_back(to_best + to_worst > 0 ? to_worst / (to_worst + to_best) : 0);
  }
  return scores;
}

}  // namespace

Result<std::vector<CapabilityScore>> capabilityScores(const std::vector<CapabilityInput>& districts,
                                                      const CapabilityWeights& weights) {
  for (std::size_t i = 0; i < districts.size(); ++i)
    if (!fine(districts[i])) return fail(ErrorCode::kOutOfRange, "district " + std::to_string(i), "capability");
  double groups = 0;
  for (const double w : weights.groups) groups += w >= 0 ? w : NAN;
  for (const double w : weights.within) groups += w >= 0 ? 0 : NAN;
  if (!(groups > 0)) return fail(ErrorCode::kOutOfRange, "weights", "capability");
  std::vector<CapabilityScore> scores(districts.size());
  if (districts.empty()) return scores;

  std::vector<Indicators> normal(districts.size());
  Indicators square{};
  for (std::size_t i = 0; i < districts.size(); ++i) {
    scores[i].indicators = indicatorsOf(districts[i]);
    for (std::size_t j = 0; j < kCapabilities; ++j) square[j] += scores[i].indicators[j] * scores[i].indicators[j];
  }
  std::vector<Indicators> within(normal), whole(normal);
  for (std::size_t i = 0; i < districts.size(); ++i)
    for (std::size_t g = 0; g < 3; ++g)
      for (std::size_t j = kGroupBegin[g]; j < kGroupBegin[g + 1]; ++j) {
        const double n = square[j] > 0 ? scores[i].indicators[j] / std::sqrt(square[j]) : 0;
        within[i][j] = n * weights.within[j];
        whole[i][j] = within[i][j] * weights.groups[g];
      }
  const auto manage = topsis(within, 0, 3), prepare = topsis(within, 3, 5), rescue = topsis(within, 5, 8);
  const auto total = topsis(whole, 0, kCapabilities);
  for (std::size_t i = 0; i < districts.size(); ++i) {
    scores[i].manage = manage[i], scores[i].prepare = prepare[i], scores[i].rescue = rescue[i];
    scores[i].total = total[i];
  }
  return scores;
}

std::vector<CapabilityGrade> capabilityGrades(const std::vector<double>& scores) {
  std::vector<CapabilityGrade> grades(scores.size(), CapabilityGrade::kMiddle);
  if (scores.size() < 2) return grades;
  const auto n = static_cast<double>(scores.size());
  const double mean = std::accumulate(scores.begin(), scores.end(), 0.0) / n;
  double square = 0;
  for (const double v : scores) square += (v - mean) * (v - mean);
  const double sigma = std::sqrt(square / (n - 1));
  for (std::size_t i = 0; i < scores.size(); ++i) {
    const double v = scores[i];
    grades[i] = v >= mean + 1.5 * sigma                          ? CapabilityGrade::kStrong
                : v >= mean + 0.5 * sigma                        ? CapabilityGrade::kFairlyStrong
                : mean <= 0.5 * sigma || v >= mean - 0.5 * sigma ? CapabilityGrade::kMiddle
                : mean <= 1.5 * sigma || v >= mean - 1.5 * sigma ? CapabilityGrade::kFairlyWeak
                                                                 : CapabilityGrade::kWeak;
  }
  return grades;
}

}  // namespace gis::risk
