// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QStackedWidget>

namespace app {

// A stack asks for the height of its highest page, and pushes what lies below it out of a low window. From here on only
// the page that is shown counts; the others count for the width as `hidden_width` says.
void countOnlyShown(const QList<QWidget*>& pages, const QWidget* shown, QSizePolicy::Policy hidden_width);

// Pages of which one is shown, and no higher than that one needs: a page that is not seen would push the buttons below
// it out of a low window. Window's thread.
class CurrentPageStack : public QStackedWidget {
 public:
  explicit CurrentPageStack(QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
};

}  // namespace app
