// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDateTime>
#include <QElapsedTimer>
#include <memory>

#include "app/briefing/briefing_deck.h"
#include "app/briefing/deck_writer.h"
#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/text/moment_text.h"
#include "gis/core/clock.h"
#include "gis/flood/flood_local_day.h"

namespace app {
namespace {

struct BriefArguments {
  BriefingRequest request;
  std::string at, theme = "light";
  std::filesystem::path output;
};

double milliseconds(const QElapsedTimer& timer) { return static_cast<double>(timer.nsecsElapsed()) / 1e6; }

void tellBriefing(const BriefArguments& arguments, const BriefingDeck& deck, double prepared_ms, double total_ms,
                  const CommandContext& context) {
  if (context.form() != OutputForm::kJson) {
    context.out() << QCoreApplication::translate("CommandLine", "%1 pages as of %2: %3")
                         .arg(deck.slides.slides.size())
                         .arg(beijingTimeText(deck.as_of_utc_ms), QString::fromStdString(arguments.output.string()))
                         .toStdString()
                  << '\n';
    return;
  }
  auto pages = nlohmann::ordered_json::array(), left_out = nlohmann::ordered_json::array();
  for (std::size_t i = 0; i < deck.slides.slides.size(); ++i)
    pages.push_back({{"page", i + 1},
                     {"id", deck.page_ids[i]},
                     {"title", deck.slides.slides[i].title},
                     {"ms", std::round(deck.page_ms[i] * 10) / 10}});
  for (const LeftOut& one : deck.left_out)
    left_out.push_back({{"page", one.page}, {"block", one.block}, {"missing_table", one.why}});
  context.print({{"output", arguments.output.string()},
                 {"as_of_utc", gis::formatUtc(deck.as_of_utc_ms)},
                 {"pages", std::move(pages)},
                 {"left_out", std::move(left_out)},
                 {"prepared_ms", std::round(prepared_ms)},
                 {"total_ms", std::round(total_ms)}});
}

int brief(BriefArguments& arguments, const CommandContext& context) {
  BriefingRequest& request = arguments.request;
  request.language = context.m_language;
  request.theme = arguments.theme == "dark" ? layers::Theme::kDark : layers::Theme::kLight;
  if (!arguments.at.empty()) {
    request.at_utc_ms = gis::flood::readTime(arguments.at);
    if (!request.at_utc_ms)
      return context.fail(
          {gis::ErrorCode::kInvalidArgument, arguments.at, "a time like 2026-05-01T08:00 expected", {}});
  }
  // Before anything is read: a mistyped ending should not wait for the maps.
  if (!isDeckFile(arguments.output))
    return context.fail({gis::ErrorCode::kUnsupportedFormat, arguments.output.string(), "pdf, pptx", {}});
  QElapsedTimer timer;
  timer.start();
  const Interrupt interrupt;
  JobPools pools;
  auto deck = prepareBriefing(request, pools, interrupt.token(), progressOn(context.err()));
  if (!deck) return context.fail(deck.error());
  const double prepared_ms = milliseconds(timer);
  drawCharts(*deck);
  if (const auto done = writeDeck(arguments.output, *deck, interrupt.token()); !done) return context.fail(done.error());
  tellBriefing(arguments, *deck, prepared_ms, milliseconds(timer), context);
  return kExitDone;
}

}  // namespace

void addBriefCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "brief",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the flood-season briefing, or another, as PDF or PPTX")));
  const auto arguments = std::make_shared<BriefArguments>();
  command
      ->add_option("--workspace", arguments->request.workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command
      ->add_option("--template", arguments->request.template_id,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "which briefing: flood or geology")))
      ->capture_default_str();
  command->add_option(
      "--at", arguments->at,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known then: 2026-05-01T08:00, or with Z for UTC; else now")));
  command
      ->add_option("-o,--output", arguments->output,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "file to write: .pdf, or .pptx to go on working on")))
      ->required();
  command->add_option("--theme", arguments->theme, cliText(QT_TRANSLATE_NOOP("CommandLine", "dark or light")))
      ->check(CLI::IsMember({"dark", "light"}))
      ->capture_default_str();
  command->add_option("--bureau", arguments->request.bureau,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "whose briefing it is, for the cover")));
  command->add_option("--on-duty", arguments->request.on_duty,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "who is on duty, for the cover")));
  addCommonOptions(*command, context);
  command->footer(cliText(
      QT_TRANSLATE_NOOP("CommandLine",
                        "Every page says as of when and where its figures are from; what the workspace does not have "
                        "is named on the last "
                        "page.\n"
                        "Examples:\n"
                        "  fengsui brief --workspace ~/city --template flood -o briefing.pdf\n"
                        "  fengsui brief --workspace ~/city --template flood --at 2026-07-30T06:00 -o briefing.pptx")));
  command->callback([arguments, &context] { context.exit_code = brief(*arguments, context); });
}

}  // namespace app
