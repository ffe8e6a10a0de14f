// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "gis/demo/demo.h"
#include "layers/vector/style_export.h"

namespace app {
namespace {

struct DemoArguments {
  std::filesystem::path folder;
  std::string scale = "small";
  std::uint64_t seed = 7;
  std::filesystem::path admin_file;
};

int makeDemo(const DemoArguments& arguments, const CommandContext& context) {
  gis::demo::DemoOptions options;
  options.scale = arguments.scale == "city" ? gis::demo::Scale::kCity : gis::demo::Scale::kSmall;
  options.seed = arguments.seed;
  if (!arguments.admin_file.empty()) options.admin_file = arguments.admin_file;
  const Interrupt interrupt;
  const auto report = gis::demo::buildDemo(arguments.folder, options, interrupt.token(), progressOn(context.err()));
  if (!report) return context.fail(report.error());
  // So that other programs show the demo alike.
  if (const auto styles = layers::exportBuiltInStyles(arguments.folder, nullptr); !styles)
    return context.fail(styles.error());
  if (report->cleared_leftovers)
    context.tell(QCoreApplication::translate(
        "CommandLine", "An earlier run in this folder had been stopped half-way; what it left was removed."));

  std::error_code ignored;
  const std::filesystem::path folder = std::filesystem::absolute(arguments.folder, ignored);
  if (context.form() == OutputForm::kJson) {
    nlohmann::ordered_json rows = nlohmann::ordered_json::object();
    for (const auto& [table, count] : report->rows) rows[table] = count;
    context.print({{"workspace", folder.string()},
                   {"scale", arguments.scale},
                   {"seed", arguments.seed},
                   {"seconds", report->seconds},
                   {"features", report->features},
                   {"rows", std::move(rows)}});
  } else {
    context.out() << QCoreApplication::translate("CommandLine", "Demo workspace made in %1: %2 features, %3 s.")
                         .arg(QString::fromStdString(folder.string()))
                         .arg(report->features)
                         .arg(report->seconds, 0, 'f', 1)
                         .toStdString()
                  << '\n';
  }
  return kExitDone;
}

}  // namespace

void addDemoCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "demo", cliText(QT_TRANSLATE_NOOP("CommandLine", "make a demo workspace (Changzhi, synthetic data)")));
  const auto arguments = std::make_shared<DemoArguments>();
  command
      ->add_option("DIR", arguments->folder,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder to make it in; must not hold a workspace")))
      ->required();
  command
      ->add_option("--scale", arguments->scale,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "small (a few seconds) or city (about 630,000 features)")))
      ->check(CLI::IsMember({"small", "city"}))
      ->capture_default_str();
  command
      ->add_option("--seed", arguments->seed,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the same seed makes the same bytes")))
      ->capture_default_str();
  command->add_option(
      "--admin", arguments->admin_file,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "file with real county polygons to use instead of made ones")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                            "Works offline. A failed or interrupted run leaves nothing behind.\n"
                                            "Example:\n  fengsui demo ~/city --scale city --seed 7 --json")));
  command->callback([arguments, &context] { context.exit_code = makeDemo(*arguments, context); });
}

}  // namespace app
