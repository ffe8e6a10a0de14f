// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/edit_text.h"
#include "app/cli/table_text.h"
#include "app/fields/export_columns.h"
#include "gis/table/row_query.h"
#include "gis/table/table_data_store.h"
#include "gis/table/table_schema_store.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct TableArguments {
  std::filesystem::path workspace;
  std::string table;
  std::string where;
  std::vector<std::string> columns;
  std::string sort;
  bool descending = false;
  std::size_t limit = 100;
  bool list = false;
  bool csv = false;
  std::filesystem::path output;
  CLI::Option* limit_given = nullptr;
};

// What one question needs of the workspace.
struct TableAsked {
  gis::TableSchema schema;
  TableFields fields;
  gis::CodeLists codes;
  std::vector<std::size_t> shown;
  gis::RowQuery query;
};

gis::Result<std::size_t> columnOf(const gis::TableSchema& schema, const TableFields& fields, const std::string& name) {
  if (const auto column = schema.find(name)) return *column;
  for (std::size_t i = 0; i < fields.fields.size(); ++i)
    if (fields.fields[i].label.zh.toStdString() == name || fields.fields[i].label.en.toStdString() == name) return i;
  return gis::fail(gis::ErrorCode::kUnknownName, name, "no such column");
}

gis::Result<TableAsked> asked(const TableArguments& arguments, const gis::Database& db) {
  TableAsked asked;
  auto schema = gis::TableSchemaStore(db).schema(arguments.table);
  if (!schema) return std::unexpected(schema.error());
  auto catalogue = layers::loadCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  auto codes = gis::CodeStore(db).all();
  if (!codes) return std::unexpected(codes.error());
  asked.schema = std::move(*schema);
  asked.codes = std::move(*codes);
  asked.fields = tableFields(asked.schema, catalogue->entries);
  for (const std::string& name : arguments.columns) {
    const auto column = columnOf(asked.schema, asked.fields, name);
    if (!column) return std::unexpected(column.error());
    asked.shown.push_back(*column);
  }
  if (arguments.columns.empty())
    for (std::size_t i = 0; i < asked.schema.columns.size(); ++i)
      if (!gis::isHousekeeping(asked.schema, asked.schema.columns[i].name)) asked.shown.push_back(i);
  auto filter = gis::parseRowFilter(arguments.where, asked.schema, asked.fields.naming());
  if (!filter) return std::unexpected(filter.error());
  asked.query.filter = std::move(*filter);
  asked.query.words = asked.shown;
  if (!arguments.sort.empty()) {
    const auto column = columnOf(asked.schema, asked.fields, arguments.sort);
    if (!column) return std::unexpected(column.error());
    asked.query.sort =
        gis::RowSort{*column, arguments.descending ? gis::SortOrder::kDescending : gis::SortOrder::kAscending};
  }
  return asked;
}

void printJson(const CommandContext& context, const TableAsked& asked, const gis::QueryAnswer& answer,
               const std::vector<gis::TableRow>& rows) {
  auto columns = Json::array();
  for (const std::size_t column : asked.shown)
    columns.push_back(
        {{"column", asked.schema.columns[column].name},
         {"label", asked.fields.heading(column, QString::fromStdString(context.m_language)).toStdString()}});
  auto list = Json::array();
  for (const gis::TableRow& row : rows) {
    Json cells = {{asked.schema.key, row.fid}};
    for (std::size_t i = 0; i < asked.shown.size(); ++i)
      cells[asked.schema.columns[asked.shown[i]].name] = cellJson(row.cells[i]);
    list.push_back(std::move(cells));
  }
  context.print({{"table", asked.schema.table},
                 {"total", answer.total},
                 {"found", answer.fids.size()},
                 {"columns", std::move(columns)},
                 {"rows", std::move(list)}});
}

int list(const CommandContext& context, const gis::Database& db) {
  const auto tables = gis::TableSchemaStore(db).tables();
  if (!tables) return context.fail(tables.error());
  auto json = Json::array();
  for (const gis::TableSummary& table : *tables) {
    const bool english = context.m_language == "en" && !table.title_en.empty();
    const std::string& title = english ? table.title_en : table.title;
    json.push_back({{"table", table.table}, {"title", title}, {"geometry", table.has_geometry}});
    if (context.form() != OutputForm::kJson) context.out() << fmt::format("{:<24} {}\n", table.table, title);
  }
  if (context.form() == OutputForm::kJson) context.print({{"tables", std::move(json)}});
  return kExitDone;
}

int writeFile(const TableArguments& arguments, const CommandContext& context, const gis::Database& db,
              const TableAsked& asked, gis::QueryAnswer answer) {
  const auto format = gis::exportFormatOf(arguments.output);
  if (!format)
    return context.fail({gis::ErrorCode::kInvalidArgument,
                         arguments.output.string(),
                         ".xlsx, .csv, .gpkg, .geojson or .kml expected",
                         {}});
  if (arguments.limit_given->count() > 0 && answer.fids.size() > arguments.limit) answer.fids.resize(arguments.limit);
  const gis::TableExport what{
      exportColumns(asked.fields, asked.codes, asked.shown, QString::fromStdString(context.m_language)),
      std::move(answer.fids)};
  if (const auto done = gis::exportTable(db, asked.schema, what, arguments.output, *format); !done)
    return context.fail(done.error());
  if (context.form() == OutputForm::kJson)
    context.print({{"table", asked.schema.table}, {"file", arguments.output.string()}, {"rows", what.fids.size()}});
  else
    context.tell(QCoreApplication::translate("CommandLine", "%1 rows written to %2.")
                     .arg(what.fids.size())
                     .arg(QString::fromStdString(arguments.output.string())));
  return kExitDone;
}

int table(const TableArguments& arguments, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(arguments.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  if (arguments.list || arguments.table.empty()) return list(context, workspace->db());
  const auto asked_for = asked(arguments, workspace->db());
  if (!asked_for) return context.fail(asked_for.error());
  auto answer = gis::queryRows(workspace->db(), asked_for->schema, asked_for->query, {}, asked_for->codes);
  if (!answer) return context.fail(answer.error());
  if (!arguments.output.empty()) return writeFile(arguments, context, workspace->db(), *asked_for, std::move(*answer));
  const std::span<const std::int64_t> wanted(answer->fids.data(), std::min(answer->fids.size(), arguments.limit));
  const auto rows = gis::TableDataStore(workspace->db()).rows(asked_for->schema, asked_for->shown, wanted);
  if (!rows) return context.fail(rows.error());
  const QString language = QString::fromStdString(context.m_language);
  if (context.form() == OutputForm::kJson)
    printJson(context, *asked_for, *answer, *rows);
  else if (arguments.csv)
    writeCsv(context.out(), asked_for->schema, asked_for->shown, *rows);
  else
    writeColumns(context.out(), asked_for->fields, asked_for->codes, asked_for->shown, *rows, language);
  if (context.form() == OutputForm::kText && rows->size() < answer->fids.size())
    context.tell(QCoreApplication::translate("CommandLine", "%1 of %2 rows; --limit shows more.")
                     .arg(rows->size())
                     .arg(answer->fids.size()));
  return kExitDone;
}

}  // namespace

void addTableCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "table",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "rows of a table of the workspace: filtered, sorted, exported")));
  const auto arguments = std::make_shared<TableArguments>();
  command->add_option("TABLE", arguments->table, cliText(QT_TRANSLATE_NOOP("CommandLine", "table of the workspace")));
  command
      ->add_option("--workspace", arguments->workspace,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  command->add_flag("--list", arguments->list, cliText(QT_TRANSLATE_NOOP("CommandLine", "list the tables")));
  command->add_option(
      "--where", arguments->where,
      cliText(QT_TRANSLATE_NOOP("CommandLine", "which rows: words in any column, or column=value (see below)")));
  command
      ->add_option("--columns", arguments->columns,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "which columns, by name or label, with commas between")))
      ->delimiter(',');
  command->add_option("--sort", arguments->sort, cliText(QT_TRANSLATE_NOOP("CommandLine", "column to sort by")));
  command->add_flag("--descending", arguments->descending,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "the greatest first")));
  arguments->limit_given =
      command
          ->add_option("--limit", arguments->limit,
                       cliText(QT_TRANSLATE_NOOP("CommandLine", "how many rows at most; a file gets all unless given")))
          ->capture_default_str();
  command->add_option("-o,--output", arguments->output,
                      cliText(QT_TRANSLATE_NOOP(
                          "CommandLine", "write the rows to this file: .xlsx .csv (as shown), .gpkg .geojson .kml")));
  command->add_flag("--csv", arguments->csv,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "write the values as they are stored, as CSV")));
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Filter: words must all be in the row; \"two words\" are one, -word must not be there, | means or.\n"
      "column=value, also != < <= > >= ~ (contains), column=1..5, column= (empty), * for any letters.\n"
      "Columns go by name (values as stored) or by label (values as shown), codes by code or name.\n"
      "Example:\n  fengsui table geohazard_point --where '滑坡 险情等级=大型* 威胁人数>100' --sort threatened_people "
      "--descending --workspace ~/city")));
  command->callback([arguments, &context] { context.exit_code = table(*arguments, context); });
}

}  // namespace app
