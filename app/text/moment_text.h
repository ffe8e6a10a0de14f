// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <cstdint>

namespace app {

// "2026-05-01 08:00" in Beijing time, whatever the machine's zone is. Any thread.
QString beijingTimeText(std::int64_t utc_ms);

}  // namespace app
