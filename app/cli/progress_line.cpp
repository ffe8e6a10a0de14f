// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/progress_line.h"

#include <unistd.h>

#include <ostream>

namespace app {

gis::Progress progressOn(std::ostream& err) {
  if (isatty(STDERR_FILENO) == 0) return {};
  return [&err, last_percent = -1](double done_ratio) mutable {
    const int percent = static_cast<int>(done_ratio * 100);
    if (percent == last_percent) return;
    last_percent = percent;
    err << '\r' << percent << " %" << (percent >= 100 ? "\n" : "") << std::flush;
  };
}

}  // namespace app
