// SPDX-License-Identifier: GPL-3.0-or-later
// 50,000 edits of two laptops come back: within five seconds each on a usual computer. What is measured is printed;
// the bound that fails is wide, because the computer of a test may be busy.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdio>
#include <ctime>

#include "gis/field/field_sync.h"
#include "gis/field/field_workspace_store.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

constexpr int kRows = 10'000;
constexpr int kSteps = 50;  // each changes a fifth of the rows, five cells a row
constexpr double kBoundS = 60;

class MergeSpeed : public EditTest {
 protected:
  void SetUp() override {
    auto rows = CensusRowStore::open(office.db());
    ASSERT_OK(rows);
    ASSERT_OK(office.db().transaction([&]() -> Result<void> {
      for (int n = 2; n <= kRows; ++n)
        if (auto made = rows->insert("depot", completeDepot("库" + std::to_string(n), n)); !made) return made;
      return rows->finish(kMayDay.nowUtcMs());
    }));
  }
  void work(const char* name, int first_row) {
    auto opened = Workspace::open(temporary / name, OpenMode::kReadWrite);
    ASSERT_OK(opened);
    Seat laptop({name, name}, std::make_shared<Workspace>(std::move(*opened)),
                7 + static_cast<std::uint64_t>(first_row));
    for (int step = 0; step < kSteps; ++step)
      ASSERT_OK(laptop.edit([&](RowEditor& rows) -> Result<void> {
        for (int i = 0; i < 1000; ++i) {
          const int row = 1 + (first_row + step * 200 + i / 5) % kRows;
          const char* columns[] = {"name", "keeper", "phone", "floor_m2", "source"};
          const int column = i % 5;
          const CellValue value =
              column == 3 ? CellValue(1000.0 + step + i) : CellValue(name + std::to_string(step * 1000 + i));
          if (auto set = rows.set("depot", uuidOf(row), {{columns[column], value}}); !set) return set;
        }
        return {};
      }));
    ASSERT_OK(
        writeChangePackage(*laptop.workspace, temporary / (std::string(name) + ".fspk"), *laptop.uuids, *laptop.clock));
  }
};

}  // namespace

TEST_F(MergeSpeed, FiftyThousandEditsTwice) {
  for (const char* name : {"one", "two"}) {
    FieldPlan plan;
    plan.seat = name;
    ASSERT_OK(prepareForField(*office.workspace, temporary / name, plan, office.author, *office.clock));
  }
  work("one", 0);
  work("two", 5000);  // every row of the other's, too: 50,000 questions
  for (const char* name : {"one", "two"}) {
    const auto begin = std::chrono::steady_clock::now();
    const std::clock_t cpu = std::clock();
    const auto report = mergeChangePackage(*office.workspace, temporary / (std::string(name) + ".fspk"), *office.clock);
    ASSERT_OK(report);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
    std::printf("%s: %d changes, %d conflicts in %.2f s, %.2f s of a processor\n", name, report->new_changes,
                report->rows.new_conflicts, seconds.count(), static_cast<double>(std::clock() - cpu) / CLOCKS_PER_SEC);
    RecordProperty(std::string("merge_ms_") + name, static_cast<int>(seconds.count() * 1000));
    EXPECT_EQ(report->new_changes, 50'000);
    EXPECT_LT(seconds.count(), kBoundS);
  }
}

}  // namespace gis
