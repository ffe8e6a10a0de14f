// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::incident {

// A grade of an event or a level of a response, Ⅰ (特别重大) the worst to Ⅳ (一般).
enum class Rank { kI = 1, kII, kIII, kIV };
// "I" .. "IV"; also reads 1 .. 4, Ⅰ .. Ⅳ, 一级 .. 四级.
std::string_view rankName(Rank rank);
std::optional<Rank> rankNamed(std::string_view name);
// "Ⅲ", as papers write it.
std::string_view rankSign(Rank rank);

enum class IncidentState { kReported, kVerified, kResponding, kUnderControl, kClosed };
constexpr int kStateCount = 5;
std::string_view stateName(IncidentState state);
std::optional<IncidentState> stateNamed(std::string_view name);

enum class TaskState { kOpen, kAccepted, kDone, kDropped };
std::string_view taskStateName(TaskState state);
std::optional<TaskState> taskStateNamed(std::string_view name);

enum class ResponseAct { kStarted, kRaised, kLowered, kEnded };
std::string_view actName(ResponseAct act);
std::optional<ResponseAct> actNamed(std::string_view name);

// What an incident is called, where and when it happened. Times: UTC ms, 0 unknown.
struct IncidentHead {
  std::string title;
  std::string type;  // id of resources/incident/types.json
  std::string division_code, division;
  std::string village, place_words;  // where, in words
  std::optional<LonLat> where;
  std::int64_t occurred_utc_ms = 0;  // when it happened
  std::int64_t known_utc_ms = 0;     // when the office learned of it
  std::string informant;             // who reported it
  std::string cause;

  friend bool operator==(const IncidentHead&, const IncidentHead&) = default;
};

// One figure as it was told: `figure` is an id of resources/incident/figures.json, `value` in its unit; no value: what
// was told before is withdrawn. `as_of_utc_ms`: the moment that the figure speaks of. `county_code`, six digits: it is
// that county's share; empty: it is of the whole incident.
struct FigureEntry {
  std::string figure;
  std::optional<double> value;
  std::int64_t as_of_utc_ms = 0;
  std::string source;
  std::string county_code = {}, county = {};

  friend bool operator==(const FigureEntry&, const FigureEntry&) = default;
};

// Something of another room that belongs to the incident: its kind, its identifier there, and what it is called.
enum class LinkKind { kWarning, kCallout, kRequisition, kTeam, kEvacuation, kReport, kPhoto, kJournal };
constexpr int kLinkKindCount = 8;
std::string_view linkKindName(LinkKind kind);
std::optional<LinkKind> linkKindNamed(std::string_view name);
struct Link {
  LinkKind kind = LinkKind::kWarning;
  std::string id, label;

  friend bool operator==(const Link&, const Link&) = default;
};

// What has to be done, by whom, by when (UTC ms; 0: no deadline). `level`: of the response that started it.
struct TaskDraft {
  std::string text, owner, clause;
  std::int64_t deadline_utc_ms = 0;
  std::optional<Rank> level;

  friend bool operator==(const TaskDraft&, const TaskDraft&) = default;
};

// The kinds of events. A correction is a new event.
struct Opened {
  IncidentHead head;
  friend bool operator==(const Opened&, const Opened&) = default;
};
struct Changed {  // the head as a whole, as it is from now on
  IncidentHead head;
  std::string reason;
  friend bool operator==(const Changed&, const Changed&) = default;
};
struct StateMoved {
  IncidentState state = IncidentState::kReported;
  std::string words;  // needed to go back
  friend bool operator==(const StateMoved&, const StateMoved&) = default;
};
struct FiguresTold {
  std::vector<FigureEntry> figures;
  friend bool operator==(const FiguresTold&, const FiguresTold&) = default;
};
struct Graded {  // confirmed or changed by an officer
  Rank grade = Rank::kIV;
  std::optional<Rank> proposed;  // what the rules said then
  std::string reason;            // needed when it differs from what was proposed
  friend bool operator==(const Graded&, const Graded&) = default;
};
struct Noted {
  std::string words;
  std::int64_t corrects = 0;  // seq of the note it puts right; 0: none
  friend bool operator==(const Noted&, const Noted&) = default;
};
struct LinkMoved {
  Link link;
  bool is_removed = false;
  friend bool operator==(const LinkMoved&, const LinkMoved&) = default;
};
struct TaskAdded {
  TaskDraft task;
  friend bool operator==(const TaskAdded&, const TaskAdded&) = default;
};
struct TaskStep {
  int task = 0;  // its number
  TaskState state = TaskState::kOpen;
  std::string words;                            // needed to drop it
  std::string owner;                            // a new owner; empty: as it was
  std::optional<std::int64_t> deadline_utc_ms;  // a new deadline
  friend bool operator==(const TaskStep&, const TaskStep&) = default;
};
struct Responded {
  ResponseAct act = ResponseAct::kStarted;
  std::optional<Rank> level;  // none when it ended
  std::string plan;           // id of resources/incident/response.json
  std::string decided_by, reason;
  std::vector<TaskDraft> tasks;  // that begin with it
  friend bool operator==(const Responded&, const Responded&) = default;
};
using EventBody =
    std::variant<Opened, Changed, StateMoved, FiguresTold, Graded, Noted, LinkMoved, TaskAdded, TaskStep, Responded>;

// One thing that was recorded of an incident; never changed. `hash`: BLAKE2b-256 in hex over the hash before and this
// event's own bytes.
struct IncidentEvent {
  std::int64_t seq = 0;        // from 1, without gaps
  std::int64_t at_utc_ms = 0;  // when it was recorded
  std::string actor;
  EventBody body;
  std::string hash;

  friend bool operator==(const IncidentEvent&, const IncidentEvent&) = default;
};

// "opened", "state", ... as the table says.
std::string_view kindName(const EventBody& body);
// As they are kept: JSON. Fails with kDamagedFile.
std::string bodyText(const EventBody& body);
Result<EventBody> readBody(std::string_view kind, std::string_view text);

std::string eventHash(std::string_view hash_before, const IncidentEvent& event);
// The seq of the first event that does not follow from those before; nothing when the chain is whole.
std::optional<std::int64_t> firstBrokenEvent(std::span<const IncidentEvent> events);

}  // namespace gis::incident
