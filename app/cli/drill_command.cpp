// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "app/briefing/briefing_deck.h"
#include "app/briefing/deck_writer.h"
#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/drill_text/drill_words.h"
#include "app/warning_text/callout_text.h"
#include "gis/drill/drill_run.h"
#include "gis/flood/flood_local_day.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace drill = gis::drill;

struct DrillArguments {
  std::filesystem::path script, workspace, brief;
  std::string name, date;
  double speed = 0;
  std::uint64_t seed = 0;
  bool has_seed = false;
};

const QString kClock = QStringLiteral("HH:mm");

Json entryJson(const drill::DrillEntry& entry) {
  Json json = {{"at", gis::formatUtc(entry.at_utc_ms)},
               {"kind", entry.kind},
               {"words", entryText(entry).toStdString()},
               {"made", Json::parse(entry.made, nullptr, false)}};
  if (!entry.error.empty()) json["error"] = {{"code", entry.error}, {"detail", entry.detail}};
  return json;
}

void printEntry(const drill::DrillEntry& entry, const CommandContext& context) {
  context.out() << beijingText(entry.at_utc_ms, kClock).toStdString() << "  【演练】" << entryText(entry).toStdString();
  if (!entry.error.empty())
    context.out() << "  "
                  << QCoreApplication::translate("CommandLine", "FAILED: %1")
                         .arg(QString::fromStdString(entry.detail))
                         .toStdString();
  context.out() << std::endl;  // a drill that is watched tells at once
}

// The file, or the script of this name that comes with the program.
gis::Result<std::string> scriptText(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (in) return std::string{std::istreambuf_iterator<char>(in), {}};
  for (const gis::EmbeddedFile& file : drill::shippedDrills())
    if (path == file.name || path.string() + ".json" == file.name) return std::string(file.text());
  return gis::fail(gis::ErrorCode::kNotFound, path.string());
}

int refuseScript(const std::vector<drill::DrillMistake>& mistakes, const CommandContext& context) {
  context.tell(QCoreApplication::translate("CommandLine", "The script was not run: it has mistakes."));
  context.tell(mistakesText(mistakes));
  if (context.form() == OutputForm::kJson) {
    Json list = Json::array();
    for (const drill::DrillMistake& mistake : mistakes)
      list.push_back({{"line", mistake.line},
                      {"path", mistake.path},
                      {"mistake", drill::mistakeName(mistake.kind)},
                      {"message", mistakeText(mistake).toStdString()}});
    context.print({{"error", {{"code", "invalid_argument"}, {"mistakes", std::move(list)}}}});
  }
  return kExitFailed;
}

// Injects everything; with a speed each thing when its time has come on the wall clock.
gis::Result<std::vector<drill::DrillEntry>> runThrough(drill::DrillRun& run, double speed_ratio,
                                                       const CommandContext& context) {
  const Interrupt interrupt;
  std::vector<drill::DrillEntry> all;
  constexpr auto kBeat = std::chrono::milliseconds(200);
  const auto begin = std::chrono::steady_clock::now();
  while (!run.finished()) {
    std::int64_t until_utc_ms = run.endUtcMs();
    if (speed_ratio > 0) {
      std::this_thread::sleep_for(kBeat);
      const std::chrono::duration<double, std::milli> passed = std::chrono::steady_clock::now() - begin;
      until_utc_ms = run.beginsUtcMs() + static_cast<std::int64_t>(passed.count() * speed_ratio);
    }
    if (interrupt.token().cancelled()) return gis::fail(gis::ErrorCode::kCancelled, run.folder().string());
    auto some = run.advance(until_utc_ms, interrupt.token());
    if (!some) return std::unexpected(some.error());
    for (drill::DrillEntry& entry : *some) {
      if (context.form() == OutputForm::kText) printEntry(entry, context);
      all.push_back(std::move(entry));
    }
  }
  return all;
}

// The morning after: what the night would be briefed with.
gis::Result<void> writeBriefing(const drill::DrillRun& run, const std::filesystem::path& file,
                                const CommandContext& context) {
  BriefingRequest request;
  request.workspace = run.folder();
  request.language = context.m_language;
  request.theme = layers::Theme::kLight;
  request.at_utc_ms = run.endUtcMs();
  const Interrupt interrupt;
  JobPools pools;
  auto deck = prepareBriefing(request, pools, interrupt.token(), progressOn(context.err()));
  if (!deck) return std::unexpected(deck.error());
  drawCharts(*deck);
  return writeDeck(file, *deck, interrupt.token());
}

int runDrill(const DrillArguments& arguments, const CommandContext& context) {
  const auto text = scriptText(arguments.script);
  if (!text) return context.fail(text.error());
  auto script = drill::readDrillScript(*text, drill::drillStepRules());
  if (!script) return refuseScript(script.error(), context);
  drill::DrillOptions options;
  options.script_file = arguments.script;
  if (arguments.has_seed) options.seed = arguments.seed;
  if (!arguments.date.empty()) {
    const auto day = gis::flood::readTime(arguments.date + " 12:00");
    if (!day) return context.fail({gis::ErrorCode::kInvalidArgument, "--date", arguments.date, {}});
    options.day_utc_ms = *day;
  }
  const auto begun = drill::DrillRun::begin(arguments.workspace, std::move(*script), options, gis::SystemClock());
  if (!begun) return context.fail(begun.error());
  drill::DrillRun& run = **begun;
  if (context.form() == OutputForm::kText)
    context.out() << "【演练】" << drillWords(run.script().title).toStdString() << '\n'
                  << QCoreApplication::translate("CommandLine", "It takes place in %1; real figures stay as they are.")
                         .arg(QString::fromStdString(run.folder().string()))
                         .toStdString()
                  << std::endl;
  const auto injected = runThrough(run, arguments.speed, context);
  if (!injected) return context.fail(injected.error());
  if (!arguments.brief.empty())
    if (const auto written = writeBriefing(run, arguments.brief, context); !written)
      return context.fail(written.error());
  const auto failed = std::ranges::count_if(*injected, [](const auto& entry) { return !entry.error.empty(); });
  if (context.form() == OutputForm::kJson) {
    Json steps = Json::array();
    for (const drill::DrillEntry& entry : *injected) steps.push_back(entryJson(entry));
    context.print({{"drill", run.folder().filename().string()},
                   {"folder", run.folder().string()},
                   {"title", drillWords(run.script().title).toStdString()},
                   {"is_drill", true},
                   {"begins", gis::formatUtc(run.beginsUtcMs())},
                   {"ends", gis::formatUtc(run.endUtcMs())},
                   {"steps_failed", failed},
                   {"briefing", arguments.brief.string()},
                   {"steps", std::move(steps)}});
  } else {
    context.out() << QCoreApplication::translate("CommandLine", "%1 steps injected, %2 of them failed.")
                         .arg(injected->size())
                         .arg(failed)
                         .toStdString()
                  << '\n';
    if (!arguments.brief.empty())
      context.out() << QCoreApplication::translate("CommandLine", "The briefing of the drill: %1")
                           .arg(QString::fromStdString(arguments.brief.string()))
                           .toStdString()
                    << '\n';
  }
  return failed == 0 ? kExitDone : kExitFailed;
}

int listDrills(const DrillArguments& arguments, const CommandContext& context) {
  if (const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead); !workspace)
    return context.fail(workspace.error());
  Json list = Json::array();
  for (const drill::DrillWorld& world : drill::drillWorlds(arguments.workspace)) {
    if (context.form() == OutputForm::kText)
      context.out() << world.folder.filename().string() << "  " << drillWords(world.title).toStdString() << "  "
                    << world.steps_done << '/' << world.steps_done + world.steps_failed << '\n';
    list.push_back({{"drill", world.folder.filename().string()},
                    {"folder", world.folder.string()},
                    {"title", drillWords(world.title).toStdString()},
                    {"begun", gis::formatUtc(world.begun_utc_ms)},
                    {"present", gis::formatUtc(world.present_utc_ms)},
                    {"steps_done", world.steps_done},
                    {"steps_failed", world.steps_failed}});
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"drills", std::move(list)}});
  else if (list.empty())
    context.out() << QCoreApplication::translate("CommandLine", "There is no drill in this workspace.").toStdString()
                  << '\n';
  return kExitDone;
}

int removeDrill(const DrillArguments& arguments, const CommandContext& context) {
  if (const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead); !workspace)
    return context.fail(workspace.error());
  const auto removed = drill::removeDrills(arguments.workspace, arguments.name);
  if (!removed) return context.fail(removed.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"removed", *removed}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "%1 drills removed.").arg(*removed).toStdString()
                  << '\n';
  return kExitDone;
}

int checkScript(const DrillArguments& arguments, const CommandContext& context) {
  const auto text = scriptText(arguments.script);
  if (!text) return context.fail(text.error());
  const auto script = drill::readDrillScript(*text, drill::drillStepRules());
  if (!script) return refuseScript(script.error(), context);
  if (context.form() == OutputForm::kJson)
    context.print({{"title", drillWords(script->title).toStdString()}, {"steps", script->steps.size()}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "The script is right: %1 steps.")
                         .arg(script->steps.size())
                         .toStdString()
                  << '\n';
  return kExitDone;
}

}  // namespace

void addDrillCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "drill", cliText(QT_TRANSLATE_NOOP("CommandLine",
                                         "scripted drills in a world of their own; real figures stay as they are")));
  const auto arguments = std::make_shared<DrillArguments>();
  const auto addWorkspace = [&](CLI::App* sub) {
    sub->add_option("--workspace", arguments->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*sub, context);
  };
  command->require_subcommand(0, 1);
  command->add_option("SCRIPT", arguments->script,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "script (JSON), or flood_night of the program's own")));
  command->add_option("--workspace", arguments->workspace,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  command
      ->add_option("--speed", arguments->speed,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "times as fast as the clock; 0: as fast as possible")))
      ->check(CLI::Range(0.0, 100'000.0));
  CLI::Option* seed = command->add_option(
      "--seed", arguments->seed,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "number from which the made people's answers follow")));
  command->add_option("--date", arguments->date,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "day on which it begins, 2026-07-26; else today")));
  command->add_option(
      "--brief", arguments->brief,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "file for the briefing of the drill at its end: .pdf or .pptx")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Example:\n  fengsui drill flood_night --workspace ~/city --json\n"
                                            "  fengsui drill remove --workspace ~/city")));
  CLI::App* list =
      command->add_subcommand("list", cliText(QT_TRANSLATE_NOOP("CommandLine", "the drills of a workspace")));
  addWorkspace(list);
  CLI::App* remove = command->add_subcommand(
      "remove", cliText(QT_TRANSLATE_NOOP("CommandLine", "remove all drills of a workspace, or one")));
  remove->add_option("--drill", arguments->name,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "name as `drill list` shows it; all unless given")));
  addWorkspace(remove);
  CLI::App* check = command->add_subcommand(
      "check", cliText(QT_TRANSLATE_NOOP("CommandLine", "whether a script is right, and what is wrong with it")));
  check->add_option("SCRIPT", arguments->script, cliText(QT_TRANSLATE_NOOP("CommandLine", "script (JSON)")))
      ->required();
  addCommonOptions(*check, context);
  list->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui drill list --workspace ~/city --json")));
  remove->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui drill remove --workspace ~/city")));
  check->footer(cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui drill check night.json --json")));
  list->callback([arguments, &context] { context.exit_code = listDrills(*arguments, context); });
  remove->callback([arguments, &context] { context.exit_code = removeDrill(*arguments, context); });
  check->callback([arguments, &context] { context.exit_code = checkScript(*arguments, context); });
  command->callback([arguments, &context, command, seed] {
    if (!command->get_subcommands().empty()) return;
    if (arguments->script.empty()) throw CLI::RequiredError("SCRIPT");
    if (arguments->workspace.empty()) throw CLI::RequiredError("--workspace");
    if (!arguments->brief.empty() && !isDeckFile(arguments->brief)) throw CLI::ValidationError("--brief", "pdf, pptx");
    arguments->has_seed = seed->count() > 0;
    context.exit_code = runDrill(*arguments, context);
  });
}

}  // namespace app
