// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

class QDateTimeEdit;

namespace app {

// Fields for a moment show and take Beijing time, whatever the machine's zone is (Qt's own offset from UTC is lost in a
// field). Window's thread.
void showMoment(QDateTimeEdit& edit, std::int64_t utc_ms);
std::int64_t momentIn(const QDateTimeEdit& edit);  // UTC ms

}  // namespace app
