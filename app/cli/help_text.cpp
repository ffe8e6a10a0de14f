// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/help_text.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace app {
namespace {

constexpr int kTextColumn = 30;

struct HelpText {
  Q_DECLARE_TR_FUNCTIONS(HelpText)
};

// Characters of Chinese take two columns of a terminal.
int columnsOf(const QString& text) {
  int columns = 0;
  for (const QChar c : text) columns += c.unicode() >= 0x2E80 ? 2 : 1;
  return columns;
}

QString row(const QString& name, const QString& text) {
  QString line = QStringLiteral("  ") + name;
  const int left = kTextColumn - columnsOf(line);
  line += left > 0 ? QString(left, QLatin1Char(' ')) : QLatin1Char('\n') + QString(kTextColumn, QLatin1Char(' '));
  return line + text + QLatin1Char('\n');
}

QString optionText(const CLI::Option& option) {
  QString text = QString::fromStdString(option.get_description());
  if (!option.get_default_str().empty())
    text += HelpText::tr(" (default: %1)").arg(QString::fromStdString(option.get_default_str()));
  if (option.get_required()) text += HelpText::tr(" (required)");
  return text;
}

class HelpFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* command, std::string name, CLI::AppFormatMode) const override {
    QString help = QString::fromStdString(command->get_description()) + QLatin1Char('\n') +
                   HelpText::tr("Usage: %1").arg(QString::fromStdString(name)) + QLatin1Char(' ') +
                   HelpText::tr("[options]");
    QString arguments, options, commands;
    for (const CLI::Option* option : command->get_options()) addOption(*option, help, arguments, options);
    for (const CLI::App* part : command->get_subcommands({})) {
      if (part->get_name().empty()) {
        addOneOf(*part, options);
      } else if (!part->get_group().empty()) {
        commands += row(QString::fromStdString(part->get_name()), QString::fromStdString(part->get_description()));
      }
    }
    if (!commands.isEmpty()) help += QLatin1Char(' ') + HelpText::tr("[command]");
    help += QLatin1Char('\n');
    if (!arguments.isEmpty()) help += QLatin1Char('\n') + HelpText::tr("Arguments:") + QLatin1Char('\n') + arguments;
    if (!options.isEmpty()) help += QLatin1Char('\n') + HelpText::tr("Options:") + QLatin1Char('\n') + options;
    if (!commands.isEmpty()) help += QLatin1Char('\n') + HelpText::tr("Commands:") + QLatin1Char('\n') + commands;
    if (!command->get_footer().empty())
      help += QLatin1Char('\n') + QString::fromStdString(command->get_footer()) + QLatin1Char('\n');
    return help.toStdString();
  }

 private:
  static void addOption(const CLI::Option& option, QString& usage, QString& arguments, QString& options) {
    if (option.get_group().empty()) return;
    if (option.get_positional()) {
      const QString name = QString::fromStdString(option.get_name(true));
      usage += option.get_required() ? QLatin1Char(' ') + name : QStringLiteral(" [%1]").arg(name);
      arguments += row(name, optionText(option));
    }
    if (option.nonpositional())
      options += row(QString::fromStdString(option.get_name(false, true)).replace(u',', QStringLiteral(", ")),
                     optionText(option));
  }
  // An option group of which one has to be given; CLI11 hands every group a --help of its own.
  static void addOneOf(const CLI::App& group, QString& options) {
    QStringList names;
    const auto all = group.get_options([&](const CLI::Option* option) { return option != group.get_help_ptr(); });
    for (const CLI::Option* option : all) names << QString::fromStdString(option->get_name());
    const QString hint = HelpText::tr(" (exactly one of %1)").arg(names.join(QStringLiteral(", ")));
    for (const CLI::Option* option : all)
      options += row(QString::fromStdString(option->get_name()), optionText(*option) + hint);
  }
};

// CLI11's sentences and ours; %1, %2 are what the brackets catch.
struct Pattern {
  const char* theirs;
  const char* ours;
};
constexpr Pattern kPatterns[] = {
    {"^Exactly 1 option from \\[(.*)\\] is required",
     QT_TRANSLATE_NOOP("CommandLine", "exactly one of %1 has to be given")},
    {"^A subcommand is required$", QT_TRANSLATE_NOOP("CommandLine", "one of its commands has to be named")},
    {"^(.+) is required$", QT_TRANSLATE_NOOP("CommandLine", "%1 is missing")},
    {"^The following arguments? (?:was|were) not expected: (.*)$",
     QT_TRANSLATE_NOOP("CommandLine", "nothing is known of %1 here")},
    {"^Could not convert: (.+) = (.*)$", QT_TRANSLATE_NOOP("CommandLine", "%1 cannot be %2, a whole number is wanted")},
    {"^(.+): (.*) not in \\{(.*)\\}$", QT_TRANSLATE_NOOP("CommandLine", "%1 cannot be %2, only one of: %3")},
    {"^(.+): \\d+ required .*missing$", QT_TRANSLATE_NOOP("CommandLine", "a value is missing behind %1")},
    {"^(.+): At Most \\d+ required but received \\d+$", QT_TRANSLATE_NOOP("CommandLine", "%1 is given more than once")},
    {"^(.+): (.*) is no size like (.*)$",
     QT_TRANSLATE_NOOP("CommandLine", "%1 cannot be %2, a size like %3 is wanted")},
};

}  // namespace

void speakOurLanguage(CLI::App& program) {
  program.formatter(std::make_shared<HelpFormatter>());
  program.failure_message([](const CLI::App* command, const CLI::Error& wrong) {
    QString name = QString::fromStdString(command->get_name());
    for (const CLI::App* sub : command->get_subcommands())
      name += QLatin1Char(' ') + QString::fromStdString(sub->get_name());
    return (HelpText::tr("The command line is not right: %1.").arg(usageComplaint(wrong)) + QLatin1Char('\n') +
            HelpText::tr("`%1 --help` says how it is used.").arg(name) + QLatin1Char('\n'))
        .toStdString();
  });
}

QString usageComplaint(const CLI::Error& wrong) {
  const QString said = QString::fromUtf8(wrong.what());
  for (const Pattern& pattern : kPatterns) {
    const auto match = QRegularExpression(QString::fromLatin1(pattern.theirs)).match(said);
    if (!match.hasMatch()) continue;
    QString sentence = QCoreApplication::translate("CommandLine", pattern.ours);
    // Backwards and by hand: what was typed may hold a percent sign itself.
    for (int i = match.lastCapturedIndex(); i >= 1; --i)
      sentence.replace(QStringLiteral("%%1").arg(i), match.captured(i));
    return sentence;
  }
  return said;
}

}  // namespace app
