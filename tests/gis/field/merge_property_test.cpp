// SPDX-License-Identifier: GPL-3.0-or-later
// Merge algebra: whatever several people do apart, and in whatever order their packages arrive, all end with the same
// rows and the same open questions.
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "gis/edit/undo.h"
#include "tests/gis/field/replica.h"

namespace gis {
namespace {

constexpr const char* kDepotColumns = "uuid, name, keeper, phone, floor_m2, hex(geom), changed_utc";
constexpr const char* kStationColumns = "uuid, station_code, name, river, changed_utc";

std::string anyRow(const Replica& replica, const char* table) {
  const auto rows = replica.rowsOf(table, "uuid");
  if (rows.empty()) return {};
  const std::string& line = rows[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(rows.size())))];
  return line.substr(0, line.size() - 1);
}

// One thing a person may do. What the schema refuses at once is not done: the person is told.
void doSomething(Replica& replica) {
  replica.clock->now += *rc::gen::inRange(-50'000, 100'000);
  const std::string word = std::to_string(*rc::gen::inRange(0, 4));
  const int what = *rc::gen::inRange(0, 9);
  if (what == 0) {
    (void)replica.edit([&](RowEditor& rows) -> Result<void> {
      auto made = rows.insert("depot", newDepot("新" + word));
      return made ? Result<void>() : std::unexpected(made.error());
    });
  } else if (what == 1) {
    (void)replica.edit([&](RowEditor& rows) -> Result<void> {
      auto made = rows.insert("monitoring_station", newStation("S" + word));
      return made ? Result<void>() : std::unexpected(made.error());
    });
  } else if (what == 2) {
    const std::string uuid = anyRow(replica, "depot");
    (void)replica.edit([&](RowEditor& rows) { return rows.remove("depot", uuid); });
  } else if (what == 3) {
    const std::string uuid = anyRow(replica, "monitoring_station");
    (void)replica.set("monitoring_station", uuid, {{"station_code", "S" + word}});
  } else if (what == 4) {
    (void)undo(replica.db(), replica.uuids, *replica.clock, replica.author);
  } else {
    const char* columns[] = {"name", "keeper", "phone"};
    const std::string uuid = anyRow(replica, "depot");
    (void)replica.set("depot", uuid, {{columns[*rc::gen::inRange(0, 3)], "值" + word}});
  }
}

}  // namespace

TEST(MergeProperty, AllConvergeWhateverTheOrder) {
  EXPECT_TRUE(rc::check([] {
    const int count = *rc::gen::inRange(2, 6);
    std::vector<std::unique_ptr<Replica>> replicas;
    for (int i = 0; i < count; ++i) replicas.push_back(std::make_unique<Replica>(i));
    const int steps = *rc::gen::inRange(1, 25);
    for (int i = 0; i < steps; ++i) {
      Replica& who = *replicas[static_cast<std::size_t>(*rc::gen::inRange(0, count))];
      if (*rc::gen::inRange(0, 6) == 0) {
        who.take(replicas[static_cast<std::size_t>(*rc::gen::inRange(0, count))]->changes());
      } else {
        doSomething(who);
      }
    }
    std::vector<std::vector<std::byte>> packages;
    for (const auto& replica : replicas) packages.push_back(replica->changes());
    for (const auto& replica : replicas) {
      // Each package twice, shuffled for each anew.
      std::vector<int> order;
      for (int i = 0; i < 2 * count; ++i) order.push_back(i % count);
      for (std::size_t i = order.size() - 1; i > 0; --i)
        std::swap(order[i], order[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i) + 1))]);
      for (const int from : order) replica->take(packages[static_cast<std::size_t>(from)]);
    }
    for (const char* table : {"depot", "monitoring_station"}) {
      const char* columns = std::string(table) == "depot" ? kDepotColumns : kStationColumns;
      const auto first = replicas[0]->rowsOf(table, columns);
      for (const auto& replica : replicas) RC_ASSERT(replica->rowsOf(table, columns) == first);
    }
    for (const auto& replica : replicas) {
      RC_ASSERT(replica->openConflicts() == replicas[0]->openConflicts());
      RC_ASSERT(replica->text("SELECT count(*) FROM pragma_foreign_key_check()") == "0");
      RC_ASSERT(replica->text("SELECT rtreecheck('rtree_depot_geom')") == "ok");
    }
  }));
}

TEST(MergeProperty, APackageTwiceIsOnce) {
  EXPECT_TRUE(rc::check([] {
    Replica laptop(1);
    Replica office(2);
    const int steps = *rc::gen::inRange(1, 12);
    for (int i = 0; i < steps; ++i) {
      doSomething(laptop);
      doSomething(office);
    }
    const auto package = laptop.changes();
    office.take(package);
    const auto rows = office.rowsOf("depot", kDepotColumns);
    const auto conflicts = office.openConflicts();
    const NewChanges again = office.take(package);
    RC_ASSERT(again.new_steps == 0 && again.rows.empty());
    RC_ASSERT(office.rowsOf("depot", kDepotColumns) == rows);
    RC_ASSERT(office.openConflicts() == conflicts);
  }));
}

}  // namespace gis
