// SPDX-License-Identifier: GPL-3.0-or-later
// Photographs go to the field, and those that were taken there come back: in the package, from a package brought a
// second time, or from the laptop's own folder; one that is nowhere is told.
#include <gtest/gtest.h>

#include "gis/field/field_sync.h"
#include "gis/field/field_workspace_store.h"
#include "gis/picture/picture_store.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

class FieldPictures : public EditTest {
 protected:
  Seat laptopAt(const std::string& seat, bool with_pictures = true, std::vector<std::string> areas = {}) {
    FieldPlan plan;
    plan.seat = seat;
    plan.with_pictures = with_pictures;
    plan.division_codes = std::move(areas);
    auto made = prepareForField(*office.workspace, temporary / "stick" / seat, plan, office.author, *office.clock);
    if (!made) throw std::runtime_error(say(made));
    copy = *made;
    auto opened = Workspace::open(temporary / "stick" / seat, OpenMode::kReadWrite);
    if (!opened) throw std::runtime_error(say(opened));
    return Seat({"赵", seat}, std::make_shared<Workspace>(std::move(*opened)), 7);
  }
  // A photograph of the depot: its file and its row.
  Picture photograph(Seat& seat, const std::string& content) {
    const auto bytes = std::as_bytes(std::span(content));
    const Picture picture{sha256Of(bytes), "jpg", static_cast<std::int64_t>(bytes.size())};
    EXPECT_OK(writePicture(folderOf(seat), picture, bytes));
    EXPECT_OK(seat.edit([&](RowEditor& rows) -> Result<void> {
      auto made = rows.insert("photo", {{"row_table", std::string("depot")},
                                        {"row_uuid", depot},
                                        {"sha256", picture.sha256},
                                        {"kind", picture.kind},
                                        {"file_name", std::string("IMG.jpg")},
                                        {"size_bytes", picture.bytes},
                                        {"source", std::string("photo")}});
      return made ? Result<void>() : std::unexpected(made.error());
    }));
    return picture;
  }
  static std::filesystem::path folderOf(const Seat& seat) { return pictureFolder(seat.workspace->folder()); }
  Result<PackageManifest> write(const Seat& seat, const std::filesystem::path& file,
                                std::optional<std::int64_t> after = {}) {
    return writeChangePackage(*seat.workspace, file, *seat.uuids, *seat.clock, after);
  }
  std::filesystem::path away(const char* name) {  // no workspace beside it
    std::filesystem::create_directories(temporary / "mail");
    return temporary / "mail" / name;
  }
  FieldCopy copy;
};

}  // namespace

TEST_F(FieldPictures, GoOutWithTheirRowsAndComeBackInThePackage) {
  const Picture old = photograph(office, "taken before");
  Seat laptop = laptopAt("laptop");
  EXPECT_EQ(copy.pictures, 1);
  EXPECT_TRUE(isWhole(folderOf(laptop), old));
  std::vector<Picture> taken;
  for (int i = 0; i < 5; ++i) taken.push_back(photograph(laptop, std::string(200'000, 'a') + std::to_string(i)));
  const auto written = write(laptop, away("p.fspk"));
  ASSERT_OK(written);
  EXPECT_EQ(written->pictures, 5) << "only what was taken there";
  EXPECT_EQ(written->pictures_absent, 0);
  const auto preview = previewChangePackage(*office.workspace, away("p.fspk"), *office.clock);
  ASSERT_OK(preview);
  EXPECT_EQ(preview->pictures.stored, 5);
  EXPECT_FALSE(hasPicture(folderOf(office), taken[0])) << "a preview brings nothing";
  const auto merged = mergeChangePackage(*office.workspace, away("p.fspk"), *office.clock);
  ASSERT_OK(merged);
  EXPECT_EQ(merged->pictures.stored, 5);
  EXPECT_EQ(merged->pictures_missing, 0);
  for (const Picture& picture : taken) EXPECT_TRUE(isWhole(folderOf(office), picture));
  EXPECT_EQ(count("photo"), 6);
  const auto again = mergeChangePackage(*office.workspace, away("p.fspk"), *office.clock);
  ASSERT_OK(again);
  EXPECT_EQ(again->pictures.stored, 0);
  EXPECT_EQ(again->pictures.known, 5);
  // Nobody without the key sees them.
  const std::string bytes = readBytes(away("p.fspk"));
  EXPECT_EQ(bytes.find("aaaaaaaa"), std::string::npos);
}

TEST_F(FieldPictures, OnlyThoseOfTheAreaGoAlong) {
  photograph(office, "taken before");
  Seat other = laptopAt("other", true, {"140429000000"});  // the other county
  EXPECT_EQ(copy.pictures, 0);
  EXPECT_EQ(other.db().sql().execAndGet("SELECT count(*) FROM photo").getInt(), 0);
  FieldPlan plan;
  plan.division_codes = {"140431100201"};
  const auto sum = estimateForField(*office.workspace, temporary / "x", plan);
  ASSERT_OK(sum);
  EXPECT_EQ(sum->pictures, 1);
  EXPECT_EQ(sum->picture_bytes, 12);
  Seat without = laptopAt("without", false, {"140431100201"});
  EXPECT_EQ(without.db().sql().execAndGet("SELECT count(*) FROM photo").getInt(), 1);
  EXPECT_EQ(picturesMissing(without.db(), without.workspace->folder())->size(), 1U);
}

TEST_F(FieldPictures, APackageThatIsCutOffIsMendedByTheWholeOne) {
  Seat laptop = laptopAt("laptop");
  std::vector<Picture> taken;
  for (int i = 0; i < 4; ++i) taken.push_back(photograph(laptop, std::string(5'000, 'a') + std::to_string(i)));
  ASSERT_OK(write(laptop, away("whole.fspk")));
  const std::string whole = readBytes(away("whole.fspk"));
  const auto head = packageHeadBytes(away("whole.fspk"));
  ASSERT_OK(head);
  // The third is cut off, the first is damaged.
  std::string broken = whole.substr(0, static_cast<std::size_t>(*head) + 12'000);
  broken[static_cast<std::size_t>(*head) + 2'000] ^= 1;
  writeBytes(away("broken.fspk"), broken);
  const auto merged = mergeChangePackage(*office.workspace, away("broken.fspk"), *office.clock);
  ASSERT_OK(merged);
  EXPECT_EQ(merged->rows.rows_added, 4) << "the rows are whole";
  EXPECT_EQ(merged->pictures.stored, 1);
  EXPECT_EQ(merged->pictures.unread, 3);
  EXPECT_EQ(merged->pictures_missing, 3);
  const auto again = mergeChangePackage(*office.workspace, away("whole.fspk"), *office.clock);
  ASSERT_OK(again);
  EXPECT_EQ(again->pictures.stored, 3);
  EXPECT_EQ(again->pictures.known, 1);
  EXPECT_EQ(again->pictures_missing, 0);
  for (const Picture& picture : taken) EXPECT_TRUE(isWhole(folderOf(office), picture));
}

TEST_F(FieldPictures, ThoseThatAreNotInThePackageAreFetchedFromTheStick) {
  Seat laptop = laptopAt("laptop");
  const Picture lost = photograph(laptop, "lost"), hidden = photograph(laptop, "away for a while");
  std::filesystem::remove(pictureFile(folderOf(laptop), lost));
  std::filesystem::rename(folderOf(laptop), temporary / "elsewhere");
  const auto written = write(laptop, away("p.fspk"));
  ASSERT_OK(written);
  EXPECT_EQ(written->pictures, 0);
  EXPECT_EQ(written->pictures_absent, 2);
  auto merged = mergeChangePackage(*office.workspace, away("p.fspk"), *office.clock);
  ASSERT_OK(merged);
  EXPECT_EQ(merged->pictures_missing, 2);
  // The laptop's folder lies beside the package now.
  std::filesystem::rename(temporary / "elsewhere", folderOf(laptop));
  std::filesystem::copy(away("p.fspk"), temporary / "stick" / "p.fspk");
  merged = mergeChangePackage(*office.workspace, temporary / "stick" / "p.fspk", *office.clock);
  ASSERT_OK(merged);
  EXPECT_EQ(merged->pictures.stored, 1);
  EXPECT_EQ(merged->pictures_missing, 1);
  EXPECT_TRUE(isWhole(folderOf(office), hidden));
}

TEST_F(FieldPictures, ACancelledMergeGoesOnWhereItWas) {
  Seat laptop = laptopAt("laptop");
  for (int i = 0; i < 6; ++i) photograph(laptop, std::to_string(i));
  ASSERT_OK(write(laptop, away("p.fspk")));
  const CancelToken cancel = CancelToken::create();
  const auto stopped = mergeChangePackage(*office.workspace, away("p.fspk"), *office.clock, cancel, [&](double ratio) {
    if (ratio > 0.3) cancel.cancel();
  });
  EXPECT_CODE(stopped, kCancelled);
  EXPECT_EQ(count("photo"), 0);
  const auto merged = mergeChangePackage(*office.workspace, away("p.fspk"), *office.clock);
  ASSERT_OK(merged);
  EXPECT_GT(merged->pictures.known, 0);
  EXPECT_EQ(merged->pictures.known + merged->pictures.stored, 6);
}

}  // namespace gis
