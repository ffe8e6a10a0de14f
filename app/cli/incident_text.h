// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "gis/incident/grade.h"
#include "gis/incident/incident.h"

namespace app {

// What an incident file (`fengsui incident add`, `set`) says: a JSON object with the head, and figures if it has any.
struct IncidentFile {
  gis::incident::IncidentHead head;
  std::vector<gis::incident::FigureEntry> figures;
  bool is_drill = false;
};
// `before`: what the file does not say stays as it was. Place: "lon_deg", "lat_deg" or "coordinates" in any form that
// people type. Times: "2026-07-20T02:35" in Beijing, or with Z. Figures: {"dead": 1} or
// {"dead": {"value": 1, "as_of": "...", "source": "..."}}; `now_utc_ms` and `author` where they do not say more. Shares
// of counties: {"counties": {"140423": {"name": "襄垣县", "figures": {"dead": 1}}}}. Fails with kInvalidArgument,
// kUnknownName with the member's name.
gis::Result<IncidentFile> readIncidentFile(const std::string& text, const gis::incident::IncidentHead& before,
                                           const gis::incident::IncidentCatalogue& catalogue, std::int64_t now_utc_ms,
                                           const std::string& author);

// "2026-07-20T02:35[:00]" or with a blank in Beijing time, with Z in UTC; a day alone is its last moment.
std::optional<std::int64_t> readMoment(const std::string& text);

nlohmann::ordered_json incidentJson(const gis::incident::Incident& incident, std::int64_t now_utc_ms);
nlohmann::ordered_json tasksJson(const gis::incident::Incident& incident, std::int64_t now_utc_ms);
nlohmann::ordered_json proposalJson(const gis::incident::GradeProposal& proposal);

}  // namespace app
