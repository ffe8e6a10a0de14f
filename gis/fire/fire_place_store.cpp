// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/fire_place_store.h"

#include <fmt/format.h>

#include "gis/store/guarded.h"

namespace gis::fire {
namespace {

struct Source {
  PlaceKind kind;
  const char* table;
  const char* people;  // SQL of the number of people, or NULL
  const char* note;
  const char* name;
};

constexpr Source kSources[] = {
    {PlaceKind::kVillage, "settlement",
     "(SELECT p.population FROM population_village p WHERE p.division_code=t.division_code)", "''", "t.name"},
    {PlaceKind::kWater, "water_point", "NULL",
     "CASE WHEN t.volume_m3 IS NULL THEN '' ELSE CAST(CAST(t.volume_m3 AS INTEGER) AS TEXT) END || CASE WHEN "
     "t.helicopter THEN 'H' ELSE '' END",
     "t.name"},
    {PlaceKind::kHelipad, "helipad", "NULL", "''", "t.name"},
    {PlaceKind::kLookout, "lookout", "NULL", "''", "t.name"},
    {PlaceKind::kCamera, "fire_camera", "NULL", "''", "t.name"},
    {PlaceKind::kKeySite, "school", "t.pupils", "''", "t.name"},
    {PlaceKind::kKeySite, "hospital", "t.beds", "''", "t.name"},
    {PlaceKind::kKeySite, "care_home", "t.residents", "''", "t.name"},
    {PlaceKind::kKeySite, "tourist_site", "t.capacity", "''", "t.name"},
    {PlaceKind::kKeySite, "hazchem_site", "NULL", "''", "t.name"},
    {PlaceKind::kKeySite, "mine", "NULL", "''", "t.name"},
    {PlaceKind::kKeySite, "tailings_pond", "NULL", "''", "t.name"},
};

FirePlace placeAt(const SQLite::Statement& q, PlaceKind kind, const char* table) {
  FirePlace place;
  place.kind = kind;
  place.table = table;
  place.fid = q.getColumn(0).getInt64();
  place.uuid = q.getColumn(1).getString();
  place.name = q.getColumn(2).getString();
  place.division_code = q.getColumn(3).getString();
  place.where = {q.getColumn(4).getDouble(), q.getColumn(5).getDouble()};
  if (!q.getColumn(6).isNull()) place.people = q.getColumn(6).getInt64();
  place.note = q.getColumn(7).getString();
  return place;
}

}  // namespace

Result<std::vector<FirePlace>> FirePlaceStore::within(const LonLatBox& box) const {
  return guarded(m_db, [&]() -> Result<std::vector<FirePlace>> {
    std::vector<FirePlace> places;
    for (const Source& source : kSources) {
      SQLite::Statement q(
          m_db.sql(),
          fmt::format("SELECT t.fid, t.uuid, {4}, t.division_code, ST_MinX(t.geom), ST_MinY(t.geom), {0}, {1} "
                      "FROM rtree_{2}_geom r JOIN {3} t ON t.fid=r.id "
                      "WHERE r.maxx>=?1 AND r.minx<=?2 AND r.maxy>=?3 AND r.miny<=?4",
                      source.people, source.note, source.table, source.table, source.name));
      q.bind(1, box.west_deg), q.bind(2, box.east_deg), q.bind(3, box.south_deg), q.bind(4, box.north_deg);
      while (q.executeStep()) places.push_back(placeAt(q, source.kind, source.table));
    }
    return places;
  });
}

Result<std::vector<FirePlace>> FirePlaceStore::teams() const {
  return guarded(m_db, [&]() -> Result<std::vector<FirePlace>> {
    std::vector<FirePlace> places;
    SQLite::Statement q(m_db.sql(),
                        "SELECT t.fid, t.uuid, t.name, t.division_code, ST_MinX(t.geom), ST_MinY(t.geom), t.members, "
                        "t.leader || ' ' || t.phone, t.kind=2 FROM rescue_team t WHERE t.kind IN (1,2,8)");
    while (q.executeStep()) {
      places.push_back(placeAt(q, PlaceKind::kTeam, "rescue_team"));
      places.back().forest_team = q.getColumn(8).getInt() != 0;
    }
    return places;
  });
}

Result<std::vector<std::string>> FirePlaceStore::divisionNames(const std::string& code) const {
  return guarded(m_db, [&]() -> Result<std::vector<std::string>> {
    SQLite::Statement q(m_db.sql(),
                        "WITH RECURSIVE up(code, parent, name, level) AS ("
                        "SELECT code, parent_code, name, level FROM division WHERE code=?1 UNION ALL "
                        "SELECT d.code, d.parent_code, d.name, d.level FROM division d JOIN up ON d.code=up.parent) "
                        "SELECT name FROM up ORDER BY level");
    q.bind(1, code);
    std::vector<std::string> names;
    while (q.executeStep()) names.push_back(q.getColumn(0).getString());
    return names;
  });
}

Result<std::vector<FirePerson>> FirePlaceStore::persons(const std::string& division_code) const {
  return guarded(m_db, [&]() -> Result<std::vector<FirePerson>> {
    SQLite::Statement q(m_db.sql(),
                        "WITH RECURSIVE up(code, parent, level) AS ("
                        "SELECT code, parent_code, level FROM division WHERE code=?1 UNION ALL "
                        "SELECT d.code, d.parent_code, d.level FROM division d JOIN up ON d.code=up.parent) "
                        "SELECT p.name, p.post, p.phone, p.division_code, d.name, p.unit FROM up "
                        "JOIN responsible_person p ON p.division_code=up.code JOIN division d ON d.code=up.code WHERE "
                        "p.object_table='' AND p.role IN (1,6,11,12,13,14) "
                        "ORDER BY up.level DESC, p.role=11 DESC, p.role, p.fid LIMIT 12");
    q.bind(1, division_code);
    std::vector<FirePerson> persons;
    while (q.executeStep())
      persons.push_back({q.getColumn(0).getString(), q.getColumn(1).getString(), q.getColumn(2).getString(),
                         q.getColumn(3).getString(), q.getColumn(4).getString(), q.getColumn(5).getString()});
    return persons;
  });
}

Result<LonLatBox> FirePlaceStore::cityBox() const {
  return guarded(m_db, [&]() -> Result<LonLatBox> {
    SQLite::Statement q(m_db.sql(),
                        "SELECT min_x, min_y, max_x, max_y FROM gpkg_contents WHERE table_name='division' AND min_x "
                        "IS NOT NULL");
    LonLatBox box;
    if (q.executeStep())
      box = {q.getColumn(0).getDouble(), q.getColumn(1).getDouble(), q.getColumn(2).getDouble(),
             q.getColumn(3).getDouble()};
    return box;
  });
}

Result<std::vector<VillageSeat>> FirePlaceStore::villageSeats() const {
  return guarded(m_db, [&]() -> Result<std::vector<VillageSeat>> {
    SQLite::Statement q(m_db.sql(),
                        "SELECT v.name, coalesce(c.name,''), v.seat_lon_deg, v.seat_lat_deg FROM division v LEFT JOIN "
                        "division c ON c.level=3 AND substr(c.code,1,6)=substr(v.code,1,6) WHERE v.level=5 AND "
                        "v.seat_lon_deg IS NOT NULL AND v.seat_lat_deg IS NOT NULL ORDER BY v.code");
    std::vector<VillageSeat> seats;
    while (q.executeStep())
      seats.push_back({q.getColumn(0).getString(),
                       q.getColumn(1).getString(),
                       {q.getColumn(2).getDouble(), q.getColumn(3).getDouble()}});
    return seats;
  });
}

}  // namespace gis::fire
