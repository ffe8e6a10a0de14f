// SPDX-License-Identifier: GPL-3.0-or-later
#include <SQLiteCpp/Exception.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "gis/callout/callout_store.h"
#include "gis/incident/timeline.h"
#include "tests/gis/incident/incident_world.h"

namespace gis::incident {
namespace {

TEST(IncidentStore, WhatIsShownFollowsFromTheTimeAskedFor) {
  IncidentWorld w;
  const std::int64_t before = w.clock->now - 1;
  const Incident incident = w.open();
  w.clock->now += kHour_ms;
  w.add(incident.uuid, {StateMoved{IncidentState::kVerified, ""}, w.told("dead", 1)});
  const auto early = w.store->find(incident.number, kFlood_utc_ms);
  ASSERT_TRUE(early.has_value()) << say(early);
  EXPECT_EQ(early->state, IncidentState::kReported);
  EXPECT_FALSE(early->value("dead").has_value());
  EXPECT_EQ(w.store->find(incident.number)->value("dead"), 1);
  const auto unknown = w.store->find(incident.number, before);
  ASSERT_FALSE(unknown.has_value());
  EXPECT_EQ(unknown.error().code, ErrorCode::kUnknownName);
  EXPECT_TRUE(w.store->all(before)->empty());
  EXPECT_EQ(w.store->all()->size(), 1U);
}

TEST(IncidentStore, EventsAreAddedAllOrNone) {
  IncidentWorld w;
  const Incident incident = w.open();
  const auto refused =
      w.store->append(incident.uuid, {StateMoved{IncidentState::kVerified, ""}, w.told("dead", -1)}, "王岚", *w.clock);
  ASSERT_FALSE(refused.has_value());
  EXPECT_EQ(refused.error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(w.store->find(incident.uuid)->state, IncidentState::kReported);
  EXPECT_FALSE(w.store->append(incident.uuid, {w.told("dead", 1.5)}, "王岚", *w.clock).has_value());
  EXPECT_FALSE(w.store->append(incident.uuid, {w.told("nobody", 1)}, "王岚", *w.clock).has_value());
  EXPECT_FALSE(w.store->append(incident.uuid, {Noted{"x", 0}}, "", *w.clock).has_value());
}

TEST(IncidentStore, HeadsAreChecked) {
  IncidentWorld w;
  const auto refused = [&](auto change) {
    IncidentHead head = landslideHead();
    change(head);
    return !w.store->open(head, false, "王岚", *w.clock, w.uuids).has_value();
  };
  EXPECT_TRUE(refused([](IncidentHead& h) { h.title.clear(); }));
  EXPECT_TRUE(refused([](IncidentHead& h) { h.type = "dragon"; }));
  EXPECT_TRUE(refused([](IncidentHead& h) { h.known_utc_ms = kFlood_utc_ms + 1; }));
  EXPECT_TRUE(refused([](IncidentHead& h) { h.occurred_utc_ms = h.known_utc_ms + 1; }));
  EXPECT_TRUE(refused([](IncidentHead& h) { h.where = LonLat{200, 36}; }));
  EXPECT_TRUE(w.store->all()->empty());
}

TEST(IncidentStore, AGradeOtherThanTheProposedNeedsAReason) {
  IncidentWorld w;
  const Incident incident = w.open();
  EXPECT_FALSE(w.store->append(incident.uuid, {Graded{Rank::kIII, Rank::kIV, ""}}, "王岚", *w.clock).has_value());
  EXPECT_EQ(w.add(incident.uuid, {Graded{Rank::kIII, Rank::kIV, "学校附近"}}).grade->grade, Rank::kIII);
  EXPECT_EQ(w.add(incident.uuid, {Graded{Rank::kIV, Rank::kIV, ""}}).grade->grade, Rank::kIV);
}

TEST(IncidentStore, ALevelStartsItsTasksAndRaisingAndLoweringKeepThem) {
  IncidentWorld w;
  const Incident incident = w.open();
  const auto to = [&](std::optional<Rank> level) {
    return w.store->respond(incident.uuid, level, "", "副指挥长", "雨势增大", "王岚", *w.clock);
  };
  const auto started = to(Rank::kIV);
  ASSERT_TRUE(started.has_value()) << say(started);
  const std::size_t of_iv = started->tasks.size();
  ASSERT_GT(of_iv, 0U);
  EXPECT_EQ(started->response.plan, "geology");
  EXPECT_EQ(started->tasks[0].draft.deadline_utc_ms, w.clock->now + 2 * kHour_ms);
  EXPECT_EQ(started->tasks[0].draft.level, Rank::kIV);
  w.add(incident.uuid, {TaskStep{1, TaskState::kDone, "已撤 32 人", "", {}}});
  w.clock->now += kHour_ms;
  const auto raised = to(Rank::kII);
  ASSERT_TRUE(raised.has_value()) << say(raised);
  const auto& act = std::get<Responded>(raised->events.back().body);
  EXPECT_EQ(act.act, ResponseAct::kRaised);
  EXPECT_GT(raised->tasks.size(), of_iv);
  EXPECT_EQ(raised->tasks[0].state, TaskState::kDone);
  // What is still being done is not asked for twice.
  for (const TaskDraft& task : act.tasks) {
    const auto same = std::ranges::count_if(
        raised->tasks, [&](const Task& one) { return one.isLive() && one.draft.text == task.text; });
    EXPECT_EQ(same, 1) << task.text;
  }
  const auto lowered = to(Rank::kIII);
  ASSERT_TRUE(lowered.has_value()) << say(lowered);
  EXPECT_EQ(lowered->tasks.size(), raised->tasks.size());
  EXPECT_FALSE(to(Rank::kIII).has_value());
  EXPECT_FALSE(w.store->append(incident.uuid, {StateMoved{IncidentState::kClosed, ""}}, "王岚", *w.clock).has_value());
  const auto ended = to(std::nullopt);
  ASSERT_TRUE(ended.has_value()) << say(ended);
  EXPECT_FALSE(ended->response.level.has_value());
  EXPECT_EQ(ended->tasks.size(), raised->tasks.size());
  EXPECT_FALSE(to(std::nullopt).has_value());
  EXPECT_FALSE(w.store->respond(incident.uuid, Rank::kI, "", "", "x", "王岚", *w.clock).has_value());
}

TEST(IncidentStore, AFloodTakesTheTasksOfTheCallOutPlan) {
  IncidentWorld w;
  const auto catalogue = builtInCatalogue();
  const auto callout = builtInPlan();
  ASSERT_TRUE(catalogue.has_value() && callout.has_value());
  const auto red = std::ranges::count(callout->tasks, WarningColour::kRed, &ResponseTask::colour);
  const auto tasks = w.store->tasksOf(*catalogue->plan("flood"), Rank::kI);
  ASSERT_TRUE(tasks.has_value());
  EXPECT_EQ(static_cast<std::int64_t>(tasks->size()), red);
  ASSERT_GT(red, 0);
  for (const ResponsePlan& plan : catalogue->plans)
    for (const Rank level : {Rank::kI, Rank::kII, Rank::kIII, Rank::kIV})
      EXPECT_FALSE(w.store->tasksOf(plan, level)->empty()) << plan.id << ' ' << rankName(level);
}

TEST(IncidentStore, OverdueTasksStandFirst) {
  IncidentWorld w;
  const Incident incident = w.open();
  const std::int64_t now = w.clock->now;
  const Incident with = w.add(
      incident.uuid, {TaskAdded{{"无期限", "甲", "", 0, {}}}, TaskAdded{{"两小时", "乙", "", now + 2 * kHour_ms, {}}},
                      TaskAdded{{"一小时", "丙", "", now + kHour_ms, {}}},
                      TaskAdded{{"已办", "丁", "", now + kHour_ms, {}}}, TaskStep{4, TaskState::kDone, "", "", {}}});
  const auto order = [&](std::int64_t at) {
    std::vector<int> numbers;
    for (const Task& task : tasksInOrder(with, at)) numbers.push_back(task.number);
    return numbers;
  };
  EXPECT_EQ(order(now), (std::vector<int>{3, 2, 1, 4}));
  EXPECT_FALSE(with.tasks[2].isOverdue(now + kHour_ms));  // on the minute is in time
  EXPECT_TRUE(with.tasks[2].isOverdue(now + kHour_ms + 1));
  EXPECT_FALSE(with.tasks[3].isOverdue(now + 9 * kHour_ms));
  EXPECT_EQ(order(now + 3 * kHour_ms), (std::vector<int>{3, 2, 1, 4}));
  EXPECT_FALSE(w.store->append(incident.uuid, {TaskStep{2, TaskState::kDropped, "", "", {}}}, "王岚", *w.clock));
  const Incident dropped = w.add(incident.uuid, {TaskStep{3, TaskState::kDropped, "并入 2", "", {}},
                                                 TaskStep{2, TaskState::kAccepted, "", "戊", now + 4 * kHour_ms}});
  EXPECT_EQ(dropped.tasks[1].draft.owner, "戊");
  EXPECT_EQ(tasksInOrder(dropped, now + 3 * kHour_ms).front().number, 2);
  EXPECT_EQ(tasksInOrder(dropped, now + 3 * kHour_ms).back().number, 3);
}

TEST(IncidentStore, DrillsGoAndNothingElse) {
  IncidentWorld w;
  const Incident real = w.open();
  const Incident drill = w.open(true);
  w.add(drill.uuid, {w.told("dead", 30), Noted{"演练", 0}});
  w.add(real.uuid, {w.told("dead", 1)});
  const auto removed = w.store->removeDrills();
  ASSERT_TRUE(removed.has_value()) << say(removed);
  EXPECT_EQ(*removed, 1);
  const auto left = w.store->all();
  ASSERT_EQ(left->size(), 1U);
  EXPECT_EQ(left->front().uuid, real.uuid);
  EXPECT_EQ(left->front().events.size(), 2U);
  EXPECT_EQ(w.store->removeDrills(), 0);
}

TEST(IncidentStore, ARealLogCannotBeChanged) {
  IncidentWorld w;
  const Incident real = w.open();
  w.add(real.uuid, {Noted{"河水上涨", 0}});
  for (const char* sql : {"DELETE FROM incident_event", "UPDATE incident_event SET content='{}'",
                          "DELETE FROM incident", "UPDATE incident SET is_drill=1"})
    EXPECT_THROW(w.db().sql().exec(sql), SQLite::Exception) << sql;
  EXPECT_EQ(w.store->find(real.uuid)->events.size(), 2U);
}

TEST(IncidentStore, ALogThatWasEditedIsRefused) {
  IncidentWorld w;
  const Incident real = w.open();
  w.add(real.uuid, {Noted{"河水上涨", 0}});
  w.db().sql().exec("DROP TRIGGER incident_event_is_final");
  w.db().sql().exec("UPDATE incident_event SET content='{\"words\":\"没事\"}' WHERE seq=2");
  const auto found = w.store->find(real.uuid);
  ASSERT_FALSE(found.has_value());
  EXPECT_EQ(found.error().code, ErrorCode::kDamagedFile);
}

TEST(IncidentTimeline, LinkedCallOutsAreMergedByTime) {
  IncidentWorld w;
  const Incident incident = w.open();
  w.clock->now += kHour_ms;
  const std::string callout = w.uuids.next();
  CalloutSnapshot snapshot;
  snapshot.title = "暴雨红色预警叫应";
  ASSERT_TRUE(CalloutStore(w.db()).add(callout, snapshot, "王岚", w.clock->now).has_value());
  CalloutEvent begun;
  begun.seq = 1, begun.at_utc_ms = w.clock->now, begun.kind = EventKind::kStarted;
  begun.hash = eventHash("", begun);
  CalloutEvent rang = begun;
  rang.seq = 2, rang.target = 0, rang.kind = EventKind::kAnswered;
  rang.hash = eventHash(begun.hash, rang);
  ASSERT_TRUE(CalloutLogStore(w.db(), callout).append(std::vector{begun, rang}, {}).has_value());
  w.clock->now += kHour_ms;
  const Incident linked = w.add(incident.uuid, {LinkMoved{{LinkKind::kCallout, callout, "暴雨红色预警叫应"}, false},
                                                LinkMoved{{LinkKind::kRequisition, "gone", "调拨"}, false}});
  const auto lines = timelineOf(w.db(), linked, kNow_utc_ms);
  ASSERT_TRUE(lines.has_value()) << say(lines);
  ASSERT_EQ(lines->size(), 4U);  // opened, call-out started, two links; single calls stay in their log
  EXPECT_EQ((*lines)[1].subject, "暴雨红色预警叫应");
  EXPECT_TRUE(std::holds_alternative<CalloutEntry>((*lines)[1].what));
  EXPECT_EQ(timelineOf(w.db(), linked, kFlood_utc_ms)->size(), 1U);
}

}  // namespace
}  // namespace gis::incident
