// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/hazard_grade.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace gis::geology {
namespace {

// Lower limits of very large, large and medium.
using Limits = std::array<double, 3>;

constexpr Limits kThreatenedPeople = {1000, 500, 100};
constexpr Limits kThreatenedYuan = {1e8, 5e7, 5e6};
constexpr Limits kDeaths = {30, 10, 3};
constexpr Limits kLossYuan = {1e7, 5e6, 1e6};
constexpr Limits kLandslideM3 = {1e7, 1e6, 1e5};
constexpr Limits kRockfallM3 = {1e6, 1e5, 1e4};
constexpr Limits kDebrisFlowM3 = {5e5, 2e5, 2e4};
constexpr Limits kCollapseKm2 = {10, 1, 0.1};

Grade hazardGradeOf(const Limits& limits, double value) {
  if (value >= limits[0]) return Grade::kVeryLarge;
  if (value >= limits[1]) return Grade::kLarge;
  if (value >= limits[2]) return Grade::kMedium;
  return Grade::kSmall;
}

Grade worse(Grade a, Grade b) { return static_cast<char>(a) < static_cast<char>(b) ? a : b; }

bool allDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int codeNumberOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

constexpr std::size_t kCountyDigits = 6;
constexpr std::size_t kTypeDigits = 2;
constexpr std::size_t kCodeDigits = 12;
constexpr int kMostSerial = 9999;

}  // namespace

Result<Grade> dangerGrade(std::int64_t threatened_people, double threatened_property_yuan) {
  if (threatened_people < 0) return fail(ErrorCode::kOutOfRange, "threatened_people");
  if (!(threatened_property_yuan >= 0)) return fail(ErrorCode::kOutOfRange, "threatened_property_yuan");
  return worse(hazardGradeOf(kThreatenedPeople, static_cast<double>(threatened_people)),
               hazardGradeOf(kThreatenedYuan, threatened_property_yuan));
}

Result<Grade> disasterGrade(std::int64_t deaths, double direct_loss_yuan) {
  if (deaths < 0) return fail(ErrorCode::kOutOfRange, "deaths");
  if (!(direct_loss_yuan >= 0)) return fail(ErrorCode::kOutOfRange, "direct_loss_yuan");
  return worse(hazardGradeOf(kDeaths, static_cast<double>(deaths)), hazardGradeOf(kLossYuan, direct_loss_yuan));
}

Result<std::optional<Grade>> scaleByVolume(HazardType type, double volume_m3) {
  if (!(volume_m3 > 0) || !std::isfinite(volume_m3)) return fail(ErrorCode::kOutOfRange, "volume_m3");
  switch (type) {
    case HazardType::kLandslide:
      return hazardGradeOf(kLandslideM3, volume_m3);
    case HazardType::kRockfall:
      return hazardGradeOf(kRockfallM3, volume_m3);
    case HazardType::kDebrisFlow:
      return hazardGradeOf(kDebrisFlowM3, volume_m3);
    case HazardType::kUnstableSlope:
    case HazardType::kCollapse:
    case HazardType::kFissure:
    case HazardType::kSubsidence:
    case HazardType::kOther:
      break;
  }
  return std::optional<Grade>();
}

Result<Grade> collapseScale(double area_km2) {
  if (!(area_km2 > 0) || !std::isfinite(area_km2)) return fail(ErrorCode::kOutOfRange, "area_km2");
  return hazardGradeOf(kCollapseKm2, area_km2);
}

Result<HazardCode> parseHazardCode(std::string_view text) {
  const auto wrong = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, std::string(text), why); };
  if (text.size() != kCodeDigits) return wrong("wanted 12 digits");
  if (!allDigits(text)) return wrong("something that is not a digit");
  const int type = codeNumberOf(text.substr(kCountyDigits, kTypeDigits));
  if (type > static_cast<int>(HazardType::kOther)) return wrong("an unknown type");
  const int serial = codeNumberOf(text.substr(kCountyDigits + kTypeDigits));
  if (serial == 0) return wrong("serial number 0000");
  if (text.front() == '0') return wrong("no county has this code");
  return HazardCode{std::string(text.substr(0, kCountyDigits)), static_cast<HazardType>(type), serial};
}

Result<std::string> formatHazardCode(const HazardCode& code) {
  const auto wrong = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, code.county_code, why); };
  if (code.county_code.size() != kCountyDigits || !allDigits(code.county_code) || code.county_code.front() == '0')
    return wrong("a county code has six digits");
  if (code.serial < 1 || code.serial > kMostSerial) return wrong("the serial number goes from 1 to 9999");
  return fmt::format("{}{:02}{:04}", code.county_code, static_cast<int>(code.type), code.serial);
}

}  // namespace gis::geology
