// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/evacuation/evacuation_map.h"

#include <algorithm>

namespace app {

using layers::EvacuatedState;

namespace {
constexpr QSize kPicture_px(640, 400);  // on paper as wide as the text, twice as fine
constexpr double kLeastMargin_m = 500;
}  // namespace

std::vector<layers::ClosedRoadMark> closedMarks(const std::vector<gis::NamedClosure>& closures) {
  std::vector<layers::ClosedRoadMark> marks;
  for (const gis::NamedClosure& one : closures)
    marks.push_back(
        {one.closure.parts, one.closure.kind == gis::GeometryKind::kPolygon, QString::fromStdString(one.name)});
  return marks;
}

std::vector<layers::ClosedRoadMark> orderedMarks(const std::vector<gis::evacuation::OrderedClosure>& closures,
                                                 const ToMapXy& to_map) {
  std::vector<layers::ClosedRoadMark> marks;
  for (const gis::evacuation::OrderedClosure& one : closures) {
    layers::ClosedRoadMark mark{{}, one.kind == gis::GeometryKind::kPolygon, QString::fromStdString(one.name)};
    for (const std::vector<gis::LonLat>& part : one.parts) {
      std::vector<gis::MapXY> line;
      for (const gis::LonLat where : part)
        if (const auto at = to_map(where)) line.push_back(*at);
      if (!line.empty()) mark.parts.push_back(std::move(line));
    }
    if (!mark.parts.empty()) marks.push_back(std::move(mark));
  }
  return marks;
}

std::shared_ptr<const layers::EvacuationLayer> planLayer(const PlanShown& shown) {
  const auto& [task, plan, closures, in_degrees, ways, vehicle, villages_ms, roads_ms, plan_ms] = shown.made;
  std::vector<std::int64_t> left(task.villages.size(), 0), used(task.shelters.size(), 0);
  for (const auto& row : plan.left) left[row.village] += row.people;
  std::int64_t most = 1;
  for (const auto& row : plan.rows) used[row.shelter] += row.people, most = std::max(most, row.people);
  std::vector<layers::EvacuatedVillage> villages;
  for (std::size_t v = 0; v < task.villages.size(); ++v)
    if (task.villages[v].at)
      villages.push_back({*task.villages[v].at, QString::fromStdString(task.villages[v].name),
                          left[v] > 0 ? EvacuatedState::kNoPlace : EvacuatedState::kWaiting,
                          static_cast<long long>(left[v] > 0 ? left[v] : task.villages[v].people)});
  std::vector<layers::ShelterMark> shelters;
  for (std::size_t s = 0; s < task.shelters.size(); ++s) {
    const auto& shelter = task.shelters[s];
    if (used[s] == 0 && shelter.taken == 0 && !shelter.in_hazard) continue;
    shelters.push_back({shelter.at, QString::fromStdString(shelter.name),
                        static_cast<double>(used[s] + shelter.taken) /
                            static_cast<double>(std::max<std::int64_t>(1, shelter.capacity)),
                        shelter.in_hazard});
  }
  std::vector<layers::EvacuationWay> lines;
  for (std::size_t r = 0; r < std::min(ways.size(), plan.rows.size()); ++r)
    lines.push_back({ways[r], static_cast<double>(plan.rows[r].people) / static_cast<double>(most)});
  return std::make_shared<const layers::EvacuationLayer>(std::move(villages), std::move(shelters), std::move(lines),
                                                         closedMarks(closures));
}

std::shared_ptr<const layers::EvacuationLayer> evacuationLayer(const EvacuationRow& row, const ToMapXy& to_map) {
  const gis::evacuation::OrderedPlan& plan = row.order.plan;
  std::vector<std::int64_t> placed(plan.villages.size(), 0);
  for (const auto& one : plan.rows) placed[one.village] += one.people;
  std::vector<layers::EvacuatedVillage> villages;
  for (std::size_t v = 0; v < plan.villages.size(); ++v) {
    const auto at = to_map(plan.villages[v].where);
    if (!at) continue;
    const auto& standing = row.standing.villages[v];
    const bool safe = standing.residual() == 0 && standing.onTheWay() == 0;
    const EvacuatedState state = safe                                              ? EvacuatedState::kSafe
                                 : standing.moved > 0                              ? EvacuatedState::kMoving
                                 : placed[v] + standing.refused < standing.to_move ? EvacuatedState::kNoPlace
                                                                                   : EvacuatedState::kWaiting;
    villages.push_back(
        {*at, QString::fromStdString(plan.villages[v].name), state, static_cast<long long>(standing.residual())});
  }
  const auto expected = gis::evacuation::expectedByShelter(plan, row.standing);
  const auto arrived = row.standing.arrivedByShelter();
  std::vector<layers::ShelterMark> shelters;
  for (const auto& shelter : plan.shelters) {
    const auto due = expected.find(shelter.uuid), there = arrived.find(shelter.uuid);
    const auto at = to_map(shelter.where);
    if (!at || (due == expected.end() && there == arrived.end())) continue;
    shelters.push_back({*at, QString::fromStdString(shelter.name),
                        static_cast<double>(there == arrived.end() ? 0 : there->second) /
                            static_cast<double>(std::max<std::int64_t>(1, shelter.capacity)),
                        false});
  }
  return std::make_shared<const layers::EvacuationLayer>(std::move(villages), std::move(shelters),
                                                         std::vector<layers::EvacuationWay>(),
                                                         orderedMarks(plan.closures, to_map));
}

QImage evacuationPicture(layers::FrameRequest map, std::shared_ptr<const layers::EvacuationLayer> layer,
                         const gis::CancelToken& cancel) {
  gis::MapBox box = layer->extent();
  if (box.empty()) return {};
  const double margin_m =
      std::max(kLeastMargin_m, 0.08 * std::max(box.max_x_m - box.min_x_m, box.max_y_m - box.min_y_m));
  box = {box.min_x_m - margin_m, box.min_y_m - margin_m, box.max_x_m + margin_m, box.max_y_m + margin_m};
  map.theme = layers::Theme::kLight;
  map.layers.push_back({std::move(layer), 1});
  QImage picture = layers::paintFrame(
      map, layers::snapped(layers::fitted(box, kPicture_px.width(), kPicture_px.height(), 2)), cancel);
  picture.setDevicePixelRatio(1);  // a document knows of no other
  return picture;
}

}  // namespace app
