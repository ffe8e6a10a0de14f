// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <filesystem>

#include "gis/stocks/ledger_copy_store.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {

// A second laptop: a copy of the workspace as it is now.
struct Laptop {
  Workspace workspace;
  std::shared_ptr<HandClock> clock;
  UuidSource uuids;
  LedgerStore ledger;

  Laptop(const std::filesystem::path& folder, std::shared_ptr<HandClock> hands, std::uint64_t seed)
      : workspace(*Workspace::open(folder, OpenMode::kReadWrite)),
        clock(std::move(hands)),
        uuids(clock, seed),
        ledger(workspace.db(), *clock, uuids) {}
  LedgerCopyStore copies() { return {workspace.db(), *clock, uuids}; }
};

struct TwoLaptops : ::testing::Test {
  StocksWorld world;
  std::optional<Laptop> other;

  void SetUp() override {
    ASSERT_TRUE(world.ledger->book(world.purchase(world.county, world.lot(world.torch, "-"), 10)).has_value());
    world.workspace->db().sql().exec("PRAGMA wal_checkpoint(TRUNCATE)");
    std::filesystem::copy(world.folder / "w", world.folder / "laptop", std::filesystem::copy_options::recursive);
    other.emplace(world.folder / "laptop", world.clock, 77);
  }
  MoveDraft take(std::int64_t quantity) { return world.issue(world.county, world.lot(world.torch, "-"), quantity); }
  LedgerCopyStore office() { return {world.db(), *world.clock, world.uuids}; }
  const Database& there() { return other->workspace.db(); }
  LedgerMerge bring(LedgerCopyStore from, LedgerCopyStore to, const char* seat) {
    const auto copy = from.copySince(0, seat);
    EXPECT_TRUE(copy.has_value()) << say(copy);
    const auto merged = to.merge(*copy);
    EXPECT_TRUE(merged.has_value()) << say(merged);
    return merged.value_or(LedgerMerge());
  }
  LedgerMerge home() { return bring(other->copies(), office(), "外业"); }
  LedgerMerge out() { return bring(office(), other->copies(), "机关"); }
};

}  // namespace gis::stocks
