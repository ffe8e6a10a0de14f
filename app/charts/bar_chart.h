// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/charts/chart.h"

class QBarSet;
class QHorizontalStackedBarSeries;

namespace app {

// One bar, or one stack when it has several values.
struct ChartBar {
  QString name;
  std::vector<double> values;  // one for each series; not negative
  QColor colour = {};          // of a single value: that of its class; invalid: the first series' colour
  QString value_text = {};     // beside the bar; empty: the sum as shortNumber says it
};
struct ChartSeries {
  QString name;
  QColor colour = {};  // invalid: seriesColour(n)
};

// Lying bars (条形图), single, stacked or, where values must not be added up, in groups, the first on top, each with
// its whole name and value: where names are long they stand above their bars. As high as its bars need; the legend of
// several series is on top, in as many lines as it takes.
class BarChart final : public Chart {
  Q_OBJECT
 public:
  explicit BarChart(QWidget* parent = nullptr);
  // `unit` goes to tips and exported text ("people"). No series: one without a name.
  void setData(std::vector<ChartBar> bars, std::vector<ChartSeries> series = {}, const QString& unit = {});

  // Each value of a bar gets a bar and a figure of its own, all against a named level ("normal", 100). Values may be
  // NaN: not known. Call before setData.
  void setGrouped(double level, const QString& level_name);

  int itemCount() const override { return static_cast<int>(m_bars.size()); }
  QRectF itemRect(int item) const override;
  QString itemText(int item) const override;
  QString text() const override;
  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 protected:
  void rebuild() override;
  void paintOver(QPainter& painter) const override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  struct Set {
    QColor colour;
    std::vector<double> values;  // from the lowest bar
  };
  std::vector<Set> sets() const;
  void makeSeries(const std::vector<Set>& sets);
  struct Measures {
    double row_px, name_px, value_px, top_px;
    bool name_above;
  };
  Measures measures() const;
  bool grouped() const { return !m_level_name.isEmpty(); }
  double lengthOf(const ChartBar& bar) const;
  void paintGroup(QPainter& painter, int item, double most) const;
  void paintLevel(QPainter& painter, double most) const;
  QString numberText(double value) const;
  std::vector<QPointF> legendPlaces(double name_px) const;
  QString valueText(const ChartBar& bar) const;
  QColor colourOf(int series) const;

  std::vector<ChartBar> m_bars;
  std::vector<ChartSeries> m_series;
  QString m_unit, m_level_name;
  double m_level = 0;
  QHorizontalStackedBarSeries* m_shown = nullptr;  // the chart's, with its sets
  std::vector<QBarSet*> m_sets;
};

}  // namespace app
