// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string>

#include "gis/vector/text_encoding.h"

// Any bytes, read in any way, become valid UTF-8 without NULs.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(data, data + size);
  gis::EncodingGuess guess;
  guess.add(bytes);
  for (const std::string& encoding : {guess.best(), std::string("UTF-8"), std::string("GBK"), std::string("BIG5")}) {
    const std::string text = gis::toUtf8(bytes, encoding);
    if (!gis::isUtf8(text) || text.find('\0') != std::string::npos) std::abort();
    if (gis::toUtf8(text, "UTF-8") != text) std::abort();  // nothing left to repair
  }
  (void)gis::encodingFromCodePage(bytes);
  return 0;
}
