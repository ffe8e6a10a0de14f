// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <iosfwd>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace app {

// All of `in` as UTF-8 without a byte-order mark, whatever it came in (GBK and the UTF-16 of Windows shells as well),
// the commas, semicolons and blanks of Chinese keyboards as plain ones.
std::string readInput(std::istream& in);

// Discarded when `text` is no JSON, or nested deeper than any geometry: the reader's stack must not be the input's to
// fill.
nlohmann::json parseJson(std::string_view text);

// The beginning of a text, fit for one line of a message: at most 60 bytes, no half characters, no control characters.
std::string clipped(std::string_view text);

// Without blanks and line ends around it.
std::string_view trimmed(std::string_view text);

}  // namespace app
