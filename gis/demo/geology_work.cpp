// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <optional>

#include "gis/demo/people_names.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

constexpr std::int64_t kWorkPresentUtcMs = 1777593600000;  // 2026-05-01T00:00:00Z, as all of the demo
constexpr std::int64_t kWorkHourMs = 3'600'000;
constexpr std::size_t kMostHouses = 30;  // of one point

bool isMiningType(const std::string& type) { return type == "04" || type == "05"; }

// What the people at a point watch for, by its type.
const char* signsOf(const std::string& type) {
  if (type == "01") return "后缘裂缝变宽、前缘鼓胀、泉水变浑或断流、树木歪斜";
  if (type == "02") return "危岩裂缝加宽、小块落石频繁、岩体有撕裂声";
  if (type == "03") return "沟水突然变浑或断流、上游有轰鸣声、主沟被堵";
  if (type == "04") return "地面出现新裂缝或下沉、墙体开裂、井水位骤降";
  if (type == "05") return "裂缝加宽加长、墙体错开、门窗变形";
  return "坡面裂缝、坡脚渗水、挡墙鼓胀";
}
const char* criterionOf(const std::string& type) {
  if (type == "03") return "1小时雨量达30毫米或沟水突然变浑、断流，立即撤离";
  if (isMiningType(type)) return "裂缝一日加宽超过5毫米或地面出现下沉，立即撤离";
  return "裂缝一日加宽超过10毫米、落石不断或24小时雨量达50毫米，立即撤离";
}

Result<void> writePlans(DemoBuild& build) {
  Random random = build.random(0x706c616e);
  NameMaker names(build.random(0x706c616f));
  PhoneMaker phones(build.city.options.seed * 7919 + 5304242);
  std::vector<const GeologyPoint*> with;
  for (const GeologyPoint& p : build.geology_points)
    if (random.chance(0.88)) with.push_back(&p);
  return build.out.fill(
      "geohazard_plan",
      {"hazard_code", "location", "signs", "method", "criterion", "route", "alarm", "order_name", "order_phone",
       "medical_name", "medical_phone", "issued_by", "issued_phone", "issued_on"},
      with.size(), nullptr, [&](std::size_t i, Row& row) {
        const GeologyPoint& p = *with[i];
        const std::string place = build.placeName(p.village), county = build.countyName(p.village);
        const bool whole = random.chance(0.8);
        constexpr const char* kSides[] = {"村北", "村东", "村西", "村南", "村后"};
        const std::string side = kSides[random.below(5)];
        const int alarm = random.chance(0.5) ? 6 : random.chance(0.6) ? 4 : 5;
        const std::string leader = whole && random.chance(0.3) ? names.next() : std::string();
        row.set(p.code, fmt::format("{}{}{}", county, place, side), signsOf(p.type),
                isMiningType(p.type) ? "埋桩法、贴片法，裂缝量测" : "巡查、贴片法，雨量观测", criterionOf(p.type),
                whole ? fmt::format("沿{}主街向{}撤离，避开沟道和陡坡", place, side == "村北" ? "村南" : "村北")
                      : std::string(),
                alarm, leader, leader.empty() ? std::string() : phones.next(),
                whole ? build.townStem(p.village) + "卫生院" : std::string(), whole ? phones.next() : std::string(),
                county + "自然资源局", phones.next(),
                fmt::format("2026-{:02}-{:02}", 2 + random.below(3), 1 + random.below(28)));
      });
}

Result<void> writeHouseholds(DemoBuild& build) {
  struct House {
    const GeologyPoint* point;
    MapXY at;
  };
  Random random = build.random(0x686f7573);
  NameMaker names(build.random(0x686f7574));
  PhoneMaker phones(build.city.options.seed * 7919 + 5504242);
  std::vector<House> houses;
  for (const GeologyPoint& p : build.geology_points)
    for (std::size_t n = 0; n < std::min<std::size_t>(kMostHouses, static_cast<std::size_t>(p.households)); ++n)
      houses.push_back({&p, {p.at.x_m + random.uniform(-90, 90), p.at.y_m + random.uniform(-90, 90)}});
  Shapes places(GeometryKind::kPoint);
  for (const House& house : houses) places.addPoint(house.at);
  return build.out.fill(
      "geohazard_household",
      {"hazard_code", "division_code", "head", "people", "members", "phone", "house", "address", "position", "notes",
       "shelter", "shelter_lead", "shelter_phone"},
      houses.size(), &places, [&](std::size_t i, Row& row) {
        const GeologyPoint& p = *houses[i].point;
        const int people = 1 + static_cast<int>(random.below(6));
        const std::string head = names.next();
        std::string members = fmt::format("{} 男 {}", head, 1948 + random.below(45));
        for (int n = 1; n < people; ++n)
          members += fmt::format("\n{} {} {}", names.next(), random.chance(0.5) ? "女" : "男", 1946 + random.below(78));
        constexpr const char* kHouses[] = {"砖混二层", "砖木平房", "土窑洞", "砖窑洞", "土木平房"};
        constexpr const char* kWhere[] = {"坡脚", "坡上", "沟口", "塌陷区边缘", "崖下"};
        const std::string place = build.placeName(p.village);
        row.set(p.code, build.division(p.village).code, head, people, members,
                random.chance(0.93) ? phones.next() : std::string(), kHouses[random.below(5)],
                fmt::format("{}{}组{}号", place, 1 + random.below(8), 1 + random.below(60)), kWhere[random.below(5)],
                "雨天夜间不住靠坡房间；听到信号立即撤离，不返回取物", place + "文化广场", names.next(), phones.next());
      });
}

Result<void> writeRelocation(DemoBuild& build) {
  Random random = build.random(0x72656c6f);
  NameMaker names(build.random(0x72656c70));
  PhoneMaker phones(build.city.options.seed * 7919 + 5804242);
  std::vector<const GeologyPoint*> chosen;
  for (const GeologyPoint& p : build.geology_points)
    if (p.households >= 3 && (p.grade != "D" || p.stability == 3)) chosen.push_back(&p);
  const auto wanted = static_cast<std::size_t>(build.scaled(64, 8));
  std::vector<const GeologyPoint*> works;
  for (std::size_t i = 0; i < chosen.size() && works.size() < wanted;
       i += std::max<std::size_t>(1, chosen.size() / wanted))
    works.push_back(chosen[i]);
  Shapes places(GeometryKind::kPoint);
  for (const GeologyPoint* p : works) places.addPoint(build.division(p->village).seat);
  return build.out.fill(
      "relocation_work",
      {"name", "division_code", "hazard_code", "kind", "planned_households", "contracted_households",
       "built_households", "moved_households", "razed_households", "funds_planned_yuan", "funds_arrived_yuan",
       "funds_paid_yuan", "owner", "phone", "started_on", "due_on", "finished_on"},
      works.size(), &places, [&](std::size_t i, Row& row) {
        const GeologyPoint& p = *works[i];
        const int kind = random.chance(0.55) ? 1 : random.chance(0.6) ? 2 : 3;
        const int planned = p.households;
        const double stage = random.uniform(0, 1.25);
        const auto part = [&](double lag) {
          return static_cast<int>(std::floor(planned * std::clamp((stage - lag) * 1.6, 0.0, 1.0) + 0.001));
        };
        const int contracted = part(0), built = kind == 3 ? 0 : std::min(contracted, part(0.25));
        const int moved = std::min(kind == 3 ? contracted : built, part(0.45)), razed = std::min(moved, part(0.6));
        const double funds = planned * random.uniform(9, 16) * 1e4;
        const double arrived = std::round(funds * std::clamp(stage, 0.2, 1.0));
        const double paid = std::round(arrived * std::clamp(stage - 0.1, 0.1, 0.95));
        const int due_year = random.chance(0.42) ? 2025 : 2026;
        const bool done = moved == planned;
        row.set(build.placeName(p.village) + "地质灾害避险搬迁工程", build.division(p.village).code, p.code, kind,
                planned, contracted, built, moved, razed, std::round(funds), arrived, paid, names.next(), phones.next(),
                fmt::format("{}-{:02}-01", due_year - 1, 3 + random.below(7)),
                fmt::format("{}-{:02}-{:02}", due_year, due_year == 2025 ? 9 + random.below(4) : 4 + random.below(8),
                            due_year == 2025 ? 30 : 28),
                done ? std::optional<std::string>(
                           fmt::format("2026-{:02}-{:02}", 1 + random.below(4), 1 + random.below(28)))
                     : std::nullopt);
      });
}

Result<void> writePatrols(DemoBuild& build) {
  struct Patrol {
    const GeologyPoint* point;
    std::int64_t utc_ms;
  };
  Random random = build.random(0x706174);
  NameMaker names(build.random(0x706175));
  std::vector<Patrol> patrols;
  for (const GeologyPoint& p : build.geology_points) {
    if (random.chance(0.03)) continue;  // nobody has been there
    std::int64_t at =
        kWorkPresentUtcMs - static_cast<std::int64_t>(random.uniform(4, random.chance(0.14) ? 480 : 150)) * kWorkHourMs;
    for (int n = 0; n < 3; ++n) {
      patrols.push_back({&p, at});
      at -= static_cast<std::int64_t>(random.uniform(120, 190)) * kWorkHourMs;
    }
  }
  Shapes places(GeometryKind::kPoint);
  for (const Patrol& patrol : patrols) places.addPoint(patrol.point->at);
  return build.out.fill("geohazard_patrol",
                        {"hazard_code", "patrolled_utc", "patroller", "season", "changed", "findings"}, patrols.size(),
                        &places, [&](std::size_t i, Row& row) {
                          const bool changed = random.chance(0.05);
                          row.set(patrols[i].point->code, formatUtc(patrols[i].utc_ms), names.next(), 1,
                                  changed ? 1 : 0, changed ? "裂缝较上次略有加宽，已加密巡查" : "无明显变化");
                        });
}

}  // namespace

Result<void> writeGeologyWork(DemoBuild& build) {
  for (const auto part : {writePlans, writeHouseholds, writeRelocation, writePatrols})
    if (auto done = part(build); !done) return done;
  return {};
}

}  // namespace gis::demo
