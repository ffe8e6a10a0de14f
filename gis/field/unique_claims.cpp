// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/field/unique_claims.h"

#include <set>

namespace gis {

std::map<std::string, std::optional<CellValue>> grantUnique(const std::vector<UniqueClaim>& claims) {
  // Rows that gave way once claim what they had; those that have nothing, or gave way twice, claim nothing.
  std::map<std::string, int> gave_way;
  for (;;) {
    std::map<std::string, std::optional<CellValue>> granted;
    std::map<CellValue, const UniqueClaim*> best;
    std::set<const UniqueClaim*> losers;
    const auto claims_base = [&](const UniqueClaim& claim) { return !claim.changed || gave_way[claim.row_uuid] > 0; };
    for (const UniqueClaim& claim : claims) {
      const int times = gave_way[claim.row_uuid];
      granted[claim.row_uuid] = times == 0 ? std::optional(claim.wanted) : times == 1 ? claim.base : std::nullopt;
      const auto& value = granted[claim.row_uuid];
      if (!value || std::holds_alternative<std::monostate>(*value)) continue;  // NULL may be held by many
      auto [found, first] = best.try_emplace(*value, &claim);
      if (first) continue;
      const auto rank = [&](const UniqueClaim& c) { return std::pair(!claims_base(c), c.row_uuid); };
      if (rank(claim) < rank(*found->second)) found->second = &claim;
    }
    for (const UniqueClaim& claim : claims)
      if (const auto& value = granted[claim.row_uuid];
          value && !std::holds_alternative<std::monostate>(*value) && best[*value] != &claim)
        losers.insert(&claim);
    if (losers.empty()) return granted;
    for (const UniqueClaim* loser : losers) ++gave_way[loser->row_uuid];
  }
}

}  // namespace gis
