// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_table_layout.h"

#include <QFontMetricsF>
#include <algorithm>
#include <numeric>

#include "app/report/report_text.h"

namespace app {
namespace {

constexpr double kFontPt = 9, kManyColumnsPt = 7, kLeastPt = 6;
constexpr std::size_t kManyColumns = 9;
constexpr double kUnevenLines = 1.08, kMostLines = 40;  // lines are never filled to the end
constexpr qsizetype kWholeChars = 11, kWholeHan = 5;    // a text or a word that short stays in one line

bool isHan(QChar c) { return c.unicode() >= 0x2e80; }

// The widest part of a text that does not break: a word of at most eleven letters, or five characters.
double unbrokenPx(const QString& text, const QFontMetricsF& metrics) {
  if (std::ranges::any_of(text, isHan))
    return metrics.horizontalAdvance(text.size() <= kWholeHan ? text : text.left(kWholeHan));
  if (text.size() <= kWholeChars) return metrics.horizontalAdvance(text);
  double widest = 0;
  for (const QString& word : text.split(QLatin1Char(' ')))
    widest = std::max(widest, metrics.horizontalAdvance(word.left(kWholeChars)));
  return widest;
}

std::vector<ColumnNeed> needs(const ReportTable& table, const TablePlan& plan, double padding_px,
                              QPaintDevice* device) {
  // Bold is the wider one: the last row and alarms are set in it.
  const QFontMetricsF metrics(reportFont(plan.font_pt, true), device);
  std::vector<ColumnNeed> columns(table.columns.size());
  for (std::size_t i = 0; i < columns.size(); ++i) {
    ColumnNeed& column = columns[i];
    for (const QString& word : plan.headings[static_cast<qsizetype>(i)].split(QLatin1Char(' ')))
      column.least = std::max(column.least, unbrokenPx(word, metrics));
    for (const auto& row : table.rows) {
      if (i >= row.size()) continue;
      const QString text = cellText(row[i], table.columns[i]);
      const double whole = metrics.horizontalAdvance(text);
      column.wish = std::max(column.wish, whole);
      column.least = std::max(column.least, isNumber(row[i]) ? whole : unbrokenPx(text, metrics));
    }
    column.least += 2 * padding_px + 1;
    column.wish = std::max(column.wish + 2 * padding_px + 1, column.least);
  }
  return columns;
}

}  // namespace

std::vector<double> shareWidth(const std::vector<ColumnNeed>& columns, double width) {
  std::vector<double> widths;
  double least = 0, wish = 0;
  for (const ColumnNeed& column : columns) least += column.least, wish += std::max(column.least, column.wish);
  const auto scaled = [&](double sum) {
    for (double& w : widths) w = sum > 0 ? w * width / sum : width / static_cast<double>(widths.size());
    return widths;
  };
  if (least >= width) {
    for (const ColumnNeed& column : columns) widths.push_back(column.least);
    return scaled(least);
  }
  if (wish <= width) {
    for (const ColumnNeed& column : columns) widths.push_back(std::max(column.least, column.wish));
    return scaled(wish);
  }
  // In so many lines nothing is longer than its column: the fewest that fit beside each other.
  const auto inLines = [](const ColumnNeed& column, double lines) {
    return std::max(column.least, column.wish / lines * kUnevenLines);
  };
  const auto together = [&](double lines) {
    double sum = 0;
    for (const ColumnNeed& column : columns) sum += inLines(column, lines);
    return sum;
  };
  double lines = 2;
  while (together(lines) > width && lines < kMostLines) ++lines;
  if (lines > 2) ++lines;  // where a text takes many anyway, one more leaves the names whole
  const double floor_scale = std::min(1.0, width / together(lines));
  // The level up to which wishes are met with what is left. The sum rises with it, so halving finds it.
  const auto at = [&](const ColumnNeed& column, double level) {
    return std::max(inLines(column, lines) * floor_scale, std::min(column.wish, level));
  };
  double low = 0, high = width;
  for (int i = 0; i < 60; ++i) {
    const double level = (low + high) / 2;
    double sum = 0;
    for (const ColumnNeed& column : columns) sum += at(column, level);
    (sum > width ? high : low) = level;
  }
  for (const ColumnNeed& column : columns) widths.push_back(at(column, low));
  return scaled(std::accumulate(widths.begin(), widths.end(), 0.0));
}

TablePlan planTable(const ReportTable& table, double width_px, double padding_px, QPaintDevice* device) {
  TablePlan plan;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    QString heading = table.columns[i].title;
    if (!table.columns[i].unit.isEmpty()) heading += QStringLiteral(" (%1)").arg(table.columns[i].unit);
    plan.headings.push_back(heading);
    const auto filled = std::ranges::find_if(table.rows, [i](const std::vector<ReportCell>& row) {
      return i < row.size() && !std::holds_alternative<std::monostate>(row[i].value);
    });
    plan.numbers.push_back(filled != table.rows.end() && isNumber((*filled)[i]));
  }
  for (plan.font_pt = table.columns.size() < kManyColumns ? kFontPt : kManyColumnsPt;; plan.font_pt -= 1) {
    const auto columns = needs(table, plan, padding_px, device);
    const double least = std::accumulate(columns.begin(), columns.end(), 0.0,
                                         [](double sum, const ColumnNeed& column) { return sum + column.least; });
    if (least > width_px && plan.font_pt > kLeastPt) continue;
    plan.widths_px = shareWidth(columns, width_px);
    return plan;
  }
}

}  // namespace app
