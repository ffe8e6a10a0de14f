// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include "app/text/error_text.h"

namespace app {
namespace {

namespace evacuation = gis::evacuation;
using gis::team::TeamState;

struct EvacuationWords {
  Q_DECLARE_TR_FUNCTIONS(EvacuationWords)
};

// What the domain says of a failure, as far as it is a fixed sentence.
QString knownDetail(const std::string& detail) {
  const std::pair<const char*, QString> known[] = {
      {"nobody lives in the area", EvacuationWords::tr("nobody lives in the area; draw it where villages are")},
      {"the census has no shelter", EvacuationWords::tr("the census has no shelter; enter the shelters first")},
      {"all shelters lie inside the area",
       EvacuationWords::tr("all shelters lie inside the area; make it smaller or enter shelters outside")},
      {"the border of the area crosses itself; draw it anew",
       EvacuationWords::tr("the border of the area crosses itself; draw it anew")},
      {"people below zero", EvacuationWords::tr("people cannot be below zero")},
      {"it has ended", EvacuationWords::tr("this evacuation has ended")},
      {"who says so is needed", EvacuationWords::tr("say who you are in the settings first")},
      {"a team that is tasked needs a task in words", EvacuationWords::tr("write the task first")},
      {"no passable road within 5 km of the place",
       EvacuationWords::tr("no passable road within 5 km; choose a place nearer to a road")}};
  for (const auto& [english, text] : known)
    if (detail == english) return text;
  if (detail.starts_with("nobody lives in the area")) return known[0].second;
  if (detail.find("are more than the") != std::string::npos)
    return EvacuationWords::tr("moved and refused are more than there are to move; correct “to move” first");
  if (detail.starts_with("more have arrived than have moved"))
    return EvacuationWords::tr("more have arrived than have moved; correct “moved” first");
  return {};
}

}  // namespace

QString teamStateText(TeamState state) {
  switch (state) {
    case TeamState::kStandby:
      return EvacuationWords::tr("Standby");
    case TeamState::kTasked:
      return EvacuationWords::tr("Tasked");
    case TeamState::kOnTheWay:
      return EvacuationWords::tr("On the way");
    case TeamState::kOnSite:
      return EvacuationWords::tr("On site");
    case TeamState::kResting:
      return EvacuationWords::tr("Resting");
  }
  return {};
}

QString travelText(std::int64_t travel_ms) {
  constexpr std::int64_t kMsPerMinute = 60'000, kMinutesPerHour = 60;
  const std::int64_t minutes = (travel_ms + kMsPerMinute - 1) / kMsPerMinute;
  if (minutes < kMinutesPerHour) return EvacuationWords::tr("%1 min").arg(minutes);
  return EvacuationWords::tr("%1 h %2 min").arg(minutes / kMinutesPerHour).arg(minutes % kMinutesPerHour);
}

QString peopleText(std::int64_t people) { return QLocale(QLocale::English).toString(static_cast<qlonglong>(people)); }

QString rowReasonText(const evacuation::PlanMade& made, const evacuation::PlanRow& row) {
  QStringList parts;
  if (row.reason == evacuation::RowReason::kNearest) {
    parts << EvacuationWords::tr("nearest safe shelter");
  } else {
    QStringList nearer;
    for (const std::uint32_t s : row.nearer) nearer << QString::fromStdString(made.task.shelters[s].name);
    parts << EvacuationWords::tr("no room left for them nearer by: %1").arg(nearer.join(EvacuationWords::tr(", ")));
  }
  if (row.nearer_in_hazard)
    parts << EvacuationWords::tr("%1 lies in the danger area")
                 .arg(QString::fromStdString(made.task.shelters[*row.nearer_in_hazard].name));
  const evacuation::KeptVillage& kept = made.plan.villages[row.village];
  if (kept.split == evacuation::SplitReason::kNoneHoldsIt)
    parts << EvacuationWords::tr("split: no shelter has room for all, the largest has %1").arg(kept.largest_room);
  if (kept.split == evacuation::SplitReason::kOthersLoseOut)
    parts << EvacuationWords::tr("split: kept together, others would have no place");
  return parts.join(EvacuationWords::tr("; "));
}

QString leftReasonText(const evacuation::PlanMade& made, const evacuation::LeftRow& row) {
  QStringList closures;
  for (const std::size_t c : row.closures) closures << QString::fromStdString(made.closures[c].name);
  switch (row.reason) {
    case evacuation::LeftReason::kNoPosition:
      return EvacuationWords::tr("the village has no position in the census");
    case evacuation::LeftReason::kNoRoad:
      return EvacuationWords::tr("no passable road within 2 km");
    case evacuation::LeftReason::kCutOff:
      return closures.isEmpty() ? EvacuationWords::tr("no open road to any safe shelter")
                                : EvacuationWords::tr("cut off by %1").arg(closures.join(EvacuationWords::tr(", ")));
    case evacuation::LeftReason::kNoRoom:
      return EvacuationWords::tr("the shelters it can reach are full");
  }
  return {};
}

QString planSentence(const evacuation::PlanMade& made) {
  const evacuation::EvacuationPlan& plan = made.plan;
  QString text = EvacuationWords::tr("%1 people in %2 villages: %3 have a place, %4 have none. Longest way %5.")
                     .arg(peopleText(plan.people))
                     .arg(made.task.villages.size())
                     .arg(peopleText(plan.placed), peopleText(plan.people - plan.placed), travelText(plan.longest_ms));
  constexpr double kPersonMsPerHour = 3'600'000;
  if (plan.extra_person_ms > 0)
    text += QLatin1Char(' ') +
            EvacuationWords::tr("Keeping villages together costs %1 hours of travel of all people more (%2 %).")
                .arg(static_cast<double>(plan.extra_person_ms) / kPersonMsPerHour, 0, 'f', 1)
                .arg(100.0 * static_cast<double>(plan.extra_person_ms) /
                         static_cast<double>(std::max<std::int64_t>(1, plan.optimum_person_ms)),
                     0, 'f', 1);
  return text;
}

QString evacuationTrouble(const gis::Error& error) {
  const QString detail = knownDetail(error.detail);
  if (detail.isEmpty()) return errorSentence(error);
  if (error.code == gis::ErrorCode::kInvalidArgument && error.subject != "hazard" && error.subject != "author" &&
      error.subject != "task" && error.subject != "evacuation")
    return EvacuationWords::tr("%1: %2").arg(QString::fromStdString(error.subject), detail);
  return detail.at(0).toUpper() + detail.mid(1) + EvacuationWords::tr(".");
}

}  // namespace app
