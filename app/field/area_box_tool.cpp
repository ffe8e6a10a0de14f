// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/area_box_tool.h"

#include <QPainter>

#include "app/settings/theme.h"

namespace app {

bool AreaBoxTool::press(gis::MapXY where) {
  m_from = m_to = where;
  return true;
}

void AreaBoxTool::drag(gis::MapXY where) {
  m_to = where;
  emit changed();
}

void AreaBoxTool::release() {
  if (!m_from) return;
  gis::MapBox box;
  box.add(*m_from);
  box.add(m_to);
  m_from.reset();
  emit changed();
  // A click without a drag is no box: the tool stays for another try.
  if (box.width_m() > 0 && box.height_m() > 0) emit drawn(box);
}

bool AreaBoxTool::cancel() {
  m_from.reset();
  emit changed();
  emit givenUp();
  return true;
}

void AreaBoxTool::paint(QPainter& painter, const layers::MapView& view) const {
  if (!m_from) return;
  const gis::PixelXY a = view.toPixel(*m_from), b = view.toPixel(m_to);
  const ThemeColours& colours = currentColours();
  painter.save();
  painter.setPen(QPen(colours.accent, dp(2)));
  painter.setBrush(colours.accent_soft);
  painter.drawRect(QRectF(QPointF(a.x_px, a.y_px), QPointF(b.x_px, b.y_px)).normalized());
  painter.restore();
}

}  // namespace app
