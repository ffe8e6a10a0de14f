// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/incident_summer.h"

#include <memory>

#include "gis/danger/danger_store.h"
#include "gis/incident/incident_store.h"
#include "gis/stocks/requisition_store.h"

namespace gis::demo {
namespace {

namespace incident = gis::incident;
using incident::EventBody;
using incident::FigureEntry;
using incident::IncidentState;
using incident::Rank;

constexpr std::int64_t kMinute_ms = 60'000, kHour_ms = 60 * kMinute_ms, kDay_ms = 24 * kHour_ms;
// Days before 1 May 2026: 26 July and 8 June 2025.
constexpr int kFloodDaysAgo = 279, kFireDaysAgo = 327;
const std::string kOfficer = "值班员（演示）", kCounty = "县应急局（演示）", kLeader = "副指挥长（演示）";

class StoryClock final : public Clock {
 public:
  explicit StoryClock(std::int64_t now_utc_ms) : now(now_utc_ms) {}
  std::int64_t nowUtcMs() const override { return now; }
  std::int64_t now;
};

// Tells one incident step by step; the first failure stays.
class IncidentStory {
 public:
  IncidentStory(const Database& db, std::uint64_t seed, std::int64_t begins_utc_ms)
      : m_db(&db), m_clock(std::make_shared<StoryClock>(begins_utc_ms)), m_uuids(m_clock, seed), m_store(db) {}

  void open(const char* type, const std::string& title, LonLat where, const std::string& village,
            const std::string& cause) {
    incident::IncidentHead head;
    head.type = type, head.title = title, head.where = where, head.village = village, head.cause = cause;
    head.occurred_utc_ms = m_clock->now - 20 * kMinute_ms, head.known_utc_ms = m_clock->now;
    head.informant = "乡镇值班室（演示）";
    if (const auto placed = danger::DangerStore(*m_db).divisionAt(where))
      head.division_code = placed->code, head.division = placed->name;
    take(m_store.open(head, false, kOfficer, *m_clock, m_uuids));
  }
  IncidentStory& after(std::int64_t ms) {
    m_clock->now += ms;
    return *this;
  }
  void add(std::vector<EventBody> bodies) {
    if (m_failed.has_value()) take(m_store.append(m_now.uuid, bodies, kOfficer, *m_clock));
  }
  void figures(const std::vector<std::pair<const char*, double>>& told) {
    incident::FiguresTold body;
    for (const auto& [figure, value] : told)
      body.figures.push_back({figure, value, m_clock->now - 10 * kMinute_ms, kCounty});
    add({body});
  }
  void state(IncidentState state) { add({incident::StateMoved{state, ""}}); }
  void grade(Rank grade) { add({incident::Graded{grade, grade, ""}}); }
  void respond(std::optional<Rank> level, const std::string& reason) {
    if (m_failed.has_value()) take(m_store.respond(m_now.uuid, level, "", kLeader, reason, kOfficer, *m_clock));
  }
  // Everything that is still to do is done.
  void finishTasks() {
    std::vector<EventBody> steps;
    for (const incident::Task& task : m_now.tasks)
      if (task.isLive()) steps.push_back(incident::TaskStep{task.number, incident::TaskState::kDone, "已落实", "", {}});
    if (!steps.empty()) add(std::move(steps));
  }
  void step(int task, incident::TaskState state, const std::string& words) {
    add({incident::TaskStep{task, state, words, "", {}}});
  }
  // The newest requisition of the demo belongs to it.
  void linkRequisition() {
    const auto papers = stocks::RequisitionStore(*m_db, *m_clock, m_uuids).all(1);
    if (papers && !papers->empty())
      add({incident::LinkMoved{{incident::LinkKind::kRequisition, papers->front().uuid, papers->front().number},
                               false}});
  }
  const Result<void>& outcome() const { return m_failed; }

 private:
  void take(Result<incident::Incident> made) {
    if (made)
      m_now = std::move(*made);
    else if (m_failed.has_value())
      m_failed = std::unexpected(made.error());
  }
  const Database* m_db;
  std::shared_ptr<StoryClock> m_clock;
  UuidSource m_uuids;
  incident::IncidentStore m_store;
  incident::Incident m_now;
  Result<void> m_failed;
};

Result<void> tellFlood(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  IncidentStory story(db, seed, now_utc_ms - kFloodDaysAgo * kDay_ms - 5 * kHour_ms);
  story.open("flash_flood", "山洪（演示）", {113.52, 36.23}, "沟口村（演示）", "短时强降雨");
  story.after(15 * kMinute_ms).state(IncidentState::kVerified);
  story.after(15 * kMinute_ms).figures({{"affected_people", 260}, {"evacuated", 180}, {"missing", 1}});
  story.after(5 * kMinute_ms).respond(Rank::kIV, "沟道水位陡涨，一个村进水");
  story.state(IncidentState::kResponding);
  story.after(kHour_ms).figures({{"affected_people", 610}, {"evacuated", 420}, {"houses_damaged", 16}});
  story.after(10 * kMinute_ms).respond(Rank::kIII, "雨势未减，上游又报涨水");
  story.after(2 * kHour_ms).figures({{"missing", 0}, {"dead", 0}, {"injured", 2}, {"houses_collapsed", 3}});
  story.grade(Rank::kIV);
  story.after(kHour_ms).finishTasks();
  story.after(kHour_ms).state(IncidentState::kUnderControl);
  story.after(3 * kHour_ms).respond(std::nullopt, "雨停水退，人员全部安置");
  story.after(2 * kDay_ms).figures({{"crop_ha", 43.5}, {"direct_loss_10k_yuan", 386}, {"evacuated", 430}});
  story.after(kHour_ms).state(IncidentState::kClosed);
  return story.outcome();
}

Result<void> tellFire(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  IncidentStory story(db, seed, now_utc_ms - kFireDaysAgo * kDay_ms - 10 * kHour_ms);
  story.open("forest_fire", "雷击森林火灾（演示）", {112.42, 36.45}, "山后村（演示）", "雷击");
  story.after(30 * kMinute_ms).state(IncidentState::kVerified);
  story.figures({{"burned_forest_ha", 0.6}, {"evacuated", 60}});
  story.grade(Rank::kIV);
  story.after(10 * kMinute_ms).respond(Rank::kIV, "火场风大，临近村庄");
  story.state(IncidentState::kResponding);
  story.after(5 * kHour_ms).figures({{"burned_forest_ha", 12.4}, {"evacuated", 240}, {"injured", 1}});
  story.grade(Rank::kIII);
  story.after(10 * kMinute_ms).respond(Rank::kIII, "过火面积扩大");
  story.after(20 * kHour_ms).figures({{"burned_forest_ha", 31.8}});
  story.finishTasks();
  story.after(2 * kHour_ms).state(IncidentState::kUnderControl);
  story.after(kDay_ms).respond(std::nullopt, "明火扑灭，留人看守");
  story.figures({{"dead", 0}, {"direct_loss_10k_yuan", 152.5}});
  story.after(kDay_ms).state(IncidentState::kClosed);
  return story.outcome();
}

Result<void> tellLandslide(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  IncidentStory story(db, seed, now_utc_ms - 6 * kHour_ms);
  story.open("landslide", "小型滑坡（演示）", {112.30, 36.62}, "坡下村（演示）", "融雪和春雨浸润");
  story.after(25 * kMinute_ms).state(IncidentState::kVerified);
  story.figures({{"threatened_people", 64}, {"evacuated", 21}});
  story.after(10 * kMinute_ms).respond(Rank::kIV, "坡体仍在变形，坡下有十户");
  story.state(IncidentState::kResponding);
  story.grade(Rank::kIV);
  story.after(50 * kMinute_ms).step(1, incident::TaskState::kDone, "十户 34 人撤到村委会");
  story.figures({{"evacuated", 34}, {"houses_seriously_damaged", 4}, {"direct_loss_10k_yuan", 28}});
  story.after(20 * kMinute_ms).step(2, incident::TaskState::kAccepted, "");
  story.after(kHour_ms).linkRequisition();
  story.add({incident::Noted{"后缘裂缝每小时约 2 毫米，未见加快", 0},
             incident::TaskAdded{{"夜间雨情加密会商", "市应急管理局", "", now_utc_ms + 5 * kHour_ms, {}}}});
  story.after(kHour_ms).figures({{"evacuated", 38}, {"threatened_people", 71}});
  return story.outcome();
}

}  // namespace

Result<int> writeIncidents(const Database& db, std::uint64_t seed, std::int64_t now_utc_ms) {
  int told = 0;
  const auto done = db.transaction([&]() -> Result<void> {
    for (const auto tell : {tellFire, tellFlood, tellLandslide})
      if (auto outcome = tell(db, seed + static_cast<std::uint64_t>(++told), now_utc_ms); !outcome) return outcome;
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return told;
}

}  // namespace gis::demo
