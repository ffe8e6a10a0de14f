// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QWidget>
#include <vector>

namespace app {

// Two curves over days with one limit: the index of the Chinese grade and the FWI. Left and Right walk along the days.
// Window's thread.
class DayChart : public QWidget {
  Q_OBJECT
 public:
  struct Day {
    QString name;  // 04-17
    double htz = 0, fwi = 0;
  };
  explicit DayChart(QWidget* parent = nullptr);
  void setDays(std::vector<Day> days);
  QSize minimumSizeHint() const override;

 protected:
  void paintEvent(QPaintEvent*) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent*) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  QRectF plot() const;
  std::vector<Day> m_days;
  int m_current = -1;
};

}  // namespace app
