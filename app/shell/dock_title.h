// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>

class QDockWidget;
class QLabel;
class QToolButton;

namespace app {

// The title of a dock, with its buttons. Qt's own keeps the size it was made with when the presentation scale changes.
class DockTitle : public QWidget {
  Q_OBJECT
 public:
  explicit DockTitle(QDockWidget* dock);

 protected:
  void changeEvent(QEvent*) override;

 private:
  void refresh();

  QDockWidget* m_dock;
  QLabel* m_text;
  QToolButton* m_float;
  QToolButton* m_close;
};

}  // namespace app
