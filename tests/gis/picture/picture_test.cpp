// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/picture/picture_store.h"

#include <gtest/gtest.h>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

class PictureTest : public ::testing::Test {
 protected:
  Picture put(const std::string& text) {
    const auto bytes = std::as_bytes(std::span(text));
    Picture picture{sha256Of(bytes), "jpg", static_cast<std::int64_t>(bytes.size())};
    EXPECT_TRUE(writePicture(temporary / "a", picture, bytes).has_value());
    return picture;
  }
  TemporaryFolder temporary;
};

TEST_F(PictureTest, IsNamedByItsContent) {
  // FIPS 180-2, appendix B.1: the digest of "abc".
  const Picture picture = put("abc");
  EXPECT_EQ(picture.sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(pictureFile(temporary / "a", picture), temporary / "a" / "ba" / (picture.sha256 + ".jpg"));
  EXPECT_TRUE(hasPicture(temporary / "a", picture));
  EXPECT_TRUE(isWhole(temporary / "a", picture));
  writeBytes(pictureFile(temporary / "a", picture), "abd");
  EXPECT_TRUE(hasPicture(temporary / "a", picture));
  EXPECT_FALSE(isWhole(temporary / "a", picture));
  EXPECT_CODE(copyPicture(temporary / "a", temporary / "b", picture), kDamagedFile);
  EXPECT_FALSE(hasPicture(temporary / "b", picture));
}

TEST_F(PictureTest, ASecondNameOutlivesTheFirst) {
  const Picture picture = put("a photograph");
  ASSERT_OK(linkPicture(temporary / "a", temporary / "b", picture));
  ASSERT_OK(linkPicture(temporary / "a", temporary / "b", picture));  // once more is nothing
  std::filesystem::remove_all(temporary / "a");
  EXPECT_TRUE(isWhole(temporary / "b", picture));
  ASSERT_OK(copyPicture(temporary / "b", temporary / "a", picture));
  EXPECT_TRUE(isWhole(temporary / "a", picture));
  EXPECT_CODE(copyPicture(temporary / "c", temporary / "d", picture), kNotFound);
}

TEST_F(PictureTest, AFolderThatCannotBeWrittenIsNamed) {
  writeBytes(temporary / "file", "x");
  const auto written =
      writePicture(temporary / "file", {std::string(64, 'a'), "png", 1}, std::as_bytes(std::span("x", 1)));
  ASSERT_FALSE(written.has_value());
  EXPECT_NE(written.error().subject.find("file"), std::string::npos);
}

}  // namespace
}  // namespace gis
