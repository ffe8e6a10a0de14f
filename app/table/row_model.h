// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QAbstractTableModel>
#include <QColor>
#include <map>
#include <set>
#include <vector>

#include "app/core/panel.h"
#include "app/jobs/job_slot.h"
#include "app/table/column_shades.h"
#include "app/table/open_table.h"

namespace app {

// The colour of a coded value: (column, code as stored) -> colour of the layer's legend.
using CodeColours = std::map<std::pair<std::string, QString>, QColor>;

// The rows that were found, by their keys; cells are read in blocks by a worker when they come into view, and stand
// as "…" until then. Window's thread.
class RowModel : public QAbstractTableModel {
  Q_OBJECT
 public:
  explicit RowModel(PanelContext& context, QObject* parent = nullptr);

  // Another table: its first rows serve until setRows() says which there are.
  void setTable(OpenTablePtr table, std::vector<gis::TableRow> first_rows);
  void setRows(std::vector<std::int64_t> fids);
  // The rows may have changed in the database: read them anew.
  void forgetCells();
  void setColumns(std::vector<std::size_t> columns);
  void setColours(CodeColours colours);
  // How a column's cells are coloured; ShadeRule::kNone: not at all.
  void setShade(std::size_t column, ColumnShade shade);
  ShadeRule shadeOf(std::size_t column) const;
  void setSort(std::optional<gis::RowSort> sort);
  // Another language, theme or scale.
  void showLook();
  void clear();

  const OpenTablePtr& table() const { return m_table; }
  const std::vector<std::size_t>& columns() const { return m_columns; }
  const std::vector<std::int64_t>& fids() const { return m_fids; }
  std::optional<int> rowOf(std::int64_t fid) const;
  bool reading() const { return m_slot.busy(); }

  int rowCount(const QModelIndex& parent = {}) const override;
  int columnCount(const QModelIndex& parent = {}) const override;
  QVariant data(const QModelIndex& index, int role) const override;
  QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
  void sort(int column, Qt::SortOrder order) override;

 signals:
  void sortWanted(std::optional<gis::RowSort> sort);

 private:
  void wantBlock(std::size_t block) const;
  void readBlocks();
  void keep(std::vector<gis::TableRow> rows);
  const gis::TableRow* rowAt(int row) const;
  QVariant background(int row_number, std::size_t column) const;

  PanelContext& m_context;
  OpenTablePtr m_table;
  std::vector<std::size_t> m_columns;
  std::vector<std::int64_t> m_fids;
  CodeColours m_colours;
  std::map<std::size_t, ColumnShade> m_shades;
  std::optional<gis::RowSort> m_sort;
  std::map<std::int64_t, gis::TableRow> m_cells;  // by key
  mutable std::set<std::size_t> m_wanted;         // blocks
  mutable bool m_asked = false;
  JobSlot<gis::Result<std::vector<gis::TableRow>>> m_slot;
};

}  // namespace app
