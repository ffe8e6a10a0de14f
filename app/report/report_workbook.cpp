// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_workbook.h"

#include <xlsxwriter.h>

#include <QSet>
#include <algorithm>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <map>
#include <system_error>

#include "app/report/report_document.h"

namespace app {
namespace {

constexpr int kSheetNameAtMost = 31;  // Excel's own limit
constexpr std::size_t kRowsMeasured = 200;

class Book {
 public:
  explicit Book(const std::filesystem::path& file) : m_book(workbook_new(file.string().c_str())) {}
  lxw_error close() { return workbook_close(m_book); }

  lxw_worksheet* sheet(const QString& wanted) {
    QString base = wanted;
    for (const char16_t bad : u"[]:*?/\\") base.remove(QChar(bad));
    base = base.simplified();
    if (base.isEmpty()) base = QStringLiteral("Sheet");
    QString name = base.left(kSheetNameAtMost);
    for (int n = 2; m_names.contains(name.toLower()); ++n) {
      const QString tail = QStringLiteral(" %1").arg(n);
      name = base.left(kSheetNameAtMost - static_cast<int>(tail.size())) + tail;
    }
    m_names.insert(name.toLower());
    return workbook_add_worksheet(m_book, name.toUtf8().constData());
  }

  struct Look {
    bool bold = false;
    double size_pt = 0;
    int colour = -1, ground = -1;
    int decimals = -1;  // of a number
    auto operator<=>(const Look&) const = default;
  };
  lxw_format* format(const Look& look) {
    lxw_format*& found = m_formats[look];
    if (found != nullptr) return found;
    found = workbook_add_format(m_book);
    format_set_font_name(found, "Noto Sans CJK SC");
    if (look.bold) format_set_bold(found);
    if (look.size_pt > 0) format_set_font_size(found, look.size_pt);
    if (look.colour >= 0) format_set_font_color(found, static_cast<lxw_color_t>(look.colour));
    if (look.ground >= 0) format_set_bg_color(found, static_cast<lxw_color_t>(look.ground));
    if (look.decimals >= 0)
      format_set_num_format(
          found, look.decimals == 0 ? "#,##0"
                                    : ("#,##0." + std::string(static_cast<std::size_t>(look.decimals), '0')).c_str());
    return found;
  }

 private:
  lxw_workbook* m_book;
  std::map<Look, lxw_format*> m_formats;
  QSet<QString> m_names;
};

// Width in Excel's characters; a Chinese one counts two.
double widthOf(const QString& text) {
  double sum = 0;
  for (const QChar c : text) sum += c.unicode() >= 0x2e80 ? 2 : 1;
  return sum;
}

void write(Book& book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t column, const QString& text,
           const Book::Look& look = {}) {
  worksheet_write_string(sheet, row, column, text.toUtf8().constData(), book.format(look));
}

void writeCell(Book& book, lxw_worksheet* sheet, lxw_row_t row, lxw_col_t at, const ReportCell& cell,
               const ReportColumn& column, bool total) {
  Book::Look look;
  look.bold = total || cell.tone == ReportTone::kStrong || cell.tone == ReportTone::kAlarm;
  look.colour = cell.tone == ReportTone::kAlarm ? 0xb3261e : cell.tone == ReportTone::kCaution ? 0x8a5a00 : -1;
  if (const auto* text = std::get_if<QString>(&cell.value)) {
    write(book, sheet, row, at, *text, look);
  } else if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) {
    look.decimals = 0;
    worksheet_write_number(sheet, row, at, static_cast<double>(*whole), book.format(look));
  } else if (const auto* real = std::get_if<double>(&cell.value); real != nullptr && std::isfinite(*real)) {
    look.decimals = column.decimals;
    worksheet_write_number(sheet, row, at, *real, book.format(look));
  }
}

void writeTable(Book& book, const ReportTable& table, const QString& mark) {
  lxw_worksheet* sheet = book.sheet(table.sheet.isEmpty() ? table.title : table.sheet);
  lxw_row_t row = 0;
  if (!table.title.isEmpty()) write(book, sheet, row++, 0, table.title, {.bold = true, .size_pt = 14});
  if (!mark.isEmpty()) write(book, sheet, row++, 0, mark, {.bold = true, .colour = 0xb3261e});
  for (const QString& note : table.notes) write(book, sheet, row++, 0, note);
  const lxw_row_t heading = row;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const ReportColumn& column = table.columns[i];
    const QString title =
        column.unit.isEmpty() ? column.title : QStringLiteral("%1 (%2)").arg(column.title, column.unit);
    const auto at = static_cast<lxw_col_t>(i);
    write(book, sheet, heading, at, title, {.bold = true, .colour = 0xffffff, .ground = 0x33475b});
    double width = widthOf(title) + 3;
    for (std::size_t r = 0; r < std::min(kRowsMeasured, table.rows.size()); ++r)
      if (i < table.rows[r].size()) width = std::max(width, widthOf(cellText(table.rows[r][i], column)) + 2);
    worksheet_set_column(sheet, at, at, column.width_chars > 0 ? column.width_chars : std::clamp(width, 8.0, 48.0),
                         nullptr);
  }
  ++row;
  worksheet_freeze_panes(sheet, row, 0);
  worksheet_repeat_rows(sheet, heading, heading);
  for (std::size_t r = 0; r < table.rows.size(); ++r, ++row) {
    const bool total = table.last_row_is_total && r + 1 == table.rows.size();
    for (std::size_t i = 0; i < std::min(table.columns.size(), table.rows[r].size()); ++i)
      writeCell(book, sheet, row, static_cast<lxw_col_t>(i), table.rows[r][i], table.columns[i], total);
  }
  // The row of the sums must stay when a reader filters.
  const lxw_row_t last = row - (table.last_row_is_total && !table.rows.empty() ? 2 : 1);
  if (!table.columns.empty() && last > heading)
    worksheet_autofilter(sheet, heading, 0, last, static_cast<lxw_col_t>(table.columns.size() - 1));
  if (!table.after.isEmpty()) write(book, sheet, row, 0, table.after);
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, 9);  // A4
  worksheet_fit_to_pages(sheet, 1, 0);
  worksheet_set_footer(sheet, "&C&P / &N");
}

void writeFirstSheet(Book& book, const Report& report) {
  lxw_worksheet* sheet = book.sheet(report.figures_sheet.isEmpty() ? report.title : report.figures_sheet);
  worksheet_set_column(sheet, 0, 0, 34, nullptr);
  worksheet_set_column(sheet, 1, 1, 18, nullptr);
  lxw_row_t row = 0;
  write(book, sheet, row++, 0, report.title, {.bold = true, .size_pt = 16});
  if (!report.mark.isEmpty()) write(book, sheet, row++, 0, report.mark, {.bold = true, .colour = 0xb3261e});
  if (!report.subtitle.isEmpty()) write(book, sheet, row++, 0, report.subtitle);
  for (const QString& line : report.summary) write(book, sheet, row++, 0, line, {.bold = true});
  for (const ReportSection& section : report.sections) {
    if (section.paragraphs.isEmpty() && section.figures.empty()) continue;
    ++row;
    if (!section.title.isEmpty()) write(book, sheet, row++, 0, section.title, {.bold = true, .size_pt = 12});
    for (const QString& text : section.paragraphs) write(book, sheet, row++, 0, text);
    for (const ReportFigure& figure : section.figures) {
      write(book, sheet, row, 0, figure.name);
      write(book, sheet, row, 1, figure.value, {.bold = true});
      write(book, sheet, row++, 2, figure.unit);
    }
  }
  ++row;
  for (const QString& line : report.provenance) write(book, sheet, row++, 0, line, {.colour = 0x55606a});
}

gis::Error writeError(const std::filesystem::path& file, lxw_error code, int reason) {
  const gis::ErrorCode ours = reason == ENOSPC || reason == EDQUOT ? gis::ErrorCode::kDiskFull
                              : reason == ENOENT                   ? gis::ErrorCode::kNotFound
                              : reason == EACCES || reason == EPERM || reason == EROFS
                                  ? gis::ErrorCode::kPermissionDenied
                                  : gis::ErrorCode::kIoFailed;
  return {ours, file.string(), reason != 0 ? std::strerror(reason) : lxw_strerror(code), {}};
}

}  // namespace

gis::Result<void> writeReportWorkbook(const std::filesystem::path& file, const Report& report) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(file.has_parent_path() ? file.parent_path() : ".", ignored))
    return gis::fail(gis::ErrorCode::kNotFound, file.parent_path().string());
  if (std::filesystem::is_directory(file, ignored))
    return gis::fail(gis::ErrorCode::kInvalidArgument, file.string(), "a folder");
  std::filesystem::path partial = file;
  partial += ".part";
  Book book(partial);
  writeFirstSheet(book, report);
  for (const ReportSection& section : report.sections)
    for (const ReportTable& table : section.tables) writeTable(book, table, report.mark);
  errno = 0;
  const lxw_error code = book.close();
  if (code != LXW_NO_ERROR) {
    const gis::Error error = writeError(file, code, errno);
    std::filesystem::remove(partial, ignored);
    return std::unexpected(error);
  }
  std::error_code renamed;
  std::filesystem::rename(partial, file, renamed);
  if (!renamed) return {};
  std::filesystem::remove(partial, ignored);
  return std::unexpected(writeError(file, LXW_NO_ERROR, renamed.value()));
}

gis::Result<void> writeReport(const std::filesystem::path& file, const Report& report) {
  std::string ending = file.extension().string();
  std::ranges::transform(ending, ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return ending == ".pdf" ? writeReportDocument(file, report) : writeReportWorkbook(file, report);
}

}  // namespace app
