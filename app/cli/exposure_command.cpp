// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDate>
#include <QGuiApplication>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/input_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/point_text.h"
#include "app/cli/progress_line.h"
#include "app/cli/version.h"
#include "app/exposure_report/exposure_report.h"
#include "app/exposure_report/exposure_text.h"
#include "app/report/report_workbook.h"
#include "gis/core/clock.h"
#include "gis/exposure/relief_needs.h"
#include "gis/footprint/footprint_of_features.h"
#include "gis/store/code_store.h"
#include "gis/store/feature_store.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct ExposureArguments {
  std::string workspace, shape, circle, corridor, layer, class_by, by = "county", workbook, document;
  std::vector<std::string> districts;
  double width_m = 1000, reach_m = 0;
  int days = 1;
  bool phones = false;
};

gis::Error wrong(const std::string& what, const std::string& why) {
  return {gis::ErrorCode::kInvalidArgument, what, why, {}};
}

gis::Result<gis::Footprint> ofLayer(const ExposureArguments& arguments, const gis::Workspace& workspace,
                                    const gis::CancelToken& cancel) {
  std::vector<std::string> attributes;
  if (!arguments.class_by.empty()) attributes.push_back(arguments.class_by);
  auto read = gis::FeatureStore(workspace.db()).read(arguments.layer, attributes, cancel);
  if (!read) return std::unexpected(read.error());
  const std::string crs = workspace.facts().map_crs;
  const auto columns = gis::buildMapColumns(std::move(read->value), crs, cancel);
  if (!columns) return std::unexpected(columns.error());
  gis::FeatureSet all;
  all.append(0, static_cast<std::uint32_t>(columns->value->featureCount()));
  auto footprint = gis::footprintOfFeatures(*columns->value, crs, all, arguments.reach_m, arguments.class_by);
  if (!footprint) return footprint;
  footprint->origin = "layer " + arguments.layer + ": " + footprint->origin;
  for (gis::FootprintAsked& asked : footprint->asked) asked.table = arguments.layer;
  return footprint;
}

gis::Result<gis::Footprint> footprintOf(const ExposureArguments& arguments, const gis::Workspace& workspace,
                                        const gis::ExposureIndex& index, const gis::CancelToken& cancel) {
  if (!arguments.shape.empty()) {
    std::ifstream in(arguments.shape, std::ios::binary);
    if (!in) return gis::fail(gis::ErrorCode::kNotFound, arguments.shape);
    auto footprint = gis::footprintFromGeoJson({std::istreambuf_iterator<char>(in), {}}, arguments.reach_m);
    if (footprint) footprint->named(arguments.shape);
    return footprint;
  }
  if (!arguments.circle.empty()) {
    const auto numbers = readNumbers(arguments.circle);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() != 3) return std::unexpected(wrong("--circle", "LON,LAT,RADIUS_M expected"));
    return gis::circleFootprint({(*numbers)[0], (*numbers)[1]}, (*numbers)[2]);
  }
  if (!arguments.corridor.empty()) {
    const auto numbers = readNumbers(arguments.corridor);
    if (!numbers) return std::unexpected(numbers.error());
    if (numbers->size() < 4 || numbers->size() % 2 != 0)
      return std::unexpected(wrong("--corridor", "LON,LAT,LON,LAT … expected"));
    std::vector<gis::LonLat> line;
    for (std::size_t i = 0; i + 1 < numbers->size(); i += 2) line.push_back({(*numbers)[i], (*numbers)[i + 1]});
    return gis::corridorFootprint(std::move(line), arguments.width_m);
  }
  if (!arguments.layer.empty()) return ofLayer(arguments, workspace, cancel);
  return gis::districtFootprint(index, arguments.districts);
}

Json countsJson(const gis::Exposure& e, const gis::ExposureFilter& filter) {
  Json all = Json::object();
  for (const gis::TableExposure& table : e.tables) {
    Json one = {{"count", e.count(table.table, filter)}};
    if (table.rule == gis::ExposureRule::kByLength) one["length_km"] = e.lengthKm(table.table, filter);
    const gis::ExposureTable* known = e.index->find(table.table);
    const auto& measures = table.table == "people" ? gis::peopleMeasures() : known->measures;
    for (const std::string& measure : measures) one[measure] = e.sum(table.table, measure, filter);
    all[table.table] = std::move(one);
  }
  return all;
}

const char* ruleName(gis::ExposureRule rule) {
  constexpr const char* kNames[] = {"by_point", "by_touch", "by_centre", "by_length", "by_area_share"};
  return kNames[static_cast<int>(rule)];
}

Json document(const gis::Exposure& e, const ExposureReportInput& in, double load_ms) {
  Json all;
  all["footprint"] = {{"origin", e.origin}, {"self_crossing", e.self_crossing}};
  all["classes"] = Json::array();
  for (std::size_t i = 0; i < e.part_keys.size(); ++i) {
    Json one = {{"key", e.part_keys[i]}, {"name", e.part_names[i]}, {"area_km2", e.part_area_m2[i] / 1e6}};
    if (e.part_keys.size() > 1)
      one["tables"] = countsJson(e, {.part = static_cast<std::int32_t>(i), .division = {}, .code = {}, .age_band = {}});
    all["classes"].push_back(std::move(one));
  }
  all["total"] = countsJson(e, {});
  all["codes"] = Json::object();
  for (const gis::TableExposure& table : e.tables) {
    const gis::ExposureTable* known = e.index->find(table.table);
    if (known->code_list.empty()) continue;
    std::map<int, Json> rows;
    for (const gis::ExposureCell& cell : table.cells) rows.try_emplace(cell.code);
    Json list = Json::array();
    for (auto& [code, row] : rows) {
      const gis::ExposureFilter filter{.part = {}, .division = {}, .code = code, .age_band = {}};
      row = {{"code", code},
             {"name", codeText(*known, code, in.codes, in.language).toStdString()},
             {"count", e.count(table.table, filter)}};
      if (table.rule == gis::ExposureRule::kByLength) row["length_km"] = e.lengthKm(table.table, filter);
      list.push_back(std::move(row));
    }
    all["codes"][table.table] = std::move(list);
  }
  all["by"] = Json::array();
  for (const std::string& code : e.divisions(in.digits))
    all["by"].push_back({{"code", code},
                         {"name", divisionText(e, code).toStdString()},
                         {"tables", countsJson(e, {.part = {}, .division = code, .code = {}, .age_band = {}})}});
  all["needs"] = Json::array();
  for (const gis::ReliefNeed& need : in.needs)
    all["needs"].push_back({{"id", need.norm.id},
                            {"amount", need.amount},
                            {"unit", need.norm.unit_en},
                            {"per_person", need.norm.per_person_count},
                            {"daily", need.norm.daily},
                            {"source", need.norm.source_en},
                            {"confirmed", need.norm.confirmed}});
  all["persons"] = Json::array();
  for (const gis::ExposedPerson& one : gis::personsToCall(e)) {
    const gis::ExposurePerson& person = e.index->persons()[one.person];
    all["persons"].push_back(
        {{"because", one.because},
         {"division", e.index->divisions()[person.division].code},
         {"role", person.role},
         {"name", person.name},
         {"post", person.post},
         {"phone", in.phones == PhoneText::kWhole ? person.phone : maskedPhone(person.phone).toStdString()},
         {"people_inside", one.people}});
  }
  all["nearest"] =
      e.nearest ? Json({{"table", e.nearest->table}, {"distance_m", e.nearest->distance_m}}) : Json(nullptr);
  all["nearest_settlement"] = Json(nullptr);
  if (e.nearest_settlement) {
    const gis::ExposureDivision& division = e.index->divisions()[e.nearest_settlement->division];
    all["nearest_settlement"] = {{"code", division.code},
                                 {"name", division.name},
                                 {"distance_m", e.nearest_settlement->distance_m},
                                 {"bearing_deg", e.nearest_settlement->bearing_deg}};
  }
  Json rules = Json::object();
  for (const gis::TableExposure& table : e.tables) rules[table.table] = ruleName(table.rule);
  all["provenance"] = {{"data_time_utc", e.index->dataTimeUtc()},
                       {"map_crs", e.index->mapCrs()},
                       {"rules", rules},
                       {"villages_by_area_share", e.by_area_share_villages.size()},
                       {"missing_tables", e.missing},
                       {"version", kVersion},
                       {"load_ms", load_ms},
                       {"answer_ms", e.took_ms}};
  return all;
}

void printExposure(const Report& report, const CommandContext& context) {
  const auto line = [&](const QString& text) { context.out() << text.toStdString() << '\n'; };
  line(report.title + QStringLiteral("  ") + report.subtitle + QStringLiteral("  ") + report.mark);
  for (const QString& text : report.summary) line(text);
  for (const ReportSection& section : report.sections) {
    for (const ReportFigure& figure : section.figures)
      line(QStringLiteral("%1  %2 %3").arg(figure.name, figure.value, figure.unit).trimmed());
    for (const ReportTable& table : section.tables) {
      line(QStringLiteral("\n%1").arg(table.title));
      QStringList titles;
      for (const ReportColumn& column : table.columns)
        titles << (column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit));
      line(titles.join(QLatin1Char('\t')));
      for (const auto& row : table.rows) {
        QStringList cells;
        for (std::size_t i = 0; i < row.size(); ++i) cells << cellText(row[i], table.columns[i]);
        line(cells.join(QLatin1Char('\t')));
      }
    }
  }
  line({});
  for (const QString& text : report.provenance) line(text);
}

int runExposure(const ExposureArguments& arguments, const CommandContext& context) {
  const int asked = !arguments.shape.empty() + !arguments.circle.empty() + !arguments.corridor.empty() +
                    !arguments.layer.empty() + !arguments.districts.empty();
  if (asked != 1)
    return context.fail(wrong("exposure", "one of --shape, --circle, --corridor, --layer, --district expected"));
  const std::size_t digits = arguments.by == "village" ? 12 : arguments.by == "town" ? 9 : 6;
  const Interrupt interrupt;
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto began = std::chrono::steady_clock::now();
  const auto index = gis::ExposureIndex::load(*workspace, {}, interrupt.token(), progressOn(context.err()));
  if (!index) return context.fail(index.error());
  const double load_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  const auto footprint = footprintOf(arguments, *workspace, **index, interrupt.token());
  if (!footprint) return context.fail(footprint.error());
  const auto exposure = gis::expose(*index, *footprint, {}, interrupt.token());
  if (!exposure) return context.fail(exposure.error());
  const auto codes = gis::CodeStore(workspace->db()).all();
  if (!codes) return context.fail(codes.error());
  const auto norms = gis::reliefNorms(workspace->folder());
  if (!norms) return context.fail(norms.error());
  const std::int64_t people = exposure->sum("people", "population");
  const auto needs = gis::reliefNeeds(*norms, people, arguments.days, QDate::currentDate().month());
  if (!needs) return context.fail(needs.error());
  const ExposureReportInput input{*exposure,
                                  *codes,
                                  workspace->facts(),
                                  QString::fromStdString(context.m_language),
                                  digits,
                                  *needs,
                                  people,
                                  arguments.days,
                                  arguments.phones ? PhoneText::kWhole : PhoneText::kMasked,
                                  gis::SystemClock().nowUtcMs(),
                                  QString::fromLatin1(kVersion),
                                  {}};
  const Report report = exposureReport(input);
  for (const std::string& file : {arguments.workbook, arguments.document})
    if (!file.empty())
      if (const auto written = writeReport(file, report); !written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson)
    context.print(document(*exposure, input, load_ms));
  else
    printExposure(report, context);
  return kExitDone;
}

}  // namespace

void addExposureCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "exposure", cliText(QT_TRANSLATE_NOOP(
                      "CommandLine", "who and what lies in an area: people, buildings, roads, sites, whom to call")));
  const auto arguments = std::make_shared<ExposureArguments>();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_option(
      "--shape", arguments->shape,
      cliText(QT_TRANSLATE_NOOP(
          "CommandLine",
          "area from a GeoJSON file (longitude, latitude); features of one \"class\" are counted together")));
  command->add_option("--circle", arguments->circle, cliText(QT_TRANSLATE_NOOP("CommandLine", "LON,LAT,RADIUS_M")));
  command->add_option(
      "--corridor", arguments->corridor,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "LON,LAT,LON,LAT,… of a line; --width is its whole width")));
  command
      ->add_option("--width", arguments->width_m,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "width of the corridor in metres")))
      ->capture_default_str();
  command->add_option("--layer", arguments->layer,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "all features of a table of the workspace")));
  command->add_option(
      "--reach", arguments->reach_m,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "metres around points and lines of --shape or --layer")));
  command->add_option(
      "--class-by", arguments->class_by,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "column of --layer whose values are counted apart, the highest first")));
  command->add_option(
      "--district", arguments->districts,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "code of a district; may be given several times, each is a class")));
  command
      ->add_option("--by", arguments->by, cliText(QT_TRANSLATE_NOOP("CommandLine", "rows by county, town or village")))
      ->check(CLI::IsMember({"county", "town", "village"}))
      ->capture_default_str();
  command
      ->add_option("--days", arguments->days,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "days that the needs are worked out for")))
      ->capture_default_str();
  command->add_option("--xlsx", arguments->workbook,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the result to this Excel file, too")));
  command->add_option("--pdf", arguments->document,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the result to this PDF document, too")));
  command->add_flag("--phones", arguments->phones,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "show telephone numbers whole")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Examples:\n"
      "  fengsui exposure --workspace ~/city --circle 113.1,36.2,20000 --json\n"
      "  fengsui exposure --workspace ~/city --layer fault --reach 500 --by town --xlsx faults.xlsx")));
  command->callback([arguments, &context] { context.exit_code = runExposure(*arguments, context); });
}

}  // namespace app
