// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace gis {

// Marks the texts that hold `needle`: texts lie in one string, the i-th from start[i] to start[i+1] with a zero byte at
// its end. hit has one byte a text; those found become 1, the others stay. `needle` is not empty. Any thread.
void markTextsWith(std::string_view needle, std::string_view texts, std::span<const std::uint32_t> start,
                   std::vector<std::uint8_t>& hit);

}  // namespace gis
