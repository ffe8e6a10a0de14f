// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStyledItemDelegate>
#include <QWidget>

class QLabel;
class QListView;

namespace app {

class JobList;

// The long work that runs or ran (任务): progress and a way to cancel it (click the cross, or press Delete).
class JobsPanel : public QWidget {
  Q_OBJECT
 public:
  explicit JobsPanel(JobList& jobs, QWidget* parent = nullptr);

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void retranslate();
  void refreshEmpty();
  JobList& m_jobs;
  QListView* m_view;
  QLabel* m_empty;
};

// Draws one job: title, state, bar, and a cross while it can be cancelled.
class JobDelegate : public QStyledItemDelegate {
  Q_OBJECT
 public:
  using QStyledItemDelegate::QStyledItemDelegate;
  void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
  bool editorEvent(QEvent* event, QAbstractItemModel* model, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;
};

}  // namespace app
