// SPDX-License-Identifier: GPL-3.0-or-later
// The ledger of the stocks at 10^6 movements: FENGSUI_BENCH_MOVEMENTS says how many. The workspace is made in the
// system's temporary folder and removed.
#include <SQLiteCpp/Database.h>
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>
#include <optional>

#include "gis/core/random.h"
#include "gis/stocks/balance_store.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/ledger_store.h"
#include "gis/store/workspace.h"

namespace {

namespace stocks = gis::stocks;
using stocks::State;

constexpr std::int64_t kBegin_utc_ms = 1'600'000'000'000, kStep_ms = 90'000;  // a million are three years
constexpr int kDepots = 24, kLotsOfAnItem = 3;

class LongHistory {
 public:
  LongHistory() {
    const char* wanted = std::getenv("FENGSUI_BENCH_MOVEMENTS");
    m_count = wanted ? std::atoll(wanted) : 1'000'000;
    m_folder = std::filesystem::temp_directory_path() / ("fengsui-bench-stocks-" + std::to_string(::getpid()));
    auto made = gis::Workspace::create(m_folder, gis::FixedClock(kBegin_utc_ms));
    if (made) m_workspace.emplace(std::move(*made));
    if (m_workspace) m_good = m_workspace->db().transaction([&] { return fill(); }).has_value();
  }
  ~LongHistory() {
    m_workspace.reset();
    std::error_code ignored;
    std::filesystem::remove_all(m_folder, ignored);
  }
  LongHistory(const LongHistory&) = delete;
  LongHistory& operator=(const LongHistory&) = delete;
  bool good() const { return m_good; }
  const gis::Database& db() const { return m_workspace->db(); }
  std::int64_t count() const { return m_count; }

 private:
  gis::Result<void> fill() {
    const auto clock = std::make_shared<gis::FixedClock>(kBegin_utc_ms + m_count * kStep_ms);
    gis::UuidSource uuids(clock, 5);
    const stocks::CatalogueStore catalogue(db());
    if (auto added = catalogue.addShippedItems("bench", kBegin_utc_ms); !added) return std::unexpected(added.error());
    const auto owner = catalogue.owner("bench");
    if (!owner) return std::unexpected(owner.error());
    std::vector<std::int64_t> depots, lots;
    for (int i = 0; i < kDepots; ++i) {
      stocks::Depot depot;
      depot.code = "D" + std::to_string(i), depot.name = depot.code;
      const auto id = catalogue.putDepot(uuids, depot);
      if (!id) return std::unexpected(id.error());
      depots.push_back(*id);
    }
    const auto known = catalogue.directory();
    if (!known) return std::unexpected(known.error());
    for (const stocks::Item& item : known->items)
      for (int i = 0; i < kLotsOfAnItem; ++i) {
        stocks::Lot lot;
        lot.lot_no = "L" + std::to_string(i);
        const auto id = catalogue.lot(item, lot);
        if (!id) return std::unexpected(id.error());
        lots.push_back(*id);
      }
    stocks::LedgerStore ledger(db(), *clock, uuids);
    gis::Random random(3);
    for (std::int64_t i = 0; i < m_count; ++i) {
      stocks::MoveDraft draft;
      draft.author = "bench", draft.at_utc_ms = kBegin_utc_ms + i * kStep_ms;
      const std::int64_t depot = depots[random.below(kDepots)];
      const std::int64_t lot = lots[random.below(static_cast<std::uint32_t>(lots.size()))];
      draft.kind = stocks::MoveKind::kPurchase;
      draft.lines = {{lot, *owner, 1 + random.below(9), {0, State::kSupplier}, {depot, State::kUsable}}};
      if (i % 2 == 1) {  // takes what the one before brought
        draft.kind = stocks::MoveKind::kIssue;
        draft.lines = {{m_last.lot_id, *owner, 1, m_last.to, {0, State::kUsed}}};
      }
      m_last = draft.lines.front();
      if (auto booked = ledger.bookInside(draft); !booked) return std::unexpected(booked.error());
    }
    return {};
  }
  std::filesystem::path m_folder;
  std::optional<gis::Workspace> m_workspace;
  std::int64_t m_count = 0;
  stocks::MoveLine m_last;
  bool m_good = false;
};

const LongHistory& history() {
  static const LongHistory made;
  return made;
}

// As the window asks: any day of the three years, on a connection of its own.
void balanceOfADay(benchmark::State& state) {
  const LongHistory& long_one = history();
  if (!long_one.good()) return state.SkipWithError("no workspace could be made");
  gis::Random random(7);
  std::size_t cells = 0;
  for (auto _ : state) {
    const auto day = stocks::BalanceStore(long_one.db())
                         .balance(kBegin_utc_ms + static_cast<std::int64_t>(random.uniform() * kStep_ms *
                                                                            static_cast<double>(long_one.count())));
    cells = day ? day->size() : 0;
  }
  state.counters["cells"] = static_cast<double>(cells);
  state.counters["movements"] = static_cast<double>(long_one.count());
}
BENCHMARK(balanceOfADay)->Unit(benchmark::kMillisecond);

void balanceOfNow(benchmark::State& state) {
  const LongHistory& long_one = history();
  if (!long_one.good()) return state.SkipWithError("no workspace could be made");
  for (auto _ : state) benchmark::DoNotOptimize(stocks::BalanceStore(long_one.db()).balance());
}
BENCHMARK(balanceOfNow)->Unit(benchmark::kMillisecond);

void lastMovementsOfAnItem(benchmark::State& state) {
  const LongHistory& long_one = history();
  if (!long_one.good()) return state.SkipWithError("no workspace could be made");
  const auto clock = std::make_shared<gis::FixedClock>(kBegin_utc_ms);
  gis::UuidSource uuids(clock, 9);
  stocks::LedgerStore ledger(long_one.db(), *clock, uuids);
  stocks::MovementFilter filter;
  filter.item_id = 7, filter.depot_id = 3, filter.most = 100;
  for (auto _ : state) benchmark::DoNotOptimize(ledger.movements(filter));
}
BENCHMARK(lastMovementsOfAnItem)->Unit(benchmark::kMillisecond);

}  // namespace
