// SPDX-License-Identifier: GPL-3.0-or-later
#include <cmath>
#include <fstream>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/input_text.h"
#include "app/cli/interrupt.h"
#include "app/text/error_text.h"
#include "gis/fire/fire_near.h"
#include "gis/fire/fire_work.h"
#include "gis/geo/coordinate_text.h"
#include "gis/geo/projector.h"
#include "gis/network/road_network.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

struct FireArguments {
  std::filesystem::path workspace;
  std::string place;
  std::string vehicle = "fire_engine";
  double wind_from_deg = -1, wind_m_per_s = 0;
  double max_gap_m = 800;
  std::size_t limit = 20;
  double height_m = 20, range_m = 10000, target_m = 0;
  std::string scale = "1985";
  double ffmc = 85, dmc = 6, dc = 15;
};

double fireRounded(double value, double steps) { return std::round(value * steps) / steps; }

struct OpenCity {
  gis::Workspace workspace;
  gis::Projector to_map;
};
gis::Result<OpenCity> openCity(const std::filesystem::path& folder) {
  auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(std::move(workspace.error()));
  auto to_map = gis::Projector::create("EPSG:4490", workspace->facts().map_crs);
  if (!to_map) return std::unexpected(std::move(to_map.error()));
  return OpenCity{std::move(*workspace), std::move(*to_map)};
}

Json placeJson(gis::LonLat p) {
  return {{"lon_deg", fireRounded(p.lon_deg, 1e7)}, {"lat_deg", fireRounded(p.lat_deg, 1e7)}};
}

Json firePlace(const gis::Projector& to_map, gis::MapXY at) {
  const auto back = to_map.inverse({at.x_m, at.y_m});
  return back ? Json::array({fireRounded(back->x, 1e7), fireRounded(back->y, 1e7)}) : Json(nullptr);
}

// For people; kindName is for programs.
QString kindText(gis::fire::PlaceKind kind) {
  constexpr const char* kTexts[] = {
      QT_TRANSLATE_NOOP("CommandLine", "village"), QT_TRANSLATE_NOOP("CommandLine", "team"),
      QT_TRANSLATE_NOOP("CommandLine", "water"),   QT_TRANSLATE_NOOP("CommandLine", "helipad"),
      QT_TRANSLATE_NOOP("CommandLine", "lookout"), QT_TRANSLATE_NOOP("CommandLine", "camera"),
      QT_TRANSLATE_NOOP("CommandLine", "key site")};
  return QCoreApplication::translate("CommandLine", kTexts[static_cast<std::size_t>(kind)]);
}

const char* kindName(gis::fire::PlaceKind kind) {
  constexpr const char* kNames[] = {"village", "team", "water", "helipad", "lookout", "camera", "key_site"};
  return kNames[static_cast<std::size_t>(kind)];
}

int fireNear(const FireArguments& a, const CommandContext& context) {
  const Interrupt interrupt;
  const auto city = openCity(a.workspace);
  if (!city) return context.fail(city.error());
  const auto typed = gis::parseCoordinate(a.place, city->workspace.facts().map_crs);
  if (!typed) return context.fail(typed.error());
  const auto vehicles = gis::loadVehicles(city->workspace.folder());
  if (!vehicles) return context.fail(vehicles.error());
  const gis::Vehicle* vehicle = vehicles->find(a.vehicle);
  if (vehicle == nullptr) return context.fail({gis::ErrorCode::kUnknownName, a.vehicle, "", {}});
  std::optional<gis::RoadTravel> travel;
  if (const auto graph = gis::loadRoadNetwork(city->workspace, interrupt.token()))
    travel.emplace(*graph, *vehicle);
  else if (graph.error().code != gis::ErrorCode::kNoData)
    return context.fail(graph.error());
  gis::fire::FireQuestion question;
  question.where = typed->position;
  if (a.wind_from_deg >= 0) question.wind = gis::fire::FireWind{a.wind_from_deg, a.wind_m_per_s};
  const auto answer =
      gis::fire::fireNear(city->workspace.db(), city->to_map, travel ? &*travel : nullptr, question, interrupt.token());
  if (!answer) return context.fail(answer.error());
  if (context.form() == OutputForm::kText) {
    for (const std::string& name : answer->divisions) context.out() << name << ' ';
    context.out() << gis::formatDecimal(answer->where) << '\n';
    for (const auto& ring : answer->rings)
      context.out() << QCoreApplication::translate("CommandLine", "within %1 km: %2 people in %3 villages")
                           .arg(ring.radius_m / 1000)
                           .arg(ring.people)
                           .arg(ring.villages)
                           .toStdString()
                    << '\n';
    for (const auto& p : answer->places)
      context.out()
          << QCoreApplication::translate("CommandLine", "%1  %2  %3 km  %4")
                 .arg(kindText(p.place.kind), QString::fromStdString(p.place.name),
                      QString::number(p.dist_m / 1000, 'f', 1),
                      p.travel_min
                          ? QCoreApplication::translate("CommandLine", "%1 min").arg(std::lround(*p.travel_min))
                          : QStringLiteral("-"))
                 .toStdString()
          << '\n';
    return kExitDone;
  }
  auto places = Json::array();
  for (const auto& p : answer->places) {
    Json json = {
        {"kind", kindName(p.place.kind)}, {"name", p.place.name}, {"table", p.place.table}, {"fid", p.place.fid}};
    json.update(placeJson(p.place.where));
    json["dist_m"] = fireRounded(p.dist_m, 1);
    json["bearing_deg"] = fireRounded(p.bearing_deg, 10);
    json["downwind"] = p.downwind;
    json["travel_min"] = p.travel_min ? Json(fireRounded(*p.travel_min, 10)) : Json(nullptr);
    if (p.travel_min) json["road_km"] = fireRounded(p.road_km, 100);
    if (p.place.people >= 0) json["people"] = p.place.people;
    if (!p.place.note.empty()) json["note"] = p.place.note;
    places.push_back(std::move(json));
  }
  auto rings = Json::array();
  for (const auto& ring : answer->rings)
    rings.push_back({{"radius_m", ring.radius_m}, {"people", ring.people}, {"villages", ring.villages}});
  auto persons = Json::array();
  for (const auto& p : answer->persons)
    persons.push_back(
        {{"name", p.name}, {"post", p.post}, {"unit", p.unit}, {"division", p.division}, {"phone", p.phone}});
  Json json = placeJson(answer->where);
  json["divisions"] = answer->divisions;
  json["people_by"] = "village points";
  json["rings"] = std::move(rings);
  json["road_off_m"] = answer->off_road_m ? Json(fireRounded(*answer->off_road_m, 1)) : Json(nullptr);
  json["vehicle"] = vehicle->id;
  json["speeds_unverified"] = vehicle->unverified;
  json["places"] = std::move(places);
  json["persons"] = std::move(persons);
  context.print(json);
  return kExitDone;
}

int fireBlocks(const FireArguments& a, const CommandContext& context) {
  const Interrupt interrupt;
  const auto city = openCity(a.workspace);
  if (!city) return context.fail(city.error());
  gis::fire::BlockOptions options;
  options.max_gap_m = a.max_gap_m;
  const auto report = gis::fire::blocksOf(city->workspace, options, interrupt.token());
  if (!report) return context.fail(report.error());
  const auto gapJson = [&](const gis::fire::BreakGap& gap) {
    constexpr const char* kOn[] = {"", "break", "road", "river", "gap"};
    return Json{{"break_fid", gap.break_fid},
                {"length_m", fireRounded(gap.length_m, 10)},
                {"end", firePlace(city->to_map, gap.end)},
                {"close_at", firePlace(city->to_map, gap.close_at)},
                {"closes_on", kOn[static_cast<std::size_t>(gap.closes_on)]}};
  };
  if (context.form() == OutputForm::kText) {
    context.out() << QCoreApplication::translate(
                         "CommandLine",
                         "%1 closed blocks (%2 ha), %3 that do not close (%4 ha), %5 gaps, %6 loose ends")
                         .arg(report->closed_count)
                         .arg(report->closed_m2 / 1e4, 0, 'f', 0)
                         .arg(report->unclosed_count)
                         .arg(report->unclosed_m2 / 1e4, 0, 'f', 0)
                         .arg(report->gaps.size())
                         .arg(report->loose_ends.size())
                         .toStdString()
                  << '\n';
    return kExitDone;
  }
  auto gaps = Json::array(), blocks = Json::array();
  for (std::size_t i = 0; i < report->gaps.size(); ++i) gaps.push_back(gapJson(report->gaps[i]));
  std::size_t shown = 0;
  for (const auto& block : report->blocks) {
    if (block.closed() || shown++ >= a.limit) continue;
    auto ring = Json::array();
    for (const auto& p : block.ring) ring.push_back(firePlace(city->to_map, p));
    blocks.push_back({{"county", block.county},
                      {"nearest_village", block.village},
                      {"area_ha", fireRounded(block.area_m2 / 1e4, 100)},
                      {"break_m", fireRounded(block.break_m, 1)},
                      {"gaps", block.gaps},
                      {"geometry", {{"type", "Polygon"}, {"coordinates", Json::array({std::move(ring)})}}}});
  }
  context.print({{"break_km", fireRounded(report->break_m / 1000, 100)},
                 {"closed_blocks", report->closed_count},
                 {"closed_ha", fireRounded(report->closed_m2 / 1e4, 10)},
                 {"unclosed_blocks", report->unclosed_count},
                 {"unclosed_ha", fireRounded(report->unclosed_m2 / 1e4, 10)},
                 {"loose_ends", report->loose_ends.size()},
                 {"gaps", std::move(gaps)},
                 {"largest_unclosed", std::move(blocks)}});
  return kExitDone;
}

int fireSight(const FireArguments& a, const CommandContext& context) {
  const Interrupt interrupt;
  const auto city = openCity(a.workspace);
  if (!city) return context.fail(city.error());
  const auto typed = gis::parseCoordinate(a.place, city->workspace.facts().map_crs);
  if (!typed) return context.fail(typed.error());
  const auto at = city->to_map.forward({typed->position.lon_deg, typed->position.lat_deg});
  if (!at) return context.fail(at.error());
  const auto seen =
      gis::fire::sightFrom(city->workspace, {at->x, at->y}, a.height_m, a.range_m, a.target_m, interrupt.token());
  if (!seen) return context.fail(seen.error());
  const double share = seen->in_range_m2 > 0 ? seen->seen_m2 / seen->in_range_m2 : 0;
  if (context.form() == OutputForm::kJson)
    context.print({{"ground_m", fireRounded(seen->ground_m, 10)},
                   {"cell_m", fireRounded(seen->cell_m, 100)},
                   {"refraction_ratio", 0.13},
                   {"in_range_km2", fireRounded(seen->in_range_m2 / 1e6, 1000)},
                   {"seen_km2", fireRounded(seen->seen_m2 / 1e6, 1000)},
                   {"seen_ratio", fireRounded(share, 1e4)}});
  else
    context.out() << QCoreApplication::translate("CommandLine", "%1 km² of %2 km² in range are seen (%3 %)")
                         .arg(seen->seen_m2 / 1e6, 0, 'f', 1)
                         .arg(seen->in_range_m2 / 1e6, 0, 'f', 1)
                         .arg(share * 100, 0, 'f', 0)
                         .toStdString()
                  << '\n';
  return kExitDone;
}

int fwi(const FireArguments& a, const CommandContext& context) {
  const auto weather = gis::fire::readDailyWeather(readInput(context.in()), "stdin");
  if (!weather) return context.fail(weather.error());
  const auto rules = gis::fire::loadFireWeatherRules(a.workspace.string());
  if (!rules) return context.fail(rules.error());
  const auto series =
      gis::fire::fireSeries(weather->value, *rules, {a.ffmc, a.dmc, a.dc},
                            a.scale == "cffdrs" ? gis::fire::FwiEdition::kCffdrs : gis::fire::FwiEdition::k1985);
  if (!series) return context.fail(series.error());
  auto days = Json::array();
  for (const auto& s : *series)
    for (const auto& d : s.days) {
      if (context.form() == OutputForm::kText) {
        context.out() << s.district << ' ' << gis::fire::dayText(d.weather.day) << "  FFMC "
                      << fireRounded(d.fwi.codes.ffmc, 10) << " DMC " << fireRounded(d.fwi.codes.dmc, 10) << " DC "
                      << fireRounded(d.fwi.codes.dc, 10) << " ISI " << fireRounded(d.fwi.isi, 10) << " BUI "
                      << fireRounded(d.fwi.bui, 10) << " FWI " << fireRounded(d.fwi.fwi, 10) << "  HTZ "
                      << d.grade.total << " (" << static_cast<int>(d.grade.fire_class) << ")\n";
        continue;
      }
      days.push_back({{"district", s.district},
                      {"date", gis::fire::dayText(d.weather.day)},
                      {"ffmc", d.fwi.codes.ffmc},
                      {"dmc", d.fwi.codes.dmc},
                      {"dc", d.fwi.codes.dc},
                      {"isi", d.fwi.isi},
                      {"bui", d.fwi.bui},
                      {"fwi", d.fwi.fwi},
                      {"dsr", d.fwi.dsr},
                      {"htz", d.grade.total},
                      {"fire_class", static_cast<int>(d.grade.fire_class)},
                      {"gap_days", d.gap_days}});
    }
  auto refused = Json::array();
  for (const auto& warning : weather->warnings) {
    refused.push_back({{"row", warning.subject}, {"reason", warning.detail}});
    if (context.form() == OutputForm::kText) context.tell(warningSentence(warning));
  }
  if (context.form() == OutputForm::kJson)
    context.print({{"ffmc_scale", a.scale == "cffdrs" ? "cffdrs 147.27723" : "1985 147.2"},
                   {"phenology_unverified", rules->unverified},
                   {"days", std::move(days)},
                   {"refused", refused}});
  return weather->warnings.empty() ? kExitDone : kExitUndecided;
}

}  // namespace

void addFireCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "fire", cliText(QT_TRANSLATE_NOOP("CommandLine",
                                        "forest fires: what is near, breaks that do not close, what a lookout sees")));
  command->require_subcommand(1);
  const auto a = std::make_shared<FireArguments>();
  const auto with = [&](CLI::App* sub) {
    sub->add_option("--workspace", a->workspace, cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
        ->required();
    addCommonOptions(*sub, context);
    return sub;
  };
  CLI::App* near = with(command->add_subcommand(
      "near", cliText(QT_TRANSLATE_NOOP("CommandLine", "villages, teams, water and key sites about a fire"))));
  near->add_option("PLACE", a->place,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "LON,LAT or any other form of a position")))
      ->required();
  near->add_option("--vehicle", a->vehicle, cliText(QT_TRANSLATE_NOOP("CommandLine", "whose travel times are asked")))
      ->capture_default_str();
  near->add_option("--wind-from-deg", a->wind_from_deg,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "where the wind blows from, clockwise from north")))
      ->check(CLI::Range(0.0, 360.0));
  near->add_option("--wind-m-per-s", a->wind_m_per_s, cliText(QT_TRANSLATE_NOOP("CommandLine", "wind speed")))
      ->check(CLI::Range(0.0, 60.0));
  near->callback([a, &context] { context.exit_code = fireNear(*a, context); });
  CLI::App* blocks = with(command->add_subcommand(
      "blocks", cliText(QT_TRANSLATE_NOOP("CommandLine", "blocks of the break network that do not close"))));
  blocks
      ->add_option("--max-gap-m", a->max_gap_m,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "the longest gap worth closing")))
      ->check(CLI::Range(1.0, 20000.0))
      ->capture_default_str();
  blocks->add_option("--limit", a->limit, cliText(QT_TRANSLATE_NOOP("CommandLine", "how many blocks are listed")))
      ->capture_default_str();
  blocks->callback([a, &context] { context.exit_code = fireBlocks(*a, context); });
  CLI::App* sight =
      with(command->add_subcommand("viewshed", cliText(QT_TRANSLATE_NOOP("CommandLine", "what is seen from a place"))));
  sight
      ->add_option("PLACE", a->place,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "LON,LAT or any other form of a position")))
      ->required();
  sight->add_option("--height-m", a->height_m, cliText(QT_TRANSLATE_NOOP("CommandLine", "of the eye above the ground")))
      ->check(CLI::Range(0.0, 500.0))
      ->capture_default_str();
  sight->add_option("--range-m", a->range_m, cliText(QT_TRANSLATE_NOOP("CommandLine", "how far it reaches")))
      ->check(CLI::Range(30.0, 100000.0))
      ->capture_default_str();
  sight
      ->add_option("--target-m", a->target_m,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "height of what is looked for, e.g. smoke")))
      ->check(CLI::Range(0.0, 2000.0))
      ->capture_default_str();
  sight->callback([a, &context] { context.exit_code = fireSight(*a, context); });
  blocks->footer(
      cliText(QT_TRANSLATE_NOOP("CommandLine", "Example:\n  fengsui fire blocks --workspace ~/city --max-gap-m 800")));
  sight->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Example:\n  fengsui fire viewshed 112.34,36.50 --workspace ~/city "
                                          "--height-m 25 --range-m 10000 --target-m 50")));
  near->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Example:\n  fengsui fire near 112.34,36.50 --workspace ~/city --wind-from-deg 225 --wind-m-per-s 6 --json")));

  CLI::App* index = program.add_subcommand(
      "fwi",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "fire-weather codes from a table of daily weather on the input")));
  index->add_option("--workspace", a->workspace,
                    cliText(QT_TRANSLATE_NOOP("CommandLine", "whose fire_weather.json is used, if it has one")));
  index->add_option("--scale", a->scale, cliText(QT_TRANSLATE_NOOP("CommandLine", "of the fine fuel moisture code")))
      ->check(CLI::IsMember({"1985", "cffdrs"}))
      ->capture_default_str();
  index->add_option("--ffmc", a->ffmc, cliText(QT_TRANSLATE_NOOP("CommandLine", "FFMC of the day before")))
      ->check(CLI::Range(0.0, 101.0))
      ->capture_default_str();
  index->add_option("--dmc", a->dmc, cliText(QT_TRANSLATE_NOOP("CommandLine", "DMC of the day before")))
      ->check(CLI::Range(0.0, 10000.0))
      ->capture_default_str();
  index->add_option("--dc", a->dc, cliText(QT_TRANSLATE_NOOP("CommandLine", "DC of the day before")))
      ->check(CLI::Range(0.0, 10000.0))
      ->capture_default_str();
  addCommonOptions(*index, context);
  index->footer(cliText(QT_TRANSLATE_NOOP("CommandLine",
                                          "Exit codes: 0 done, 1 failed, 2 wrong usage, 3 rows were "
                                          "refused.\nExample:\n  fengsui fwi --json < weather.csv")));
  index->callback([a, &context] { context.exit_code = fwi(*a, context); });
}

}  // namespace app
