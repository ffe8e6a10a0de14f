// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plotting/plot_text.h"

#include <QCoreApplication>
#include <QPixmap>

#include "app/settings/icons.h"
#include "layers/vector/icon_set.h"

namespace app {

namespace {
const char* iconOf(gis::PlotKind kind) {
  switch (kind) {
    case gis::PlotKind::kPoint:
      return "point";
    case gis::PlotKind::kLine:
      return "plot-line";
    case gis::PlotKind::kArrow:
      return "plot-arrow";
    case gis::PlotKind::kArea:
      return "area";
    case gis::PlotKind::kCircle:
      return "plot-circle";
    case gis::PlotKind::kText:
      break;
  }
  return "plot-text";
}
}  // namespace

QString plotKindText(gis::PlotKind kind) {
  switch (kind) {
    case gis::PlotKind::kPoint:
      return QCoreApplication::translate("Plotting", "Symbol");
    case gis::PlotKind::kLine:
      return QCoreApplication::translate("Plotting", "Line");
    case gis::PlotKind::kArrow:
      return QCoreApplication::translate("Plotting", "Attack arrow");
    case gis::PlotKind::kArea:
      return QCoreApplication::translate("Plotting", "Area");
    case gis::PlotKind::kCircle:
      return QCoreApplication::translate("Plotting", "Circle");
    case gis::PlotKind::kText:
      break;
  }
  return QCoreApplication::translate("Plotting", "Text");
}

QString plotHint(gis::PlotKind kind) {
  switch (kind) {
    case gis::PlotKind::kPoint:
    case gis::PlotKind::kText:
      return QCoreApplication::translate("Plotting",
                                         "Click where it is to stand; the tool stays in use until another is chosen.");
    case gis::PlotKind::kCircle:
      return QCoreApplication::translate("Plotting", "Click the centre, then the edge; Esc drops it.");
    default:
      break;
  }
  return QCoreApplication::translate(
      "Plotting", "Click points; double-click or Enter ends, Backspace takes one back, Esc drops all.");
}

QString plotTitle(const gis::PlotObject& object) {
  return object.label.empty() ? plotKindText(object.kind) : QString::fromStdString(object.label).simplified();
}

QIcon plotIcon(const gis::PlotObject& object, int size_px, double device_ratio) {
  const QColor colour(QString::fromStdString(object.colour));
  if (object.kind == gis::PlotKind::kPoint && layers::IconSet::has(object.symbol))
    return QIcon(QPixmap::fromImage(layers::IconSet().image(object.symbol, size_px, device_ratio, colour)));
  return QIcon(iconPixmap(QLatin1String(iconOf(object.kind)), colour, size_px, device_ratio));
}

}  // namespace app
