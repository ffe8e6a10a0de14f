// SPDX-License-Identifier: GPL-3.0-or-later
#include <fstream>
#include <iterator>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/import_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/settings/app_settings.h"
#include "app/text/import_text.h"
#include "gis/import/mapping_store.h"
#include "gis/keep/backup_store.h"

namespace app {
namespace {

struct ImportArguments {
  std::filesystem::path file;
  std::filesystem::path workspace;
  std::string table;
  std::filesystem::path map;
  std::string crs;
  std::string encoding;
  std::string layer;
  std::vector<std::string> values;
  std::vector<std::string> accepted;
  std::string shift_m;
  std::filesystem::path write_map;
  std::filesystem::path rejects;
  std::string author;
  std::string reason;
  bool dry_run = false;
  bool anew = false;
};

gis::Result<std::optional<gis::Mapping>> givenMapping(const std::filesystem::path& file) {
  if (file.empty()) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string());
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto mapping = gis::readMapping(text);
  if (!mapping)
    return gis::fail(mapping.error().code, file.string(), mapping.error().subject + ": " + mapping.error().detail);
  return std::move(*mapping);
}

// The answers on the command line: --set, --accept, --shift.
gis::Result<void> answer(const ImportArguments& arguments, gis::ImportDraft& draft) {
  const auto wrong = [](const std::string& word, const char* expected) {
    return gis::fail(gis::ErrorCode::kInvalidArgument, word, expected);
  };
  for (const std::string& word : arguments.values) {
    const std::size_t equals = word.find('=');
    if (equals == std::string::npos) return wrong(word, "column=value or column=@field expected");
    const std::string column = word.substr(0, equals), value = word.substr(equals + 1);
    gis::ColumnRule rule;
    rule.from = value.starts_with('@') ? gis::ColumnRule::From::kField : gis::ColumnRule::From::kValue;
    (rule.from == gis::ColumnRule::From::kField ? rule.field : rule.value) =
        value.starts_with('@') ? value.substr(1) : value;
    draft.mapping.columns[column] = std::move(rule);
  }
  draft.mapping.accepted.insert(arguments.accepted.begin(), arguments.accepted.end());
  if (!arguments.shift_m.empty()) {
    const std::size_t comma = arguments.shift_m.find(',');
    char* end = nullptr;
    draft.mapping.shift_east_m = std::strtod(arguments.shift_m.c_str(), &end);
    if (comma == std::string::npos || end != arguments.shift_m.c_str() + comma)
      return wrong(arguments.shift_m, "east,north in metres expected");
    draft.mapping.shift_north_m = std::strtod(arguments.shift_m.c_str() + comma + 1, &end);
    if (*end != 0) return wrong(arguments.shift_m, "east,north in metres expected");
  }
  gis::settle(draft);
  return {};
}

gis::StepPlan stepOf(const ImportArguments& arguments, const std::string& table) {
  gis::EditAuthor author = AppSettings().author();
  if (!arguments.author.empty()) author.name = arguments.author;
  const QString title =
      QCoreApplication::translate("CommandLine", "Import of %1 into %2")
          .arg(QString::fromStdString(arguments.file.filename().string()), QString::fromStdString(table));
  return {author, gis::StepKind::kImport, title.toStdString(), arguments.reason};
}

int importFile(const ImportArguments& arguments, const CommandContext& context) {
  const auto workspace = arguments.dry_run ? gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead)
                                           : openForEditing(arguments.workspace);
  if (!workspace) return context.fail(workspace.error());
  auto mapping = givenMapping(arguments.map);
  if (!mapping) return context.fail(mapping.error());
  const Interrupt interrupt;
  gis::DraftWishes wishes{arguments.table,     arguments.layer, arguments.encoding, arguments.crs, {},
                          std::move(*mapping), !arguments.anew};
  auto draft = gis::draftImport(workspace->db(), arguments.file, wishes, interrupt.token());
  if (!draft) return context.fail(draft.error());
  if (auto answered = answer(arguments, *draft); !answered) return context.fail(answered.error());
  if (!arguments.write_map.empty()) {
    std::ofstream out(arguments.write_map, std::ios::binary | std::ios::trunc);
    out << gis::mappingText(draft->mapping);
    out.close();
    if (!out) return context.fail({gis::ErrorCode::kPermissionDenied, arguments.write_map.string(), {}, {}});
  }
  nlohmann::ordered_json json = draftJson(*draft);
  if (context.form() == OutputForm::kText) printDraft(*draft, context);
  if (!draft->questions.empty()) {
    if (context.form() == OutputForm::kJson) context.print(json);
    context.tell(QCoreApplication::translate(
        "CommandLine",
        "Nothing was imported. Answer with --into, --crs, --shift or --set, or --accept the question as it is."));
    return kExitUndecided;
  }
  const gis::ImportRequest request{arguments.file, draft->mapping};
  const auto clock = std::make_shared<gis::SystemClock>();
  gis::UuidSource uuids(clock);
  const gis::Progress progress = progressOn(context.err());
  if (!arguments.dry_run)
    if (const auto copied =
            gis::backUpWorkspace(workspace->folder(), gis::BackupReason::kImport, *clock, interrupt.token());
        !copied)
      return context.fail(copied.error());
  const auto outcome = arguments.dry_run
                           ? gis::planImport(workspace->db(), request, interrupt.token(), progress)
                           : gis::applyImport(workspace->db(), uuids, *clock, stepOf(arguments, draft->mapping.table),
                                              request, interrupt.token(), progress);
  if (!outcome) return context.fail(outcome.error());
  if (!arguments.dry_run)
    if (auto saved = gis::MappingStore(workspace->db())
                         .save(draft->source_key, arguments.file.filename().string(), draft->mapping, *clock);
        !saved)
      return context.fail(saved.error());
  if (!arguments.rejects.empty())
    if (auto written = writeRejected(*outcome, arguments.rejects); !written) return context.fail(written.error());
  if (context.form() == OutputForm::kJson) {
    json["dry_run"] = arguments.dry_run;
    json["import"] = outcomeJson(*outcome);
    context.print(json);
  } else {
    printOutcome(*outcome, context);
  }
  return kExitDone;
}

}  // namespace

void addImportCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "import", cliText(QT_TRANSLATE_NOOP("CommandLine", "bring the rows of a file into a table of the workspace")));
  const auto arguments = std::make_shared<ImportArguments>();
  const auto option = [&](const char* name, auto& into, const char* text) {
    return command->add_option(name, into, cliText(text));
  };
  option("FILE", arguments->file, QT_TRANSLATE_NOOP("CommandLine", "any vector file or table"))->required();
  option("--workspace", arguments->workspace, QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace"))->required();
  option("--into", arguments->table, QT_TRANSLATE_NOOP("CommandLine", "table of the workspace; guessed unless given"));
  option("--map", arguments->map, QT_TRANSLATE_NOOP("CommandLine", "mapping as JSON, as --write-map writes it"));
  option("--crs", arguments->crs,
         QT_TRANSLATE_NOOP("CommandLine", "system of the coordinates: EPSG:4547, gcj02, bd09 ..."));
  option("--encoding", arguments->encoding, QT_TRANSLATE_NOOP("CommandLine", "encoding of the texts: GBK, UTF-8 ..."));
  option("--layer", arguments->layer, QT_TRANSLATE_NOOP("CommandLine", "layer or sheet of the file"));
  option("--set", arguments->values,
         QT_TRANSLATE_NOOP("CommandLine", "column=value for all rows, or column=@field of the file; more than once"));
  option("--shift", arguments->shift_m,
         QT_TRANSLATE_NOOP("CommandLine", "metres by which all places are moved: east,north"));
  option("--accept", arguments->accepted,
         QT_TRANSLATE_NOOP("CommandLine", "leave a question as it is, by its word in brackets; more than once"));
  option("--write-map", arguments->write_map, QT_TRANSLATE_NOOP("CommandLine", "write the mapping to this file"));
  option("--rejects", arguments->rejects,
         QT_TRANSLATE_NOOP("CommandLine", "write the rejected rows with their reasons to this CSV file"));
  option("--author", arguments->author,
         QT_TRANSLATE_NOOP("CommandLine", "who does it; the system's user unless given"));
  option("--why", arguments->reason, QT_TRANSLATE_NOOP("CommandLine", "the reason, for the history"));
  command->add_flag("--dry-run", arguments->dry_run,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "only tell what would be done")));
  command->add_flag("--anew", arguments->anew,
                    cliText(QT_TRANSLATE_NOOP(
                        "CommandLine", "guess again instead of using the mapping of the last file of this kind")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Everything is guessed from the file and told with its reason; what only a person can know is asked, and then\n"
      "nothing is written. The import is one step: `fengsui edit undo` takes it back as a whole. Rows that cannot be\n"
      "used are left out and listed. Exit codes: 0 done, 1 failed, 2 wrong usage, 3 questions are open.\n"
      "Examples:\n"
      "  fengsui import 学校.shp --workspace ~/city --dry-run\n"
      "  fengsui import 隐患点.xlsx --into geohazard_point --crs gcj02 --rejects left-out.csv --workspace ~/city")));
  command->callback([arguments, &context] { context.exit_code = importFile(*arguments, context); });
}

}  // namespace app
