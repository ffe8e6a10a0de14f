// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "gis/cap/cap_reader.h"
#include "gis/cap/cap_writer.h"
#include "gis/cap/warning_store.h"
#include "gis/core/random.h"
#include "gis/drill/drill_steps.h"
#include "gis/flood/flood_reading_store.h"

namespace gis::drill {
namespace {

using Json = nlohmann::json;
constexpr std::int64_t kHour_ms = 3'600'000;
constexpr int kBeijing_min = 480;
constexpr char kOrigin[] = "drill 演练";
constexpr double kLeast_ratio = 0.7, kMost_ratio = 1.3;  // a gauge's rain against what the script says for its county

std::string textOf(const Json& fields, const char* key, std::string otherwise = {}) {
  return fields.contains(key) ? fields[key].get<std::string>() : std::move(otherwise);
}

Result<Json> note(DrillStage&, const DrillStep&) { return Json::object(); }

// The hour that ends with the full hour before the step.
Result<Json> rain(DrillStage& stage, const DrillStep& step) {
  const auto divisions = step.fields["divisions"].get<std::vector<std::string>>();
  const auto stations = DrillStore(stage.workspace.db()).stations("PP MM ZQ RR", divisions);
  if (!stations) return std::unexpected(stations.error());
  if (stations->empty()) return fail(ErrorCode::kNoData, divisions.front(), "no rain gauge lies in these divisions");
  const std::int64_t now = stage.clock->nowUtcMs();
  std::vector<flood::RainReport> reports;
  double most_mm = 0;
  for (const std::string& station : *stations) {
    std::uint64_t seed = stage.seed ^ static_cast<std::uint64_t>(now);
    for (const char c : station) seed = seed * 31 + static_cast<unsigned char>(c);
    const double mm = step.fields["mm"].get<double>() * Random(seed).uniform(kLeast_ratio, kMost_ratio);
    reports.push_back({station, now - now % kHour_ms, std::round(mm * 10) / 10});
    most_mm = std::max(most_mm, reports.back().rain_mm);
  }
  if (auto kept = flood::FloodReadingStore(stage.workspace.db()).addRain(reports, kOrigin); !kept)
    return std::unexpected(kept.error());
  return Json{{"stations", stations->size()}, {"most_mm", most_mm}};
}

Result<Json> water(DrillStage& stage, const DrillStep& step) {
  flood::WaterReport report;
  report.station_code = step.fields["station"].get<std::string>();
  report.reading.at_utc_ms = stage.clock->nowUtcMs();
  report.reading.level_m = step.fields["level_m"].get<double>();
  if (step.fields.contains("flow_m3_per_s")) report.reading.flow_m3_per_s = step.fields["flow_m3_per_s"].get<double>();
  if (auto kept = flood::FloodReadingStore(stage.workspace.db()).addWater({report}, kOrigin); !kept)
    return std::unexpected(kept.error());
  return Json{{"station", report.station_code}, {"level_m", report.reading.level_m}};
}

std::optional<WarningColour> colourOf(std::string_view name) {
  if (name == "red") return WarningColour::kRed;
  if (name == "orange") return WarningColour::kOrange;
  if (name == "yellow") return WarningColour::kYellow;
  if (name == "blue") return WarningColour::kBlue;
  return std::nullopt;
}

// Kept as an exercise: a drill's warning can cancel no real one.
Result<Json> keepWarning(DrillStage& stage, const std::string& name, Warning12379 warning) {
  warning.status = CapStatus::kExercise;
  const auto arrival = WarningStore(stage.workspace.db()).add(capOf(warning), kOrigin, stage.clock->nowUtcMs());
  if (!arrival) return std::unexpected(arrival.error());
  if (!name.empty()) stage.made[name] = warning.identifier;
  return Json{{"warning", warning.identifier}, {"headline", warning.headline}};
}

CapReference referenceTo(const Warning12379& warning) {
  return {warning.sender, warning.identifier, writeCapTime(warning.sent_utc_ms, kBeijing_min)};
}

Result<Json> warning(DrillStage& stage, const DrillStep& step) {
  const Json& fields = step.fields;
  const std::int64_t now = stage.clock->nowUtcMs();
  Warning12379 made;
  made.sender = stage.workspace.facts().city_code + "41600000";
  made.identifier = made.sender + "_" + std::to_string(now / 1000) + "_" + std::to_string(stage.made.size());
  made.sender_name = textOf(fields, "sender_name", "演练导调组");
  made.sent_utc_ms = made.effective_utc_ms = now - now % 1000;
  made.expires_utc_ms = made.sent_utc_ms + static_cast<std::int64_t>(fields.value("hours", 12.0) * kHour_ms);
  made.event_code = textOf(fields, "event_code", "11B03");
  made.event = textOf(fields, "event", "暴雨");
  made.colour = colourOf(fields["colour"].get<std::string>());
  made.headline = textOf(fields, "headline");
  made.description = textOf(fields, "description", made.headline);
  made.division_codes = fields["divisions"].get<std::vector<std::string>>();
  if (fields.contains("updates")) {
    const auto before = WarningStore(stage.workspace.db()).warning(stage.made[fields["updates"].get<std::string>()]);
    if (!before) return std::unexpected(before.error());
    made.msg_type = CapMsgType::kUpdate;
    made.references = {referenceTo(*before)};
  }
  return keepWarning(stage, fields["name"].get<std::string>(), std::move(made));
}

Result<Json> capFile(DrillStage& stage, const DrillStep& step) {
  const std::filesystem::path file = stage.script_folder / step.fields["file"].get<std::string>();
  std::ifstream in(file, std::ios::binary);
  if (!in) return fail(ErrorCode::kNotFound, file.string());
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  const auto reading = readCap(bytes);
  if (!reading) return fail(ErrorCode::kDamagedFile, file.string(), std::string(capProblemName(reading.error().kind)));
  return keepWarning(stage, step.fields["name"].get<std::string>(), warningOf(reading->message));
}

Result<Json> cancel(DrillStage& stage, const DrillStep& step) {
  const std::string& name = step.fields["warning"].get_ref<const std::string&>();
  auto before = WarningStore(stage.workspace.db()).warning(stage.made[name]);
  if (!before) return std::unexpected(before.error());
  Warning12379 over = *before;
  over.references = {referenceTo(*before)};
  over.msg_type = CapMsgType::kCancel;
  over.identifier += "_cancel";
  over.sent_utc_ms = over.effective_utc_ms = stage.clock->nowUtcMs() / 1000 * 1000;
  over.headline = "解除：" + before->headline;
  return keepWarning(stage, {}, std::move(over));
}

}  // namespace

std::vector<DrillStepKind> weatherStepKinds() {
  using enum FieldKind;
  constexpr auto kLeft = FieldNeed::kMayBeLeft;
  return {
      {{"note", {}}, note},
      {{"rain", {{"divisions", kDivisions}, {"mm", kNumber, FieldNeed::kNeeded, 0, 300}}}, rain},
      {{"water",
        {{"station", kText},
         {"level_m", kNumber, FieldNeed::kNeeded, -500, 9000},
         {"flow_m3_per_s", kNumber, kLeft, 0, 100'000}}},
       water},
      {{"warning",
        {{"name", kName},
         {"divisions", kDivisions},
         {"colour", kColour},
         {"headline", kText},
         {"description", kText, kLeft},
         {"event_code", kText, kLeft},
         {"event", kText, kLeft},
         {"sender_name", kText, kLeft},
         {"hours", kNumber, kLeft, 1, 240},
         {"updates", kUse, kLeft, 0, 0, "warning cap_file"}}},
       warning},
      {{"cap_file", {{"name", kName}, {"file", kText}}}, capFile},
      {{"cancel", {{"warning", kUse, FieldNeed::kNeeded, 0, 0, "warning cap_file"}}}, cancel},
  };
}

}  // namespace gis::drill
