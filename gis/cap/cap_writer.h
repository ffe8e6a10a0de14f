// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/cap/cap_message.h"

namespace gis {

// One message as CAP 1.2 XML, UTF-8, elements in the order of the schema. Reading it again gives the same message.
std::string writeCap(const CapMessage& message);

// "2024-07-26T02:35:00+08:00"; the offset as CAP wants it, -00:00 for UTC.
std::string writeCapTime(std::int64_t utc_ms, int offset_min);

// A closed ring with at most `most` vertices (the first and last counted once each), by Douglas and Peucker (1973) with
// the smallest tolerance that suffices; `most` >= 4.
std::vector<LonLat> thinnedRing(const std::vector<LonLat>& ring, std::size_t most);

}  // namespace gis
