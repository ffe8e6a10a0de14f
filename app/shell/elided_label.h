// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QLabel>

namespace app {

// One line of text that gives way: what does not fit is cut with an ellipsis and told in full by the tooltip.
class ElidedLabel : public QLabel {
 public:
  explicit ElidedLabel(Qt::TextElideMode mode = Qt::ElideRight, QWidget* parent = nullptr);
  void setWhole(const QString& text);

 protected:
  void resizeEvent(QResizeEvent*) override;
  void changeEvent(QEvent*) override;
  QSize minimumSizeHint() const override;
  QSize sizeHint() const override;

 private:
  void cut();
  Qt::TextElideMode m_mode;
  QString m_whole;
};

}  // namespace app
