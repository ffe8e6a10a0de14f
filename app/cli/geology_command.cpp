// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/hazard_card/card_document.h"
#include "gis/geology/dual_control.h"
#include "gis/geology/geology_store.h"
#include "gis/geology/rain_run.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace geology = gis::geology;

struct GeologyArguments {
  std::filesystem::path workspace;
  geology::RainRequest rain;
  double reach_km = 50;
  std::string point, village, county, kind = "work";
  std::filesystem::path output;
  bool blanks_only = false;
  std::size_t limit = 50;
};

Json gradeJson(const geology::RainGrade& grade, const geology::RainRun& run) {
  Json json = {{"known", grade.known}, {"level", grade.known ? Json(geology::levelName(grade.level)) : Json(nullptr)}};
  if (!grade.known) return json;
  json["rule"] = run.rules[grade.rule].name;
  json["ratio"] = grade.verdict.ratio;
  json["duration_h"] = grade.verdict.duration_h;
  json["rain_mm"] = grade.verdict.rain_mm;
  json["threshold_mm"] = grade.verdict.threshold_mm;
  json["rain_1h_mm"] = grade.rain_1h_mm;
  json["rain_24h_mm"] = grade.rain_24h_mm;
  return json;
}

std::string nameOf(const geology::RainRun& run, const std::string& code) {
  const auto found = run.divisions.find(code + std::string(12 - std::min<std::size_t>(12, code.size()), '0'));
  return found == run.divisions.end() ? code : found->second.name;
}

Json rollJson(const std::vector<geology::RainRoll>& rolls, const geology::RainRun& run) {
  auto list = Json::array();
  for (const geology::RainRoll& roll : rolls)
    list.push_back({{"code", roll.code},
                    {"name", nameOf(run, roll.code)},
                    {"level", geology::levelName(roll.level)},
                    {"red", roll.points[4]},
                    {"orange", roll.points[3]},
                    {"yellow", roll.points[2]},
                    {"blue", roll.points[1]},
                    {"none", roll.points[0]},
                    {"unknown", roll.unknown},
                    {"people_warned", roll.people_warned}});
  return list;
}

void printRain(const GeologyArguments& arguments, const geology::RainRun& run, const CommandContext& context) {
  std::size_t shown = 0;
  std::vector<std::size_t> order(run.points.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
    const geology::RainGrade &x = run.grading.points[a], &y = run.grading.points[b];
    return std::tuple(x.known, x.level, x.verdict.ratio) > std::tuple(y.known, y.level, y.verdict.ratio);
  });
  for (const std::size_t i : order) {
    const geology::RainGrade& grade = run.grading.points[i];
    if (!grade.known || grade.level == geology::RainLevel::kNone || ++shown > arguments.limit) break;
    context.out() << fmt::format("{:<7} {}  {}  {:.0f} mm / {:.0f} h  ×{:.2f}  {}\n", geology::levelName(grade.level),
                                 run.points[i].code, run.points[i].name, grade.verdict.rain_mm,
                                 grade.verdict.duration_h, grade.verdict.ratio, run.rules[grade.rule].name);
  }
  for (const geology::RainRoll& roll : run.grading.counties)
    context.out() << fmt::format("{}  {:<7} {:>4} {:>4} {:>4} {:>4}  ({})\n", nameOf(run, roll.code),
                                 geology::levelName(roll.level), roll.points[4], roll.points[3], roll.points[2],
                                 roll.points[1], roll.unknown);
}

int gradeRain(const GeologyArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  geology::RainRequest request = arguments.rain;
  request.reach_m = arguments.reach_km * 1000;
  const auto run = geology::runRainGrading(workspace->db(), workspace->facts().map_crs, request, interrupt.token(),
                                           progressOn(context.err()));
  if (!run) return context.fail(run.error());
  if (context.form() != OutputForm::kJson) {
    for (const gis::Warning& warning : run->warnings)
      context.err() << warningJson(warning)["message"].get<std::string>() << ' ' << warning.detail << '\n';
    printRain(arguments, *run, context);
    return kExitDone;
  }
  auto points = Json::array(), areas = Json::array(), warnings = Json::array(), rules = Json::array();
  for (std::size_t i = 0; i < run->points.size(); ++i) {
    Json json = {{"code", run->points[i].code},
                 {"name", run->points[i].name},
                 {"division_code", run->points[i].division_code},
                 {"people", run->points[i].people}};
    json.update(gradeJson(run->grading.points[i], *run));
    points.push_back(std::move(json));
  }
  for (std::size_t i = 0; i < run->areas.size(); ++i) {
    Json json = {{"uuid", run->areas[i].uuid}, {"name", run->areas[i].name}};
    json.update(gradeJson(run->grading.areas[i], *run));
    areas.push_back(std::move(json));
  }
  for (const gis::Warning& warning : run->warnings) {
    Json json = warningJson(warning);
    json["detail"] = warning.detail;
    warnings.push_back(std::move(json));
  }
  for (const geology::RainRule& rule : run->rules)
    rules.push_back({{"name", rule.name}, {"confidence", rule.confidence}, {"source", rule.source}});
  context.print({{"hours", run->hours},
                 {"ends", run->ends_utc_ms ? Json(gis::formatUtc(run->ends_utc_ms)) : Json(nullptr)},
                 {"stations", run->stations},
                 {"stations_without_place", run->stations_without_place},
                 {"rules", std::move(rules)},
                 {"counties", rollJson(run->grading.counties, *run)},
                 {"towns", rollJson(run->grading.towns, *run)},
                 {"points", std::move(points)},
                 {"areas", std::move(areas)},
                 {"warnings", std::move(warnings)}});
  return kExitDone;
}

int cards(const GeologyArguments& arguments, const CommandContext& context) {
  const Interrupt interrupt;
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto source = readCardSource(workspace->db(), QString::fromStdString(context.m_language));
  if (!source) return context.fail(source.error());
  const geology::CardScope scope = !arguments.point.empty()     ? geology::CardScope::kPoint
                                   : !arguments.village.empty() ? geology::CardScope::kVillage
                                                                : geology::CardScope::kCounty;
  const std::string& code = !arguments.point.empty()     ? arguments.point
                            : !arguments.village.empty() ? arguments.village
                                                         : arguments.county;
  const auto points = geology::pointsFor(*source, scope, code);
  if (!points) return context.fail(points.error());
  const auto made = geology::cardsOf(
      *source, *points, arguments.kind == "refuge" ? geology::CardKind::kRefuge : geology::CardKind::kWork);
  if (!arguments.blanks_only) {
    if (arguments.output.empty())
      return context.fail({gis::ErrorCode::kInvalidArgument, "-o", "the PDF to write is missing", {}});
    const QString city = QString::fromStdString(workspace->facts().city_name_zh);
    const auto written = writeCards(arguments.output, made, {workspace->facts().is_demo, city}, interrupt.token(),
                                    progressOn(context.err()));
    if (!written) return context.fail(written.error());
  }
  std::size_t with_blanks = 0;
  for (const geology::Card& card : made) with_blanks += !card.blanks.empty();
  Json blanks = Json::object();
  for (const auto& [key, count] : blankCounts(made)) blanks[geology::cardKeyName(key)] = count;
  if (context.form() == OutputForm::kJson) {
    context.print({{"file", arguments.blanks_only ? Json(nullptr) : Json(arguments.output.string())},
                   {"points", points->size()},
                   {"cards", made.size()},
                   {"cards_with_blanks", with_blanks},
                   {"blanks", std::move(blanks)}});
    return kExitDone;
  }
  context.tell(QCoreApplication::translate("CommandLine", "%1 cards, %2 of them with blank fields.")
                   .arg(made.size())
                   .arg(with_blanks));
  for (const auto& [key, count] : blankCounts(made))
    context.out() << cardKeyText(key).toStdString() << "  " << count << '\n';
  return kExitDone;
}

int dual(const GeologyArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const geology::GeologyStore store(workspace->db());
  const auto points = store.points();
  if (!points) return context.fail(points.error());
  const auto areas = store.areas();
  if (!areas) return context.fail(areas.error());
  const auto monitors = store.responsible();
  if (!monitors) return context.fail(monitors.error());
  const auto control = geology::dualControl(*points, *areas, *monitors);
  Json counts = Json::object();
  auto findings = Json::array();
  for (const geology::DualFinding& finding : control.findings) {
    const std::string gap = geology::gapName(finding.gap);
    counts[gap] = counts.value(gap, 0) + 1;
    const geology::RiskArea* area = finding.of_area ? &(*areas)[finding.at] : nullptr;
    const geology::HazardPoint* point = finding.of_area ? nullptr : &(*points)[finding.at];
    findings.push_back({{"gap", gap},
                        {"table", area ? "geohazard_area" : "geohazard_point"},
                        {"fid", area ? area->fid : point->fid},
                        {"name", area ? area->name : point->name},
                        {"division_code", area ? area->division_code : point->division_code}});
  }
  if (context.form() == OutputForm::kJson) {
    context.print({{"areas", areas->size()},
                   {"areas_whole", control.areas_whole},
                   {"points", points->size()},
                   {"points_whole", control.points_whole},
                   {"gaps", std::move(counts)},
                   {"findings", std::move(findings)}});
    return kExitDone;
  }
  for (const auto& [gap, count] : counts.items()) context.out() << gap << "  " << count << '\n';
  context.out() << fmt::format("{}/{}  {}/{}\n", control.areas_whole, areas->size(), control.points_whole,
                               points->size());
  return kExitDone;
}

void addGeologyWorkspace(CLI::App& command, GeologyArguments& arguments) {
  command
      .add_option("--workspace", arguments.workspace,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
}

}  // namespace

void addGeologyCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "geology",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "geological hazards: grades of rain, cards, what dual control lacks")));
  command->require_subcommand(1);
  const auto arguments = std::make_shared<GeologyArguments>();

  CLI::App* grade = command->add_subcommand(
      "rain", cliText(QT_TRANSLATE_NOOP("CommandLine", "grade all hazard points and risk areas by a field of rain")));
  addGeologyWorkspace(*grade, *arguments);
  grade
      ->add_option("--field", arguments->rain.file,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "table of rain (.csv) or a grid (GeoTIFF, NetCDF)")))
      ->required();
  grade
      ->add_option("--hours-per-band", arguments->rain.hours_per_band,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "of a grid: the hours that each band sums up")))
      ->capture_default_str();
  grade
      ->add_option("--reach-km", arguments->reach_km,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "how far a gauge speaks for its surroundings, km")))
      ->capture_default_str();
  grade
      ->add_option("--limit", arguments->limit,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "how many points are listed as text")))
      ->capture_default_str();
  addCommonOptions(*grade, context);
  grade->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Columns of the table: station, name, lon, lat or division; rain_mm; time "
                                          "(end of the hour), hours or days_ago.\nExample:\n"
                                          "  fengsui geology rain --workspace ~/city --field rain.csv --json")));
  grade->callback([arguments, &context] { context.exit_code = gradeRain(*arguments, context); });

  CLI::App* print = command->add_subcommand(
      "cards", cliText(QT_TRANSLATE_NOOP("CommandLine", "print the cards of hazard points as a PDF")));
  addGeologyWorkspace(*print, *arguments);
  auto* which = print->add_option_group("which");
  which->add_option("--point", arguments->point,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the point with this code of twelve digits")));
  which->add_option("--village", arguments->village,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the points of a village, by its code of twelve digits")));
  which->add_option("--county", arguments->county,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the points of a county, by its code")));
  which->require_option(1);
  print
      ->add_option(
          "--kind", arguments->kind,
          cliText(QT_TRANSLATE_NOOP("CommandLine", "work: one for each point; refuge: one for each household")))
      ->check(CLI::IsMember({"work", "refuge"}))
      ->capture_default_str();
  print->add_option("-o,--output", arguments->output, cliText(QT_TRANSLATE_NOOP("CommandLine", "the PDF to write")));
  print->add_flag("--blanks", arguments->blanks_only,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "print nothing, only say what would be blank")));
  addCommonOptions(*print, context);
  print->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf")));
  print->callback([arguments, &context] { context.exit_code = cards(*arguments, context); });

  CLI::App* gaps = command->add_subcommand(
      "dual", cliText(QT_TRANSLATE_NOOP("CommandLine", "what points and risk areas lack: owners, phones, areas")));
  addGeologyWorkspace(*gaps, *arguments);
  addCommonOptions(*gaps, context);
  gaps->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui geology dual --workspace ~/city --json")));
  command->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                "Examples:\n  fengsui geology rain --workspace ~/city --field rain.csv --json\n"
                                "  fengsui geology cards --workspace ~/city --county 140431 -o cards.pdf\n"
                                "  fengsui geology dual --workspace ~/city --json")));
  gaps->callback([arguments, &context] { context.exit_code = dual(*arguments, context); });
}

}  // namespace app
