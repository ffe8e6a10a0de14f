// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/flood/flood_records.h"

namespace gis::flood {

enum class Freshness { kFresh, kStale, kSilent, kNever };

struct StationNow {
  std::size_t station = 0;
  Freshness freshness = Freshness::kNever;
  std::optional<std::int64_t> last_utc_ms;
  // Rain gauges: what fell, with hours missing of the last 24.
  double rain_1h_mm = 0, rain_3h_mm = 0, rain_6h_mm = 0, rain_24h_mm = 0;
  int missing_24h = 0;
};

enum class ArealMethod { kThiessen, kIdw };

struct SectionNow {
  std::size_t section = 0;
  FlashFloodLevel level = FlashFloodLevel::kNone;
  ThresholdState state;
  SoilState soil = SoilState::kWet;
  std::optional<double>
      index_mm;  // Pa a day ago; none with less than ten days of rain: the ground is then taken as wet
  double rain_1h_mm = 0, rain_3h_mm = 0, rain_6h_mm = 0, rain_24h_mm = 0;
  int stations = 0;     // that its rain is made of
  HourlyRain rain;      // of its catchment
  std::string trouble;  // why it could not be judged
};

struct RiverNow {
  std::size_t gauge = 0, station = 0;
  Freshness freshness = Freshness::kNever;
  std::optional<WaterReading> last;
  StageState state = StageState::kNormal;
  std::optional<double> above_warning_m;  // negative: below
  std::optional<double> trend_m_per_h;    // of the last three hours
  std::optional<double> warning_in_h;     // at this trend, within a day
};

enum class ReservoirState { kUnknown, kNormal, kAboveLimit, kAboveNormal, kAboveCheck };

struct ReservoirNow {
  std::size_t reservoir = 0;
  std::optional<std::size_t> station;
  Freshness freshness = Freshness::kNever;
  std::optional<WaterReading> last;
  ReservoirState state = ReservoirState::kUnknown;
  std::optional<LimitPeriod> limit;  // that holds today
  std::optional<double> above_limit_m, trend_m_per_h;
  std::optional<double> storage_m3, free_to_normal_m3, full_in_h;
  std::array<bool, 3> lead_missing{};
};

struct DroughtNow {
  std::string county_code;
  std::optional<double> storage_m3, storage_percent, soil_relative_percent, soil_percent;  // percent of normal
  std::optional<DroughtGrade> storage_grade, soil_grade;
  int reservoirs_without_reading = 0;
};

enum class AlertKind { kSection, kRiver, kReservoir };
struct FloodAlert {
  AlertKind kind = AlertKind::kSection;
  int severity = 1;  // 3 move now, above the guaranteed stage or the check level; 2 prepare, warning; 1 above the limit
  std::size_t index = 0;  // in sections, rivers or reservoirs
  double excess = 0;      // for the order among equals
};

// Everything that the readings say of the register at one moment.
struct FloodSituation {
  std::int64_t as_of_utc_ms = 0;
  ArealMethod method = ArealMethod::kThiessen;
  std::vector<StationNow> stations;
  std::vector<SectionNow> sections;  // worst first
  std::vector<RiverNow> rivers;
  std::vector<ReservoirNow> reservoirs;
  std::vector<DroughtNow> droughts;
  std::vector<FloodAlert> alerts;  // worst first
  int silentStations() const;
};

// Judges all of it. Rain of a section is that of its catchment from the gauges that reported in the last day (by the
// method asked for), else inverse distance at its place. Rules and thresholds come from the register with their
// sources. Polls the token once a section. Fails with kCancelled; what is wrong with one object is said at that object.
Result<FloodSituation> judgeFlood(const FloodRegister& records, const FloodReadings& readings, ArealMethod method,
                                  const CancelToken& cancel);

// The period of the year that holds on a day ("0715"); a period may pass the year's end.
std::optional<LimitPeriod> limitOn(const std::vector<LimitPeriod>& limits, const std::string& mmdd);

// The slope through the readings of the last `window_h`, at least two of them, m/h.
std::optional<double> levelTrend(const std::vector<WaterReading>& readings, std::int64_t now_utc_ms, double window_h);

}  // namespace gis::flood
