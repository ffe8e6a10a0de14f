// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/edit/edit_change.h"
#include "gis/fire/daily_weather.h"
#include "gis/store/database.h"

namespace gis::fire {

// A county as the weather tables know it.
struct FireDistrict {
  std::string code;
  std::string name;
  double lat_deg = 36;
};

struct WeatherSaved {
  int added = 0, changed = 0, same = 0;
  std::vector<std::string> unknown_districts;  // rows of these were left out
};

// The table weather_daily. One thread, one connection.
class DailyWeatherStore {
 public:
  explicit DailyWeatherStore(const Database& db) : m_db(db) {}
  Result<std::vector<FireDistrict>> districts() const;
  // `district` of each is the division code. Sorted by district and day.
  Result<std::vector<DailyWeather>> all() const;
  // Adds days and corrects those that are there, in one step of the edit log; districts by code or name. Fails with
  // kOutOfRange (an impossible value: the detail says which) and as RowEditor does.
  Result<WeatherSaved> save(std::vector<DailyWeather> weather, const std::string& source, const EditAuthor& author,
                            const std::string& title, UuidSource& uuids, const Clock& clock) const;

 private:
  const Database& m_db;
};

}  // namespace gis::fire
