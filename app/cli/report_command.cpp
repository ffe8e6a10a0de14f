// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/commands.h"
#include "app/settings/app_settings.h"
#include "app/situation_report/situation_file.h"
#include "app/situation_report/situation_text.h"
#include "app/text/moment_text.h"
#include "gis/flood/flood_local_day.h"
#include "gis/incident/report_link.h"
#include "gis/situation/deadline.h"
#include "gis/situation/report_prepare.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace situation = gis::situation;

struct ReportArguments {
  std::filesystem::path workspace, output;
  std::string incident, kind, at, by, corrects, number;
  std::vector<std::string> set;
  bool issue = false, is_drill = false;
};

// The moment of --at, or the workspace's present.
gis::Result<std::int64_t> momentOfReport(const ReportArguments& arguments, const gis::Database& db) {
  if (arguments.at.empty()) return gis::presentUtcMs(db, gis::SystemClock());
  if (const auto moment = gis::flood::readTime(arguments.at)) return *moment;
  return gis::fail(gis::ErrorCode::kInvalidArgument, "--at", arguments.at);
}

// "trend=…" for a blank of the kind; a figure comes from the data and cannot be typed here.
gis::Result<situation::Blanks> typedBlanks(const std::vector<std::string>& set,
                                           const situation::ReportCatalogue& catalogue, situation::ReportKind kind) {
  situation::Blanks typed;
  const auto& blanks = catalogue.templateOf(kind).blanks;
  for (const std::string& one : set) {
    const std::size_t sign = one.find('=');
    const std::string name = one.substr(0, sign);
    const bool is_blank = std::ranges::any_of(blanks, [&](const auto& blank) { return blank.name == name; });
    const bool is_reason = name.starts_with("reason.") && catalogue.fact(name.substr(7));
    if (sign == std::string::npos || (!is_blank && !is_reason)) {
      std::string known;
      for (const auto& blank : blanks) known += (known.empty() ? "" : ", ") + blank.name;
      return gis::fail(gis::ErrorCode::kInvalidArgument, "--set " + one,
                       catalogue.fact(name) ? "a figure comes from the data: enter it in the incident"
                                            : "name=words expected, with one of: " + known + ", reason.FIGURE");
    }
    typed[name] = one.substr(sign + 1);
  }
  return typed;
}

Json findingsJson(const situation::Draft& draft) {
  auto list = Json::array();
  for (const situation::Finding& finding : draft.findings)
    list.push_back({{"code", situation::findingName(finding.code)},
                    {"where", finding.where},
                    {"name", speaksChinese() ? finding.zh : finding.en},
                    {"detail", finding.detail},
                    {"message", findingText(finding).toStdString()}});
  return list;
}

Json draftJson(const situation::Draft& draft, const situation::Facts& before) {
  auto text = Json::array();
  for (const situation::DraftBlock& block : draft.blocks) {
    std::string line;
    for (const situation::Piece& piece : block.pieces) line += piece.text;
    for (const situation::DraftLine& one : block.lines)
      line += fmt::format("{} {} {}\n", one.label, one.value, one.unit);
    text.push_back(line);
  }
  Json facts = Json::object();
  for (const auto& [name, fact] : draft.facts) {
    Json one{{"value", fact.number ? Json(*fact.number) : Json(fact.text)},
             {"as_of", gis::formatUtc(fact.as_of_utc_ms)}};
    const auto last = before.find(name);
    if (fact.number && last != before.end() && last->second.number) {
      one["before"] = *last->second.number;
      one["change"] = *fact.number - *last->second.number;
    }
    facts[name] = std::move(one);
  }
  return {{"kind", situation::reportKindName(draft.kind)},
          {"sequence", draft.sequence},
          {"title", draft.title},
          {"number", draft.number},
          {"drill", draft.is_drill},
          {"as_of", gis::formatUtc(draft.as_of_utc_ms)},
          {"text", std::move(text)},
          {"facts", std::move(facts)},
          {"findings", findingsJson(draft)}};
}

void tellFindings(const situation::Draft& draft, const CommandContext& context) {
  for (const situation::Finding& finding : draft.findings) context.tell(findingText(finding));
}

int issueDraft(const gis::Workspace& workspace, const situation::ReportCatalogue& catalogue,
               const situation::ReportWish& wish, const ReportArguments& arguments, const CommandContext& context,
               Json json) {
  const auto system = std::make_shared<gis::SystemClock>();
  // In a made city, and in a drill of another day, the paper carries the day that it speaks of.
  const gis::FixedClock clock(std::max(gis::presentUtcMs(workspace.db(), *system), wish.as_of_utc_ms));
  gis::UuidSource uuids(system);
  const std::string by = arguments.by.empty() ? AppSettings().author().name : arguments.by;
  const auto issued = situation::issueReport(workspace.db(), catalogue, wish, by, clock, uuids);
  if (!issued) return context.fail(issued.error());
  if (const auto linked = gis::incident::linkIssuedReport(workspace.db(), *issued, by, clock); !linked)
    return context.fail(linked.error());
  const auto draft = situation::ReportStore(workspace.db()).content(issued->number);
  if (!draft) return context.fail(draft.error());
  const auto files = writeIssuedFiles(workspace.folder(), *draft, by);
  if (!files) return context.fail(files.error());
  if (!arguments.output.empty())
    if (const auto written = writeSituationFile(arguments.output, *draft, by); !written)
      return context.fail(written.error());
  json["issued"] = true;
  json["number"] = issued->number;
  json["hash"] = issued->hash;
  json["files"] = Json::array();
  for (const auto& file : *files) json["files"].push_back(file.string());
  if (context.form() == OutputForm::kJson) {
    context.print(json);
  } else {
    context.out() << issued->number << "  " << issued->title << "\n";
  }
  return kExitDone;
}

int makeReport(const ReportArguments& arguments, const CommandContext& context) {
  const auto catalogue = situation::builtInReportCatalogue();
  if (!catalogue) return context.fail(catalogue.error());
  const auto kind = situation::reportKindNamed(arguments.kind);
  const auto workspace =
      gis::Workspace::open(arguments.workspace, arguments.issue ? gis::OpenMode::kReadWrite : gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  if (arguments.issue && workspace->readOnlyReason()) return context.fail(*workspace->readOnlyReason());
  const auto moment = momentOfReport(arguments, workspace->db());
  if (!moment) return context.fail(moment.error());
  auto typed = typedBlanks(arguments.set, *catalogue, *kind);
  if (!typed) return context.fail(typed.error());
  const situation::ReportWish wish{
      *kind, arguments.incident, *moment, std::move(*typed), arguments.is_drill, arguments.corrects};
  const auto material = situation::gatherMaterial(workspace->db(), *catalogue, wish);
  if (!material) return context.fail(material.error());
  const situation::Draft draft = situation::makeDraft(*catalogue, *material);
  Json json = draftJson(draft, material->before);
  json["issued"] = false;
  if (arguments.issue && draft.findings.empty())
    return issueDraft(*workspace, *catalogue, wish, arguments, context, std::move(json));
  if (!arguments.output.empty() && !arguments.issue)
    if (const auto written = writeSituationFile(arguments.output, draft, AppSettings().author().name); !written)
      return context.fail(written.error());
  if (context.form() == OutputForm::kJson) {
    context.print(json);
  } else {
    context.out() << draft.title << "\n";
    tellFindings(draft, context);
  }
  if (!arguments.issue) return kExitDone;
  context.tell(QCoreApplication::translate("CommandLine", "The report was not issued; to put right: %1.")
                   .arg(draft.findings.size()));
  return kExitFailed;
}

Json issuedJson(const situation::IssuedReport& report) {
  return {{"number", report.number},
          {"kind", situation::reportKindName(report.kind)},
          {"sequence", report.sequence},
          {"title", report.title},
          {"incident", report.incident_uuid},
          {"drill", report.is_drill},
          {"as_of", gis::formatUtc(report.as_of_utc_ms)},
          {"issued", gis::formatUtc(report.issued_utc_ms)},
          {"issued_by", report.issued_by},
          {"corrects", report.corrects},
          {"hash", report.hash}};
}

int listReports(const ReportArguments& arguments, const CommandContext& context) {
  const auto catalogue = situation::builtInReportCatalogue();
  if (!catalogue) return context.fail(catalogue.error());
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto moment = momentOfReport(arguments, workspace->db());
  if (!moment) return context.fail(moment.error());
  const situation::ReportStore store(workspace->db());
  const auto issued = store.issued(*moment);
  if (!issued) return context.fail(issued.error());
  const auto incidents = store.incidents(*moment);
  if (!incidents) return context.fail(incidents.error());
  const auto broken = store.firstBroken();
  if (!broken) return context.fail(broken.error());
  auto reports = Json::array(), due = Json::array();
  for (const situation::IssuedReport& report : *issued) {
    reports.push_back(issuedJson(report));
    if (context.form() != OutputForm::kJson)
      context.out() << fmt::format("{}  {}  {}\n", report.number, beijingTimeText(report.issued_utc_ms).toStdString(),
                                   report.title);
  }
  for (const situation::Deadline& one : situation::deadlinesOf(*catalogue, *incidents, *issued, *moment)) {
    due.push_back({{"kind", situation::dueName(one.kind)},
                   {"incident", one.incident_uuid},
                   {"title", one.title},
                   {"due", gis::formatUtc(one.due_utc_ms)},
                   {"left_s", one.leftMs(*moment) / 1000},
                   {"source", one.source},
                   {"certainty", one.certainty}});
    if (context.form() != OutputForm::kJson)
      context.tell(deadlineText(one) + QStringLiteral("  ") + timeLeftText(one.leftMs(*moment)));
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"reports", std::move(reports)},
                   {"due", std::move(due)},
                   {"first_broken", *broken ? Json(**broken) : Json(nullptr)}});
  if (!*broken) return kExitDone;
  context.tell(QCoreApplication::translate("CommandLine", "%1 is not as it was issued: its hash does not follow.")
                   .arg(QString::fromStdString(**broken)));
  return kExitFailed;
}

int showReport(const ReportArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto draft = situation::ReportStore(workspace->db()).content(arguments.number);
  if (!draft) return context.fail(draft.error());
  if (!arguments.output.empty())
    if (const auto written = writeSituationFile(arguments.output, *draft, {}); !written)
      return context.fail(written.error());
  if (context.form() == OutputForm::kJson) {
    context.print(draftJson(*draft, {}));
  } else {
    context.out() << draft->number << "  " << draft->title << "\n";
  }
  return kExitDone;
}

void addMaking(CLI::App& command, const std::shared_ptr<ReportArguments>& arguments) {
  command.add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  command.add_option("--incident", arguments->incident,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "number or identifier of the incident")));
  command
      .add_option("--kind", arguments->kind,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "first, update, final, daily or statistics")))
      ->check(CLI::IsMember({"first", "update", "final", "daily", "statistics"}));
  command.add_option("--at", arguments->at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known then; now unless given")));
  command
      .add_option("--set", arguments->set,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "words for a blank, name=words; may be repeated")))
      ->allow_extra_args(false);
  command.add_flag("--issue", arguments->issue,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "issue it: it gets its number and stays as it is")));
  command.add_option("--by", arguments->by,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who issues it; the system's user unless given")));
  command.add_option("--corrects", arguments->corrects,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "number of the report that it puts right")));
  command.add_flag("--drill", arguments->is_drill,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "a drill's daily report; an incident says it itself")));
  command.add_option("-o,--output", arguments->output,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "write it here: .docx, .pdf or .xlsx")));
}

}  // namespace

void addReportCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "report", cliText(QT_TRANSLATE_NOOP("CommandLine", "reports: first, update, final, daily, statistics")));
  command->require_subcommand(0, 1);
  const auto arguments = std::make_shared<ReportArguments>();
  addMaking(*command, arguments);
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Without --issue it is a draft, with what keeps it from being issued. Exit code 1: it could not be issued.\n"
      "Examples:\n  fengsui report --workspace ~/city --kind daily -o daily.docx\n"
      "  fengsui report --workspace ~/city --incident SJ20260731a1b2c3 --kind first --set trend=雨势减弱 --json")));
  command->callback([arguments, command, &context] {
    if (!command->get_subcommands().empty()) return;
    if (arguments->workspace.empty()) throw CLI::RequiredError("--workspace");
    if (arguments->kind.empty()) throw CLI::RequiredError("--kind");
    context.exit_code = makeReport(*arguments, context);
  });

  const auto asked = std::make_shared<ReportArguments>();
  CLI::App* listing = command->add_subcommand(
      "list", cliText(QT_TRANSLATE_NOOP("CommandLine", "what was issued, and what is due when")));
  CLI::App* showing = command->add_subcommand(
      "show", cliText(QT_TRANSLATE_NOOP("CommandLine", "an issued report, or its file once more")));
  showing->add_option("NUMBER", asked->number, cliText(QT_TRANSLATE_NOOP("CommandLine", "its number")))->required();
  for (CLI::App* one : {listing, showing}) {
    one->add_option("--workspace", asked->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*one, context);
  }
  listing->add_option("--at", asked->at,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known then; now unless given")));
  showing->add_option("-o,--output", asked->output,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write it here: .docx, .pdf or .xlsx")));
  listing->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui report list --workspace ~/city --json")));
  showing->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui report show 长应急报〔2026〕3号 --workspace ~/city -o report.pdf")));
  listing->callback([asked, &context] { context.exit_code = listReports(*asked, context); });
  showing->callback([asked, &context] { context.exit_code = showReport(*asked, context); });
}

}  // namespace app
