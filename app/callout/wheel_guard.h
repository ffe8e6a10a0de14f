// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>

class QWidget;

namespace app {

// Boxes and spin boxes in a panel that scrolls: the wheel scrolls the panel and changes none of them, whoever has the
// focus. A level or a validity that changed while somebody scrolled past would go out as it is. Window's thread.
class WheelGuard : public QObject {
 public:
  explicit WheelGuard(QObject* parent) : QObject(parent) {}
  void guard(QWidget* widget);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
};

}  // namespace app
