// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_prepare.h"

#include <algorithm>

#include "app/stocks/stocks_job.h"
#include "gis/stocks/levels_store.h"

namespace app {

namespace stocks = gis::stocks;

gis::Result<PreparedStocks> prepareStocks(const std::filesystem::path& folder, const std::string& author,
                                          const std::string& people_source) {
  return withStocks<PreparedStocks>(
      folder, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) -> gis::Result<PreparedStocks> {
        PreparedStocks made;
        const stocks::CatalogueStore catalogue(open.db);
        const stocks::LevelsStore levels(open.db);
        const auto done = open.db.transaction([&]() -> gis::Result<void> {
          const auto items = catalogue.addShippedItems(author, open.clock.nowUtcMs());
          if (!items) return std::unexpected(items.error());
          const auto depots = catalogue.addCensusDepots(open.uuids);
          if (!depots) return std::unexpected(depots.error());
          const auto directory = catalogue.directory();
          if (!directory) return std::unexpected(directory.error());
          const auto input = levels.input();
          if (!input) return std::unexpected(input.error());
          made.items = *items, made.depots = *depots;
          for (const stocks::Depot& depot : directory->depots) {
            if (depot.kind != "government" || std::ranges::count(input->bases, depot.id, &stocks::LevelBasis::depot_id))
              continue;
            const auto people = levels.peopleAtRisk(depot.division_code);
            if (!people) return std::unexpected(people.error());
            stocks::LevelBasis basis;
            basis.depot_id = depot.id, basis.people = *people, basis.source = people_source;
            if (auto set = levels.setBasis(basis, author, open.clock.nowUtcMs()); !set) return set;
            ++made.bases;
          }
          return {};
        });
        if (!done) return std::unexpected(done.error());
        return made;
      });
}

}  // namespace app
