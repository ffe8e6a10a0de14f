// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, breaks or loses its power at any write of a copy or of going back to one.
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/keep/backup_store.h"
#include "tests/gis/store/failing_files.h"
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class FailingDisk : public ::testing::Test {
 protected:
  FailingDisk() {
    auto made = Workspace::create(original(), kMayDay);
    if (!made) throw std::runtime_error(say(made));
    fillSmallCity(made->db(), 3);
  }
  std::filesystem::path original() const { return m_temporary / "city"; }
  std::filesystem::path folder() const { return m_temporary / "copy"; }
  std::string seatOf() {
    const auto workspace = Workspace::open(folder(), OpenMode::kReadWrite);
    EXPECT_TRUE(workspace.has_value()) << say(workspace);
    if (!workspace) return {};
    const auto trouble = checkIntegrity(workspace->db());
    EXPECT_TRUE(trouble.has_value());
    if (trouble) {
      EXPECT_EQ(*trouble, "");
    }
    return workspace->db().sql().execAndGet("SELECT name FROM division WHERE level=3 ORDER BY code").getString();
  }
  TemporaryFolder m_temporary;
};

}  // namespace

TEST_F(FailingDisk, WhatBearsTheNameOfACopyIsOne) {
  failEach(
      original(), folder(),
      [&] {
        const auto made = backUpWorkspace(folder(), BackupReason::kByHand, kMayDay);
        if (!made) {
          EXPECT_NE(made.error().code, ErrorCode::kSqlFailed) << made.error().detail;
          EXPECT_FALSE(made.error().subject.empty());
        }
        return made.has_value() && made->has_value();
      },
      [&](bool said_done) {
        seatOf();
        const auto all = listBackups(folder());
        ASSERT_OK(all);
        EXPECT_TRUE(all->size() == 1 || (all->empty() && !said_done));
        for (const Backup& backup : *all) {
          const auto check = verifyBackup(backup.file);
          ASSERT_OK(check);
          EXPECT_TRUE(check->trouble.empty() && check->tables_that_differ.empty()) << check->trouble;
        }
      },
      16, 149);
}

TEST_F(FailingDisk, GoingBackIsWholeOrNotDone) {
  std::filesystem::path copy;
  {
    const auto made = backUpWorkspace(original(), BackupReason::kByHand, kMayDay);
    ASSERT_OK(made);
    ASSERT_TRUE(made->has_value());
    copy = (*made)->file.filename();
    const auto workspace = Workspace::open(original(), OpenMode::kReadWrite);
    ASSERT_OK(workspace);
    workspace->db().sql().exec("UPDATE division SET name='改' WHERE level=3");
  }
  std::string before;
  {
    const auto backup = Database::open(original() / "backups" / copy, OpenMode::kRead);
    ASSERT_OK(backup);
    before = backup->sql().execAndGet("SELECT name FROM division WHERE level=3 ORDER BY code").getString();
  }
  failEach(
      original(), folder(),
      [&] {
        return restoreBackup(folder(), folder() / "backups" / copy, FixedClock(kMayDay.nowUtcMs() + 60'000))
            .has_value();
      },
      [&](bool said_done) {
        const std::string name = seatOf();
        EXPECT_TRUE(name == before || (name == "改" && !said_done)) << name;
      },
      16, 149);
}

}  // namespace gis
