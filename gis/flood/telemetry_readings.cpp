// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/telemetry_readings.h"

#include <map>

namespace gis::flood {

Loaded<ReadingFile> readingsOf(const telemetry::Sl651Stream& stream) {
  Loaded<ReadingFile> loaded;
  std::map<std::pair<std::string, std::int64_t>, double> rain;
  std::map<std::pair<std::string, std::int64_t>, WaterReading> water;
  for (const telemetry::Sl651Frame& frame : stream.frames) {
    for (const Warning& warning : frame.warnings) loaded.warnings.push_back(warning);
    if (!frame.uplink) continue;
    ++loaded.value.rows;
    std::map<std::int64_t, double> five_minutes;
    for (const telemetry::Sl651Value& v : frame.values) {
      const bool level = v.name == "Z" || v.name == "ZU";
      const bool hour_rain = v.name == "P1" || (v.name == "PJ" && frame.function == 0x34);
      const bool part = v.name == "DRP";
      if (!level && !hour_rain && !part && v.name != "Q") continue;
      const auto reject = [&](const char* why) {
        loaded.warnings.push_back({WarningCode::kValueUnreadable, frame.station + " " + v.name, why});
      };
      if (!v.value) {
        reject("invalid");
        continue;
      }
      if (level) {
        if (*v.value < -500 || *v.value > 9000)
          reject("out of range");
        else
          water[{frame.station, v.at_utc_ms}].level_m = *v.value,
                                water[{frame.station, v.at_utc_ms}].at_utc_ms = v.at_utc_ms;
      } else if (*v.value < 0) {
        reject("negative");
      } else if (v.name == "Q") {
        water[{frame.station, v.at_utc_ms}].flow_m3_per_s = *v.value;
      } else if (part) {
        five_minutes[(v.at_utc_ms + kHourMs - 1) / kHourMs * kHourMs] += *v.value;
      } else if (v.at_utc_ms % kHourMs == 0) {
        rain[{frame.station, v.at_utc_ms}] = *v.value;
      } else {
        reject("not at a full hour");
      }
    }
    for (const auto& [end, mm] : five_minutes)
      if (!rain.contains({frame.station, end})) rain[{frame.station, end}] = mm;
  }
  for (const auto& [key, mm] : rain) loaded.value.rain.push_back({key.first, key.second, mm});
  for (const auto& [key, reading] : water)
    if (reading.at_utc_ms != 0) loaded.value.water.push_back({key.first, reading});
  if (stream.skipped_bytes > 0)
    loaded.warnings.push_back(
        {WarningCode::kRowSkipped, "SL 651", std::to_string(stream.skipped_bytes) + " bytes between frames"});
  return loaded;
}

}  // namespace gis::flood
