// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/risk_report/risk_report.h"

#include <QCoreApplication>
#include <QDateTime>
#include <algorithm>
#include <numeric>

namespace app {

namespace {

using namespace gis::risk;

struct RiskText {
  Q_DECLARE_TR_FUNCTIONS(RiskText)
};

// Indexes of the districts, the greatest risk first.
std::vector<std::size_t> byRank(const RiskOutcome& outcome) {
  std::vector<std::size_t> order(outcome.districts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) { return outcome.scores[i].rank; });
  return order;
}

ReportTable rankingTable(const RiskOutcome& outcome) {
  ReportTable table;
  table.title = RiskText::tr("Ranking");
  table.columns = {{RiskText::tr("Rank")},
                   {RiskText::tr("District")},
                   {RiskText::tr("Risk"), RiskText::tr("of 100"), 1},
                   {RiskText::tr("Level")},
                   {RiskText::tr("Hazard"), {}, 3},
                   {RiskText::tr("Exposure"), {}, 3},
                   {RiskText::tr("Capacity"), {}, 3},
                   {RiskText::tr("Capacity grade")},
                   {RiskText::tr("Rank if a weight is off by a fifth")}};
  for (const std::size_t i : byRank(outcome)) {
    const RiskScore& s = outcome.scores[i];
    table.rows.push_back({s.rank, QString::fromStdString(outcome.districts[i].name), 100 * s.risk,
                          riskGradeText(s.grade), s.hazard_index, s.exposure_index, s.capacity.total,
                          capabilityGradeText(s.capacity_grade),
                          s.best_rank == s.worst_rank ? QString::number(s.rank)
                                                      : QStringLiteral("%1–%2").arg(s.best_rank).arg(s.worst_rank)});
  }
  return table;
}

ReportTable indicatorTable(const RiskOutcome& outcome) {
  ReportTable table;
  table.title = RiskText::tr("Indicators");
  table.notes = {RiskText::tr("As the census tables have them, before they are brought to 0–1.")};
  table.columns = {
      {RiskText::tr("District")}, {RiskText::tr("Area"), QStringLiteral("km²"), 1}, {RiskText::tr("People")}};
  for (std::size_t k = 0; k < kHazards; ++k)
    table.columns.push_back({hazardText(static_cast<Hazard>(k)), hazardUnitText(static_cast<Hazard>(k)), 4});
  for (std::size_t k = 0; k < kExposures; ++k)
    table.columns.push_back({exposureText(static_cast<Exposure>(k)), exposureUnitText(static_cast<Exposure>(k)), 3});
  for (std::size_t k = 0; k < kCapabilities; ++k) table.columns.push_back({capabilityText(k), {}, 2});
  for (const std::size_t i : byRank(outcome)) {
    const District& d = outcome.districts[i];
    std::vector<ReportCell> row = {QString::fromStdString(d.name), d.area_km2, static_cast<std::int64_t>(d.population)};
    for (const double v : d.hazard) row.emplace_back(v);
    for (const double v : d.exposure) row.emplace_back(v);
    for (const double v : outcome.scores[i].capacity.indicators) row.emplace_back(v);
    table.rows.push_back(std::move(row));
  }
  return table;
}

ReportTable weightTable(const RiskOutcome& outcome) {
  const bool chinese = RiskText::tr("language") != QLatin1String("language");
  ReportTable table;
  table.title = RiskText::tr("Weights");
  table.columns = {{RiskText::tr("Weight")},
                   {RiskText::tr("Value"), {}, 2},
                   {RiskText::tr("Shipped value"), {}, 2},
                   {RiskText::tr("Source")}};
  for (const RiskParameter& p : outcome.parameters)
    table.rows.push_back({QString::fromStdString(chinese ? p.name_zh : p.name_en), p.value, p.default_value,
                          QString::fromStdString(p.figures_source)});
  return table;
}

}  // namespace

QString hazardText(Hazard hazard) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("RiskText", "Fire"), QT_TRANSLATE_NOOP("RiskText", "Geology"),
                                     QT_TRANSLATE_NOOP("RiskText", "Flood"),
                                     QT_TRANSLATE_NOOP("RiskText", "Earthquake"),
                                     QT_TRANSLATE_NOOP("RiskText", "Past disasters")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(hazard)]);
}

QString exposureText(Exposure exposure) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("RiskText", "Population density"),
                                     QT_TRANSLATE_NOOP("RiskText", "Children and elderly"),
                                     QT_TRANSLATE_NOOP("RiskText", "Floor area without seismic design"),
                                     QT_TRANSLATE_NOOP("RiskText", "Schools, hospitals, care homes")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(exposure)]);
}

QString capabilityText(std::size_t index) {
  static constexpr std::array kTexts{
      QT_TRANSLATE_NOOP("RiskText", "Disaster staff"), QT_TRANSLATE_NOOP("RiskText", "Risk assessed"),
      QT_TRANSLATE_NOOP("RiskText", "Funds"),          QT_TRANSLATE_NOOP("RiskText", "Stocks"),
      QT_TRANSLATE_NOOP("RiskText", "Hospital beds"),  QT_TRANSLATE_NOOP("RiskText", "Rescuers"),
      QT_TRANSLATE_NOOP("RiskText", "People trained"), QT_TRANSLATE_NOOP("RiskText", "Shelter places")};
  return RiskText::tr(kTexts[index]);
}

QString riskGradeText(RiskGrade grade) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("RiskText", "High"),
                                     QT_TRANSLATE_NOOP("RiskText", "Medium-high"),
                                     QT_TRANSLATE_NOOP("RiskText", "Medium-low"), QT_TRANSLATE_NOOP("RiskText", "Low")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(grade) - 1]);
}

QString capabilityGradeText(CapabilityGrade grade) {
  static constexpr std::array kTexts{
      QT_TRANSLATE_NOOP("RiskText", "strong"), QT_TRANSLATE_NOOP("RiskText", "fairly strong"),
      QT_TRANSLATE_NOOP("RiskText", "middling"), QT_TRANSLATE_NOOP("RiskText", "fairly weak"),
      QT_TRANSLATE_NOOP("RiskText", "weak")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(grade)]);
}

QString hazardUnitText(Hazard hazard) {
  static constexpr std::array kTexts{
      QT_TRANSLATE_NOOP("RiskText", "share of area by class"), QT_TRANSLATE_NOOP("RiskText", "weighted points per km²"),
      QT_TRANSLATE_NOOP("RiskText", "share of area by danger"),
      QT_TRANSLATE_NOOP("RiskText", "km of active fault per km²"), QT_TRANSLATE_NOOP("RiskText", "events per km²")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(hazard)]);
}

QString exposureUnitText(Exposure exposure) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("RiskText", "people per km²"),
                                     QT_TRANSLATE_NOOP("RiskText", "share"), QT_TRANSLATE_NOOP("RiskText", "share"),
                                     QT_TRANSLATE_NOOP("RiskText", "per km²")};
  return RiskText::tr(kTexts[static_cast<std::size_t>(exposure)]);
}

QStringList riskMethodLines() {
  return {
      RiskText::tr("Risk R = H^a · E^b · (1 − C/2)^c, shown as 0–100; relative to the districts compared."),
      RiskText::tr("H, hazard: weighted mean of five indicators — fire-risk zones by class, geohazard points by "
                   "danger grade, catchments by danger, fault length by activity, past disasters — each per km²."),
      RiskText::tr("E, exposure: weighted mean of population density, share of children and elderly, share of floor "
                   "area without seismic design, density of schools, hospitals and care homes."),
      RiskText::tr("Each indicator is brought to 0–1: (x − min) / (max − min) over the districts."),
      RiskText::tr("C, capacity: eight indicators per 10,000 people, vector normalisation, weights, TOPSIS "
                   "(comprehensive capability of townships)."),
      RiskText::tr("Levels by mean m and standard deviation s: high from m + s, medium-high from m, medium-low from "
                   "m − s. Weights are defaults and to be set by local experts.")};
}

Report riskReport(const RiskOutcome& outcome, const QString& city, bool is_demo) {
  Report report;
  report.title = outcome.level == RiskLevel::kCounty ? RiskText::tr("Composite risk of the counties")
                                                     : RiskText::tr("Composite risk of the townships");
  report.subtitle = city + QStringLiteral("  ") +
                    QDateTime::fromMSecsSinceEpoch(outcome.at_utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
  if (is_demo) report.mark = RiskText::tr("Demo data");
  const auto order = byRank(outcome);
  QStringList first;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, order.size()); ++i)
    first << QString::fromStdString(outcome.districts[order[i]].name);
  report.summary = {RiskText::tr("Greatest risk: %1.").arg(first.join(RiskText::tr(", ")))};
  ReportSection section;
  section.tables = {rankingTable(outcome), indicatorTable(outcome), weightTable(outcome)};
  report.sections = {std::move(section)};
  report.provenance = riskMethodLines();
  return report;
}

}  // namespace app
