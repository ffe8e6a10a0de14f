// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/check_report/check_workbook.h"

#include <xlsxwriter.h>

#include <QCoreApplication>
#include <cerrno>
#include <cstring>
#include <system_error>

#include "app/check_report/check_text.h"

namespace app {
namespace {

struct CheckWorkbook {
  Q_DECLARE_TR_FUNCTIONS(CheckWorkbook)
};

struct Formats {
  lxw_format* heading;
  lxw_format* title;
  lxw_format* error;
  lxw_format* warning;
  lxw_format* plain;
};

Formats formatsOf(lxw_workbook* book) {
  const auto make = [&](bool bold, int colour) {
    lxw_format* format = workbook_add_format(book);
    format_set_font_name(format, "Noto Sans CJK SC");
    if (bold) format_set_bold(format);
    if (colour >= 0) format_set_font_color(format, static_cast<lxw_color_t>(colour));
    return format;
  };
  Formats formats{make(true, 0xffffff), make(true, -1), make(true, 0xb3261e), make(false, 0x8a5a00), make(false, -1)};
  format_set_bg_color(formats.heading, 0x33475b);
  format_set_font_size(formats.title, 14);
  return formats;
}

// One sheet, filled row by row.
class Sheet {
 public:
  Sheet(lxw_workbook* book, const QString& name, const Formats& formats)
      : m_sheet(workbook_add_worksheet(book, name.toUtf8().constData())), m_formats(formats) {}

  void text(lxw_col_t column, const QString& text, lxw_format* format) {
    worksheet_write_string(m_sheet, m_row, column, text.toUtf8().constData(), format);
  }
  void text(lxw_col_t column, const QString& value) { text(column, value, m_formats.plain); }
  void number(lxw_col_t column, double value) {
    worksheet_write_number(m_sheet, m_row, column, value, m_formats.plain);
  }
  void heading(const QStringList& texts) {
    for (qsizetype i = 0; i < texts.size(); ++i) text(static_cast<lxw_col_t>(i), texts[i], m_formats.heading);
    m_heading_row = m_row;
    worksheet_freeze_panes(m_sheet, m_row + 1, 0);
    next();
  }
  void next() { ++m_row; }
  void filter(qsizetype columns) {
    worksheet_autofilter(m_sheet, m_heading_row, 0, std::max(m_row, m_heading_row + 1) - 1,
                         static_cast<lxw_col_t>(columns - 1));
  }
  void widths(std::initializer_list<double> widths) {
    lxw_col_t column = 0;
    for (const double width : widths) worksheet_set_column(m_sheet, column, column, width, nullptr), ++column;
  }
  lxw_format* severity(gis::RuleSeverity severity) const {
    return severity == gis::RuleSeverity::kError     ? m_formats.error
           : severity == gis::RuleSeverity::kWarning ? m_formats.warning
                                                     : m_formats.plain;
  }

 private:
  lxw_worksheet* m_sheet;
  const Formats& m_formats;
  lxw_row_t m_row = 0, m_heading_row = 0;
};

void writeRules(lxw_workbook* book, const Formats& formats, const gis::CheckReport& report,
                const gis::CheckCounts* before, const QString& language) {
  Sheet sheet(book, CheckWorkbook::tr("Rules"), formats);
  sheet.text(0, CheckWorkbook::tr("Check of the census database, %1").arg(checkTimeText(report.at_utc_ms)),
             formats.title);
  sheet.next();
  sheet.text(0, checkSummary(report));
  sheet.next();
  sheet.next();
  QStringList heading = {CheckWorkbook::tr("Severity"), CheckWorkbook::tr("Group"), CheckWorkbook::tr("Rule"),
                         CheckWorkbook::tr("Rows"), CheckWorkbook::tr("Change")};
  for (const auto& [code, name] : report.county_names) heading << QString::fromStdString(name);
  heading << countyText(report, {}) << CheckWorkbook::tr("What to do");
  sheet.heading(heading);
  for (const gis::RuleResult& result : report.results) {
    sheet.text(0, severityText(result.rule.severity), sheet.severity(result.rule.severity));
    sheet.text(1, ruleText(result.rule.group, language));
    sheet.text(2, ruleText(result.rule.title, language));
    if (result.error) {
      sheet.text(3, CheckWorkbook::tr("not checked"));
    } else {
      sheet.number(3, static_cast<double>(result.count));
      const auto then = before ? before->of(result.rule.id, report.county_code) : std::nullopt;
      if (then) sheet.number(4, static_cast<double>(result.count - *then));
      lxw_col_t column = 5;
      const auto write = [&](const std::string& code) {
        const auto found = result.by_county.find(code);
        if (found != result.by_county.end()) sheet.number(column, static_cast<double>(found->second));
        ++column;
      };
      for (const auto& [code, name] : report.county_names) write(code);
      write({});
    }
    sheet.text(static_cast<lxw_col_t>(heading.size() - 1), ruleText(result.rule.text, language));
    sheet.next();
  }
  sheet.widths({10, 18, 36, 9, 9});
  sheet.filter(heading.size());
}

void writeRows(lxw_workbook* book, const Formats& formats, const gis::CheckReport& report, const QString& language) {
  Sheet sheet(book, CheckWorkbook::tr("Rows found"), formats);
  const QStringList heading = {CheckWorkbook::tr("Severity"),  CheckWorkbook::tr("Rule"),
                               CheckWorkbook::tr("County"),    CheckWorkbook::tr("Name"),
                               CheckWorkbook::tr("What"),      CheckWorkbook::tr("Table"),
                               CheckWorkbook::tr("Row"),       CheckWorkbook::tr("Division"),
                               CheckWorkbook::tr("Longitude"), CheckWorkbook::tr("Latitude")};
  sheet.heading(heading);
  for (const gis::RuleResult& result : report.results)
    for (const gis::Finding& finding : result.findings) {
      sheet.text(0, severityText(result.rule.severity), sheet.severity(result.rule.severity));
      sheet.text(1, ruleText(result.rule.title, language));
      sheet.text(2, countyText(report, finding.county_code));
      sheet.text(3, rowText(report, finding, language));
      sheet.text(4, QString::fromStdString(finding.value));
      sheet.text(5, tableText(report, finding.table, language));
      sheet.number(6, static_cast<double>(finding.fid));
      sheet.text(7, QString::fromStdString(finding.division_code));
      if (finding.where) {
        sheet.number(8, finding.where->lon_deg);
        sheet.number(9, finding.where->lat_deg);
      }
      sheet.next();
    }
  sheet.widths({10, 36, 14, 30, 24, 20, 10, 16, 12, 12});
  sheet.filter(heading.size());
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

gis::Result<void> writeCheckWorkbook(const std::filesystem::path& file, const gis::CheckReport& report,
                                     const gis::CheckCounts* before, const QString& language) {
  std::error_code ignored;
  if (!std::filesystem::is_directory(file.has_parent_path() ? file.parent_path() : ".", ignored))
    return gis::fail(gis::ErrorCode::kNotFound, file.parent_path().string());
  if (std::filesystem::is_directory(file, ignored))
    return gis::fail(gis::ErrorCode::kInvalidArgument, file.string(), "a folder");
  std::filesystem::path partial = file;
  partial += ".part";
  lxw_workbook* book = workbook_new(partial.string().c_str());
  const Formats formats = formatsOf(book);
  writeRules(book, formats, report, before, language);
  writeRows(book, formats, report, language);
  errno = 0;
  const lxw_error code = workbook_close(book);
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

}  // namespace app
