// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <iosfwd>

#include "gis/core/cancel.h"

namespace app {

// A line on the terminal that counts up; silent when errors go to a file, so that logs stay readable.
gis::Progress progressOn(std::ostream& err);

}  // namespace app
