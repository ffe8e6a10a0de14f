// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gis/core/error.h"

namespace gis::geology {

// Kinds of geological hazard; the value is the number in code_geo_type (field ZHAA01A210).
enum class HazardType {
  kUnstableSlope = 0,
  kLandslide = 1,
  kRockfall = 2,
  kDebrisFlow = 3,
  kCollapse = 4,
  kFissure = 5,
  kSubsidence = 6,
  kOther = 7,
};

// Four grades, A the worst: 特大型 (Ⅰ), 大型 (Ⅱ), 中型 (Ⅲ), 小型 (Ⅳ). The value is the code in code_geo_grade and
// code_geo_scale.
enum class Grade : char { kVeryLarge = 'A', kLarge = 'B', kMedium = 'C', kSmall = 'D' };

// Danger grade 险情等级 of a point that has not moved yet: by threatened people or by threatened property, whichever is
// worse. Limits 100, 500, 1,000 people; 5, 50, 100 million yuan; each belongs to the worse grade. Source:
// 地质灾害防治条例 (State Council order 394) and 国家突发地质灾害应急预案. Fails with kOutOfRange on negative numbers.
Result<Grade> dangerGrade(std::int64_t threatened_people, double threatened_property_yuan);

// Disaster grade 灾情等级 of one that has happened: by deaths or by direct loss. Limits 3, 10, 30 dead; 1, 5, 10
// million yuan. Same sources. Fails with kOutOfRange on negative numbers.
Result<Grade> disasterGrade(std::int64_t deaths, double direct_loss_yuan);

// Scale 规模等级 by volume in m3 (landslides 10万, 100万, 1000万; rockfalls 1万, 10万, 100万; debris flows by one
// discharge 2万, 20万, 50万). Nothing for types that are not measured by volume. Source: DZ/T 0261-2014
// 滑坡崩塌泥石流灾害调查规范. Fails with kOutOfRange unless the volume is positive.
Result<std::optional<Grade>> scaleByVolume(HazardType type, double volume_m3);

// Scale of a ground collapse by its area in km2: 0.1, 1, 10. Same source. Fails with kOutOfRange unless positive.
Result<Grade> collapseScale(double area_km2);

// The national number 统一编号 of a hazard point: county code (GB/T 2260), type and serial number, "140425020001".
struct HazardCode {
  std::string county_code;
  HazardType type = HazardType::kOther;
  int serial = 0;  // 1..9999

  friend bool operator==(const HazardCode&, const HazardCode&) = default;
};

// Fails with kInvalidArgument; the detail says what is wrong (length, a letter, an unknown type, serial 0000).
Result<HazardCode> parseHazardCode(std::string_view text);
// Fails with kInvalidArgument when a part does not fit.
Result<std::string> formatHazardCode(const HazardCode& code);

}  // namespace gis::geology
