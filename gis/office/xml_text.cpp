// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/xml_text.h"

#include <cstdint>

namespace gis::office {
namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

// Length of the character at `at`, 0 when it is no UTF-8 or nothing that XML 1.0 allows (its production 2, Char).
std::size_t xmlCharLength(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<unsigned char>(text[i]) : static_cast<unsigned char>(0);
  };
  const auto more = [&](std::size_t i) { return (byte(i) & 0xc0) == 0x80; };
  const unsigned char first = byte(at);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  std::size_t length = 0;
  std::uint32_t code = 0;
  if ((first & 0xe0) == 0xc0) length = 2, code = first & 0x1fU;
  if ((first & 0xf0) == 0xe0) length = 3, code = first & 0x0fU;
  if ((first & 0xf8) == 0xf0) length = 4, code = first & 0x07U;
  for (std::size_t i = 1; i < length; ++i) {
    if (!more(at + i)) return 0;
    code = code << 6 | (byte(at + i) & 0x3fU);
  }
  constexpr std::uint32_t kLeast[] = {0, 0, 0x80, 0x800, 0x10000};
  if (length == 0 || code < kLeast[length] || code > 0x10ffff) return 0;
  if ((code >= 0xd800 && code <= 0xdfff) || code == 0xfffe || code == 0xffff) return 0;
  return length;
}

struct StringWriter : pugi::xml_writer {
  std::string text;
  void write(const void* data, std::size_t size) override { text.append(static_cast<const char*>(data), size); }
};

}  // namespace

std::string xmlSafe(std::string_view text) {
  std::string safe;
  safe.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = xmlCharLength(text, at);
    safe += length == 0 ? kReplacement : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return safe;
}

std::string xmlEscaped(std::string_view text) {
  std::string escaped;
  for (const char c : xmlSafe(text)) {
    switch (c) {
      case '&':
        escaped += "&amp;";
        break;
      case '<':
        escaped += "&lt;";
        break;
      case '>':
        escaped += "&gt;";
        break;
      case '"':
        escaped += "&quot;";
        break;
      case '\'':
        escaped += "&apos;";
        break;
      default:
        escaped += c;
    }
  }
  return escaped;
}

std::string xmlText(const pugi::xml_document& document) {
  StringWriter writer;
  writer.text = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  document.save(writer, "", pugi::format_raw | pugi::format_no_declaration, pugi::encoding_utf8);
  return writer.text;
}

}  // namespace gis::office
