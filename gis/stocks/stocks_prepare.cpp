// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/stocks_prepare.h"

#include <algorithm>

#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/levels_store.h"

namespace gis::stocks {

Result<PreparedStocks> prepareStocks(const Database& db, UuidSource& uuids, const std::string& author,
                                     const std::string& people_source, std::int64_t now_utc_ms) {
  PreparedStocks made;
  const CatalogueStore catalogue(db);
  const LevelsStore levels(db);
  const auto done = db.transaction([&]() -> Result<void> {
    const auto items = catalogue.addShippedItems(author, now_utc_ms);
    if (!items) return std::unexpected(items.error());
    const auto depots = catalogue.addCensusDepots(uuids);
    if (!depots) return std::unexpected(depots.error());
    const auto directory = catalogue.directory();
    if (!directory) return std::unexpected(directory.error());
    const auto input = levels.input();
    if (!input) return std::unexpected(input.error());
    made.items = *items, made.depots = *depots;
    for (const Depot& depot : directory->depots) {
      if (depot.kind != "government" || std::ranges::count(input->bases, depot.id, &LevelBasis::depot_id)) continue;
      const auto people = levels.peopleAtRisk(depot.division_code);
      if (!people) return std::unexpected(people.error());
      LevelBasis basis;
      basis.depot_id = depot.id, basis.people = *people, basis.source = people_source;
      if (auto set = levels.setBasis(basis, author, now_utc_ms); !set) return set;
      ++made.bases;
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

}  // namespace gis::stocks
