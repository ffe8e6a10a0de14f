// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// Reads Chinese characters aloud: 沁源县 -> "qin", "yuan", "xian". Making one takes a tenth of a second; a name then
// takes some 30 us. One thread per object.
// Source: ICU's transliterators Han-Latin and Latin-ASCII (Unicode CLDR); readings of a character that has several are
// the most frequent one unless the words beside it are known there.
class PinyinReader {
 public:
  // Fails with kIoFailed when ICU's data are not installed.
  static Result<PinyinReader> open();
  PinyinReader(PinyinReader&&) noexcept;
  PinyinReader& operator=(PinyinReader&&) noexcept;
  ~PinyinReader();

  // One syllable a character, small letters without tones; a run of Latin letters and digits counts as one, all else is
  // left out.
  std::vector<std::string> syllables(std::string_view utf8) const;

 private:
  struct Parts;
  explicit PinyinReader(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> m_parts;
};

}  // namespace gis
