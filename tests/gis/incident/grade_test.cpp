// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/grade.h"

#include <gtest/gtest.h>

#include "tests/cases/case_rows.h"
#include "tests/gis/store/store_test_support.h"

namespace gis::incident {
namespace {

Incident withFigure(const std::string& type, const std::string& figure, double value) {
  Incident incident;
  incident.head.type = type;
  incident.figures[figure] = {{figure, value, 1, "test"}, 1, 1};
  return incident;
}

std::string gradeText(std::optional<Rank> rank) { return rank ? std::string(rankName(*rank)) : "-"; }

struct IncidentGrades : ::testing::Test {
  Result<IncidentCatalogue> catalogue = builtInCatalogue();
  void SetUp() override { ASSERT_TRUE(catalogue.has_value()) << say(catalogue); }
};

TEST_F(IncidentGrades, EachPublishedLimitDividesTwoGrades) {
  const auto rows = caseRows("incident_grade.tsv");
  ASSERT_GE(rows.size(), 45U);
  for (const auto& row : rows) {
    const double limit = row.number(2), step = row.number(3);
    const auto grade = [&](double value) {
      return gradeText(proposeGrade(*catalogue, withFigure(row.text(0), row.text(1), value)).grade);
    };
    EXPECT_EQ(grade(limit), row.text(4)) << row.text(0) << ' ' << row.text(1) << ' ' << limit;
    EXPECT_EQ(grade(limit + step), row.text(4)) << row.text(0) << ' ' << row.text(1) << ' ' << limit << " and a step";
    EXPECT_EQ(grade(limit - step), row.text(5)) << row.text(0) << ' ' << row.text(1) << " below " << limit;
  }
}

TEST_F(IncidentGrades, LevelsOfTheReliefPlanAreNoGrade) {
  for (const auto& row : caseRows("incident_relief_level.tsv")) {
    const double limit = row.number(2), step = row.number(3);
    const auto at = proposeGrade(*catalogue, withFigure(row.text(0), row.text(1), limit));
    EXPECT_EQ(gradeText(at.response), row.text(4)) << row.text(1) << ' ' << limit;
    EXPECT_FALSE(at.grade.has_value()) << row.text(1);
    const auto below = proposeGrade(*catalogue, withFigure(row.text(0), row.text(1), limit - step));
    EXPECT_EQ(gradeText(below.response), row.text(5)) << row.text(1) << " below " << limit;
  }
}

TEST_F(IncidentGrades, NothingKnownProposesNothing) {
  Incident incident;
  incident.head.type = "landslide";
  const GradeProposal proposal = proposeGrade(*catalogue, incident);
  EXPECT_FALSE(proposal.grade.has_value());
  ASSERT_EQ(proposal.rules.size(), 2U);
  EXPECT_EQ(proposal.rules[0].criteria.size(), 4U);
  incident.figures["dead"] = {{"dead", 0.0, 1, "test"}, 1, 1};
  EXPECT_EQ(proposeGrade(*catalogue, incident).grade, Rank::kIV);
}

TEST_F(IncidentGrades, TheWorstCriterionCountsAndSaysHowFarTheNextGradeIs) {
  Incident incident = withFigure("landslide", "dead", 2);
  incident.figures["direct_loss_10k_yuan"] = {{"direct_loss_10k_yuan", 620.0, 1, "test"}, 1, 1};
  const GradeProposal proposal = proposeGrade(*catalogue, incident);
  EXPECT_EQ(proposal.grade, Rank::kII);
  EXPECT_EQ(proposal.rules[0].criteria[0].rank, Rank::kIV);
  EXPECT_EQ(proposal.rules[0].criteria[0].next, Rank::kIII);
  EXPECT_DOUBLE_EQ(*proposal.rules[0].criteria[0].to_next, 1);
  EXPECT_DOUBLE_EQ(*proposal.rules[0].criteria[1].to_next, 380);
}

TEST_F(IncidentGrades, TheMissingCouldMakeItWorse) {
  Incident incident = withFigure("flood", "dead", 1);
  EXPECT_FALSE(proposeGrade(*catalogue, incident).if_missing_died.has_value());
  incident.figures["missing"] = {{"missing", 2.0, 1, "test"}, 1, 1};
  const GradeProposal proposal = proposeGrade(*catalogue, incident);
  EXPECT_EQ(proposal.grade, Rank::kIV);
  EXPECT_EQ(proposal.if_missing_died, Rank::kIII);
}

TEST(IncidentCatalogue, WhatIsWrongIsNamedWithItsPlace) {
  const auto wrong = readCatalogue(
      R"({"types":[{"id":"x","name":{"zh":"x","en":"x"},"group":"natural","rules":["none"],"plan":"p"}]})",
      R"({"figures":[]})", R"({"rules":[]})", R"({"plans":[]})");
  ASSERT_FALSE(wrong.has_value());
  EXPECT_EQ(wrong.error().code, ErrorCode::kInvalidArgument);
  EXPECT_EQ(wrong.error().subject, "types[0].rules");
  EXPECT_FALSE(readCatalogue("", "", "", "").has_value());
}

TEST(IncidentCatalogue, RanksAreReadInAllTheirForms) {
  for (const char* name : {"II", "Ⅱ", "2", "二级"}) EXPECT_EQ(rankNamed(name), Rank::kII) << name;
  EXPECT_FALSE(rankNamed("5").has_value());
}

}  // namespace
}  // namespace gis::incident
