// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/county_rain.h"

#include <algorithm>
#include <cmath>

#include "gis/flood/flood_load.h"
#include "gis/store/workspace.h"

namespace app {
namespace {

constexpr std::size_t kDayHours = 24, kBeforeHours = 72;

// Of the `hours` hours that end `ago` hours before the last; unknown ones add nothing.
double sumOfHours(const gis::flood::HourlyRain& rain, std::size_t ago, std::size_t hours) {
  double sum_mm = 0;
  const std::size_t to = rain.mm.size() > ago ? rain.mm.size() - ago : 0;
  for (std::size_t i = to > hours ? to - hours : 0; i < to; ++i)
    if (!std::isnan(rain.mm[i])) sum_mm += static_cast<double>(rain.mm[i]);
  return sum_mm;
}

}  // namespace

gis::Result<MeasuredRain> measuredRain(const std::filesystem::path& folder, const gis::CancelToken& cancel) {
  using gis::flood::Freshness;
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  if (!workspace) return std::unexpected(workspace.error());
  const auto view = gis::flood::loadFlood(workspace->db(), {}, gis::SystemClock(), cancel);
  if (!view) return std::unexpected(view.error());
  MeasuredRain measured{view->now.as_of_utc_ms, view->latest_utc_ms, {}};
  for (const gis::flood::StationNow& now : view->now.stations) {
    const gis::flood::Station& station = view->records.stations[now.station];
    const auto rain = view->readings.rain.find(station.code);
    const bool reports = now.freshness == Freshness::kFresh || now.freshness == Freshness::kStale;
    if ((station.kind != "PP" && station.kind != "MM") || !reports || rain == view->readings.rain.end()) continue;
    CountyRain& county = measured.counties[gis::flood::FloodRegister::countyOf(station.division_code)];
    county.day_mm = std::max(county.day_mm, now.rain_24h_mm);
    county.before_mm = std::max(county.before_mm, sumOfHours(rain->second, kDayHours, kBeforeHours));
    ++county.gauges;
  }
  return measured;
}

}  // namespace app
