// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace gis {

// Decides how attribute text of unknown or doubtful encoding is to be read: feed it every text, then ask. Knows what
// Chinese data comes in: UTF-8, GBK (CP936, written by Windows programs) and, failing both, Latin-1. One thread.
class EncodingGuess {
 public:
  void add(std::string_view bytes);
  bool onlyAscii() const { return m_non_ascii_texts == 0; }
  bool validUtf8() const { return m_bad_utf8 == 0; }
  // "UTF-8", "GBK" or "ISO-8859-1". GBK when most double bytes fall into the common characters of GB 2312 level 1.
  std::string best() const;

 private:
  std::uint64_t m_non_ascii_texts = 0;
  std::uint64_t m_bad_utf8 = 0;
  std::uint64_t m_bad_gbk = 0;
  std::uint64_t m_gbk_pairs = 0;
  std::uint64_t m_common_pairs = 0;
};

// Valid UTF-8 throughout; a character cut off at the very end (a full fixed-width field) is allowed.
bool isUtf8(std::string_view bytes);

// To valid UTF-8, always: what does not decode becomes U+FFFD, a character cut off at the end and NULs are dropped.
// `encoding` is a name iconv knows; an unknown one is read as Latin-1.
std::string toUtf8(std::string_view bytes, const std::string& encoding);

// The name iconv knows for what a .cpg file or a DBF language byte says ("936", "ANSI 936", "GB2312" -> "GBK",
// "65001" -> "UTF-8"). Empty when it says nothing usable.
std::string encodingFromCodePage(std::string_view code_page);
std::string encodingFromDbfLanguage(int language_byte);

}  // namespace gis
