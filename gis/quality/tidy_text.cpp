// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/tidy_text.h"

#include <cstdint>
#include <optional>

namespace gis {
namespace {

// Takes one character off the front; nothing when the bytes are no UTF-8 (RFC 3629), and then takes one byte.
std::optional<char32_t> takeCharacter(std::string_view& text) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
  const std::uint8_t first = byte(0);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 0;
  char32_t code = length == 1 ? first : first & (0xff >> (length + 1));
  bool good = length != 0 && length <= text.size() && first <= 0xf4;
  for (std::size_t i = 1; good && i < length; ++i) {
    good = (byte(i) & 0xc0) == 0x80;
    code = (code << 6) | (byte(i) & 0x3f);
  }
  constexpr char32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  good = good && code >= kLeast[length] && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  text.remove_prefix(good ? length : 1);
  return good ? std::optional(code) : std::nullopt;
}

bool isBlank(char32_t c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000; }
bool isControl(char32_t c) { return (c < 0x20 && !isBlank(c)) || (c >= 0x7f && c < 0xa0); }
// Zero-width blanks and joiners, marks of direction, byte-order mark, soft hyphen.
bool showsNothing(char32_t c) {
  return (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) || c == 0x2060 || c == 0xfeff || c == 0xad;
}
bool isFullWidth(char32_t c) {
  return (c >= 0xff10 && c <= 0xff19) || (c >= 0xff21 && c <= 0xff3a) || (c >= 0xff41 && c <= 0xff5a);
}

}  // namespace

std::string tidyName(std::string_view name) {
  std::string tidy;
  bool blank_before = false;
  while (!name.empty()) {
    const std::string_view before = name;
    const auto c = takeCharacter(name);
    if (c && isBlank(*c)) {
      blank_before = !tidy.empty();
      continue;
    }
    if (c && (isControl(*c) || showsNothing(*c))) continue;
    if (blank_before) tidy += ' ';
    blank_before = false;
    if (c && isFullWidth(*c))
      tidy += static_cast<char>(*c - 0xfee0);
    else
      tidy += before.substr(0, before.size() - name.size());
  }
  return tidy;
}

bool hasBrokenText(std::string_view name) {
  for (const char* mark : {"??", "锟", "&#", "&amp;", "&nbsp;", "&lt;"})
    if (name.find(mark) != std::string_view::npos) return true;
  while (!name.empty()) {
    const auto c = takeCharacter(name);
    if (!c || *c == 0xfffd || (*c >= 0xe000 && *c <= 0xf8ff) || isControl(*c)) return true;
  }
  return false;
}

}  // namespace gis
