// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/current_page_stack.h"

#include <QSizePolicy>

namespace app {

CurrentPageStack::CurrentPageStack(QWidget* parent) : QStackedWidget(parent) {
  connect(this, &QStackedWidget::currentChanged, this, [this] {
    // The layout takes the largest minimum of all pages but those that say they need nothing.
    for (int i = 0; i < count(); ++i)
      widget(i)->setSizePolicy(i == currentIndex() ? QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred)
                                                   : QSizePolicy(QSizePolicy::Ignored, QSizePolicy::Ignored));
    updateGeometry();
  });
}

QSize CurrentPageStack::sizeHint() const { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }

QSize CurrentPageStack::minimumSizeHint() const {
  return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

}  // namespace app
