// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace gis {

// What the codes of all divisions inside begin with (GB/T 2260, GB/T 10114: 2+2+2+3+3 digits): "140431000000" ->
// "140431". A village's code stays as it is. Any thread.
constexpr std::string_view divisionPrefix(std::string_view code) {
  for (const std::size_t digits : {std::size_t{9}, std::size_t{6}, std::size_t{4}, std::size_t{2}})
    if (code.size() > digits && code.find_first_not_of('0', digits) == std::string_view::npos)
      code = code.substr(0, digits);
  return code;
}

}  // namespace gis
