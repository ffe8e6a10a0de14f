// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QString>
#include <QWidget>
#include <memory>

class QChart;

namespace app {

class ChartCanvas;

// What all charts share: Qt Charts in our theme and at our scale, following a change of theme, scale and language
// (the texts are the owner's: set them anew on LanguageChange); a sentence instead of an empty frame; a current item
// that the arrow keys move and Enter, Space or a click activates; a tip for the item under the pointer; the data as
// text. Window's thread.
class Chart : public QWidget {
  Q_OBJECT
 public:
  ~Chart() override;

  // Named for screen readers and for the exported text.
  void setTitle(const QString& title);
  const QString& title() const { return m_title; }
  // Shown while there is nothing: say what to do next.
  void setEmptyText(const QString& text);

  // What can be pointed at: bars, slices, corners, moments.
  virtual int itemCount() const = 0;
  // Where an item lies, in this widget's pixels.
  virtual QRectF itemRect(int item) const = 0;
  virtual QString itemText(int item) const = 0;
  int current() const { return m_current; }  // -1: none
  void setCurrent(int item);

  // The data as lines of cells separated by tabs, headings first; pastes into any spreadsheet.
  virtual QString text() const = 0;
  QImage picture(QSize size_px, qreal device_ratio = 1);

 signals:
  void activated(int item);
  void currentChanged(int item);

 protected:
  // `chart` is taken over.
  Chart(QChart* chart, QWidget* parent);
  QChart* chart() const;
  // Puts the data into the chart in the current colours; called when data, theme, scale or size change.
  virtual void rebuild() = 0;
  // Names and values, painted over the chart in this widget's pixels.
  virtual void paintOver(QPainter& painter) const = 0;
  // Data came: the current item is forgotten when there is no such item any more.
  void dataChanged();
  bool hasData() const { return itemCount() > 0; }
  QFont smallFont() const;

  bool event(QEvent* event) override;
  void changeEvent(QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void showEvent(QShowEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  void mouseMoveEvent(QMouseEvent* event) override;
  void leaveEvent(QEvent* event) override;
  void focusInEvent(QFocusEvent* event) override;
  void focusOutEvent(QFocusEvent* event) override;

 private:
  friend class ChartCanvas;
  void refresh();
  void paintCanvas(QPainter& painter) const;
  int itemAt(QPointF at) const;

  ChartCanvas* m_canvas;
  QString m_title, m_empty_text;
  int m_current = -1;
  int m_hovered = -1;
};

// Takes all series and axes out of it.
void clearChart(QChart& chart);
// The n-th colour for series that mean no warning; they repeat after eight.
QColor seriesColour(int n);
// 12345678 -> "1,234.6 万" in Chinese, "12,345,678" in English; as short as a label needs.
QString shortNumber(double value);

}  // namespace app
