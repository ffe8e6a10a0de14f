// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <string_view>

namespace layers {

// A colour as styles write it (CSS Color Module Level 3): "#rgb", "#rgba", "#rrggbb", "#rrggbbaa", "rgb(...)",
// "rgba(...)", "hsl(...)", "hsla(...)" or a name. Invalid for anything else.
QColor colourFromText(std::string_view text);

}  // namespace layers
