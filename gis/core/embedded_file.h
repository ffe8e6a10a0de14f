// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <string_view>

namespace gis {

// A text file that was compiled in (see packaging/cmake/FengsuiEmbed.cmake).
struct EmbeddedFile {
  std::string_view name;
  const unsigned char* bytes = nullptr;
  std::size_t size = 0;
  std::string_view text() const { return {static_cast<const char*>(static_cast<const void*>(bytes)), size}; }
};

}  // namespace gis
