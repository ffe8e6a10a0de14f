// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMenu>
#include <vector>

#include "app/table/open_table.h"

namespace app {

// Which columns of a table are shown: one tick a column. Stays open while ticks are set; the last one cannot be taken.
class ColumnMenu : public QMenu {
  Q_OBJECT
 public:
  explicit ColumnMenu(QWidget* parent) : QMenu(parent) {}
  void setTable(const OpenTable& table, const std::vector<std::size_t>& shown, const QString& language);
  // What is shown unless somebody chose otherwise: everything but keys, uuid, times and long identifiers.
  static std::vector<std::size_t> usual(const OpenTable& table);

 signals:
  void chosen(const std::vector<std::size_t>& columns);

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;

 private:
  void toggled(QAction* action);
};

}  // namespace app
