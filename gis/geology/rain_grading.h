// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/geology/geology_records.h"
#include "gis/geology/rain_rule.h"

namespace gis::geology {

// The grade of one hazard point or risk area. `known` is false where there is no rain, or too little of it, for any
// rule: that is no "none".
struct RainGrade {
  bool known = false;
  RainLevel level = RainLevel::kNone;
  std::size_t rule = 0;  // its place among the rules
  RainVerdict verdict;
  double rain_1h_mm = 0;   // most in an hour
  double rain_24h_mm = 0;  // most in 24 hours, or in all there are
};

// A town or a county: the worst grade of its points, and how many stand at each.
struct RainRoll {
  std::string code;  // 9 or 6 digits
  RainLevel level = RainLevel::kNone;
  std::size_t points[5] = {};  // by level
  std::size_t unknown = 0;
  std::int64_t people_warned = 0;  // threatened at points from blue up
};

struct RainGrading {
  std::vector<RainGrade> points;  // as given
  std::vector<RainGrade> areas;
  std::vector<RainRoll> towns;  // the worst first, then by code
  std::vector<RainRoll> counties;
};

// Grades all points by the rain at them, all areas by the worst of their points (those that name them or lie in them)
// or, without a point, by the rain in their middle as of fairly stable ground. `rain_at` gives the rain at a place of a
// division, nothing where none is known. Fails with kOutOfRange on negative rain, kNoData without rules, kCancelled.
using RainAt = std::function<std::optional<RainSeries>(LonLat where, std::string_view division_code)>;
Result<RainGrading> gradeByRain(std::span<const HazardPoint> points, std::span<const RiskArea> areas,
                                std::span<const RainRule> rules, const RainAt& rain_at, const CancelToken& cancel = {},
                                const Progress& progress = {});

// For each area the places (in `points`) of its points.
std::vector<std::vector<std::size_t>> pointsOfAreas(std::span<const HazardPoint> points,
                                                    std::span<const RiskArea> areas);

}  // namespace gis::geology
