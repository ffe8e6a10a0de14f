// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QTreeWidget>
#include <optional>
#include <string>

#include "app/core/panel.h"
#include "gis/core/coords.h"

namespace app {

// Things that a room has found, in groups: the current one is shown on the map, double click goes close, Enter asks for
// its row. Window's thread.
class FoundTree : public QTreeWidget {
  Q_OBJECT
 public:
  FoundTree(PanelContext& context, QWidget* parent = nullptr);
  // `parent` null: at the top.
  QTreeWidgetItem* addRow(QTreeWidgetItem* parent, const QStringList& texts);
  // What the row is of; without a place it is only opened.
  void place(QTreeWidgetItem* item, const std::string& table, std::int64_t fid, std::optional<gis::LonLat> where);

 signals:
  void rowWanted(const QString& table, qint64 fid);

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void show(QTreeWidgetItem* item, double span_m);
  void open(QTreeWidgetItem* item);
  PanelContext& m_context;
};

}  // namespace app
