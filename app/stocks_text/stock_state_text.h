// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "gis/stocks/movement.h"

namespace app {

// A state of goods in an officer's words, in the language of the interface. Any thread.
QString stockStateText(gis::stocks::State state);

}  // namespace app
