// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include "app/fields/field_text.h"

namespace {

const gis::CodeLists& codes() {
  static const gis::CodeLists lists{
      {"code_structure", {{"1", "砌体结构", "Masonry", "", 1}, {"2", "钢结构", "Steel", "", 2}}}};
  return lists;
}

TEST(FieldText, CodesBecomeNames) {
  layers::InspectorField field;
  field.code_table = "code_structure";
  const auto text = app::fieldText(field, {"structure", std::int64_t{2}}, codes());
  EXPECT_EQ(text.zh, QStringLiteral("钢结构"));
  EXPECT_EQ(text.en, QStringLiteral("Steel"));
  EXPECT_EQ(app::fieldText(field, {"structure", std::int64_t{77}}, codes()).zh, QStringLiteral("77"))
      << "an unknown code is shown as it is, not hidden";
}

TEST(FieldText, NumbersCarryScaleDecimalsAndUnit) {
  layers::InspectorField field;
  field.unit = {QStringLiteral("公顷"), QStringLiteral("ha")};
  field.scale_ratio = 0.0001;
  field.decimals = 2;
  const auto text = app::fieldText(field, {"area_m2", 123456.0}, codes());
  EXPECT_EQ(text.zh, QStringLiteral("12.35\u00a0公顷"));
  EXPECT_EQ(text.en, QStringLiteral("12.35\u00a0ha"));
}

TEST(FieldText, YearsAndCodesHaveNoSeparators) {
  EXPECT_EQ(app::fieldText({}, {"built_year", std::int64_t{1987}}, codes()).zh, QStringLiteral("1987"));
  EXPECT_EQ(app::fieldText({}, {"code", std::string("140400000000")}, codes()).zh, QStringLiteral("140400000000"));
}

TEST(FieldText, YesNoAndNull) {
  layers::InspectorField field;
  field.yes_no = true;
  EXPECT_EQ(app::fieldText(field, {"manned", std::int64_t{1}}, codes()).zh, QStringLiteral("是"));
  EXPECT_EQ(app::fieldText(field, {"manned", std::int64_t{0}}, codes()).en, QStringLiteral("No"));
  EXPECT_TRUE(app::fieldText(field, {"manned", std::monostate{}}, codes()).zh.isEmpty());
}

TEST(FilledText, BracesAreFilledFromTheRow) {
  const std::vector<gis::FieldValue> row{{"name", std::string("漳泽水库")}, {"structure", std::int64_t{1}}};
  const auto text = app::filledText(
      {QStringLiteral("{name}（{structure@code_structure}）"), QStringLiteral("{name} {none}")}, row, codes());
  EXPECT_EQ(text.zh, QStringLiteral("漳泽水库（砌体结构）"));
  EXPECT_EQ(text.en, QStringLiteral("漳泽水库"));
  EXPECT_EQ(app::filledText({QStringLiteral("{open"), {}}, row, codes()).zh, QStringLiteral("{open"));
}

}  // namespace
