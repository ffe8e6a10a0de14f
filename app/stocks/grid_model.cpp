// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/grid_model.h"

#include <algorithm>

#include "app/settings/theme.h"

namespace app {
namespace {

constexpr int kScannedDigits = 8;  // EAN-8 is the shortest

}  // namespace

QString wordFor(const std::vector<GridWord>& words, const QString& typed) {
  const QString sought = typed.trimmed().toLower();
  if (sought.isEmpty()) return {};
  for (const GridWord& word : words)
    if (word.text.compare(sought, Qt::CaseInsensitive) == 0) return word.text;
  // A whole code or the whole initials come before a part of something.
  for (const GridWord& word : words)
    if (word.words.split(QLatin1Char(' ')).contains(sought)) return word.text;
  // A scanned code is whole or it is another's.
  const bool is_scanned =
      sought.size() >= kScannedDigits && std::ranges::all_of(sought, [](QChar c) { return c.isDigit(); });
  for (const GridWord& word : words)
    if (!is_scanned && word.words.contains(sought)) return word.text;
  return typed.trimmed();
}

void GridModel::setColumns(std::vector<GridColumn> columns) {
  const bool same = columns.size() == m_columns.size();
  if (!same) beginResetModel();
  m_columns = std::move(columns);
  if (same) {
    emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_lines.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    return;
  }
  m_lines.clear();
  if (m_grows) m_lines.push_back(blank());
  endResetModel();
}

void GridModel::setGrows(bool grows) {
  m_grows = grows;
  grow();
}

GridModel::Line GridModel::blank() const {
  Line line(m_columns.size());
  if (m_lines.empty()) return line;
  for (std::size_t c = 0; c < m_columns.size(); ++c)
    if (m_columns[c].carries) line[c].text = m_lines.back()[c].text;
  return line;
}

void GridModel::setRows(const std::vector<QStringList>& rows) {
  beginResetModel();
  m_lines.clear();
  for (const QStringList& texts : rows) {
    Line line(m_columns.size());
    for (std::size_t c = 0; c < line.size() && static_cast<qsizetype>(c) < texts.size(); ++c)
      line[c].text = texts[static_cast<qsizetype>(c)];
    m_lines.push_back(std::move(line));
  }
  if (m_grows) m_lines.push_back(blank());
  endResetModel();
}

void GridModel::grow() {
  if (!m_grows || m_columns.empty() || (!m_lines.empty() && isBlank(rowCount() - 1))) return;
  beginInsertRows({}, rowCount(), rowCount());
  m_lines.push_back(blank());
  endInsertRows();
}

GridModel::Cell* GridModel::cell(int row, int column) {
  if (row < 0 || column < 0 || row >= rowCount() || column >= columnCount()) return nullptr;
  return &m_lines[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)];
}

const GridModel::Cell* GridModel::cell(int row, int column) const {
  return const_cast<GridModel*>(this)->cell(row, column);
}

QString GridModel::text(int row, int column) const {
  const Cell* found = cell(row, column);
  return found ? found->text : QString();
}

void GridModel::setGhost(int row, int column, const QString& text) {
  Cell* found = cell(row, column);
  if (!found || found->ghost == text) return;
  found->ghost = text;
  emit dataChanged(index(row, column), index(row, column));
}

void GridModel::setSaid(int row, int column, const QString& text, GridTone tone) {
  Cell* found = cell(row, column);
  if (!found || (found->text == text && found->tone == tone)) return;
  found->text = text, found->tone = tone;
  emit dataChanged(index(row, column), index(row, column));
}

bool GridModel::isBlank(int row) const {
  if (row < 0 || row >= rowCount()) return true;
  for (std::size_t c = 0; c < m_columns.size(); ++c)
    if (m_columns[c].editable && !m_columns[c].carries && !m_lines[static_cast<std::size_t>(row)][c].text.isEmpty())
      return false;
  return true;
}

void GridModel::removeLine(int row) {
  if (row < 0 || row >= rowCount() || (m_grows && row == rowCount() - 1)) return;
  beginRemoveRows({}, row, row);
  m_lines.erase(m_lines.begin() + row);
  endRemoveRows();
  emit edited();
}

void GridModel::put(int row, int column, const QString& typed) {
  Cell* found = cell(row, column);
  if (!found || !m_columns[static_cast<std::size_t>(column)].editable) return;
  found->text = wordFor(m_columns[static_cast<std::size_t>(column)].words, typed);
  emit dataChanged(index(row, column), index(row, column));
  grow();
}

void GridModel::paste(int row, int column, const QString& text) {
  const QStringList lines = text.split(QLatin1Char('\n'));
  for (qsizetype i = 0; i < lines.size(); ++i) {
    QString line = lines[i];
    if (line.endsWith(QLatin1Char('\r'))) line.chop(1);
    if (line.isEmpty() && i + 1 == lines.size()) break;
    const QStringList cells = line.split(QLatin1Char('\t'));
    for (qsizetype c = 0; c < cells.size(); ++c) put(row + static_cast<int>(i), column + static_cast<int>(c), cells[c]);
  }
  emit edited();
}

int GridModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_lines.size());
}

int GridModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant GridModel::data(const QModelIndex& index, int role) const {
  const Cell* found = cell(index.row(), index.column());
  if (!found) return {};
  const bool ghost = found->text.isEmpty() && !found->ghost.isEmpty();
  if (role == Qt::DisplayRole) return ghost ? found->ghost : found->text;
  if (role == Qt::EditRole) return found->text;
  if (role == Qt::ToolTipRole) return ghost ? found->ghost : found->text;
  if (role == Qt::TextAlignmentRole)
    return QVariant::fromValue(Qt::AlignVCenter | (column(index.column()).is_number ? Qt::AlignRight : Qt::AlignLeft));
  if (role == Qt::ForegroundRole) {
    if (ghost || found->tone == GridTone::kFaint) return currentColours().text_faint;
    if (found->tone == GridTone::kDanger) return currentColours().danger;
  }
  return {};
}

bool GridModel::setData(const QModelIndex& index, const QVariant& value, int role) {
  if (role != Qt::EditRole || !index.isValid() || !column(index.column()).editable) return false;
  put(index.row(), index.column(), value.toString());
  emit edited();
  return true;
}

Qt::ItemFlags GridModel::flags(const QModelIndex& index) const {
  Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
  if (index.isValid() && column(index.column()).editable) flags |= Qt::ItemIsEditable;
  return flags;
}

QVariant GridModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (role != Qt::DisplayRole) return {};
  if (orientation == Qt::Vertical) return section + 1;
  return section < columnCount() ? column(section).title : QString();
}

}  // namespace app
