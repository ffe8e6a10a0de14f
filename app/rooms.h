// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "app/core/panel.h"

namespace app {

// The rooms that show something in the window. Adding a domain is one line in rooms.cpp; removing it, the same line.
std::vector<PanelDefinition> rooms();

}  // namespace app
