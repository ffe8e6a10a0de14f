// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QStackedWidget>

namespace app {

// Pages of which one is shown, and no higher than that one needs: a page that is not seen would push the buttons below
// it out of a low window. Window's thread.
class CurrentPageStack : public QStackedWidget {
 public:
  explicit CurrentPageStack(QWidget* parent = nullptr);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;
};

}  // namespace app
