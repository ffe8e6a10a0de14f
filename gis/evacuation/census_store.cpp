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
