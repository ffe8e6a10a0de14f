// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QFont>
#include <QString>
#include <QTextLayout>
#include <memory>

class QPaintDevice;
class QPainter;

namespace app {

// The letters of printed reports.
QFont reportFont(double size_pt, bool bold = false);

struct ReportTextLook {
  double size_pt = 9;
  bool bold = false;
  QColor colour = Qt::black;
  Qt::Alignment align = Qt::AlignLeft;
};

// A text broken into the lines of one width, for one device. Words break between each other, Chinese between
// characters, anything else only where a word is wider than the line. Needs a QGuiApplication; any thread.
class ReportText {
 public:
  ReportText(const QString& text, const ReportTextLook& look, double width_px, QPaintDevice* device);
  int lines() const { return m_layout->lineCount(); }
  double height_px() const { return topOf(lines()); }
  double topOf(int line) const;  // px from the top of the first; of the line after the last: the height
  // The lines [first, end), the first of them at `at`.
  void draw(QPainter& painter, QPointF at, int first, int end) const;

 private:
  std::unique_ptr<QTextLayout> m_layout;
  QColor m_colour;
};

}  // namespace app
