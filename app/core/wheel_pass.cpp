// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/wheel_pass.h"

#include <QEvent>
#include <QWidget>

namespace app {
namespace {

class WheelPass final : public QObject {
 public:
  using QObject::QObject;

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override {
    if (event->type() != QEvent::Wheel) return QObject::eventFilter(watched, event);
    event->ignore();
    return true;
  }
};

}  // namespace

void passWheel(QWidget& widget) {
  widget.setFocusPolicy(Qt::StrongFocus);
  widget.installEventFilter(new WheelPass(&widget));
}

}  // namespace app
