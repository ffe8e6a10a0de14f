// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/register_query.h"

#include <QDateTime>
#include <algorithm>

#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"
#include "gis/table/row_match.h"
#include "gis/table/table_schema_store.h"

namespace app {
namespace {

constexpr std::size_t kFirstRows = 100;

gis::Result<std::vector<OpenRegister::County>> countiesOf(const gis::Database& db) {
  auto schema = gis::TableSchemaStore(db).schema("division");
  if (!schema) return std::unexpected(schema.error());
  const auto code = schema->find("code"), name = schema->find("name"), english = schema->find("name_en"),
             level = schema->find("level");
  if (!code || !name || !level) return std::vector<OpenRegister::County>();
  const std::vector<std::size_t> columns{*code, *name, english.value_or(*name), *level};
  const auto filter = gis::parseRowFilter("level=3", *schema);
  if (!filter) return std::unexpected(filter.error());
  const auto found = gis::queryRows(db, *schema, {*filter, {}, gis::RowSort{*code}, {}}, {}, {});
  if (!found) return std::unexpected(found.error());
  const auto rows = gis::TableDataStore(db).rows(*schema, columns, found->fids);
  if (!rows) return std::unexpected(rows.error());
  const auto text = [](const gis::CellValue& cell) {
    const auto* held = std::get_if<std::string>(&cell);
    return held ? *held : std::string();
  };
  std::vector<OpenRegister::County> counties;
  for (const gis::TableRow& row : *rows) {
    const std::string zh = text(row.cells[1]), en = text(row.cells[2]);
    counties.push_back(
        {text(row.cells[0]).substr(0, 6), {QString::fromStdString(zh), QString::fromStdString(en.empty() ? zh : en)}});
  }
  return counties;
}

// The chips of a coded column, one a code.
std::vector<RegisterChip> chipsOf(const OpenTable& table, const std::string& column) {
  std::vector<RegisterChip> chips;
  const auto place = table.schema.find(column);
  if (!place) return chips;
  const auto list = table.codes.find(table.schema.columns[*place].code_table);
  if (list == table.codes.end()) return chips;
  for (const gis::CodeEntry& code : list->second)
    chips.push_back({{QString::fromStdString(code.name_zh), QString::fromStdString(code.name_en)},
                     QString::fromStdString(column + "=" + code.code)});
  return chips;
}

gis::RowFilter anyOf(const std::vector<gis::RowFilter>& filters) {
  gis::RowFilter any;
  for (const gis::RowFilter& filter : filters)
    any.any_of.insert(any.any_of.end(), filter.any_of.begin(), filter.any_of.end());
  return any;
}

}  // namespace

gis::Result<OpenRegister> openRegister(const std::filesystem::path& workspace_folder, const RegisterSpec& spec,
                                       const gis::CodeLists& codes,
                                       const std::vector<layers::CatalogueEntry>& entries) {
  auto opened = openTable(workspace_folder, spec.table, codes, entries, kFirstRows);
  if (!opened) return std::unexpected(opened.error());
  OpenRegister made{std::move(*opened), {}, {}, spec.chips, {}, {}, 0};
  const OpenTable& table = *made.opened.table;
  for (const std::string& name : spec.columns)
    if (const auto column = table.schema.find(name)) made.columns.push_back(*column);
  made.searched = made.columns;
  for (const std::string& name : spec.searched)
    if (const auto column = table.schema.find(name)) made.searched.push_back(*column);
  for (RegisterChips& question : made.chips)
    if (question.chips.empty()) question.chips = chipsOf(table, question.column);
  std::erase_if(made.chips, [](const RegisterChips& question) { return question.chips.empty(); });
  if (const auto column = table.schema.find(spec.sort_column))
    made.sort = gis::RowSort{*column, spec.sort_down ? gis::SortOrder::kDescending : gis::SortOrder::kAscending};
  const auto workspace = gis::Workspace::open(workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  made.present_utc_ms = gis::presentUtcMs(workspace->db(), gis::SystemClock());
  if (spec.county_column.empty()) return made;
  auto counties = countiesOf(workspace->db());
  if (!counties) return std::unexpected(counties.error());
  made.counties = std::move(*counties);
  return made;
}

gis::Result<RegisterAnswer> answer(const OpenTable& table, const RegisterQuestion& question, gis::QueryMemory memory,
                                   const gis::CancelToken& cancel, const gis::Progress& progress) {
  const auto read = [&](const QString& text) {
    return gis::parseRowFilter(text.toStdString(), table.schema, table.fields.naming());
  };
  auto base = read(question.typed);
  if (!base) return std::unexpected(base.error());
  for (const QString& text : question.also) {
    const auto filter = read(text);
    if (!filter) return std::unexpected(filter.error());
    base = bothHold(*base, *filter);
  }
  std::vector<std::vector<gis::RowFilter>> chips;
  std::vector<gis::RowFilter> pressed;  // by question; empty: nothing asked
  std::vector<std::size_t> memory_columns = question.searched;
  for (std::size_t i = 0; i < question.chips.size(); ++i) {
    std::vector<gis::RowFilter> asked;
    chips.emplace_back();
    for (std::size_t k = 0; k < question.chips[i].size(); ++k) {
      const auto filter = read(question.chips[i][k]);
      if (!filter) return std::unexpected(filter.error());
      for (const std::size_t column : gis::columnsNeeded(*filter, {})) memory_columns.push_back(column);
      if (question.pressed[i][k]) asked.push_back(*filter);
      chips.back().push_back(*filter);
    }
    pressed.push_back(anyOf(asked));
  }
  gis::RowFilter all = *base;
  for (const gis::RowFilter& filter : pressed) all = bothHold(all, filter);
  const auto workspace = gis::Workspace::open(table.workspace_folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  auto rows = gis::queryRows(workspace->db(), table.schema, {all, question.searched, question.sort, memory_columns},
                             std::move(memory), table.codes, cancel, progress);
  if (!rows) return std::unexpected(rows.error());
  RegisterAnswer result{std::move(*rows), {}};
  for (std::size_t i = 0; i < chips.size(); ++i) {
    gis::RowFilter others = *base;
    for (std::size_t k = 0; k < pressed.size(); ++k)
      if (k != i) others = bothHold(others, pressed[k]);
    result.chip_counts.emplace_back();
    for (const gis::RowFilter& chip : chips[i]) {
      const auto marks =
          gis::matchRows(*result.rows.memory.data, bothHold(others, chip), question.searched, table.codes, cancel);
      if (!marks) return std::unexpected(marks.error());
      result.chip_counts.back().push_back(static_cast<std::size_t>(std::ranges::count(*marks, std::uint8_t{1})));
    }
  }
  return result;
}

QString filterNow(QString filter, std::int64_t now_utc_ms) {
  filter.replace(QLatin1String("{now_ms}"), QString::number(now_utc_ms));
  filter.replace(QLatin1String("{today}"),
                 QDateTime::fromMSecsSinceEpoch(now_utc_ms).toString(QStringLiteral("yyyy-MM-dd")));
  return filter;
}

}  // namespace app
