// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/roster_store.h"

#include "gis/store/guarded.h"

namespace gis {

Result<Roster> readRoster(const Database& db) {
  return guarded(db, [&]() -> Result<Roster> {
    Roster roster;
    SQLite::Statement divisions(db.sql(),
                                "SELECT code, coalesce(parent_code,''), name, level, coalesce(seat_lon_deg,0), "
                                "coalesce(seat_lat_deg,0) FROM division ORDER BY code");
    while (divisions.executeStep())
      roster.divisions.push_back({{divisions.getColumn(0).getString(), divisions.getColumn(1).getString(),
                                   divisions.getColumn(2).getString(), divisions.getColumn(3).getInt()},
                                  {divisions.getColumn(4).getDouble(), divisions.getColumn(5).getDouble()}});
    SQLite::Statement persons(
        db.sql(),
        "SELECT uuid, name, post, unit, role, division_code, phone, phone_second, "
        "coalesce(deputy_uuid,''), object_table, coalesce(object_uuid,'') FROM responsible_person "
        "ORDER BY division_code, role, uuid");
    while (persons.executeStep()) {
      RosterPerson row;
      row.person = {persons.getColumn(0).getString(),
                    persons.getColumn(1).getString(),
                    persons.getColumn(2).getString(),
                    persons.getColumn(3).getString(),
                    persons.getColumn(4).getInt(),
                    persons.getColumn(5).getString(),
                    {}};
      for (const int column : {6, 7})
        if (std::string phone = persons.getColumn(column).getString(); !phone.empty())
          row.person.phones.push_back(std::move(phone));
      row.deputy_uuid = persons.getColumn(8).getString();
      row.object_table = persons.getColumn(9).getString();
      row.object_uuid = persons.getColumn(10).getString();
      roster.persons.push_back(std::move(row));
    }
    return roster;
  });
}

}  // namespace gis
