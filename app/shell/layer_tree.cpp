// SPDX-License-Identifier: GPL-3.0-or-later
// Dragging in the layer tree; the rest of the panel is in layer_panel.cpp.
#include <QDragEnterEvent>
#include <QMimeData>
#include <QUrl>

#include "app/shell/layer_panel.h"

namespace app {

namespace {
constexpr int kIdRole = Qt::UserRole + 1;
constexpr int kGroupRole = Qt::UserRole + 2;
}  // namespace

void LayerTree::dragEnterEvent(QDragEnterEvent* event) {
  if (event->mimeData()->hasUrls()) {
    event->acceptProposedAction();
  } else {
    QTreeWidget::dragEnterEvent(event);
  }
}

void LayerTree::dragMoveEvent(QDragMoveEvent* event) {
  if (event->mimeData()->hasUrls()) {
    event->acceptProposedAction();
    return;
  }
  QTreeWidget::dragMoveEvent(event);
  const QTreeWidgetItem* target = itemAt(event->position().toPoint());
  const QTreeWidgetItem* dragged = currentItem();
  const bool fits = target && dragged && target != dragged && target->parent() && !target->parent()->parent() &&
                    target->data(0, kGroupRole) == dragged->data(0, kGroupRole);
  event->setAccepted(fits);
}

void LayerTree::dropEvent(QDropEvent* event) {
  if (event->mimeData()->hasUrls()) {
    QStringList files;
    for (const QUrl& url : event->mimeData()->urls())
      if (url.isLocalFile()) files << url.toLocalFile();
    event->acceptProposedAction();
    emit filesDropped(files);
    return;
  }
  const QTreeWidgetItem* target = itemAt(event->position().toPoint());
  const QTreeWidgetItem* dragged = currentItem();
  event->setDropAction(Qt::IgnoreAction);  // the document moves the layer, the tree follows
  if (!target || !dragged || target == dragged || !target->parent()) return;
  const QRect row = visualItemRect(target);
  emit moved(dragged->data(0, kIdRole).toString(), target->data(0, kIdRole).toString(),
             event->position().y() < row.center().y());
}

}  // namespace app
