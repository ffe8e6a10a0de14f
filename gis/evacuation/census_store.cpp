// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/census_store.h"

#include "gis/store/guarded.h"

namespace gis::evacuation {

Result<std::vector<Shelter>> CensusStore::shelters() const {
  return guarded(*m_db, [&]() -> Result<std::vector<Shelter>> {
    std::vector<Shelter> all;
    SQLite::Statement row(m_db->sql(),
                          "SELECT fid, uuid, name, class, capacity, ST_MinX(geom), ST_MinY(geom) FROM shelter "
                          "ORDER BY division_code, name, uuid");
    while (row.executeStep()) {
      Shelter shelter;
      shelter.fid = row.getColumn(0).getInt64();
      shelter.uuid = row.getColumn(1).getString();
      shelter.name = row.getColumn(2).getString();
      shelter.shelter_class = row.getColumn(3).getInt();
      shelter.capacity = row.getColumn(4).getInt64();
      shelter.where = {row.getColumn(5).getDouble(), row.getColumn(6).getDouble()};
      all.push_back(std::move(shelter));
    }
    return all;
  });
}

Result<std::vector<Village>> CensusStore::villagesOf(const std::string& digits) const {
  const auto seats = villageSeats();
  if (!seats) return std::unexpected(seats.error());
  return guarded(*m_db, [&]() -> Result<std::vector<Village>> {
    std::vector<Village> villages;
    SQLite::Statement row(m_db->sql(),
                          "SELECT d.code, d.name, p.population, p.households FROM population_village p JOIN division d "
                          "ON d.code=p.division_code WHERE p.population>0 AND substr(d.code,1,?)=? ORDER BY d.code");
    row.bind(1, static_cast<int>(digits.size()));
    row.bind(2, digits);
    while (row.executeStep()) {
      Village village;
      village.code = row.getColumn(0).getString();
      village.name = row.getColumn(1).getString();
      village.people = village.population = row.getColumn(2).getInt64();
      village.households = row.getColumn(3).getInt64();
      if (const auto seat = seats->find(village.code); seat != seats->end()) village.where = seat->second;
      villages.push_back(std::move(village));
    }
    return villages;
  });
}

Result<std::map<std::string, LonLat>> CensusStore::villageSeats() const {
  return guarded(*m_db, [&]() -> Result<std::map<std::string, LonLat>> {
    std::map<std::string, LonLat> seats;
    SQLite::Statement settlement(m_db->sql(),
                                 "SELECT division_code, ST_MinX(geom), ST_MinY(geom) FROM settlement ORDER BY is_seat");
    while (settlement.executeStep())
      seats[settlement.getColumn(0).getString()] = {settlement.getColumn(1).getDouble(),
                                                    settlement.getColumn(2).getDouble()};
    SQLite::Statement row(m_db->sql(),
                          "SELECT code, seat_lon_deg, seat_lat_deg FROM division WHERE seat_lon_deg IS NOT NULL AND "
                          "seat_lat_deg IS NOT NULL");
    while (row.executeStep())
      seats[row.getColumn(0).getString()] = {row.getColumn(1).getDouble(), row.getColumn(2).getDouble()};
    return seats;
  });
}

}  // namespace gis::evacuation
