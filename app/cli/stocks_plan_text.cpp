// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/stocks_plan_text.h"

#include <QCoreApplication>
#include <cmath>

#include "app/cli/edit_text.h"
#include "gis/core/clock.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace dispatch = gis::dispatch;

double planRounded(double value, double steps) { return std::round(value * steps) / steps; }
double planMinutes(std::int64_t ms) { return planRounded(static_cast<double>(ms) / 60000.0, 10); }
Json planMinutes(const std::optional<std::int64_t>& ms) { return ms ? Json(planMinutes(*ms)) : Json(nullptr); }

Json closureNames(const std::vector<std::size_t>& indexes, const std::vector<gis::NamedClosure>& closures) {
  auto names = Json::array();
  for (const std::size_t c : indexes) names.push_back(closures[c].name);
  return names;
}

Json noteJson(const dispatch::DispatchTask& task, const std::vector<gis::NamedClosure>& closures,
              const dispatch::DepotNote& note) {
  Json json = {{"depot", task.depots[note.depot].id},
               {"stand", dispatch::nameOf(note.stand)},
               {"usable", note.usable},
               {"sends", note.sends},
               {"drive_min", planMinutes(note.drive_ms)},
               {"open_drive_min", planMinutes(note.open_drive_ms)}};
  if (note.late_by_ms > 0) json["late_by_min"] = planMinutes(note.late_by_ms);
  if (!note.closures.empty()) json["closures"] = closureNames(note.closures, closures);
  for (const dispatch::GivenTo& given : note.given_to)
    json["given_to"].push_back({{"request", task.requests[given.request].id}, {"units", given.units}});
  return json;
}

Json answerJson(const dispatch::DispatchTask& task, const std::vector<gis::NamedClosure>& closures,
                const dispatch::RequestAnswer& answer) {
  const dispatch::Request& request = task.requests[answer.request];
  auto depots = Json::array();
  for (const dispatch::DepotNote& note : answer.depots) depots.push_back(noteJson(task, closures, note));
  return {{"id", request.id},
          {"place", request.place},
          {"item", request.item},
          {"priority", request.priority},
          {"deadline", request.deadline_utc_ms ? Json(gis::formatUtc(*request.deadline_utc_ms)) : Json(nullptr)},
          {"deadline_passed", answer.deadline_passed},
          {"asked", request.quantity},
          {"sent", answer.sent},
          {"late", answer.late},
          {"short", answer.short_by},
          {"short_reason", dispatch::nameOf(answer.short_reason)},
          {"depots", std::move(depots)}};
}

Json wayJson(const dispatch::DispatchTask& task, const dispatch::Way& way, const gis::Projector& to_map,
             WayGeometry geometry) {
  auto roads = Json::array();
  for (const gis::RouteStep& step : way.route.steps)
    roads.push_back({{"name", step.name},
                     {"road_class", step.road_class},
                     {"dist_m", planRounded(step.dist_m, 10)},
                     {"duration_s", planRounded(step.duration_s, 10)}});
  Json json = {{"depot", task.depots[way.depot].id},
               {"request", task.requests[way.request].id},
               {"dist_km", planRounded(way.route.dist_m / 1000, 1000)},
               {"road_min", planMinutes(std::int64_t{way.route.duration_ms})},
               {"off_road_m", planRounded(way.route.from.off_road_m + way.route.to.off_road_m, 10)},
               {"roads", std::move(roads)}};
  if (geometry == WayGeometry::kNone) return json;
  auto line = Json::array();
  for (const gis::MapXY& p : way.route.line)
    if (const auto back = to_map.inverse({p.x_m, p.y_m}))
      line.push_back(Json::array({planRounded(back->x, 1e7), planRounded(back->y, 1e7)}));
  json["geometry"] = {{"type", "LineString"}, {"coordinates", std::move(line)}};
  return json;
}

Json tripJson(const dispatch::DispatchTask& task, const dispatch::DispatchPlan& plan, const dispatch::Trip& trip) {
  auto loads = Json::array();
  for (const dispatch::LoadedUnits& load : trip.loads) {
    const dispatch::Request& request = task.requests[plan.shipments[load.shipment].request];
    loads.push_back({{"request", request.id}, {"item", request.item}, {"units", load.units}});
  }
  return {{"depot", task.depots[trip.depot].id},
          {"truck", trip.truck},
          {"number", trip.number},
          {"round", trip.round},
          {"leave", gis::formatUtc(trip.leave_utc_ms)},
          {"arrive", gis::formatUtc(trip.arrive_utc_ms)},
          {"weight_kg", planRounded(trip.weight_kg, 10)},
          {"volume_m3", planRounded(trip.volume_m3, 1000)},
          {"loads", std::move(loads)}};
}

std::string nameOfDepot(const dispatch::Depot& depot) { return depot.name.empty() ? depot.id : depot.name; }

QString shortReasonText(dispatch::ShortReason reason) {
  constexpr const char* kTexts[] = {
      "",
      QT_TRANSLATE_NOOP("CommandLine", "no depot has any"),
      QT_TRANSLATE_NOOP("CommandLine", "no passable road near the place"),
      QT_TRANSLATE_NOOP("CommandLine", "there is some left, but closures cut the way"),
      QT_TRANSLATE_NOOP("CommandLine", "there is some left, but it would come after the deadline"),
      QT_TRANSLATE_NOOP("CommandLine", "there is some left, but no road leads from there"),
      QT_TRANSLATE_NOOP("CommandLine", "there is some left, but one piece fits no truck"),
      QT_TRANSLATE_NOOP("CommandLine", "the stock is shared out to the last piece"),
      QT_TRANSLATE_NOOP("CommandLine", "there is some left, but the trucks there are full")};
  return QCoreApplication::translate("CommandLine", kTexts[static_cast<std::size_t>(reason)]);
}

QString sendReasonText(dispatch::SendReason reason) {
  constexpr const char* kTexts[] = {QT_TRANSLATE_NOOP("CommandLine", "the nearest"),
                                    QT_TRANSLATE_NOOP("CommandLine", "nearer ones have given theirs away"),
                                    QT_TRANSLATE_NOOP("CommandLine", "a nearer one is cut off"),
                                    QT_TRANSLATE_NOOP("CommandLine", "a nearer one has no truck for it"),
                                    QT_TRANSLATE_NOOP("CommandLine", "the trucks of a nearer one are full")};
  return QCoreApplication::translate("CommandLine", kTexts[static_cast<std::size_t>(reason)]);
}

std::string closureList(const dispatch::RequestAnswer& answer, const std::vector<gis::NamedClosure>& closures) {
  std::vector<bool> named(closures.size(), false);
  std::string list;
  for (const dispatch::DepotNote& note : answer.depots)
    for (const std::size_t c : note.closures) {
      if (note.stand != dispatch::DepotStand::kCutOff || named[c]) continue;
      named[c] = true;
      list += (list.empty() ? "" : ", ") + closures[c].name;
    }
  return list;
}

}  // namespace

Json planJson(const dispatch::DispatchTask& task, const dispatch::RoadTable& roads, const dispatch::DispatchPlan& plan,
              const gis::Projector& to_map, WayGeometry geometry) {
  Json json = {{"requests", Json::array()}, {"shipments", Json::array()}, {"ways", Json::array()},
               {"trips", Json::array()},    {"items", Json::array()},     {"depots_without_road", Json::array()}};
  for (const dispatch::RequestAnswer& answer : plan.answers)
    json["requests"].push_back(answerJson(task, roads.closures(), answer));
  for (const dispatch::Shipment& shipment : plan.shipments)
    json["shipments"].push_back({{"request", task.requests[shipment.request].id},
                                 {"depot", task.depots[shipment.depot].id},
                                 {"item", task.requests[shipment.request].item},
                                 {"units", shipment.units},
                                 {"drive_min", planMinutes(shipment.drive_ms)},
                                 {"arrive", gis::formatUtc(shipment.arrive_utc_ms)},
                                 {"late_units", shipment.late_units},
                                 {"reason", dispatch::nameOf(shipment.reason)},
                                 {"way", shipment.way}});
  for (const dispatch::Way& way : plan.ways) json["ways"].push_back(wayJson(task, way, to_map, geometry));
  for (const dispatch::Trip& trip : plan.trips) json["trips"].push_back(tripJson(task, plan, trip));
  for (const dispatch::ItemBalance& item : plan.items)
    json["items"].push_back({{"item", item.item},
                             {"asked", item.asked},
                             {"usable", item.usable},
                             {"sent", item.sent},
                             {"unit_hours", planRounded(static_cast<double>(item.unit_ms) / 3'600'000.0, 100)}});
  for (const std::size_t depot : plan.depots_without_road) json["depots_without_road"].push_back(task.depots[depot].id);
  return json;
}

std::string planText(const dispatch::DispatchTask& task, const dispatch::RoadTable& roads,
                     const dispatch::DispatchPlan& plan) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("CommandLine", text); };
  std::string text;
  for (const dispatch::RequestAnswer& answer : plan.answers) {
    const dispatch::Request& request = task.requests[answer.request];
    const std::string where = request.place.empty() ? request.id : request.id + " " + request.place;
    text += tr(QT_TRANSLATE_NOOP("CommandLine", "%1: %2, %3 of %4"))
                .arg(QString::fromStdString(where), QString::fromStdString(request.item))
                .arg(answer.sent)
                .arg(request.quantity)
                .toStdString() +
            '\n';
    for (const dispatch::Shipment& shipment : plan.shipments) {
      if (shipment.request != answer.request) continue;
      QString line = tr(QT_TRANSLATE_NOOP("CommandLine", "  %1 from %2, %3 minutes of driving, there at %4 (%5)"))
                         .arg(shipment.units)
                         .arg(QString::fromStdString(nameOfDepot(task.depots[shipment.depot])))
                         .arg(planMinutes(shipment.drive_ms), 0, 'f', 0)
                         .arg(localTimeText(shipment.arrive_utc_ms), sendReasonText(shipment.reason));
      if (shipment.late_units > 0)
        line += tr(QT_TRANSLATE_NOOP("CommandLine", "; %1 after the deadline")).arg(shipment.late_units);
      text += line.toStdString() + '\n';
    }
    if (answer.short_by == 0) continue;
    QString line = tr(QT_TRANSLATE_NOOP("CommandLine", "  short by %1: %2"))
                       .arg(answer.short_by)
                       .arg(shortReasonText(answer.short_reason));
    const std::string cut_by = closureList(answer, roads.closures());
    if (answer.short_reason == dispatch::ShortReason::kCutOff && !cut_by.empty())
      line += QString(" (%1)").arg(QString::fromStdString(cut_by));
    text += line.toStdString() + '\n';
  }
  for (const std::size_t depot : plan.depots_without_road)
    text += tr(QT_TRANSLATE_NOOP("CommandLine", "%1 lies at no passable road and sends nothing."))
                .arg(QString::fromStdString(nameOfDepot(task.depots[depot])))
                .toStdString() +
            '\n';
  return text;
}

Json reachJson(const dispatch::DispatchTask& task, const dispatch::Reach& reach,
               const std::vector<gis::NamedClosure>& closures) {
  Json json = {{"place_has_road", reach.place_has_road}, {"within", Json::array()}, {"depots", Json::array()}};
  for (const dispatch::ReachBand& band : reach.bands)
    json["within"].push_back({{"hours", planRounded(static_cast<double>(band.within_ms) / 3'600'000.0, 100)},
                              {"units", band.units},
                              {"depots", band.depots}});
  for (const dispatch::ReachRow& row : reach.rows)
    json["depots"].push_back({{"depot", task.depots[row.depot].id},
                              {"name", task.depots[row.depot].name},
                              {"usable", row.usable},
                              {"comes", row.arrive_after_ms.has_value()},
                              {"stand", row.arrive_after_ms ? "comes" : dispatch::nameOf(row.stand)},
                              {"arrive_after_min", planMinutes(row.arrive_after_ms)},
                              {"closures", closureNames(row.closures, closures)}});
  return json;
}

std::string reachText(const dispatch::DispatchTask& task, const dispatch::Reach& reach) {
  const auto tr = [](const char* text) { return QCoreApplication::translate("CommandLine", text); };
  std::string text;
  for (const dispatch::ReachBand& band : reach.bands)
    text += tr(QT_TRANSLATE_NOOP("CommandLine", "within %1 h: %2 from %3 depots"))
                .arg(static_cast<double>(band.within_ms) / 3'600'000.0)
                .arg(band.units)
                .arg(band.depots)
                .toStdString() +
            '\n';
  for (const dispatch::ReachRow& row : reach.rows) {
    const QString name = QString::fromStdString(nameOfDepot(task.depots[row.depot]));
    const QString line =
        row.arrive_after_ms
            ? tr(QT_TRANSLATE_NOOP("CommandLine", "  %1: %2 after %3 minutes"))
                  .arg(name)
                  .arg(row.usable)
                  .arg(planMinutes(*row.arrive_after_ms), 0, 'f', 0)
            : tr(QT_TRANSLATE_NOOP("CommandLine", "  %1: %2 that cannot come")).arg(name).arg(row.usable);
    text += line.toStdString() + '\n';
  }
  return text;
}

}  // namespace app
