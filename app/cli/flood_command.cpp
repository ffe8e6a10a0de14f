// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/flood_text.h"
#include "app/cli/interrupt.h"
#include "app/settings/app_settings.h"
#include "app/text/moment_text.h"
#include "gis/flood/dam_break.h"
#include "gis/flood/flood_local_day.h"
#include "gis/flood/flood_register_store.h"
#include "gis/flood/reading_file.h"
#include "gis/flood/telemetry_readings.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct FloodArguments {
  std::filesystem::path workspace, file;
  std::string at, kind, section, method = "storm";
  bool idw = false, dry_run = false, old_only = false, apply = false;
  double volume_m3 = 0, depth_m = 0, breach_m = 0;
};

gis::Result<gis::flood::FloodView> load(const FloodArguments& arguments) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  gis::flood::FloodQuestion question;
  if (arguments.idw) question.method = gis::flood::ArealMethod::kIdw;
  if (!arguments.at.empty()) {
    question.as_of_utc_ms = gis::flood::readTime(arguments.at);
    if (!question.as_of_utc_ms) return gis::fail(gis::ErrorCode::kInvalidArgument, "--at", arguments.at);
  }
  const Interrupt interrupt;
  return gis::flood::loadFlood(workspace->db(), question, gis::SystemClock(), interrupt.token());
}

std::string alertLine(const gis::flood::FloodView& view, const gis::flood::FloodAlert& alert) {
  using namespace gis::flood;
  QString line;
  if (alert.kind == AlertKind::kSection) {
    const SectionNow& now = view.now.sections[alert.index];
    const DangerSection& s = view.records.sections[now.section];
    line =
        (now.level == FlashFloodLevel::kMove
             ? QCoreApplication::translate("CommandLine",
                                           "Move at once: %1, %2: %3 mm in %4 h (threshold %5), %6 people")
             : QCoreApplication::translate("CommandLine", "Prepare: %1, %2: %3 mm in %4 h (threshold %5), %6 people"))
            .arg(QString::fromStdString(view.records.divisionName(FloodRegister::countyOf(s.division_code))),
                 QString::fromStdString(s.name))
            .arg(now.state.rain_mm, 0, 'f', 1)
            .arg(now.state.by->window_h)
            .arg((now.level == FlashFloodLevel::kMove ? now.state.by->move_mm : now.state.by->prepare_mm).value_or(0))
            .arg(s.people);
  } else if (alert.kind == AlertKind::kRiver) {
    const RiverNow& now = view.now.rivers[alert.index];
    line = (now.state == StageState::kAboveGuaranteed
                ? QCoreApplication::translate("CommandLine", "Above the guaranteed stage: %1, %2 m, %3 m above warning")
                : QCoreApplication::translate("CommandLine", "Above the warning stage: %1, %2 m, %3 m above warning"))
               .arg(QString::fromStdString(view.records.stations[now.station].name))
               .arg(now.last->level_m, 0, 'f', 2)
               .arg(now.above_warning_m.value_or(0), 0, 'f', 2);
  } else {
    const ReservoirNow& now = view.now.reservoirs[alert.index];
    line = QCoreApplication::translate("CommandLine", "Reservoir above its flood limit: %1, %2 m, %3 m above")
               .arg(QString::fromStdString(view.records.reservoirs[now.reservoir].name))
               .arg(now.last->level_m, 0, 'f', 2)
               .arg(now.above_limit_m.value_or(0), 0, 'f', 2);
  }
  return line.toStdString();
}

int now(const FloodArguments& arguments, const CommandContext& context) {
  const auto view = load(arguments);
  if (!view) return context.fail(view.error());
  if (context.form() == OutputForm::kJson) {
    context.print(situationJson(*view));
    return kExitDone;
  }
  context.out()
      << beijingTimeText(view->now.as_of_utc_ms).toStdString() << "  "
      << (view->now.alerts.empty()
              ? QCoreApplication::translate("CommandLine", "Nothing is over a threshold.")
              : QCoreApplication::translate("CommandLine", "%1 over a threshold").arg(view->now.alerts.size()))
             .toStdString()
      << '\n';
  for (const auto& alert : view->now.alerts) context.out() << alertLine(*view, alert) << '\n';
  if (const int silent = view->now.silentStations())
    context.out() << QCoreApplication::translate("CommandLine", "%1 of %2 stations are silent.")
                         .arg(silent)
                         .arg(view->now.stations.size())
                         .toStdString()
                  << '\n';
  return kExitDone;
}

int stations(const FloodArguments& arguments, const CommandContext& context) {
  const auto view = load(arguments);
  if (!view) return context.fail(view.error());
  auto rows = Json::array();
  for (const auto& station : view->now.stations) {
    const auto& record = view->records.stations[station.station];
    if (!arguments.kind.empty() && record.kind != arguments.kind) continue;
    if (arguments.old_only && station.freshness == gis::flood::Freshness::kFresh) continue;
    rows.push_back(stationJson(*view, station));
  }
  if (context.form() == OutputForm::kJson) {
    context.print({{"as_of_utc", gis::formatUtc(view->now.as_of_utc_ms)}, {"stations", std::move(rows)}});
    return kExitDone;
  }
  for (const Json& row : rows) {
    context.out() << row["station_code"].get<std::string>() << "  " << row["name"].get<std::string>() << "  "
                  << row["freshness"].get<std::string>();
    if (row.contains("rain_24h_mm"))
      context.out() << "  " << row["rain_1h_mm"] << " / " << row["rain_3h_mm"] << " / " << row["rain_24h_mm"] << " mm";
    context.out() << '\n';
  }
  return kExitDone;
}

// Writes what a file or telegrams held, or only says what it would.
int keepRain(const FloodArguments& arguments, gis::Loaded<gis::flood::ReadingFile> loaded,
             const CommandContext& context) {
  const auto& file = loaded.value;
  if (!arguments.dry_run) {
    const auto workspace = openForEditing(arguments.workspace);
    if (!workspace) return context.fail(workspace.error());
    const gis::flood::FloodReadingStore store(workspace->db());
    const std::string origin = arguments.file.filename().string();
    if (const auto done = store.addRain(file.rain, origin); !done) return context.fail(done.error());
    if (const auto done = store.addWater(file.water, origin); !done) return context.fail(done.error());
    if (const auto done = store.addSoil(file.soil, origin); !done) return context.fail(done.error());
  }
  if (context.form() == OutputForm::kJson) {
    auto warnings = Json::array(), gaps = Json::array();
    for (const gis::Warning& warning : loaded.warnings) warnings.push_back(warningJson(warning));
    for (const auto& [station, hours] : file.gap_hours)
      gaps.push_back({{"station_code", station}, {"missing_h", hours}});
    context.print({{"written", !arguments.dry_run},
                   {"rows", file.rows},
                   {"rain_hours", file.rain.size()},
                   {"water_levels", file.water.size()},
                   {"soil_moistures", file.soil.size()},
                   {"intervals_split", file.hours_split},
                   {"gaps", std::move(gaps)},
                   {"warnings", std::move(warnings)}});
  } else {
    context.out() << QCoreApplication::translate(
                         "CommandLine", "%1 hours of rain, %2 water levels, %3 soil moistures; %4 rows left out")
                         .arg(file.rain.size())
                         .arg(file.water.size())
                         .arg(file.soil.size())
                         .arg(loaded.warnings.size())
                         .toStdString()
                  << '\n';
    for (const gis::Warning& warning : loaded.warnings)
      context.err() << warning.subject << ": " << warning.detail << '\n';
  }
  return kExitDone;
}

int rain(const FloodArguments& arguments, const CommandContext& context) {
  auto loaded = gis::flood::readReadingFile(arguments.file);
  if (!loaded) return context.fail(loaded.error());
  return keepRain(arguments, std::move(*loaded), context);
}

int telegrams(const FloodArguments& arguments, const CommandContext& context) {
  std::ifstream in(arguments.file, std::ios::binary);
  if (!in) return context.fail({gis::ErrorCode::kNotFound, arguments.file.string(), "", {}});
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  const auto hex = gis::telemetry::bytesOfHex(text);
  const auto stream = gis::telemetry::readSl651Stream(hex ? *hex : std::vector<std::uint8_t>(text.begin(), text.end()));
  if (stream.frames.empty())
    return context.fail({gis::ErrorCode::kInvalidArgument,
                         arguments.file.string(),
                         "no whole SL 651 frame (7E7E …) is in it; it is taken as bytes or as hexadecimal text",
                         {}});
  return keepRain(arguments, gis::flood::readingsOf(stream), context);
}

int suggest(const FloodArguments& arguments, const CommandContext& context) {
  const auto workspace = arguments.apply ? openForEditing(arguments.workspace)
                                         : gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const gis::flood::FloodRegisterStore store(workspace->db());
  const auto basin = store.basinOf(arguments.section);
  if (!basin) return context.fail(basin.error());
  const auto records = store.read();
  if (!records) return context.fail(records.error());
  std::vector<gis::flood::RainThreshold> proposals;
  auto rows = Json::array(), skipped = Json::array();
  for (const double window_h : {0.5, 1.0, 3.0, 6.0})
    for (const auto soil : {gis::flood::SoilState::kDry, gis::flood::SoilState::kNormal, gis::flood::SoilState::kWet}) {
      const double ratio = records->rules.prepare_ratio;
      const auto made = arguments.method == "cn" ? gis::flood::proposeByCurveNumber(*basin, window_h, soil, ratio)
                                                 : gis::flood::proposeByDesignStorm(*basin, window_h, soil, ratio);
      if (made) {
        proposals.push_back(*made);
        rows.push_back(thresholdJson(*made));
      } else {
        skipped.push_back({{"window_h", window_h},
                           {"soil", static_cast<int>(soil)},
                           {"why", made.error().subject + ": " + made.error().detail}});
      }
    }
  int written = 0;
  if (arguments.apply) {
    const auto clock = std::make_shared<gis::SystemClock>();
    gis::UuidSource uuids(clock);
    const gis::StepPlan plan{AppSettings().author(), gis::StepKind::kEdit,
                             QCoreApplication::translate("CommandLine", "Thresholds computed").toStdString()};
    const auto step =
        gis::RowEditor::edit(workspace->db(), uuids, *clock, plan, [&](gis::RowEditor& editor) -> gis::Result<void> {
          const auto done = gis::flood::writeProposals(editor, workspace->db(), arguments.section, proposals, "推算");
          if (!done) return std::unexpected(done.error());
          written = *done;
          return {};
        });
    if (!step) return context.fail(step.error());
  }
  if (context.form() == OutputForm::kJson) {
    context.print({{"section_code", arguments.section},
                   {"estimate", true},
                   {"written", written},
                   {"thresholds", std::move(rows)},
                   {"not_computed", std::move(skipped)}});
    return kExitDone;
  }
  for (const auto& p : proposals)
    context.out() << p.window_h << " h  " << static_cast<int>(p.soil) << "  " << *p.prepare_mm << " / " << *p.move_mm
                  << " mm\n";
  return kExitDone;
}

int damBreak(const FloodArguments& arguments, const CommandContext& context) {
  const auto found = gis::flood::damBreak(arguments.volume_m3, arguments.depth_m,
                                          arguments.breach_m > 0 ? arguments.breach_m : arguments.depth_m);
  if (!found) return context.fail(found.error());
  const auto range = [](const gis::flood::Estimate& e) {
    return Json{{"value", e.value}, {"low", e.low}, {"high", e.high}};
  };
  if (context.form() == OutputForm::kJson) {
    context.print({{"estimate", true},
                   {"method", "Froehlich 1995, range Wahl 2004"},
                   {"method_confidence", "F"},
                   {"range_confidence", "U"},
                   {"peak_m3_per_s", range(found->peak_m3_per_s)},
                   {"formation_h", range(found->formation_h)}});
    return kExitDone;
  }
  context.out() << QCoreApplication::translate(
                       "CommandLine",
                       "Peak about %1 m³/s (%2 to %3), within %4 h (%5 to %6). Estimate; its range is to be verified.")
                       .arg(found->peak_m3_per_s.value, 0, 'f', 0)
                       .arg(found->peak_m3_per_s.low, 0, 'f', 0)
                       .arg(found->peak_m3_per_s.high, 0, 'f', 0)
                       .arg(found->formation_h.value, 0, 'f', 1)
                       .arg(found->formation_h.low, 0, 'f', 1)
                       .arg(found->formation_h.high, 0, 'f', 1)
                       .toStdString()
                << '\n';
  return kExitDone;
}

}  // namespace

void addFloodCommand(CLI::App& program, CommandContext& context) {
  const auto text = [](const char* english) { return cliText(english); };
  CLI::App* flood = program.add_subcommand(
      "flood",
      text(QT_TRANSLATE_NOOP("CommandLine", "floods and drought: what is over a threshold, readings, thresholds")));
  flood->require_subcommand(1);
  const auto arguments = std::make_shared<FloodArguments>();
  CLI::App* now_command =
      flood->add_subcommand("now", text(QT_TRANSLATE_NOOP("CommandLine", "what is over a threshold, worst first")));
  CLI::App* stations_command = flood->add_subcommand(
      "stations", text(QT_TRANSLATE_NOOP("CommandLine", "stations with rain and age of the last reading")));
  CLI::App* rain_command = flood->add_subcommand(
      "rain", text(QT_TRANSLATE_NOOP("CommandLine", "take in rain, water levels or soil moisture from a CSV file")));
  CLI::App* frame_command = flood->add_subcommand(
      "frames", text(QT_TRANSLATE_NOOP("CommandLine", "take in SL 651 telegrams, bytes or hexadecimal text")));
  CLI::App* suggest_command = flood->add_subcommand(
      "suggest", text(QT_TRANSLATE_NOOP("CommandLine", "compute thresholds of a danger section (estimate)")));
  CLI::App* break_command = flood->add_subcommand(
      "dam-break",
      text(QT_TRANSLATE_NOOP("CommandLine", "peak flow of an earth dam that breaks (estimate with range)")));
  for (CLI::App* command : {now_command, stations_command}) {
    command->add_option(
        "--at", arguments->at,
        text(QT_TRANSLATE_NOOP("CommandLine", "moment to judge, Beijing time if without zone; now if none")));
    command->add_flag(
        "--idw", arguments->idw,
        text(QT_TRANSLATE_NOOP("CommandLine", "areal rain by inverse distance instead of Thiessen polygons")));
  }
  stations_command
      ->add_option("--kind", arguments->kind,
                   text(QT_TRANSLATE_NOOP("CommandLine", "only this kind: PP, ZQ, ZZ, RR, MM or SS")))
      ->check(CLI::IsMember({"PP", "ZQ", "ZZ", "RR", "MM", "SS"}));
  stations_command->add_flag(
      "--stale", arguments->old_only,
      text(QT_TRANSLATE_NOOP("CommandLine", "only stations whose last reading is old or missing")));
  rain_command
      ->add_option("--csv", arguments->file,
                   text(QT_TRANSLATE_NOOP("CommandLine",
                                          "file with columns STCD, TM, DRP (SL 323) or station_code, time, rain_mm")))
      ->required();
  frame_command->add_option("FILE", arguments->file, text(QT_TRANSLATE_NOOP("CommandLine", "file of telegrams")))
      ->required();
  for (CLI::App* command : {rain_command, frame_command})
    command->add_flag("--dry-run", arguments->dry_run,
                      text(QT_TRANSLATE_NOOP("CommandLine", "read and say what is wrong, write nothing")));
  suggest_command
      ->add_option("SECTION", arguments->section, text(QT_TRANSLATE_NOOP("CommandLine", "code of the danger section")))
      ->required();
  suggest_command
      ->add_option("--method", arguments->method,
                   text(QT_TRANSLATE_NOOP("CommandLine", "storm (rational method) or cn (curve number)")))
      ->check(CLI::IsMember({"storm", "cn"}))
      ->capture_default_str();
  suggest_command->add_flag("--apply", arguments->apply,
                            text(QT_TRANSLATE_NOOP("CommandLine", "write them; surveyed thresholds stay")));
  break_command
      ->add_option("--volume_m3", arguments->volume_m3,
                   text(QT_TRANSLATE_NOOP("CommandLine", "water above the foot of the breach")))
      ->required();
  break_command
      ->add_option("--depth_m", arguments->depth_m, text(QT_TRANSLATE_NOOP("CommandLine", "depth of that water")))
      ->required();
  break_command->add_option("--breach_m", arguments->breach_m,
                            text(QT_TRANSLATE_NOOP("CommandLine", "height of the breach; the depth if none")));
  for (CLI::App* command : {now_command, stations_command, rain_command, frame_command, suggest_command})
    command
        ->add_option("--workspace", arguments->workspace,
                     text(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
  for (CLI::App* command : {now_command, stations_command, rain_command, frame_command, suggest_command, break_command})
    addCommonOptions(*command, context);
  now_command->footer(
      text(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui flood now --workspace ~/city --json")));
  stations_command->footer(text(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui flood stations --workspace ~/city --kind PP --stale")));
  rain_command->footer(text(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run")));
  frame_command->footer(text(
      QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui flood frames sl651.bin --workspace ~/city --dry-run")));
  suggest_command->footer(text(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui flood suggest 1404X0001 --workspace ~/city --method storm --json")));
  break_command->footer(text(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui flood dam-break --volume_m3 1200000 --depth_m 15 --breach_m 12 --json")));
  flood->footer(text(QT_TRANSLATE_NOOP("CommandLine",
                                       "Examples:\n  fengsui flood now --workspace ~/city --json\n"
                                       "  fengsui flood rain --csv rain.csv --workspace ~/city --dry-run")));
  now_command->callback([=, &context] { context.exit_code = now(*arguments, context); });
  stations_command->callback([=, &context] { context.exit_code = stations(*arguments, context); });
  rain_command->callback([=, &context] { context.exit_code = rain(*arguments, context); });
  frame_command->callback([=, &context] { context.exit_code = telegrams(*arguments, context); });
  suggest_command->callback([=, &context] { context.exit_code = suggest(*arguments, context); });
  break_command->callback([=, &context] { context.exit_code = damBreak(*arguments, context); });
}

}  // namespace app
