// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/seismic/fault_store.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <span>

#include "gis/geo/geodesic.h"
#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"

namespace gis::seismic {
namespace {

struct PlaneXY {
  double x, y;
};

// Metres about a place.
class LocalPlane {
 public:
  explicit LocalPlane(LonLat centre) : m_centre(centre) {
    constexpr double kA = 6378137, kE2 = 0.00669438002290;
    const double lat = centre.lat_deg * std::numbers::pi / 180;
    const double w = 1 - kE2 * std::sin(lat) * std::sin(lat);
    m_north = kA * (1 - kE2) / (w * std::sqrt(w)) * std::numbers::pi / 180;
    m_east = kA / std::sqrt(w) * std::cos(lat) * std::numbers::pi / 180;
  }
  PlaneXY at(LonLat p) const {
    return {(p.lon_deg - m_centre.lon_deg) * m_east, (p.lat_deg - m_centre.lat_deg) * m_north};
  }
  LonLat back(PlaneXY p) const { return {m_centre.lon_deg + p.x / m_east, m_centre.lat_deg + p.y / m_north}; }
  double eastM() const { return m_east; }
  double northM() const { return m_north; }

 private:
  LonLat m_centre;
  double m_north, m_east;
};

PlaneXY nearestOn(PlaneXY a, PlaneXY b, PlaneXY p) {
  const double dx = b.x - a.x, dy = b.y - a.y;
  const double square = dx * dx + dy * dy;
  const double t = square > 0 ? std::clamp(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0.0, 1.0) : 0;
  return {a.x + t * dx, a.y + t * dy};
}

double distance(PlaneXY a, PlaneXY b) { return std::hypot(a.x - b.x, a.y - b.y); }

double crossOf(PlaneXY o, PlaneXY a, PlaneXY b) { return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x); }

bool segmentsCross(PlaneXY a, PlaneXY b, PlaneXY c, PlaneXY d) {
  return crossOf(a, b, c) * crossOf(a, b, d) <= 0 && crossOf(c, d, a) * crossOf(c, d, b) <= 0 &&
         std::max(a.x, b.x) >= std::min(c.x, d.x) && std::max(c.x, d.x) >= std::min(a.x, b.x) &&
         std::max(a.y, b.y) >= std::min(c.y, d.y) && std::max(c.y, d.y) >= std::min(a.y, b.y);
}

// Between a segment and an outline; 0 when they touch.
double distanceToOutline(PlaneXY a, PlaneXY b, std::span<const PlaneXY> outline) {
  double least = std::numeric_limits<double>::infinity();
  for (std::size_t i = 0; i + 1 < outline.size(); ++i) {
    if (segmentsCross(a, b, outline[i], outline[i + 1])) return 0;
    least = std::min({least, distance(outline[i], nearestOn(a, b, outline[i])),
                      distance(a, nearestOn(outline[i], outline[i + 1], a)),
                      distance(b, nearestOn(outline[i], outline[i + 1], b))});
  }
  return least;
}

std::span<const std::byte> bytesOf(const SQLite::Column& blob) {
  return {static_cast<const std::byte*>(blob.getBlob()), static_cast<std::size_t>(blob.getBytes())};
}

std::vector<LonLat> verticesOf(const SQLite::Column& blob) {
  FeatureColumns columns;
  std::vector<LonLat> line;
  if (!decodeGeometry(bytesOf(blob), columns)) return line;
  for (std::size_t i = 0; i + 1 < columns.xy.size(); i += 2) line.push_back({columns.xy[i], columns.xy[i + 1]});
  return line;
}

std::optional<double> orNothing(const SQLite::Column& cell) {
  return cell.isNull() ? std::nullopt : std::optional(cell.getDouble());
}

}  // namespace

Result<std::vector<Fault>> FaultStore::faults() const {
  return guarded(m_db, [&]() -> Result<std::vector<Fault>> {
    std::vector<Fault> found;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT fid, uuid, name, age, sense, dip_direction, dip_deg, slip_mm_per_a, buried, length_m,"
        " figures_source, geom FROM fault ORDER BY age, length_m DESC");
    while (rows.executeStep()) {
      Fault fault;
      fault.fid = rows.getColumn(0).getInt64();
      fault.uuid = rows.getColumn(1).getString(), fault.name = rows.getColumn(2).getString();
      fault.age = rows.getColumn(3).getInt(), fault.sense = rows.getColumn(4).getInt();
      fault.dip_direction = rows.getColumn(5).getString();
      fault.dip_deg = orNothing(rows.getColumn(6)), fault.slip_mm_per_a = orNothing(rows.getColumn(7));
      fault.buried = rows.getColumn(8).getInt() != 0;
      fault.length_m = rows.getColumn(9).getDouble();
      fault.figures_source = rows.getColumn(10).getString();
      fault.line = verticesOf(rows.getColumn(11));
      if (fault.line.size() < 2) continue;
      const double azimuth = geodesicBetween(fault.line.front(), fault.line.back()).azimuth_deg;
      fault.strike_deg = std::fmod(azimuth + 360, 180);
      found.push_back(std::move(fault));
    }
    return found;
  });
}

Result<std::vector<NearFault>> FaultStore::near(LonLat place, std::size_t at_most) const {
  auto all = faults();
  if (!all) return std::unexpected(all.error());
  const LocalPlane plane(place);
  std::vector<NearFault> found;
  for (Fault& fault : *all) {
    NearFault near{{}, std::numeric_limits<double>::infinity(), {}};
    for (std::size_t i = 0; i + 1 < fault.line.size(); ++i) {
      const PlaneXY on = nearestOn(plane.at(fault.line[i]), plane.at(fault.line[i + 1]), {0, 0});
      if (const double dist = std::hypot(on.x, on.y); dist < near.dist_m)
        near.dist_m = dist, near.nearest = plane.back(on);
    }
    near.fault = std::move(fault);
    found.push_back(std::move(near));
  }
  std::ranges::sort(found, {}, &NearFault::dist_m);
  if (found.size() > at_most) found.resize(at_most);
  return found;
}

Result<std::vector<BuildingNearFault>> FaultStore::buildingsNear(const Fault& fault, double dist_m,
                                                                 const CancelToken& cancel) const {
  if (!(dist_m > 0 && dist_m <= 5000)) return fail(ErrorCode::kOutOfRange, "dist_m", "0 to 5000");
  return guarded(m_db, [&]() -> Result<std::vector<BuildingNearFault>> {
    std::map<std::int64_t, BuildingNearFault> found;
    SQLite::Statement rows(
        m_db.sql(),
        "SELECT b.fid, b.uuid, b.division_code, ifnull(d.name,''), b.structure, b.storeys, b.use, b.residents,"
        " b.footprint_m2, b.seismic_designed, b.geom FROM rtree_building_geom r JOIN building b ON b.fid=r.id"
        " LEFT JOIN division d ON d.code=b.division_code"
        " WHERE r.minx<=? AND r.maxx>=? AND r.miny<=? AND r.maxy>=?");
    for (std::size_t i = 0; i + 1 < fault.line.size(); ++i) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, fault.name);
      const LonLat from = fault.line[i], to = fault.line[i + 1];
      const LocalPlane plane({(from.lon_deg + to.lon_deg) / 2, (from.lat_deg + to.lat_deg) / 2});
      const double east = dist_m / plane.eastM() * 1.001, north = dist_m / plane.northM() * 1.001;
      rows.reset();
      rows.bind(1, std::max(from.lon_deg, to.lon_deg) + east);
      rows.bind(2, std::min(from.lon_deg, to.lon_deg) - east);
      rows.bind(3, std::max(from.lat_deg, to.lat_deg) + north);
      rows.bind(4, std::min(from.lat_deg, to.lat_deg) - north);
      while (rows.executeStep()) {
        const auto outline = verticesOf(rows.getColumn(10));
        if (outline.empty()) continue;
        std::vector<PlaneXY> ring;
        LonLatBox box;
        for (const LonLat p : outline) ring.push_back(plane.at(p)), box.add(p);
        const double dist = distanceToOutline(plane.at(from), plane.at(to), ring);
        if (dist > dist_m) continue;
        BuildingNearFault building;
        building.fid = rows.getColumn(0).getInt64();
        building.uuid = rows.getColumn(1).getString(), building.division_code = rows.getColumn(2).getString();
        building.division_name = rows.getColumn(3).getString();
        building.structure = rows.getColumn(4).getInt(), building.storeys = rows.getColumn(5).getInt();
        building.use = rows.getColumn(6).getInt(), building.residents = rows.getColumn(7).getInt();
        building.footprint_m2 = rows.getColumn(8).getDouble();
        building.seismic_designed = rows.getColumn(9).getInt() != 0;
        building.where = box.centre();
        building.dist_m = dist;
        const auto known = found.find(building.fid);
        if (known == found.end())
          found.emplace(building.fid, std::move(building));
        else
          known->second.dist_m = std::min(known->second.dist_m, dist);
      }
    }
    std::vector<BuildingNearFault> sorted;
    for (auto& [fid, building] : found) sorted.push_back(std::move(building));
    std::ranges::stable_sort(sorted, {}, &BuildingNearFault::dist_m);
    return sorted;
  });
}

}  // namespace gis::seismic
