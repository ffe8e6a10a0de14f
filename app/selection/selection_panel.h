// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

#include "app/core/feature_selection.h"
#include "app/core/panel.h"

class QLabel;
class QPushButton;
class QToolButton;
class QTreeWidget;

namespace app {

// What is chosen on the map (选中要素): how many of which layer, and a walk from one to the next, each shown on the map
// and asked about. Window's thread.
class SelectionPanel : public QWidget {
  Q_OBJECT
 public:
  explicit SelectionPanel(PanelContext& context, QWidget* parent = nullptr);
  // Goes to the n-th chosen feature of the current layer; beyond the ends it begins again at the other.
  void goTo(long long n);
  long long position() const { return m_at; }  // -1: at none yet

 protected:
  void changeEvent(QEvent* event) override;
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  const FeatureSelection::Part* current() const;
  void refresh();
  void refreshWalk();
  void retranslate();

  PanelContext& m_context;
  QLabel* m_summary;
  QTreeWidget* m_layers;
  QToolButton *m_previous, *m_next;
  QLabel* m_place;
  QPushButton *m_show, *m_only, *m_clear;
  long long m_at = -1;
};

}  // namespace app
