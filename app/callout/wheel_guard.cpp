// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/wheel_guard.h"

#include <QEvent>
#include <QWidget>

namespace app {

void WheelGuard::guard(QWidget* widget) {
  widget->setFocusPolicy(Qt::StrongFocus);
  widget->installEventFilter(this);
}

bool WheelGuard::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() != QEvent::Wheel) return QObject::eventFilter(watched, event);
  // Not taken: what holds the widget scrolls.
  event->ignore();
  return true;
}

}  // namespace app
