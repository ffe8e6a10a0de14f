// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/charts/chart.h"

namespace app {

struct ChartSpider {
  QString name;
  std::vector<double> values;  // one for each axis, 0 .. the chart's most
  QColor colour = {};
};

// Several measures on spokes about a centre (雷达图), at least three, for one or a few things compared. Its items are
// the spokes.
class SpiderChart final : public Chart {
  Q_OBJECT
 public:
  explicit SpiderChart(QWidget* parent = nullptr);
  void setData(const QStringList& axes, std::vector<ChartSpider> things, double most = 1);

  int itemCount() const override;
  QRectF itemRect(int item) const override;
  QString itemText(int item) const override;
  QString text() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void rebuild() override;
  void paintOver(QPainter& painter) const override;

 private:
  QColor colourOf(std::size_t thing) const;

  QStringList m_axes;
  std::vector<ChartSpider> m_things;
  double m_most = 1;
};

}  // namespace app
