// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/column_menu.h"

#include <QMouseEvent>

namespace app {

void ColumnMenu::setTable(const OpenTable& table, const std::vector<std::size_t>& shown, const QString& language) {
  clear();
  for (std::size_t i = 0; i < table.schema.columns.size(); ++i) {
    QAction* action = addAction(table.fields.heading(i, language));
    action->setCheckable(true);
    action->setChecked(std::ranges::find(shown, i) != shown.end());
    action->setData(static_cast<qulonglong>(i));
    connect(action, &QAction::toggled, this, [this, action] { toggled(action); });
  }
}

void ColumnMenu::toggled(QAction* action) {
  std::vector<std::size_t> columns;
  for (const QAction* column : actions())
    if (column->isChecked()) columns.push_back(static_cast<std::size_t>(column->data().toULongLong()));
  if (columns.empty()) {
    const QSignalBlocker quiet(action);
    action->setChecked(true);
    return;
  }
  emit chosen(columns);
}

void ColumnMenu::mouseReleaseEvent(QMouseEvent* event) {
  // The usual menu closes at the first tick; several columns are chosen together.
  if (QAction* action = actionAt(event->pos()))
    action->trigger();
  else
    QMenu::mouseReleaseEvent(event);
}

std::vector<std::size_t> ColumnMenu::usual(const OpenTable& table) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.schema.columns.size(); ++i) {
    const std::string& name = table.schema.columns[i].name;
    const bool hidden = gis::isHousekeeping(table.schema, name) || name.ends_with("_uuid") || name == "source" ||
                        name == "pinyin_initials" || name.ends_with("_lon_deg") || name.ends_with("_lat_deg");
    if (!hidden) columns.push_back(i);
  }
  // Names first: that is what a row is known by.
  std::ranges::stable_sort(columns, {},
                           [&](std::size_t column) { return table.schema.columns[column].name != "name"; });
  if (columns.empty()) columns = table.all;
  return columns;
}

}  // namespace app
