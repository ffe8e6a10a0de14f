// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/core/error.h"
#include "gis/geology/rain_rule.h"

namespace app {

// How the rain page says things, in the current language. Window's thread.

// What a level is called, by itself ("橙色") .
QString rainLevelText(gis::geology::RainLevel level);
// "row 2: negative rain: -4" in the interface's language.
QString rainWarningText(const gis::Warning& warning);
// The sentence of an error; where the rain itself is wrong, what is wrong with it.
QString rainErrorText(const gis::Error& error);

}  // namespace app
