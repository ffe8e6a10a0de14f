// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/draft.h"

#include <gmock/gmock.h>
#include <rapidcheck/gtest.h>

#include "gis/office/docx_writer.h"
#include "gis/situation/draft_document.h"
#include "gis/situation/figure_check.h"
#include "tests/gis/situation/full_material.h"
#include "tests/gis/situation/situation_test_support.h"

using namespace gis::situation;
using testing::IsEmpty;

namespace {

DraftMaterial fullMaterial(ReportKind kind) {
  return tests::fullMaterial(tests::reportCatalogue(), kind, tests::kNoonMs);
}

std::string textOf(const Draft& draft) {
  std::string text;
  for (const DraftBlock& block : draft.blocks) {
    for (const Piece& piece : block.pieces) text += piece.text;
    for (const DraftLine& line : block.lines) text += line.label + line.value;
    text += '\n';
  }
  return text;
}

std::vector<std::string> codesOf(const Draft& draft) {
  std::vector<std::string> codes;
  for (const Finding& finding : draft.findings)
    codes.push_back(std::string(findingName(finding.code)) + " " + finding.where);
  return codes;
}

}  // namespace

TEST(ReportCatalogue, HasATemplateForEachKindAndKnowsItsNames) {
  const ReportCatalogue& catalogue = tests::reportCatalogue();
  for (const ReportKind kind : kReportKinds) EXPECT_EQ(catalogue.templateOf(kind).kind, kind);
  for (const FactDefinition& fact : catalogue.facts) {
    EXPECT_FALSE(fact.label.zh.empty() || fact.label.en.empty()) << fact.name;
    EXPECT_EQ(fact.rows_sql.empty(), fact.row_titles.empty()) << fact.name;
  }
}

TEST(ReportCatalogue, SaysWhereATemplateIsWrong) {
  const std::string broken =
      R"({"kind":"first","label":{"zh":"a","en":"a"},"title":"t","blocks":[{"text":"{nobody}"}],"blanks":[]})";
  std::vector<gis::EmbeddedFile> files(gis::situation::kReportKinds.size());
  std::vector<std::string> texts;
  for (const auto name : kReportKindNames) {
    std::string text = broken;
    text.replace(text.find("first"), 5, name);
    texts.push_back(text);
  }
  texts.push_back(R"({"daily_at":"06:00","grades":[{"grade":"","phone_min":1,"first_min":1,"update_every_min":1,)"
                  R"("oldest_min":1,"source":"s","certainty":"fair"}]})");
  files.clear();
  for (const std::string& text : texts)
    files.push_back({"x.json", reinterpret_cast<const unsigned char*>(text.data()), text.size()});
  const auto read = readReportCatalogue(files, {});
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().subject, "first.json: blocks[0]");
  EXPECT_EQ(read.error().detail, "no fact or blank is called nobody");
}

TEST(ReportDraft, WithEverythingKnownNothingIsLeftToFill) {
  for (const ReportKind kind : kReportKinds) {
    const Draft draft = makeDraft(tests::reportCatalogue(), fullMaterial(kind));
    EXPECT_THAT(codesOf(draft), IsEmpty()) << reportKindName(kind);
    EXPECT_EQ(textOf(draft).find('{'), std::string::npos) << textOf(draft);
    EXPECT_EQ(textOf(draft).find("〔"), std::string::npos) << textOf(draft);
    EXPECT_TRUE(gis::office::writeDocx(documentOf(draft, "值班室")));
  }
}

// Whatever is not known or not typed: what stands in the draft is never a name in braces, and each gap is a finding.
RC_GTEST_PROP(ReportDraft, EveryGapIsAFinding, ()) {
  const auto kind = *rc::gen::elementOf(std::vector<ReportKind>(kReportKinds.begin(), kReportKinds.end()));
  DraftMaterial material = fullMaterial(kind);
  for (auto& [name, fact] : material.facts)
    if (*rc::gen::arbitrary<bool>()) fact = {};
  for (auto& [name, words] : material.typed)
    if (*rc::gen::arbitrary<bool>()) words.clear();
  const Draft draft = makeDraft(tests::reportCatalogue(), material);
  RC_ASSERT(textOf(draft).find('{') == std::string::npos);
  for (const DraftBlock& block : draft.blocks)
    for (const Piece& piece : block.pieces)
      if (piece.kind == PieceKind::kMissing)
        RC_ASSERT(std::ranges::any_of(draft.findings, [&](const Finding& one) { return one.where == piece.name; }));
}

TEST(ReportDraft, WhatChangedSinceTheLastReportSaysSo) {
  DraftMaterial material = fullMaterial(ReportKind::kUpdate);
  material.facts["injured"] = {15, "15", tests::kNoonMs};
  material.facts["affected_people"] = {15, "15", tests::kNoonMs};
  material.before["injured"] = {12, "12", 0};
  const Draft draft = makeDraft(tests::reportCatalogue(), material);
  EXPECT_NE(textOf(draft).find("受伤15（上次12，+3）人"), std::string::npos) << textOf(draft);
  EXPECT_THAT(codesOf(draft), IsEmpty());
}

TEST(ReportDraft, AFigureThatFellNeedsAReasonThatTheReportSays) {
  DraftMaterial material = fullMaterial(ReportKind::kUpdate);
  material.before["missing"] = {2, "2", 0};
  EXPECT_THAT(codesOf(makeDraft(tests::reportCatalogue(), material)), testing::ElementsAre("fell missing"));
  material.typed["reason.missing"] = "两人已找到";
  const Draft explained = makeDraft(tests::reportCatalogue(), material);
  EXPECT_THAT(codesOf(explained), IsEmpty());
  EXPECT_NE(textOf(explained).find("失踪由2调整为0：两人已找到。"), std::string::npos);
}

TEST(ReportDraft, RefusesBlanksPlaceholdersAndOldFigures) {
  DraftMaterial material = fullMaterial(ReportKind::kFirst);
  material.typed["trend"] = "";
  material.typed["measures"] = "已派XX人";
  material.facts["dead"].as_of_utc_ms -= 13 * tests::kHourMs;
  material.facts["missing"] = {};
  EXPECT_THAT(codesOf(makeDraft(tests::reportCatalogue(), material)),
              testing::UnorderedElementsAre("blank trend", "placeholder measures", "stale dead", "no_data missing"));
}

TEST(ReportDraft, ReportsComeInOrder) {
  DraftMaterial update = fullMaterial(ReportKind::kUpdate);
  update.before.clear();
  EXPECT_THAT(codesOf(makeDraft(tests::reportCatalogue(), update)), testing::ElementsAre("out_of_order kind"));
  DraftMaterial second = fullMaterial(ReportKind::kFirst);
  second.corrects.clear();
  EXPECT_THAT(codesOf(makeDraft(tests::reportCatalogue(), second)), testing::ElementsAre("out_of_order kind"));
  DraftMaterial nowhere = fullMaterial(ReportKind::kFinal);
  nowhere.incident.uuid.clear();
  EXPECT_THAT(codesOf(makeDraft(tests::reportCatalogue(), nowhere)), testing::ElementsAre("no_incident incident"));
}

TEST(ReportDraft, ADrillSaysSoInTitleHeaderAndFileName) {
  DraftMaterial material = fullMaterial(ReportKind::kFirst);
  material.is_drill = true;
  material.number = "演练长应急报〔2026〕1号";
  const Draft draft = makeDraft(tests::reportCatalogue(), material);
  EXPECT_TRUE(draft.title.starts_with("【演练】"));
  EXPECT_TRUE(textOf(draft).starts_with("【演练】"));
  EXPECT_EQ(documentOf(draft, "x").header, "【演练】");
  EXPECT_TRUE(fileNameOf(draft).starts_with("【演练】演练长应急报〔2026〕1号 关于"));
}

TEST(FigureRules, SumsAndLimits) {
  const ReportCatalogue& catalogue = tests::reportCatalogue();
  const auto figure = [](double value) { return Fact{value, numberText(value, 2), 0}; };
  Facts facts{{"evacuated", figure(320)}, {"evacuated_shelters", figure(200)}, {"evacuated_elsewhere", figure(120)}};
  EXPECT_THAT(checkTotals(catalogue, facts), IsEmpty());
  facts["evacuated_elsewhere"] = figure(100);
  ASSERT_EQ(checkTotals(catalogue, facts).size(), 1U);
  EXPECT_EQ(checkTotals(catalogue, facts)[0].detail, "紧急转移安置 320; 其中集中安置 200, 其中分散安置 100");
  facts.erase("evacuated_elsewhere");
  EXPECT_THAT(checkTotals(catalogue, facts), IsEmpty()) << "a part that nobody told may still come";
  facts["evacuated_shelters"] = figure(400);
  EXPECT_EQ(checkTotals(catalogue, facts).size(), 1U) << "more than the total is wrong at once";
  const Facts people{{"affected_people", figure(10)}, {"dead", figure(4)}, {"injured", figure(7)}};
  EXPECT_EQ(checkTotals(catalogue, people).at(0).where, "affected");
}

TEST(FigureRules, CountiesAddUpToTheWhole) {
  const ReportCatalogue& catalogue = tests::reportCatalogue();
  const auto figure = [](double value) { return Fact{value, numberText(value, 2), 0}; };
  Facts whole{{"dead", figure(3)}, {"crop_ha", figure(0.3)}, {"injured", figure(9)}};
  Counties counties{{"140423", "襄垣县", {{"dead", figure(1)}, {"crop_ha", figure(0.1)}}},
                    {"140431", "沁源县", {{"dead", figure(2)}, {"crop_ha", figure(0.2)}}}};
  EXPECT_THAT(checkCounties(catalogue, whole, counties), IsEmpty()) << "nobody told the injured by county";
  counties[1].facts["dead"] = figure(1);
  auto found = checkCounties(catalogue, whole, counties);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].code, FindingCode::kTotals);
  EXPECT_EQ(found[0].where, "dead");
  EXPECT_EQ(found[0].detail, "死亡 3; 襄垣县 1 + 沁源县 1 = 2");
  counties[1].facts["dead"] = figure(4);
  EXPECT_EQ(checkCounties(catalogue, whole, counties).size(), 1U) << "more than the whole";
  whole.erase("dead");
  found = checkCounties(catalogue, whole, counties);
  ASSERT_EQ(found.size(), 1U) << "the city told nothing";
  EXPECT_EQ(found[0].detail, "死亡 —; 襄垣县 1 + 沁源县 4 = 5");
  whole["dead"] = figure(5);
  counties[0].facts["injured"] = figure(9);
  counties[0].facts["seriously_injured"] = figure(10);
  whole["seriously_injured"] = figure(10);
  found = checkCounties(catalogue, whole, counties);
  ASSERT_EQ(found.size(), 1U) << "one county's figures among themselves";
  EXPECT_EQ(found[0].where, "injured");
  EXPECT_TRUE(found[0].zh.starts_with("襄垣县"));
}

// However the whole is divided, the table is not refused for its counties; one unit elsewhere and it is.
RC_GTEST_PROP(FigureRules, AnyDivisionOfTheWholeAddsUp, ()) {
  const auto parts = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 100'000)));
  Counties counties;
  double sum = 0;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    const double value = parts[i] / 100.0;
    sum += value;
    counties.push_back({std::to_string(i), "县", {{"crop_ha", {value, numberText(value, 2), 0}}}});
  }
  const auto& catalogue = tests::reportCatalogue();
  RC_ASSERT(checkCounties(catalogue, {{"crop_ha", {sum, "", 0}}}, counties).empty());
  RC_ASSERT(!checkCounties(catalogue, {{"crop_ha", {sum + 0.01, "", 0}}}, counties).empty());
}

TEST(FigureRules, TypedWordsThatAreNoWordsYet) {
  for (const char* text : {"派出XX人", "××乡", "{trend}", "待填", "___"}) EXPECT_TRUE(holdsPlaceholder(text)) << text;
  for (const char* text : {"派出12人", "", "王陶镇"}) EXPECT_FALSE(holdsPlaceholder(text)) << text;
}

TEST(PaperTime, IsBeijingTime) {
  EXPECT_EQ(paperTime(tests::kNoonMs, tests::kNoonMs), "7月31日12时00分");
  EXPECT_EQ(paperTime(tests::kNoonMs - 365 * 24 * tests::kHourMs, tests::kNoonMs), "2025年7月31日12时00分");
  EXPECT_EQ(paperDay(tests::kNoonMs + 13 * tests::kHourMs), "2026年8月1日");
  EXPECT_EQ(numberText(12.50, 2), "12.5");
  EXPECT_EQ(numberText(100, 2), "100");
}
