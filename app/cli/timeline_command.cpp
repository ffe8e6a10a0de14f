// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/cli/command_context.h"
#include "app/report/report_document.h"
#include "app/report/report_workbook.h"
#include "app/timeline_report/timeline_report.h"
#include "gis/flood/flood_local_day.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

struct TimelineArguments {
  std::filesystem::path workspace, workbook, document;
  std::string from, to;
};

// The moments that were named; what is left open, of the newest event.
gis::Result<gis::EventSpan> spanOf(const TimelineArguments& arguments, const gis::TimelineStore& store) {
  gis::EventSpan span;
  const auto spans = store.spans();
  if (!spans) return std::unexpected(spans.error());
  if (!spans->empty()) span = spans->front();
  for (const auto& [text, field, option] :
       {std::tuple{&arguments.from, &span.from_utc_ms, "--from"}, std::tuple{&arguments.to, &span.to_utc_ms, "--to"}}) {
    if (text->empty()) continue;
    const auto moment = gis::flood::readTime(*text);
    if (!moment) return gis::fail(gis::ErrorCode::kInvalidArgument, option, *text);
    *field = *moment;
    span.title.clear();
  }
  if (span.to_utc_ms == 0)
    return gis::fail(gis::ErrorCode::kNoData, "timeline", "no warning has been received here; give --from and --to");
  return span;
}

int timeline(const TimelineArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const gis::TimelineStore store(workspace->db());
  const auto span = spanOf(arguments, store);
  if (!span) return context.fail(span.error());
  const auto entries = store.entries(span->from_utc_ms, span->to_utc_ms);
  if (!entries) return context.fail(entries.error());
  const Report report = timelineReport(*span, *entries, QString::fromStdString(workspace->facts().city_name_zh),
                                       workspace->facts().is_demo);
  if (!arguments.workbook.empty())
    if (auto written = writeReportWorkbook(arguments.workbook, report); !written) return context.fail(written.error());
  if (!arguments.document.empty())
    if (auto written = writeReportDocument(arguments.document, report); !written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson) {
    auto rows = nlohmann::ordered_json::array();
    for (const gis::TimelineEntry& entry : *entries)
      rows.push_back({{"at", gis::formatUtc(entry.at_utc_ms)},
                      {"kind", entry.kind},
                      {"words", timelineText(entry).toStdString()},
                      {"subject", entry.subject},
                      {"detail", entry.detail},
                      {"actor", entry.actor},
                      {"number", entry.number},
                      {"is_key", entry.is_key},
                      {"is_drill", entry.is_drill}});
    context.print({{"title", span->title},
                   {"from", gis::formatUtc(span->from_utc_ms)},
                   {"to", gis::formatUtc(span->to_utc_ms)},
                   {"entries", std::move(rows)}});
    return kExitDone;
  }
  for (const gis::TimelineEntry& entry : *entries)
    context.out() << timelineTime(entry.at_utc_ms).toStdString() << (entry.is_drill ? "  【演练】" : "  ")
                  << timelineText(entry).toStdString() << '\n';
  if (entries->empty())
    context.out() << QCoreApplication::translate("CommandLine", "Nothing happened in this time.").toStdString() << '\n';
  return kExitDone;
}

}  // namespace

void addTimelineCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "timeline",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "what happened when: warnings, calls, stocks, for afterwards")));
  const auto arguments = std::make_shared<TimelineArguments>();
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_option("--from", arguments->from,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "2026-07-26 20:00; else the newest event's beginning")));
  command->add_option("--to", arguments->to,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "2026-07-27 06:30; else the newest event's end")));
  command->add_option("--xlsx", arguments->workbook,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write it as an Excel file")));
  command->add_option("--pdf", arguments->document,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write it as a PDF file")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui timeline --workspace ~/city --from \"2026-07-26 20:00\" --to \"2026-07-27 06:30\" --json")));
  command->callback([arguments, &context] { context.exit_code = timeline(*arguments, context); });
}

}  // namespace app
