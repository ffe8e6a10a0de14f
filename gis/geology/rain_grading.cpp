// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/rain_grading.h"

#include <algorithm>

namespace gis::geology {
namespace {

constexpr int kFairlyStable = 2;
constexpr std::size_t kTownDigits = 9, kRainCountyDigits = 6;
constexpr std::size_t kBetweenPolls = 64;

Result<RainGrade> gradeOf(std::span<const RainRule> rules, const std::optional<RainSeries>& rain,
                          const std::string& type, int stability) {
  RainGrade grade;
  if (!rain) return grade;
  grade.rain_1h_mm = mostInHours(*rain, 1).value_or(0);
  const int hours = std::min<int>(24, static_cast<int>(rain->hourly_mm.size()));
  grade.rain_24h_mm = mostInHours(*rain, hours).value_or(0);
  const auto judged = judge(rules, *rain, type, stability);
  if (!judged) return std::unexpected(judged.error());
  if (!*judged) return grade;
  grade.known = true;
  grade.level = (*judged)->verdict.level;
  grade.rule = (*judged)->rule;
  grade.verdict = (*judged)->verdict;
  return grade;
}

bool graver(const RainGrade& a, const RainGrade& b) {
  if (a.known != b.known) return a.known;
  if (a.level != b.level) return a.level > b.level;
  return a.verdict.ratio > b.verdict.ratio;
}

std::vector<RainRoll> rolled(std::span<const HazardPoint> points, const std::vector<RainGrade>& grades,
                             std::size_t digits) {
  std::map<std::string, RainRoll> by_code;
  for (std::size_t i = 0; i < points.size(); ++i) {
    RainRoll& roll = by_code[points[i].division_code.substr(0, digits)];
    if (!grades[i].known) {
      ++roll.unknown;
      continue;
    }
    roll.level = std::max(roll.level, grades[i].level);
    ++roll.points[static_cast<std::size_t>(grades[i].level)];
    if (grades[i].level >= RainLevel::kBlue) roll.people_warned += points[i].people;
  }
  std::vector<RainRoll> rolls;
  for (auto& [code, roll] : by_code) {
    roll.code = code;
    rolls.push_back(roll);
  }
  std::ranges::stable_sort(rolls, [](const RainRoll& a, const RainRoll& b) { return a.level > b.level; });
  return rolls;
}

}  // namespace

std::vector<std::vector<std::size_t>> pointsOfAreas(std::span<const HazardPoint> points,
                                                    std::span<const RiskArea> areas) {
  std::map<std::string, std::size_t> by_code;
  std::vector<std::size_t> by_lon(points.size());
  for (std::size_t i = 0; i < points.size(); ++i) by_code[points[i].code] = i, by_lon[i] = i;
  std::ranges::sort(by_lon, {}, [&](std::size_t i) { return points[i].where.lon_deg; });
  std::vector<std::vector<std::size_t>> of(areas.size());
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (const auto named = by_code.find(areas[a].hazard_code); named != by_code.end()) of[a].push_back(named->second);
    LonLatBox box;
    for (const auto& ring : areas[a].rings)
      for (const LonLat& p : ring) box.add(p);
    const auto first =
        std::ranges::lower_bound(by_lon, box.west_deg, {}, [&](std::size_t i) { return points[i].where.lon_deg; });
    for (auto at = first; at != by_lon.end() && points[*at].where.lon_deg <= box.east_deg; ++at)
      if (areas[a].contains(points[*at].where) && std::ranges::find(of[a], *at) == of[a].end()) of[a].push_back(*at);
  }
  return of;
}

Result<RainGrading> gradeByRain(std::span<const HazardPoint> points, std::span<const RiskArea> areas,
                                std::span<const RainRule> rules, const RainAt& rain_at, const CancelToken& cancel,
                                const Progress& progress) {
  if (rules.empty()) return fail(ErrorCode::kNoData, "geohazard_rain_rule", "no rule is in use");
  RainGrading grading;
  const std::size_t all = points.size() + areas.size();
  const auto go_on = [&](std::size_t done) {
    if (done % kBetweenPolls != 0) return true;
    if (progress) progress(static_cast<double>(done) / static_cast<double>(std::max<std::size_t>(all, 1)));
    return !cancel.cancelled();
  };
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (!go_on(i)) return fail(ErrorCode::kCancelled, "rain grades");
    auto grade = gradeOf(rules, rain_at(points[i].where, points[i].division_code), points[i].type, points[i].stability);
    if (!grade) return std::unexpected(std::move(grade.error()).via(points[i].code));
    grading.points.push_back(*grade);
  }
  const auto of = pointsOfAreas(points, areas);
  for (std::size_t a = 0; a < areas.size(); ++a) {
    if (!go_on(points.size() + a)) return fail(ErrorCode::kCancelled, "rain grades");
    RainGrade worst;
    for (const std::size_t i : of[a])
      if (graver(grading.points[i], worst)) worst = grading.points[i];
    if (of[a].empty()) {
      auto grade = gradeOf(rules, rain_at(areas[a].middle(), areas[a].division_code), areas[a].type, kFairlyStable);
      if (!grade) return std::unexpected(grade.error());
      worst = *grade;
    }
    grading.areas.push_back(worst);
  }
  grading.towns = rolled(points, grading.points, kTownDigits);
  grading.counties = rolled(points, grading.points, kRainCountyDigits);
  return grading;
}

}  // namespace gis::geology
