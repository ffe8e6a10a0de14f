// SPDX-License-Identifier: GPL-3.0-or-later
// Events as they are kept: JSON objects without what is empty.
#include <nlohmann/json.hpp>

#include "gis/incident/incident_event.h"

namespace gis::incident {
namespace {

using Json = nlohmann::ordered_json;

// What is empty, zero or false is left out and read back as such.
void put(Json& json, const char* key, const std::string& text) {
  if (!text.empty()) json[key] = text;
}
void put(Json& json, const char* key, std::int64_t number) {
  if (number != 0) json[key] = number;
}
void putRank(Json& json, const char* key, std::optional<Rank> rank) {
  if (rank) json[key] = std::string(rankName(*rank));
}

std::string textOf(const Json& json, const char* key) { return json.value(key, std::string()); }
std::int64_t numberOf(const Json& json, const char* key) { return json.value(key, std::int64_t{0}); }

// Thrown inside this file only: a word that is none of its list.
struct UnknownWord {
  std::string word;
};
template <class Value>
Value wordOf(const Json& json, const char* key, std::optional<Value> (*named)(std::string_view)) {
  const std::string word = textOf(json, key);
  const auto value = named(word);
  if (!value) throw UnknownWord{std::string(key) + ": " + word};
  return *value;
}
std::optional<Rank> rankOf(const Json& json, const char* key) {
  if (!json.contains(key)) return std::nullopt;
  return wordOf<Rank>(json, key, rankNamed);
}

Json headJson(const IncidentHead& head) {
  Json json = Json::object();
  put(json, "title", head.title);
  put(json, "type", head.type);
  put(json, "division_code", head.division_code);
  put(json, "division", head.division);
  put(json, "village", head.village);
  put(json, "place", head.place_words);
  if (head.where) json["lon_deg"] = head.where->lon_deg, json["lat_deg"] = head.where->lat_deg;
  put(json, "occurred_utc_ms", head.occurred_utc_ms);
  put(json, "known_utc_ms", head.known_utc_ms);
  put(json, "informant", head.informant);
  put(json, "cause", head.cause);
  return json;
}

IncidentHead readHead(const Json& json) {
  IncidentHead head;
  head.title = textOf(json, "title"), head.type = textOf(json, "type");
  head.division_code = textOf(json, "division_code"), head.division = textOf(json, "division");
  head.village = textOf(json, "village"), head.place_words = textOf(json, "place");
  if (json.contains("lon_deg")) head.where = LonLat{json.at("lon_deg").get<double>(), json.at("lat_deg").get<double>()};
  head.occurred_utc_ms = numberOf(json, "occurred_utc_ms"), head.known_utc_ms = numberOf(json, "known_utc_ms");
  head.informant = textOf(json, "informant"), head.cause = textOf(json, "cause");
  return head;
}

Json taskJson(const TaskDraft& task) {
  Json json = Json::object();
  put(json, "text", task.text);
  put(json, "owner", task.owner);
  put(json, "clause", task.clause);
  put(json, "deadline_utc_ms", task.deadline_utc_ms);
  putRank(json, "level", task.level);
  return json;
}

TaskDraft readTask(const Json& json) {
  return {textOf(json, "text"), textOf(json, "owner"), textOf(json, "clause"), numberOf(json, "deadline_utc_ms"),
          rankOf(json, "level")};
}

struct Writer {
  Json operator()(const Opened& b) const { return headJson(b.head); }
  Json operator()(const Changed& b) const {
    Json json{{"head", headJson(b.head)}};
    put(json, "reason", b.reason);
    return json;
  }
  Json operator()(const StateMoved& b) const {
    Json json{{"state", std::string(stateName(b.state))}};
    put(json, "words", b.words);
    return json;
  }
  Json operator()(const FiguresTold& b) const {
    Json list = Json::array();
    for (const FigureEntry& entry : b.figures) {
      Json one{{"figure", entry.figure}};
      if (entry.value) one["value"] = *entry.value;
      put(one, "as_of_utc_ms", entry.as_of_utc_ms);
      put(one, "source", entry.source);
      put(one, "county_code", entry.county_code);
      put(one, "county", entry.county);
      list.push_back(std::move(one));
    }
    return Json{{"figures", std::move(list)}};
  }
  Json operator()(const Graded& b) const {
    Json json = Json::object();
    putRank(json, "grade", b.grade);
    putRank(json, "proposed", b.proposed);
    put(json, "reason", b.reason);
    return json;
  }
  Json operator()(const Noted& b) const {
    Json json = Json::object();
    put(json, "words", b.words);
    put(json, "corrects", b.corrects);
    return json;
  }
  Json operator()(const LinkMoved& b) const {
    Json json{{"kind", std::string(linkKindName(b.link.kind))}};
    put(json, "id", b.link.id);
    put(json, "label", b.link.label);
    if (b.is_removed) json["removed"] = true;
    return json;
  }
  Json operator()(const TaskAdded& b) const { return taskJson(b.task); }
  Json operator()(const TaskStep& b) const {
    Json json{{"task", b.task}, {"state", std::string(taskStateName(b.state))}};
    put(json, "words", b.words);
    put(json, "owner", b.owner);
    if (b.deadline_utc_ms) json["deadline_utc_ms"] = *b.deadline_utc_ms;
    return json;
  }
  Json operator()(const Responded& b) const {
    Json json{{"act", std::string(actName(b.act))}};
    putRank(json, "level", b.level);
    put(json, "plan", b.plan);
    put(json, "decided_by", b.decided_by);
    put(json, "reason", b.reason);
    for (const TaskDraft& task : b.tasks) json["tasks"].push_back(taskJson(task));
    return json;
  }
};

FiguresTold readFigures(const Json& json) {
  FiguresTold body;
  for (const Json& one : json.at("figures")) {
    FigureEntry entry{textOf(one, "figure"),         std::nullopt,
                      numberOf(one, "as_of_utc_ms"), textOf(one, "source"),
                      textOf(one, "county_code"),    textOf(one, "county")};
    if (one.contains("value")) entry.value = one.at("value").get<double>();
    body.figures.push_back(std::move(entry));
  }
  return body;
}

Responded readResponse(const Json& json) {
  Responded body{wordOf<ResponseAct>(json, "act", actNamed),
                 rankOf(json, "level"),
                 textOf(json, "plan"),
                 textOf(json, "decided_by"),
                 textOf(json, "reason"),
                 {}};
  if (json.contains("tasks"))
    for (const Json& task : json.at("tasks")) body.tasks.push_back(readTask(task));
  return body;
}

TaskStep readStep(const Json& json) {
  TaskStep body{static_cast<int>(numberOf(json, "task")), wordOf<TaskState>(json, "state", taskStateNamed),
                textOf(json, "words"), textOf(json, "owner"), std::nullopt};
  if (json.contains("deadline_utc_ms")) body.deadline_utc_ms = numberOf(json, "deadline_utc_ms");
  return body;
}

EventBody bodyOf(std::string_view kind, const Json& json) {
  if (kind == "opened") return Opened{readHead(json)};
  if (kind == "changed") return Changed{readHead(json.at("head")), textOf(json, "reason")};
  if (kind == "state") return StateMoved{wordOf<IncidentState>(json, "state", stateNamed), textOf(json, "words")};
  if (kind == "figures") return readFigures(json);
  if (kind == "grade")
    return Graded{wordOf<Rank>(json, "grade", rankNamed), rankOf(json, "proposed"), textOf(json, "reason")};
  if (kind == "note") return Noted{textOf(json, "words"), numberOf(json, "corrects")};
  if (kind == "link")
    return LinkMoved{{wordOf<LinkKind>(json, "kind", linkKindNamed), textOf(json, "id"), textOf(json, "label")},
                     json.value("removed", false)};
  if (kind == "task") return TaskAdded{readTask(json)};
  if (kind == "task_step") return readStep(json);
  if (kind == "response") return readResponse(json);
  throw UnknownWord{std::string(kind)};
}

}  // namespace

std::string bodyText(const EventBody& body) {
  return std::visit(Writer(), body).dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<EventBody> readBody(std::string_view kind, std::string_view text) {
  try {
    return bodyOf(kind, Json::parse(text));
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kDamagedFile, std::string(kind), e.what());
  } catch (const UnknownWord& e) {
    return fail(ErrorCode::kDamagedFile, std::string(kind), e.word);
  }
}

}  // namespace gis::incident
