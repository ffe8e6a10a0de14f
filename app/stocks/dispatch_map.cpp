// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/dispatch_map.h"

#include <map>

#include "app/core/map_document.h"

namespace app {
namespace {

const QString kDispatchLayerId = QStringLiteral("stocks-dispatch");

void addPlan(const PlannedDispatch& planned, int chosen, layers::DispatchDrawing& drawing) {
  using Served = layers::DispatchDrawing::Served;
  std::vector<bool> stands_out(planned.plan.ways.size(), false);
  for (const gis::dispatch::Shipment& one : planned.plan.shipments)
    if (static_cast<int>(one.request) == chosen) stands_out[one.way] = true;
  for (std::size_t w = 0; w < planned.plan.ways.size(); ++w)
    drawing.ways.push_back({planned.plan.ways[w].route.line, stands_out[w]});
  std::map<std::pair<double, double>, std::size_t> known;  // several items of a place are one sign: the worst of them
  for (const gis::dispatch::RequestAnswer& answer : planned.plan.answers) {
    const gis::dispatch::Request& request = planned.task().requests[answer.request];
    const Served served = answer.short_by == 0 ? Served::kWhole : answer.sent > 0 ? Served::kPart : Served::kNothing;
    const auto [at, added] = known.emplace(std::pair(request.at.x_m, request.at.y_m), drawing.places.size());
    if (added) drawing.places.push_back({request.at, QString::fromStdString(request.place), served, false});
    layers::DispatchDrawing::Place& place = drawing.places[at->second];
    if (place.served != served) place.served = Served::kPart;
    place.chosen |= static_cast<int>(answer.request) == chosen;
  }
}

}  // namespace

layers::DispatchDrawing dispatchDrawing(const PlannedDispatch* planned,
                                        const std::vector<gis::sending::ClosedPlace>& closed, int chosen,
                                        const DispatchReach* reach,
                                        const std::function<std::optional<gis::MapXY>(gis::LonLat)>& to_map) {
  layers::DispatchDrawing drawing;
  if (planned) addPlan(*planned, chosen, drawing);
  for (const gis::sending::ClosedPlace& place : closed) {
    if (!place.counts) continue;
    for (const gis::FootprintClass& part : place.footprint.classes)
      for (const gis::FootprintShape& shape : part.shapes) {
        layers::DispatchDrawing::Closed one;
        one.reach_m = shape.kind == gis::ShapeKind::kReach ? shape.reach_m : 0;
        for (const auto& line : shape.lines) {
          std::vector<gis::MapXY> points;
          for (const gis::LonLat& p : line)
            if (const auto at = to_map(p)) points.push_back(*at);
          if (!points.empty()) one.parts.push_back(std::move(points));
        }
        drawing.closed.push_back(std::move(one));
      }
  }
  if (reach) drawing.asked = reach->at;
  return drawing;
}

void showDispatchLayer(MapDocument& document, layers::DispatchDrawing drawing) {
  auto state = std::make_shared<const layers::DispatchLayer>(std::move(drawing));
  const bool empty = state->extent().empty();
  if (document.find(kDispatchLayerId) != nullptr) {
    if (empty) return document.removeLayer(kDispatchLayerId);
    return document.setState(kDispatchLayerId, std::move(state));
  }
  if (empty) return;
  MapLayer layer;
  layer.id = kDispatchLayerId;
  layer.room = QStringLiteral("stocks");
  layer.group = QStringLiteral("capacity");
  layer.title = {QStringLiteral("物资调拨方案"), QStringLiteral("Dispatch plan")};
  layer.origin = LayerOrigin::kPlotting;
  layer.state = std::move(state);
  layer.load = LoadState::kReady;
  document.addLayer(std::move(layer));
}

}  // namespace app
