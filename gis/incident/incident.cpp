// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/incident/incident.h"

#include <algorithm>
#include <limits>
#include <tuple>

namespace gis::incident {
namespace {

Task* taskOf(Incident& incident, int number) {
  const auto found = std::ranges::find(incident.tasks, number, &Task::number);
  return found == incident.tasks.end() ? nullptr : &*found;
}

// How one event changes what is shown; false: it does not follow.
struct Folder {
  Incident& incident;
  const IncidentEvent& event;

  bool operator()(const Opened& b) const {
    if (event.seq != 1) return false;
    incident.head = b.head;
    incident.created_utc_ms = incident.state_since_utc_ms = event.at_utc_ms;
    return true;
  }
  bool operator()(const Changed& b) const {
    incident.head = b.head;
    return true;
  }
  bool operator()(const StateMoved& b) const {
    incident.state = b.state;
    incident.state_since_utc_ms = event.at_utc_ms;
    return true;
  }
  bool operator()(const FiguresTold& b) const {
    for (const FigureEntry& entry : b.figures) tell(entry);
    return true;
  }
  bool operator()(const Graded& b) const {
    incident.grade = b;
    incident.graded_utc_ms = event.at_utc_ms;
    return true;
  }
  bool operator()(const Noted&) const { return true; }
  bool operator()(const LinkMoved& b) const {
    std::erase_if(incident.links, [&](const Link& one) { return one.kind == b.link.kind && one.id == b.link.id; });
    if (!b.is_removed) incident.links.push_back(b.link);
    return true;
  }
  bool operator()(const TaskAdded& b) const {
    addTask(b.task);
    return true;
  }
  bool operator()(const TaskStep& b) const {
    Task* task = taskOf(incident, b.task);
    if (task == nullptr) return false;
    task->state = b.state;
    task->words = b.words;
    task->actor = event.actor;
    task->changed_utc_ms = event.at_utc_ms;
    if (!b.owner.empty()) task->draft.owner = b.owner;
    if (b.deadline_utc_ms) task->draft.deadline_utc_ms = *b.deadline_utc_ms;
    return true;
  }
  bool operator()(const Responded& b) const {
    incident.response = {b.level, b.plan, b.decided_by, event.at_utc_ms};
    for (const TaskDraft& task : b.tasks) addTask(task);
    return true;
  }

  void addTask(const TaskDraft& draft) const {
    Task task;
    task.number = static_cast<int>(incident.tasks.size()) + 1;
    task.draft = draft;
    task.actor = event.actor;
    task.added_utc_ms = task.changed_utc_ms = event.at_utc_ms;
    incident.tasks.push_back(std::move(task));
  }
  void tell(const FigureEntry& entry) const {
    if (entry.county_code.empty()) return tell(incident.figures, entry);
    CountyFigures& county = incident.counties[entry.county_code];
    county.name = entry.county;
    tell(county.figures, entry);
    if (county.figures.empty()) incident.counties.erase(entry.county_code);
  }
  void tell(Figures& figures, const FigureEntry& entry) const {
    const auto before = figures.find(entry.figure);
    // What speaks of an earlier moment does not stand above what is known of a later one.
    if (before != figures.end() && before->second.entry.as_of_utc_ms > entry.as_of_utc_ms) return;
    if (entry.value)
      figures.insert_or_assign(entry.figure, Figure{entry, event.seq, event.at_utc_ms});
    else if (before != figures.end())
      figures.erase(before);
  }
};

Result<void> wrong(std::string subject, std::string detail) {
  return fail(ErrorCode::kInvalidArgument, std::move(subject), std::move(detail));
}

struct Checker {
  const Incident& incident;
  std::int64_t now_utc_ms;

  Result<void> operator()(const Opened& b) const { return head(b.head); }
  Result<void> operator()(const Changed& b) const {
    if (auto good = head(b.head); !good) return good;
    return b.reason.empty() ? wrong("reason", "say why it is changed") : Result<void>();
  }
  Result<void> operator()(const StateMoved& b) const {
    if (b.state == incident.state) return wrong(std::string(stateName(b.state)), "that is its state already");
    if (b.state < incident.state && b.words.empty())
      return wrong(std::string(stateName(b.state)), "going back to an earlier state needs a reason");
    if (b.state == IncidentState::kClosed && incident.response.level)
      return wrong(std::string(stateName(b.state)), "end the response before the incident is closed");
    return {};
  }
  Result<void> operator()(const FiguresTold& b) const {
    if (b.figures.empty()) return wrong("figures", "no figure is told");
    for (const FigureEntry& entry : b.figures) {
      if (entry.value && !(*entry.value >= 0 && *entry.value <= 1e12))
        return fail(ErrorCode::kOutOfRange, entry.figure, "a figure is 0 or more");
      if (entry.as_of_utc_ms <= 0) return wrong(entry.figure, "say of which moment it speaks");
      if (entry.as_of_utc_ms > now_utc_ms) return wrong(entry.figure, "it speaks of a moment that is still to come");
      if (entry.source.empty()) return wrong(entry.figure, "say who told it");
      if (entry.county_code.empty() != entry.county.empty())
        return wrong(entry.figure, "a county is told by code and name");
    }
    return {};
  }
  Result<void> operator()(const Graded& b) const {
    if (b.proposed != b.grade && b.reason.empty())
      return wrong(std::string(rankName(b.grade)), "a grade other than the proposed one needs a reason");
    return {};
  }
  Result<void> operator()(const Noted& b) const {
    if (b.words.empty()) return wrong("note", "there is nothing in it");
    if (b.corrects < 0 || b.corrects > static_cast<std::int64_t>(incident.events.size()))
      return wrong("note", "it corrects a line that is not there");
    return {};
  }
  Result<void> operator()(const LinkMoved& b) const {
    if (b.link.id.empty()) return wrong("link", "say what it is linked to");
    const bool known = std::ranges::any_of(
        incident.links, [&](const Link& one) { return one.kind == b.link.kind && one.id == b.link.id; });
    if (b.is_removed && !known) return wrong(b.link.id, "it is not linked");
    if (!b.is_removed && known) return wrong(b.link.id, "it is linked already");
    return {};
  }
  Result<void> operator()(const TaskAdded& b) const {
    if (b.task.text.empty()) return wrong("task", "say what has to be done");
    if (b.task.owner.empty()) return wrong("task", "say who does it");
    return {};
  }
  Result<void> operator()(const TaskStep& b) const {
    const auto found = std::ranges::find(incident.tasks, b.task, &Task::number);
    if (found == incident.tasks.end()) return wrong(std::to_string(b.task), "no task has this number");
    if (b.state == TaskState::kDropped && b.words.empty())
      return wrong(std::to_string(b.task), "a task is dropped with a reason");
    if (!found->isLive() && b.state == TaskState::kOpen && b.words.empty())
      return wrong(std::to_string(b.task), "opening it again needs a reason");
    if (found->state == b.state && b.words.empty() && b.owner.empty() && !b.deadline_utc_ms)
      return wrong(std::to_string(b.task), "that is its state already");
    return {};
  }
  Result<void> operator()(const Responded& b) const {
    if (b.decided_by.empty()) return wrong("response", "say who decided it");
    if (b.reason.empty()) return wrong("response", "say why");
    const std::optional<Rank>& runs = incident.response.level;
    const bool fits = b.act == ResponseAct::kStarted  ? !runs && b.level
                      : b.act == ResponseAct::kEnded  ? runs && !b.level
                      : b.act == ResponseAct::kRaised ? runs && b.level && *b.level < *runs
                                                      : runs && b.level && *b.level > *runs;
    if (!fits) return wrong("response", runs ? "that level runs already" : "no response runs");
    if (incident.state == IncidentState::kClosed) return wrong("response", "the incident is closed");
    return {};
  }

  Result<void> head(const IncidentHead& h) const {
    if (h.title.empty()) return wrong("title", "say what it is called");
    if (h.type.empty()) return wrong("type", "say what kind of incident it is");
    if (h.division.empty() && h.place_words.empty() && h.village.empty() && !h.where)
      return wrong("place", "say where it happened");
    if (h.where && !(std::abs(h.where->lon_deg) <= 180 && std::abs(h.where->lat_deg) <= 90))
      return fail(ErrorCode::kOutOfRange, "place", "no such coordinates");
    if (h.known_utc_ms <= 0) return wrong("known", "say when it became known");
    if (h.occurred_utc_ms > h.known_utc_ms) return wrong("occurred", "it became known before it happened");
    if (h.known_utc_ms > now_utc_ms) return wrong("known", "that is still to come");
    return {};
  }
};

}  // namespace

std::optional<double> Incident::value(std::string_view figure) const {
  const auto found = figures.find(figure);
  return found == figures.end() ? std::nullopt : found->second.entry.value;
}

std::optional<double> Incident::sumOfCounties(std::string_view figure) const {
  std::optional<double> sum;
  for (const auto& [code, county] : counties)
    if (const auto found = county.figures.find(figure); found != county.figures.end())
      sum = sum.value_or(0) + found->second.entry.value.value_or(0);
  return sum;
}

Result<void> apply(Incident& incident, const IncidentEvent& event) {
  const bool in_turn = event.seq == static_cast<std::int64_t>(incident.events.size()) + 1 &&
                       (event.seq == 1) == std::holds_alternative<Opened>(event.body);
  if (!in_turn || !std::visit(Folder{incident, event}, event.body))
    return fail(ErrorCode::kDamagedFile, incident.number, "event " + std::to_string(event.seq) + " does not follow");
  incident.events.push_back(event);
  return {};
}

Result<Incident> fold(std::string uuid, std::string number, bool is_drill, std::span<const IncidentEvent> events,
                      std::int64_t as_of_utc_ms) {
  Incident incident;
  incident.uuid = std::move(uuid);
  incident.number = std::move(number);
  incident.is_drill = is_drill;
  for (const IncidentEvent& event : events) {
    if (event.at_utc_ms > as_of_utc_ms) break;  // recorded times never go back
    if (auto done = apply(incident, event); !done) return std::unexpected(done.error());
  }
  return incident;
}

Result<void> check(const Incident& incident, const EventBody& body, std::int64_t now_utc_ms) {
  const bool opens = std::holds_alternative<Opened>(body);
  if (opens != incident.events.empty())
    return wrong(incident.number, opens ? "it is open already" : "it has not been opened");
  return std::visit(Checker{incident, now_utc_ms}, body);
}

std::vector<Task> tasksInOrder(const Incident& incident, std::int64_t now_utc_ms) {
  std::vector<Task> tasks = incident.tasks;
  std::ranges::stable_sort(tasks, {}, [now_utc_ms](const Task& task) {
    const int group = task.isOverdue(now_utc_ms) ? 0 : task.isLive() ? 1 : task.state == TaskState::kDone ? 2 : 3;
    const std::int64_t due = task.draft.deadline_utc_ms;
    return std::tuple(group, due == 0 ? std::numeric_limits<std::int64_t>::max() : due);
  });
  return tasks;
}

std::vector<FigureEntry> seriesOf(const Incident& incident, std::string_view figure, std::string_view county_code) {
  std::map<std::int64_t, FigureEntry> by_moment;
  for (const IncidentEvent& event : incident.events)
    if (const auto* told = std::get_if<FiguresTold>(&event.body))
      for (const FigureEntry& entry : told->figures)
        if (entry.figure == figure && entry.county_code == county_code) {
          if (entry.value)
            by_moment[entry.as_of_utc_ms] = entry;
          else
            by_moment.erase(entry.as_of_utc_ms);
        }
  std::vector<FigureEntry> series;
  for (auto& [moment, entry] : by_moment) series.push_back(std::move(entry));
  return series;
}

}  // namespace gis::incident
