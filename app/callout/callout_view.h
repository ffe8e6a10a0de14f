// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/callout/callout_report.h"
#include "gis/callout/callout_state.h"
#include "gis/callout/callout_store.h"
#include "gis/callout/roster.h"
#include "gis/callout/simulate.h"
#include "gis/channels/line_state.h"
#include "gis/core/coords.h"

namespace app {

// What the window shows of a call-out, as values that any thread may hold.

// What never changes of one person to be called; by the place of its target in the snapshot.
struct PersonFacts {
  QString uuid, name, post, unit, place;  // place: town and village
  QString phone, masked_phone;            // "138****5678"; empty: no number
  QString deputy, superior;               // names; empty: nobody
  double distance_m = 0;
  int awake_s = 0;
};

// Where one person stands. One row of the tree.
struct PersonNow {
  gis::Reach reach = gis::Reach::kPlanned;
  gis::Outcome outcome = gis::Outcome::kOpen;
  bool called = false;  // a line or an officer has had the number
  bool silent = false, overdue = false, cannot_serve = false, escalated = false, settled = false;
  int attempts = 0;
  std::int64_t confirmed_utc_ms = 0, moved_people = 0;
  QString with;    // the officer who has the number in hand
  QString holder;  // who stands in now; empty: the person
};

struct PlaceSeat {
  std::string code;
  gis::LonLat seat;
};

struct CalloutFacts {
  std::string uuid, warning_id, event_code;
  QString title;
  bool is_drill = false;
  gis::WarningColour colour = gis::WarningColour::kRed;
  std::vector<PersonFacts> persons;
  std::vector<PlaceSeat> seats;  // of the divisions in the tree, those that are known
  std::vector<std::vector<gis::LonLat>> rings;
  std::vector<gis::ResponseTask> tasks;
  std::vector<int> task_at;         // their places in the plan
  int awake_s = 0, feedback_s = 0;  // the shortest clocks of the rules in use; 0: none
};

// The number that an officer has in hand.
struct CallCard {
  std::string attempt;
  int target = -1;
  QString name, post, place, phone, script, deputy;
  QString stands_for;  // the post-holder whose deputy or neighbour this is; empty: the person itself
  int attempts = 0;
  bool is_door = false, is_notice = false;
  std::int64_t since_utc_ms = 0, due_utc_ms = 0;  // due: when it is taken back
  std::int64_t moved_people = 0;
};

// One line of what happened.
struct LogLine {
  std::int64_t seq = 0, at_utc_ms = 0;
  gis::EventKind kind = gis::EventKind::kNote;
  int target = -1;
  QString channel, actor, text;  // channel: its stable name
  QString person;                // who was rung; empty: nobody
  std::int64_t number = 0;
};

struct CalloutView {
  std::shared_ptr<const CalloutFacts> facts;
  bool is_closed = false, has_made_people = false, can_write = true, is_demo = false;
  std::int64_t started_utc_ms = 0, now_utc_ms = 0, last_seq = 0;
  std::vector<gis::TallyNode> tree;
  std::vector<PersonNow> persons;
  std::optional<CallCard> card;          // of this officer
  int waiting = 0;                       // numbers that wait for an officer
  int waiting_lines = 0;                 // that wait for a machine
  int only_lines = 0;                    // persons for whom nothing but machines is waited
  std::int64_t next_due_utc_ms = 0;      // when the engine must act again; 0: never by itself
  std::int64_t feedback_due_utc_ms = 0;  // the next feedback that somebody owes; 0: none
  gis::CalloutReport report;
  std::vector<LogLine> log;  // newest first
  std::map<int, gis::CalloutState::TaskReport> tasks_done;
  gis::LineStates lines;
};
using CalloutViewPtr = std::shared_ptr<const CalloutView>;

// What would happen if a warning were sent now.
struct CalloutPreview {
  gis::CalloutSnapshot snapshot;
  CalloutViewPtr view;  // the tree of everybody, not yet called
  std::size_t places = 0;
  std::vector<gis::RosterGap> gaps;
  gis::SimulateOptions expected;              // the lines and officers that the course is counted with
  std::optional<gis::CourseForecast> course;  // not yet: forecastPreview()
  gis::CapacityForecast capacity;
  gis::LineStates lines;
  bool by_hand = false;  // channels of the plan have no line: officers call instead
  int officers = 0;
};

// What a person's card shows.
struct PersonCard {
  int target = -1;
  std::vector<LogLine> events;
  std::vector<gis::PersonHistory> history;
  struct Stand {
    std::string uuid;
    QString text;  // "deputy: name"
  };
  std::vector<Stand> stand_ins;
};

}  // namespace app
