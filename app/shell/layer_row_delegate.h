// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>

namespace app {

// Draws the rows of the layer tree. A row with a hint (kHintRole, e.g. from which scale the layer shows) has it as a
// small second line under its name.
class LayerRowDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  static constexpr int kHintRole = Qt::UserRole + 8;
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;

 protected:
  void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override;
};

}  // namespace app
