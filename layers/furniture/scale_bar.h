// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPointF>
#include <QRectF>
#include <QString>

#include "layers/furniture/furniture_look.h"

class QPainter;

namespace layers {

// The round length a bar shows: 1, 2 or 5 times a power of ten metres, at most `at_most_px` wide.
double scaleBarLengthM(double metres_per_px, double at_most_px);
// "500 m", "20 km"; 米 and 公里 in Chinese ("zh").
QString barLengthText(double length_m, const QString& language);

// A bar in four parts, dark and light in turn, its left end at `bottom_left`. `ground_m_per_px` is what a pixel covers
// on the ground, not on the map: in Mercator they differ by half in the north of China.
void paintScaleBar(QPainter& painter, const FurnitureLook& look, double ground_m_per_px, const QString& language,
                   QPointF bottom_left);

// The plate that paintScaleBar() puts under the bar, for placing it beside other furniture. Empty: there is no bar.
QRectF scaleBarPlate(const FurnitureLook& look, double ground_m_per_px, const QString& language, QPointF bottom_left);

// A needle towards true north, which leans against the map's up by the convergence of meridians.
void paintNorthArrow(QPainter& painter, const FurnitureLook& look, double north_deg, QPointF centre);

}  // namespace layers
