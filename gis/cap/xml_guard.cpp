// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/xml_guard.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <memory>

namespace gis {
namespace {

constexpr std::size_t kDeclarationBytes = 200;

std::unexpected<CapProblem> refuseXml(CapProblemKind kind, std::string subject, std::string value = {}) {
  return std::unexpected(CapProblem{kind, std::move(subject), std::move(value)});
}

// The encoding that the XML declaration names, in lower case; empty when it names none.
std::string declaredEncoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, std::min(bytes.size(), kDeclarationBytes));
  const std::size_t end = head.find("?>");
  if (!head.starts_with("<?xml") || end == std::string_view::npos) return {};
  const std::size_t at = head.substr(0, end).find("encoding");
  if (at == std::string_view::npos) return {};
  const std::size_t open = head.find_first_of("\"'", at);
  if (open == std::string_view::npos || open > end) return {};
  const std::size_t close = head.find(head[open], open + 1);
  if (close == std::string_view::npos || close > end) return {};
  std::string name(head.substr(open + 1, close - open - 1));
  std::ranges::transform(name, name.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return name;
}

// Where bytes stop being UTF-8 (RFC 3629: no surrogates, no overlong forms, at most U+10FFFF); npos: nowhere.
std::size_t firstBadByte(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  for (std::size_t i = 0; i < text.size();) {
    const unsigned char c = byte(i);
    if (c < 0x80) {
      if (c == 0) return i;
      ++i;
      continue;
    }
    const std::size_t length = c >= 0xF0 ? 4 : c >= 0xE0 ? 3 : 2;
    if (c < 0xC2 || c > 0xF4 || i + length > text.size()) return i;
    for (std::size_t k = 1; k < length; ++k)
      if ((byte(i + k) & 0xC0) != 0x80) return i;
    const unsigned char second = byte(i + 1);
    if ((c == 0xE0 && second < 0xA0) || (c == 0xED && second > 0x9F) || (c == 0xF0 && second < 0x90) ||
        (c == 0xF4 && second > 0x8F))
      return i;
    i += length;
  }
  return std::string_view::npos;
}

// ICU's converters replace what they cannot read by U+FFFD; a text that needs that is refused.
std::expected<std::string, CapProblem> converted(std::string_view bytes, const char* from) {
  UErrorCode status = U_ZERO_ERROR;
  const auto length = static_cast<std::int32_t>(bytes.size());
  std::string text(bytes.size() * 4 + 16, '\0');
  const std::int32_t made =
      ucnv_convert("UTF-8", from, text.data(), static_cast<std::int32_t>(text.size()), bytes.data(), length, &status);
  if (U_FAILURE(status)) return refuseXml(CapProblemKind::kEncoding, from);
  text.resize(static_cast<std::size_t>(made));
  if (text.find("\xEF\xBF\xBD") != std::string::npos) return refuseXml(CapProblemKind::kEncoding, from);
  return text;
}

std::expected<std::string, CapProblem> asUtf8(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return std::string(bytes.substr(3));
  const auto starts = [&](std::initializer_list<int> mark) {
    if (bytes.size() < mark.size()) return false;
    return std::ranges::equal(mark, bytes.substr(0, mark.size()),
                              [](int m, char c) { return m == static_cast<unsigned char>(c); });
  };
  if (starts({0xFF, 0xFE, 0, 0}) || starts({'<', 0, 0, 0})) return converted(bytes, "UTF-32LE");
  if (starts({0, 0, 0xFE, 0xFF}) || starts({0, 0, 0, '<'})) return converted(bytes, "UTF-32BE");
  if (starts({0xFF, 0xFE}) || starts({'<', 0})) return converted(bytes, "UTF-16LE");
  if (starts({0xFE, 0xFF}) || starts({0, '<'})) return converted(bytes, "UTF-16BE");
  const std::string named = declaredEncoding(bytes);
  if (named.empty() || named == "utf-8" || named == "utf8" || named == "us-ascii" || named == "ascii")
    return std::string(bytes);
  if (named == "gb2312" || named == "gbk" || named == "gb18030" || named == "cp936") return converted(bytes, "GB18030");
  if (named == "iso-8859-1" || named == "latin1" || named == "windows-1252") return converted(bytes, "windows-1252");
  // UTF-16 was told by its first bytes; without them the declaration is untrue, as with strings saved by a program.
  if (named.starts_with("utf-16") && firstBadByte(bytes) == std::string_view::npos) return std::string(bytes);
  return refuseXml(CapProblemKind::kEncoding, named);
}

// Comments and character data may hold the letters; markup may not.
std::string_view forbiddenMarkup(std::string_view text) {
  for (std::size_t at = text.find("<!"); at != std::string_view::npos; at = text.find("<!", at)) {
    if (text.substr(at).starts_with("<!--")) {
      const std::size_t end = text.find("-->", at + 4);
      if (end == std::string_view::npos) return {};  // the parser says it better
      at = end;
    } else if (text.substr(at).starts_with("<![CDATA[")) {
      const std::size_t end = text.find("]]>", at);
      if (end == std::string_view::npos) return {};
      at = end;
    } else {
      return text.substr(at, text.substr(at).starts_with("<!ENTITY") ? 8 : 9);
    }
  }
  return {};
}

bool tooDeep(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    if (text[i] != '<') continue;
    if (text.substr(i).starts_with("<!--")) {
      i = std::min(text.find("-->", i), text.size());
    } else if (text.substr(i).starts_with("<![CDATA[")) {
      i = std::min(text.find("]]>", i), text.size());
    } else if (text[i + 1] == '/') {
      --depth;
    } else if (text[i + 1] != '?' && text[i + 1] != '!') {
      const std::size_t end = text.find('>', i);
      if (end == std::string_view::npos) return false;
      if (text[end - 1] != '/' && ++depth > kXmlMostDepth) return true;
    }
  }
  return false;
}

}  // namespace

std::expected<std::string, CapProblem> guardedXml(std::string_view bytes) {
  if (bytes.size() > kCapMostBytes) return refuseXml(CapProblemKind::kTooLarge, std::to_string(kCapMostBytes));
  auto text = asUtf8(bytes);
  if (!text) return text;
  if (const std::size_t bad = firstBadByte(*text); bad != std::string_view::npos)
    return refuseXml(CapProblemKind::kEncoding, "UTF-8", std::to_string(bad));
  // ICU keeps a byte-order mark as a character.
  if (text->starts_with("\xEF\xBB\xBF")) text->erase(0, 3);
  if (const std::string_view found = forbiddenMarkup(*text); !found.empty())
    return refuseXml(CapProblemKind::kForbiddenMarkup, std::string(found));
  if (tooDeep(*text)) return refuseXml(CapProblemKind::kTooDeep, std::to_string(kXmlMostDepth));
  return text;
}

}  // namespace gis
