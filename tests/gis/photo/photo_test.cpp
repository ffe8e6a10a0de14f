// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/photo/photo_store.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/edit/rows_changed.h"
#include "tests/gis/edit/edit_test_support.h"

namespace gis {
namespace {

void put(std::string& to, std::uint32_t value, int bytes, bool big) {
  for (int i = 0; i < bytes; ++i) to += static_cast<char>(value >> (8 * (big ? bytes - 1 - i : i)) & 0xffU);
}

void entry(std::string& to, std::uint32_t tag, std::uint32_t type, std::uint32_t count, std::uint32_t value, bool big) {
  put(to, tag, 2, big), put(to, type, 2, big), put(to, count, 4, big);
  // A text of two bytes stands at the front of its four.
  if (type == 2 && count <= 4)
    to += static_cast<char>(value), to += std::string(3, '\0');
  else
    put(to, value, 4, big);
}

// A JPEG of nothing but the segment that cameras write: 36° 12' 3.5" N, 113° 6' 7.25" E.
std::string photograph(bool big, char north = 'N', char east = 'E', const std::string& tail = {}) {
  std::string tiff = big ? "MM" : "II";
  put(tiff, 42, 2, big), put(tiff, 8, 4, big);
  put(tiff, 2, 2, big);  // IFD0 at 8: two entries, 30 bytes
  entry(tiff, 0x8769, 4, 1, 38, big);
  entry(tiff, 0x8825, 4, 1, 56, big);
  put(tiff, 0, 4, big);
  put(tiff, 1, 2, big);  // Exif IFD at 38: one entry, 18 bytes
  entry(tiff, 0x9003, 2, 20, 158, big);
  put(tiff, 0, 4, big);
  put(tiff, 4, 2, big);  // GPS IFD at 56: four entries, 54 bytes
  entry(tiff, 1, 2, 2, static_cast<std::uint32_t>(north), big);
  entry(tiff, 2, 5, 3, 110, big);
  entry(tiff, 3, 2, 2, static_cast<std::uint32_t>(east), big);
  entry(tiff, 4, 5, 3, 134, big);
  put(tiff, 0, 4, big);
  for (const auto& [over, under] : {std::pair{36U, 1U}, {12U, 1U}, {35U, 10U}, {113U, 1U}, {6U, 1U}, {725U, 100U}})
    put(tiff, over, 4, big), put(tiff, under, 4, big);
  tiff += "2024:07:26 14:03:11";
  tiff += '\0';
  std::string body = std::string("Exif\0\0", 6) + tiff;
  std::string jpeg = "\xff\xd8\xff\xe1";
  put(jpeg, static_cast<std::uint32_t>(body.size() + 2), 2, true);
  return jpeg + body + "\xff\xda" + tail;
}

std::span<const std::byte> bytesOf(const std::string& text) { return std::as_bytes(std::span(text)); }

TEST(Exif, TellsWhenAndWhereInEitherByteOrder) {
  for (const bool big : {false, true}) {
    const std::string file = photograph(big);
    const ExifFacts facts = readExif(bytesOf(file));
    EXPECT_EQ(facts.taken_local, "2024-07-26 14:03:11");
    ASSERT_TRUE(facts.where.has_value());
    EXPECT_NEAR(facts.where->lat_deg, 36 + 12 / 60.0 + 3.5 / 3600, 1e-12);
    EXPECT_NEAR(facts.where->lon_deg, 113 + 6 / 60.0 + 7.25 / 3600, 1e-12);
  }
  const std::string south = photograph(true, 'S', 'W');
  EXPECT_LT(readExif(bytesOf(south)).where->lat_deg, 0);
  EXPECT_LT(readExif(bytesOf(south)).where->lon_deg, 0);
}

RC_GTEST_PROP(ExifProperty, BrokenBytesAreReadAsFarAsTheyGo, ()) {
  std::string file = photograph(*rc::gen::arbitrary<bool>());
  for (int i = *rc::gen::inRange(0, 20); i > 0; --i)
    file[*rc::gen::inRange<std::size_t>(4, file.size())] = *rc::gen::arbitrary<char>();
  file.resize(*rc::gen::inRange<std::size_t>(0, file.size() + 1));
  const ExifFacts facts = readExif(bytesOf(file));
  if (facts.where) {
    RC_ASSERT(std::abs(facts.where->lat_deg) <= 90);
    RC_ASSERT(std::abs(facts.where->lon_deg) <= 180);
  }
}

class PhotoTest : public EditTest {
 protected:
  std::filesystem::path file(const std::string& name, const std::string& bytes) {
    writeBytes(temporary / name, bytes);
    return temporary / name;
  }
  Result<StepDone> add(const std::filesystem::path& from) {
    return editAndTell(office.db(), *office.uuids, *office.clock, {office.author, StepKind::kEdit, "photo"},
                       [&](RowEditor& rows) -> Result<void> {
                         auto made = addPhoto(rows, *office.workspace, "depot", depot, from);
                         return made ? Result<void>() : std::unexpected(made.error());
                       });
  }
};

TEST_F(PhotoTest, IsStoredOnceByItsContentAndComparedWithItsRow) {
  const auto taken = file("IMG_1.jpg", photograph(true));
  ASSERT_OK(add(taken));
  const Shape row{GeometryKind::kPoint, {{{113.1, 36.2}}}};
  const auto photos = photosOf(*office.workspace, depot, &row);
  ASSERT_OK(photos);
  ASSERT_EQ(photos->size(), 1U);
  EXPECT_EQ(readBytes(photos->front().file), photograph(true));
  EXPECT_TRUE(photos->front().file.string().find("/photos/" + photos->front().sha256.substr(0, 2) + "/") !=
              std::string::npos);
  EXPECT_EQ(photos->front().file_name, "IMG_1.jpg");
  ASSERT_TRUE(photos->front().distance_m.has_value());
  EXPECT_NEAR(*photos->front().distance_m, 211, 2);  // 2.01' and 3.5"
  EXPECT_CODE(add(file("again.jpg", photograph(true))), kAlreadyExists);
  EXPECT_EQ(count("photo"), 1);
}

TEST_F(PhotoTest, AFileThatIsNoPictureIsRefused) {
  EXPECT_CODE(add(file("note.jpg", "this is a text")), kUnsupportedFormat);
  EXPECT_CODE(add(file("empty.jpg", "")), kEmptyFile);
  EXPECT_CODE(add(temporary / "not-there.jpg"), kNotFound);
  EXPECT_EQ(count("photo"), 0);
  EXPECT_EQ(count("edit_step"), 0);
}

TEST_F(PhotoTest, UndoTakesTheRowAndLeavesThePicture) {
  ASSERT_OK(add(file("IMG_1.jpg", photograph(false))));
  const auto before = photosOf(*office.workspace, depot, nullptr);
  ASSERT_OK(before);
  ASSERT_OK(undoAndTell(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(count("photo"), 0);
  EXPECT_TRUE(std::filesystem::exists(before->front().file));
  ASSERT_OK(redoAndTell(office.db(), *office.uuids, *office.clock, office.author));
  EXPECT_EQ(photosOf(*office.workspace, depot, nullptr)->front().sha256, before->front().sha256);
}

TEST(MetresFrom, APolygonIsNoDistanceInside) {
  const Shape square{GeometryKind::kPolygon, {{{113, 36}, {113.01, 36}, {113.01, 36.01}, {113, 36.01}}}};
  EXPECT_EQ(metresFrom({113.005, 36.005}, square), 0);
  EXPECT_NEAR(metresFrom({113.005, 36.02}, square), 1109.6, 1);
  const Shape road{GeometryKind::kLine, {{{113, 36}, {113.01, 36}}}};
  EXPECT_NEAR(metresFrom({113.005, 36.001}, road), 111, 0.5);
}

}  // namespace
}  // namespace gis
