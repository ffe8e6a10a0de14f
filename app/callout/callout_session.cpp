// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_session.h"

#include <algorithm>

#include "app/callout/callout_words.h"
#include "app/callout/warned_area.h"
#include "gis/callout/roster_store.h"
#include "gis/cap/warning_store.h"

namespace app {
namespace {

constexpr std::size_t kLogLines = 400;
constexpr int kHistory = 20;

QString qText(const std::string& utf8) { return QString::fromStdString(utf8); }

// "li@4711" is one window of Li's.
QString officerText(const std::string& officer) { return qText(officer.substr(0, officer.rfind('@'))); }

// Less is the beat of the timer; an audit counts it, nobody reads it.
constexpr std::int64_t kLateToTellMs = 1000;

// What an officer reads; the ladder's own steps are left to the audit.
bool isTold(const gis::CalloutEvent& event) {
  using enum gis::EventKind;
  switch (event.kind) {
    case kActedLate:
      return event.number >= kLateToTellMs;
    case kTryBegun:
    case kAttemptQueued:
    case kAttemptHanded:
    case kDelivered:
    case kAttemptStopped:
    case kNoticeOpened:
    case kNoticeListed:
    case kFinal:
      return false;
    default:
      return true;
  }
}

LogLine lineOf(const gis::CalloutEvent& event, const gis::CalloutState& state) {
  LogLine line;
  if (const int at = event.attempt.empty() ? -1 : state.attemptOf(event.attempt); at >= 0)
    if (const int person = state.attempts()[static_cast<std::size_t>(at)].person; person >= 0)
      line.person = qText(state.snapshot().persons[static_cast<std::size_t>(person)].name);
  line.seq = event.seq;
  line.at_utc_ms = event.at_utc_ms;
  line.kind = event.kind;
  line.target = event.target;
  const auto dot = event.attempt.rfind('.');
  if (dot != std::string::npos) line.channel = qText(event.attempt.substr(dot + 1));
  line.actor = officerText(event.actor);
  line.text = qText(event.text);
  line.number = event.number;
  return line;
}

// Persons whose messages or automatic calls wait for a line while no officer has them or may take them.
int onlyLines(const gis::CalloutState& state) {
  std::vector<bool> counted(state.targets().size(), false);
  int only = 0;
  for (const gis::Channel channel : {gis::Channel::kSms, gis::Channel::kVoice, gis::Channel::kGateway})
    for (const auto& [distance_m, queued_utc_ms, target, waiting] : state.waiting(channel)) {
      const auto index = static_cast<std::size_t>(target);
      if (counted[index]) continue;
      counted[index] = true;
      only += std::ranges::none_of(state.targets()[index].attempts, [&](int at) {
        const gis::CalloutAttempt& attempt = state.attempts()[static_cast<std::size_t>(at)];
        return attempt.channel == gis::Channel::kPhone && attempt.is_open();
      });
    }
  return only;
}

// What an officer reads out: a sentence on keys to press is for the automatic call.
QString scriptByHand(const QString& script) {
  const QChar stop(0x3002);
  QString kept;
  for (const QString& sentence : script.split(stop, Qt::SkipEmptyParts))
    if (!sentence.contains(QStringLiteral("提示键"))) kept += sentence + stop;
  return kept;
}

PersonNow nowOf(const gis::CalloutState& state, const gis::TargetState& target) {
  PersonNow now;
  const gis::Tally tally = gis::tallyOf(target);
  now.reach = target.reach;
  now.outcome = target.outcome;
  now.called = tally.sent > 0;
  now.silent = tally.silent > 0;
  now.overdue = tally.overdue > 0;
  now.cannot_serve = tally.cannot_serve > 0;
  now.escalated = tally.escalated > 0;
  now.settled = target.settled();
  now.moved_people = target.moved_people;
  if (target.confirmed())
    now.confirmed_utc_ms = target.reached_utc_ms[static_cast<std::size_t>(gis::Reach::kConfirmed)];
  for (const int at : target.attempts) {
    const gis::CalloutAttempt& attempt = state.attempts()[static_cast<std::size_t>(at)];
    now.attempts += attempt.handed_utc_ms != 0;
    if (attempt.is_open() && !attempt.claimed_by.empty()) now.with = officerText(attempt.claimed_by);
  }
  if (target.holder >= 0 && target.holder != target.plan.person)
    now.holder = qText(state.snapshot().persons[static_cast<std::size_t>(target.holder)].name);
  return now;
}

}  // namespace

QString maskedPhone(const QString& phone) {
  if (phone.size() < 8) return phone.isEmpty() ? phone : QStringLiteral("****");
  return phone.left(3) + QStringLiteral("****") + phone.right(4);
}

std::shared_ptr<const CalloutFacts> factsOf(const std::string& uuid, const gis::CalloutSnapshot& snapshot,
                                            const gis::Roster& roster, std::vector<std::vector<gis::LonLat>> rings) {
  auto facts = std::make_shared<CalloutFacts>();
  facts->uuid = uuid;
  facts->warning_id = snapshot.warning_id;
  facts->event_code = snapshot.event_code;
  facts->title = qText(snapshot.title);
  facts->is_drill = snapshot.is_drill;
  facts->colour = snapshot.colour;
  facts->rings = std::move(rings);
  std::map<std::string, const gis::CalloutDivision*, std::less<>> divisions;
  for (const gis::CalloutDivision& division : snapshot.divisions) divisions.emplace(division.code, &division);
  const auto placeOf = [&](const std::string& code) {
    QString place;
    auto at = divisions.find(code);
    for (int hops = 0; hops < 3 && at != divisions.end() && at->second->level > 2; ++hops) {
      place = qText(at->second->name) + place;
      at = divisions.find(at->second->parent_code);
    }
    return place;
  };
  const auto nameOf = [&](int person) {
    return person < 0 ? QString() : qText(snapshot.persons[static_cast<std::size_t>(person)].name);
  };
  for (const gis::CalloutTarget& target : snapshot.targets) {
    const gis::CalloutPerson& person = snapshot.persons[static_cast<std::size_t>(target.person)];
    PersonFacts row;
    row.uuid = qText(person.uuid);
    row.name = qText(person.name);
    row.post = qText(person.post);
    row.unit = qText(person.unit);
    row.place = placeOf(target.division_code);
    if (!person.phones.empty()) row.phone = qText(person.phones.front());
    row.masked_phone = maskedPhone(row.phone);
    row.deputy = nameOf(target.deputy);
    row.superior = nameOf(target.superior);
    row.distance_m = target.distance_m;
    row.awake_s = target.clocks.awake_s;
    facts->persons.push_back(std::move(row));
    const auto shorter = [](int& shortest, int clock_s) {
      if (clock_s > 0 && (shortest == 0 || clock_s < shortest)) shortest = clock_s;
    };
    shorter(facts->awake_s, target.clocks.awake_s);
    shorter(facts->feedback_s, target.clocks.feedback_s);
  }
  for (const gis::RosterDivision& division : roster.divisions)
    if (divisions.contains(division.division.code) && (division.seat.lon_deg != 0 || division.seat.lat_deg != 0))
      facts->seats.push_back({division.division.code, division.seat});
  for (std::size_t i = 0; i < snapshot.plan.tasks.size(); ++i) {
    if (snapshot.plan.tasks[i].colour != snapshot.colour) continue;
    facts->tasks.push_back(snapshot.plan.tasks[i]);
    facts->task_at.push_back(static_cast<int>(i));
  }
  return facts;
}

CalloutSession::CalloutSession(std::unique_ptr<gis::CalloutRun> run, std::string officer)
    : m_run(std::move(run)), m_officer(std::move(officer)) {}

gis::Result<std::shared_ptr<CalloutSession>> CalloutSession::open(const std::filesystem::path& folder,
                                                                  std::string officer) {
  auto run = gis::CalloutRun::open(folder);
  if (!run) return std::unexpected(run.error());
  if (!*run) return std::shared_ptr<CalloutSession>();
  return std::make_shared<CalloutSession>(std::move(*run), std::move(officer));
}

gis::Result<void> CalloutSession::readFacts() {
  const auto roster = gis::readRoster(m_run->workspace().db());
  if (!roster) return std::unexpected(roster.error());
  const gis::CalloutSnapshot& snapshot = m_run->state().snapshot();
  std::vector<std::vector<gis::LonLat>> rings;
  if (const auto warning = gis::WarningStore(m_run->workspace().db()).warning(snapshot.warning_id)) {
    auto area = warnedArea(m_run->workspace(), *warning);
    if (!area) return std::unexpected(area.error());
    rings = std::move(*area);
  }
  m_facts = factsOf(m_run->uuid(), snapshot, *roster, std::move(rings));
  return {};
}

gis::Result<void> CalloutSession::readLog() {
  const auto events = m_run->eventsAfter(m_log_seq);
  if (!events) return std::unexpected(events.error());
  for (const gis::CalloutEvent& event : *events) {
    m_log_seq = event.seq;
    if (isTold(event)) m_log.push_back(lineOf(event, m_run->state()));
  }
  if (m_log.size() > 2 * kLogLines) m_log.erase(m_log.begin(), m_log.end() - kLogLines);
  return {};
}

std::int64_t CalloutSession::claimDueUtcMs(int target) const {
  for (const gis::CalloutTimer& timer : m_run->engine().timers())
    if (!timer.is_cleared && timer.target == target && timer.kind == gis::TimerKind::kClaimDue) return timer.due_utc_ms;
  return 0;
}

std::optional<CallCard> CalloutSession::cardInHand() const {
  const gis::CalloutState& state = m_run->state();
  for (const gis::CalloutAttempt& attempt : state.attempts()) {
    if (!attempt.is_open() || attempt.claimed_by != m_officer || attempt.person < 0) continue;
    const gis::TargetState& target = state.targets()[static_cast<std::size_t>(attempt.target)];
    const gis::CalloutPerson& person = state.snapshot().persons[static_cast<std::size_t>(attempt.person)];
    CallCard card;
    card.attempt = attempt.id;
    card.target = attempt.target;
    card.name = qText(person.name);
    card.post = qText(person.post);
    card.phone = person.phones.empty() ? QString() : qText(person.phones.front());
    card.script = scriptByHand(qText(target.plan.text));
    card.is_door = attempt.channel == gis::Channel::kDoor;
    card.is_notice = target.is_notice;
    card.since_utc_ms = attempt.handed_utc_ms;
    card.due_utc_ms = claimDueUtcMs(attempt.target);
    card.moved_people = target.moved_people;
    if (!target.is_notice && attempt.person != target.plan.person) {
      card.stands_for = qText(state.snapshot().persons[static_cast<std::size_t>(target.plan.person)].name);
      card.script = standInScript(card.name, card.script);
    }
    if (target.plan.deputy >= 0 && target.plan.deputy != attempt.person)
      card.deputy = qText(state.snapshot().persons[static_cast<std::size_t>(target.plan.deputy)].name);
    for (const int at : target.attempts)
      card.attempts += state.attempts()[static_cast<std::size_t>(at)].handed_utc_ms != 0;
    if (!target.is_notice && attempt.target < static_cast<int>(m_facts->persons.size()))
      card.place = m_facts->persons[static_cast<std::size_t>(attempt.target)].place;
    // A superior hears who is silent.
    if (target.is_notice)
      for (const int silent : target.listed) {
        if (state.targets()[static_cast<std::size_t>(silent)].confirmed()) continue;
        if (silent >= static_cast<int>(m_facts->persons.size())) continue;
        const PersonFacts& whom = m_facts->persons[static_cast<std::size_t>(silent)];
        card.script += (card.script.isEmpty() ? QString() : QStringLiteral("；")) + whom.place + whom.post + whom.name;
      }
    return card;
  }
  return std::nullopt;
}

gis::Result<CalloutViewPtr> CalloutSession::view() {
  if (!m_facts)
    if (auto read = readFacts(); !read) return std::unexpected(read.error());
  if (auto read = readLog(); !read) return std::unexpected(read.error());
  const gis::CalloutState& state = m_run->state();
  const std::int64_t now = state.closed() ? state.closedUtcMs() : m_run->nowUtcMs();
  const bool same = m_last && m_last->last_seq == state.lastSeq();
  // Nothing happened: the same figures at a later time.
  auto view = same ? std::make_shared<CalloutView>(*m_last) : std::make_shared<CalloutView>();
  view->now_utc_ms = now;
  view->next_due_utc_ms = m_run->engine().nextDueUtcMs().value_or(0);
  view->lines = gis::readLineStates(m_run->workspace().folder());
  if (!same) {
    view->facts = m_facts;
    view->is_closed = state.closed();
    view->has_made_people = m_run->hasMadePeople();
    view->can_write = m_run->canWrite();
    view->is_demo = m_run->workspace().facts().is_demo;
    view->started_utc_ms = state.startedUtcMs();
    view->last_seq = state.lastSeq();
    view->tree = gis::tallyTree(state);
    const std::size_t planned = m_facts->persons.size();
    view->persons.reserve(planned);
    for (std::size_t i = 0; i < planned && i < state.targets().size(); ++i)
      view->persons.push_back(nowOf(state, state.targets()[i]));
    const auto waits = [&](gis::Channel channel) { return static_cast<int>(state.waiting(channel).size()); };
    view->waiting = waits(gis::Channel::kPhone) + waits(gis::Channel::kDoor);
    view->waiting_lines = waits(gis::Channel::kSms) + waits(gis::Channel::kVoice) + waits(gis::Channel::kGateway);
    view->only_lines = onlyLines(state);
    for (const gis::CalloutTimer& timer : m_run->engine().timers())
      if (!timer.is_cleared && timer.kind == gis::TimerKind::kFeedbackDue &&
          timer.generation == state.generation(timer.target, timer.kind) &&
          (view->feedback_due_utc_ms == 0 || timer.due_utc_ms < view->feedback_due_utc_ms))
        view->feedback_due_utc_ms = timer.due_utc_ms;
    view->report = gis::reportOf(state, view->tree, now);
    view->tasks_done = state.tasksDone();
    view->card = cardInHand();
    const std::size_t shown = std::min(kLogLines, m_log.size());
    view->log.assign(m_log.rbegin(), m_log.rbegin() + static_cast<std::ptrdiff_t>(shown));
  }
  m_last = view;
  return m_last;
}

gis::Result<CalloutViewPtr> CalloutSession::beat() {
  if (const auto happened = m_run->beat(); !happened) return std::unexpected(happened.error());
  return view();
}

gis::Result<CalloutViewPtr> CalloutSession::claim() {
  if (m_run->canWrite() && !m_run->hasMadePeople())
    if (const auto claimed = m_run->engine().claim(m_officer, m_run->nowUtcMs()); !claimed)
      return std::unexpected(claimed.error());
  return view();
}

gis::Result<CalloutViewPtr> CalloutSession::say(const std::vector<gis::Receipt>& receipts) {
  for (gis::Receipt receipt : receipts) {
    receipt.actor = m_officer;
    if (const auto taken = m_run->engine().receive(receipt, m_run->nowUtcMs()); !taken)
      return std::unexpected(taken.error());
  }
  return claim();
}

gis::Result<CalloutViewPtr> CalloutSession::undo(const std::string& attempt, std::int64_t moved_people,
                                                 const std::string& reason) {
  const std::int64_t now = m_run->nowUtcMs();
  const auto corrected = m_run->engine().correct(attempt, moved_people, m_officer, reason, now);
  if (!corrected) return std::unexpected(corrected.error());
  if (*corrected) {
    const auto at = static_cast<std::size_t>(m_run->state().attemptOf(attempt));
    if (const auto taken = m_run->engine().takeOver(m_run->state().attempts()[at].target, m_officer, {}, now); !taken)
      return std::unexpected(taken.error());
  }
  return view();
}

gis::Result<CalloutViewPtr> CalloutSession::act(const Action& action) {
  if (auto done = action(m_run->engine(), m_officer, m_run->nowUtcMs()); !done) return std::unexpected(done.error());
  return beat();
}

gis::Result<PersonCard> CalloutSession::card(int target) {
  const gis::CalloutState& state = m_run->state();
  PersonCard card;
  card.target = target;
  if (target < 0 || target >= static_cast<int>(state.targets().size())) return card;
  const gis::TargetState& at = state.targets()[static_cast<std::size_t>(target)];
  const gis::CalloutPerson& person = state.snapshot().persons[static_cast<std::size_t>(at.plan.person)];
  const auto events = m_run->eventsAfter(0);
  if (!events) return std::unexpected(events.error());
  for (const gis::CalloutEvent& event : *events)
    if (event.target == target && (isTold(event) || event.kind == gis::EventKind::kAttemptHanded))
      card.events.push_back(lineOf(event, state));
  auto history = m_run->store().historyOf(person.uuid, kHistory);
  if (!history) return std::unexpected(history.error());
  card.history = std::move(*history);
  for (const int other : {at.plan.person, at.plan.deputy, at.plan.neighbour, at.plan.superior}) {
    if (other < 0 || other == at.holder) continue;
    const gis::CalloutPerson& one = state.snapshot().persons[static_cast<std::size_t>(other)];
    card.stand_ins.push_back({one.uuid, qText(one.post + " " + one.name)});
  }
  return card;
}

}  // namespace app
