// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_table.h"

#include <algorithm>
#include <numeric>

#include "app/briefing/deck_text.h"

namespace app {
namespace {

using namespace gis::slides;

constexpr double kRow_pt = 26, kTone_pt = 7, kCellSides_pt = 12;
constexpr int kSize_pt = 14, kLeastSize_pt = 11;

}  // namespace

void DeckTable::addColumn(const QString& title, bool is_number, double share) {
  m_columns.push_back({title, is_number, share});
}

std::size_t DeckTable::rowsThatFit() const {
  return static_cast<std::size_t>(std::max(2.0, m_box.height_pt / kRow_pt)) - 1;
}

void DeckTable::addRow(std::vector<QString> cells, int tone) { m_rows.push_back({std::move(cells), tone}); }

// As item() sets it: the heading and the first column in bold.
double DeckTable::wantedPt(std::size_t column, int size_pt) const {
  double width_pt = deckTextWidth(m_columns[column].title, size_pt, true);
  for (const Row& row : m_rows) width_pt = std::max(width_pt, deckTextWidth(row.cells[column], size_pt, column == 0));
  return width_pt + kCellSides_pt;
}

// The largest letters with which every word is whole, or the smallest there are.
int DeckTable::size() const {
  for (int size_pt = kSize_pt; size_pt > kLeastSize_pt; --size_pt) {
    double sum_pt = 0;
    for (std::size_t i = 0; i < m_columns.size(); ++i) sum_pt += wantedPt(i, size_pt);
    if (sum_pt <= m_box.width_pt - kTone_pt) return size_pt;
  }
  return kLeastSize_pt;
}

std::vector<double> DeckTable::widths(int size_pt) const {
  const double room_pt = m_box.width_pt - kTone_pt;
  std::vector<double> widths_pt;
  double shares = 0;
  for (std::size_t i = 0; i < m_columns.size(); ++i) {
    widths_pt.push_back(wantedPt(i, size_pt));
    shares += m_columns[i].share;
  }
  double sum_pt = std::accumulate(widths_pt.begin(), widths_pt.end(), 0.0);
  if (sum_pt <= room_pt) {
    for (std::size_t i = 0; i < widths_pt.size(); ++i) widths_pt[i] += (room_pt - sum_pt) * m_columns[i].share / shares;
    return widths_pt;
  }
  // The widest columns give until it fits.
  while (sum_pt > room_pt + 0.5) {
    const auto widest = std::ranges::max_element(widths_pt);
    const double give_pt = std::min(sum_pt - room_pt, std::max(1.0, *widest * 0.02));
    *widest -= give_pt;
    sum_pt -= give_pt;
  }
  return widths_pt;
}

gis::slides::TableItem DeckTable::item() const {
  TableItem table;
  table.row_height_pt = kRow_pt;
  const int size_pt = size();
  table.size_pt = size_pt;
  table.line = m_look.line();
  const std::vector<double> widths_pt = widths(size_pt);
  table.column_width_pt = {kTone_pt};
  table.column_width_pt.insert(table.column_width_pt.end(), widths_pt.begin(), widths_pt.end());
  const auto cut = [&](const QString& text, std::size_t column, bool bold) {
    return deckElided(text, size_pt, widths_pt[column] - kCellSides_pt + 1, bold).toStdString();
  };
  std::vector<TableCell> heading{{"", m_look.second(), Align::kLeft, true, m_look.card()}};
  for (std::size_t i = 0; i < m_columns.size(); ++i)
    heading.push_back({cut(m_columns[i].title, i, true), m_look.second(),
                       m_columns[i].is_number ? Align::kRight : Align::kLeft, true, m_look.card()});
  table.rows.push_back(std::move(heading));
  for (const Row& row : m_rows) {
    std::vector<TableCell> cells{{"", m_look.text(), Align::kLeft, false, std::nullopt}};
    if (row.tone > 0) cells.front().fill = m_look.tone(row.tone);
    for (std::size_t i = 0; i < row.cells.size(); ++i)
      cells.push_back({cut(row.cells[i], i, i == 0), m_look.text(),
                       m_columns[i].is_number ? Align::kRight : Align::kLeft, i == 0, std::nullopt});
    table.rows.push_back(std::move(cells));
  }
  if (!m_note.isEmpty()) {
    std::vector<TableCell> cells(m_columns.size() + 1,
                                 TableCell{"", m_look.second(), Align::kLeft, false, std::nullopt});
    cells[1].text = cut(m_note, 0, false);
    table.rows.push_back(std::move(cells));
  }
  table.box = {m_box.x_pt, m_box.y_pt, m_box.width_pt, kRow_pt * static_cast<double>(table.rows.size())};
  return table;
}

}  // namespace app
