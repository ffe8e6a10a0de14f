// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>
#include <QString>
#include <vector>

namespace app {

// The letters of pages; a point of the page is a pixel of the painter.
QFont deckFont(int size_pt, bool bold = false);
double deckTextWidth(const QString& text, int size_pt, bool bold = false);
// Broken into lines of at most `width_pt`.
double deckTextHeight(const QString& text, int size_pt, double width_pt, bool bold = false);
// Cut with three dots where there is no room.
QString deckElided(const QString& text, int size_pt, double width_pt, bool bold = false);
// The largest of the sizes with which a text fits; the last when none does.
int deckFittingSize(const QString& text, const std::vector<int>& sizes_pt, double width_pt, double height_pt,
                    bool bold = false);

}  // namespace app
