// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_situation.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numbers>
#include <set>

#include "gis/flood/flood_local_day.h"

namespace gis::flood {
namespace {

constexpr int kTrendHours = 3;
constexpr int kLeastDaysOfRain = 10;

Freshness freshnessOf(std::optional<std::int64_t> last_utc_ms, std::int64_t now_utc_ms, const FloodRules& rules) {
  if (!last_utc_ms) return Freshness::kNever;
  const double age_h = static_cast<double>(now_utc_ms - *last_utc_ms) / static_cast<double>(kHourMs);
  return age_h > rules.silent_h ? Freshness::kSilent : age_h > rules.stale_h ? Freshness::kStale : Freshness::kFresh;
}

class Judge {
 public:
  Judge(const FloodRegister& records, const FloodReadings& readings, ArealMethod method)
      : m_records(records), m_readings(readings), m_method(method) {
    m_now.as_of_utc_ms = readings.as_of_utc_ms;
    m_now.method = method;
    LonLatBox box;
    for (const Station& s : records.stations) box.add(s.at);
    if (!box.empty()) m_middle = box.centre();
    for (std::size_t i = 0; i < records.stations.size(); ++i) m_station_of[records.stations[i].code] = i;
  }

  Result<FloodSituation> run(const CancelToken& cancel) {
    stations();
    if (auto done = sections(cancel); !done) return std::unexpected(done.error());
    rivers();
    reservoirs();
    droughts();
    alerts();
    return std::move(m_now);
  }

 private:
  // A plane about the stations' middle, metres: weights need proportions only.
  MapXY metresOf(LonLat at) const {
    const double east = 111320 * std::cos(m_middle.lat_deg * std::numbers::pi / 180);
    return {(at.lon_deg - m_middle.lon_deg) * east, (at.lat_deg - m_middle.lat_deg) * 110990};
  }

  void stations() {
    for (std::size_t i = 0; i < m_records.stations.size(); ++i) {
      const Station& station = m_records.stations[i];
      StationNow now;
      now.station = i;
      if (const auto rain = m_readings.rain.find(station.code); rain != m_readings.rain.end()) {
        const auto& mm = rain->second.mm;
        for (std::size_t h = mm.size(); h-- > 0;)
          if (!std::isnan(mm[h])) {
            now.last_utc_ms = rain->second.endOf(h);
            break;
          }
        const std::size_t last = mm.size() - 1;
        const auto sum = [&](double window_h) {
          const auto found = windowSum(rain->second, last, window_h);
          return found && *found ? **found : WindowSum{};
        };
        now.rain_1h_mm = sum(1).rain_mm, now.rain_3h_mm = sum(3).rain_mm, now.rain_6h_mm = sum(6).rain_mm;
        const WindowSum day = sum(24);
        now.rain_24h_mm = day.rain_mm, now.missing_24h = day.missing_h;
        if (day.missing_h < 24) m_reporting.push_back(i);
      }
      if (const auto water = m_readings.water.find(station.code);
          water != m_readings.water.end() && !water->second.empty())
        now.last_utc_ms = std::max(now.last_utc_ms.value_or(0), water->second.back().at_utc_ms);
      if (const auto soil = m_readings.soil.find(station.code); soil != m_readings.soil.end())
        now.last_utc_ms = std::max(now.last_utc_ms.value_or(0), soil->second.at_utc_ms);
      now.freshness = freshnessOf(now.last_utc_ms, m_now.as_of_utc_ms, m_records.rules);
      m_now.stations.push_back(now);
    }
    for (const std::size_t i : m_reporting) {
      m_places.push_back(metresOf(m_records.stations[i].at));
      m_series.push_back(m_readings.rain.at(m_records.stations[i].code));
    }
  }

  Result<std::vector<StationWeight>> weightsOf(const DangerSection& section) {
    const auto rings = m_records.catchment_rings.find(section.catchment_code);
    if (rings == m_records.catchment_rings.end()) return idwWeights(metresOf(section.at), m_places);
    const auto known = m_weights.find(section.catchment_code);
    if (known != m_weights.end()) return known->second;
    AreaRings area;
    for (const auto& ring : rings->second) {
      auto& metres = area.emplace_back();
      for (const MapXY& p : ring) metres.push_back(metresOf({p.x_m, p.y_m}));
    }
    auto weights = m_method == ArealMethod::kThiessen ? thiessenWeights(area, m_places) : idwWeights(area, m_places);
    if (weights) m_weights[section.catchment_code] = *weights;
    return weights;
  }

  void judge(const DangerSection& section, SectionNow& now) {
    const auto weights = weightsOf(section);
    if (!weights) {
      now.trouble = errorName(weights.error().code) + ": " + weights.error().subject;
      return;
    }
    now.rain = arealRain(*weights, m_series);
    const HourlyRain& rain = now.rain;
    now.stations = static_cast<int>(weights->size());
    if (rain.mm.empty()) return;
    const std::size_t last = rain.mm.size() - 1;
    const auto sum_mm = [&](double window_h) {
      const auto found = windowSum(rain, last, window_h);
      return found && *found ? (*found)->rain_mm : 0;
    };
    now.rain_1h_mm = sum_mm(1), now.rain_3h_mm = sum_mm(3), now.rain_6h_mm = sum_mm(6), now.rain_24h_mm = sum_mm(24);
    // The ground as it was a day ago: the storm itself does not count twice.
    if (last >= 24 + kLeastDaysOfRain * 24) {
      const DailyRain days = dailyRain(rain, last - 24);
      const auto index =
          antecedentIndexMm(days.rain_mm_per_d, m_records.rules.wetness.capacity_mm / 2, m_records.rules.wetness);
      if (index) {
        now.index_mm = *index;
        if (const auto soil = soilState(*index, m_records.rules.wetness.capacity_mm)) now.soil = *soil;
      }
    }
    const auto state = thresholdState(rain, last, m_records.rules.hold_h, section.thresholds, now.soil);
    if (!state) {
      now.trouble = errorName(state.error().code) + ": " + state.error().subject;
      return;
    }
    now.state = *state;
    now.level = state->level;
    if (!state->by) now.trouble = "no_threshold";
  }

  Result<void> sections(const CancelToken& cancel) {
    for (std::size_t i = 0; i < m_records.sections.size(); ++i) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "flood");
      SectionNow now;
      now.section = i;
      judge(m_records.sections[i], now);
      m_now.sections.push_back(std::move(now));
    }
    std::ranges::stable_sort(m_now.sections, [&](const SectionNow& a, const SectionNow& b) {
      return a.level != b.level ? a.level > b.level : a.state.share_of_move_ratio > b.state.share_of_move_ratio;
    });
    return {};
  }

  const std::vector<WaterReading>* waterOf(const std::string& station) const {
    const auto found = m_readings.water.find(station);
    return found == m_readings.water.end() || found->second.empty() ? nullptr : &found->second;
  }

  void rivers() {
    for (std::size_t i = 0; i < m_records.gauges.size(); ++i) {
      const Gauge& gauge = m_records.gauges[i];
      const auto station = m_station_of.find(gauge.station_code);
      if (!gauge.reservoir_uuid.empty() || station == m_station_of.end()) continue;
      RiverNow now;
      now.gauge = i, now.station = station->second;
      if (const auto* water = waterOf(gauge.station_code)) {
        now.last = water->back();
        now.freshness = freshnessOf(now.last->at_utc_ms, m_now.as_of_utc_ms, m_records.rules);
        if (const auto state = stageState(now.last->level_m, gauge.marks)) now.state = *state;
        now.trend_m_per_h = levelTrend(*water, now.last->at_utc_ms, kTrendHours);
        if (gauge.marks.warning_stage_m) {
          now.above_warning_m = now.last->level_m - *gauge.marks.warning_stage_m;
          if (*now.above_warning_m < 0 && now.trend_m_per_h && *now.trend_m_per_h > 0) {
            const double hours = -*now.above_warning_m / *now.trend_m_per_h;
            if (hours <= 24) now.warning_in_h = hours;
          }
        }
      }
      m_now.rivers.push_back(now);
    }
    std::ranges::stable_sort(m_now.rivers, [](const RiverNow& a, const RiverNow& b) {
      return a.state != b.state ? a.state > b.state
                                : a.above_warning_m.value_or(-1e9) > b.above_warning_m.value_or(-1e9);
    });
  }

  void judge(const ReservoirRecord& record, ReservoirNow& now) const {
    const double level_m = now.last->level_m;
    const auto limit_m = now.limit && now.limit->limit_level_m ? now.limit->limit_level_m : record.flood_limit_level_m;
    if (limit_m) now.above_limit_m = level_m - *limit_m;
    const auto reached = [&](const std::optional<double>& mark_m) { return mark_m && level_m >= *mark_m; };
    if (limit_m || record.normal_level_m || record.check_level_m)
      now.state = reached(record.check_level_m)    ? ReservoirState::kAboveCheck
                  : reached(record.normal_level_m) ? ReservoirState::kAboveNormal
                  : limit_m && level_m > *limit_m  ? ReservoirState::kAboveLimit
                                                   : ReservoirState::kNormal;
    if (const auto storage = record.curve.storageAt(level_m)) now.storage_m3 = *storage;
    if (!now.storage_m3 || !record.normal_level_m) return;
    const auto full = record.curve.storageAt(*record.normal_level_m);
    if (!full) return;
    now.free_to_normal_m3 = std::max(0.0, *full - *now.storage_m3);
    if (!now.last->inflow_m3_per_s) return;
    const auto hours =
        hoursUntilFull(*now.free_to_normal_m3, *now.last->inflow_m3_per_s, now.last->outflow_m3_per_s.value_or(0));
    if (hours) now.full_in_h = *hours;
  }

  void reservoirs() {
    const std::string today = localMonthDay(m_now.as_of_utc_ms);
    for (std::size_t i = 0; i < m_records.reservoirs.size(); ++i) {
      const ReservoirRecord& record = m_records.reservoirs[i];
      ReservoirNow now;
      now.reservoir = i;
      now.limit = limitOn(record.limits, today);
      for (std::size_t lead = 0; lead < 3; ++lead) now.lead_missing[lead] = record.leads[lead].empty();
      for (const Gauge& gauge : m_records.gauges) {
        if (gauge.reservoir_uuid != record.uuid) continue;
        if (const auto station = m_station_of.find(gauge.station_code); station != m_station_of.end())
          now.station = station->second;
        if (const auto* water = waterOf(gauge.station_code)) {
          now.last = water->back();
          now.freshness = freshnessOf(now.last->at_utc_ms, m_now.as_of_utc_ms, m_records.rules);
          now.trend_m_per_h = levelTrend(*water, now.last->at_utc_ms, kTrendHours);
          judge(record, now);
        }
      }
      m_now.reservoirs.push_back(std::move(now));
    }
    std::ranges::stable_sort(m_now.reservoirs, [](const ReservoirNow& a, const ReservoirNow& b) {
      return a.state != b.state ? a.state > b.state : a.above_limit_m.value_or(-1e9) > b.above_limit_m.value_or(-1e9);
    });
  }

  void droughts() {
    const int month = std::stoi(localMonthDay(m_now.as_of_utc_ms).substr(0, 2));
    std::map<std::string, DroughtNow> counties;
    for (const auto& [code, division] : m_records.divisions)
      if (division.level == 3) counties[code].county_code = code;
    for (const ReservoirNow& r : m_now.reservoirs) {
      const auto county = counties.find(FloodRegister::countyOf(m_records.reservoirs[r.reservoir].division_code));
      if (county == counties.end()) continue;
      if (r.storage_m3)
        county->second.storage_m3 = county->second.storage_m3.value_or(0) + *r.storage_m3;
      else
        ++county->second.reservoirs_without_reading;
    }
    std::map<std::string, std::pair<double, int>> soils;
    for (const auto& [code, soil] : m_readings.soil)
      if (const auto station = m_station_of.find(code); station != m_station_of.end()) {
        auto& [sum, count] = soils[FloodRegister::countyOf(m_records.stations[station->second].division_code)];
        sum += soil.relative_percent, ++count;
      }
    const auto grade = [&](int indicator, double value) -> std::optional<DroughtGrade> {
      const auto limits = m_records.drought_limits.find(indicator);
      if (limits == m_records.drought_limits.end()) return std::nullopt;
      const auto found = droughtGrade(value, limits->second);
      return found ? std::optional(*found) : std::nullopt;
    };
    for (auto& [code, now] : counties) {
      const auto normal = std::ranges::find_if(
          m_records.normals, [&](const CountyNormal& n) { return n.division_code == code && n.month == month; });
      const bool known = normal != m_records.normals.end();
      if (const auto soil = soils.find(code); soil != soils.end()) {
        now.soil_relative_percent = soil->second.first / soil->second.second;
        now.soil_grade = grade(1, *now.soil_relative_percent);
        if (known && normal->soil_relative_percent)
          if (const auto percent = percentOfNormal(*now.soil_relative_percent, *normal->soil_relative_percent))
            now.soil_percent = *percent;
      }
      if (now.storage_m3 && known && normal->reservoir_storage_m3)
        if (const auto percent = percentOfNormal(*now.storage_m3, *normal->reservoir_storage_m3)) {
          now.storage_percent = *percent;
          now.storage_grade = grade(2, *percent - 100);
        }
      m_now.droughts.push_back(now);
    }
  }

  void alerts() {
    for (std::size_t i = 0; i < m_now.sections.size(); ++i)
      if (const SectionNow& s = m_now.sections[i]; s.level != FlashFloodLevel::kNone)
        m_now.alerts.push_back(
            {AlertKind::kSection, s.level == FlashFloodLevel::kMove ? 3 : 2, i, s.state.share_of_move_ratio});
    for (std::size_t i = 0; i < m_now.rivers.size(); ++i)
      if (const RiverNow& r = m_now.rivers[i]; r.state != StageState::kNormal)
        m_now.alerts.push_back(
            {AlertKind::kRiver, r.state == StageState::kAboveGuaranteed ? 3 : 2, i, r.above_warning_m.value_or(0)});
    for (std::size_t i = 0; i < m_now.reservoirs.size(); ++i)
      if (const ReservoirNow& r = m_now.reservoirs[i]; r.state > ReservoirState::kNormal)
        m_now.alerts.push_back({AlertKind::kReservoir,
                                r.state == ReservoirState::kAboveCheck    ? 3
                                : r.state == ReservoirState::kAboveNormal ? 2
                                                                          : 1,
                                i, r.above_limit_m.value_or(0)});
    std::ranges::stable_sort(m_now.alerts, [](const FloodAlert& a, const FloodAlert& b) {
      if (a.severity != b.severity) return a.severity > b.severity;
      if (a.kind != b.kind) return a.kind > b.kind;  // a dam threatens more than a village
      return a.excess > b.excess;
    });
  }

  const FloodRegister& m_records;
  const FloodReadings& m_readings;
  ArealMethod m_method;
  LonLat m_middle;
  FloodSituation m_now;
  std::map<std::string, std::size_t> m_station_of;
  std::vector<std::size_t> m_reporting;
  std::vector<MapXY> m_places;
  std::vector<HourlyRain> m_series;
  std::map<std::string, std::vector<StationWeight>> m_weights;
};

}  // namespace

const std::string& FloodRegister::divisionName(const std::string& code) const {
  static const std::string kNone;
  const auto found = divisions.find(code);
  return found == divisions.end() ? kNone : found->second.name;
}

std::string FloodRegister::countyOf(const std::string& division_code) {
  return division_code.size() < 6 ? std::string() : division_code.substr(0, 6) + "000000";
}

int FloodSituation::silentStations() const {
  return static_cast<int>(std::ranges::count_if(stations, [](const StationNow& s) {
    return s.freshness == Freshness::kSilent || s.freshness == Freshness::kNever;
  }));
}

Result<FloodSituation> judgeFlood(const FloodRegister& records, const FloodReadings& readings, ArealMethod method,
                                  const CancelToken& cancel) {
  return Judge(records, readings, method).run(cancel);
}

std::optional<LimitPeriod> limitOn(const std::vector<LimitPeriod>& limits, const std::string& mmdd) {
  for (const LimitPeriod& limit : limits) {
    const bool whole = limit.begins_mmdd <= limit.ends_mmdd;
    const bool after = mmdd >= limit.begins_mmdd, before = mmdd <= limit.ends_mmdd;
    if (whole ? after && before : after || before) return limit;
  }
  return std::nullopt;
}

std::optional<double> levelTrend(const std::vector<WaterReading>& readings, std::int64_t now_utc_ms, double window_h) {
  // Least squares through what lies in the window.
  double n = 0, sum_t = 0, sum_z = 0, sum_tt = 0, sum_tz = 0;
  for (const WaterReading& r : readings) {
    const double t_h = static_cast<double>(r.at_utc_ms - now_utc_ms) / static_cast<double>(kHourMs);
    if (t_h < -window_h - 1e-9 || t_h > 1e-9) continue;
    n += 1, sum_t += t_h, sum_z += r.level_m, sum_tt += t_h * t_h, sum_tz += t_h * r.level_m;
  }
  const double spread = n * sum_tt - sum_t * sum_t;
  if (n < 2 || spread <= 0) return std::nullopt;
  return (n * sum_tz - sum_t * sum_z) / spread;
}

}  // namespace gis::flood
