// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure_report/exposure_report.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <set>

#include "app/exposure_report/exposure_text.h"

namespace app {
namespace {

struct ExposureReport {
  Q_DECLARE_TR_FUNCTIONS(ExposureReport)
};

QString whole(std::int64_t number) {
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(number));
}

QString inLanguage(const std::string& zh, const std::string& en, const QString& language) {
  return QString::fromStdString(language.startsWith(QLatin1String("zh")) ? zh : en);
}

std::vector<ReportFigure> figures(const gis::Exposure& e) {
  std::vector<ReportFigure> list = {
      {ExposureReport::tr("People"), whole(e.sum("people", "population")), {}},
      {ExposureReport::tr("Households"), whole(e.sum("people", "households")), {}},
      {ExposureReport::tr("Aged 65 and over"), whole(e.sum("people", "age_65_up")), {}},
      {ExposureReport::tr("Aged 0–14"), whole(e.sum("people", "age_0_14")), {}},
      {ExposureReport::tr("Buildings"), whole(e.count("building")), {}},
      {ExposureReport::tr("Roads"), QString::number(e.lengthKm("road"), 'f', 1), QStringLiteral("km")},
      {ExposureReport::tr("Schools / pupils"),
       QStringLiteral("%1 / %2").arg(whole(e.count("school")), whole(e.sum("school", "pupils"))),
       {}},
      {ExposureReport::tr("Hospitals / beds"),
       QStringLiteral("%1 / %2").arg(whole(e.count("hospital")), whole(e.sum("hospital", "beds"))),
       {}}};
  return list;
}

std::set<int> codesMet(const gis::TableExposure& table) {
  std::set<int> codes;
  for (const gis::ExposureCell& cell : table.cells) codes.insert(cell.code);
  return codes;
}

// Rows are codes; columns are count (or km) and the table's measures.
ReportTable byCode(const ExposureReportInput& in, const std::string& name, const QString& title, bool by_age) {
  ReportTable table;
  table.title = title;
  const gis::TableExposure* exposed = in.exposure.find(name);
  const gis::ExposureTable* known = in.exposure.index->find(name);
  if (exposed == nullptr || known == nullptr) return table;
  table.notes = {exposureRuleText(exposed->rule)};
  const bool lines = exposed->rule == gis::ExposureRule::kByLength;
  table.columns = {{title}, {ExposureReport::tr("Number")}};
  if (lines) table.columns.push_back({ExposureReport::tr("Length"), QStringLiteral("km"), 1});
  for (const std::string& measure : known->measures) table.columns.push_back({measureText(measure)});
  if (by_age)
    for (int band = 0; band < static_cast<int>(gis::buildingAgeBands().size()); ++band)
      table.columns.push_back({ageBandText(band)});
  std::vector<double> km;
  for (const int code : codesMet(*exposed))
    km.push_back(in.exposure.lengthKm(name, {.part = {}, .code = code, .age_band = {}}));
  const std::vector<double> rounded = kilometresThatAddUp(km);
  const auto row = [&](const QString& text, const gis::ExposureFilter& filter, double length) {
    std::vector<ReportCell> cells = {text, in.exposure.count(name, filter)};
    if (lines) cells.emplace_back(length);
    for (const std::string& measure : known->measures) cells.emplace_back(in.exposure.sum(name, measure, filter));
    if (by_age)
      for (int band = 0; band < static_cast<int>(gis::buildingAgeBands().size()); ++band) {
        gis::ExposureFilter of_band = filter;
        of_band.age_band = band;
        cells.emplace_back(in.exposure.count(name, of_band));
      }
    table.rows.push_back(std::move(cells));
  };
  std::size_t i = 0;
  double sum = 0;
  for (const int code : codesMet(*exposed)) {
    const double length = rounded.empty() ? 0 : rounded[i];
    row(codeText(*known, code, in.codes, in.language), {.part = {}, .code = code, .age_band = {}}, length);
    sum += length, ++i;
  }
  row(ExposureReport::tr("Total"), {}, sum);
  table.last_row_is_total = true;
  return table;
}

ReportTable sites(const ExposureReportInput& in) {
  ReportTable table;
  table.title = ExposureReport::tr("Sites");
  table.columns = {{ExposureReport::tr("What")}, {ExposureReport::tr("Number")}, {ExposureReport::tr("Of these")}};
  for (const gis::TableExposure& exposed : in.exposure.tables) {
    if (exposed.table == "people" || exposed.table == "building" || exposed.table == "road") continue;
    const gis::ExposureTable* known = in.exposure.index->find(exposed.table);
    QStringList parts;
    for (const std::string& measure : known->measures)
      parts << QStringLiteral("%1 %2").arg(measureText(measure), whole(in.exposure.sum(exposed.table, measure)));
    table.rows.push_back(
        {exposedTableText(exposed.table), in.exposure.count(exposed.table), parts.join(QStringLiteral("  "))});
  }
  return table;
}

// One row for each filter, of people, buildings, roads and the sites.
ReportTable overview(const ExposureReportInput& in, const QString& title, const QString& heading,
                     const std::vector<std::pair<QString, gis::ExposureFilter>>& filters) {
  static const std::vector<std::string> counted = {"school",    "hospital",        "care_home",
                                                   "reservoir", "geohazard_point", "shelter"};
  ReportTable table;
  table.title = title;
  table.columns = {{heading},
                   {ExposureReport::tr("People")},
                   {ExposureReport::tr("Households")},
                   {ExposureReport::tr("Aged 65 and over")},
                   {ExposureReport::tr("Aged 0–14")},
                   {ExposureReport::tr("Buildings")},
                   {ExposureReport::tr("Roads"), QStringLiteral("km"), 1}};
  for (const std::string& name : counted) table.columns.push_back({exposedTableText(name)});
  std::vector<double> km;
  for (const auto& [text, filter] : filters) km.push_back(in.exposure.lengthKm("road", filter));
  const std::vector<double> rounded = kilometresThatAddUp(km);
  const auto row = [&](const QString& text, const gis::ExposureFilter& filter, double length) {
    const gis::Exposure& e = in.exposure;
    std::vector<ReportCell> cells = {text,
                                     e.sum("people", "population", filter),
                                     e.sum("people", "households", filter),
                                     e.sum("people", "age_65_up", filter),
                                     e.sum("people", "age_0_14", filter),
                                     e.count("building", filter),
                                     length};
    for (const std::string& name : counted) cells.emplace_back(e.count(name, filter));
    table.rows.push_back(std::move(cells));
  };
  double sum = 0;
  for (std::size_t i = 0; i < filters.size(); ++i)
    row(filters[i].first, filters[i].second, rounded[i]), sum += rounded[i];
  row(ExposureReport::tr("Total"), {}, sum);
  table.last_row_is_total = true;
  return table;
}

ReportTable needsTable(const ExposureReportInput& in) {
  ReportTable table;
  table.title = ExposureReport::tr("Needs");
  table.notes = {
      ExposureReport::tr("For %1 relocated people over %2 days.").arg(whole(in.needs_people)).arg(in.needs_days)};
  table.columns = {{ExposureReport::tr("What")},
                   {ExposureReport::tr("Amount")},
                   {ExposureReport::tr("Unit")},
                   {ExposureReport::tr("Norm and source")}};
  for (const gis::ReliefNeed& need : in.needs) {
    QString source = inLanguage(need.norm.source_zh, need.norm.source_en, in.language);
    if (!need.norm.confirmed) source += QLatin1Char(' ') + ExposureReport::tr("(to be verified)");
    table.rows.push_back({inLanguage(need.norm.zh, need.norm.en, in.language), need.amount,
                          inLanguage(need.norm.unit_zh, need.norm.unit_en, in.language),
                          ReportCell(source, need.norm.confirmed ? ReportTone::kPlain : ReportTone::kCaution)});
  }
  return table;
}

ReportTable personsTable(const ExposureReportInput& in) {
  ReportTable table;
  table.title = ExposureReport::tr("Persons to call");
  table.columns = {{ExposureReport::tr("Because of")},   {ExposureReport::tr("District")},
                   {ExposureReport::tr("Role")},         {ExposureReport::tr("Name")},
                   {ExposureReport::tr("Post")},         {ExposureReport::tr("Phone")},
                   {ExposureReport::tr("People inside")}};
  const auto roles = in.codes.find("code_role");
  for (const gis::ExposedPerson& one : gis::personsToCall(in.exposure)) {
    const gis::ExposurePerson& person = in.exposure.index->persons()[one.person];
    QString role = QString::number(person.role);
    if (roles != in.codes.end())
      for (const gis::CodeEntry& entry : roles->second)
        if (entry.code == std::to_string(person.role)) role = inLanguage(entry.name_zh, entry.name_en, in.language);
    table.rows.push_back(
        {exposedTableText(one.because), QString::fromStdString(in.exposure.index->divisions()[person.division].name),
         role, QString::fromStdString(person.name), QString::fromStdString(person.post),
         in.phones == PhoneText::kWhole ? QString::fromStdString(person.phone) : maskedPhone(person.phone),
         one.people});
  }
  return table;
}

QString dataTimeText(const gis::ExposureIndex& index) {
  const QString stored = QString::fromStdString(index.dataTimeUtc());
  const QDateTime time = QDateTime::fromString(stored, Qt::ISODateWithMs);
  return time.isValid() ? beijingTimeText(time.toMSecsSinceEpoch()) : stored;
}

}  // namespace

QStringList exposureProvenance(const gis::Exposure& exposure, std::int64_t at_utc_ms, const QString& version) {
  return {
      ExposureReport::tr("Area: %1").arg(questionText(exposure)),
      ExposureReport::tr("Data of %1; worked out %2 (Beijing time)")
          .arg(dataTimeText(*exposure.index), beijingTimeText(at_utc_ms)),
      ExposureReport::tr(
          "Method: people by census points, ages by their village's proportions in whole persons; %1 villages without "
          "points by the share of their area; buildings %2; roads cut at the border; lengths and areas on the ground.")
          .arg(exposure.by_area_share_villages.size())
          .arg(exposureRuleText(exposure.by_centre ? gis::ExposureRule::kByCentre : gis::ExposureRule::kByTouch)),
      ExposureReport::tr("Fengsui %1").arg(version)};
}

QStringList exposureRemarks(const gis::Exposure& exposure) {
  QStringList remarks;
  if (exposure.self_crossing)
    remarks << ExposureReport::tr("The area crosses itself: what it covers twice counts as outside.");
  if (exposure.empty()) {
    QString text = ExposureReport::tr("Nobody and nothing of the census lies inside.");
    if (exposure.nearest)
      text += QLatin1Char(' ') + ExposureReport::tr("The nearest: %1, %2 km away.")
                                     .arg(exposedTableText(exposure.nearest->table))
                                     .arg(exposure.nearest->distance_m / 1000, 0, 'f', 1);
    if (const QString village = nearestSettlementText(exposure); !village.isEmpty())
      text += QLatin1Char(' ') + ExposureReport::tr("The nearest settlement: %1.").arg(village);
    remarks << text;
  }
  if (!exposure.missing.empty()) {
    QStringList names;
    for (const std::string& table : exposure.missing)
      names << exposedTableText(table == "census_point" ? "people" : table);
    remarks << ExposureReport::tr("Not counted, the workspace does not have them: %1")
                   .arg(names.join(QStringLiteral(", ")));
  }
  return remarks;
}

Report exposureReport(const ExposureReportInput& in) {
  const gis::Exposure& e = in.exposure;
  Report report;
  report.title = ExposureReport::tr("Exposure analysis");
  report.figures_sheet = ExposureReport::tr("Overview");
  report.subtitle = QStringLiteral("%1　%2").arg(inLanguage(in.facts.city_name_zh, in.facts.city_name_en, in.language),
                                                 beijingTimeText(in.at_utc_ms));
  if (in.facts.is_demo) report.mark = ExposureReport::tr("Demonstration data");
  report.summary = exposureRemarks(e);
  ReportSection first;
  first.figures = figures(e);
  first.picture = in.picture;
  std::vector<std::pair<QString, gis::ExposureFilter>> districts;
  // The filters look at these texts, so they must stay where they are.
  const std::vector<std::string> codes = e.divisions(in.digits);
  for (const std::string& code : codes)
    districts.emplace_back(divisionText(e, code),
                           gis::ExposureFilter{.part = {}, .division = code, .code = {}, .age_band = {}});
  if (e.part_keys.size() > 1) {
    std::vector<std::pair<QString, gis::ExposureFilter>> parts;
    for (std::size_t i = 0; i < e.part_keys.size(); ++i)
      parts.emplace_back(
          partText(e, i),
          gis::ExposureFilter{.part = static_cast<std::int32_t>(i), .division = {}, .code = {}, .age_band = {}});
    first.tables.push_back(overview(in, ExposureReport::tr("By class"), ExposureReport::tr("Class"), parts));
  }
  first.tables.push_back(overview(in, ExposureReport::tr("By district"), ExposureReport::tr("District"), districts));
  first.tables.push_back(byCode(in, "building", ExposureReport::tr("Buildings by structure and age"), true));
  first.tables.push_back(byCode(in, "road", ExposureReport::tr("Roads by class"), false));
  first.tables.push_back(sites(in));
  if (!in.needs.empty()) first.tables.push_back(needsTable(in));
  if (ReportTable persons = personsTable(in); !persons.rows.empty()) first.tables.push_back(std::move(persons));
  report.sections.push_back(std::move(first));
  report.provenance = exposureProvenance(e, in.at_utc_ms, in.version);
  return report;
}

}  // namespace app
