// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QString>
#include <QStringList>
#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace app {

// A document in plain words: what is in it, not how it looks. The writers make Excel (report_workbook.h) and PDF
// (report_document.h) of it. All texts are in the reader's language already. Values; any thread.

enum class ReportTone { kPlain, kStrong, kAlarm, kCaution };

struct ReportCell {
  std::variant<std::monostate, QString, std::int64_t, double> value = {};
  ReportTone tone = ReportTone::kPlain;
  ReportCell() = default;
  ReportCell(QString text, ReportTone how = ReportTone::kPlain) : value(std::move(text)), tone(how) {}
  ReportCell(std::int64_t number, ReportTone how = ReportTone::kPlain) : value(number), tone(how) {}
  ReportCell(int number, ReportTone how = ReportTone::kPlain) : value(std::int64_t{number}), tone(how) {}
  ReportCell(double number, ReportTone how = ReportTone::kPlain) : value(number), tone(how) {}
};

struct ReportColumn {
  QString title;
  QString unit = {};       // "km", 人; stands under or after the title
  int decimals = 0;        // of numbers
  double width_chars = 0;  // in the Excel file; 0: by the title and the first rows
};

struct ReportTable {
  QString title;
  QString sheet = {};      // name of its Excel sheet; empty: the title
  QStringList notes = {};  // above it
  std::vector<ReportColumn> columns;
  std::vector<std::vector<ReportCell>> rows;
  bool last_row_is_total = false;
  QString after = {};  // below it ("and 40 more")
};

struct ReportFigure {
  QString name;
  QString value;  // as it is read: "12.4 万"
  QString unit = {};
};

struct ReportSection {
  QString title = {};
  QStringList paragraphs = {};
  std::vector<ReportFigure> figures = {};
  QImage picture = {};
  QString caption = {};
  std::vector<ReportTable> tables = {};
};

struct Report {
  QString title;
  QString subtitle = {};     // city, time
  QString mark = {};         // 演示数据, 演练; on every page; empty: none
  QStringList summary = {};  // the first lines, in bold
  std::vector<ReportSection> sections = {};
  QStringList provenance = {};  // data time, method, version: how a reader could find the figures again
  QString page_text = {};       // "Page %1 of %2"; empty: "1 / 3"
  QString figures_sheet = {};   // name of the first Excel sheet; empty: the title
};

// A cell as it is read: thousands by commas, decimals as the column says.
QString cellText(const ReportCell& cell, const ReportColumn& column);
bool isNumber(const ReportCell& cell);

}  // namespace app
