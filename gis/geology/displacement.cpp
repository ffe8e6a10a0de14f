// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/displacement.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace gis::geology {
namespace {

constexpr double kSteady_deg = 45, kMiddle_deg = 80, kLast_deg = 85;
constexpr double kSaitoSigma = 0.59;

Result<void> checked(std::span<const DisplacementReading> readings) {
  if (readings.size() < 3) return fail(ErrorCode::kInvalidArgument, "readings", "at least three are needed");
  for (std::size_t i = 1; i < readings.size(); ++i)
    if (!(readings[i].t_d > readings[i - 1].t_d) || !std::isfinite(readings[i].s_mm))
      return fail(ErrorCode::kInvalidArgument, "reading " + std::to_string(i + 1), "times must grow");
  return {};
}

RainLevel alertLevelOf(double angle_deg) {
  // A steady slope stands at 45 degrees give or take its noise.
  if (angle_deg >= kLast_deg) return RainLevel::kRed;
  if (angle_deg >= kMiddle_deg) return RainLevel::kOrange;
  if (angle_deg > kSteady_deg + 1e-9) return RainLevel::kYellow;
  if (angle_deg > kSteady_deg - 1e-9) return RainLevel::kBlue;
  return RainLevel::kNone;
}

}  // namespace

Result<TangentAngles> tangentAngles(std::span<const DisplacementReading> readings, double steady_from_d,
                                    double steady_to_d, int least_in_row) {
  if (auto ok = checked(readings); !ok) return std::unexpected(ok.error());
  const DisplacementReading* first = nullptr;
  const DisplacementReading* last = nullptr;
  for (const DisplacementReading& reading : readings) {
    if (reading.t_d < steady_from_d || reading.t_d > steady_to_d) continue;
    if (!first) first = &reading;
    last = &reading;
  }
  if (!first || first == last) return fail(ErrorCode::kInvalidArgument, "steady stage", "two readings are needed");
  TangentAngles result;
  result.steady_mm_per_d = (last->s_mm - first->s_mm) / (last->t_d - first->t_d);
  if (!(result.steady_mm_per_d > 0))
    return fail(ErrorCode::kOutOfRange, "steady stage", "its mean rate is not positive");
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const double rate = (readings[i].s_mm - readings[i - 1].s_mm) / (readings[i].t_d - readings[i - 1].t_d);
    const double angle_deg = std::atan(rate / result.steady_mm_per_d) * 180 / std::numbers::pi;
    result.readings.push_back({readings[i].t_d, rate, angle_deg, alertLevelOf(angle_deg)});
  }
  if (static_cast<int>(result.readings.size()) < least_in_row || least_in_row < 1) return result;
  RainLevel held = RainLevel::kRed;
  bool grows = true;
  for (std::size_t i = result.readings.size() - static_cast<std::size_t>(least_in_row); i < result.readings.size();
       ++i) {
    held = std::min(held, result.readings[i].level);
    if (i + 1 < result.readings.size())
      grows = grows && result.readings[i + 1].rate_mm_per_d > result.readings[i].rate_mm_per_d;
  }
  // Steady creep is blue without growing; what is above must grow.
  result.level = held > RainLevel::kBlue && !grows ? RainLevel::kBlue : held;
  return result;
}

Result<SaitoTime> saitoTime(double strain_rate_1e4_per_min) {
  if (!(strain_rate_1e4_per_min > 0)) return fail(ErrorCode::kOutOfRange, "strain_rate");
  const double log_min = 2.33 - 0.916 * std::log10(strain_rate_1e4_per_min);
  return SaitoTime{std::pow(10, log_min), std::pow(10, log_min - kSaitoSigma), std::pow(10, log_min + kSaitoSigma)};
}

Result<double> saitoFailure(double t1_d, double t2_d, double t3_d) {
  const double span = (t2_d - t1_d) - (t3_d - t1_d) / 2;
  if (!(t1_d < t2_d && t2_d < t3_d && span > 0)) return fail(ErrorCode::kOutOfRange, "times", "it does not speed up");
  return t1_d + (t2_d - t1_d) * (t2_d - t1_d) / 2 / span;
}

Result<std::optional<double>> inverseVelocityFailure(std::span<const DisplacementReading> readings) {
  if (auto ok = checked(readings); !ok) return std::unexpected(ok.error());
  double n = 0, st = 0, sy = 0, stt = 0, sty = 0;
  for (std::size_t i = 1; i < readings.size(); ++i) {
    const double dt = readings[i].t_d - readings[i - 1].t_d, ds = readings[i].s_mm - readings[i - 1].s_mm;
    if (!(ds > 0)) continue;  // no rate, no inverse
    const double t = (readings[i].t_d + readings[i - 1].t_d) / 2, y = dt / ds;
    n += 1, st += t, sy += y, stt += t * t, sty += t * y;
  }
  const double below = n * stt - st * st;
  if (n < 2 || below == 0) return std::optional<double>();
  const double slope = (n * sty - st * sy) / below, at_zero = (sy - slope * st) / n;
  if (!(slope < 0)) return std::optional<double>();
  return std::optional(-at_zero / slope);
}

}  // namespace gis::geology
