// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/fire/daily_weather_store.h"

#include <algorithm>
#include <map>
#include <set>

#include "gis/edit/row_editor.h"
#include "gis/store/guarded.h"

namespace gis::fire {
namespace {

// 潞州 finds 潞州区; a code of six digits finds that of twelve.
const FireDistrict* districtOf(const std::vector<FireDistrict>& all, const std::string& text) {
  if (text.size() < 6) return nullptr;  // two characters at least
  for (const FireDistrict& d : all)
    if (d.code == text || d.name == text || (text.size() == 6 && d.code.starts_with(text)) || d.name.starts_with(text))
      return &d;
  return nullptr;
}

CellValue cellOf(const std::optional<double>& value) { return value ? CellValue(*value) : CellValue(); }

RowCells rowCellsOf(const DailyWeather& w) {
  return {{"temperature_c", w.temperature_c},
          {"humidity_percent", w.humidity_percent},
          {"wind_m_per_s", w.wind_m_per_s},
          {"rain_mm", w.rain_mm},
          {"max_temperature_c", cellOf(w.max_temperature_c)},
          {"min_humidity_percent", cellOf(w.min_humidity_percent)},
          {"max_wind_m_per_s", cellOf(w.max_wind_m_per_s)}};
}

}  // namespace

Result<std::vector<FireDistrict>> DailyWeatherStore::districts() const {
  return guarded(m_db, [&]() -> Result<std::vector<FireDistrict>> {
    std::vector<FireDistrict> made;
    SQLite::Statement q(m_db.sql(), "SELECT code, name, seat_lat_deg FROM division WHERE level=3 ORDER BY code");
    while (q.executeStep())
      made.push_back({q.getColumn(0).getString(), q.getColumn(1).getString(),
                      q.getColumn(2).isNull() ? 36.0 : q.getColumn(2).getDouble()});
    return made;
  });
}

Result<std::vector<DailyWeather>> DailyWeatherStore::all() const {
  return guarded(m_db, [&]() -> Result<std::vector<DailyWeather>> {
    std::vector<DailyWeather> made;
    SQLite::Statement q(
        m_db.sql(),
        "SELECT w.division_code, w.day, w.temperature_c, w.humidity_percent, w.wind_m_per_s, w.rain_mm, "
        "w.max_temperature_c, w.min_humidity_percent, w.max_wind_m_per_s, ifnull(d.seat_lat_deg, 36) "
        "FROM weather_daily w JOIN division d ON d.code=w.division_code ORDER BY w.division_code, w.day");
    const auto real = [&](int i) -> std::optional<double> {
      return q.getColumn(i).isNull() ? std::nullopt : std::optional(q.getColumn(i).getDouble());
    };
    while (q.executeStep()) {
      const auto day = dayFrom(q.getColumn(1).getString());
      if (!day) continue;
      DailyWeather w{q.getColumn(0).getString(),
                     *day,
                     q.getColumn(2).getDouble(),
                     q.getColumn(3).getDouble(),
                     q.getColumn(4).getDouble(),
                     q.getColumn(5).getDouble(),
                     real(6),
                     real(7),
                     real(8),
                     q.getColumn(9).getDouble()};
      if (impossibleValues(w).empty()) made.push_back(std::move(w));
    }
    return made;
  });
}

Result<WeatherSaved> DailyWeatherStore::save(std::vector<DailyWeather> weather, const std::string& source,
                                             const EditAuthor& author, const std::string& title, UuidSource& uuids,
                                             const Clock& clock) const {
  for (const DailyWeather& w : weather)
    if (const auto wrong = impossibleValues(w); !wrong.empty())
      return fail(ErrorCode::kOutOfRange, w.district + " " + dayText(w.day), wrong.front());
  const auto known = districts();
  if (!known) return std::unexpected(known.error());
  WeatherSaved saved;
  std::set<std::string> unknown;
  const auto step =
      RowEditor::edit(m_db, uuids, clock, {author, StepKind::kEdit, title}, [&](RowEditor& rows) -> Result<void> {
        std::map<std::pair<std::string, std::string>, std::string> there;
        const auto read = guarded(m_db, [&]() -> Result<void> {
          SQLite::Statement q(m_db.sql(), "SELECT division_code, day, uuid FROM weather_daily");
          while (q.executeStep())
            there[{q.getColumn(0).getString(), q.getColumn(1).getString()}] = q.getColumn(2).getString();
          return {};
        });
        if (!read) return read;
        for (const DailyWeather& w : weather) {
          const FireDistrict* district = districtOf(*known, w.district);
          if (district == nullptr) {
            unknown.insert(w.district);
            continue;
          }
          RowCells cells = rowCellsOf(w);
          const std::pair key(district->code, dayText(w.day));
          if (const auto found = there.find(key); found != there.end()) {
            const auto before = rows.rows().read("weather_daily", found->second);
            if (!before) return std::unexpected(before.error());
            const bool same = *before && std::ranges::all_of(cells, [&](const auto& cell) {
              const auto old = (*before)->find(cell.first);
              return old != (*before)->end() && old->second == cell.second;
            });
            if (same) {
              ++saved.same;
              continue;
            }
            if (auto set = rows.set("weather_daily", found->second, cells); !set) return set;
            ++saved.changed;
            continue;
          }
          cells["division_code"] = key.first;
          cells["day"] = key.second;
          cells["source"] = source;
          auto made = rows.insert("weather_daily", std::move(cells));
          if (!made) return std::unexpected(std::move(made.error()));
          there[key] = *made;
          ++saved.added;
        }
        return {};
      });
  if (!step) return std::unexpected(step.error());
  saved.unknown_districts.assign(unknown.begin(), unknown.end());
  return saved;
}

}  // namespace gis::fire
