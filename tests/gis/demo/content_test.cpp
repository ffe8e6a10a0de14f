// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <set>

#include "gis/demo/exposure_land.h"
#include "gis/demo/people_names.h"
#include "gis/demo/pinyin.h"
#include "gis/demo/writer.h"

namespace gis::demo {
namespace {

TEST(Pinyin, CountyNames) {
  const std::pair<const char*, const char*> names[] = {
      {"长治市", "czs"}, {"潞州区", "lzq"}, {"上党区", "sdq"}, {"屯留区", "tlq"}, {"潞城区", "lcq"},
      {"襄垣县", "xyx"}, {"平顺县", "psx"}, {"黎城县", "lcx"}, {"壶关县", "hgx"}, {"长子县", "zzx"},
      {"武乡县", "wxx"}, {"沁县", "qx"},    {"沁源县", "qyx"}};
  for (const auto& [name, initials] : names) EXPECT_EQ(pinyinInitials(name), initials) << name;
}

TEST(Pinyin, PlaceNameCharactersAndOthers) {
  EXPECT_EQ(pinyinInitials("虒亭镇"), "stz");
  EXPECT_EQ(pinyinInitials("圪芦河"), "glh");
  EXPECT_EQ(pinyinInitials("太行西街街道"), "thxjjd");
  EXPECT_EQ(pinyinInitials("翟店"), "zd");
  EXPECT_EQ(pinyinInitials("G22 青兰高速"), "g22qlgs");
  EXPECT_EQ(pinyinInitials(""), "");
}

TEST(Pinyin, EveryDivisionNameIsCovered) {
  for (auto& row : csvRows(factText("divisions.csv"))) {
    std::size_t characters = 0;
    for (const char c : row["name"]) characters += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    const std::string initials = pinyinInitials(row["name"]);
    // brackets and marks have no letter
    if (row["name"].find("（") == std::string::npos && row["name"].find("(") == std::string::npos &&
        row["name"].find("、") == std::string::npos) {
      EXPECT_EQ(initials.size(), characters) << row["name"] << " " << initials;
    }
  }
}

TEST(Csv, QuotesRemarksAndEmptyFields) {
  const auto rows = csvRows("# remark\na,b,c\n1,\"x, \"\"y\"\"\",\r\n\n2,,z");
  ASSERT_EQ(rows.size(), 2U);
  EXPECT_EQ(rows[0].at("b"), "x, \"y\"");
  EXPECT_EQ(rows[0].at("c"), "");
  EXPECT_EQ(rows[1].at("a"), "2");
  EXPECT_EQ(rows[1].at("c"), "z");
}

TEST(People, PhonesCannotBeDialledAndDiffer) {
  PhoneMaker phones(7);
  std::set<std::string> seen;
  for (int i = 0; i < 20000; ++i) {
    const std::string phone = phones.next();
    EXPECT_EQ(phone.size(), 11U);
    EXPECT_TRUE(phone.starts_with("1002"));
    EXPECT_TRUE(seen.insert(phone).second) << phone;
  }
}

TEST(People, NamesAreTwoOrThreeCharactersAndRepeatable) {
  NameMaker a(Random(7, 3)), b(Random(7, 3));
  std::set<std::string> seen;
  for (int i = 0; i < 500; ++i) {
    const std::string name = a.next();
    EXPECT_EQ(name, b.next());
    EXPECT_TRUE(name.size() == 6 || name.size() == 9) << name;
    seen.insert(name);
  }
  EXPECT_GT(seen.size(), 350U);
}

TEST(LineIndex, NearestAndCrossing) {
  MapBox box;
  box.add(MapXY{0, 0});
  box.add(MapXY{1000, 1000});
  LineIndex index(box, 100);
  const MapXY line[] = {{100, 500}, {900, 500}};
  index.add(line, 4);
  index.build();
  const auto hit = index.nearest({400, 530}, 50);
  EXPECT_EQ(hit.tag, 4);
  EXPECT_NEAR(hit.dist_m, 30, 1e-9);
  EXPECT_NEAR(hit.at.x_m, 400, 1e-9);
  EXPECT_EQ(index.nearest({400, 600}, 50).tag, -1);
  EXPECT_TRUE(index.crosses({300, 400}, {320, 600}));
  EXPECT_FALSE(index.crosses({300, 510}, {320, 600}));
}

TEST(Shapes, ClosesRingsAndKeepsParts) {
  Shapes shapes(GeometryKind::kPolygon);
  const MapXY open[] = {{0, 0}, {10, 0}, {10, 10}};
  shapes.addPolygon(open);
  shapes.addPolygon({Ring{{0, 0}, {9, 0}, {9, 9}, {0, 0}}, Ring{{5, 1}, {6, 1}, {6, 2}, {5, 1}}});
  ASSERT_EQ(shapes.size(), 2U);
  EXPECT_EQ(shapes.view(0).partCount(), 1U);
  EXPECT_EQ(shapes.view(0).part(0).size(), 8U);  // four vertices
  EXPECT_EQ(shapes.view(1).partCount(), 2U);
  EXPECT_EQ(shapes.view(1).part(1)[0], 5.0);
}

}  // namespace
}  // namespace gis::demo
