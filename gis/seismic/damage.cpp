// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/damage.h"

#include <algorithm>
#include <cmath>

namespace gis::seismic {
namespace {

constexpr std::array<std::string_view, kBuildingClasses> kNames{"A1", "A2", "B", "C", "D"};

// Degrees VI to XI.
constexpr Range kIndex[6][kBuildingClasses] = {
    {{.02, .17}, {.01, .13}, {0, .11}, {0, .06}, {0, .04}},
    {{.15, .44}, {.11, .31}, {.09, .27}, {.05, .18}, {.04, .16}},
    {{.42, .62}, {.29, .46}, {.25, .50}, {.16, .35}, {.14, .27}},
    {{.60, .90}, {.44, .62}, {.48, .69}, {.33, .54}, {.25, .48}},
    {{.88, 1.0}, {.60, .88}, {.67, .91}, {.52, .84}, {.46, .84}},
    {{1.0, 1.0}, {.86, 1.0}, {.90, 1.0}, {.84, 1.0}, {.84, 1.0}},
};

// The continued fraction of the incomplete beta function, by the modified Lentz algorithm.
double betaFraction(double x, double a, double b) {
  constexpr double kTiny = 1e-300;
  constexpr int kMostSteps = 400;
  const auto safe = [](double v) { return std::abs(v) < kTiny ? kTiny : v; };
  double c = 1, d = 1 / safe(1 - (a + b) * x / (a + 1)), f = d;
  for (int m = 1; m <= kMostSteps; ++m) {
    const double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d), c = safe(1 + even / c), f *= d * c;
    const double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d), c = safe(1 + odd / c);
    const double step = d * c;
    f *= step;
    if (std::abs(step - 1) < 1e-13) break;
  }
  return f;
}

}  // namespace

std::string_view buildingClassName(BuildingClass building) { return kNames[static_cast<std::size_t>(building)]; }

std::optional<BuildingClass> buildingClassNamed(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<BuildingClass>(found - kNames.begin());
}

BuildingClass buildingClassOf(int structure_code, bool seismic_designed) {
  switch (structure_code) {
    case 2:
      return seismic_designed ? BuildingClass::kD : BuildingClass::kC;
    case 3:
      return BuildingClass::kD;
    case 4:
      return BuildingClass::kA2;
    case 5:
    case 7:
      return BuildingClass::kA1;
    default:
      return seismic_designed ? BuildingClass::kC : BuildingClass::kB;
  }
}

Result<Range> meanDamageIndex(BuildingClass building, int degree) {
  if (degree < 6 || degree > 12) return fail(ErrorCode::kOutOfRange, "degree", "6 to 12");
  return kIndex[std::min(degree, 11) - 6][static_cast<std::size_t>(building)];
}

double betaBelow(double x, double a, double b) {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  const double front =
      std::exp(std::lgamma(a + b) - std::lgamma(a) - std::lgamma(b) + a * std::log(x) + b * std::log1p(-x));
  if (x < (a + 1) / (a + b + 2)) return front * betaFraction(x, a, b) / a;
  return 1 - front * betaFraction(1 - x, b, a) / b;
}

Result<DamageShares> damageShares(double mean, double sigma) {
  if (!(mean >= 0 && mean <= 1)) return fail(ErrorCode::kOutOfRange, "mean", "0 to 1");
  if (!(sigma > 0 && sigma < 0.5)) return fail(ErrorCode::kOutOfRange, "damage_sigma", "0 to 0.5");
  if (mean < 1e-6) return DamageShares{1, 0, 0, 0, 0};
  if (mean > 1 - 1e-6) return DamageShares{0, 0, 0, 0, 1};
  constexpr double kWidest = 0.6;
  const double held = std::min(sigma, kWidest * std::sqrt(mean * (1 - mean)));
  const double sum = mean * (1 - mean) / (held * held) - 1;
  const double a = mean * sum, b = (1 - mean) * sum;
  constexpr std::array kCuts{0.10, 0.30, 0.55, 0.85};
  DamageShares shares{};
  double below = 0;
  for (std::size_t i = 0; i < kCuts.size(); ++i) {
    const double next = betaBelow(kCuts[i], a, b);
    shares[i] = std::max(0.0, next - below);
    below = next;
  }
  shares.back() = std::max(0.0, 1 - below);
  return shares;
}

}  // namespace gis::seismic
