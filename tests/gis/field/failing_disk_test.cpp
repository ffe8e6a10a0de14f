// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, breaks or loses its power at any write while a row is edited or a package is merged: what was
// said to be saved is there, the rest is as it was before, and the database is sound.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/field/field_sync.h"
#include "gis/field/field_workspace_store.h"
#include "tests/gis/edit/edit_test_support.h"
#include "tests/gis/store/failing_files.h"

namespace gis {
namespace {

class FailingDisk : public EditTest {
 protected:
  // Closes the office, so that its file is complete in itself.
  void close() { office.workspace.reset(); }
  std::filesystem::path original() const { return temporary / "office"; }
  std::filesystem::path folder() const { return temporary / "office-copy"; }
  static void expectClear(const Error& error) {
    EXPECT_TRUE(error.code == ErrorCode::kDiskFull || error.code == ErrorCode::kIoFailed ||
                error.code == ErrorCode::kPermissionDenied || error.code == ErrorCode::kDamagedFile ||
                error.code == ErrorCode::kReadOnly)
        << errorName(error.code) << " " << error.detail;
    EXPECT_FALSE(error.subject.empty());
  }
  // A sound database with the depot's name.
  std::string nameIn(const std::filesystem::path& where) {
    const auto workspace = Workspace::open(where, OpenMode::kReadWrite);
    EXPECT_TRUE(workspace.has_value()) << say(workspace);
    if (!workspace) return {};
    auto& sql = workspace->db().sql();
    EXPECT_EQ(sql.execAndGet("PRAGMA integrity_check").getString(), "ok");
    EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM pragma_foreign_key_check()").getInt(), 0);
    EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM edit_change WHERE column_name='name'").getInt(),
              sql.execAndGet("SELECT name FROM depot").getString() == std::string("后") ? 1 : 0);
    return sql.execAndGet("SELECT name FROM depot").getString();
  }
};

}  // namespace

TEST_F(FailingDisk, AnEditIsWholeOrNotThere) {
  close();
  failEach(
      original(), folder(),
      [&] {
        const auto workspace = Workspace::open(folder(), OpenMode::kReadWrite);
        if (!workspace) return expectClear(workspace.error()), false;
        if (workspace->readOnlyReason()) return false;
        auto clock = std::make_shared<SettableClock>();
        UuidSource uuids(clock, 3);
        const auto saved = RowEditor::edit(workspace->db(), uuids, *clock, {office.author}, [&](RowEditor& rows) {
          return rows.set("depot", depot, {{"name", std::string("后")}});
        });
        if (!saved) expectClear(saved.error());
        return saved.has_value();
      },
      [&](bool said_done) {
        const std::string name = nameIn(folder());
        EXPECT_TRUE(name == "后" || (name == "库房" && !said_done)) << name;
      });
}

TEST_F(FailingDisk, AMergeIsWholeOrNotThere) {
  FieldPlan plan;
  plan.seat = "laptop";
  ASSERT_OK(prepareForField(*office.workspace, temporary / "laptop", plan, office.author, *office.clock));
  {
    auto opened = Workspace::open(temporary / "laptop", OpenMode::kReadWrite);
    ASSERT_OK(opened);
    Seat laptop({"赵", "laptop"}, std::make_shared<Workspace>(std::move(*opened)), 7);
    ASSERT_OK(setName(laptop, depot, "后"));
    ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  }
  close();
  failEach(
      original(), folder(),
      [&] {
        const auto workspace = Workspace::open(folder(), OpenMode::kReadWrite);
        if (!workspace) return expectClear(workspace.error()), false;
        if (workspace->readOnlyReason()) return false;
        const auto report = mergeChangePackage(*workspace, temporary / "p.fspk", kMayDay);
        if (!report) expectClear(report.error());
        return report.has_value();
      },
      [&](bool said_done) {
        const std::string name = nameIn(folder());
        EXPECT_TRUE(name == "后" || (name == "库房" && !said_done)) << name;
        // And it can be merged once more, whatever became of it.
        const auto workspace = Workspace::open(folder(), OpenMode::kReadWrite);
        ASSERT_OK(workspace);
        ASSERT_OK(mergeChangePackage(*workspace, temporary / "p.fspk", kMayDay));
        EXPECT_EQ(workspace->db().sql().execAndGet("SELECT name FROM depot").getString(), "后");
      });
}

TEST_F(FailingDisk, AFileThatWasRemovedOrReplacedTakesNoEdit) {
  // SQLite would go on writing into a file that nobody finds again.
  const std::filesystem::path file = office.workspace->databaseFile();
  ASSERT_OK(setName(office, depot, "前"));
  std::filesystem::rename(file, file.string() + ".away");
  const auto edited = setName(office, depot, "后");
  EXPECT_CODE(edited, kNotFound);
  EXPECT_EQ(edited.error().subject, file.string());
  writeBytes(file, "another file");
  EXPECT_CODE(setName(office, depot, "后"), kNotFound);
  std::filesystem::rename(file.string() + ".away", file);
  ASSERT_OK(setName(office, depot, "回"));
  EXPECT_EQ(nameOf(depot), "回");
}

TEST_F(FailingDisk, AFileThatGoesWhileItIsWrittenKeepsNothingOfTheEdit) {
  const std::filesystem::path file = office.workspace->databaseFile();
  const auto edited = office.edit([&](RowEditor& rows) -> Result<void> {
    auto set = rows.set("depot", depot, {{"name", std::string("后")}});
    std::filesystem::rename(file, file.string() + ".away");
    return set;
  });
  EXPECT_CODE(edited, kNotFound);
  std::filesystem::rename(file.string() + ".away", file);
  EXPECT_EQ(nameOf(depot), "库房");
}

TEST_F(FailingDisk, AClockThatJumpsLosesNothing) {
  // Back by a year, as when a laptop's battery was empty: the order of changes is that of knowing, not of time.
  ASSERT_OK(setName(office, depot, "一"));
  office.clock->now -= 366LL * 86'400'000;
  ASSERT_OK(setName(office, depot, "二"));
  EXPECT_EQ(nameOf(depot), "二");
  office.clock->now += 2 * 366LL * 86'400'000;
  ASSERT_OK(setName(office, depot, "三"));
  EXPECT_EQ(nameOf(depot), "三");
  EXPECT_EQ(count("edit_change"), 3);
  FieldPlan plan;
  plan.seat = "laptop";
  ASSERT_OK(prepareForField(*office.workspace, temporary / "laptop", plan, office.author, *office.clock));
  auto opened = Workspace::open(temporary / "laptop", OpenMode::kReadWrite);
  ASSERT_OK(opened);
  Seat laptop({"赵", "laptop"}, std::make_shared<Workspace>(std::move(*opened)), 7);
  laptop.clock->now = 0;  // 1970
  ASSERT_OK(setName(laptop, depot, "四"));
  ASSERT_OK(writeChangePackage(*laptop.workspace, temporary / "p.fspk", *laptop.uuids, *laptop.clock));
  const auto report = mergeChangePackage(*office.workspace, temporary / "p.fspk", *office.clock);
  ASSERT_OK(report);
  EXPECT_EQ(report->open_conflicts, 0);
  EXPECT_EQ(nameOf(depot), "四");
}

}  // namespace gis
