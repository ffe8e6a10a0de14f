// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_text.h"

#include <QPainter>
#include <QTextOption>

#include "app/print/searchable_font.h"

namespace app {
namespace {

constexpr auto kFont = "Noto Sans CJK SC";
constexpr double kLineRatio = 1.05;  // of the letters' own height

}  // namespace

QFont reportFont(double size_pt, bool bold) {
  QFont font(QString::fromLatin1(kFont));
  font.setPointSizeF(size_pt);
  font.setBold(bold);
  keepSearchable(font);
  return font;
}

ReportText::ReportText(const QString& text, const ReportTextLook& look, double width_px, QPaintDevice* device)
    : m_layout(std::make_unique<QTextLayout>(QString(text).replace(QLatin1Char('\n'), QChar::LineSeparator),
                                             reportFont(look.size_pt, look.bold), device)),
      m_colour(look.colour) {
  QTextOption option(look.align);
  option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
  m_layout->setTextOption(option);
  m_layout->beginLayout();
  double y = 0;
  for (QTextLine line = m_layout->createLine(); line.isValid(); line = m_layout->createLine()) {
    line.setLineWidth(width_px);
    line.setPosition({0, y});
    y += line.height() * kLineRatio;
  }
  m_layout->endLayout();
}

double ReportText::topOf(int line) const {
  if (line < lines()) return m_layout->lineAt(line).y();
  if (lines() == 0) return 0;
  const QTextLine last = m_layout->lineAt(lines() - 1);
  return last.y() + last.height() * kLineRatio;
}

void ReportText::draw(QPainter& painter, QPointF at, int first, int end) const {
  painter.setPen(m_colour);
  for (int i = first; i < std::min(end, lines()); ++i)
    m_layout->lineAt(i).draw(&painter, at - QPointF(0, topOf(first)));
}

}  // namespace app
