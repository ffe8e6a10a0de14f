// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QFont>

namespace layers {

// The typeface of the map, Chinese and Latin from one family where installed. Placing and painting use the same one.
QFont labelFont(double size_px, bool bold);

// Letters are centred on the anchor: the baseline lies this part of the size below it.
inline constexpr double kBaselineRatio = 0.36;
inline constexpr double kLineHeightRatio = 1.2;

}  // namespace layers
