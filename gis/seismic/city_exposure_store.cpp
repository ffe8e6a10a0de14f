// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/city_exposure_store.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <span>

#include "gis/geo/projector.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"

namespace gis::seismic {
namespace {

constexpr std::int64_t kPollEvery = 4096;
constexpr std::size_t kCountyDigits = 6;

LonLat middleOf(const SQLite::Column& blob) {
  const auto* bytes = static_cast<const std::byte*>(blob.getBlob());
  const auto box = geometryBounds(std::span(bytes, static_cast<std::size_t>(blob.getBytes())));
  return box && !box->empty() ? box->centre() : LonLat{NAN, NAN};
}

// Projects all at once and keeps the offsets from `origin`.
void place(const Projector& to_map, std::vector<double>& xy, MapXY origin, std::vector<float>& x,
           std::vector<float>& y) {
  to_map.forwardAll(xy);
  x.resize(xy.size() / 2), y.resize(xy.size() / 2);
  for (std::size_t i = 0; i < x.size(); ++i) {
    x[i] = static_cast<float>(xy[2 * i] - origin.x_m);
    y[i] = static_cast<float>(xy[2 * i + 1] - origin.y_m);
  }
}

class Reading {
 public:
  Reading(const Database& db, const CancelToken& cancel, const Progress& progress)
      : m_db(db), m_cancel(cancel), m_progress(progress) {}

  void counties(CityExposure& city) {
    SQLite::Statement rows(m_db.sql(),
                           "SELECT code, name, ifnull(area_km2,0), ifnull(population,0) FROM division WHERE level=3"
                           " ORDER BY code");
    while (rows.executeStep() && city.counties.size() < 255) {
      m_county[rows.getColumn(0).getString().substr(0, kCountyDigits)] =
          static_cast<std::uint8_t>(city.counties.size());
      city.counties.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                               rows.getColumn(2).getDouble(), rows.getColumn(3).getInt64()});
    }
  }

  bool buildings(CityExposure& city, std::vector<double>& xy) {
    const std::int64_t all = highest("building");
    SQLite::Statement rows(m_db.sql(),
                           "SELECT geom, division_code, structure, seismic_designed, storeys, footprint_m2, use,"
                           " residents FROM building");
    for (std::int64_t n = 0; rows.executeStep(); ++n) {
      if (n % kPollEvery == 0 && !go(0.85 * ratio(n, all))) return false;
      const auto county = countyOf(rows.getColumn(1));
      const LonLat at = middleOf(rows.getColumn(0));
      if (county < 0 || !std::isfinite(at.lon_deg)) continue;
      xy.insert(xy.end(), {at.lon_deg, at.lat_deg});
      city.building_county.push_back(static_cast<std::uint8_t>(county));
      city.building_class.push_back(buildingClassOf(rows.getColumn(2).getInt(), rows.getColumn(3).getInt() != 0));
      city.floor_m2.push_back(static_cast<float>(rows.getColumn(4).getInt() * rows.getColumn(5).getDouble()));
      city.is_dwelling.push_back(rows.getColumn(6).getInt() == 1 ? 1 : 0);
      city.residents.push_back(static_cast<std::uint16_t>(std::clamp(rows.getColumn(7).getInt(), 0, 65535)));
    }
    return true;
  }

  bool points(CityExposure& city, std::vector<double>& xy) {
    const std::int64_t all = highest("census_point");
    SQLite::Statement rows(m_db.sql(), "SELECT geom, division_code, population, elderly, households FROM census_point");
    for (std::int64_t n = 0; rows.executeStep(); ++n) {
      if (n % kPollEvery == 0 && !go(0.85 + 0.15 * ratio(n, all))) return false;
      const auto county = countyOf(rows.getColumn(1));
      const LonLat at = middleOf(rows.getColumn(0));
      if (county < 0 || !std::isfinite(at.lon_deg)) continue;
      xy.insert(xy.end(), {at.lon_deg, at.lat_deg});
      city.point_county.push_back(static_cast<std::uint8_t>(county));
      city.people.push_back(rows.getColumn(2).getUInt());
      city.elderly.push_back(rows.getColumn(3).getUInt());
      city.households.push_back(rows.getColumn(4).getUInt());
    }
    return true;
  }

 private:
  static double ratio(std::int64_t n, std::int64_t all) {
    return all > 0 ? std::min(1.0, static_cast<double>(n) / static_cast<double>(all)) : 1;
  }
  bool go(double done_ratio) {
    if (m_progress) m_progress(done_ratio);
    return !m_cancel.cancelled();
  }
  std::int64_t highest(const std::string& table) {
    SQLite::Statement row(m_db.sql(), "SELECT ifnull(max(fid),0) FROM " + table);
    return row.executeStep() ? row.getColumn(0).getInt64() : 0;
  }
  int countyOf(const SQLite::Column& division_code) {
    const auto found = m_county.find(division_code.getString().substr(0, kCountyDigits));
    return found == m_county.end() ? -1 : found->second;
  }

  const Database& m_db;
  const CancelToken& m_cancel;
  const Progress& m_progress;
  std::map<std::string, std::uint8_t> m_county;
};

}  // namespace

Result<std::shared_ptr<const CityExposure>> readCityExposure(const Database& db, const std::string& map_crs,
                                                             const Clock& clock, const CancelToken& cancel,
                                                             const Progress& progress) {
  const auto to_map = Projector::create("EPSG:4490", map_crs);
  if (!to_map) return std::unexpected(to_map.error());
  return guarded(db, [&]() -> Result<std::shared_ptr<const CityExposure>> {
    auto city = std::make_shared<CityExposure>();
    city->map_crs = map_crs;
    city->read_utc_ms = clock.nowUtcMs();
    Reading reading(db, cancel, progress);
    reading.counties(*city);
    if (city->counties.empty()) return fail(ErrorCode::kNoData, "division", "no counties");
    std::vector<double> buildings, points;
    if (!reading.buildings(*city, buildings) || !reading.points(*city, points))
      return fail(ErrorCode::kCancelled, "building");
    const auto& first = points.empty() ? buildings : points;
    if (!first.empty())
      if (const auto at = to_map->forward({first[0], first[1]})) city->origin = {at->x, at->y};
    place(*to_map, buildings, city->origin, city->building_x_m, city->building_y_m);
    place(*to_map, points, city->origin, city->point_x_m, city->point_y_m);
    return city;
  });
}

Result<std::int64_t> cityExposureMark(const Database& db) {
  const auto marks = LayerRevisions(db).marks();
  if (!marks) return std::unexpected(marks.error());
  std::int64_t sum = 0;
  for (const char* table : {"building", "census_point", "division"})
    if (const auto found = marks->find(table); found != marks->end()) sum = sum * 1'000'003 + found->second;
  return sum;
}

}  // namespace gis::seismic
