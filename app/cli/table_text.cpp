// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/table_text.h"

#include <fmt/format.h>

#include <algorithm>

#include "app/fields/shown_cell.h"
#include "gis/table/sheet_writers.h"

namespace app {
namespace {

std::string storedText(const gis::CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return {};
}

// Characters of Chinese take two columns of a terminal.
int tableColumnsOf(const QString& text) {
  int columns = 0;
  for (const QChar c : text) columns += c.unicode() >= 0x2E80 ? 2 : 1;
  return columns;
}

}  // namespace

void writeCsv(std::ostream& out, const gis::TableSchema& schema, const std::vector<std::size_t>& columns,
              const std::vector<gis::TableRow>& rows) {
  out << schema.key;
  for (const std::size_t column : columns) out << ',' << gis::csvField(schema.columns[column].name);
  out << "\r\n";
  for (const gis::TableRow& row : rows) {
    out << row.fid;
    for (const gis::CellValue& cell : row.cells) out << ',' << gis::csvField(storedText(cell));
    out << "\r\n";
  }
}

void writeColumns(std::ostream& out, const TableFields& fields, const gis::CodeLists& codes,
                  const std::vector<std::size_t>& columns, const std::vector<gis::TableRow>& rows,
                  const QString& language) {
  std::vector<QStringList> lines{{}};
  for (const std::size_t column : columns) lines[0] << fields.heading(column, language);
  for (const gis::TableRow& row : rows) {
    QStringList& line = lines.emplace_back();
    for (std::size_t i = 0; i < columns.size(); ++i)
      line << shownCell(fields.fields[columns[i]], row.cells[i], codes, language).simplified();
  }
  std::vector<int> widths(columns.size());
  for (const QStringList& line : lines)
    for (std::size_t i = 0; i < widths.size(); ++i)
      widths[i] = std::max(widths[i], tableColumnsOf(line[static_cast<qsizetype>(i)]));
  for (const QStringList& line : lines) {
    QString text;
    for (std::size_t i = 0; i < widths.size(); ++i) {
      const QString& cell = line[static_cast<qsizetype>(i)];
      text += cell;
      if (i + 1 < widths.size()) text += QString(widths[i] - tableColumnsOf(cell) + 2, QLatin1Char(' '));
    }
    out << text.toStdString() << '\n';
  }
}

}  // namespace app
