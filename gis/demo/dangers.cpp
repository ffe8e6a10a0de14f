// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "gis/demo/people_names.h"
#include "gis/demo/writer_build.h"

namespace gis::demo {
namespace {

constexpr std::int64_t kPresentUtcMs = 1777593600000;  // 2026-05-01T00:00:00Z, as all of the demo
constexpr std::int64_t kDayMs = 86'400'000, kBeijingMs = 8 * 3'600'000;

struct Kind {
  const char* title;
  const char* words;
};
constexpr std::array<Kind, 8> kFire{{{"林缘秸秆堆放", "林缘50米内堆放秸秆，未清运"},
                                     {"坟地祭祀用火点无隔离", "坟头周边可燃物未清除，无隔离带"},
                                     {"输电线路通道可燃物", "线路下方杂灌高度超限，易放电起火"},
                                     {"防火隔离带杂草返青失效", "隔离带草高超过30厘米，失去阻隔作用"},
                                     {"林区施工用火未审批", "施工点有焊割作业，无用火审批和看守"},
                                     {"防火检查站无人值守", "重点时段检查站无人，扫码登记中断"},
                                     {"防火道路塌方中断", "消防车不能通行，需绕行"},
                                     {"蓄水池无水", "以水灭火蓄水池见底，水泵损坏"}}};
constexpr std::array<Kind, 7> kGeology{{{"隐患点裂缝加宽", "后缘裂缝较上月加宽，未加密监测"},
                                        {"切坡建房", "未经许可开挖坡脚，形成陡坎"},
                                        {"警示牌损毁", "警示牌和撤离路线牌倒伏"},
                                        {"排水沟堵塞", "截排水沟淤满，雨水漫坡"},
                                        {"监测设备离线", "裂缝计连续7日无数据"},
                                        {"撤离路线被占", "撤离通道堆放建材"},
                                        {"采空区地面下沉", "新增地面裂缝，房屋墙体开裂"}}};
constexpr std::array<Kind, 7> kFlood{{{"河道违建阻水", "河道内搭建棚舍，束窄行洪断面"},
                                      {"水库溢洪道淤积", "溢洪道淤积杂物，过流能力不足"},
                                      {"淤地坝坝体裂缝", "坝顶纵向裂缝，雨季前需处理"},
                                      {"涵洞堵塞", "公路涵洞被弃渣堵塞"},
                                      {"预警广播故障", "村级预警广播无声"},
                                      {"沿河村落无转移路线图", "转移路线图未上墙，责任人不清"},
                                      {"尾矿库排洪井封堵", "排洪井盖板缺失，淤堵"}}};
constexpr std::array<Kind, 4> kSeismic{{{"学校校舍未加固", "砌体校舍未达设防烈度，未列入加固计划"},
                                        {"避难场所被占用", "应急避难场地停放车辆，设施锈蚀"},
                                        {"农房土坯危房", "住人土坯房墙体开裂"},
                                        {"应急物资过期", "帐篷、照明超过保质期"}}};

std::string dangerDayText(std::int64_t utc_ms) {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::sys_time(std::chrono::milliseconds(utc_ms + kBeijingMs)))};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

// The deadlines of migration "danger", days by state, ordinary and major.
int withinDays(const char* hazard, int level, int state) {
  constexpr int kOrdinary[] = {0, 3, 7, 30, 30, 7}, kMajor[] = {0, 1, 3, 7, 90, 7};
  if (std::string_view(hazard) == "fire" && level == 1 && state == 3) return 10;
  if (std::string_view(hazard) == "fire" && level == 2 && state == 4) return 30;
  return (level == 2 ? kMajor : kOrdinary)[state];
}

struct Happened {
  const char* kind;
  int state;
  std::int64_t utc_ms;
  std::string words, to_unit;
  std::optional<std::string> due_on;
};

struct Danger {
  std::string uuid, title, words;
  const char* hazard;
  int level, village;
  MapXY at;
  std::string object_uuid;
  std::vector<Happened> happened;
};

// What happened to it until now: each step takes about as long as it may, some longer.
void live(Danger& danger, int until, std::int64_t found_utc_ms, const std::string& county, Random& random) {
  std::int64_t at = found_utc_ms;
  const auto due = [&](int state) {
    return state == 6 ? std::nullopt
                      : std::optional(dangerDayText(at + withinDays(danger.hazard, danger.level, state) * kDayMs));
  };
  const std::string unit = county + (std::string_view(danger.hazard) == "fire"      ? "林业局"
                                     : std::string_view(danger.hazard) == "geology" ? "自然资源局"
                                     : std::string_view(danger.hazard) == "flood"   ? "水利局"
                                                                                    : "应急管理局");
  danger.happened.push_back({"found", 1, at, danger.words, {}, due(1)});
  int state = 1;
  while (state < until) {
    const int within = withinDays(danger.hazard, danger.level, state);
    at += static_cast<std::int64_t>(random.uniform(0.25, random.chance(0.2) ? 1.5 : 0.9) * within *
                                    static_cast<double>(kDayMs));
    if (at >= kPresentUtcMs) return;
    if (state == 5 && random.chance(0.12)) {
      state = 4;
      danger.happened.push_back({"back", 4, at, "验收发现整改不到位，退回重新整改", unit, due(4)});
      continue;
    }
    state = state == 3 && danger.level == 1 && random.chance(0.6) ? 5 : state + 1;
    constexpr const char* kWords[] = {"",
                                      "",
                                      "移交责任单位整改",
                                      "在公示栏和政务网公示",
                                      "挂牌督办，限期整改",
                                      "整改完成，现场验收合格",
                                      "资料归档，予以销号"};
    danger.happened.push_back({"forward", state, at, kWords[state], state == 2 ? unit : std::string(), due(state)});
  }
}

template <std::size_t N>
void make(DemoBuild& build, std::vector<Danger>& dangers, const char* hazard, const std::array<Kind, N>& kinds,
          const std::vector<int>& villages, int count, Random& random) {
  for (int i = 0; i < count && !villages.empty(); ++i) {
    const Kind& kind = kinds[random.below(static_cast<std::uint32_t>(N))];
    Danger danger;
    danger.village = villages[random.below(static_cast<std::uint32_t>(villages.size()))];
    danger.hazard = hazard;
    danger.level = random.chance(0.14) ? 2 : 1;
    danger.title = build.placeName(danger.village) + kind.title;
    danger.words = kind.words;
    const MapXY seat = build.division(danger.village).seat;
    danger.at = {seat.x_m + random.uniform(-350, 350), seat.y_m + random.uniform(-350, 350)};
    danger.uuid = build.out.nextUuid();
    const int until = random.chance(0.34) ? 6 : 1 + static_cast<int>(random.below(5));
    const auto found = kPresentUtcMs -
                       static_cast<std::int64_t>(random.uniform(1, until == 6 ? 170 : 20.0 + 22 * until)) * kDayMs -
                       static_cast<std::int64_t>(random.uniform(0, 9) * 3.6e6);
    live(danger, until, found, build.countyName(danger.village), random);
    dangers.push_back(std::move(danger));
  }
}

}  // namespace

Result<void> writeDangers(DemoBuild& build) {
  Random random = build.random(0x64616e67);
  NameMaker names(build.random(0x64616e68));
  PhoneMaker phones(build.city.options.seed * 7919 + 6104242);
  std::vector<int> forest(build.forest_villages.begin(),
                          build.forest_villages.begin() +
                              static_cast<std::ptrdiff_t>(std::min<std::size_t>(build.forest_villages.size(), 400)));
  if (forest.empty()) forest = build.land.villages();
  std::vector<int> slopes;
  for (const GeologyPoint& p : build.geology_points) slopes.push_back(p.village);
  std::vector<Danger> dangers;
  make(build, dangers, "fire", kFire, forest, build.scaled(96, 10), random);
  make(build, dangers, "geology", kGeology, slopes, build.scaled(74, 8), random);
  make(build, dangers, "flood", kFlood, build.land.villages(), build.scaled(66, 8), random);
  make(build, dangers, "seismic", kSeismic, build.land.villages(), build.scaled(28, 4), random);
  Shapes places(GeometryKind::kPoint);
  for (const Danger& danger : dangers) places.addPoint(danger.at);
  auto done = build.out.fill(
      "danger_item",
      {"danger_no", "hazard", "level", "title", "description", "division_code", "place", "found_on", "found_by",
       "owner", "owner_unit", "owner_phone", "state", "due_on", "closed_on"},
      dangers.size(), &places, [&](std::size_t i, Row& row) {
        const Danger& danger = dangers[i];
        const Happened& last = danger.happened.back();
        const std::string code = build.division(danger.village).code;
        std::string day = dangerDayText(danger.happened.front().utc_ms);
        const std::string found = day;
        std::erase(day, '-');
        const bool owned = random.chance(0.94);
        row.uuid = danger.uuid;
        row.set(fmt::format("YH{}{}{:04}", code.substr(0, 6), day, i + 1), danger.hazard, danger.level, danger.title,
                danger.words, code, build.placeName(danger.village), found, names.next(),
                owned ? names.next() : std::string(), build.countyName(danger.village) + build.townStem(danger.village),
                owned ? phones.next() : std::string(), last.state, last.due_on,
                last.state == 6 ? std::optional(dangerDayText(last.utc_ms)) : std::nullopt);
      });
  if (!done) return done;
  std::vector<std::pair<const Danger*, const Happened*>> events;
  for (const Danger& danger : dangers)
    for (const Happened& happened : danger.happened) events.emplace_back(&danger, &happened);
  return build.out.fill("danger_event",
                        {"danger_uuid", "kind", "state", "at_utc_ms", "author", "to_unit", "words", "due_on"},
                        events.size(), nullptr, [&](std::size_t i, Row& row) {
                          const auto& [danger, happened] = events[i];
                          row.set(danger->uuid, happened->kind, happened->state, happened->utc_ms, names.next(),
                                  happened->to_unit, happened->words, happened->due_on);
                        });
}

}  // namespace gis::demo
