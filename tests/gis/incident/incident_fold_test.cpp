// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "tests/gis/incident/incident_world.h"

namespace gis::incident {
namespace {

// Any event body, many of them impossible where the incident stands.
EventBody anyBody(std::int64_t now_utc_ms) {
  const auto rank = [] { return static_cast<Rank>(*rc::gen::inRange(1, 5)); };
  const auto word = [] { return *rc::gen::element<std::string>("", "甲", "乙", "\"{,}\n"); };
  switch (*rc::gen::inRange(0, 9)) {
    case 0: {
      IncidentHead head = landslideHead();
      head.title = word();
      return Changed{head, word()};
    }
    case 1:
      return StateMoved{static_cast<IncidentState>(*rc::gen::inRange(0, kStateCount)), word()};
    case 2: {
      FiguresTold body;
      const int count = *rc::gen::inRange(0, 4);
      for (int i = 0; i < count; ++i) {
        FigureEntry entry;
        entry.figure = *rc::gen::element<std::string>("dead", "missing", "evacuated", "nothing");
        if (*rc::gen::inRange(0, 4) > 0) entry.value = *rc::gen::inRange(-1, 50);
        entry.as_of_utc_ms = now_utc_ms - *rc::gen::inRange<std::int64_t>(-1, 5) * kHour_ms;
        entry.source = word();
        entry.county_code = *rc::gen::element<std::string>("", "140431", "140423");
        entry.county = entry.county_code.empty() ? "" : "沁源县";
        body.figures.push_back(entry);
      }
      return body;
    }
    case 3:
      return Graded{rank(), *rc::gen::inRange(0, 2) == 0 ? std::optional<Rank>() : rank(), word()};
    case 4:
      return Noted{word(), *rc::gen::inRange(0, 4)};
    case 5:
      return LinkMoved{{static_cast<LinkKind>(*rc::gen::inRange(0, kLinkKindCount)), word(), word()},
                       *rc::gen::inRange(0, 2) == 0};
    case 6:
      return TaskAdded{{word(), word(), word(), *rc::gen::inRange<std::int64_t>(0, 3) * kHour_ms, {}}};
    case 7:
      return TaskStep{*rc::gen::inRange(0, 5), static_cast<TaskState>(*rc::gen::inRange(0, 4)), word(), word(), {}};
    default: {
      Responded body{static_cast<ResponseAct>(*rc::gen::inRange(0, 4)), {}, "geology", word(), word(), {}};
      if (*rc::gen::inRange(0, 3) > 0) body.level = rank();
      body.tasks.push_back({"撤离", "县政府", "", now_utc_ms, body.level});
      return body;
    }
  }
}

// One incident with random events: refused or taken, what is kept folds to what was shown, then and at any moment
// before.
void liveThrough(IncidentWorld& w) {
  Incident shown = w.open();
  std::vector<std::pair<std::int64_t, Incident>> as_of{{w.clock->now, shown}};
  const int count = *rc::gen::inRange(1, 25);
  for (int i = 0; i < count; ++i) {
    w.clock->now += *rc::gen::inRange<std::int64_t>(-1, 4) * 1000;  // also set back
    const EventBody body = anyBody(w.clock->now);
    const bool possible = check(shown, body, w.clock->now).has_value();
    const auto after = w.store->append(shown.uuid, {body}, "王岚", *w.clock);
    if (!possible) RC_ASSERT(!after.has_value());
    if (after) {
      shown = *after;
      as_of.emplace_back(shown.events.back().at_utc_ms, shown);
    }
    const auto kept = w.store->find(shown.uuid);
    RC_ASSERT(kept.has_value());
    RC_ASSERT(*kept == shown);
  }
  for (std::size_t i = 0; i < as_of.size(); ++i) {
    // Of several events of one moment the last stands for it.
    if (i + 1 < as_of.size() && as_of[i + 1].first == as_of[i].first) continue;
    const auto then = w.store->find(shown.uuid, as_of[i].first);
    RC_ASSERT(then.has_value());
    RC_ASSERT(*then == as_of[i].second);
  }
  RC_ASSERT(!firstBrokenEvent(shown.events));
}

TEST(IncidentFold, WhatIsKeptFoldsToWhatWasShown) {
  IncidentWorld w;
  EXPECT_TRUE(rc::check([&w] { liveThrough(w); }));
}

RC_GTEST_PROP(IncidentFold, BodiesAreReadAsTheyWereWritten, ()) {
  const EventBody body = anyBody(kFlood_utc_ms);
  const auto read = readBody(kindName(body), bodyText(body));
  RC_ASSERT(read.has_value());
  RC_ASSERT(*read == body);
}

TEST(IncidentFold, DamagedTextsAreRefused) {
  for (const char* kind : {"state", "grade", "figures", "link", "task_step", "response", "changed", "nothing"}) {
    EXPECT_FALSE(readBody(kind, "{").has_value()) << kind;
    EXPECT_FALSE(readBody(kind, "{}").has_value()) << kind;
  }
}

TEST(IncidentFold, AFigureOfAnEarlierMomentDoesNotReplaceALaterOne) {
  IncidentWorld w;
  const Incident incident = w.open();
  const std::int64_t at_two = w.clock->now;
  w.add(incident.uuid, {w.told("evacuated", 120)});
  w.clock->now += kHour_ms;
  const Incident late = w.add(incident.uuid, {FiguresTold{{{"evacuated", 80.0, at_two - kHour_ms, "王和镇"}}}});
  EXPECT_EQ(late.value("evacuated"), 120);
  const auto series = seriesOf(late, "evacuated");
  ASSERT_EQ(series.size(), 2U);
  EXPECT_EQ(series[0].value, 80);
  const Incident corrected = w.add(incident.uuid, {FiguresTold{{{"evacuated", 118.0, at_two, "王和镇"}}}});
  EXPECT_EQ(corrected.value("evacuated"), 118);
  EXPECT_EQ(seriesOf(corrected, "evacuated").size(), 2U);
}

TEST(IncidentFold, SharesOfCountiesStandBesideTheWhole) {
  IncidentWorld w;
  const Incident incident = w.open();
  const auto share = [&](const char* code, const char* name, std::optional<double> value) {
    return FigureEntry{"dead", value, w.clock->now, "县应急局", code, name};
  };
  const Incident told = w.add(incident.uuid, {FiguresTold{{{"dead", 3.0, w.clock->now, "市局"},
                                                           share("140431", "沁源县", 2.0),
                                                           share("140423", "襄垣县", 1.0)}}});
  EXPECT_EQ(told.value("dead"), 3) << "a share is not the whole";
  EXPECT_EQ(told.sumOfCounties("dead"), 3);
  EXPECT_FALSE(told.sumOfCounties("missing").has_value());
  EXPECT_EQ(told.counties.at("140423").name, "襄垣县");
  EXPECT_EQ(seriesOf(told, "dead").size(), 1U);
  EXPECT_EQ(seriesOf(told, "dead", "140431").at(0).value, 2);
  w.clock->now += kHour_ms;
  const Incident less = w.add(incident.uuid, {FiguresTold{{share("140423", "襄垣县", std::nullopt)}}});
  EXPECT_FALSE(less.counties.contains("140423")) << "it told nothing else";
  EXPECT_CODE(w.store->append(incident.uuid, {FiguresTold{{share("140423", "", 1.0)}}}, "王岚", *w.clock),
              kInvalidArgument);
}

TEST(IncidentFold, AWithdrawnFigureIsUnknownAgain) {
  IncidentWorld w;
  const Incident incident = w.open();
  w.add(incident.uuid, {w.told("missing", 3)});
  w.clock->now += kHour_ms;
  EXPECT_FALSE(w.add(incident.uuid, {w.told("missing", std::nullopt)}).value("missing").has_value());
}

}  // namespace
}  // namespace gis::incident
