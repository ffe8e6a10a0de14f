// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gis {

// Whether a telephone number as people write it in China ("0355-3010001", "138 0000 1111", "+86 ...", "12345") can
// exist: its length and its range belong to the numbering plan. An extension is allowed. Any thread.
// Source: the numbering plans of libphonenumber, which follow 电信网编号计划.
bool isPossiblePhone(std::string_view text);

// The number as it should stand in a register: ASCII digits, mobile numbers bare, others with "-" behind the area code.
// What is no possible number comes back as it was.
std::string tidyPhone(std::string_view text);

}  // namespace gis
