// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_pages.h"

#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

#include "app/report/report_table_layout.h"

namespace app {
namespace {

constexpr double kEdgeMm = 8;  // of the lines above and below the text
constexpr double kTextPt = 9, kTitlePt = 18, kHeadingPt = 13, kTableTitlePt = 10.5, kFigurePt = 15;
constexpr double kBelowPt = 4;    // after a paragraph
constexpr double kAbovePt = 9;    // before a heading
constexpr double kPaddingPt = 3;  // inside a cell
constexpr double kRulePt = 0.4;
constexpr double kLinesBelowHeading = 4;
constexpr std::size_t kFiguresInRow = 4;
constexpr double kScreenDpi = 96;  // of pictures

const QColor kGrey(0x55, 0x60, 0x6a), kRule(0x8a, 0x93, 0x9b), kRed(0xb3, 0x26, 0x1e), kAmber(0x8a, 0x5a, 0x00);
const QColor kHeadingGround(0xe6, 0xe9, 0xed), kTotalGround(0xf2, 0xf4, 0xf6);

QColor colourOf(ReportTone tone) {
  return tone == ReportTone::kAlarm ? kRed : tone == ReportTone::kCaution ? kAmber : QColor(Qt::black);
}

}  // namespace

struct ReportPages::Row {
  std::vector<ReportText> cells;
  QColor ground;  // invalid: the paper's
  double height_px = 0;
};

ReportPages::ReportPages(QPdfWriter& writer, const Report& report, QPainter* painter, int pages)
    : m_writer(writer), m_report(report), m_painter(painter), m_pages(pages) {
  const QRect text = writer.pageLayout().paintRectPixels(writer.resolution());
  m_width_px = text.width(), m_height_px = text.height();
  margins();
}

double ReportPages::px(double pt) const { return pt / 72 * m_writer.resolution(); }

// What stands outside the text: the mark above, title and page below.
void ReportPages::margins() {
  if (m_painter == nullptr) return;
  const double edge = kEdgeMm / 25.4 * m_writer.resolution();
  const QString numbers = m_report.page_text.isEmpty() ? QStringLiteral("%1 / %2") : m_report.page_text;
  const QRectF below(0, m_height_px + edge * 0.2, m_width_px, edge);
  m_painter->setFont(reportFont(kTextPt - 1));
  m_painter->setPen(kGrey);
  m_painter->drawText(below, Qt::AlignRight | Qt::AlignVCenter, numbers.arg(m_page).arg(m_pages));
  m_painter->drawText(below, Qt::AlignLeft | Qt::AlignVCenter, m_report.title);
  if (m_report.mark.isEmpty()) return;
  m_painter->setFont(reportFont(kTextPt - 1, true));
  m_painter->setPen(kRed);
  m_painter->drawText(QRectF(0, -edge * 1.2, m_width_px, edge), Qt::AlignRight | Qt::AlignVCenter, m_report.mark);
}

void ReportPages::newPage() {
  ++m_page;
  m_y_px = 0;
  if (m_painter != nullptr) m_writer.newPage();
  margins();
}

void ReportPages::keep(double height_px) {
  if (m_y_px > 0 && left_px() < height_px) newPage();
}

// None at the top of a page.
void ReportPages::space(double pt) {
  if (m_y_px > 0) m_y_px = std::min(m_y_px + px(pt), m_height_px);
}

// Line by line over as many pages as it takes.
void ReportPages::text(const ReportText& text) {
  for (int line = 0; line < text.lines(); ++line) {
    const double height_px = text.topOf(line + 1) - text.topOf(line);
    keep(height_px);
    if (m_painter != nullptr) text.draw(*m_painter, {0, m_y_px}, line, line + 1);
    m_y_px += height_px;
  }
}

void ReportPages::title(const QString& text) {
  this->text(ReportText(text, {kTitlePt, true}, m_width_px, &m_writer));
  space(kBelowPt);
}

void ReportPages::heading(const QString& text) {
  const ReportText lines(text, {kHeadingPt, true}, m_width_px, &m_writer);
  keep(px(kAbovePt) + lines.height_px() + kLinesBelowHeading * px(kTextPt * 1.5));
  space(kAbovePt);
  this->text(lines);
  space(kBelowPt);
}

void ReportPages::paragraph(const QString& text, const ReportTextLook& look) {
  this->text(ReportText(text, look, m_width_px, &m_writer));
  space(kBelowPt);
}

void ReportPages::figures(const std::vector<ReportFigure>& figures) {
  const double wide = m_width_px / kFiguresInRow, inside = wide - px(2 * kPaddingPt);
  for (std::size_t i = 0; i < figures.size(); i += kFiguresInRow) {
    struct Cell {
      ReportText name, value, unit;
    };
    std::vector<Cell> cells;
    double name_px = 0, value_px = 0;
    for (std::size_t k = i; k < std::min(figures.size(), i + kFiguresInRow); ++k) {
      const ReportFigure& figure = figures[k];
      const double value_wide = QFontMetricsF(reportFont(kFigurePt, true), &m_writer).horizontalAdvance(figure.value);
      cells.push_back(
          {ReportText(figure.name, {kTextPt, false, kGrey}, inside, &m_writer),
           ReportText(figure.value, {kFigurePt, true}, std::min(inside, value_wide + 2), &m_writer),
           ReportText(figure.unit, {}, std::max(px(kTextPt), inside - value_wide - px(kPaddingPt)), &m_writer)});
      name_px = std::max(name_px, cells.back().name.height_px());
      value_px = std::max({value_px, cells.back().value.height_px(), cells.back().unit.height_px()});
    }
    keep(name_px + value_px + px(kPaddingPt));
    for (std::size_t k = 0; k < cells.size() && m_painter != nullptr; ++k) {
      const Cell& cell = cells[k];
      const double x = static_cast<double>(k) * wide + px(kPaddingPt), y = m_y_px + name_px;
      const double value_wide =
          QFontMetricsF(reportFont(kFigurePt, true), &m_writer).horizontalAdvance(figures[i + k].value);
      cell.name.draw(*m_painter, {x, m_y_px}, 0, cell.name.lines());
      cell.value.draw(*m_painter, {x, y}, 0, cell.value.lines());
      // The unit stands on the value's line of writing.
      const double down = QFontMetricsF(reportFont(kFigurePt, true), &m_writer).ascent() -
                          QFontMetricsF(reportFont(kTextPt), &m_writer).ascent();
      cell.unit.draw(*m_painter, {x + value_wide + px(kPaddingPt), y + down}, 0, cell.unit.lines());
    }
    m_y_px += name_px + value_px + px(kPaddingPt);
  }
  space(kBelowPt);
}

void ReportPages::picture(const QImage& image, const QString& caption) {
  const ReportText below(caption, {kTextPt, false, kGrey}, m_width_px, &m_writer);
  const double caption_px = caption.isEmpty() ? 0 : below.height_px() + px(kBelowPt);
  const QSizeF natural = QSizeF(image.size()) * (m_writer.resolution() / kScreenDpi);
  QSizeF size(std::min(m_width_px, natural.width()), 0);
  size.setHeight(size.width() * natural.height() / natural.width());
  if (const double most = m_height_px - caption_px - px(kBelowPt); size.height() > most) size *= most / size.height();
  keep(size.height() + px(kBelowPt) + caption_px);
  if (m_painter != nullptr) m_painter->drawImage(QRectF(QPointF(0, m_y_px), size), image);
  m_y_px += size.height();
  space(kBelowPt);
  if (!caption.isEmpty()) {
    text(below);
    space(kBelowPt);
  }
}

void ReportPages::rule() {
  keep(px(kAbovePt * 3));
  space(kAbovePt);
  if (m_painter != nullptr) {
    m_painter->setPen(QPen(kRule, px(kRulePt)));
    m_painter->drawLine(QPointF(0, m_y_px), QPointF(m_width_px, m_y_px));
  }
  space(kBelowPt);
}

ReportPages::Row ReportPages::headingRow(const TablePlan& plan) {
  Row row;
  row.ground = kHeadingGround;
  for (std::size_t i = 0; i < plan.widths_px.size(); ++i) {
    row.cells.emplace_back(
        plan.headings[static_cast<qsizetype>(i)],
        ReportTextLook{plan.font_pt, true, Qt::black, plan.numbers[i] ? Qt::AlignRight : Qt::AlignLeft},
        plan.widths_px[i] - 2 * px(kPaddingPt), &m_writer);
    row.height_px = std::max(row.height_px, row.cells.back().height_px());
  }
  row.height_px += 2 * px(kPaddingPt);
  return row;
}

ReportPages::Row ReportPages::row(const ReportTable& table, const TablePlan& plan, std::size_t index) {
  const bool total = table.last_row_is_total && index + 1 == table.rows.size();
  Row row;
  if (total) row.ground = kTotalGround;
  for (std::size_t i = 0; i < plan.widths_px.size(); ++i) {
    const ReportCell cell = i < table.rows[index].size() ? table.rows[index][i] : ReportCell();
    const bool strong = total || cell.tone == ReportTone::kStrong || cell.tone == ReportTone::kAlarm;
    row.cells.emplace_back(
        cellText(cell, table.columns[i]),
        ReportTextLook{plan.font_pt, strong, colourOf(cell.tone), isNumber(cell) ? Qt::AlignRight : Qt::AlignLeft},
        plan.widths_px[i] - 2 * px(kPaddingPt), &m_writer);
    row.height_px = std::max(row.height_px, row.cells.back().height_px());
  }
  row.height_px += 2 * px(kPaddingPt);
  return row;
}

// Draws these lines of each cell in their boxes and goes below them.
void ReportPages::cells(const Row& row, const TablePlan& plan, const std::vector<std::pair<int, int>>& lines,
                        double height_px) {
  double x = 0;
  for (std::size_t i = 0; i < row.cells.size() && m_painter != nullptr; ++i) {
    const QRectF box(x, m_y_px, plan.widths_px[i], height_px);
    if (row.ground.isValid()) m_painter->fillRect(box, row.ground);
    m_painter->setPen(QPen(kRule, px(kRulePt)));
    m_painter->setBrush(Qt::NoBrush);
    m_painter->drawRect(box);
    row.cells[i].draw(*m_painter, box.topLeft() + QPointF(px(kPaddingPt), px(kPaddingPt)), lines[i].first,
                      lines[i].second);
    x += plan.widths_px[i];
  }
  m_y_px += height_px;
}

void ReportPages::put(const Row& row, const Row& heading, const TablePlan& plan) {
  const auto whole = [](const Row& of) {
    std::vector<std::pair<int, int>> lines;
    for (const ReportText& cell : of.cells) lines.emplace_back(0, cell.lines());
    return lines;
  };
  const auto nextPage = [&] {
    newPage();
    cells(heading, plan, whole(heading), heading.height_px);
  };
  const bool fits_a_page = row.height_px <= m_height_px - heading.height_px;
  if (left_px() < row.height_px && fits_a_page) nextPage();
  if (left_px() >= row.height_px) return cells(row, plan, whole(row), row.height_px);
  // Taller than a page: as many lines of each cell as there is room for, again and again.
  auto lines = whole(row);
  for (auto& [first, end] : lines) end = first;
  for (bool more = true; more;) {
    more = false;
    double tallest = 0;
    bool placed = false;
    const double room = left_px() - 2 * px(kPaddingPt);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      auto& [first, end] = lines[i];
      const ReportText& cell = row.cells[i];
      for (first = end; end < cell.lines() && cell.topOf(end + 1) - cell.topOf(first) <= room;) ++end;
      tallest = std::max(tallest, cell.topOf(end) - cell.topOf(first));
      placed = placed || end > first;
      more = more || end < cell.lines();
    }
    const bool at_top = m_y_px <= heading.height_px * 1.01;
    if (!placed && at_top) return;  // a heading that leaves no room for a line: nothing more can be shown
    if (placed) cells(row, plan, lines, tallest + 2 * px(kPaddingPt));
    if (more) nextPage();
  }
}

void ReportPages::table(const ReportTable& table) {
  const TablePlan plan = planTable(table, m_width_px, px(kPaddingPt), &m_writer);
  const Row heading = headingRow(plan);
  const double first_px = table.rows.empty() ? 0 : std::min(row(table, plan, 0).height_px, m_height_px / 2);
  double above_px = 0;
  std::vector<ReportText> above;
  if (!table.title.isEmpty())
    above.emplace_back(table.title, ReportTextLook{kTableTitlePt, true}, m_width_px, &m_writer);
  for (const QString& note : table.notes) above.emplace_back(note, ReportTextLook{}, m_width_px, &m_writer);
  for (const ReportText& text : above) above_px += text.height_px() + px(kBelowPt);
  keep(px(kAbovePt) + std::min(above_px, m_height_px / 2) + heading.height_px + first_px);
  if (!table.title.isEmpty()) space(kAbovePt);
  for (const ReportText& text : above) {
    this->text(text);
    space(kBelowPt);
  }
  if (plan.widths_px.empty()) return;
  std::vector<std::pair<int, int>> lines;
  for (const ReportText& cell : heading.cells) lines.emplace_back(0, cell.lines());
  cells(heading, plan, lines, heading.height_px);
  for (std::size_t i = 0; i < table.rows.size(); ++i) put(row(table, plan, i), heading, plan);
  space(kBelowPt);
  if (!table.after.isEmpty()) paragraph(table.after);
}

}  // namespace app
