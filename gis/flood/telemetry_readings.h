// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/flood/reading_file.h"
#include "gis/telemetry/sl651_frame.h"

namespace gis::flood {

// What SL 651 frames report, as readings: river stage (Z) and level above a dam (ZU) with flow (Q), rain of an hour
// (P1, or PJ of an hourly report 34H) and the twelve 5-minute rains (F4) added up. Hours of rain count at full hours
// only. Values that a station calls invalid or that are out of range are warnings. Packets after the first are left out
// with a warning.
Loaded<ReadingFile> readingsOf(const telemetry::Sl651Stream& stream);

}  // namespace gis::flood
