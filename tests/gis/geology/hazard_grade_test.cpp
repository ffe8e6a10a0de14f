// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/hazard_grade.h"

#include <gtest/gtest.h>

#include <cmath>

#include "tests/cases/case_rows.h"

namespace gis::geology {

TEST(HazardGrade, EitherPeopleOrPropertyDecides) {
  for (const CaseRow& row : caseRows("geology_danger_grade.tsv")) {
    const auto grade = row.text(0) == "danger" ? dangerGrade(row.integer(1), row.number(2))
                                               : disasterGrade(row.integer(1), row.number(2));
    ASSERT_TRUE(grade.has_value()) << row.where();
    EXPECT_EQ(static_cast<char>(*grade), row.text(3).front()) << row.where();
  }
}

TEST(HazardGrade, ScaleByVolume) {
  for (const CaseRow& row : caseRows("geology_scale.tsv")) {
    const auto scale = scaleByVolume(static_cast<HazardType>(row.integer(0)), row.number(1));
    ASSERT_TRUE(scale.has_value()) << row.where();
    const char found = *scale ? static_cast<char>(**scale) : '-';
    EXPECT_EQ(found, row.text(2).front()) << row.where();
  }
}

TEST(HazardGrade, CollapseByArea) {
  EXPECT_EQ(*collapseScale(0.09), Grade::kSmall);
  EXPECT_EQ(*collapseScale(0.1), Grade::kMedium);
  EXPECT_EQ(*collapseScale(1), Grade::kLarge);
  EXPECT_EQ(*collapseScale(10), Grade::kVeryLarge);
}

TEST(HazardGrade, NonsenseIsOutOfRange) {
  EXPECT_EQ(dangerGrade(-1, 0).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(dangerGrade(0, NAN).error().subject, "threatened_property_yuan");
  EXPECT_EQ(disasterGrade(0, -1).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(scaleByVolume(HazardType::kLandslide, 0).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(collapseScale(INFINITY).error().code, ErrorCode::kOutOfRange);
}

TEST(HazardCode, PartsOfTheNationalNumber) {
  const auto code = parseHazardCode("140425020001");
  ASSERT_TRUE(code.has_value());
  EXPECT_EQ(code->county_code, "140425");
  EXPECT_EQ(code->type, HazardType::kRockfall);
  EXPECT_EQ(code->serial, 1);
  for (int type = 0; type <= 7; ++type) {
    const HazardCode made{"140431", static_cast<HazardType>(type), 9000 + type};
    const auto text = formatHazardCode(made);
    ASSERT_TRUE(text.has_value());
    EXPECT_EQ(*parseHazardCode(*text), made);
  }
}

TEST(HazardCode, WrongNumbersSayWhy) {
  const auto why = [](std::string_view text) {
    const auto code = parseHazardCode(text);
    return code ? std::string("accepted") : code.error().detail;
  };
  EXPECT_EQ(why("14042502000"), "wanted 12 digits");
  EXPECT_EQ(why(""), "wanted 12 digits");
  EXPECT_EQ(why("14042502000X"), "something that is not a digit");
  EXPECT_EQ(why("140425080001"), "an unknown type");
  EXPECT_EQ(why("140425020000"), "serial number 0000");
  EXPECT_EQ(why("040425020001"), "no county has this code");
  EXPECT_FALSE(formatHazardCode({"1404", HazardType::kLandslide, 1}).has_value());
  EXPECT_FALSE(formatHazardCode({"140431", HazardType::kLandslide, 10000}).has_value());
}

}  // namespace gis::geology
