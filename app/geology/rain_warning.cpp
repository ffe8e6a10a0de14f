// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/rain_warning.h"

#include <QStringList>

namespace app {
namespace {

constexpr char kGeologyRain[] = "11B37";
constexpr qsizetype kMostNamedPoints = 6;

}  // namespace

std::optional<WarningDraft> rainWarningDraft(const gis::geology::RainRun& run) {
  using gis::geology::RainLevel;
  auto worst = RainLevel::kNone;
  for (const gis::geology::RainGrade& grade : run.grading.points)
    if (grade.known) worst = std::max(worst, grade.level);
  if (worst == RainLevel::kNone) return std::nullopt;
  WarningDraft draft{kGeologyRain, gis::geology::levelName(worst), {}, {}};
  QStringList names;
  int points = 0, people = 0;
  for (std::size_t i = 0; i < run.points.size(); ++i) {
    if (!run.grading.points[i].known || run.grading.points[i].level != worst) continue;
    draft.division_codes.push_back(run.points[i].division_code);
    ++points;
    people += static_cast<int>(run.points[i].people);
    if (names.size() < kMostNamedPoints) names << QString::fromStdString(run.points[i].name);
  }
  const QString etc = points > names.size() ? QStringLiteral("等") : QString();
  draft.text = QStringLiteral("按降雨研判，%1%2%3处隐患点达到最高等级，威胁%4人，请立即巡查、做好转移准备。")
                   .arg(names.join(QStringLiteral("、")), etc)
                   .arg(points)
                   .arg(people);
  return draft;
}

}  // namespace app
