// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "gis/quality/quality_check.h"
#include "tests/gis/quality/rule_case.h"

namespace gis {

// For the tests' messages.
void PrintTo(const QualityRule& rule, std::ostream* out);
void PrintTo(const QualityRule& rule, std::ostream* out) { *out << rule.id; }

namespace {

std::vector<QualityRule> rulesOrNone() {
  auto rules = ownQualityRules();
  return rules ? std::move(*rules) : std::vector<QualityRule>();
}

ExpectedRows rowsOf(const RuleResult& result) {
  ExpectedRows rows;
  for (const Finding& finding : result.findings) rows.insert({finding.table, finding.fid});
  return rows;
}

TEST(OwnRules, AreReadAndThereAreManyOfThem) {
  const auto rules = ownQualityRules();
  ASSERT_OK(rules);
  EXPECT_GE(rules->size(), 40U);
}

TEST(OwnRules, FindNothingInASoundCity) {
  TemporaryFolder folder;
  const auto city = makeSoundCity(folder / "city");
  ASSERT_OK(city);
  const auto report = checkQuality(city->db(), rulesOrNone(), {}, kMayDay);
  ASSERT_OK(report);
  for (const RuleResult& result : report->results) {
    EXPECT_FALSE(result.error) << result.rule.id << ": " << result.error->detail;
    EXPECT_EQ(result.count, 0) << result.rule.id << " finds " << ::testing::PrintToString(rowsOf(result));
  }
}

// Every table that a rule asks has a row in the sound city, so that finding nothing there says something.
TEST(OwnRules, AreAskedOfTablesThatHaveRows) {
  TemporaryFolder folder;
  const auto city = makeSoundCity(folder / "city");
  ASSERT_OK(city);
  QualityRule any;
  any.id = "any-row";
  any.sql = "SELECT fid FROM {table}";
  for (const QualityRule& rule : rulesOrNone())
    for (const std::string& table : rule.tables) {
      any.tables = {table};
      const auto report = checkQuality(city->db(), std::span(&any, 1), {}, kMayDay);
      ASSERT_OK(report);
      EXPECT_GT(report->results.at(0).count, 0) << table << " is empty";
    }
}

TEST(OwnRules, EveryCaseHasItsRule) {
  const auto rules = rulesOrNone();
  for (const auto& entry : std::filesystem::directory_iterator(kRuleCases)) {
    const std::string id = entry.path().stem().string();
    EXPECT_TRUE(id == "base" || std::ranges::count(rules, id, &QualityRule::id) == 1) << id;
  }
}

class RuleCases : public ::testing::TestWithParam<QualityRule> {};

TEST_P(RuleCases, FindsTheRowsThatBreakItAndNoOthers) {
  const QualityRule& rule = GetParam();
  const auto file = kRuleCases / (rule.id + ".sql");
  ASSERT_TRUE(std::filesystem::exists(file)) << "write " << file;
  const RuleCase wanted = readRuleCase(file);
  ASSERT_FALSE(wanted.breaks.empty());
  TemporaryFolder folder;
  const auto city = makeSoundCity(folder / "city");
  ASSERT_OK(city);
  runCaseSql(city->db(), wanted.sql);
  const auto report = checkQuality(city->db(), std::span(&rule, 1), {}, kMayDay);
  ASSERT_OK(report);
  const RuleResult& result = report->results.at(0);
  ASSERT_FALSE(result.error) << result.error->detail;
  EXPECT_EQ(rowsOf(result), wanted.breaks);
  EXPECT_EQ(result.count, static_cast<std::int64_t>(wanted.breaks.size())) << "a row is found twice";
}

std::string testName(const ::testing::TestParamInfo<QualityRule>& parameter) {
  std::string name = parameter.param.id;
  std::ranges::replace(name, '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(OwnRules, RuleCases, ::testing::ValuesIn(rulesOrNone()), testName);

}  // namespace

}  // namespace gis
