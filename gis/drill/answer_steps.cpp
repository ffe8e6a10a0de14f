// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_steps.h"
#include "gis/evacuation/evacuation_store.h"
#include "gis/evacuation/plan_of_workspace.h"
#include "gis/incident/incident_store.h"
#include "gis/incident/report_link.h"
#include "gis/situation/report_prepare.h"

namespace gis::drill {
namespace {

using AnswerJson = nlohmann::json;
using incident::IncidentStore;
constexpr char kOfficer[] = "演练值班员";

std::string actorOf(const DrillStep& step) { return step.fields.value("by", std::string(kOfficer)); }

Result<AnswerJson> toldIncident(const Result<incident::Incident>& done) {
  if (!done) return std::unexpected(done.error());
  AnswerJson made{
      {"incident", done->number}, {"state", incident::stateName(done->state)}, {"tasks", done->tasks.size()}};
  if (done->response.level) made["level"] = incident::rankName(*done->response.level);
  return made;
}

Result<std::string> madeBefore(const DrillStage& stage, const DrillStep& step, const char* field) {
  const std::string& name = step.fields[field].get_ref<const std::string&>();
  const auto made = stage.made.find(name);
  if (made == stage.made.end()) return fail(ErrorCode::kNoData, name, "this could not be made");
  return made->second;
}

Result<AnswerJson> openIncident(DrillStage& stage, const DrillStep& step) {
  const auto& fields = step.fields;
  incident::IncidentHead head;
  head.title = fields["title"].get<std::string>();
  head.type = fields["type"].get<std::string>();
  head.division_code = fields["division"].get<std::string>();
  head.division_code.resize(12, '0');
  const auto division = DrillStore(stage.workspace.db()).divisionName(head.division_code);
  if (!division) return std::unexpected(division.error());
  head.division = *division;
  head.place_words = fields.value("place", std::string());
  head.informant = fields.value("informant", std::string(kOfficer));
  head.cause = fields.value("cause", std::string());
  if (fields.contains("lon") && fields.contains("lat"))
    head.where = LonLat{fields["lon"].get<double>(), fields["lat"].get<double>()};
  head.occurred_utc_ms = head.known_utc_ms = stage.clock->nowUtcMs();
  const auto opened = IncidentStore(stage.workspace.db()).open(head, true, actorOf(step), *stage.clock, stage.uuids);
  if (opened) stage.made[fields["name"].get<std::string>()] = opened->uuid;
  return toldIncident(opened);
}

Result<AnswerJson> tellFigures(DrillStage& stage, const DrillStep& step) {
  const auto uuid = madeBefore(stage, step, "incident");
  if (!uuid) return std::unexpected(uuid.error());
  incident::FiguresTold told;
  for (const auto& [figure, value] : step.fields["figures"].items())
    told.figures.push_back({figure, value.get<double>(), stage.clock->nowUtcMs(), "演练"});
  return toldIncident(
      IncidentStore(stage.workspace.db()).append(*uuid, {std::move(told)}, actorOf(step), *stage.clock));
}

// An officer's grade; the script says why.
Result<AnswerJson> grade(DrillStage& stage, const DrillStep& step) {
  const auto uuid = madeBefore(stage, step, "incident");
  if (!uuid) return std::unexpected(uuid.error());
  const auto rank = static_cast<incident::Rank>(step.fields["grade"].get<int>());
  const std::string reason = step.words.zh.empty() ? "演练脚本" : step.words.zh;
  return toldIncident(IncidentStore(stage.workspace.db())
                          .append(*uuid, {incident::Graded{rank, std::nullopt, reason}}, actorOf(step), *stage.clock));
}

Result<AnswerJson> respond(DrillStage& stage, const DrillStep& step) {
  const auto uuid = madeBefore(stage, step, "incident");
  if (!uuid) return std::unexpected(uuid.error());
  const int level = step.fields["level"].get<int>();
  const std::string by = actorOf(step), reason = step.words.zh.empty() ? "演练脚本" : step.words.zh;
  return toldIncident(IncidentStore(stage.workspace.db())
                          .respond(*uuid, level == 0 ? std::nullopt : std::optional(static_cast<incident::Rank>(level)),
                                   step.fields.value("plan", std::string("flood")), by, reason, by, *stage.clock));
}

Result<void> linkEvacuation(DrillStage& stage, const DrillStep& step, const std::string& uuid,
                            const std::string& label) {
  if (!step.fields.contains("incident")) return {};
  const auto incident_uuid = madeBefore(stage, step, "incident");
  if (!incident_uuid) return std::unexpected(incident_uuid.error());
  const incident::Link link{incident::LinkKind::kEvacuation, uuid, label};
  const auto linked = IncidentStore(stage.workspace.db())
                          .append(*incident_uuid, {incident::LinkMoved{link, false}}, actorOf(step), *stage.clock);
  return linked ? Result<void>() : std::unexpected(linked.error());
}

// Everybody within a circle, on the roads that are open at that moment.
Result<AnswerJson> evacuate(DrillStage& stage, const DrillStep& step) {
  const auto& fields = step.fields;
  const double radius_m = fields["radius_m"].get<double>();
  auto hazard = circleFootprint({fields["lon"].get<double>(), fields["lat"].get<double>()}, radius_m);
  if (!hazard) return std::unexpected(hazard.error());
  const auto index = ExposureIndex::load(stage.workspace);
  if (!index) return std::unexpected(index.error());
  evacuation::PlanAsked asked{std::move(*hazard)};
  asked.is_drill = true;
  asked.as_of_utc_ms = stage.clock->nowUtcMs();
  const auto made = evacuation::planOfWorkspace(stage.workspace, *index, asked);
  if (!made) return std::unexpected(made.error());
  evacuation::EvacuationStore store(stage.workspace.db(), *stage.clock, stage.uuids);
  const std::string title = fields.value("title", step.words.zh.empty() ? std::string("撤避转移") : step.words.zh);
  const auto ordered =
      store.start(evacuation::orderedPlan(*made, footprintToGeoJson(asked.hazard), title), title, true, actorOf(step));
  if (!ordered) return std::unexpected(ordered.error());
  stage.made[fields["name"].get<std::string>()] = ordered->uuid;
  if (auto linked = linkEvacuation(stage, step, ordered->uuid, ordered->number + " " + title); !linked)
    return std::unexpected(linked.error());
  return AnswerJson{{"evacuation", ordered->number},
                    {"people", made->plan.people},
                    {"placed", made->plan.placed},
                    {"villages", ordered->plan.villages.size()}};
}

// So much of each row has left and arrived; villages with nobody placed stay as they are.
Result<AnswerJson> moved(DrillStage& stage, const DrillStep& step) {
  const auto uuid = madeBefore(stage, step, "evacuation");
  if (!uuid) return std::unexpected(uuid.error());
  evacuation::EvacuationStore store(stage.workspace.db(), *stage.clock, stage.uuids);
  const auto ordered = store.find(*uuid, true);
  if (!ordered) return std::unexpected(ordered.error());
  const std::int64_t percent = step.fields["percent"].get<std::int64_t>();
  std::map<std::uint32_t, std::int64_t> left;
  for (const auto& row : ordered->plan.rows) left[row.village] += row.people * percent / 100;
  const auto tick = [&](evacuation::EventKind kind, std::uint32_t village, std::int64_t people,
                        const std::string& shelter_uuid) -> Result<void> {
    evacuation::EvacuationEvent event;
    event.kind = kind, event.people = people, event.shelter_uuid = shelter_uuid, event.actor = actorOf(step);
    event.village_code = ordered->plan.villages[village].code;
    const auto added = store.add(*uuid, std::move(event));
    return added ? Result<void>() : std::unexpected(added.error());
  };
  std::int64_t people = 0;
  for (const auto& [village, count] : left) {
    people += count;
    if (auto done = tick(evacuation::EventKind::kMoved, village, count, {}); !done)
      return std::unexpected(done.error());
  }
  for (const auto& row : ordered->plan.rows)
    if (auto done = tick(evacuation::EventKind::kArrived, row.village, row.people * percent / 100,
                         ordered->plan.shelters[row.shelter].uuid);
        !done)
      return std::unexpected(done.error());
  return AnswerJson{{"evacuation", ordered->number}, {"moved", people}};
}

Result<AnswerJson> report(DrillStage& stage, const DrillStep& step) {
  const auto catalogue = situation::builtInReportCatalogue();
  if (!catalogue) return std::unexpected(catalogue.error());
  const std::string& name = step.fields["report"].get_ref<const std::string&>();
  const auto kind = situation::reportKindNamed(name);
  if (!kind) return fail(ErrorCode::kUnknownName, name, "first, update, final, daily or statistics");
  situation::ReportWish wish;
  wish.kind = *kind;
  wish.as_of_utc_ms = stage.clock->nowUtcMs();
  wish.is_drill = true;
  if (step.fields.contains("incident")) {
    const auto uuid = madeBefore(stage, step, "incident");
    if (!uuid) return std::unexpected(uuid.error());
    wish.incident = *uuid;
  }
  if (step.fields.contains("blanks"))
    for (const auto& [blank, words] : step.fields["blanks"].items()) wish.typed[blank] = words.get<std::string>();
  const auto& db = stage.workspace.db();
  const auto issued = situation::issueReport(db, *catalogue, wish, actorOf(step), *stage.clock, stage.uuids);
  if (!issued) return std::unexpected(issued.error());
  if (auto linked = incident::linkIssuedReport(db, *issued, actorOf(step), *stage.clock); !linked)
    return std::unexpected(linked.error());
  return AnswerJson{{"report", issued->number}, {"title", issued->title}};
}

}  // namespace

std::vector<DrillStepKind> answerStepKinds() {
  using enum FieldKind;
  constexpr auto kNeeded = FieldNeed::kNeeded, kLeft = FieldNeed::kMayBeLeft;
  const FieldRule incident{"incident", kUse, kNeeded, 0, 0, "incident"},
      maybe_incident{"incident", kUse, kLeft, 0, 0, "incident"}, by{"by", kText, kLeft};
  return {
      {{"incident",
        {{"name", kName},
         {"title", kText},
         {"type", kText},
         {"division", kText},
         {"place", kText, kLeft},
         {"cause", kText, kLeft},
         {"informant", kText, kLeft},
         {"lon", kNumber, kLeft, -180, 180},
         {"lat", kNumber, kLeft, -90, 90},
         by}},
       openIncident},
      {{"figures", {incident, {"figures", kFigures, kNeeded, 0, 1'000'000'000}, by}}, tellFigures},
      {{"grade", {incident, {"grade", kWhole, kNeeded, 1, 4}, by}}, grade},
      {{"response", {incident, {"level", kWhole, kNeeded, 0, 4}, {"plan", kText, kLeft}, by}}, respond},
      {{"evacuation",
        {{"name", kName},
         maybe_incident,
         {"title", kText, kLeft},
         {"lon", kNumber, kNeeded, -180, 180},
         {"lat", kNumber, kNeeded, -90, 90},
         {"radius_m", kNumber, kNeeded, 100, 100'000},
         by}},
       evacuate},
      {{"moved", {{"evacuation", kUse, kNeeded, 0, 0, "evacuation"}, {"percent", kWhole, kNeeded, 0, 100}, by}}, moved},
      {{"report", {maybe_incident, {"report", kText}, {"blanks", kBlanks, kLeft}, by}}, report},
  };
}

}  // namespace gis::drill
