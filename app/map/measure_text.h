// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

namespace app {

// Lengths and areas as people read them: "862 m", "12.35 km"; "640 m²", "3.20 ha", "18.4 km²".
QString lengthText(double dist_m);
QString areaText(double area_m2);
// "1:50,000"
QString scaleText(double denominator);
// Reads "1:50000", "1:5万", "50,000", "50000"; 0 when it cannot be read.
double scaleFromText(const QString& text);

}  // namespace app
