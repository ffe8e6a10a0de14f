// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/now_page.h"

#include <QCoreApplication>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include "app/flood/flood_text.h"

namespace app {

using namespace gis::flood;

namespace {

struct FloodRows {
  Q_DECLARE_TR_FUNCTIONS(FloodRows)
};

QString joined(QStringList parts) {
  parts.removeAll(QString());
  return parts.join(QStringLiteral(" · "));
}

}  // namespace

FloodRow sectionRow(const FloodView& view, std::size_t i) {
  const SectionNow& now = view.now.sections[i];
  const DangerSection& s = view.records.sections[now.section];
  FloodRow row;
  row.index = i;
  row.table = "danger_section";
  row.fid = s.fid;
  row.at = s.at;
  row.severity = now.level == FlashFloodLevel::kMove ? 3 : now.level == FlashFloodLevel::kPrepare ? 2 : 0;
  const QString grade = now.level == FlashFloodLevel::kMove      ? FloodRows::tr("Move at once")
                        : now.level == FlashFloodLevel::kPrepare ? FloodRows::tr("Prepare")
                                                                 : QString();
  row.title = grade.isEmpty() ? textOf(s.name) : grade + QStringLiteral("  ") + textOf(s.name);
  if (now.state.by) {
    const auto threshold = now.level == FlashFloodLevel::kPrepare ? now.state.by->prepare_mm : now.state.by->move_mm;
    row.value = FloodRows::tr("%1/%2 mm in %3 h")
                    .arg(now.state.rain_mm, 0, 'f', 1)
                    .arg(threshold.value_or(now.state.by->prepare_mm.value_or(0)), 0, 'f', 0)
                    .arg(now.state.by->window_h);
  }
  QString trouble;
  if (now.trouble == "no_threshold")
    trouble = FloodRows::tr("thresholds to be confirmed: not judged");
  else if (!now.trouble.empty())
    trouble = FloodRows::tr("not judged: %1").arg(textOf(now.trouble));
  row.detail =
      joined({countyOf(view, s.division_code), FloodRows::tr("%1 people").arg(s.people), soilText(now.soil), trouble,
              now.state.missing_h > 0 ? FloodRows::tr("%1 h without data").arg(now.state.missing_h) : QString()});
  row.faded = !now.trouble.empty();
  return row;
}

FloodRow riverRow(const FloodView& view, std::size_t i) {
  const RiverNow& now = view.now.rivers[i];
  const Station& s = view.records.stations[now.station];
  FloodRow row;
  row.index = i;
  row.table = "monitoring_station";
  row.fid = s.fid;
  row.at = s.at;
  row.severity = now.state == StageState::kAboveGuaranteed ? 3 : now.state == StageState::kAboveWarning ? 2 : 0;
  const QString grade = now.state == StageState::kAboveGuaranteed ? FloodRows::tr("Above guaranteed")
                        : now.state == StageState::kAboveWarning  ? FloodRows::tr("Above warning")
                                                                  : QString();
  row.title = grade.isEmpty() ? textOf(s.name) : grade + QStringLiteral("  ") + textOf(s.name);
  if (now.last) row.value = metres(now.last->level_m);
  QString margin;
  if (now.above_warning_m)
    margin = *now.above_warning_m >= 0 ? FloodRows::tr("%1 over warning").arg(metres(*now.above_warning_m))
                                       : FloodRows::tr("%1 below warning").arg(metres(-*now.above_warning_m));
  else if (now.last)
    margin = FloodRows::tr("warning stage to be confirmed");
  row.detail = joined(
      {textOf(s.river), margin, trendText(now.trend_m_per_h),
       now.warning_in_h ? FloodRows::tr("warning stage in %1 h").arg(*now.warning_in_h, 0, 'f', 1) : QString(),
       ageText(now.last ? std::optional(now.last->at_utc_ms) : std::nullopt, view.now.as_of_utc_ms, now.freshness)});
  row.faded = now.freshness != Freshness::kFresh;
  return row;
}

FloodRow reservoirRow(const FloodView& view, std::size_t i) {
  const ReservoirNow& now = view.now.reservoirs[i];
  const ReservoirRecord& r = view.records.reservoirs[now.reservoir];
  FloodRow row;
  row.index = i;
  row.table = "reservoir";
  row.fid = r.fid;
  row.at = r.dam;
  QString grade;
  switch (now.state) {
    case ReservoirState::kAboveCheck:
      row.severity = 3, grade = FloodRows::tr("Above check level");
      break;
    case ReservoirState::kAboveNormal:
      row.severity = 2, grade = FloodRows::tr("Above normal level");
      break;
    case ReservoirState::kAboveLimit:
      row.severity = 1, grade = FloodRows::tr("Above flood limit");
      break;
    case ReservoirState::kNormal:
    case ReservoirState::kUnknown:
      break;
  }
  row.title = grade.isEmpty() ? textOf(r.name) : grade + QStringLiteral("  ") + textOf(r.name);
  if (now.last) row.value = metres(now.last->level_m);
  QStringList missing;
  const QString leads[] = {FloodRows::tr("administrative"), FloodRows::tr("technical"), FloodRows::tr("patrol")};
  for (std::size_t lead = 0; lead < 3; ++lead)
    if (now.lead_missing[lead]) missing << leads[lead];
  row.detail = joined(
      {now.above_limit_m ? (*now.above_limit_m > 0 ? FloodRows::tr("%1 over limit").arg(metres(*now.above_limit_m))
                                                   : FloodRows::tr("%1 below limit").arg(metres(-*now.above_limit_m)))
                         : FloodRows::tr("flood limit to be confirmed"),
       trendText(now.trend_m_per_h),
       now.full_in_h ? FloodRows::tr("full in %1 h").arg(*now.full_in_h, 0, 'f', 0) : QString(),
       missing.isEmpty() ? QString() : FloodRows::tr("missing: %1").arg(missing.join(QLatin1Char(' '))),
       ageText(now.last ? std::optional(now.last->at_utc_ms) : std::nullopt, view.now.as_of_utc_ms, now.freshness)});
  row.faded = now.freshness != Freshness::kFresh;
  return row;
}

std::optional<WarningDraft> floodWarningDraft(const FloodView& view) {
  constexpr qsizetype kMostNamed = 6;
  WarningDraft draft{"11A51", "orange", {}, {}};
  QStringList names;
  int move = 0, prepare = 0;
  for (const FloodAlert& alert : view.now.alerts) {
    if (alert.kind != AlertKind::kSection) continue;
    const SectionNow& now = view.now.sections[alert.index];
    const DangerSection& section = view.records.sections[now.section];
    ++(now.level == FlashFloodLevel::kMove ? move : prepare);
    draft.division_codes.push_back(section.division_code);
    if (names.size() < kMostNamed) names << textOf(section.name);
  }
  if (draft.division_codes.empty()) return std::nullopt;
  if (move > 0) draft.colour = "red";
  const QString etc = move + prepare > names.size() ? QStringLiteral("等") : QString();
  draft.text =
      QStringLiteral("截至%1，%2%3%4处危险区雨量超过临界值（立即转移%5处、准备转移%6处），请按预案组织转移避险。")
          .arg(floodTime(view.now.as_of_utc_ms), names.join(QStringLiteral("、")), etc)
          .arg(move + prepare)
          .arg(move)
          .arg(prepare);
  return draft;
}

NowPage::NowPage(QWidget* parent)
    : FloodListPage(parent),
      m_threatened(new QPushButton),
      m_raise(new RaiseWarningButton([this] { return view() ? floodWarningDraft(*view()) : std::nullopt; })) {
  column()->insertWidget(1, m_threatened);
  column()->insertWidget(2, m_raise);
  connect(m_raise, &RaiseWarningButton::wanted, this, &FloodPage::warningWanted);
  connect(m_threatened, &QPushButton::clicked, this, &NowPage::askThreatened);
}

// Villages of sections over a threshold: those to be moved at once, those to prepare. All people of a village count,
// many more than live in its section: the names say so.
void NowPage::askThreatened() {
  if (!view()) return;
  ThreatenedPlace place;
  place.divisions = {{"move", tr("Move at once, whole villages").toStdString(), {}},
                     {"prepare", tr("Prepare, whole villages").toStdString(), {}}};
  for (const FloodAlert& alert : view()->now.alerts) {
    if (alert.kind != AlertKind::kSection) continue;
    const SectionNow& now = view()->now.sections[alert.index];
    place.divisions[now.level == FlashFloodLevel::kMove ? 0 : 1].codes.push_back(
        view()->records.sections[now.section].division_code);
  }
  place.footprint.named(tr("all people of the villages with danger sections over a threshold, as of %1")
                            .arg(floodMoment(view()->now.as_of_utc_ms))
                            .toStdString());
  emit threatened(place);
}

void NowPage::show(FloodViewPtr view) {
  keep(std::move(view));
  fill();
}

void NowPage::fill() {
  std::vector<FloodRow> rows;
  headline()->setVisible(view() != nullptr);
  m_threatened->hide();
  m_raise->refresh();
  if (!view()) {
    list()->setRows({});
    return;
  }
  int people = 0, sections = 0;
  for (const FloodAlert& alert : view()->now.alerts) {
    rows.push_back(alert.kind == AlertKind::kSection ? sectionRow(*view(), alert.index)
                   : alert.kind == AlertKind::kRiver ? riverRow(*view(), alert.index)
                                                     : reservoirRow(*view(), alert.index));
    if (alert.kind == AlertKind::kSection) {
      ++sections;
      people += view()->records.sections[view()->now.sections[alert.index].section].people;
    }
  }
  m_threatened->setVisible(sections > 0);
  QStringList parts;
  if (sections > 0) parts << tr("%1 danger sections with %2 people in them").arg(sections).arg(people);
  if (const int others = static_cast<int>(rows.size()) - sections; others > 0)
    parts << tr("%1 rivers and reservoirs").arg(others);
  const int silent = view()->now.silentStations();
  if (silent > 0) parts << tr("%1 of %2 stations are silent").arg(silent).arg(view()->now.stations.size());
  headline()->setText(parts.join(tr("; ")));
  headline()->setVisible(!parts.isEmpty());
  list()->setEmptyText(view()->latest_utc_ms
                           ? tr("Nothing is over a threshold, as of %1.").arg(floodMoment(view()->now.as_of_utc_ms))
                           : tr("There are no readings yet. Import a file under “Rain”, or type one in there."));
  list()->setRows(std::move(rows));
}

void NowPage::retranslate() {
  m_threatened->setText(tr("What is threatened"));
  m_threatened->setToolTip(
      tr("All people, houses and roads of the villages of these sections, more than in the sections; whom to call"));
  list()->setAccessibleName(tr("What is over a threshold"));
  fill();
}

}  // namespace app
