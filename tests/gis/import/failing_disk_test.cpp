// SPDX-License-Identifier: GPL-3.0-or-later
// A disk that is full, breaks or loses its power at any write of an import: all rows or none.
#include "tests/gis/import/import_test_support.h"
#include "tests/gis/store/failing_files.h"

namespace gis {
namespace {

constexpr int kRows = 300;

}  // namespace

TEST_F(ImportTest, OnAFailingDiskAllRowsComeOrNone) {
  std::string csv = "学校名称,学校类型,在校生数,教职工数,经度,纬度\n";
  for (int n = 0; n < kRows; ++n)
    csv += "小学" + std::to_string(n) + ",小学,120,11," + std::to_string(112.31 + n * 1e-4) + ",36.51\n";
  writeBytes(temporary / "学校.csv", csv);
  const ImportDraft made = draft(temporary / "学校.csv");
  ASSERT_EQ(questionsOf(made), "");
  workspace.reset();
  const auto folder = temporary / "copy";
  failEach(
      temporary / "city", folder,
      [&] {
        const auto opened = Workspace::open(folder, OpenMode::kReadWrite);
        if (!opened || opened->readOnlyReason()) return false;
        const auto done = applyImport(opened->db(), *uuids, *clock, {author, StepKind::kImport, "Import"},
                                      {temporary / "学校.csv", made.mapping});
        if (!done) {
          EXPECT_NE(done.error().code, ErrorCode::kSqlFailed) << done.error().detail;
          EXPECT_FALSE(done.error().subject.empty());
        }
        return done.has_value();
      },
      [&](bool said_done) {
        const auto opened = Workspace::open(folder, OpenMode::kReadWrite);
        ASSERT_OK(opened);
        auto& sql = opened->db().sql();
        EXPECT_EQ(sql.execAndGet("PRAGMA integrity_check").getString(), "ok");
        EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM pragma_foreign_key_check()").getInt(), 0);
        const int rows = sql.execAndGet("SELECT count(*) FROM school").getInt();
        EXPECT_TRUE(rows == kRows || (rows == 0 && !said_done)) << rows;
        EXPECT_EQ(sql.execAndGet("SELECT count(*) FROM edit_step WHERE kind='import'").getInt(), rows > 0 ? 1 : 0);
        EXPECT_EQ(sql.execAndGet("SELECT rtreecheck('rtree_school_geom')").getString(), "ok");
      },
      16, 61);
}

}  // namespace gis
