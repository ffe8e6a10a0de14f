// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/warned_area.h"

#include <algorithm>
#include <string>

#include "gis/store/feature_store.h"

namespace app {
namespace {

constexpr std::size_t kCodeDigits = 12;

}  // namespace

gis::Result<std::vector<std::vector<gis::LonLat>>> warnedArea(const gis::Workspace& workspace,
                                                              const gis::Warning12379& warning) {
  if (!warning.polygons.empty() || warning.division_codes.empty()) return warning.polygons;
  std::vector<std::string> codes = warning.division_codes;
  for (std::string& code : codes) code.resize(kCodeDigits, '0');
  const auto divisions = gis::FeatureStore(workspace.db()).read("division", {"code"});
  if (!divisions) return std::unexpected(divisions.error());
  const gis::FeatureColumns& f = divisions->value;
  std::vector<std::vector<gis::LonLat>> rings;
  for (std::size_t i = 0; i < f.featureCount(); ++i) {
    if (std::ranges::find(codes, f.attributes[0].dictionary[f.attributes[0].codes[i]]) == codes.end()) continue;
    for (std::uint32_t part = f.feature_start[i]; part < f.feature_start[i + 1]; ++part) {
      rings.emplace_back();
      for (std::uint32_t v = f.part_start[part]; v < f.part_start[part + 1]; ++v)
        rings.back().push_back({f.xy[2 * v], f.xy[2 * v + 1]});
    }
  }
  return rings;
}

}  // namespace app
