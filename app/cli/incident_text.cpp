// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/incident_text.h"

#include <QDateTime>

#include "gis/core/clock.h"
#include "gis/geo/coordinate_text.h"
#include "gis/stocks/calendar_day.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;
namespace incident = gis::incident;

constexpr int kBeijing_s = 8 * 3600;

Json momentJson(std::int64_t utc_ms) { return utc_ms == 0 ? Json(nullptr) : Json(gis::formatUtc(utc_ms)); }
Json rankJson(std::optional<incident::Rank> rank) {
  return rank ? Json(std::string(incident::rankName(*rank))) : Json(nullptr);
}

// Thrown inside this file only.
struct WrongMember {
  gis::Error error;
};
[[noreturn]] void wrongMember(gis::ErrorCode code, std::string member, std::string what) {
  throw WrongMember{gis::Error{code, std::move(member), std::move(what), {}}};
}

std::int64_t momentOf(const Json& json, const char* member, std::int64_t otherwise) {
  if (!json.contains(member)) return otherwise;
  if (!json.at(member).is_string()) wrongMember(gis::ErrorCode::kInvalidArgument, member, "a time is expected");
  const auto moment = readMoment(json.at(member).get<std::string>());
  if (!moment) wrongMember(gis::ErrorCode::kInvalidArgument, member, "a time like 2026-07-20T02:35 is expected");
  return *moment;
}

void readPlace(const Json& json, incident::IncidentHead& head) {
  if (json.contains("lon_deg") && json.contains("lat_deg"))
    head.where = gis::LonLat{json.at("lon_deg").get<double>(), json.at("lat_deg").get<double>()};
  if (!json.contains("coordinates")) return;
  const auto typed = gis::parseCoordinate(json.at("coordinates").get<std::string>());
  if (!typed) throw WrongMember{typed.error()};
  head.where = typed->position;
}

void readHead(const Json& json, const incident::IncidentCatalogue& catalogue, incident::IncidentHead& head) {
  const std::pair<const char*, std::string*> texts[] = {
      {"title", &head.title},     {"division_code", &head.division_code}, {"division", &head.division},
      {"village", &head.village}, {"place", &head.place_words},           {"informant", &head.informant},
      {"cause", &head.cause}};
  for (const auto& [member, text] : texts) *text = json.value(member, *text);
  if (json.contains("type")) {
    const std::string name = json.at("type").get<std::string>();
    const incident::IncidentType* type = catalogue.typeNamed(name);
    if (type == nullptr) wrongMember(gis::ErrorCode::kUnknownName, name, "no incident type is called so");
    head.type = type->id;
  }
  readPlace(json, head);
  head.occurred_utc_ms = momentOf(json, "occurred", head.occurred_utc_ms);
  head.known_utc_ms = momentOf(json, "known", head.known_utc_ms);
}

incident::FigureEntry readFigure(const std::string& name, const Json& json,
                                 const incident::IncidentCatalogue& catalogue, std::int64_t now_utc_ms,
                                 const std::string& author) {
  const incident::FigureKind* kind = catalogue.figureNamed(name);
  if (kind == nullptr) wrongMember(gis::ErrorCode::kUnknownName, name, "no figure is called so");
  incident::FigureEntry entry{kind->id, std::nullopt, now_utc_ms, author};
  if (json.is_number()) entry.value = json.get<double>();
  if (!json.is_object()) return entry;  // null: withdrawn
  if (json.contains("value") && json.at("value").is_number()) entry.value = json.at("value").get<double>();
  entry.as_of_utc_ms = momentOf(json, "as_of", now_utc_ms);
  entry.source = json.value("source", author);
  return entry;
}

Json figuresJson(const incident::Figures& figures) {
  Json json = Json::object();
  for (const auto& [id, figure] : figures)
    json[id] = {{"value", *figure.entry.value},
                {"as_of", momentJson(figure.entry.as_of_utc_ms)},
                {"source", figure.entry.source}};
  return json;
}

}  // namespace

std::optional<std::int64_t> readMoment(const std::string& text) {
  if (const auto day = gis::stocks::dayNumber(text)) return gis::stocks::endOfDayUtcMs(*day);
  QString typed = QString::fromStdString(text).trimmed().replace(QLatin1Char(' '), QLatin1Char('T'));
  QDateTime moment = QDateTime::fromString(typed, Qt::ISODate);
  if (!moment.isValid()) return std::nullopt;
  if (moment.timeSpec() == Qt::LocalTime)
    moment = QDateTime(moment.date(), moment.time(), Qt::OffsetFromUTC, kBeijing_s);
  return moment.toMSecsSinceEpoch();
}

gis::Result<IncidentFile> readIncidentFile(const std::string& text, const incident::IncidentHead& before,
                                           const incident::IncidentCatalogue& catalogue, std::int64_t now_utc_ms,
                                           const std::string& author) {
  try {
    const Json json = Json::parse(text);
    if (!json.is_object()) return gis::fail(gis::ErrorCode::kInvalidArgument, "JSON", "an object is expected");
    IncidentFile file{before, {}, json.value("drill", false)};
    readHead(json, catalogue, file.head);
    if (json.contains("figures"))
      for (const auto& [name, figure] : json.at("figures").items())
        file.figures.push_back(readFigure(name, figure, catalogue, now_utc_ms, author));
    if (json.contains("counties"))
      for (const auto& [code, county] : json.at("counties").items())
        for (const auto& [name, figure] : county.at("figures").items()) {
          incident::FigureEntry entry = readFigure(name, figure, catalogue, now_utc_ms, author);
          entry.county_code = code, entry.county = county.value("name", std::string());
          file.figures.push_back(std::move(entry));
        }
    return file;
  } catch (const WrongMember& e) {
    return std::unexpected(e.error);
  } catch (const Json::exception& e) {
    return gis::fail(gis::ErrorCode::kInvalidArgument, "JSON", e.what());
  }
}

Json tasksJson(const incident::Incident& one, std::int64_t now_utc_ms) {
  auto tasks = Json::array();
  for (const incident::Task& task : incident::tasksInOrder(one, now_utc_ms))
    tasks.push_back({{"number", task.number},
                     {"text", task.draft.text},
                     {"owner", task.draft.owner},
                     {"clause", task.draft.clause},
                     {"level", rankJson(task.draft.level)},
                     {"deadline", momentJson(task.draft.deadline_utc_ms)},
                     {"state", incident::taskStateName(task.state)},
                     {"overdue", task.isOverdue(now_utc_ms)},
                     {"words", task.words}});
  return tasks;
}

Json proposalJson(const incident::GradeProposal& proposal) {
  auto rules = Json::array();
  for (const incident::RuleFinding& rule : proposal.rules) {
    auto criteria = Json::array();
    for (const incident::CriterionFinding& one : rule.criteria)
      criteria.push_back({{"figures", one.criterion.figures},
                          {"name", one.criterion.name.zh},
                          {"value", one.value ? Json(*one.value) : Json(nullptr)},
                          {"grade", rankJson(one.rank)},
                          {"next", rankJson(one.next)},
                          {"to_next", one.to_next ? Json(*one.to_next) : Json(nullptr)}});
    rules.push_back({{"id", rule.rule_id},
                     {"title", rule.title.zh},
                     {"source", rule.source},
                     {"of", rule.proposes_response ? "response" : "grade"},
                     {"grade", rankJson(rule.rank)},
                     {"criteria", std::move(criteria)}});
  }
  return {{"grade", rankJson(proposal.grade)},
          {"if_missing_died", rankJson(proposal.if_missing_died)},
          {"response", rankJson(proposal.response)},
          {"rules", std::move(rules)}};
}

Json incidentJson(const incident::Incident& one, std::int64_t now_utc_ms) {
  Json figures = figuresJson(one.figures);
  Json counties = Json::object();
  for (const auto& [code, county] : one.counties)
    counties[code] = {{"name", county.name}, {"figures", figuresJson(county.figures)}};
  auto links = Json::array();
  for (const incident::Link& link : one.links)
    links.push_back({{"kind", incident::linkKindName(link.kind)}, {"id", link.id}, {"label", link.label}});
  Json json{{"number", one.number},
            {"uuid", one.uuid},
            {"drill", one.is_drill},
            {"title", one.head.title},
            {"type", one.head.type},
            {"state", incident::stateName(one.state)},
            {"grade", rankJson(one.grade ? std::optional(one.grade->grade) : std::nullopt)},
            {"response", rankJson(one.response.level)},
            {"division_code", one.head.division_code},
            {"division", one.head.division},
            {"village", one.head.village},
            {"place", one.head.place_words},
            {"lon_deg", one.head.where ? Json(one.head.where->lon_deg) : Json(nullptr)},
            {"lat_deg", one.head.where ? Json(one.head.where->lat_deg) : Json(nullptr)},
            {"occurred", momentJson(one.head.occurred_utc_ms)},
            {"known", momentJson(one.head.known_utc_ms)},
            {"informant", one.head.informant},
            {"cause", one.head.cause}};
  json["figures"] = std::move(figures);
  json["counties"] = std::move(counties);
  json["links"] = std::move(links);
  json["tasks"] = tasksJson(one, now_utc_ms);
  json["events"] = one.events.size();
  return json;
}

}  // namespace app
