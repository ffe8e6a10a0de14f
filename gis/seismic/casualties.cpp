// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/casualties.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis::seismic {
namespace {

double normalBelow(double z) { return std::erfc(-z / std::numbers::sqrt2) / 2; }

}  // namespace

Result<double> deathShareYin(double destroyed_share) {
  if (!(destroyed_share >= 0 && destroyed_share <= 1)) return fail(ErrorCode::kOutOfRange, "destroyed_share", "0 to 1");
  if (destroyed_share == 0) return 0.0;
  return std::pow(10.0, 12.479 * std::pow(destroyed_share, 0.1) - 13.3);
}

Result<double> deathShareMa(double destroyed_share) {
  if (!(destroyed_share >= 0 && destroyed_share <= 1)) return fail(ErrorCode::kOutOfRange, "destroyed_share", "0 to 1");
  if (destroyed_share == 0) return 0.0;
  return std::pow(10.0, 9.0 * std::pow(destroyed_share, 0.1) - 10.07);
}

double densityFactor(double people_per_km2) {
  if (people_per_km2 < 50) return 0.8;
  if (people_per_km2 <= 200) return 1.0;
  return people_per_km2 <= 500 ? 1.1 : 1.2;
}

double timeFactor(TimeOfDay time, int degree) {
  if (time == TimeOfDay::kDay) return 1;
  constexpr std::array kNight{17.0, 8.0, 4.0, 2.0, 1.5};
  return kNight[static_cast<std::size_t>(std::clamp(degree - 6, 0, 4))];
}

Result<double> deathSharePager(Intensity intensity) {
  if (!(intensity >= 1 && intensity <= 12)) return fail(ErrorCode::kOutOfRange, "intensity", "1 to 12");
  return normalBelow(std::log(intensity / 10.328811) / 0.100058);
}

std::array<double, 5> deathClassChances(double median, double spread) {
  if (!(median > 0) || !(spread > 0)) return {1, 0, 0, 0, 0};
  std::array<double, 5> chances{};
  double below = 0, edge = 1;
  for (std::size_t i = 0; i < 4; ++i, edge *= 10) {
    const double next = normalBelow(std::log(edge / median) / spread);
    chances[i] = next - below;
    below = next;
  }
  chances[4] = 1 - below;
  return chances;
}

}  // namespace gis::seismic
