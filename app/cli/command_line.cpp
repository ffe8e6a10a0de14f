// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QTranslator>
#include <cstdio>
#include <cstdlib>

#include "app/cli/command_context.h"
#include "app/cli/size_text.h"
#include "app/cli/version.h"

static void initTexts() { Q_INIT_RESOURCE(fengsui_ui); }

namespace app {
namespace {

// --lang wins; then the system's locale when it is English; Chinese otherwise.
std::string wantedLanguage(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word.starts_with("--lang=")) return std::string(word.substr(7));
    if (word == "--lang" && i + 1 < argc) return argv[i + 1];
  }
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* value = std::getenv(name);
    if (value && *value) return std::string_view(value).starts_with("en") ? "en" : "zh";
  }
  return "zh";
}

constexpr std::string_view kCommands[] = {"demo", "info", "convert", "measure", "render", "window"};

// The command is the first word that is no option; without one of ours the window opens.
std::string_view commandWord(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" || word == "--theme" || word == "--size" || word == "--screenshot") {
      ++i;
      continue;
    }
    if (word.starts_with("-")) continue;
    for (const std::string_view command : kCommands)
      if (word == command) return command;
    return {};
  }
  return {};
}

void addWindowOptions(CLI::App& command, WindowRequest& request, std::string& size, CommandContext& context) {
  command.add_option(
      "--screenshot", request.screenshot,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "write a picture of the window to this PNG file and leave")));
  command
      .add_option("--size", size,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "size of the window in pixels, e.g. 1366x768")))
      ->check(
          [](const std::string& text) { return parseSize(text) ? std::string() : text + " is no size like 1366x768"; });
  command.add_option("--theme", request.theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}));
  command
      .add_option("--lang", context.m_language,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "language of messages and names: zh or en")))
      ->check(CLI::IsMember({"zh", "en"}));
}

bool namesLanguage(int argc, char** argv) {
  for (int i = 1; i < argc; ++i)
    if (std::string_view(argv[i]).starts_with("--lang")) return true;
  return false;
}

// CLI11 reports by exceptions; they end here.
int parseAndRun(int argc, char** argv, CommandContext& context, WindowRequest& request, bool& wants_window) {
  CLI::App program(
      cliText(QT_TRANSLATE_NOOP(
          "CommandLine",
          "Fengsui: the natural-disaster command map of a prefecture. Without a command it opens the window.")),
      "fengsui");
  program.set_version_flag("--version", std::string("fengsui ") + kVersion,
                           cliText(QT_TRANSLATE_NOOP("CommandLine", "print the version and leave")));
  program.set_help_flag("-h,--help", cliText(QT_TRANSLATE_NOOP("CommandLine", "print this help and leave")));
  program.footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Examples:\n"
      "  fengsui                                        open the window\n"
      "  fengsui ~/city                                 open the workspace in ~/city\n"
      "  fengsui demo ~/city --scale city               make the demo city\n"
      "  fengsui info roads.shp --json                  what a file holds\n"
      "  echo 113.11 36.19 | fengsui convert --from EPSG:4490 --to EPSG:4547\n"
      "  fengsui render --workspace ~/city --view full -o map.png\n"
      "Exit codes: 0 done, 1 failed (with the reason), 2 wrong usage. `fengsui COMMAND --help` says more.")));
  program.require_subcommand(0, 1);

  std::string size;
  // Without a command the window's options may stand right behind the program's name.
  if (commandWord(argc, argv).empty()) {
    program.add_option("WORKSPACE", request.workspace,
                       cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace to open")));
    addWindowOptions(program, request, size, context);
  }
  addDemoCommand(program, context);
  addInfoCommand(program, context);
  addConvertCommand(program, context);
  addMeasureCommand(program, context);
  addRenderCommand(program, context);
  CLI::App* window = program.add_subcommand(
      "window",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "open the window, or write a picture of it with --screenshot")));
  window->add_option("--workspace,WORKSPACE", request.workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace to open")));
  addWindowOptions(*window, request, size, context);
  window->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                           "Example:\n  fengsui window --workspace ~/city --screenshot window.png "
                                           "--size 1366x768 --theme light --lang en")));

  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& wrong) {
    const int code = program.exit(wrong, context.out(), context.err());
    return code == 0 ? kExitDone : kExitUsage;
  }
  wants_window = program.get_subcommands().empty() || window->parsed();
  if (const auto pixels = parseSize(size)) request.width_px = pixels->width_px, request.height_px = pixels->height_px;
  // The window keeps its own choice of language; only a wish that was spoken changes it.
  if (namesLanguage(argc, argv)) request.language = context.m_language;
  return context.exit_code;
}

// Without a display Qt complains about folders and features that only a display needs; that is no news to anyone.
void dropDisplayChatter(QtMsgType type, const QMessageLogContext& context, const QString& message) {
  if (message.startsWith(QLatin1String("QStandardPaths:")) || message.startsWith(QLatin1String("This plugin does not")))
    return;
  std::fprintf(stderr, "%s\n", qPrintable(qFormatLogMessage(type, context, message)));
}

// What would otherwise end in an abort inside Qt or in a window about nothing.
int checkWindow(const WindowRequest& request, const CommandContext& context) {
  std::error_code ignored;
  if (!request.workspace.empty() && !std::filesystem::exists(request.workspace, ignored))
    return context.fail({gis::ErrorCode::kNotFound, request.workspace.string(), "", {}});
  if (!qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) return kExitDone;
  if (!request.screenshot.empty()) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return kExitDone;
  }
  if (!qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY")) return kExitDone;
  context.tell(QCoreApplication::translate(
      "CommandLine",
      "There is no display here (DISPLAY and WAYLAND_DISPLAY are empty); `fengsui window --screenshot FILE` writes a "
      "picture of the window instead."));
  return kExitFailed;
}

}  // namespace

int runCommandLine(int& argc, char** argv, const Streams& streams, const WindowRunner& window) {
  CommandContext context(streams);
  context.m_language = wantedLanguage(argc, argv);
  const std::string_view command = commandWord(argc, argv);

  const bool has_display = !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
  if (!has_display) qInstallMessageHandler(dropDisplayChatter);

  WindowRequest request;
  bool wants_window = false;
  int code = kExitDone;
  {
    // Only `render` needs fonts; nothing here needs a display. The window makes its own application afterwards.
    if (command == "render" && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    std::unique_ptr<QCoreApplication> application;
    if (!QCoreApplication::instance()) {
      if (command == "render")
        application = std::make_unique<QGuiApplication>(argc, argv);
      else
        application = std::make_unique<QCoreApplication>(argc, argv);
    }
    initTexts();
    QTranslator texts;
    if (context.m_language != "en" && texts.load(QStringLiteral(":/i18n/fengsui_zh_CN.qm")))
      QCoreApplication::installTranslator(&texts);
    code = parseAndRun(argc, argv, context, request, wants_window);
    if (wants_window && code == kExitDone) code = checkWindow(request, context);
    QCoreApplication::removeTranslator(&texts);
  }
  return wants_window && code == kExitDone ? window(argc, argv, request) : code;
}

}  // namespace app
