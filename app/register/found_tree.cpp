// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/register/found_tree.h"

#include <QHeaderView>
#include <QKeyEvent>

#include "app/core/map_document.h"
#include "app/table/chosen_rows.h"

namespace app {
namespace {

constexpr int kTable = Qt::UserRole + 1, kFid = Qt::UserRole + 2, kLon = Qt::UserRole + 3, kLat = Qt::UserRole + 4;
constexpr double kCloseM = 1500;

}  // namespace

FoundTree::FoundTree(PanelContext& context, QWidget* parent) : QTreeWidget(parent), m_context(context) {
  setRootIsDecorated(true);
  setUniformRowHeights(true);
  setAlternatingRowColors(false);
  setSelectionMode(QAbstractItemView::SingleSelection);
  setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
  header()->setStretchLastSection(false);
  connect(this, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) { show(item, 0); });
  connect(this, &QTreeWidget::itemDoubleClicked, this, [this](QTreeWidgetItem* item) { show(item, kCloseM); });
}

QTreeWidgetItem* FoundTree::addRow(QTreeWidgetItem* parent, const QStringList& texts) {
  return parent ? new QTreeWidgetItem(parent, texts) : new QTreeWidgetItem(this, texts);
}

void FoundTree::place(QTreeWidgetItem* item, const std::string& table, std::int64_t fid,
                      std::optional<gis::LonLat> where) {
  item->setData(0, kTable, QString::fromStdString(table));
  item->setData(0, kFid, static_cast<qint64>(fid));
  if (!where) return;
  item->setData(0, kLon, where->lon_deg);
  item->setData(0, kLat, where->lat_deg);
}

void FoundTree::show(QTreeWidgetItem* item, double span_m) {
  if (!item || !item->data(0, kFid).isValid()) return;
  pickRow(m_context.document, item->data(0, kTable).toString().toStdString(), item->data(0, kFid).toLongLong());
  if (!item->data(0, kLon).isValid()) return;
  const auto where = m_context.document.toMap({item->data(0, kLon).toDouble(), item->data(0, kLat).toDouble()});
  if (!where) return;
  const bool had_focus = hasFocus();
  if (m_context.map.fly_to) m_context.map.fly_to(*where, span_m);
  if (m_context.map.mark) m_context.map.mark(*where);
  // Whoever walks through the list goes on walking.
  if (had_focus) setFocus(Qt::OtherFocusReason);
}

void FoundTree::open(QTreeWidgetItem* item) {
  if (item && item->data(0, kFid).isValid())
    emit rowWanted(item->data(0, kTable).toString(), item->data(0, kFid).toLongLong());
}

void FoundTree::keyPressEvent(QKeyEvent* event) {
  if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) return open(currentItem());
  QTreeWidget::keyPressEvent(event);
}

}  // namespace app
