// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/hanzi/folded_text.h"

namespace gis {

void appendFolded(std::string_view utf8, std::string& out) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte >= 'A' && byte <= 'Z') {
      out += static_cast<char>(byte - 'A' + 'a');
      continue;
    }
    // U+FF01..U+FF5E are the signs of ASCII, U+3000 is a space; each takes three bytes.
    if ((byte == 0xEF || byte == 0xE3) && i + 2 < utf8.size()) {
      const auto second = static_cast<unsigned char>(utf8[i + 1]);
      const auto third = static_cast<unsigned char>(utf8[i + 2]);
      const unsigned code = ((byte & 0x0Fu) << 12) | ((second & 0x3Fu) << 6) | (third & 0x3Fu);
      if (code == 0x3000 || (code >= 0xFF01 && code <= 0xFF5E)) {
        const char plain = code == 0x3000 ? ' ' : static_cast<char>(code - 0xFF01 + '!');
        out += plain >= 'A' && plain <= 'Z' ? static_cast<char>(plain - 'A' + 'a') : plain;
        i += 2;
        continue;
      }
    }
    out += static_cast<char>(byte);
  }
}

std::string foldedText(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  appendFolded(utf8, out);
  return out;
}

}  // namespace gis
