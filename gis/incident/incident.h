// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <string>
#include <vector>

#include "gis/incident/incident_event.h"

namespace gis::incident {

// The value of a figure that counts: the one that speaks of the latest moment; of two of one moment the later told.
struct Figure {
  FigureEntry entry;
  std::int64_t seq = 0;  // of the event that told it
  std::int64_t told_utc_ms = 0;
  friend bool operator==(const Figure&, const Figure&) = default;
};

using Figures = std::map<std::string, Figure, std::less<>>;  // by id

// What one county told of its own share (分县（区）).
struct CountyFigures {
  std::string name;
  Figures figures;
  friend bool operator==(const CountyFigures&, const CountyFigures&) = default;
};

struct Task {
  int number = 0;  // from 1 within the incident
  TaskDraft draft;
  TaskState state = TaskState::kOpen;
  std::string words;  // of its last step
  std::string actor;
  std::int64_t added_utc_ms = 0, changed_utc_ms = 0;

  bool isLive() const { return state == TaskState::kOpen || state == TaskState::kAccepted; }
  bool isOverdue(std::int64_t now_utc_ms) const {
    return isLive() && draft.deadline_utc_ms != 0 && draft.deadline_utc_ms < now_utc_ms;
  }
  friend bool operator==(const Task&, const Task&) = default;
};

// The response that runs; no level: none does.
struct Response {
  std::optional<Rank> level;
  std::string plan, decided_by;
  std::int64_t since_utc_ms = 0;  // of this level
  friend bool operator==(const Response&, const Response&) = default;
};

// An incident as its events make it (事件). Nothing in it but uuid, number and is_drill is kept anywhere else.
struct Incident {
  std::string uuid, number;
  bool is_drill = false;
  IncidentHead head;
  IncidentState state = IncidentState::kReported;
  std::int64_t created_utc_ms = 0, state_since_utc_ms = 0;
  std::optional<Graded> grade;
  std::int64_t graded_utc_ms = 0;
  Figures figures;                                             // of the whole; withdrawn ones are not among them
  std::map<std::string, CountyFigures, std::less<>> counties;  // by code; those that told something
  std::vector<Task> tasks;                                     // by number
  std::vector<Link> links;                                     // as they were added
  Response response;
  std::vector<IncidentEvent> events;

  std::optional<double> value(std::string_view figure) const;
  // What the counties told of a figure, added up; none: no county told it. The whole is not made of it: a county that
  // has not told yet would be left out.
  std::optional<double> sumOfCounties(std::string_view figure) const;
  friend bool operator==(const Incident&, const Incident&) = default;
};

// Adds one event. Fails with kDamagedFile when it does not follow from those before (wrong seq, a task nobody added).
Result<void> apply(Incident& incident, const IncidentEvent& event);
// An incident of these events, those recorded after `as_of_utc_ms` left out. Fails as apply() does.
Result<Incident> fold(std::string uuid, std::string number, bool is_drill, std::span<const IncidentEvent> events,
                      std::int64_t as_of_utc_ms);

// Whether this may be recorded now: kInvalidArgument with what is wrong and what to do, kOutOfRange for figures.
Result<void> check(const Incident& incident, const EventBody& body, std::int64_t now_utc_ms);

// Overdue ones first by deadline, then what is open by deadline (those without one last), then done, then dropped.
std::vector<Task> tasksInOrder(const Incident& incident, std::int64_t now_utc_ms);

// All values ever told of a figure by the moment they speak of: what a chart draws. A moment that was told twice has
// the later value. `county_code` empty: of the whole.
std::vector<FigureEntry> seriesOf(const Incident& incident, std::string_view figure, std::string_view county_code = {});

}  // namespace gis::incident
