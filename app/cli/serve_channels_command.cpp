// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <chrono>
#include <fstream>
#include <iterator>
#include <memory>
#include <thread>

#include "app/cli/command_context.h"
#include "app/cli/commands.h"
#include "app/cli/interrupt.h"
#include "app/warning_text/callout_text.h"
#include "gis/callout/callout_run.h"
#include "gis/channels/dispatcher.h"
#include "gis/channels/line_config.h"
#include "gis/core/clock.h"

namespace app {
namespace {

struct ServeArguments {
  std::filesystem::path workspace, config;
  double seconds = 0;  // 0: until somebody ends it
  bool until_closed = false;
};

constexpr std::chrono::milliseconds kBeat(100), kLeastBeat(10);
constexpr std::chrono::seconds kSayEvery(1);

gis::Result<std::vector<std::unique_ptr<gis::ChannelLine>>> linesOf(const ServeArguments& arguments) {
  const std::filesystem::path file =
      arguments.config.empty() ? arguments.workspace / "channels.json" : arguments.config;
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  return gis::makeLines(text, file.parent_path());
}

int serve(const ServeArguments& arguments, const CommandContext& context) {
  auto lines = linesOf(arguments);
  if (!lines) return context.fail(lines.error());
  const Interrupt interrupt;
  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(arguments.seconds);
  std::unique_ptr<gis::CalloutRun> run;
  std::unique_ptr<gis::Dispatcher> dispatcher;
  long long handed = 0;
  std::chrono::steady_clock::time_point said{};
  while (!interrupt.token().cancelled()) {
    if (arguments.seconds > 0 && std::chrono::steady_clock::now() >= end) break;
    const auto now = std::chrono::steady_clock::now();
    const bool speaks = now - said >= kSayEvery;
    if (speaks) said = now;
    // A call-out that was closed, or none: the newest that runs.
    if ((!run || run->state().closed()) && speaks) {
      if (run && arguments.until_closed) break;
      auto opened = gis::CalloutRun::open(arguments.workspace);
      if (!opened) return context.fail(opened.error());
      dispatcher.reset();
      run = std::move(*opened);
      if (run && !run->state().closed())
        dispatcher = std::make_unique<gis::Dispatcher>(run->uuid(), run->engine(), *lines);
    }
    const std::int64_t wall_utc_ms = gis::SystemClock().nowUtcMs();
    if (dispatcher && !run->state().closed()) {
      if (const auto ticked = run->beat(); !ticked) {
        context.tell(QString::fromStdString(ticked.error().detail));
      } else if (const auto done = dispatcher->round(run->nowUtcMs()); !done) {
        // A full disk or a locked file is told and tried again: calling does not end for it.
        context.tell(QString::fromStdString(done.error().detail));
      } else {
        handed += *done;
      }
    }
    if (speaks) {
      gis::LineStates states;
      states.at_utc_ms = wall_utc_ms;
      for (const auto& line : *lines) states.lines.push_back(line->state(wall_utc_ms));
      if (auto written = gis::writeLineStates(arguments.workspace, states); !written)
        return context.fail(written.error());
    }
    auto pause = kBeat;
    if (dispatcher)
      if (const auto due = run->engine().nextDueUtcMs())
        pause = std::clamp(std::chrono::milliseconds(*due - run->nowUtcMs()), kLeastBeat, kBeat);
    std::this_thread::sleep_for(pause);
  }
  // Windows see at once that nobody serves the lines any more.
  if (auto written = gis::writeLineStates(arguments.workspace, {}); !written) return context.fail(written.error());
  nlohmann::ordered_json rows = nlohmann::ordered_json::array();
  for (const auto& line : *lines) {
    const gis::LineState state = line->state(gis::SystemClock().nowUtcMs());
    rows.push_back({{"name", state.name},
                    {"channel", gis::channelName(state.channel)},
                    {"sent", state.sent},
                    {"failed", state.failed}});
    if (context.form() == OutputForm::kText)
      context.out() << QCoreApplication::translate("CommandLine", "%1: %2 sent, %3 failed")
                           .arg(QString::fromStdString(state.name))
                           .arg(state.sent)
                           .arg(state.failed)
                           .toStdString()
                    << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"handed", handed}, {"lines", std::move(rows)}});
  return kExitDone;
}

}  // namespace

void addServeChannelsCommand(CLI::App& program, CommandContext& context) {
  const auto arguments = std::make_shared<ServeArguments>();
  CLI::App* command = program.add_subcommand(
      "serve-channels",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "serve the lines of a workspace's call-outs: SMS, voice, gateways")));
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_option(
      "--config", arguments->config,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "file with the lines; else channels.json of the workspace")));
  command->add_option("--seconds", arguments->seconds,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "end after so many seconds; else when it is ended")));
  command->add_flag("--until-closed", arguments->until_closed,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "end when the call-out is closed")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Example:\n  fengsui serve-channels --workspace ~/city\n"
                                            "The help page on call-and-respond describes channels.json.")));
  command->callback([arguments, &context] { context.exit_code = serve(*arguments, context); });
}

}  // namespace app
