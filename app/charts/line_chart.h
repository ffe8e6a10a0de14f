// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QList>
#include <QPen>
#include <cstdint>
#include <vector>

#include "app/charts/chart.h"

class QAbstractAxis;
class QLineSeries;
class QValueAxis;

namespace app {

struct ChartPoint {
  double x;  // UTC milliseconds where the chart is over time
  double y;  // NaN: not measured, the line has a gap
};
struct ChartLine {
  QString name;
  std::vector<ChartPoint> points;  // by ascending x
  QColor colour = {};
};
// A level across the chart with its name: warning stage, move-at-once rain. The chart writes the value behind the name.
struct ChartThreshold {
  QString name;
  double y;
  QColor colour = {};
};

enum class ChartX { kTime, kNumber };

// Lines over time (过程线) or over a number, with thresholds. Its items are the moments of the first line; the current
// one shows the values of all lines.
class LineChart final : public Chart {
  Q_OBJECT
 public:
  explicit LineChart(QWidget* parent = nullptr);
  void setData(std::vector<ChartLine> lines, std::vector<ChartThreshold> thresholds = {}, ChartX x = ChartX::kTime,
               const QString& y_unit = {}, const QString& x_unit = {});

  // What is written at a threshold ("警戒 910.50") and where, in this widget's pixels.
  QString thresholdText(std::size_t threshold) const;
  std::vector<QRectF> thresholdBoxes() const;

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
  struct Run {
    QList<QPointF> points;
    QPen pen;
  };
  std::vector<Run> runs() const;
  void makeSeries(std::size_t count);
  void setAxes(QAbstractAxis& x_axis, QValueAxis& y_axis, double y_step) const;
  QPointF placeOf(double x, double y) const;
  QColor colourOf(std::size_t line) const;
  QString xText(double x) const;
  QString yText(double y) const;  // as exact as the span of the chart asks for
  QString timeFormat() const;
  bool curveCrosses(const QRectF& box) const;

  std::vector<ChartLine> m_lines;
  std::vector<ChartThreshold> m_thresholds;
  ChartX m_x = ChartX::kTime, m_made_x = ChartX::kTime;
  std::vector<QLineSeries*> m_series;  // the chart's, one a run
  QString m_y_unit, m_x_unit;
  double m_min_x = 0, m_max_x = 1, m_min_y = 0, m_max_y = 1;
};

}  // namespace app
