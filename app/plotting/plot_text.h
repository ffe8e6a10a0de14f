// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIcon>
#include <QString>

#include "gis/plotting/plot_object.h"

namespace app {

// "Attack arrow".
QString plotKindText(gis::PlotKind kind);
// What to do with the mouse, for the status bar.
QString plotHint(gis::PlotKind kind);
// A line of the list: the label, else the kind.
QString plotTitle(const gis::PlotObject& object);
QIcon plotIcon(const gis::PlotObject& object, int size_px, double device_ratio);

}  // namespace app
