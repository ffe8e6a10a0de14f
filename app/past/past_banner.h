// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

#include "app/core/panel.h"

class QLabel;
class QPushButton;

namespace app {

class PastKeeper;

// Above the map while it shows the past: which moment, and the ways to another one, to comparing and back. Hidden
// otherwise. Window's thread.
class PastBanner : public QFrame {
  Q_OBJECT
 public:
  PastBanner(PanelContext& context, PastKeeper& keeper, QWidget* parent = nullptr);

 signals:
  void dialogWanted();

 protected:
  void changeEvent(QEvent* event) override;

 private:
  void refresh();

  PanelContext& m_context;
  QLabel* m_text;
  QPushButton* m_other;
  QPushButton* m_compare;
  QPushButton* m_back;
};

}  // namespace app
