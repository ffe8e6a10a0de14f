// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPainter>
#include <QSize>

#include "app/briefing/briefing_deck.h"

namespace app {

// Charts are recorded that many times smaller than they stand on the page.
inline constexpr double kChartScale = 1.3;

// Paints a page; a unit of the painter is a point. Words stay words and lines stay lines where the device keeps them.
// Charts that are not drawn yet are left blank. Any thread.
void paintSlide(QPainter& painter, const gis::slides::Slide& slide, const BriefingDeck& deck);
// The page as a picture of that size.
QImage slidePicture(const gis::slides::Slide& slide, const BriefingDeck& deck, QSize size_px);

}  // namespace app
