// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/store/moment.h"
#include "tests/gis/stocks/stocks_world.h"

namespace {

using namespace gis;
using namespace gis::stocks;

// Whatever is booked, some of it late: the quantities of a moment are what had been booked by then, as they stood then.
RC_GTEST_PROP(StocksMoment, TheBalanceOfAMomentIsWhatItWasThen, ()) {
  StocksWorld world;
  const std::int64_t lot = world.lot(world.quilt, "1");
  std::vector<std::pair<std::int64_t, std::vector<std::int64_t>>> seen;
  const auto cells = [](const Database& db) {
    std::vector<std::int64_t> all;
    const auto balance = BalanceStore(db).balance();
    RC_ASSERT(balance.has_value());
    for (const CellBalance& cell : *balance) all.insert(all.end(), {cell.cell_id, cell.quantity});
    return all;
  };
  const int steps = *rc::gen::inRange(1, 8);
  for (int i = 0; i < steps; ++i) {
    world.clock->now += 60'000;
    MoveDraft draft = *rc::gen::arbitrary<bool>() ? world.purchase(world.city, lot, *rc::gen::inRange(1, 50))
                                                  : world.issue(world.city, lot, *rc::gen::inRange(1, 30));
    if (*rc::gen::arbitrary<bool>()) draft.at_utc_ms = world.clock->now - 30'000;
    (void)world.ledger->book(draft);  // an issue of more than there is is refused, which is a state as well
    seen.emplace_back(world.clock->now, cells(world.db()));
  }
  for (const auto& [at_utc_ms, balance] : seen) {
    const auto then = Workspace::open(atMoment(world.workspace->folder(), at_utc_ms), OpenMode::kRead);
    RC_ASSERT(then.has_value());
    RC_ASSERT(cells(then->db()) == balance);
    const auto summed = BalanceStore(then->db()).audit();
    RC_ASSERT(summed.has_value() && summed->empty());
  }
}

}  // namespace
