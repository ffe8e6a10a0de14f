// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <QApplication>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <numeric>
#include <vector>

#include "app/cli/command_context.h"
#include "app/cli/commands.h"
#include "app/cli/help_text.h"
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

constexpr std::string_view kWindow = "window";

bool isCommand(std::string_view word) {
  return word == kWindow || std::ranges::find(kCommandWords, word, &CommandWord::word) != std::end(kCommandWords);
}

// The first word that is neither an option nor the value of one of the window's; null when there is none.
const char* firstWord(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--lang" || word == "--theme" || word == "--size" || word == "--screenshot")
      ++i;
    else if (!word.starts_with("-"))
      return argv[i];
  }
  return nullptr;
}

// Without one of our commands as the first word the window opens.
std::string_view commandWord(int argc, char** argv) {
  const char* const first = firstWord(argc, argv);
  return first && isCommand(first) ? std::string_view(first) : std::string_view();
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
  command.add_flag("--timing", request.timing,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "tell on stderr how long the start took, in ms")));
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

// How many letters have to be changed, added or left out to make one word of the other (Levenshtein, 1966).
std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i + 1;
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({replaced, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row.back();
}

// A bare word that is neither a command nor a folder is a slip of the pen, not a workspace that has gone away.
bool isMistypedCommand(const std::filesystem::path& word) {
  std::error_code ignored;
  return !word.empty() && !word.has_parent_path() && !word.has_extension() && !std::filesystem::exists(word, ignored);
}

QString mistypedCommand(const std::string& word) {
  std::string_view nearest = kWindow;
  for (const CommandWord& command : kCommandWords)
    if (editDistance(word, command.word) < editDistance(word, nearest)) nearest = command.word;
  QString sentence = QCoreApplication::translate("CommandLine", "%1 is neither a command nor a folder here.")
                         .arg(QString::fromStdString(word));
  if (editDistance(word, nearest) <= 2)
    sentence += QLatin1Char('\n') + QCoreApplication::translate("CommandLine", "Did you mean `fengsui %1`?")
                                        .arg(QString::fromUtf8(nearest.data(), static_cast<qsizetype>(nearest.size())));
  return sentence;
}

// With --json among the words the complaint goes to standard output as well: a script reads nothing else.
int refuse(const QString& sentence, int argc, char** argv, const CommandContext& context) {
  const bool json =
      std::any_of(argv + 1, argv + argc, [](const char* word) { return std::string_view(word) == "--json"; });
  if (json) context.print({{"error", {{"code", "wrong_usage"}, {"message", sentence.toStdString()}}}});
  return kExitUsage;
}

int refuseCommand(const std::string& word, int argc, char** argv, const CommandContext& context) {
  const QString sentence = mistypedCommand(word);
  context.tell(sentence);
  context.tell(QCoreApplication::translate("CommandLine", "`fengsui --help` lists the commands."));
  return refuse(sentence, argc, argv, context);
}

// A call for help or the version ends here as well, with kExitDone.
int refuseUsage(const CLI::App& program, const CLI::ParseError& wrong, int argc, char** argv,
                const CommandContext& context) {
  // `fengsui infoo roads.shp`: the slip is the command, not the file behind it.
  const char* const first = firstWord(argc, argv);
  if (wrong.get_exit_code() != 0 && first && commandWord(argc, argv).empty() && isMistypedCommand(first))
    return refuseCommand(first, argc, argv, context);
  const int code = program.exit(wrong, context.out(), context.err());
  return code == 0 ? kExitDone : refuse(usageComplaint(wrong), argc, argv, context);
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
  speakOurLanguage(program);

  std::string size;
  // Without a command the window's options may stand right behind the program's name.
  if (commandWord(argc, argv).empty()) {
    program.add_option("WORKSPACE", request.workspace,
                       cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace to open")));
    addWindowOptions(program, request, size, context);
  }
  for (const CommandWord& command : kCommandWords)
    if (command.add) command.add(program, context);
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
    return refuseUsage(program, wrong, argc, argv, context);
  }
  wants_window = program.get_subcommands().empty() || window->parsed();
  if (program.get_subcommands().empty() && isMistypedCommand(request.workspace))
    return refuseCommand(request.workspace.string(), argc, argv, context);
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
    // `render` and the reports of `exposure` need fonts, `bench pan` the window's map; nothing here needs a display.
    // The window makes its own application afterwards.
    // Reports as PDF need fonts, too.
    constexpr std::string_view kDrawing[] = {"render",  "bench",  "exposure", "quake",    "risk",    "geology",
                                             "callout", "report", "atlas",    "brief",    "journal", "incident",
                                             "stocks",  "wall",   "timeline", "evacuate", "drill"};
    const bool draws = std::ranges::find(kDrawing, command) != std::end(kDrawing);
    if (draws && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
    // Qt would take --style and others of its own out of the line before anybody else reads it.
    int name_only = std::min(argc, 1);
    std::unique_ptr<QCoreApplication> application;
    if (!QCoreApplication::instance()) {
      // Charts and the measured window are widgets.
      if (command == "bench" || command == "brief" || command == "drill")
        application = std::make_unique<QApplication>(name_only, argv);
      else if (draws)
        application = std::make_unique<QGuiApplication>(name_only, argv);
      else
        application = std::make_unique<QCoreApplication>(name_only, argv);
    }
    initTexts();
    // Names that data bring in both languages are chosen by the locale, as in the window.
    const QLocale before;
    QLocale::setDefault(context.m_language == "en" ? QLocale(QLocale::English, QLocale::UnitedStates)
                                                   : QLocale(QLocale::Chinese, QLocale::China));
    QTranslator texts;
    if (context.m_language != "en" && texts.load(QStringLiteral(":/i18n/fengsui_zh_CN.qm")))
      QCoreApplication::installTranslator(&texts);
    code = parseAndRun(argc, argv, context, request, wants_window);
    if (wants_window && code == kExitDone) code = checkWindow(request, context);
    QCoreApplication::removeTranslator(&texts);
    QLocale::setDefault(before);
  }
  return wants_window && code == kExitDone ? window(argc, argv, request) : code;
}

}  // namespace app
