// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/row_model.h"

#include <QPainter>
#include <QPixmap>
#include <QTimer>
#include <algorithm>
#include <cmath>
#include <iterator>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/fields/shown_cell.h"
#include "app/settings/theme.h"

namespace app {
namespace {

constexpr std::size_t kBlockRows = 64;
constexpr std::size_t kMostBlocksAtOnce = 6;
constexpr std::size_t kMostCells = 20000;  // rows kept

QPixmap swatch(const QColor& colour, double device_ratio) {
  const int side = dp(10);
  QPixmap pixmap(QSize(side, side) * device_ratio);
  pixmap.setDevicePixelRatio(device_ratio);
  pixmap.fill(Qt::transparent);
  QPainter painter(&pixmap);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setPen(Qt::NoPen);
  painter.setBrush(colour);
  painter.drawRoundedRect(QRectF(0, 0, side, side), dp(2), dp(2));
  return pixmap;
}

QString storedText(const gis::CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return QString::number(*integer);
  if (const auto* text = std::get_if<std::string>(&cell)) return QString::fromStdString(*text);
  return {};
}

}  // namespace

RowModel::RowModel(PanelContext& context, QObject* parent)
    : QAbstractTableModel(parent), m_context(context), m_slot(context.pools, Pool::kIo) {}

void RowModel::setTable(OpenTablePtr table, std::vector<gis::TableRow> first_rows) {
  beginResetModel();
  m_slot.drop();
  m_table = std::move(table);
  m_columns.clear();
  m_cells.clear();
  m_wanted.clear();
  m_fids.clear();
  m_sort.reset();
  m_colours.clear();
  m_shades.clear();
  for (const gis::TableRow& row : first_rows) m_fids.push_back(row.fid);
  keep(std::move(first_rows));
  endResetModel();
}

void RowModel::setRows(std::vector<std::int64_t> fids) {
  beginResetModel();
  m_wanted.clear();
  m_fids = std::move(fids);
  endResetModel();
}

void RowModel::forgetCells() {
  m_slot.drop();
  m_cells.clear();
  m_wanted.clear();
  m_asked = false;
  if (!m_fids.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, std::max(0, columnCount() - 1)));
}

void RowModel::setColumns(std::vector<std::size_t> columns) {
  beginResetModel();
  m_columns = std::move(columns);
  endResetModel();
}

void RowModel::setColours(CodeColours colours) {
  m_colours = std::move(colours);
  if (!m_fids.empty() && !m_columns.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DecorationRole});
}

void RowModel::setShade(std::size_t column, ColumnShade shade) {
  if (shade.rule == ShadeRule::kNone)
    m_shades.erase(column);
  else
    m_shades[column] = std::move(shade);
  if (!m_fids.empty() && !m_columns.empty())
    emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::BackgroundRole});
}

ShadeRule RowModel::shadeOf(std::size_t column) const {
  const auto found = m_shades.find(column);
  return found == m_shades.end() ? ShadeRule::kNone : found->second.rule;
}

void RowModel::setSort(std::optional<gis::RowSort> sort) { m_sort = sort; }

void RowModel::showLook() {
  if (m_columns.empty()) return;
  emit headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
  if (!m_fids.empty()) emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void RowModel::clear() { setTable({}, {}); }

std::optional<int> RowModel::rowOf(std::int64_t fid) const {
  const auto found = std::ranges::find(m_fids, fid);
  if (found == m_fids.end()) return std::nullopt;
  return static_cast<int>(found - m_fids.begin());
}

int RowModel::rowCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_fids.size());
}

int RowModel::columnCount(const QModelIndex& parent) const {
  return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

const gis::TableRow* RowModel::rowAt(int row) const {
  const auto known = m_cells.find(m_fids[static_cast<std::size_t>(row)]);
  if (known != m_cells.end()) return &known->second;
  wantBlock(static_cast<std::size_t>(row) / kBlockRows);
  return nullptr;
}

QVariant RowModel::data(const QModelIndex& index, int role) const {
  if (!index.isValid() || !m_table) return {};
  const std::size_t column = m_columns[static_cast<std::size_t>(index.column())];
  const layers::InspectorField& field = m_table->fields.fields[column];
  const gis::SchemaColumn& schema = m_table->schema.columns[column];
  if (role == Qt::TextAlignmentRole) {
    const bool number = schema.kind == gis::CellKind::kInteger || schema.kind == gis::CellKind::kReal;
    const bool coded = !field.code_table.empty() || field.yes_no;
    return QVariant::fromValue(Qt::Alignment((number && !coded ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter));
  }
  if (role == Qt::BackgroundRole) return background(index.row(), column);
  if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::DecorationRole) return {};
  const gis::TableRow* row = rowAt(index.row());
  if (!row) return role == Qt::DisplayRole ? QVariant(QStringLiteral("…")) : QVariant();
  const gis::CellValue& cell = row->cells[column];
  if (role == Qt::DecorationRole) {
    if (m_colours.empty()) return {};
    const auto colour = m_colours.find({schema.name, storedText(cell)});
    return colour == m_colours.end() ? QVariant() : QVariant(swatch(colour->second, 2));
  }
  return shownCell(field, cell, m_table->codes, m_context.document.language());
}

QVariant RowModel::background(int row_number, std::size_t column) const {
  const std::int64_t fid = m_fids[static_cast<std::size_t>(row_number)];
  QColor colour = currentColours().accent;
  if (m_table->past) {
    const auto old = m_table->past->old.find(fid);
    const bool differs = fid < 0 || (old != m_table->past->old.end() && old->second.contains(column));
    if (!differs) return {};
    colour.setAlpha(fid < 0 ? 50 : 90);
    return colour;
  }
  const auto shade = m_shades.find(column);
  if (shade == m_shades.end()) return {};
  const gis::TableRow* row = rowAt(row_number);
  if (!row) return {};
  const gis::CellValue& cell = row->cells[column];
  double number = std::nan("");
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) number = static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&cell)) number = *real;
  const auto* text = std::get_if<std::string>(&cell);
  const bool empty = std::holds_alternative<std::monostate>(cell) || (text && text->empty());
  const int strength = shade->second.strength(number, empty, fid);
  if (strength == 0) return {};
  colour.setAlpha(26 * strength);
  return colour;
}

QVariant RowModel::headerData(int section, Qt::Orientation orientation, int role) const {
  if (!m_table) return {};
  if (orientation == Qt::Vertical) return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
  if (section < 0 || section >= columnCount()) return {};
  const std::size_t column = m_columns[static_cast<std::size_t>(section)];
  const QString& language = m_context.document.language();
  if (role == Qt::DisplayRole) return m_table->fields.heading(column, language);
  // The name to type into the filter.
  if (role == Qt::ToolTipRole)
    return m_table->fields.heading(column, language) + QLatin1Char('\n') +
           QString::fromStdString(m_table->schema.columns[column].name);
  return {};
}

void RowModel::sort(int column, Qt::SortOrder order) {
  if (column < 0 || column >= columnCount()) {
    emit sortWanted(std::nullopt);
    return;
  }
  emit sortWanted(gis::RowSort{m_columns[static_cast<std::size_t>(column)],
                               order == Qt::AscendingOrder ? gis::SortOrder::kAscending : gis::SortOrder::kDescending});
}

void RowModel::wantBlock(std::size_t block) const {
  m_wanted.insert(block);
  if (m_asked || m_slot.busy()) return;
  m_asked = true;
  // What a paint asks for comes together in one question.
  auto* self = const_cast<RowModel*>(this);
  QTimer::singleShot(0, self, [self] { self->readBlocks(); });
}

void RowModel::readBlocks() {
  m_asked = false;
  if (m_wanted.empty() || !m_table) return;
  // Of a long scroll only the last places are still looked at.
  while (m_wanted.size() > kMostBlocksAtOnce) m_wanted.erase(m_wanted.begin());
  std::vector<std::int64_t> fids;
  for (const std::size_t block : std::exchange(m_wanted, {}))
    for (std::size_t row = block * kBlockRows; row < std::min((block + 1) * kBlockRows, m_fids.size()); ++row)
      if (!m_cells.contains(m_fids[row])) fids.push_back(m_fids[row]);
  if (fids.empty()) return;
  m_slot.ask([table = m_table, fids](const gis::CancelToken&, const gis::Progress&) { return rowsOf(*table, fids); },
             [this, fids](gis::Result<std::vector<gis::TableRow>> rows) {
               if (!rows) {
                 m_context.messages.add(std::move(rows.error()));
                 return;
               }
               keep(std::move(*rows));
               // Rows that somebody has removed since stay empty until the table is read anew.
               for (const std::int64_t fid : fids)
                 m_cells.try_emplace(fid, gis::TableRow{fid, std::vector<gis::CellValue>(m_table->all.size())});
               if (!m_fids.empty() && !m_columns.empty())
                 emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
               if (!m_wanted.empty()) readBlocks();
             });
}

void RowModel::keep(std::vector<gis::TableRow> rows) {
  if (m_cells.size() + rows.size() > kMostCells) m_cells.clear();
  for (gis::TableRow& row : rows) {
    const std::int64_t fid = row.fid;
    m_cells.insert_or_assign(fid, std::move(row));
  }
}

}  // namespace app
