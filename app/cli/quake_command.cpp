// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <cmath>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress_line.h"
#include "app/quake_report/quake_report.h"
#include "app/quake_report/quake_text.h"
#include "app/report/report_workbook.h"
#include "gis/geo/coordinate_text.h"
#include "gis/geo/projector.h"
#include "gis/raster/raster_writer.h"
#include "gis/seismic/bulletin.h"
#include "gis/seismic/city_exposure_store.h"
#include "gis/seismic/fault_store.h"
#include "gis/seismic/shaking_grid.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
using namespace gis::seismic;

struct QuakeArguments {
  std::filesystem::path workspace, raster, report;
  double ms = NAN, lon = NAN, lat = NAN, depth_km = NAN, strike_deg = NAN, cell_m = 500;
  std::string bulletin, relation = "gb18306-east", motion = "gb18306", site = "II", edge = "degree", time = "night",
                        name;
  std::vector<std::string> at;
  bool line = false;
};

int refuseQuake(const gis::Error& error, const CommandContext& context) {
  if (context.form() == OutputForm::kJson) {
    Json json = errorJson(error);
    json["message"] = quakeErrorText(error).toStdString();
    context.print({{"error", std::move(json)}});
  }
  context.tell(quakeErrorText(error));
  return kExitFailed;
}

gis::Result<QuakeScenario> scenarioOf(const QuakeArguments& a) {
  QuakeScenario s;
  if (!a.bulletin.empty()) {
    const auto bulletin = parseBulletin(a.bulletin);
    if (!bulletin) return std::unexpected(bulletin.error());
    s.surface_mag = bulletin->magnitude;
    s.epicentre = bulletin->epicentre;
    s.depth_km = bulletin->depth_km;
    s.name = bulletin->place;
  }
  if (!a.name.empty()) s.name = a.name;
  if (!std::isnan(a.ms) || a.bulletin.empty()) s.surface_mag = a.ms;
  if (!std::isnan(a.lon) || a.bulletin.empty()) s.epicentre.lon_deg = a.lon;
  if (!std::isnan(a.lat) || a.bulletin.empty()) s.epicentre.lat_deg = a.lat;
  if (!std::isnan(a.depth_km)) s.depth_km = a.depth_km;
  if (!std::isnan(a.strike_deg)) s.strike_deg = a.strike_deg;
  const auto zone = zoneOf(a.relation);
  if (!zone) return std::unexpected(zone.error());
  s.zone = *zone;
  const auto site = siteClassOf(a.site);
  if (!site) return std::unexpected(site.error());
  s.site = *site;
  s.motion = a.motion == "ln" ? MotionRelation::kNaturalLogarithm : MotionRelation::kGb18306;
  s.edge = a.edge == "half" ? ZoneEdge::kHalfBelow : ZoneEdge::kAtDegree;
  s.rupture = a.line ? RuptureModel::kLine : RuptureModel::kPoint;
  s.time_of_day = a.time == "day" ? TimeOfDay::kDay : TimeOfDay::kNight;
  return s;
}

// Three decimals, as a reader needs them.
double quakeRounded(double value, double step) { return std::round(value / step) * step; }

Json zonesJson(const std::vector<Isoseismal>& zones) {
  Json rows = Json::array();
  for (const Isoseismal& zone : zones) {
    Json ring = Json::array();
    for (const gis::LonLat& p : zone.ring)
      ring.push_back({quakeRounded(p.lon_deg, 1e-6), quakeRounded(p.lat_deg, 1e-6)});
    rows.push_back({{"degree", zone.degree},
                    {"roman", romanDegree(zone.degree)},
                    {"long_km", quakeRounded(zone.axes.long_km + zone.rupture_km / 2, 1e-3)},
                    {"short_km", quakeRounded(zone.axes.short_km, 1e-3)},
                    {"area_km2", quakeRounded(zone.area_km2, 0.1)},
                    {"ring", std::move(ring)}});
  }
  return rows;
}

gis::Result<Json> placesJson(const QuakeScenario& s, const std::vector<std::string>& places) {
  Json rows = Json::array();
  for (const std::string& text : places) {
    const auto place = gis::parseCoordinate(text);
    if (!place) return std::unexpected(place.error());
    const auto shaking = shakingAt(s, place->position);
    if (!shaking) return std::unexpected(shaking.error());
    rows.push_back({{"lon_deg", place->position.lon_deg},
                    {"lat_deg", place->position.lat_deg},
                    {"dist_km", quakeRounded(shaking->dist_km, 1e-3)},
                    {"off_axis_deg", quakeRounded(shaking->off_axis_deg, 1e-3)},
                    {"intensity", quakeRounded(shaking->intensity, 1e-3)},
                    {"pga_gal", quakeRounded(shaking->motion.pga_gal, 1e-3)},
                    {"pgv_cm_per_s", quakeRounded(shaking->motion.pgv_cm_per_s, 1e-4)},
                    {"instrumental_intensity", quakeRounded(shaking->instrumental, 1e-3)}});
  }
  return rows;
}

// Four files of one band each: NAME.tif and NAME-pga.tif, NAME-pgv.tif, NAME-instrumental.tif.
gis::Result<Json> writeRasters(const QuakeArguments& a, const QuakeScenario& s, const gis::LonLatBox& box,
                               const std::string& crs, const CommandContext& context, const gis::CancelToken& cancel) {
  const auto grid = shakingGrid(s, box, crs, a.cell_m, cancel, progressOn(context.err()));
  if (!grid) return std::unexpected(grid.error());
  Json files = Json::object();
  const auto write = [&](const char* key, const char* ending, const std::vector<float>& band) -> gis::Result<void> {
    std::filesystem::path file = a.raster;
    file.replace_filename(a.raster.stem().string() + ending + a.raster.extension().string());
    files[key] = file.string();
    return gis::writeDem(file, band, grid->columns, grid->rows, grid->top_left, grid->cell_m, grid->crs);
  };
  for (const auto& [key, ending, band] :
       {std::tuple{"intensity", "", &grid->intensity}, std::tuple{"pga_gal", "-pga", &grid->pga_gal},
        std::tuple{"pgv_cm_per_s", "-pgv", &grid->pgv_cm_per_s},
        std::tuple{"instrumental_intensity", "-instrumental", &grid->instrumental}})
    if (auto done = write(key, ending, *band); !done) return std::unexpected(done.error());
  return files;
}

gis::Result<QuakeOutcome> losses(const gis::Workspace& workspace, const QuakeScenario& s, const CommandContext& context,
                                 const gis::CancelToken& cancel) {
  const QuakeStore store(workspace.db());
  auto figures = store.lossFigures();
  if (!figures) return std::unexpected(figures.error());
  auto rules = store.responseRules();
  if (!rules) return std::unexpected(rules.error());
  const auto city = readCityExposure(workspace.db(), workspace.facts().map_crs, gis::SystemClock(), cancel,
                                     progressOn(context.err()));
  if (!city) return std::unexpected(city.error());
  QuakeOutcome outcome;
  outcome.scenario = s;
  outcome.rules = std::move(*rules);
  outcome.official_matrix = !figures->official.empty();
  outcome.data_utc_ms = (*city)->read_utc_ms;
  const auto with = [&](double magnitude) {
    QuakeScenario changed = s;
    changed.surface_mag = std::clamp(magnitude, 5.0, 8.5);
    return assess(changed, **city, *figures, cancel);
  };
  auto best = with(s.surface_mag), smaller = with(s.surface_mag - 0.3), larger = with(s.surface_mag + 0.3);
  if (!best || !smaller || !larger) return std::unexpected((!best ? best : !smaller ? smaller : larger).error());
  outcome.assessment = std::move(*best), outcome.smaller = std::move(*smaller), outcome.larger = std::move(*larger);
  outcome.smaller_mag = std::max(5.0, s.surface_mag - 0.3), outcome.larger_mag = std::min(8.5, s.surface_mag + 0.3);
  return outcome;
}

int run(const QuakeArguments& a, const CommandContext& context) {
  const auto scenario = scenarioOf(a);
  if (!scenario) return refuseQuake(scenario.error(), context);
  std::optional<gis::Workspace> workspace;
  if (!a.workspace.empty()) {
    auto opened = gis::Workspace::open(a.workspace, gis::OpenMode::kRead);
    if (!opened) return context.fail(opened.error());
    workspace.emplace(std::move(*opened));
  }
  const gis::LonLatBox region = workspace ? workspace->facts().extent : gis::LonLatBox{};
  if (auto fine = checkScenario(*scenario, region); !fine) return refuseQuake(fine.error(), context);
  const auto zones = isoseismals(*scenario);
  if (!zones) return refuseQuake(zones.error(), context);
  const auto centre = epicentralIntensity(scenario->zone, scenario->surface_mag);
  if (!centre) return refuseQuake(centre.error(), context);
  auto places = placesJson(*scenario, a.at);
  if (!places) return refuseQuake(places.error(), context);
  const Interrupt interrupt;
  Json json = {{"scenario", Json::parse(scenarioJson(*scenario))},
               {"relation_sigma", relationInfo(scenario->zone).sigma},
               {"epicentral_intensity", quakeRounded(*centre, 1e-3)},
               {"zones", zonesJson(*zones)}};
  if (!a.at.empty()) json["places"] = std::move(*places);
  if (!a.raster.empty()) {
    gis::LonLatBox box = region;
    if (box.empty())
      for (const gis::LonLat& p : zones->empty() ? std::vector<gis::LonLat>{scenario->epicentre} : zones->back().ring)
        box.add(p);
    const auto crs = workspace ? gis::Result<std::string>(workspace->facts().map_crs) : gis::gaussKruegerZoneFor(box);
    if (!crs) return context.fail(crs.error());
    auto files = writeRasters(a, *scenario, box, *crs, context, interrupt.token());
    if (!files) return refuseQuake(files.error(), context);
    json["rasters"] = std::move(*files);
  }
  std::optional<QuakeOutcome> outcome;
  if (workspace) {
    auto made = losses(*workspace, *scenario, context, interrupt.token());
    if (!made) return refuseQuake(made.error(), context);
    made->zones = *zones;
    json["assessment"] = Json::parse(assessmentJson(made->assessment));
    for (const auto& [key, magnitude, other] : {std::tuple{"smaller", made->smaller_mag, &made->smaller},
                                                std::tuple{"larger", made->larger_mag, &made->larger}}) {
      Json short_form = Json::parse(assessmentJson(*other));
      short_form.erase("zones"), short_form.erase("counties");
      short_form["surface_mag"] = magnitude;
      json["sensitivity"][key] = std::move(short_form);
    }
    json["grading"] = gradingText(*made).toStdString();
    outcome = std::move(*made);
    if (!a.report.empty()) {
      const QString city = QString::fromStdString(context.m_language == "zh" ? workspace->facts().city_name_zh
                                                                             : workspace->facts().city_name_en);
      if (auto done = writeReport(a.report, quakeReport(*outcome, city, workspace->facts().is_demo)); !done)
        return context.fail(done.error());
    }
  }
  if (context.form() == OutputForm::kJson) {
    context.print(json);
    return kExitDone;
  }
  std::ostream& out = context.out();
  out << scenarioText(*scenario).toStdString() << '\n' << relationText(scenario->zone).toStdString() << '\n';
  for (const Isoseismal& zone : *zones)
    out << fmt::format("{}  {:.1f} / {:.1f} km  {:.0f} km²\n", degreeText(zone.degree).toStdString(),
                       zone.axes.long_km + zone.rupture_km / 2, zone.axes.short_km, zone.area_km2);
  for (const Json& place : json.value("places", Json::array()))
    out << fmt::format("{:.5f} {:.5f}  I {:.2f}  PGA {:.1f} gal  PGV {:.2f} cm/s  I(PGA, PGV) {:.2f}\n",
                       place["lon_deg"].get<double>(), place["lat_deg"].get<double>(), place["intensity"].get<double>(),
                       place["pga_gal"].get<double>(), place["pgv_cm_per_s"].get<double>(),
                       place["instrumental_intensity"].get<double>());
  if (outcome) {
    const auto tell = [&](const char* name, const QString& text) {
      out << QCoreApplication::translate("CommandLine", name).toStdString() << ": " << text.toStdString() << '\n';
    };
    tell(QT_TRANSLATE_NOOP("CommandLine", "Deaths"), bandText(outcome->assessment.deaths));
    tell(QT_TRANSLATE_NOOP("CommandLine", "Homeless"), bandText(outcome->assessment.homeless));
    tell(QT_TRANSLATE_NOOP("CommandLine", "Loss of buildings"), yuanBandText(outcome->assessment.loss_yuan));
    out << gradingText(*outcome).toStdString() << '\n' << estimateMark().toStdString() << '\n';
  }
  return kExitDone;
}

struct QuakeHistoryArguments {
  std::filesystem::path workspace;
  int from = -3000, to = 2200;
  double least = 0, within_km = 0;
  std::string about;
};

int quakeHistory(const QuakeHistoryArguments& a, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(a.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  QuakeFilter filter{a.from, a.to, a.least, {}, a.within_km};
  if (a.within_km > 0) {
    filter.about = workspace->facts().extent.centre();
    if (!a.about.empty()) {
      const auto place = gis::parseCoordinate(a.about, workspace->facts().map_crs);
      if (!place) return context.fail(place.error());
      filter.about = place->position;
    }
  }
  const auto quakes = QuakeStore(workspace->db()).quakes(filter);
  if (!quakes) return context.fail(quakes.error());
  Json rows = Json::array();
  const auto orNull = [](const auto& value) { return value ? Json(*value) : Json(nullptr); };
  for (const PastQuake& q : *quakes) {
    rows.push_back({{"uuid", q.uuid},
                    {"name", q.name},
                    {"year", q.year},
                    {"month", q.month > 0 ? Json(q.month) : Json(nullptr)},
                    {"day", q.day > 0 ? Json(q.day) : Json(nullptr)},
                    {"magnitude", orNull(q.magnitude)},
                    {"depth_km", orNull(q.depth_km)},
                    {"epicentral_intensity", orNull(q.epicentral_intensity)},
                    {"deaths", orNull(q.deaths)},
                    {"lon_deg", q.where.lon_deg},
                    {"lat_deg", q.where.lat_deg},
                    {"source", q.figures_source}});
    if (context.form() == OutputForm::kText)
      context.out() << quakeDateText(q).toStdString() << "  "
                    << (q.magnitude ? fmt::format("M{:.1f}", *q.magnitude) : "M?") << "  " << q.name << '\n';
  }
  if (context.form() == OutputForm::kJson) context.print({{"count", rows.size()}, {"earthquakes", std::move(rows)}});
  return kExitDone;
}

struct FaultArguments {
  std::filesystem::path workspace;
  std::string at;
  std::size_t limit = 10;
  double buildings_m = 0;
};

int faultsNear(const FaultArguments& a, const CommandContext& context) {
  const auto workspace = gis::Workspace::open(a.workspace, gis::OpenMode::kRead);
  if (!workspace) return context.fail(workspace.error());
  const auto place = gis::parseCoordinate(a.at, workspace->facts().map_crs);
  if (!place) return context.fail(place.error());
  const FaultStore store(workspace->db());
  const auto near = store.near(place->position, a.limit);
  if (!near) return context.fail(near.error());
  Json rows = Json::array();
  for (const NearFault& n : *near) {
    const Fault& f = n.fault;
    Json row = {{"uuid", f.uuid},
                {"name", f.name},
                {"dist_m", quakeRounded(n.dist_m, 0.1)},
                {"strike_deg", quakeRounded(f.strike_deg, 0.1)},
                {"age", f.age},
                {"sense", f.sense},
                {"dip_direction", f.dip_direction},
                {"dip_deg", f.dip_deg ? Json(*f.dip_deg) : Json(nullptr)},
                {"slip_mm_per_a", f.slip_mm_per_a ? Json(*f.slip_mm_per_a) : Json(nullptr)},
                {"length_m", f.length_m},
                {"source", f.figures_source}};
    if (a.buildings_m > 0) {
      const auto buildings = store.buildingsNear(f, a.buildings_m);
      if (!buildings) return refuseQuake(buildings.error(), context);
      std::int64_t residents = 0, astride = 0;
      for (const BuildingNearFault& b : *buildings) residents += b.residents, astride += b.dist_m <= 0 ? 1 : 0;
      row["buildings"] = {
          {"within_m", a.buildings_m}, {"count", buildings->size()}, {"residents", residents}, {"astride", astride}};
    }
    if (context.form() == OutputForm::kText)
      context.out() << fmt::format("{:8.0f} m  {}  {:.0f}°  {} {}\n", n.dist_m, f.name, f.strike_deg,
                                   ageText(f.age).toStdString(), senseText(f.sense).toStdString());
    rows.push_back(std::move(row));
  }
  if (context.form() == OutputForm::kJson) context.print({{"faults", std::move(rows)}});
  return kExitDone;
}

}  // namespace

void addQuakeCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "quake", cliText(QT_TRANSLATE_NOOP("CommandLine", "what an earthquake would do: intensity, shaking, losses")));
  const auto a = std::make_shared<QuakeArguments>();
  const auto text = [](const char* english) { return cliText(english); };
  command->add_option("--ms", a->ms, text(QT_TRANSLATE_NOOP("CommandLine", "surface-wave magnitude, 5.0 to 8.5")));
  command->add_option("--lon", a->lon, text(QT_TRANSLATE_NOOP("CommandLine", "longitude of the epicentre, degrees")));
  command->add_option("--lat", a->lat, text(QT_TRANSLATE_NOOP("CommandLine", "latitude of the epicentre, degrees")));
  command->add_option("--depth_km", a->depth_km,
                      text(QT_TRANSLATE_NOOP("CommandLine", "depth, above 0 to 70 km; enters PGA and PGV alone")));
  command->add_option("--strike_deg", a->strike_deg,
                      text(QT_TRANSLATE_NOOP("CommandLine", "strike of the long axis; 25 unless given")));
  command->add_option(
      "--bulletin", a->bulletin,
      text(QT_TRANSLATE_NOOP("CommandLine", "text of a bulletin of the China Earthquake Networks Center")));
  command->add_option("--name", a->name, text(QT_TRANSLATE_NOOP("CommandLine", "name of the scenario in the report")));
  command
      ->add_option(
          "--relation", a->relation,
          text(QT_TRANSLATE_NOOP("CommandLine",
                                 "gb18306-east, gb18306-medium, gb18306-tibet, gb18306-xinjiang, wang2000-east "
                                 "or wang2000-west")))
      ->capture_default_str();
  command
      ->add_option("--motion", a->motion,
                   text(QT_TRANSLATE_NOOP("CommandLine", "print of the PGA relation: gb18306 or ln")))
      ->check(CLI::IsMember({"gb18306", "ln"}))
      ->capture_default_str();
  command->add_option("--site", a->site, text(QT_TRANSLATE_NOOP("CommandLine", "site class: I0, I1, II, III or IV")))
      ->capture_default_str();
  command
      ->add_option("--edge", a->edge,
                   text(QT_TRANSLATE_NOOP("CommandLine", "edge of a zone at its degree, or half a degree below")))
      ->check(CLI::IsMember({"degree", "half"}))
      ->capture_default_str();
  command->add_option("--time", a->time, text(QT_TRANSLATE_NOOP("CommandLine", "day or night")))
      ->check(CLI::IsMember({"day", "night"}))
      ->capture_default_str();
  command->add_flag("--line", a->line, text(QT_TRANSLATE_NOOP("CommandLine", "line source from M6.5 on")));
  command->add_option("--at", a->at,
                      text(QT_TRANSLATE_NOOP("CommandLine", "also at this place; may be given several times")));
  command->add_option("--workspace", a->workspace,
                      text(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace: people, damage and losses")));
  command->add_option("--raster", a->raster,
                      text(QT_TRANSLATE_NOOP("CommandLine", "write intensity here as GeoTIFF, PGA and PGV beside it")));
  command->add_option("--cell_m", a->cell_m, text(QT_TRANSLATE_NOOP("CommandLine", "cell of the raster, metres")))
      ->capture_default_str();
  command->add_option("--report", a->report,
                      text(QT_TRANSLATE_NOOP("CommandLine", "write the report to this file, .xlsx or .pdf")));
  addCommonOptions(*command, context);
  command->footer(text(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Estimates, for reference only. Examples:\n"
      "  fengsui quake --ms 7.0 --lon 113.1 --lat 36.2 --depth_km 15 --strike_deg 20 --json --raster out.tif\n"
      "  fengsui quake --workspace ~/city --ms 6.5 --lon 113.1 --lat 36.2 --report quake.pdf\n"
      "  fengsui quake history --workspace ~/city --least 6 --json\n"
      "  fengsui faults near --workspace ~/city --at \"113.1, 36.2\" --buildings_m 200 --json")));
  command->require_subcommand(0, 1);
  command->callback([command, a, &context] {
    if (command->get_subcommands().empty()) context.exit_code = run(*a, context);
  });

  CLI::App* past =
      command->add_subcommand("history", text(QT_TRANSLATE_NOOP("CommandLine", "past earthquakes of the workspace")));
  const auto h = std::make_shared<QuakeHistoryArguments>();
  past->add_option("--workspace", h->workspace, text(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  past->add_option("--from", h->from, text(QT_TRANSLATE_NOOP("CommandLine", "first year; negative before Christ")));
  past->add_option("--to", h->to, text(QT_TRANSLATE_NOOP("CommandLine", "last year")));
  past->add_option("--least", h->least, text(QT_TRANSLATE_NOOP("CommandLine", "least magnitude")));
  past->add_option("--within_km", h->within_km,
                   text(QT_TRANSLATE_NOOP("CommandLine", "only so near to the city's middle, or to --about")));
  past->add_option("--about", h->about, text(QT_TRANSLATE_NOOP("CommandLine", "a place, coordinates in any form")));
  addCommonOptions(*past, context);
  past->callback([h, &context] { context.exit_code = quakeHistory(*h, context); });
}

void addFaultsCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command =
      program.add_subcommand("faults", cliText(QT_TRANSLATE_NOOP("CommandLine", "the register of faults")));
  command->require_subcommand(1);
  CLI::App* near = command->add_subcommand(
      "near", cliText(QT_TRANSLATE_NOOP("CommandLine", "faults near a place, and the buildings beside them")));
  const auto a = std::make_shared<FaultArguments>();
  near->add_option("--workspace", a->workspace, cliText(QT_TRANSLATE_NOOP("CommandLine", "folder of the workspace")))
      ->required();
  near->add_option("--at", a->at, cliText(QT_TRANSLATE_NOOP("CommandLine", "a place, coordinates in any form")))
      ->required();
  near->add_option("--limit", a->limit, cliText(QT_TRANSLATE_NOOP("CommandLine", "at most so many")))
      ->capture_default_str();
  near->add_option("--buildings_m", a->buildings_m,
                   cliText(QT_TRANSLATE_NOOP("CommandLine", "count buildings within so many metres of each trace")));
  addCommonOptions(*near, context);
  near->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine", "Example:\n  fengsui faults near --workspace ~/city --at \"113.1, 36.2\" --limit 3 --json")));
  near->callback([a, &context] { context.exit_code = faultsNear(*a, context); });
}

}  // namespace app
