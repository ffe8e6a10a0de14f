// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/text_encoding.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace gis {

namespace {

enum class Utf8Step { kCharacter, kBad, kCutOff };

unsigned char byteAt(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

// One character from `at`; moves `at` past it (or past one bad byte). RFC 3629: no overlong forms, no surrogates.
Utf8Step nextUtf8(std::string_view text, std::size_t& at) {
  const unsigned char lead = byteAt(text, at);
  if (lead < 0x80) return ++at, Utf8Step::kCharacter;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return ++at, Utf8Step::kBad;
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size()) return at = text.size(), Utf8Step::kCutOff;
    const unsigned char c = byteAt(text, at + i);
    bool good = c >= 0x80 && c <= 0xBF;
    if (i == 1) {
      if (lead == 0xE0) good = good && c >= 0xA0;
      if (lead == 0xED) good = good && c <= 0x9F;
      if (lead == 0xF0) good = good && c >= 0x90;
      if (lead == 0xF4) good = good && c <= 0x8F;
    }
    if (!good) return ++at, Utf8Step::kBad;
  }
  at += length;
  return Utf8Step::kCharacter;
}

// Good UTF-8 passes, the rest becomes U+FFFD.
std::string repairedUtf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    const Utf8Step step = nextUtf8(bytes, at);
    if (step == Utf8Step::kCharacter && bytes[begin] != '\0') out += bytes.substr(begin, at - begin);
    if (step == Utf8Step::kBad) out += "\xEF\xBF\xBD";
  }
  return out;
}

std::string fromLatin1(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto b = static_cast<unsigned char>(c);
    if (b == 0) continue;
    if (b < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (b >> 6));
      out += static_cast<char>(0x80U | (b & 0x3FU));
    }
  }
  return out;
}

bool isAscii(std::string_view bytes) {
  return std::ranges::all_of(bytes, [](char c) { return c > 0; });  // NUL counts as odd
}

}  // namespace

bool isUtf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();)
    if (nextUtf8(bytes, at) == Utf8Step::kBad) return false;
  return true;
}

void EncodingGuess::add(std::string_view bytes) {
  if (std::ranges::all_of(bytes, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) return;
  ++m_non_ascii_texts;
  if (!isUtf8(bytes)) ++m_bad_utf8;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    const unsigned char lead = byteAt(bytes, at);
    if (lead < 0x80) continue;
    if (at + 1 >= bytes.size()) break;  // cut off
    const unsigned char trail = byteAt(bytes, ++at);
    ++m_gbk_pairs;
    if (lead == 0x80 || lead == 0xFF || trail < 0x40 || trail == 0x7F || trail == 0xFF) ++m_bad_gbk;
    // Level 1 of GB 2312 (3755 common characters) and its punctuation rows.
    if (((lead >= 0xB0 && lead <= 0xD7) || lead == 0xA1 || lead == 0xA3) && trail >= 0xA1) ++m_common_pairs;
  }
}

std::string EncodingGuess::best() const {
  if (m_bad_utf8 == 0) return "UTF-8";
  // A few broken texts do not make a Chinese table Latin.
  const bool gbk = m_gbk_pairs > 0 && m_bad_gbk * 20 <= m_gbk_pairs && m_common_pairs * 2 >= m_gbk_pairs;
  if (gbk) return "GBK";
  return m_bad_utf8 * 20 <= m_non_ascii_texts ? "UTF-8" : "ISO-8859-1";
}

std::string toUtf8(std::string_view bytes, const std::string& encoding) {
  if (isAscii(bytes)) return std::string(bytes);
  if (encoding.empty() || encoding == "UTF-8") return repairedUtf8(bytes);
  if (encoding == "ISO-8859-1") return fromLatin1(bytes);
  // GB18030 holds all of GBK.
  const iconv_t converter = iconv_open("UTF-8", encoding == "GBK" ? "GB18030" : encoding.c_str());
  if (converter == reinterpret_cast<iconv_t>(-1)) return fromLatin1(bytes);  // iconv's own mark of failure
  std::string input(bytes), out;
  char* from = input.data();
  std::size_t left = input.size();
  std::array<char, 1024> buffer;
  while (left > 0) {
    char* to = buffer.data();
    std::size_t room = buffer.size();
    const bool failed = iconv(converter, &from, &left, &to, &room) == static_cast<std::size_t>(-1);
    const int reason = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (!failed || reason == E2BIG) continue;
    if (reason == EINVAL) break;  // cut off at the end
    out += "\xEF\xBF\xBD";
    ++from, --left;
  }
  iconv_close(converter);
  return repairedUtf8(out);
}

std::string encodingFromCodePage(std::string_view code_page) {
  std::string name;
  for (const char c : code_page)
    if (std::isalnum(static_cast<unsigned char>(c)) != 0)
      name += static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  for (const std::string_view prefix : {"ANSI", "OEM", "CP", "WINDOWS", "MS"})
    if (name.starts_with(prefix) && name.size() > prefix.size() &&
        std::isdigit(static_cast<unsigned char>(name[prefix.size()])) != 0)
      name.erase(0, prefix.size());
  if (name == "UTF8" || name == "65001") return "UTF-8";
  if (name == "936" || name == "GBK" || name == "GB2312" || name == "GB18030" || name == "54936" || name == "EUCCN")
    return "GBK";
  if (name == "950" || name == "BIG5") return "BIG5";
  if (name == "88591" || name == "ISO88591" || name == "LATIN1") return "ISO-8859-1";
  if (name.starts_with("ISO8859") && name.size() > 7) return "ISO-8859-" + name.substr(7);
  if (name.starts_with("8859") && name.size() > 4) return "ISO-8859-" + name.substr(4);
  if (!name.empty() && name.size() <= 5 && std::ranges::all_of(name, [](char c) { return c >= '0' && c <= '9'; }))
    return "CP" + name;
  return {};
}

std::string encodingFromDbfLanguage(int language_byte) {
  // dBASE language driver identifiers that mean one code page for certain; 0x03 and 0x57 (ANSI) are set by programs
  // that do not know, and so say nothing.
  static constexpr std::array<std::pair<int, const char*>, 14> kKnown = {{{0x4D, "GBK"},
                                                                          {0x7A, "GBK"},
                                                                          {0x4F, "BIG5"},
                                                                          {0x78, "BIG5"},
                                                                          {0x13, "CP932"},
                                                                          {0x7B, "CP932"},
                                                                          {0x4E, "CP949"},
                                                                          {0x79, "CP949"},
                                                                          {0x26, "CP866"},
                                                                          {0x65, "CP866"},
                                                                          {0xC8, "CP1250"},
                                                                          {0xC9, "CP1251"},
                                                                          {0xCA, "CP1254"},
                                                                          {0xCB, "CP1253"}}};
  for (const auto& [byte, name] : kKnown)
    if (byte == language_byte) return name;
  return {};
}

}  // namespace gis
