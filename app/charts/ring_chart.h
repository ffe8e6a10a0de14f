// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/charts/chart.h"

namespace app {

struct ChartSlice {
  QString name;
  double value = 0;
  QColor colour = {};
};

// Shares of a whole as a ring (环形图), with the whole in its middle and each part's name, value and share beside it.
class RingChart final : public Chart {
  Q_OBJECT
 public:
  explicit RingChart(QWidget* parent = nullptr);
  // `middle` replaces the sum in the middle; `unit` stands under it.
  void setData(std::vector<ChartSlice> slices, const QString& unit = {}, const QString& middle = {});

  int itemCount() const override { return static_cast<int>(m_slices.size()); }
  QRectF itemRect(int item) const override;
  QString itemText(int item) const override;
  QString text() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void rebuild() override;
  void paintOver(QPainter& painter) const override;

 private:
  double sum() const;
  double ringPx() const;
  QColor colourOf(std::size_t slice) const;
  QString shareText(std::size_t slice) const;

  std::vector<ChartSlice> m_slices;
  QString m_unit, m_middle;
};

}  // namespace app
