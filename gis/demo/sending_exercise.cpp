// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/sending_exercise.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <nlohmann/json.hpp>

#include "gis/core/clock.h"
#include "gis/core/random.h"

namespace gis::demo {
namespace {

using Json = nlohmann::ordered_json;

constexpr double kFloodReach_m = 250, kBridgeNear_m = 300, kShortReach_m = 1500;
constexpr int kExercisePlaces = 10, kNeedsAPlace = 3;
constexpr std::int64_t kExerciseHour_ms = 3'600'000;

struct ExerciseItem {
  const char* name;
  double per_person;
};
// What a place that takes people in asks for, in the order of its asking.
constexpr ExerciseItem kExerciseItems[] = {{"棉被", 1.0},   {"方便食品", 6.0},     {"瓶装饮用水", 6.0},
                                           {"折叠床", 0.5}, {"12 m² 单帐篷", 0.2}, {"毛毯", 1.0},
                                           {"雨衣", 0.6},   {"防潮垫", 0.8}};

double near_m(const std::vector<MapXY>& line, MapXY p) {
  double nearest_m = 1e12;
  for (const MapXY& at : line) nearest_m = std::min(nearest_m, std::hypot(at.x_m - p.x_m, at.y_m - p.y_m));
  return nearest_m;
}

int bridgesOver(const City& city, const RiverReach& reach) {
  int bridges = 0;
  for (const RoadPiece& road : city.roads)
    bridges += road.bridge && near_m(reach.line, road.line[road.line.size() / 2]) < kBridgeNear_m;
  return bridges;
}

// The reach with most bridges, the greater river of equals.
const RiverReach* floodedReach(const City& city) {
  const RiverReach* best = nullptr;
  int most = -1;
  for (const RiverReach& reach : city.reaches) {
    if (reach.length_m < kShortReach_m || reach.strahler < 3) continue;
    const int bridges = bridgesOver(city, reach);
    if (bridges > most || (bridges == most && reach.upstream_km2 > best->upstream_km2)) best = &reach, most = bridges;
  }
  return best != nullptr || city.reaches.empty() ? best : &city.reaches.front();
}

std::vector<const Division*> villagesAlong(const City& city, const RiverReach& reach) {
  std::vector<std::pair<double, const Division*>> by_way_m;
  for (const Division& division : city.divisions)
    if (division.level == 5) by_way_m.emplace_back(near_m(reach.line, division.seat), &division);
  std::ranges::stable_sort(by_way_m, {}, &std::pair<double, const Division*>::first);
  std::vector<const Division*> villages;
  for (const auto& [way_m, village] : by_way_m)
    if (way_m > 2 * kFloodReach_m && villages.size() < kExercisePlaces) villages.push_back(village);
  return villages;
}

Result<void> writeText(const std::filesystem::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text << '\n';
  out.flush();
  if (!out) return fail(ErrorCode::kIoFailed, file.string());
  return {};
}

}  // namespace

Result<void> writeSendingExercise(const std::filesystem::path& folder, const City& city, const Projector& to_degrees,
                                  std::uint64_t seed, std::int64_t now_utc_ms) {
  const RiverReach* flooded = floodedReach(city);
  if (flooded == nullptr) return {};
  const auto degrees = [&](MapXY p) -> Json {
    const auto at = to_degrees.forward({p.x_m, p.y_m});
    if (!at) return nullptr;
    return Json::array({std::round(at->x * 1e6) / 1e6, std::round(at->y * 1e6) / 1e6});
  };
  std::error_code failed;
  std::filesystem::create_directories(folder / "dispatch", failed);
  Json line = Json::array();
  for (const MapXY& p : flooded->line)
    if (Json at = degrees(p); !at.is_null()) line.push_back(std::move(at));
  const std::string river = flooded->name.empty() ? "河道" : flooded->name;
  const Json flood{{"type", "FeatureCollection"},
                   {"features",
                    {{{"type", "Feature"},
                      {"properties", {{"name", river + "洪水淹没范围（演示）"}, {"reach_m", kFloodReach_m}}},
                      {"geometry", {{"type", "LineString"}, {"coordinates", std::move(line)}}}}}}};
  if (auto done = writeText(folder / "dispatch" / "flood.geojson", flood.dump(1)); !done) return done;
  Random random(seed, 0x73656e64);
  Json requests = Json::array();
  for (const Division* village : villagesAlong(city, *flooded)) {
    const Json at = degrees(village->seat);
    if (at.is_null()) continue;
    const auto people = std::clamp<std::int64_t>(village->population / 20, 15, 150);
    const int priority = 1 + static_cast<int>(random.below(3));
    const std::int64_t due_utc_ms = now_utc_ms + (2 + random.below(5)) * kExerciseHour_ms;
    for (int i = 0; i < kNeedsAPlace; ++i) {
      const bool last = requests.size() + 1 == kExercisePlaces * kNeedsAPlace;
      const bool plenty = requests.size() == 1;
      const ExerciseItem& item = kExerciseItems[(random.below(2) + 3 * static_cast<std::size_t>(i)) % 8];
      const auto quantity = std::max<std::int64_t>(
          1, static_cast<std::int64_t>(std::ceil(static_cast<double>(people) * item.per_person)));
      requests.push_back({{"id", fmt::format("R{:02}", requests.size() + 1)},
                          {"place", village->name + "安置点（演示）"},
                          {"unit", village->name},
                          {"person", "村级灾害信息员（演示）"},
                          {"lon", at[0]},
                          {"lat", at[1]},
                          {"item", last ? "大型排水方舱（演示）" : item.name},
                          {"quantity", last     ? 1
                                       : plenty ? 200'000
                                                : quantity},
                          {"deadline", formatUtc(due_utc_ms)},
                          {"priority", priority}});
    }
  }
  return writeText(folder / "dispatch" / "requests.json", Json{{"requests", std::move(requests)}}.dump(1));
}

}  // namespace gis::demo
