// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cstdint>
#include <cstdlib>

#include "gis/quality/quality_rule.h"

// Any file of an office's own rules is read or refused with the name of what is wrong in it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::array files = {gis::EmbeddedFile{"own.json", data, size}};
  const auto rules = gis::readQualityRules(files);
  if (!rules) {
    if (rules.error().detail.empty()) std::abort();
    return 0;
  }
  for (const gis::QualityRule& rule : *rules)
    if (rule.id.empty() || rule.sql.empty() || rule.tables.empty()) std::abort();
  return 0;
}
