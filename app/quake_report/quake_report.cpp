// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quake_report/quake_report.h"

#include <QCoreApplication>
#include <QDateTime>
#include <nlohmann/json.hpp>

#include "app/quake_report/quake_text.h"

namespace app {

namespace {

using namespace gis::seismic;

struct QuakeReport {
  Q_DECLARE_TR_FUNCTIONS(QuakeReport)
};

QString timeText(std::int64_t utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

ReportTable zoneTable(const QuakeOutcome& outcome) {
  ReportTable table;
  table.title = QuakeReport::tr("Zones of intensity");
  table.columns = {{QuakeReport::tr("Degree")},
                   {QuakeReport::tr("Long half axis"), QStringLiteral("km"), 1},
                   {QuakeReport::tr("Short half axis"), QStringLiteral("km"), 1},
                   {QuakeReport::tr("Area"), QStringLiteral("km²"), 0},
                   {QuakeReport::tr("People")},
                   {QuakeReport::tr("Elderly")},
                   {QuakeReport::tr("Buildings")},
                   {QuakeReport::tr("Floor area"), QStringLiteral("m²"), 0},
                   {QuakeReport::tr("Severe or destroyed"), QStringLiteral("m²"), 0}};
  double inner_km2 = 0;
  for (const Isoseismal& zone : outcome.zones) {
    const auto found = std::ranges::find(outcome.assessment.zones, zone.degree, &ZoneLoss::degree);
    std::vector<ReportCell> row = {degreeText(zone.degree), zone.axes.long_km + zone.rupture_km / 2, zone.axes.short_km,
                                   zone.area_km2 - inner_km2};
    inner_km2 = zone.area_km2;
    const ZoneLoss none;
    const ZoneLoss& loss = found == outcome.assessment.zones.end() ? none : *found;
    double buildings = 0, floor = 0;
    for (std::size_t k = 0; k < kBuildingClasses; ++k) buildings += loss.buildings[k], floor += loss.floor_m2[k];
    for (const double v : {loss.people, loss.elderly, buildings}) row.emplace_back(static_cast<std::int64_t>(v));
    row.emplace_back(floor);
    row.emplace_back(loss.damaged_m2[3] + loss.damaged_m2[4]);
    table.rows.push_back(std::move(row));
  }
  return table;
}

ReportTable countyTable(const Assessment& assessment) {
  ReportTable table;
  table.title = QuakeReport::tr("By county");
  table.columns = {{QuakeReport::tr("County")}, {QuakeReport::tr("Worst degree")}};
  for (int degree = kHighestDegree; degree >= kLowestDegree; --degree)
    table.columns.push_back({QuakeReport::tr("People in %1").arg(degreeText(degree))});
  table.columns.push_back({QuakeReport::tr("Severe or destroyed"), QStringLiteral("m²"), 0});
  table.columns.push_back({QuakeReport::tr("Homeless")});
  table.columns.push_back({QuakeReport::tr("Deaths")});
  table.columns.push_back({QuakeReport::tr("Loss of buildings")});
  std::vector<ReportCell> total = {QuakeReport::tr("City"), QString()};
  std::array<double, kZones> people{};
  double severe = 0;
  for (const CountyLoss& county : assessment.counties) {
    std::vector<ReportCell> row = {
        QString::fromStdString(county.name),
        county.worst_degree > 0 ? degreeText(county.worst_degree) : QuakeReport::tr("below %1").arg(degreeText(6))};
    for (std::size_t z = kZones; z-- > 0;) {
      row.emplace_back(static_cast<std::int64_t>(county.people[z]));
      people[z] += county.people[z];
    }
    severe += county.severe_m2;
    row.emplace_back(county.severe_m2);
    row.emplace_back(bandText(county.homeless));
    row.emplace_back(bandText(county.deaths));
    row.emplace_back(yuanBandText(county.loss_yuan));
    table.rows.push_back(std::move(row));
  }
  for (std::size_t z = kZones; z-- > 0;) total.emplace_back(static_cast<std::int64_t>(people[z]));
  total.emplace_back(severe);
  total.emplace_back(bandText(assessment.homeless));
  total.emplace_back(bandText(assessment.deaths));
  total.emplace_back(yuanBandText(assessment.loss_yuan));
  table.rows.push_back(std::move(total));
  table.last_row_is_total = true;
  return table;
}

ReportTable matrixTable(const QuakeOutcome& outcome) {
  ReportTable table;
  table.title = QuakeReport::tr("Damage matrix used");
  table.notes = {outcome.official_matrix
                     ? QuakeReport::tr("Rows of the official matrix where entered, else derived.")
                     : QuakeReport::tr("Derived (推算): mean damage index of GB/T 17742-2020, beta distribution.")};
  table.columns = {{QuakeReport::tr("Building class")}, {QuakeReport::tr("Degree")}};
  for (std::size_t g = 0; g < kDamageGrades; ++g) table.columns.push_back({damageGradeText(g), QStringLiteral("%"), 1});
  for (std::size_t k = 0; k < kBuildingClasses; ++k)
    for (const Isoseismal& zone : outcome.zones) {
      std::vector<ReportCell> row = {buildingClassText(static_cast<BuildingClass>(k)), degreeText(zone.degree)};
      for (std::size_t g = 0; g < kDamageGrades; ++g)
        row.emplace_back(100 * outcome.assessment.matrix[k][static_cast<std::size_t>(zone.degree - 6)][g]);
      table.rows.push_back(std::move(row));
    }
  return table;
}

ReportTable sensitivityTable(const QuakeOutcome& outcome) {
  ReportTable table;
  table.title = QuakeReport::tr("If the magnitude is off");
  table.columns = {{QuakeReport::tr("Magnitude"), {}, 1},
                   {QuakeReport::tr("Homeless")},
                   {QuakeReport::tr("Deaths")},
                   {QuakeReport::tr("Loss of buildings")}};
  const auto add = [&](double magnitude, const Assessment& a) {
    table.rows.push_back({magnitude, bandText(a.homeless), bandText(a.deaths), yuanBandText(a.loss_yuan)});
  };
  add(outcome.smaller_mag, outcome.smaller);
  add(outcome.scenario.surface_mag, outcome.assessment);
  add(outcome.larger_mag, outcome.larger);
  return table;
}

}  // namespace

QString gradingText(const QuakeOutcome& outcome) {
  const Grading grading =
      gradeOf(outcome.rules, outcome.scenario.surface_mag, outcome.densest_per_km2, outcome.assessment.deaths);
  const auto used = std::ranges::find(outcome.rules, true, &ResponseRule::in_use);
  if (used == outcome.rules.end()) return QuakeReport::tr("No plan is in use: choose one in the table of plans.");
  const auto name = [](const ResponseRule* rule) {
    if (rule == nullptr) return QuakeReport::tr("below all grades");
    const QString grade = QString::fromStdString(rule->grade_name);
    const QString response = QString::fromStdString(rule->response_name), leader = QString::fromStdString(rule->leader);
    return grade + (response.isEmpty() ? QString() : QStringLiteral(" · ") + response) +
           (leader.isEmpty() ? QString() : QuakeReport::tr(" (lead: %1)").arg(leader));
  };
  QString text = QuakeReport::tr("By magnitude: %1.").arg(name(grading.by_magnitude));
  text += QLatin1Char(' ');
  if (grading.by_deaths_low == grading.by_deaths_high)
    text += QuakeReport::tr("By estimated deaths: %1.").arg(name(grading.by_deaths_high));
  else
    text += QuakeReport::tr("By estimated deaths: between %1 and %2.")
                .arg(name(grading.by_deaths_low), name(grading.by_deaths_high));
  return text + QLatin1Char(' ') +
         QuakeReport::tr("Plan: %1, %2.")
             .arg(QString::fromStdString(used->plan_name), QString::fromStdString(used->plan_date));
}

QStringList provenanceLines(const QuakeOutcome& outcome) {
  const QuakeScenario& s = outcome.scenario;
  const RelationInfo relation = relationInfo(s.zone);
  return {
      QuakeReport::tr("Intensity: %1; standard deviation %2 degrees.")
          .arg(QString::fromUtf8(relation.source.data(), static_cast<qsizetype>(relation.source.size())))
          .arg(relation.sigma),
      QuakeReport::tr("PGA and PGV: Yu Yanxiang et al. 2013 (GB 18306-2015), %1.").arg(siteText(s.site)),
      s.rupture == RuptureModel::kLine && ruptureLengthKm(s) > 0
          ? QuakeReport::tr("Line source, %1 km (Wells & Coppersmith 1994).").arg(ruptureLengthKm(s), 0, 'f', 1)
          : QuakeReport::tr("Point source."),
      QuakeReport::tr("Damage: %1; losses: GB/T 18208.4-2011; prices are to be verified.")
          .arg(outcome.official_matrix ? QuakeReport::tr("official matrix")
                                       : QuakeReport::tr("GB/T 17742-2020 index ranges, beta distribution (derived)")),
      QuakeReport::tr("Deaths: Yin Zhiqian 1991, Ma Yuhong & Xie Lili 2000, USGS PAGER for China; the middle one, "
                      "and the band of all three."),
      QuakeReport::tr("Exposure read from the census tables, %1; buildings and census points by their place.")
          .arg(timeText(outcome.data_utc_ms))};
}

std::string provenanceJson(const QuakeOutcome& outcome) {
  const QuakeScenario& s = outcome.scenario;
  return nlohmann::ordered_json(
             {{"program", QCoreApplication::applicationVersion().toStdString()},
              {"relation", relationInfo(s.zone).id},
              {"relation_source", relationInfo(s.zone).source},
              {"motion", s.motion == MotionRelation::kGb18306 ? "Yu et al. 2013, GB 18306-2015" : "Yu et al. 2013, ln"},
              {"matrix", outcome.official_matrix ? "official" : "GB/T 17742-2020 derived"},
              {"losses", "GB/T 18208.4-2011"},
              {"deaths", "Yin 1991; Ma & Xie 2000; PAGER China"},
              {"data_utc_ms", outcome.data_utc_ms}})
      .dump();
}

Report quakeReport(const QuakeOutcome& outcome, const QString& city, bool is_demo) {
  const QuakeScenario& s = outcome.scenario;
  const Assessment& a = outcome.assessment;
  Report report;
  report.title = s.name.empty() ? QuakeReport::tr("Earthquake scenario") : QString::fromStdString(s.name);
  report.subtitle = city + QStringLiteral("  ") + timeText(QDateTime::currentMSecsSinceEpoch());
  report.mark = is_demo ? QuakeReport::tr("Demo data · %1").arg(estimateMark()) : estimateMark();
  report.summary = {scenarioText(s), gradingText(outcome)};
  ReportSection first;
  first.title = QuakeReport::tr("At a glance");
  first.figures = {{QuakeReport::tr("Deaths"), bandText(a.deaths)},
                   {QuakeReport::tr("Injured"), bandText(a.injured)},
                   {QuakeReport::tr("Homeless"), bandText(a.homeless)},
                   {QuakeReport::tr("Loss of buildings"), yuanBandText(a.loss_yuan)}};
  first.paragraphs = {QuakeReport::tr("Deaths by method: Yin %1; Ma and Xie %2; PAGER %3.")
                          .arg(bandText(a.deaths_yin), bandText(a.deaths_ma), bandText(a.deaths_pager))};
  QStringList chances;
  for (std::size_t i = 0; i < a.death_chances.size(); ++i)
    chances << QuakeReport::tr("%1: %2 %").arg(deathClassText(i)).arg(100 * a.death_chances[i], 0, 'f', 0);
  first.paragraphs << QuakeReport::tr("Chances by number of deaths: %1.").arg(chances.join(QStringLiteral("; ")));
  first.tables = {zoneTable(outcome), sensitivityTable(outcome)};
  ReportSection second;
  second.title = QuakeReport::tr("Counties");
  second.tables = {countyTable(a)};
  ReportSection third;
  third.title = QuakeReport::tr("Basis");
  third.tables = {matrixTable(outcome)};
  report.sections = {std::move(first), std::move(second), std::move(third)};
  report.provenance = provenanceLines(outcome);
  return report;
}

}  // namespace app
