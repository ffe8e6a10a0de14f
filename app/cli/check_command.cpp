// SPDX-License-Identifier: GPL-3.0-or-later
#include <memory>

#include "app/check_report/check_text.h"
#include "app/check_report/check_workbook.h"
#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/settings/app_settings.h"
#include "gis/quality/check_run_store.h"
#include "gis/quality/quality_fix_store.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

// The check itself worked, and rows with errors were found.
constexpr int kExitErrorsFound = 3;
constexpr std::size_t kMostInText = 10;

struct CheckArguments {
  std::filesystem::path workspace;
  std::vector<std::string> rules;
  std::string county;
  std::filesystem::path workbook;
  std::string author;
  std::size_t limit = 1000;
  bool list = false;
  bool fix = false;
  bool dry_run = false;
  bool no_record = false;
};

QString language(const CommandContext& context) { return QString::fromStdString(context.m_language); }

Json ruleJson(const gis::QualityRule& rule, const QString& language) {
  Json json = {{"rule", rule.id},
               {"severity", gis::severityName(rule.severity)},
               {"group", ruleText(rule.group, language).toStdString()},
               {"title", ruleText(rule.title, language).toStdString()},
               {"text", ruleText(rule.text, language).toStdString()},
               {"tables", rule.tables}};
  if (rule.fix) json["fix"] = ruleText(rule.fix->text, language).toStdString();
  return json;
}

int listRules(const CommandContext& context, const std::vector<gis::QualityRule>& rules) {
  auto rows = Json::array();
  for (const gis::QualityRule& rule : rules) {
    rows.push_back(ruleJson(rule, language(context)));
    if (context.form() == OutputForm::kText)
      context.out() << rule.id << "  [" << severityText(rule.severity).toStdString() << "]  "
                    << ruleText(rule.title, language(context)).toStdString() << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"rules", std::move(rows)}});
  return kExitDone;
}

Json findingJson(const gis::Finding& finding) {
  Json json = {{"table", finding.table},        {"fid", finding.fid},
               {"uuid", finding.uuid},          {"name", finding.name},
               {"county", finding.county_code}, {"division", finding.division_code},
               {"value", finding.value}};
  if (finding.where) json["lon_deg"] = finding.where->lon_deg, json["lat_deg"] = finding.where->lat_deg;
  return json;
}

Json checkJson(const gis::CheckReport& report, const gis::CheckCounts* before, const QString& language) {
  auto results = Json::array();
  for (const gis::RuleResult& result : report.results) {
    Json json = ruleJson(result.rule, language);
    json["took_ms"] = std::round(result.took_ms * 10) / 10;
    if (result.error) {
      json["error"] = errorJson(*result.error);
    } else {
      json["count"] = result.count;
      const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
      if (then) json["change"] = result.count - *then;
      json["counties"] = result.by_county;
      auto rows = Json::array();
      for (const gis::Finding& finding : result.findings) rows.push_back(findingJson(finding));
      json["rows"] = std::move(rows);
    }
    results.push_back(std::move(json));
  }
  return {{"errors", report.count(gis::RuleSeverity::kError)},
          {"warnings", report.count(gis::RuleSeverity::kWarning)},
          {"notes", report.count(gis::RuleSeverity::kNote)},
          {"not_checked", report.failedRules()},
          {"compared_with", before ? Json(gis::formatUtc(before->at_utc_ms)) : Json(nullptr)},
          {"results", std::move(results)}};
}

void printRows(const gis::RuleResult& result, const gis::CheckReport& report, const CommandContext& context) {
  std::size_t shown = 0;
  for (const gis::Finding& finding : result.findings) {
    if (++shown > kMostInText) break;
    context.out() << "    " << finding.table << ' ' << finding.fid << "  "
                  << countyText(report, finding.county_code).toStdString() << "  "
                  << rowText(report, finding, language(context)).toStdString()
                  << (finding.value.empty() ? "" : "  (" + finding.value + ")") << '\n';
  }
  if (const auto more = result.count - static_cast<std::int64_t>(std::min(shown, kMostInText)); more > 0)
    context.out() << "    " << QCoreApplication::translate("CommandLine", "and %1 more").arg(more).toStdString()
                  << '\n';
}

void printReport(const gis::CheckReport& report, const gis::CheckCounts* before, const CommandContext& context) {
  for (const gis::RuleResult& result : report.results) {
    if (result.error) {
      context.err() << result.rule.id << ": " << result.error->detail << '\n';
      continue;
    }
    if (result.count == 0) continue;
    context.out() << '[' << severityText(result.rule.severity).toStdString() << "] "
                  << ruleText(result.rule.title, language(context)).toStdString() << ": " << result.count;
    const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
    if (then && *then != result.count) context.out() << fmt::format(" ({:+})", result.count - *then);
    context.out() << "  " << result.rule.id << '\n';
    printRows(result, report, context);
  }
  context.out() << checkSummary(report).toStdString() << '\n';
}

// The last check of the whole city, and this one kept beside it. A workspace that cannot be written has no trend.
std::optional<gis::CheckCounts> keep(const CheckArguments& arguments, const gis::CheckReport& report,
                                     const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kReadWrite);
  if (!workspace) return std::nullopt;
  const gis::CheckRunStore runs(workspace->db());
  auto latest = runs.latest(1);
  const bool whole = arguments.rules.empty() && arguments.county.empty();
  if (whole && !arguments.no_record && !workspace->readOnlyReason()) {
    gis::UuidSource uuids(std::make_shared<gis::SystemClock>());
    if (const auto saved = runs.save(report, AppSettings().author().name, uuids); !saved)
      context.err() << errorJson(saved.error())["message"].get<std::string>() << '\n';
  }
  if (!latest || latest->empty()) return std::nullopt;
  return std::move(latest->front());
}

int check(const CheckArguments& arguments, const CommandContext& context, const std::vector<gis::QualityRule>& rules) {
  const Interrupt interrupt;
  gis::Result<gis::CheckReport> report = gis::fail(gis::ErrorCode::kNoData, "");
  {
    const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
    if (!workspace) return context.fail(workspace.error());
    gis::CheckRequest request{arguments.rules, arguments.county, arguments.limit};
    report = gis::checkQuality(workspace->db(), rules, request, gis::SystemClock(), interrupt.token(),
                               progressOn(context.err()));
  }
  if (!report) return context.fail(report.error());
  const auto before = keep(arguments, *report, context);
  const gis::CheckCounts* const then = before ? &*before : nullptr;
  if (!arguments.workbook.empty())
    if (const auto written = writeCheckWorkbook(arguments.workbook, *report, then, language(context)); !written)
      return context.fail(written.error());
  if (context.form() == OutputForm::kJson)
    context.print(checkJson(*report, then, language(context)));
  else
    printReport(*report, then, context);
  return report->count(gis::RuleSeverity::kError) > 0 ? kExitErrorsFound : kExitDone;
}

void printFix(const gis::RowFix& fix, const CommandContext& context) {
  for (const auto& [column, value] : fix.after)
    context.out() << fix.row.table << ' ' << fix.row.fid << "  " << column << ": "
                  << cellText(fix.before.at(column)).toStdString() << " → " << cellText(value).toStdString() << '\n';
}

int fix(const CheckArguments& arguments, const CommandContext& context, const std::vector<gis::QualityRule>& rules) {
  if (arguments.rules.size() != 1)
    return context.fail({gis::ErrorCode::kInvalidArgument, "--fix", "one --rule expected", {}});
  const auto rule = std::ranges::find(rules, arguments.rules.front(), &gis::QualityRule::id);
  if (rule == rules.end()) return context.fail({gis::ErrorCode::kUnknownName, arguments.rules.front(), "", {}});
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const Interrupt interrupt;
  const auto clock = std::make_shared<gis::SystemClock>();
  const auto fixes = gis::fixesOf(workspace->db(), *rule, arguments.county, *clock, interrupt.token());
  if (!fixes) return context.fail(fixes.error());
  std::string step;
  if (!arguments.dry_run) {
    gis::UuidSource uuids(clock);
    gis::EditAuthor author = AppSettings().author();
    if (!arguments.author.empty()) author.name = arguments.author;
    const gis::StepPlan plan{author,
                             gis::StepKind::kFix,
                             ruleText(rule->title, language(context)).toStdString(),
                             ruleText(rule->fix->text, language(context)).toStdString(),
                             {},
                             Json({{"rule", rule->id}}).dump()};
    const auto made = gis::RowEditor::edit(workspace->db(), uuids, *clock, plan,
                                           [&](gis::RowEditor& rows) { return gis::applyFixes(rows, *fixes); });
    if (!made) return context.fail(made.error());
    step = *made;
  }
  if (context.form() == OutputForm::kJson) {
    auto rows = Json::array();
    for (const gis::RowFix& one : *fixes) {
      Json cells = Json::object();
      for (const auto& [column, value] : one.after)
        cells[column] = {{"old", cellJson(one.before.at(column))}, {"new", cellJson(value)}};
      rows.push_back({{"table", one.row.table}, {"fid", one.row.fid}, {"uuid", one.row.uuid}, {"cells", cells}});
    }
    context.print({{"rule", rule->id},
                   {"applied", !arguments.dry_run},
                   {"step", step.empty() ? Json(nullptr) : Json(step)},
                   {"rows", std::move(rows)}});
    return kExitDone;
  }
  for (const gis::RowFix& one : *fixes) printFix(one, context);
  context.out() << (arguments.dry_run ? QCoreApplication::translate("CommandLine", "%1 rows would be mended.")
                                      : QCoreApplication::translate("CommandLine", "%1 rows mended."))
                       .arg(fixes->size())
                       .toStdString()
                << '\n';
  return kExitDone;
}

int runCheck(const CheckArguments& arguments, const CommandContext& context) {
  const auto rules = gis::ownQualityRules();
  if (!rules) return context.fail(rules.error());
  if (arguments.list) return listRules(context, *rules);
  if (arguments.workspace.empty())
    return context.fail({gis::ErrorCode::kInvalidArgument, "--workspace", "a folder is missing", {}});
  return arguments.fix ? fix(arguments, context, *rules) : check(arguments, context, *rules);
}

}  // namespace

void addCheckCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "check", cliText(QT_TRANSLATE_NOOP("CommandLine", "find what is wrong in the census database, and mend it")));
  const auto arguments = std::make_shared<CheckArguments>();
  command->add_option("--workspace", arguments->workspace,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")));
  command->add_option("--rule", arguments->rules,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only this rule; may be given several times")));
  command->add_option("--county", arguments->county,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "only this county, by its code of twelve digits")));
  command->add_flag("--list", arguments->list, cliText(QT_TRANSLATE_NOOP("CommandLine", "list the rules and leave")));
  command->add_option("--xlsx", arguments->workbook,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "write the result to this Excel file, too")));
  command
      ->add_option("--limit", arguments->limit,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "how many rows of each rule are named; all are counted")))
      ->capture_default_str();
  command->add_flag("--fix", arguments->fix,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "mend what the one --rule finds, as one step of undo")));
  command->add_flag("--dry-run", arguments->dry_run,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "with --fix: only show what would change")));
  command->add_flag("--no-record", arguments->no_record,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "do not keep the counts for the trend")));
  command->add_option("--author", arguments->author,
                      cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
  addCommonOptions(*command, context);
  command->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine",
                                "Exit codes: 0 no errors found, 1 failed, 2 wrong usage, 3 errors found.\nExamples:\n"
                                "  fengsui check --workspace ~/city --xlsx check.xlsx\n"
                                "  fengsui check --rule name-untidy --fix --dry-run --workspace ~/city")));
  command->callback([arguments, &context] { context.exit_code = runCheck(*arguments, context); });
}

}  // namespace app
