// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_snapshot.h"

#include <nlohmann/json.hpp>

namespace gis {

namespace {
using Json = nlohmann::ordered_json;
}

std::string writeSnapshot(const CalloutSnapshot& snapshot) {
  Json json{{"title", snapshot.title},           {"warning", snapshot.warning_id},
            {"event_code", snapshot.event_code}, {"colour", colourName(snapshot.colour)},
            {"drill", snapshot.is_drill},        {"plan", Json::parse(writePlan(snapshot.plan))}};
  json["divisions"] = Json::array();
  for (const CalloutDivision& d : snapshot.divisions)
    json["divisions"].push_back({d.code, d.parent_code, d.name, d.level});
  json["persons"] = Json::array();
  for (const CalloutPerson& p : snapshot.persons)
    json["persons"].push_back({p.uuid, p.name, p.post, p.unit, p.role, p.division_code, p.phones});
  json["targets"] = Json::array();
  for (const CalloutTarget& t : snapshot.targets)
    json["targets"].push_back({t.person, t.deputy, t.superior, t.neighbour, t.division_code, t.rule, t.ladder, t.text,
                               t.clocks.awake_s, t.clocks.feedback_s, t.clocks.progress_s, t.group, t.quorum,
                               t.distance_m});
  return json.dump();
}

Result<CalloutSnapshot> readSnapshot(std::string_view text) {
  try {
    const Json json = Json::parse(text);
    CalloutSnapshot snapshot;
    snapshot.title = json.at("title");
    snapshot.warning_id = json.at("warning");
    snapshot.event_code = json.at("event_code");
    const auto colour = colourNamed(json.at("colour").get<std::string>());
    if (!colour) return fail(ErrorCode::kDamagedFile, snapshot.title, "colour");
    snapshot.colour = *colour;
    snapshot.is_drill = json.at("drill");
    auto plan = readPlan(json.at("plan").dump());
    if (!plan) return std::unexpected(plan.error());
    snapshot.plan = std::move(*plan);
    for (const Json& d : json.at("divisions")) snapshot.divisions.push_back({d.at(0), d.at(1), d.at(2), d.at(3)});
    for (const Json& p : json.at("persons"))
      snapshot.persons.push_back(
          {p.at(0), p.at(1), p.at(2), p.at(3), p.at(4), p.at(5), p.at(6).get<std::vector<std::string>>()});
    const int persons = static_cast<int>(snapshot.persons.size());
    for (const Json& t : json.at("targets")) {
      CalloutTarget target{
          t.at(0),  t.at(1),  t.at(2), t.at(3), t.at(4), t.at(5), t.at(6), t.at(7), {t.at(8), t.at(9), t.at(10)},
          t.at(11), t.at(12), t.at(13)};
      for (const int person : {target.person, target.deputy, target.superior, target.neighbour})
        if (person < -1 || person >= persons)
          return fail(ErrorCode::kDamagedFile, snapshot.title, "person out of range");
      if (target.person < 0) return fail(ErrorCode::kDamagedFile, snapshot.title, "target without a person");
      snapshot.targets.push_back(std::move(target));
    }
    return snapshot;
  } catch (const nlohmann::json::exception& e) {
    return fail(ErrorCode::kDamagedFile, "callout", e.what());
  }
}

}  // namespace gis
