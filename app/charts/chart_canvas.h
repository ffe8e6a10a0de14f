// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QChart>
#include <QChartView>
#include <QGraphicsLayout>
#include <QLegend>

#include "app/charts/chart.h"

namespace app {

// The Qt Charts view inside a Chart: it draws, the Chart answers mouse and keys.
class ChartCanvas final : public QChartView {
 public:
  ChartCanvas(QChart* chart, Chart* owner) : QChartView(chart, owner), m_owner(*owner) {
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setFocusPolicy(Qt::NoFocus);
    setFrameShape(QFrame::NoFrame);
    setRenderHint(QPainter::Antialiasing);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setBackgroundBrush(Qt::NoBrush);
    setStyleSheet(QStringLiteral("background: transparent; border: none;"));
    chart->setBackgroundVisible(false);
    chart->setMargins(QMargins());
    chart->setBackgroundRoundness(0);
    chart->legend()->hide();
    chart->setAnimationOptions(QChart::NoAnimation);
    // Panels fill charts while a shape is dragged: a chart's own layout margins are ours to decide.
    chart->layout()->setContentsMargins(0, 0, 0, 0);
  }

 protected:
  void drawForeground(QPainter* painter, const QRectF&) override {
    painter->save();
    painter->resetTransform();
    m_owner.paintCanvas(*painter);
    painter->restore();
  }

 private:
  Chart& m_owner;
};

}  // namespace app
