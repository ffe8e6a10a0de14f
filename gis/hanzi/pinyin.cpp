// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/hanzi/pinyin.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

namespace gis {

struct PinyinReader::Parts {
  std::unique_ptr<icu::Transliterator> reading;
};

PinyinReader::PinyinReader(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
PinyinReader::PinyinReader(PinyinReader&&) noexcept = default;
PinyinReader& PinyinReader::operator=(PinyinReader&&) noexcept = default;
PinyinReader::~PinyinReader() = default;

Result<PinyinReader> PinyinReader::open() {
  UErrorCode status = U_ZERO_ERROR;
  auto parts = std::make_unique<Parts>();
  parts->reading.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !parts->reading) return fail(ErrorCode::kIoFailed, "ICU", u_errorName(status));
  return PinyinReader(std::move(parts));
}

std::vector<std::string> PinyinReader::syllables(std::string_view utf8) const {
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<std::int32_t>(utf8.size())));
  // ICU writes no space between a reading and the letters or digits that follow it ("s229xian").
  icu::UnicodeString apart;
  bool was_han = false;
  for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
    const UChar32 c = text.char32At(i);
    UErrorCode ignored = U_ZERO_ERROR;
    const bool han = uscript_getScript(c, &ignored) == USCRIPT_HAN;
    if (han != was_han && !apart.isEmpty()) apart.append(u' ');
    apart.append(c);
    was_han = han;
  }
  m_parts->reading->transliterate(apart);
  std::string latin;
  apart.toUTF8String(latin);
  std::vector<std::string> syllables;
  std::string current;
  for (const char c : latin) {
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
      current += c;
    } else if (!current.empty()) {
      syllables.push_back(std::move(current));
      current.clear();
    }
  }
  if (!current.empty()) syllables.push_back(std::move(current));
  return syllables;
}

}  // namespace gis
