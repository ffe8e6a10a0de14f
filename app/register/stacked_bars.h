// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QString>
#include <QWidget>
#include <vector>

namespace app {

// Bars side by side, one a row, each of parts in their colours, with the row's name before and its figure after it: how
// far the counties have come. A click or Enter on a row is told; Up and Down walk. Window's thread.
class StackedBars : public QWidget {
  Q_OBJECT
 public:
  struct Row {
    QString key;
    QString name;
    std::vector<double> parts;
    QString figure;
    double of = 0;  // the whole the parts are of; 0: their sum
  };
  explicit StackedBars(QWidget* parent = nullptr);
  // `share`: every bar is as wide as there is room (parts of a whole); otherwise the longest is.
  enum class Scale { kShare, kLongest };
  void setRows(std::vector<Row> rows, std::vector<QColor> colours, Scale scale);
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void chosen(const QString& key);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mouseReleaseEvent(QMouseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  int rowHeight() const;
  std::vector<Row> m_rows;
  std::vector<QColor> m_colours;
  Scale m_scale = Scale::kShare;
  int m_current = -1;
};

}  // namespace app
