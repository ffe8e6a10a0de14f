// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/field_conflicts.h"

#include <algorithm>
#include <memory>

#include "app/cli/edit_text.h"
#include "app/settings/app_settings.h"
#include "gis/field/field_sync.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct ConflictArguments {
  std::filesystem::path workspace;
  bool all = false;
  int number = 0;
  int side = 0;
  std::string value;
  bool has_value = false;
  bool keep = false;
  bool remove = false;
  std::string reason;
  std::string author;
};

QString kindText(gis::ConflictKind kind) {
  switch (kind) {
    case gis::ConflictKind::kValues:
      return QCoreApplication::translate("CommandLine", "changed twice");
    case gis::ConflictKind::kRemoved:
      return QCoreApplication::translate("CommandLine", "removed by one, changed by another");
    case gis::ConflictKind::kUnique:
      return QCoreApplication::translate("CommandLine", "another row has this value");
    case gis::ConflictKind::kReference:
      return QCoreApplication::translate("CommandLine", "refers to something that is not here");
    case gis::ConflictKind::kRule:
      return QCoreApplication::translate("CommandLine", "breaks a rule of the table");
  }
  return {};
}

Json conflictJson(int number, const gis::ConflictSides& sides) {
  Json json = {{"number", number},
               {"table", sides.conflict.table},
               {"row", sides.conflict.row_uuid},
               {"column", sides.conflict.column},
               {"kind", gis::conflictKindName(sides.conflict.kind)},
               {"detail", sides.conflict.detail},
               {"found", gis::formatUtc(sides.conflict.found_utc_ms)},
               {"owner", sides.conflict.owner},
               {"decided", !sides.conflict.decided_step.empty()},
               {"base", cellJson(sides.base)},
               {"here", cellJson(sides.here)}};
  auto rows = Json::array();
  for (const gis::DatedChange& side : sides.sides) rows.push_back(changeJson(side));
  json["sides"] = std::move(rows);
  return json;
}

void printConflict(int number, const gis::ConflictSides& sides, std::ostream& out) {
  const gis::Conflict& conflict = sides.conflict;
  out << number << ". " << conflict.table << (conflict.column.empty() ? "" : "." + conflict.column) << "  "
      << conflict.row_uuid << "  " << kindText(conflict.kind).toStdString();
  if (!conflict.decided_step.empty())
    out << "  " << QCoreApplication::translate("CommandLine", "(decided)").toStdString();
  out << '\n';
  if (conflict.column.empty()) return;
  out << "     " << QCoreApplication::translate("CommandLine", "before").toStdString() << ": "
      << cellText(sides.base).toStdString() << '\n';
  int n = 0;
  for (const gis::DatedChange& side : sides.sides)
    out << "  " << ++n << ") " << side.author.name << " " << localTimeText(side.at_utc_ms).toStdString() << ": "
        << cellText(side.change.new_value).toStdString() << '\n';
}

int conflicts(const ConflictArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto found = gis::ConflictStore(workspace->db()).all(!arguments.all);
  if (!found) return context.fail(found.error());
  auto rows = Json::array();
  int number = 0;
  for (const gis::Conflict& conflict : *found) {
    const auto sides = gis::conflictSides(workspace->db(), conflict);
    if (!sides) return context.fail(sides.error());
    ++number;
    if (context.form() == OutputForm::kJson)
      rows.push_back(conflictJson(number, *sides));
    else
      printConflict(number, *sides, context.out());
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"conflicts", std::move(rows)}});
  else if (number == 0)
    context.out() << QCoreApplication::translate("CommandLine", "No open conflicts.").toStdString() << '\n';
  return kExitDone;
}

// A number where the cell holds numbers.
gis::CellValue typed(const std::string& text, const gis::ConflictSides& sides) {
  const auto number = [&](const gis::CellValue& value) {
    return std::holds_alternative<std::int64_t>(value) || std::holds_alternative<double>(value);
  };
  const bool any = number(sides.here) || number(sides.base) ||
                   std::ranges::any_of(sides.sides, [&](const auto& side) { return number(side.change.new_value); });
  bool ok = false;
  if (any)
    if (const qlonglong whole = QString::fromStdString(text).toLongLong(&ok); ok) return std::int64_t{whole};
  if (any)
    if (const double real = QString::fromStdString(text).toDouble(&ok); ok) return real;
  return text;
}

gis::Result<gis::Decision> decisionOf(const ConflictArguments& arguments, const gis::ConflictSides& sides) {
  gis::Decision decision;
  decision.reason = arguments.reason;
  if (arguments.keep || arguments.remove) {
    decision.kind = arguments.keep ? gis::Decision::Kind::kKeepRow : gis::Decision::Kind::kRemoveRow;
  } else if (arguments.has_value) {
    decision.value = typed(arguments.value, sides);
  } else if (arguments.side >= 1 && arguments.side <= static_cast<int>(sides.sides.size())) {
    decision.value = sides.sides[static_cast<std::size_t>(arguments.side - 1)].change.new_value;
  } else {
    return gis::fail(gis::ErrorCode::kInvalidArgument, "--side", "--side N, --value, --keep-row or --remove-row");
  }
  return decision;
}

int decide(const ConflictArguments& arguments, const CommandContext& context) {
  const auto workspace = openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  const auto found = gis::ConflictStore(workspace->db()).all(true);
  if (!found) return context.fail(found.error());
  if (arguments.number < 1 || arguments.number > static_cast<int>(found->size()))
    return context.fail({gis::ErrorCode::kNoData, std::to_string(arguments.number), "no open conflict", {}});
  const gis::Conflict& conflict = (*found)[static_cast<std::size_t>(arguments.number - 1)];
  const auto sides = gis::conflictSides(workspace->db(), conflict);
  if (!sides) return context.fail(sides.error());
  const auto decision = decisionOf(arguments, *sides);
  if (!decision) return context.fail(decision.error());
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  gis::EditAuthor author = AppSettings().author();
  if (!arguments.author.empty()) author.name = arguments.author;
  const auto done = gis::decideConflict(workspace->db(), uuids, *clock, author, conflict, *decision);
  if (!done) return context.fail(done.error());
  const auto left = gis::ConflictStore(workspace->db()).all(true);
  if (!left) return context.fail(left.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"open_conflicts", left->size()}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "Decided. Conflicts still open: %1")
                         .arg(left->size())
                         .toStdString()
                  << '\n';
  return kExitDone;
}

void addDecisionOptions(CLI::App& command, ConflictArguments& arguments) {
  command
      .add_option("NUMBER", arguments.number,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "number of the conflict in `field conflicts`")))
      ->required();
  command.add_option("--side", arguments.side,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "take the value of this side (1, 2 …)")));
  command.add_option("--value", arguments.value, cliText(QT_TRANSLATE_NOOP("CommandLine", "take this value instead")));
  command.add_flag("--keep-row", arguments.keep, cliText(QT_TRANSLATE_NOOP("CommandLine", "the row stays")));
  command.add_flag("--remove-row", arguments.remove, cliText(QT_TRANSLATE_NOOP("CommandLine", "the row goes")));
  command.add_option("--why", arguments.reason,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "the reason, for the history")));
  command.add_option("--author", arguments.author,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given")));
}

}  // namespace

void addFieldConflictCommands(CLI::App& field, CommandContext& context) {
  const auto arguments = std::make_shared<ConflictArguments>();
  CLI::App* list = field.add_subcommand(
      "conflicts", cliText(QT_TRANSLATE_NOOP("CommandLine", "what only a person can decide, with each side's value")));
  list->add_flag("--all", arguments->all, cliText(QT_TRANSLATE_NOOP("CommandLine", "also those decided already")));
  CLI::App* decision = field.add_subcommand("decide", cliText(QT_TRANSLATE_NOOP("CommandLine", "decide one conflict")));
  addDecisionOptions(*decision, *arguments);
  for (CLI::App* command : {list, decision}) {
    command
        ->add_option("--workspace", arguments->workspace,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*command, context);
  }
  list->callback([=, &context] { context.exit_code = conflicts(*arguments, context); });
  decision->callback([=, &context] {
    arguments->has_value = decision->count("--value") > 0;
    context.exit_code = decide(*arguments, context);
  });
}

}  // namespace app
