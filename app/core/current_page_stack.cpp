// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/core/current_page_stack.h"

#include <QSizePolicy>

namespace app {

void countOnlyShown(const QList<QWidget*>& pages, const QWidget* shown, QSizePolicy::Policy hidden_width) {
  for (QWidget* page : pages)
    page->setSizePolicy(page == shown ? QSizePolicy(QSizePolicy::Preferred, QSizePolicy::Preferred)
                                      : QSizePolicy(hidden_width, QSizePolicy::Ignored));
}

CurrentPageStack::CurrentPageStack(QWidget* parent) : QStackedWidget(parent) {
  connect(this, &QStackedWidget::currentChanged, this, [this] {
    QList<QWidget*> pages;
    for (int i = 0; i < count(); ++i) pages << widget(i);
    countOnlyShown(pages, currentWidget(), QSizePolicy::Ignored);
    updateGeometry();
  });
}

QSize CurrentPageStack::sizeHint() const { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }

QSize CurrentPageStack::minimumSizeHint() const {
  return currentWidget() ? currentWidget()->minimumSizeHint() : QSize();
}

}  // namespace app
