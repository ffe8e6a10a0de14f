// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/import_report.h"

#include "app/text/error_text.h"
#include "app/text/import_text.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kRejectedShown = 20;
constexpr std::size_t kRejectedInJson = 1000;

Json guessJson(const gis::Guess& guess) {
  return {{"value", guess.value}, {"confidence", guess.confidence_ratio}, {"reason", gis::reasonName(guess.reason)}};
}

QString line(const QString& what, const gis::Guess& guess) {
  return QCoreApplication::translate("CommandLine", "%1: %2 (%3, %4 %)")
      .arg(what, QString::fromStdString(guess.value), guessReason(guess.reason))
      .arg(qRound(guess.confidence_ratio * 100));
}

QString ruleText(const gis::ColumnRule& rule) {
  switch (rule.from) {
    case gis::ColumnRule::From::kField:
      return rule.factor_ratio == 1
                 ? QString::fromStdString(rule.field)
                 : QStringLiteral("%1 × %2").arg(QString::fromStdString(rule.field)).arg(rule.factor_ratio);
    case gis::ColumnRule::From::kValue:
      return QStringLiteral("\"%1\"").arg(QString::fromStdString(rule.value));
    case gis::ColumnRule::From::kPlace:
      return QCoreApplication::translate("CommandLine", "(from the place)");
    case gis::ColumnRule::From::kGeometry:
      return QCoreApplication::translate("CommandLine", "(measured)");
  }
  return {};
}

}  // namespace

Json draftJson(const gis::ImportDraft& draft) {
  Json json = {{"driver", draft.source.driver}, {"layer", draft.source.layer.name}, {"layers", draft.layers}};
  json["guesses"] = {
      {"table", guessJson(draft.table)}, {"crs", guessJson(draft.crs)}, {"encoding", guessJson(draft.encoding)}};
  if (draft.source.is_sheet) json["guesses"]["header"] = guessJson(draft.header);
  for (const auto& [column, guess] : draft.columns) json["guesses"]["columns"][column] = guessJson(guess);
  json["tables"] = Json::array();
  for (const gis::RankedTable& table : draft.tables)
    json["tables"].push_back({{"table", table.table}, {"fit", table.fit_ratio}});
  json["mapping"] = Json::parse(gis::mappingText(draft.mapping), nullptr, false);
  json["questions"] = Json::array();
  for (const gis::ImportQuestion& question : draft.questions) {
    Json asked = {{"question", gis::questionName(question.kind)},
                  {"subject", question.subject},
                  {"message", questionSentence(question).toStdString()}};
    if (!question.suggestion.empty()) asked["suggestion"] = question.suggestion;
    if (!question.detail.empty()) asked["detail"] = question.detail;
    json["questions"].push_back(std::move(asked));
  }
  json["warnings"] = Json::array();
  for (const gis::Warning& warning : draft.warnings) json["warnings"].push_back(warningJson(warning));
  return json;
}

Json outcomeJson(const gis::ImportOutcome& outcome) {
  const gis::ImportCounts& counts = outcome.counts;
  Json json = {{"rows", counts.rows},           {"new", counts.added},         {"changed", counts.changed},
               {"unchanged", counts.unchanged}, {"rejected", counts.rejected}, {"missing", counts.missing},
               {"removed", counts.removed},     {"sha256", outcome.sha256}};
  json["step"] = outcome.step.empty() ? Json(nullptr) : Json(outcome.step);
  json["rejected_rows"] = Json::array();
  for (const gis::RejectedRow& row : outcome.rejected) {
    if (json["rejected_rows"].size() >= kRejectedInJson) break;
    json["rejected_rows"].push_back({{"row", row.row},
                                     {"reason", gis::rejectName(row.reason)},
                                     {"column", row.column},
                                     {"value", row.value},
                                     {"message", rejectSentence(row).toStdString()}});
  }
  for (const gis::Warning& warning : outcome.warnings) json["warnings"].push_back(warningJson(warning));
  return json;
}

void printDraft(const gis::ImportDraft& draft, const CommandContext& context) {
  const auto say = [&](const QString& text) { context.out() << text.toStdString() << '\n'; };
  if (!draft.table.value.empty()) say(line(QCoreApplication::translate("CommandLine", "Table"), draft.table));
  if (!draft.crs.value.empty()) say(line(QCoreApplication::translate("CommandLine", "Coordinate system"), draft.crs));
  say(line(QCoreApplication::translate("CommandLine", "Encoding"), draft.encoding));
  if (draft.source.is_sheet)
    say(QCoreApplication::translate("CommandLine", "Names of the columns: %1 rows after the first %2")
            .arg(draft.source.header.rows)
            .arg(draft.source.header.skipped));
  for (const auto& [column, rule] : draft.mapping.columns)
    say(QStringLiteral("  %1 ← %2").arg(QString::fromStdString(column), ruleText(rule)));
  for (const gis::Warning& warning : draft.warnings) context.tell(warningSentence(warning));
  for (const gis::ImportQuestion& question : draft.questions)
    context.tell(QStringLiteral("? ") + questionSentence(question) + QStringLiteral(" [") +
                 QString::fromStdString(gis::questionName(question.kind)) + QLatin1Char(']'));
}

void printOutcome(const gis::ImportOutcome& outcome, const CommandContext& context) {
  context.out() << countsSentence(outcome.counts).toStdString() << '\n';
  for (std::size_t i = 0; i < std::min(outcome.rejected.size(), kRejectedShown); ++i)
    context.tell(rejectSentence(outcome.rejected[i]));
  if (outcome.counts.rejected > static_cast<std::int64_t>(kRejectedShown))
    context.tell(QCoreApplication::translate("CommandLine", "… and %1 more; --rejects FILE.csv lists them.")
                     .arg(outcome.counts.rejected - static_cast<std::int64_t>(kRejectedShown)));
  for (const gis::Warning& warning : outcome.warnings) context.tell(warningSentence(warning));
}

}  // namespace app
