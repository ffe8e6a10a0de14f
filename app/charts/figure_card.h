// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFrame>

class QLabel;

namespace app {

// A key figure: what it is, small, and how much, large; in the colour of danger only where something is to be done.
// Click, Enter or Space asks for the rows behind it. Window's thread.
class FigureCard final : public QFrame {
  Q_OBJECT
 public:
  explicit FigureCard(QWidget* parent = nullptr);
  void show(const QString& name, const QString& value, bool needs_action = false);

 signals:
  void clicked();

 protected:
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QLabel *m_name, *m_value;
};

}  // namespace app
