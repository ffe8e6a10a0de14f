// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_register_store.h"

#include <algorithm>

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis::flood {
namespace {

using Query = SQLite::Statement;

bool hasTable(const Database& db, const char* name) {
  Query row(db.sql(), "SELECT count(*) FROM sqlite_schema WHERE type='table' AND name=?");
  row.bind(1, name);
  return row.executeStep() && row.getColumn(0).getInt() != 0;
}

std::optional<double> number(Query& row, int i) {
  const auto column = row.getColumn(i);
  return column.isNull() ? std::nullopt : std::optional(column.getDouble());
}

char letter(Query& row, int i) {
  const std::string text = row.getColumn(i).getString();
  return text.empty() ? 'U' : text.front();
}

Result<FeatureColumns> geometry(Query& row, int i) {
  FeatureColumns columns;
  const auto column = row.getColumn(i);
  const auto* data = static_cast<const std::byte*>(column.getBlob());
  if (auto read = decodeGeometry({data, static_cast<std::size_t>(column.getBytes())}, columns); !read)
    return std::unexpected(read.error());
  return columns;
}

LonLat pointOf(Query& row, int i) {
  const auto columns = geometry(row, i);
  return columns && columns->xy.size() >= 2 ? LonLat{columns->xy[0], columns->xy[1]} : LonLat{};
}

// Parts of a geometry as lists of degrees.
std::vector<std::vector<LonLat>> partsOf(const FeatureColumns& columns) {
  std::vector<std::vector<LonLat>> parts;
  for (std::size_t p = 0; p + 1 < columns.part_start.size(); ++p) {
    auto& part = parts.emplace_back();
    for (std::size_t v = columns.part_start[p]; v < columns.part_start[p + 1]; ++v)
      part.push_back({columns.xy[2 * v], columns.xy[2 * v + 1]});
  }
  return parts;
}

Person personAt(Query& row, int i) {
  return {row.getColumn(i).getString(),     row.getColumn(i + 1).getString(), row.getColumn(i + 2).getString(),
          row.getColumn(i + 3).getString(), row.getColumn(i + 4).getString(), row.getColumn(i + 5).getInt()};
}

constexpr const char* kPersonColumns = "name, post, unit, phone, phone_second, role";

void readDivisions(const Database& db, FloodRegister& r) {
  Query rows(db.sql(), "SELECT code, name, level, ifnull(population,0) FROM division");
  while (rows.executeStep())
    r.divisions[rows.getColumn(0).getString()] = {rows.getColumn(1).getString(), rows.getColumn(2).getInt(),
                                                  rows.getColumn(3).getInt64()};
}

void readStations(const Database& db, FloodRegister& r) {
  Query rows(db.sql(),
             "SELECT fid, station_code, name, kind, division_code, river, geom FROM monitoring_station ORDER BY fid");
  while (rows.executeStep())
    r.stations.push_back({rows.getColumn(0).getInt64(), rows.getColumn(1).getString(), rows.getColumn(2).getString(),
                          rows.getColumn(3).getString(), rows.getColumn(4).getString(), rows.getColumn(5).getString(),
                          pointOf(rows, 6)});
}

void readSections(const Database& db, FloodRegister& r) {
  std::map<std::string, std::size_t> by_code;
  Query rows(db.sql(),
             "SELECT fid, uuid, section_code, name, division_code, ifnull(catchment_code,''), reach_no, danger,"
             " households, people, critical_m3_per_s, curve_number, evacuation_place, evacuation_route, geom"
             " FROM danger_section ORDER BY fid");
  while (rows.executeStep()) {
    DangerSection s;
    s.fid = rows.getColumn(0).getInt64();
    s.uuid = rows.getColumn(1).getString();
    s.code = rows.getColumn(2).getString();
    s.name = rows.getColumn(3).getString();
    s.division_code = rows.getColumn(4).getString();
    s.catchment_code = rows.getColumn(5).getString();
    if (!rows.getColumn(6).isNull()) s.reach_no = rows.getColumn(6).getInt();
    s.danger = rows.getColumn(7).getInt();
    s.households = rows.getColumn(8).getInt();
    s.people = rows.getColumn(9).getInt();
    s.critical_m3_per_s = number(rows, 10);
    s.curve_number = number(rows, 11);
    s.evacuation_place = rows.getColumn(12).getString();
    s.evacuation_route = rows.getColumn(13).getString();
    s.at = pointOf(rows, 14);
    by_code[s.code] = r.sections.size();
    r.sections.push_back(std::move(s));
  }
  Query thresholds(db.sql(),
                   "SELECT section_code, window_h, soil, prepare_mm, move_mm, confidence, method, figures_source"
                   " FROM flood_threshold ORDER BY section_code, window_h, soil");
  while (thresholds.executeStep())
    if (const auto section = by_code.find(thresholds.getColumn(0).getString()); section != by_code.end())
      r.sections[section->second].thresholds.push_back(
          {thresholds.getColumn(1).getDouble(), static_cast<SoilState>(thresholds.getColumn(2).getInt()),
           number(thresholds, 3), number(thresholds, 4), letter(thresholds, 5), thresholds.getColumn(6).getInt(),
           thresholds.getColumn(7).getString()});
  Query rings(db.sql(),
              "SELECT catchment_code, geom FROM catchment WHERE catchment_code IN"
              " (SELECT catchment_code FROM danger_section)");
  while (rings.executeStep()) {
    const auto columns = geometry(rings, 1);
    if (!columns) continue;
    AreaRings area;
    for (const auto& part : partsOf(*columns)) {
      auto& ring = area.emplace_back();
      for (const LonLat& p : part) ring.push_back({p.lon_deg, p.lat_deg});
    }
    r.catchment_rings[rings.getColumn(0).getString()] = std::move(area);
  }
  Query people(db.sql(), std::string("SELECT ") + kPersonColumns +
                             ", division_code FROM responsible_person WHERE role BETWEEN 1 AND 6 AND object_table=''"
                             " AND division_code IN (SELECT division_code FROM danger_section)"
                             " ORDER BY division_code, role, fid");
  while (people.executeStep()) r.village_people[people.getColumn(6).getString()].push_back(personAt(people, 0));
}

void readGauges(const Database& db, FloodRegister& r) {
  Query rows(db.sql(),
             "SELECT station_code, reach_no, ifnull(reservoir_uuid,''), warning_stage_m, guaranteed_stage_m,"
             " confidence, figures_source FROM gauge ORDER BY fid");
  while (rows.executeStep()) {
    Gauge g;
    g.station_code = rows.getColumn(0).getString();
    if (!rows.getColumn(1).isNull()) g.reach_no = rows.getColumn(1).getInt();
    g.reservoir_uuid = rows.getColumn(2).getString();
    g.marks = {number(rows, 3), number(rows, 4)};
    g.confidence = letter(rows, 5);
    g.figures_source = rows.getColumn(6).getString();
    r.gauges.push_back(std::move(g));
  }
}

// Persons by the uuid of the reservoir or dam that they answer for.
std::map<std::string, ThreeLeads> readLeads(const Database& db, const char* table) {
  constexpr int kFirstRole = 7;
  std::map<std::string, ThreeLeads> leads;
  Query rows(db.sql(), std::string("SELECT ") + kPersonColumns +
                           ", object_uuid FROM responsible_person WHERE object_table=? AND role BETWEEN 7 AND 9"
                           " ORDER BY role, fid");
  rows.bind(1, table);
  while (rows.executeStep())
    leads[rows.getColumn(6).getString()][static_cast<std::size_t>(rows.getColumn(5).getInt() - kFirstRole)].push_back(
        personAt(rows, 0));
  return leads;
}

void readReservoirs(const Database& db, FloodRegister& r, bool with_figures) {
  auto leads = readLeads(db, "reservoir");
  std::map<std::string, std::vector<CurvePoint>> curves;
  std::map<std::string, char> confidence;
  std::map<std::string, std::vector<LimitPeriod>> limits;
  if (with_figures) {
    Query points(db.sql(),
                 "SELECT reservoir_uuid, level_m, storage_m3, outflow_m3_per_s, confidence FROM reservoir_curve"
                 " ORDER BY reservoir_uuid, level_m");
    while (points.executeStep()) {
      const std::string uuid = points.getColumn(0).getString();
      curves[uuid].push_back({points.getColumn(1).getDouble(), points.getColumn(2).getDouble(), number(points, 3)});
      confidence[uuid] = letter(points, 4);
    }
    Query periods(db.sql(),
                  "SELECT reservoir_uuid, period, begins_mmdd, ends_mmdd, limit_level_m, confidence, figures_source"
                  " FROM reservoir_limit ORDER BY reservoir_uuid, begins_mmdd");
    while (periods.executeStep())
      limits[periods.getColumn(0).getString()].push_back(
          {periods.getColumn(1).getInt(), periods.getColumn(2).getString(), periods.getColumn(3).getString(),
           number(periods, 4), letter(periods, 5), periods.getColumn(6).getString()});
  }
  Query rows(db.sql(),
             "SELECT fid, uuid, name, river, division_code, class, capacity_m3, flood_limit_level_m, normal_level_m,"
             " check_level_m, dam_lon_deg, dam_lat_deg, confirmed FROM reservoir ORDER BY class, fid");
  while (rows.executeStep()) {
    ReservoirRecord v;
    v.fid = rows.getColumn(0).getInt64();
    v.uuid = rows.getColumn(1).getString();
    v.name = rows.getColumn(2).getString();
    v.river = rows.getColumn(3).getString();
    v.division_code = rows.getColumn(4).getString();
    v.reservoir_class = rows.getColumn(5).getInt();
    v.capacity_m3 = number(rows, 6);
    v.flood_limit_level_m = number(rows, 7);
    v.normal_level_m = number(rows, 8);
    v.check_level_m = number(rows, 9);
    v.dam = {rows.getColumn(10).getDouble(), rows.getColumn(11).getDouble()};
    v.confirmed = rows.getColumn(12).getInt() != 0;
    if (const auto points = curves.find(v.uuid); points != curves.end()) {
      auto curve = StorageCurve::create(points->second);
      if (curve)
        v.curve = std::move(*curve);
      else
        v.curve_trouble = curve.error().detail;
      v.curve_confidence = confidence[v.uuid];
    }
    if (const auto found = limits.find(v.uuid); found != limits.end()) v.limits = found->second;
    v.leads = std::move(leads[v.uuid]);
    r.reservoirs.push_back(std::move(v));
  }
}

void readCheckDams(const Database& db, FloodRegister& r) {
  auto leads = readLeads(db, "check_dam");
  Query rows(db.sql(),
             "SELECT fid, uuid, name, division_code, height_m, capacity_m3, geom FROM check_dam ORDER BY fid");
  while (rows.executeStep())
    r.check_dams.push_back({rows.getColumn(0).getInt64(), rows.getColumn(2).getString(), rows.getColumn(3).getString(),
                            rows.getColumn(4).getDouble(), rows.getColumn(5).getDouble(), pointOf(rows, 6),
                            std::move(leads[rows.getColumn(1).getString()])});
}

void readRules(const Database& db, FloodRegister& r) {
  Query rules(db.sql(), "SELECT rule, value FROM flood_rule");
  while (rules.executeStep()) {
    const std::string rule = rules.getColumn(0).getString();
    const double value = rules.getColumn(1).getDouble();
    FloodRules& to = r.rules;
    if (rule == "pa_decay") to.wetness.decay_ratio = value;
    if (rule == "pa_capacity_mm") to.wetness.capacity_mm = value;
    if (rule == "hold_h") to.hold_h = static_cast<int>(std::clamp(value, 0.0, 24.0));
    if (rule == "prepare_ratio") to.prepare_ratio = value;
    if (rule == "stale_h") to.stale_h = value;
    if (rule == "silent_h") to.silent_h = value;
    if (rule == "wave_depth_m") to.wave_depth_m = value;
    if (rule == "wave_manning_n") to.wave_manning_n = value;
  }
  Query normals(
      db.sql(),
      "SELECT division_code, month, reservoir_storage_m3, soil_relative_percent, confidence FROM county_normal");
  while (normals.executeStep())
    r.normals.push_back({normals.getColumn(0).getString(), normals.getColumn(1).getInt(), number(normals, 2),
                         number(normals, 3), letter(normals, 4)});
  Query limits(db.sql(), "SELECT indicator, grade, at_most_percent FROM drought_limit ORDER BY indicator, grade");
  while (limits.executeStep())
    r.drought_limits[limits.getColumn(0).getInt()].push_back(
        {static_cast<DroughtGrade>(limits.getColumn(1).getInt()), limits.getColumn(2).getDouble()});
}

}  // namespace

Result<FloodRegister> FloodRegisterStore::read(const CancelToken& cancel) const {
  return guarded(m_db, [&]() -> Result<FloodRegister> {
    FloodRegister r;
    const bool flood = hasTable(m_db, "danger_section");
    readDivisions(m_db, r);
    readStations(m_db, r);
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "flood");
    readReservoirs(m_db, r, flood);
    readCheckDams(m_db, r);
    if (flood) {
      readSections(m_db, r);
      readGauges(m_db, r);
      readRules(m_db, r);
    }
    Query demo(m_db.sql(), "SELECT value FROM workspace_setting WHERE key='is_demo'");
    r.is_demo = demo.executeStep() && demo.getColumn(0).getString() == "1";
    return r;
  });
}

Result<RiverBasin> FloodRegisterStore::rivers(const CancelToken& cancel) const {
  return guarded(m_db, [&]() -> Result<RiverBasin> {
    RiverBasin rivers;
    std::vector<Reach> reaches;
    Query rows(m_db.sql(),
               "SELECT fid, reach_no, downstream_no, name, level, length_m, from_elevation_m, to_elevation_m,"
               " upstream_km2, warning_stage_m, geom FROM river_reach ORDER BY fid");
    while (rows.executeStep()) {
      if ((reaches.size() & 1023) == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, "river_reach");
      Reach r;
      r.fid = rows.getColumn(0).getInt64();
      r.no = rows.getColumn(1).getInt();
      if (!rows.getColumn(2).isNull()) r.downstream_no = rows.getColumn(2).getInt();
      r.name = rows.getColumn(3).getString();
      r.level = rows.getColumn(4).getInt();
      r.length_m = rows.getColumn(5).getDouble();
      r.from_elevation_m = rows.getColumn(6).getDouble();
      r.to_elevation_m = rows.getColumn(7).getDouble();
      r.upstream_km2 = rows.getColumn(8).getDouble();
      r.warning_stage_m = number(rows, 9);
      if (const auto columns = geometry(rows, 10))
        for (const auto& part : partsOf(*columns)) r.line.insert(r.line.end(), part.begin(), part.end());
      reaches.push_back(std::move(r));
    }
    rivers.network = RiverNetwork::create(std::move(reaches));
    Query basins(
        m_db.sql(),
        "SELECT fid, uuid, catchment_code, name, river, division_code, area_km2, longest_path_km,"
        " mean_slope_ratio, concentration_h, outlet_lon_deg, outlet_lat_deg, geom FROM catchment ORDER BY fid");
    while (basins.executeStep()) {
      Basin b;
      b.fid = basins.getColumn(0).getInt64();
      b.uuid = basins.getColumn(1).getString();
      b.code = basins.getColumn(2).getString();
      b.name = basins.getColumn(3).getString();
      b.river = basins.getColumn(4).getString();
      b.division_code = basins.getColumn(5).getString();
      b.area_km2 = basins.getColumn(6).getDouble();
      b.longest_path_km = basins.getColumn(7).getDouble();
      b.mean_slope_ratio = basins.getColumn(8).getDouble();
      b.concentration_h = basins.getColumn(9).getDouble();
      b.outlet = {basins.getColumn(10).getDouble(), basins.getColumn(11).getDouble()};
      if (const auto columns = geometry(basins, 12)) b.rings = partsOf(*columns);
      rivers.basins.push_back(std::move(b));
    }
    const auto add = [&](const char* sql, RiversideKind kind, auto&& place) {
      Query all(m_db.sql(), sql);
      while (all.executeStep()) {
        Riverside side;
        side.kind = kind;
        side.fid = all.getColumn(0).getInt64();
        side.uuid = all.getColumn(1).getString();
        side.code = all.getColumn(2).getString();
        side.name = all.getColumn(3).getString();
        place(all, side);
        rivers.riverside.push_back(std::move(side));
      }
    };
    const auto degrees = [](Query& row, Riverside& side) {
      side.at = {row.getColumn(4).getDouble(), row.getColumn(5).getDouble()};
      side.people = row.getColumn(6).getInt64();
    };
    add("SELECT fid, uuid, code, name, seat_lon_deg, seat_lat_deg, ifnull(population,0) FROM division"
        " WHERE level=5 AND seat_lon_deg IS NOT NULL ORDER BY fid",
        RiversideKind::kVillage, degrees);
    add("SELECT fid, uuid, '', name, dam_lon_deg, dam_lat_deg, 0 FROM reservoir ORDER BY fid",
        RiversideKind::kReservoir, degrees);
    add("SELECT fid, uuid, station_code, name, geom FROM monitoring_station WHERE kind IN ('ZQ','ZZ') ORDER BY fid",
        RiversideKind::kGauge, [](Query& row, Riverside& side) { side.at = pointOf(row, 4); });
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "river_reach");
    placeByRivers(rivers);
    return rivers;
  });
}

Result<std::vector<Person>> FloodRegisterStore::peopleOf(const std::string& division_code) const {
  return guarded(m_db, [&]() -> Result<std::vector<Person>> {
    std::vector<Person> people;
    Query rows(m_db.sql(), std::string("SELECT ") + kPersonColumns +
                               " FROM responsible_person WHERE division_code=? AND role BETWEEN 1 AND 6 AND"
                               " object_table='' ORDER BY role, fid");
    rows.bind(1, division_code);
    while (rows.executeStep()) people.push_back(personAt(rows, 0));
    return people;
  });
}

Result<SectionBasin> FloodRegisterStore::basinOf(const std::string& section_code) const {
  return guarded(m_db, [&]() -> Result<SectionBasin> {
    Query row(m_db.sql(),
              "SELECT s.critical_m3_per_s, s.curve_number, c.area_km2, c.longest_path_km, c.mean_slope_ratio"
              " FROM danger_section s LEFT JOIN catchment c USING(catchment_code) WHERE section_code=?");
    row.bind(1, section_code);
    if (!row.executeStep()) return fail(ErrorCode::kUnknownName, section_code);
    constexpr const char* kNames[] = {"critical_m3_per_s", "curve_number", "catchment", "catchment", "catchment"};
    for (int i = 0; i < 5; ++i)
      if (row.getColumn(i).isNull()) return fail(ErrorCode::kNoData, section_code, kNames[i]);
    SectionBasin basin;
    basin.critical_m3_per_s = row.getColumn(0).getDouble();
    basin.curve_number = row.getColumn(1).getDouble();
    basin.basin.area_km2 = row.getColumn(2).getDouble();
    basin.basin.longest_path_km = row.getColumn(3).getDouble();
    basin.basin.mean_slope_ratio = row.getColumn(4).getDouble();
    return basin;
  });
}

Result<int> writeProposals(RowEditor& rows, const Database& db, const std::string& section_code,
                           const std::vector<RainThreshold>& proposals, const std::string& source) {
  return guarded(db, [&]() -> Result<int> {
    int written = 0;
    for (const RainThreshold& p : proposals) {
      const auto cell = [](const std::optional<double>& mm) { return mm ? CellValue(*mm) : CellValue(); };
      RowCells cells{{"prepare_mm", cell(p.prepare_mm)},
                     {"move_mm", cell(p.move_mm)},
                     {"method", static_cast<std::int64_t>(p.method)},
                     {"confidence", std::string(1, p.confidence)},
                     {"figures_source", p.figures_source}};
      Query known(db.sql(), "SELECT uuid, method FROM flood_threshold WHERE section_code=? AND window_h=? AND soil=?");
      known.bind(1, section_code);
      known.bind(2, p.window_h);
      known.bind(3, static_cast<int>(p.soil));
      if (known.executeStep()) {
        constexpr int kSurveyed = 1;
        if (known.getColumn(1).getInt() == kSurveyed) continue;
        if (auto done = rows.set("flood_threshold", known.getColumn(0).getString(), cells); !done)
          return std::unexpected(done.error());
      } else {
        cells["section_code"] = section_code;
        cells["window_h"] = p.window_h;
        cells["soil"] = static_cast<std::int64_t>(p.soil);
        cells["source"] = source;
        if (auto done = rows.insert("flood_threshold", cells); !done) return std::unexpected(done.error());
      }
      ++written;
    }
    return written;
  });
}

}  // namespace gis::flood
