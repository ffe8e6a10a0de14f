// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/sheet_writers.h"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

namespace gis {
namespace {

std::string textOf(const CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return std::to_string(*integer);
  if (const auto* real = std::get_if<double>(&cell)) return fmt::format("{}", *real);
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return {};
}

Error fileError(const std::filesystem::path& file, int why) {
  const ErrorCode code = why == ENOSPC || why == EDQUOT                  ? ErrorCode::kDiskFull
                         : why == EACCES || why == EPERM || why == EROFS ? ErrorCode::kPermissionDenied
                         : why == ENOENT                                 ? ErrorCode::kNotFound
                                                                         : ErrorCode::kIoFailed;
  return {code, file.string(), why == 0 ? "" : std::strerror(why), {}};
}

class CsvWriter : public SheetWriter {
 public:
  explicit CsvWriter(const std::filesystem::path& file) : m_file(file), m_out(file, std::ios::binary) {}
  bool good() const { return m_out.good(); }
  void headings(const std::vector<std::string>& headings) {
    m_out << "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < headings.size(); ++i) m_out << (i ? "," : "") << csvField(headings[i]);
    m_out << "\r\n";
  }
  Result<void> add(const std::vector<CellValue>& cells) override {
    for (std::size_t i = 0; i < cells.size(); ++i) m_out << (i ? "," : "") << csvField(textOf(cells[i]));
    m_out << "\r\n";
    if (!m_out) return std::unexpected(fileError(m_file, errno));
    return {};
  }
  Result<void> finish() override {
    errno = 0;
    m_out.close();
    if (!m_out) return std::unexpected(fileError(m_file, errno));
    return {};
  }

 private:
  std::filesystem::path m_file;
  std::ofstream m_out;
};

// Excel allows 31 characters in a sheet's name and none of []:*?/\ in it.
std::string sheetName(const std::string& wanted) {
  constexpr std::size_t kMostCharacters = 31;
  std::string name;
  std::size_t characters = 0;
  for (const char c : wanted) {
    const bool begins = (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    if (begins && ++characters > kMostCharacters) break;
    name += std::strchr("[]:*?/\\'", c) && c != 0 ? ' ' : c;
  }
  return name;
}

class XlsxWriter : public SheetWriter {
 public:
  XlsxWriter(const std::filesystem::path& file, const std::string& sheet, const std::vector<std::string>& headings)
      : m_file(file), m_columns(headings.size()) {
    // Rows go to the disk as they come: a million of them need no more memory than one.
    lxw_workbook_options options{};
    options.constant_memory = LXW_TRUE;
    m_book = workbook_new_opt(file.c_str(), &options);
    if (!m_book) return;
    m_sheet = workbook_add_worksheet(m_book, sheetName(sheet).c_str());
    if (!m_sheet) m_sheet = workbook_add_worksheet(m_book, nullptr);
    lxw_format* bold = workbook_add_format(m_book);
    format_set_bold(bold);
    worksheet_freeze_panes(m_sheet, 1, 0);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      // The widths have to be told before the rows: two characters of Chinese fill three of Latin.
      const double width_em = std::clamp(static_cast<double>(headings[i].size()) * 0.8 + 3, 10.0, 40.0);
      worksheet_set_column(m_sheet, columnOf(i), columnOf(i), width_em, nullptr);
    }
    for (std::size_t i = 0; i < headings.size(); ++i)
      worksheet_write_string(m_sheet, 0, columnOf(i), headings[i].c_str(), bold);
  }
  ~XlsxWriter() override {
    if (m_book) workbook_close(m_book);
  }
  bool good() const { return m_book && m_sheet; }

  Result<void> add(const std::vector<CellValue>& cells) override {
    if (m_row == kMostSheetRows)
      return fail(ErrorCode::kOutOfRange, m_file.string(), "a spreadsheet holds at most 1,048,576 rows");
    ++m_row;
    for (std::size_t i = 0; i < cells.size(); ++i) {
      lxw_error wrong = LXW_NO_ERROR;
      if (const auto* integer = std::get_if<std::int64_t>(&cells[i]))
        wrong = worksheet_write_number(m_sheet, m_row, columnOf(i), static_cast<double>(*integer), nullptr);
      else if (const auto* real = std::get_if<double>(&cells[i]))
        wrong = worksheet_write_number(m_sheet, m_row, columnOf(i), *real, nullptr);
      else if (const auto* text = std::get_if<std::string>(&cells[i]); text && !text->empty())
        wrong = worksheet_write_string(m_sheet, m_row, columnOf(i), text->c_str(), nullptr);
      if (wrong != LXW_NO_ERROR && wrong != LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED)
        return fail(ErrorCode::kIoFailed, m_file.string(), lxw_strerror(wrong));
    }
    return {};
  }
  Result<void> finish() override {
    if (m_columns > 0) worksheet_autofilter(m_sheet, 0, 0, m_row, columnOf(m_columns - 1));
    errno = 0;
    const lxw_error wrong = workbook_close(std::exchange(m_book, nullptr));
    if (wrong == LXW_NO_ERROR) return {};
    Error error = fileError(m_file, errno);
    error.detail = lxw_strerror(wrong);
    return std::unexpected(std::move(error));
  }

 private:
  static lxw_col_t columnOf(std::size_t i) { return static_cast<lxw_col_t>(i); }
  std::filesystem::path m_file;
  std::size_t m_columns;
  lxw_workbook* m_book = nullptr;
  lxw_worksheet* m_sheet = nullptr;
  lxw_row_t m_row = 0;
};

}  // namespace

std::string csvField(const std::string& text) {
  if (text.find_first_of(",\"\r\n") == std::string::npos) return text;
  std::string out = "\"";
  for (const char c : text) {
    out += c;
    if (c == '"') out += c;
  }
  return out + '"';
}

Result<std::unique_ptr<SheetWriter>> csvWriter(const std::filesystem::path& file,
                                               const std::vector<std::string>& headings) {
  errno = 0;
  auto writer = std::make_unique<CsvWriter>(file);
  if (!writer->good()) return std::unexpected(fileError(file, errno));
  writer->headings(headings);
  return writer;
}

Result<std::unique_ptr<SheetWriter>> xlsxWriter(const std::filesystem::path& file, const std::string& sheet,
                                                const std::vector<std::string>& headings) {
  // libxlsxwriter opens its file at the very end; whether it can is better known at the beginning.
  errno = 0;
  if (std::ofstream probe(file, std::ios::binary); !probe) return std::unexpected(fileError(file, errno));
  auto writer = std::make_unique<XlsxWriter>(file, sheet, headings);
  if (!writer->good()) return fail(ErrorCode::kIoFailed, file.string());
  return writer;
}

}  // namespace gis
