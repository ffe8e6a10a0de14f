// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geology/dual_control.h"

#include <gtest/gtest.h>

#include "gis/geology/card.h"
#include "gis/geology/field_work.h"

namespace gis::geology {
namespace {

HazardPoint point(const std::string& code, LonLat at) {
  HazardPoint p;
  p.code = code, p.uuid = "u" + code, p.where = at, p.people = 5, p.division_code = "140431101001", p.type = "02";
  return p;
}

RiskArea area(const std::string& hazard_code, double west, const std::string& owner, const std::string& phone) {
  RiskArea a;
  a.hazard_code = hazard_code, a.owner = owner, a.owner_phone = phone;
  a.rings = {{{west, 36}, {west + 1, 36}, {west + 1, 37}, {west, 37}, {west, 36}}};
  return a;
}

TEST(DualControl, NamesEveryGap) {
  const HazardPoint points[] = {point("1", {113.5, 36.5}), point("2", {120, 36.5}), point("3", {113.6, 36.5})};
  const RiskArea areas[] = {area("1", 113, "王", "100200000001"), area("", 115, "", ""), area("9", 116, "李", ""),
                            area("2", 117, "张", "100200000002")};
  const Responsible monitors[] = {{"", 10, {"甲", "", "100200000003"}, "u1"}, {"", 10, {"乙", "", ""}, "u2"}};
  const DualControl control = dualControl(points, areas, monitors);
  std::map<DualGap, int> gaps;
  for (const DualFinding& finding : control.findings) ++gaps[finding.gap];
  EXPECT_EQ(gaps[DualGap::kAreaWithoutOwner], 1);
  EXPECT_EQ(gaps[DualGap::kOwnerWithoutPhone], 1);
  EXPECT_EQ(gaps[DualGap::kAreaNamesLostPoint], 1);
  EXPECT_EQ(gaps[DualGap::kPointFarFromArea], 1);   // 2 lies far from the area that names it
  EXPECT_EQ(gaps[DualGap::kPointOutsideAreas], 0);  // named is covered
  EXPECT_EQ(gaps[DualGap::kPointWithoutMonitor], 1);
  EXPECT_EQ(gaps[DualGap::kMonitorWithoutPhone], 1);
  EXPECT_EQ(control.areas_whole, 2u);
  EXPECT_EQ(control.points_whole, 1u);
  EXPECT_EQ(control.areas[0].points, (std::vector<std::size_t>{0, 2}));
  EXPECT_EQ(control.areas[0].people, 10);
}

TEST(RelocationProgress, SumsAndWhatIsLate) {
  RelocationWork late, done, doubtful;
  late.division_code = "140431101001", late.planned = 10, late.contracted = 8, late.built = 4, late.moved = 2;
  late.due_on = "2026-04-30";
  done.division_code = "140425101001", done.planned = 5, done.contracted = 5, done.built = 5, done.moved = 5;
  done.due_on = "2026-01-01", done.finished_on = "2025-12-01";
  doubtful = late;
  doubtful.due_on = "2026-05-01", doubtful.moved = 6;  // more moved than built
  const RelocationWork works[] = {late, done, doubtful};
  const auto progress = relocationProgress(works, "2026-05-01");
  EXPECT_EQ(progress.all.planned, 25);
  EXPECT_EQ(progress.all.moved, 13);
  EXPECT_EQ(progress.overdue, (std::vector<std::size_t>{0}));
  EXPECT_EQ(progress.doubtful, (std::vector<std::size_t>{2}));
  ASSERT_EQ(progress.counties.size(), 2u);
  EXPECT_EQ(progress.counties[0].planned + progress.counties[1].planned, progress.all.planned);
}

TEST(Patrols, SeasonAndWarningDecide) {
  const PatrolRule rules[] = {
      {0, 0, 0, 360, "U", ""}, {1, 3, 5, 168, "U", ""}, {2, 6, 9, 120, "U", ""}, {5, 0, 0, 8, "U", ""}};
  EXPECT_EQ(patrolSeason(rules, 4), 1);
  EXPECT_EQ(patrolSeason(rules, 9), 2);
  EXPECT_EQ(patrolSeason(rules, 12), 0);
  const HazardPoint points[] = {point("1", {}), point("2", {}), point("3", {})};
  constexpr std::int64_t kNow = 1'780'000'000'000, kHour = 3'600'000;
  const std::map<std::string, std::int64_t> last{{"1", kNow - 100 * kHour}, {"2", kNow - 100 * kHour}};
  const RainLevel levels[] = {RainLevel::kNone, RainLevel::kOrange, RainLevel::kNone};
  const auto due = patrolsDue(points, rules, last, levels, kNow, 7);
  ASSERT_EQ(due.size(), 3u);
  EXPECT_TRUE(due[0].never);
  EXPECT_EQ(due[1].point, 1u);
  EXPECT_NEAR(due[1].late_h, 92, 1e-9);
  EXPECT_NEAR(due[2].late_h, -20, 1e-9);
  EXPECT_EQ(dayOf(1777593600000), "2026-05-01");
  EXPECT_EQ(dayOf(1777593600000 - 9 * kHour), "2026-04-30");
}

CardSource source() {
  CardSource source;
  source.points = {point("140431020001", {112.3, 36.5})};
  source.points[0].name = "坡底村崩塌隐患点";
  source.households = {
      {"140431020001", "140431101001", "王建国", 3, "", "100200000009", "", "", "坡脚", "", "", "", "", ""}};
  source.responsible = {{"140431101001", 1, {"赵", "村党支部书记", "1"}, ""},
                        {"140431101001", 10, {"钱", "群测群防员", "2"}, "u140431020001"},
                        {"140431101000", 6, {"孙", "武装部长", "3"}, ""},
                        {"140431101001", 6, {"李", "民兵连长", "4"}, ""}};
  source.divisions = {{"140431000000", "沁源县"}, {"140431101000", "沁河镇"}, {"140431101001", "坡底村"}};
  source.name_of = [](const std::string& table, const std::string& code) { return table + code; };
  source.county_word = "自然资源局";
  return source;
}

std::string valueOf(const Card& card, CardKey key) {
  for (const CardLine& line : card.lines)
    if (line.key == key) return line.text;
  return "-";
}

TEST(Cards, AreFilledFromWhoHoldsTheOffice) {
  const CardSource from = source();
  const std::size_t all[] = {0};
  const auto cards = cardsOf(from, all, CardKind::kWork);
  ASSERT_EQ(cards.size(), 1u);
  EXPECT_EQ(valueOf(cards[0], CardKey::kMonitor), "钱（群测群防员） 2");
  EXPECT_EQ(valueOf(cards[0], CardKey::kRescueLead), "孙（武装部长） 3");
  EXPECT_EQ(valueOf(cards[0], CardKey::kSecurityLead), "李（民兵连长） 4");
  EXPECT_EQ(valueOf(cards[0], CardKey::kLocation), "沁源县沁河镇坡底村");
  EXPECT_EQ(valueOf(cards[0], CardKey::kIssuedBy), "沁源县自然资源局");
  EXPECT_NE(std::ranges::find(cards[0].blanks, CardKey::kCriterion), cards[0].blanks.end());
  EXPECT_EQ(std::ranges::find(cards[0].blanks, CardKey::kMonitor), cards[0].blanks.end());
  EXPECT_NE(cards[0].code_text.find("geo:36.500000,112.300000"), std::string::npos);
  const auto refuge = cardsOf(from, all, CardKind::kRefuge);
  ASSERT_EQ(refuge.size(), 1u);
  EXPECT_EQ(refuge[0].holder, "王建国");
  EXPECT_EQ(valueOf(refuge[0], CardKey::kShelterPhone), "4");
}

TEST(Cards, ThePlanComesFirst) {
  CardSource from = source();
  HazardPlan plan;
  plan.hazard_code = "140431020001", plan.criterion = "立即撤离";
  plan.rescue = {"周", "", "5"};
  from.plans[plan.hazard_code] = plan;
  const std::size_t all[] = {0};
  const auto card = cardsOf(from, all, CardKind::kWork).front();
  EXPECT_EQ(valueOf(card, CardKey::kRescueLead), "周 5");
  EXPECT_EQ(valueOf(card, CardKey::kCriterion), "立即撤离");
}

TEST(Cards, ScopesFindTheirPoints) {
  const CardSource from = source();
  EXPECT_TRUE(pointsFor(from, CardScope::kPoint, "140431020001").has_value());
  EXPECT_TRUE(pointsFor(from, CardScope::kVillage, "140431101001").has_value());
  EXPECT_TRUE(pointsFor(from, CardScope::kCounty, "140431000000").has_value());
  EXPECT_EQ(pointsFor(from, CardScope::kCounty, "140425").error().code, ErrorCode::kUnknownName);
  EXPECT_EQ(pointsFor(from, CardScope::kCounty, "1").error().code, ErrorCode::kUnknownName);
}

}  // namespace
}  // namespace gis::geology
