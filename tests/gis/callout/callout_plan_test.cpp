// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_plan.h"

#include <gtest/gtest.h>

#include "gis/callout/roster.h"

namespace {

gis::Roster twoCounties() {
  gis::Roster roster;
  const auto division = [&](const char* code, const char* parent, const char* name, int level, gis::LonLat seat) {
    roster.divisions.push_back({{code, parent, name, level}, seat});
  };
  division("140400000000", "", "长治市", 2, {113.1, 36.2});
  division("140430000000", "140400000000", "沁县", 3, {112.7, 36.76});
  division("140431000000", "140400000000", "沁源县", 3, {112.33, 36.5});
  division("140431100000", "140431000000", "沁河镇", 4, {112.33, 36.5});
  division("140431100201", "140431100000", "北石村", 5, {112.34, 36.51});
  division("140431100202", "140431100000", "南石村", 5, {112.35, 36.49});
  const auto person = [&](const char* uuid, const char* name, int role, const char* code, const char* phone,
                          const char* deputy) {
    gis::RosterPerson p;
    p.person = {uuid, name, "责任人", "", role, code, {}};
    if (*phone) p.person.phones.push_back(phone);
    p.deputy_uuid = deputy;
    roster.persons.push_back(p);
  };
  person("v1", "赵", 1, "140431100201", "1391", "v2");
  person("v2", "钱", 6, "140431100201", "1392", "");
  person("v3", "孙", 1, "140431100202", "", "");
  person("v4", "赵", 6, "140431100202", "1391", "");  // the same man on a second post
  person("t1", "李", 14, "140431100000", "1394", "");
  person("c1", "周", 14, "140431000000", "1395", "");
  person("x1", "吴", 14, "140430000000", "1396", "");
  return roster;
}

gis::Warning12379 redRain() {
  gis::Warning12379 warning;
  warning.identifier = "w1";
  warning.event_code = "11B03";
  warning.colour = gis::WarningColour::kRed;
  warning.headline = "长治市气象台发布暴雨红色预警信号";
  warning.sender_name = "长治市气象台";
  warning.division_codes = {"140431"};
  return warning;
}

TEST(Plan, TheBuiltInOneIsReadAndWrittenAlike) {
  const auto plan = gis::builtInPlan();
  ASSERT_TRUE(plan) << plan.error().detail;
  EXPECT_GE(plan->rules.size(), 7u);
  const auto again = gis::readPlan(gis::writePlan(*plan));
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ(gis::writePlan(*again), gis::writePlan(*plan));
  for (const gis::PlanRule& rule : plan->rules) EXPECT_FALSE(rule.source.empty()) << rule.id << " has no source";
  // The city's own rule (2024): awake within five minutes.
  EXPECT_EQ(gis::ruleFor(*plan, "11B03", gis::WarningColour::kRed, "140431100201")->clocks.awake_s, 300);
}

TEST(Plan, AMistakeIsNamedWithItsPlace) {
  const auto plan = gis::builtInPlan();
  ASSERT_TRUE(plan);
  const auto broken = [&](const char* from, const char* to) {
    std::string text = gis::writePlan(*plan);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    text.replace(at, std::string_view(from).size(), to);
    const auto read = gis::readPlan(text);
    return read ? std::string("was read") : read.error().detail;
  };
  EXPECT_EQ(broken("\"kind\": \"call\"", "\"kind\": \"shout\""),
            "ladders[0].steps[0].kind: call, deputy, superior, neighbour or door is expected");
  EXPECT_NE(broken("\"voice\"", "\"pigeon\"").find("pigeon"), std::string::npos);
  EXPECT_EQ(broken("\"ladder\": \"red\"", "\"ladder\": \"pink\""), "rules[0].ladder: no ladder is called pink");
  EXPECT_NE(broken("\"tries\": 3", "\"tries\": 0").find("tries"), std::string::npos);
  EXPECT_FALSE(gis::readPlan("{"));
}

TEST(Plan, TextsKeepWhatNobodyKnows) {
  std::vector<std::string> left;
  EXPECT_EQ(gis::filledText("{place}：{what}，{place}", {{"place", "沁源县"}}, &left), "沁源县：{what}，沁源县");
  EXPECT_EQ(left, (std::vector<std::string>{"what"}));
  EXPECT_EQ(gis::filledText("{open", {}), "{open");
}

TEST(Roster, ACountysCodeThreatensAllBelowIt) {
  EXPECT_EQ(gis::threatenedDivisions(redRain(), twoCounties()),
            (std::vector<std::string>{"140431000000", "140431100000", "140431100201", "140431100202"}));
}

TEST(Roster, ACircleThreatensTheVillagesInItAndTheirTown) {
  gis::Warning12379 warning = redRain();
  warning.division_codes.clear();
  warning.circles = {{{112.34, 36.51}, 500}};
  EXPECT_EQ(gis::threatenedDivisions(warning, twoCounties()),
            (std::vector<std::string>{"140431100000", "140431100201"}));
}

TEST(Roster, ElsewhereThreatensNobody) {
  gis::Warning12379 warning = redRain();
  warning.division_codes = {"110000"};
  const auto chosen = gis::chooseTargets(*gis::builtInPlan(), warning, twoCounties(), false);
  ASSERT_FALSE(chosen);
  EXPECT_EQ(chosen.error().code, gis::ErrorCode::kNoData);
}

TEST(Roster, ChoosesOncePerPersonWithThoseWhoStandIn) {
  const auto chosen = gis::chooseTargets(*gis::builtInPlan(), redRain(), twoCounties(), true, "26日2时35分");
  ASSERT_TRUE(chosen) << chosen.error().detail;
  const gis::CalloutSnapshot& s = chosen->snapshot;
  const auto targetOf = [&](const std::string& uuid) -> const gis::CalloutTarget* {
    for (const gis::CalloutTarget& t : s.targets)
      if (s.persons[static_cast<std::size_t>(t.person)].uuid == uuid) return &t;
    return nullptr;
  };
  ASSERT_NE(targetOf("v1"), nullptr);
  EXPECT_EQ(targetOf("v4"), nullptr) << "the same man is called once";
  EXPECT_EQ(targetOf("x1"), nullptr) << "another county";
  EXPECT_NE(targetOf("c1"), nullptr) << "the county's leader";
  EXPECT_EQ(s.persons[static_cast<std::size_t>(targetOf("v1")->deputy)].uuid, "v2");
  EXPECT_EQ(s.persons[static_cast<std::size_t>(targetOf("v1")->superior)].uuid, "t1");
  EXPECT_EQ(s.persons[static_cast<std::size_t>(targetOf("v1")->neighbour)].uuid, "v3");
  EXPECT_TRUE(targetOf("v1")->text.starts_with("【演练】沁源县沁河镇北石村")) << targetOf("v1")->text;
  EXPECT_NE(targetOf("v1")->text.find("26日2时35分发布暴雨红色预警"), std::string::npos) << targetOf("v1")->text;
  const auto has = [&](gis::RosterGapKind kind, const std::string& who) {
    return std::ranges::any_of(chosen->gaps,
                               [&](const gis::RosterGap& gap) { return gap.kind == kind && gap.who == who; });
  };
  EXPECT_TRUE(has(gis::RosterGapKind::kNoPhone, "孙"));
  EXPECT_TRUE(has(gis::RosterGapKind::kTwoPosts, "赵"));
  EXPECT_TRUE(has(gis::RosterGapKind::kNoDeputy, "钱"));
}

TEST(Roster, CirclesOfDeputiesAndSuperiorsAreToldOnce) {
  gis::Roster roster = twoCounties();
  const auto loops = [&] {
    std::vector<std::string> found;
    for (const gis::RosterGap& gap : gis::checkRoster(*gis::builtInPlan(), roster))
      if (gap.kind == gis::RosterGapKind::kLoop) found.push_back(gap.division_code + " " + gap.who);
    return found;
  };
  EXPECT_EQ(loops(), std::vector<std::string>{});
  roster.persons[1].deputy_uuid = "v1";  // v1 -> v2 -> v1
  EXPECT_EQ(loops(), (std::vector<std::string>{"140431100201 赵 → 钱 → 赵"}));
  roster.persons[1].deputy_uuid = "t1";  // v1 -> v2 -> t1 -> c1 -> t1: v1 only leads into the circle
  roster.persons[4].deputy_uuid = "c1";
  roster.persons[5].deputy_uuid = "t1";
  EXPECT_EQ(loops(), (std::vector<std::string>{"140431100000 李 → 周 → 李"}));
  roster.persons[5].deputy_uuid = "c1";
  EXPECT_EQ(loops(), (std::vector<std::string>{"140431000000 周"})) << "their own deputy";
  roster.persons[5].deputy_uuid.clear();
  roster.divisions[2].division.parent_code = "140431100000";  // the county below its town
  EXPECT_EQ(loops(), (std::vector<std::string>{"140431000000 沁源县 → 沁河镇 → 沁源县"}));
}

TEST(Snapshot, IsReadAsItWasWritten) {
  const auto chosen = gis::chooseTargets(*gis::builtInPlan(), redRain(), twoCounties(), false);
  ASSERT_TRUE(chosen);
  const std::string text = gis::writeSnapshot(chosen->snapshot);
  const auto again = gis::readSnapshot(text);
  ASSERT_TRUE(again) << again.error().detail;
  EXPECT_EQ(gis::writeSnapshot(*again), text);
  std::string broken = text;
  broken.replace(broken.find("\"targets\""), 9, "\"tragets\"");
  EXPECT_FALSE(gis::readSnapshot(broken));
}

}  // namespace
