// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

namespace gis::telemetry {

// The letters of an element in SL 651-2014, table C.1 ("Z" for 0x39); empty for one that the table does not know.
std::string sl651ElementName(std::uint16_t identifier);

}  // namespace gis::telemetry
