// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/simulate.h"

#include <algorithm>
#include <cmath>
#include <queue>
#include <set>

namespace gis {
namespace {

constexpr std::int64_t kSimulatedMsPerS = 1000;

// Something that a made person does, or a line that is free again.
struct Happening {
  std::int64_t at_utc_ms = 0;
  std::int64_t order = 0;
  Receipt receipt;
  Channel frees = Channel::kPhone;
  bool is_line = false;
  bool operator>(const Happening& other) const {
    return std::tie(at_utc_ms, order) > std::tie(other.at_utc_ms, other.order);
  }
};

}  // namespace

class SimulatedPeople::Course {
 public:
  Course(CalloutEngine& engine, SimulateOptions options)
      : m_engine(engine), m_options(options), m_free(options.lines.count), m_now_utc_ms(options.start_utc_ms) {}

  Result<void> advance(std::int64_t until_utc_ms, const std::function<void(std::int64_t)>& each,
                       const CancelToken& cancel) {
    if (!m_engine.state().started())
      if (auto started = m_engine.start(m_now_utc_ms); !started) return started;
    while (true) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, m_engine.state().snapshot().title);
      if (auto handed = handOver(m_now_utc_ms); !handed) return handed;
      if (each) each(m_now_utc_ms);
      const auto next = nextUtcMs();
      m_finished = !next;
      if (!next || *next > until_utc_ms) break;
      m_now_utc_ms = std::max(m_now_utc_ms, *next);
      if (auto done = happen(m_now_utc_ms); !done) return done;
      if (const auto ticked = m_engine.tick(m_now_utc_ms); !ticked) return std::unexpected(ticked.error());
    }
    return {};
  }
  bool finished() const { return m_finished; }
  std::int64_t nowUtcMs() const { return m_now_utc_ms; }

 private:
  std::optional<std::int64_t> nextUtcMs() const {
    auto next = m_engine.nextDueUtcMs();
    if (!m_happenings.empty())
      next = std::min(next.value_or(m_happenings.top().at_utc_ms), m_happenings.top().at_utc_ms);
    return next;
  }

  Result<void> handOver(std::int64_t now) {
    for (int c = 0; c < kChannelCount; ++c) {
      const auto channel = static_cast<Channel>(c);
      int& free = m_free[static_cast<std::size_t>(c)];
      if (free <= 0) continue;
      for (const std::string& id : m_engine.queued(channel, static_cast<std::size_t>(free))) {
        const auto taken = m_engine.hand(id, "simulated", now);
        if (!taken) return std::unexpected(taken.error());
        if (!*taken) continue;
        --free;
        const CalloutAttempt& attempt =
            m_engine.state().attempts()[static_cast<std::size_t>(m_engine.state().attemptOf(id))];
        Response response = respond(m_options.model, m_options.seed, attempt);
        for (Response::Step& step : response.steps)
          m_happenings.push({now + step.after_ms, m_order++, std::move(step.receipt), channel, false});
        m_happenings.push({now + response.line_ms, m_order++, {}, channel, true});
      }
    }
    return {};
  }

  Result<void> happen(std::int64_t now) {
    while (!m_happenings.empty() && m_happenings.top().at_utc_ms <= now) {
      const Happening happening = m_happenings.top();
      m_happenings.pop();
      if (happening.is_line) {
        ++m_free[static_cast<std::size_t>(happening.frees)];
        continue;
      }
      if (const auto taken = m_engine.receive(happening.receipt, now); !taken) return std::unexpected(taken.error());
    }
    return {};
  }

  CalloutEngine& m_engine;
  SimulateOptions m_options;
  std::array<int, kChannelCount> m_free;
  std::priority_queue<Happening, std::vector<Happening>, std::greater<>> m_happenings;
  std::int64_t m_order = 0;
  std::int64_t m_now_utc_ms;
  bool m_finished = false;
};

SimulatedPeople::SimulatedPeople(CalloutEngine& engine, SimulateOptions options)
    : m_course(std::make_unique<Course>(engine, options)) {}
SimulatedPeople::~SimulatedPeople() = default;
SimulatedPeople::SimulatedPeople(SimulatedPeople&&) noexcept = default;
SimulatedPeople& SimulatedPeople::operator=(SimulatedPeople&&) noexcept = default;
Result<void> SimulatedPeople::advance(std::int64_t until_utc_ms, const std::function<void(std::int64_t)>& each,
                                      const CancelToken& cancel) {
  return m_course->advance(until_utc_ms, each, cancel);
}
bool SimulatedPeople::finished() const { return m_course->finished(); }
std::int64_t SimulatedPeople::nowUtcMs() const { return m_course->nowUtcMs(); }

Result<CalloutCourse> simulate(CalloutEngine& engine, const SimulateOptions& options,
                               const std::function<void(std::int64_t)>& each, const CancelToken& cancel) {
  SimulatedPeople people(engine, options);
  if (auto done = people.advance(options.start_utc_ms + options.most_ms, each, cancel); !done)
    return std::unexpected(done.error());
  if (options.close_at_end)
    if (const auto closed = engine.close("simulated", people.nowUtcMs()); !closed)
      return std::unexpected(closed.error());
  return courseOf(engine.state());
}

namespace {

constexpr std::array kTimes = {&CalloutCourse::all_sent_ms,       &CalloutCourse::half_confirmed_ms,
                               &CalloutCourse::p95_confirmed_ms,  &CalloutCourse::covered_ms,
                               &CalloutCourse::last_confirmed_ms, &CalloutCourse::finished_ms};

// Odd, so that there is a middle one.
int roundsFor(std::size_t persons) {
  constexpr std::size_t kMostForFive = 3000, kPersonsInAll = 12'000;
  if (persons > kMostForFive) return 1;
  return std::clamp(static_cast<int>(kPersonsInAll / std::max<std::size_t>(1, persons)), 5, 21) | 1;
}

}  // namespace

Result<CourseForecast> forecastCourse(const CalloutSnapshot& snapshot, const SimulateOptions& options,
                                      const CancelToken& cancel) {
  constexpr std::uint64_t kOtherPeople = 0x666f726563617374;  // "forecast"
  const int rounds = roundsFor(snapshot.targets.size());
  std::vector<CalloutCourse> courses;
  for (int round = 0; round < rounds; ++round) {
    MemoryCalloutLog log;
    CalloutEngine engine(snapshot, log);
    if (auto loaded = engine.load(); !loaded) return std::unexpected(loaded.error());
    SimulateOptions own = options;
    own.seed = options.seed ^ (kOtherPeople + static_cast<std::uint64_t>(round));
    auto course = simulate(engine, own, {}, cancel);
    if (!course) return std::unexpected(course.error());
    courses.push_back(*course);
  }
  // A time that never came is later than any.
  const auto ranked = [&](auto CalloutCourse::*figure, int rank) {
    const auto order = [figure](const CalloutCourse& course) { return static_cast<std::uint64_t>(course.*figure); };
    std::ranges::nth_element(courses, courses.begin() + rank, {}, order);
    return courses[static_cast<std::size_t>(rank)].*figure;
  };
  const int middle_rank = rounds / 2, cut_off = rounds / 20;
  CourseForecast forecast;
  forecast.rounds = rounds;
  for (const auto figure : kTimes) {
    forecast.*figure = ranked(figure, middle_rank);
    forecast.soonest.*figure = ranked(figure, cut_off);
    forecast.latest.*figure = ranked(figure, rounds - 1 - cut_off);
  }
  forecast.confirmed = ranked(&CalloutCourse::confirmed, middle_rank);
  forecast.silent = ranked(&CalloutCourse::silent, middle_rank);
  // The time line is that of one course, the middle one by its confirmations: its figures belong together.
  std::ranges::nth_element(courses, courses.begin() + rounds / 2, {}, &CalloutCourse::confirmed);
  const CalloutCourse& middle = courses[static_cast<std::size_t>(rounds / 2)];
  forecast.confirmed_by = middle.confirmed_by;
  forecast.deputies = middle.deputies, forecast.superiors = middle.superiors;
  forecast.neighbours = middle.neighbours, forecast.doors = middle.doors;
  return forecast;
}

namespace {

// Who came in besides the post-holders: by the steps to which the attempts belong, and by the notices.
void countStages(const CalloutState& state, CalloutCourse& course) {
  const std::int64_t start = state.startedUtcMs();
  const auto came = [start](CourseStage& stage, std::int64_t at_utc_ms, int targets) {
    if (targets == 0) return;
    stage.targets += targets;
    if (stage.first_ms < 0 || at_utc_ms - start < stage.first_ms) stage.first_ms = at_utc_ms - start;
  };
  std::set<std::pair<int, RungKind>> counted;
  for (const CalloutAttempt& attempt : state.attempts()) {
    const TargetState& target = state.targets()[static_cast<std::size_t>(attempt.target)];
    const Ladder* ladder = target.is_notice ? nullptr : state.snapshot().plan.ladder(target.plan.ladder);
    if (!ladder || attempt.step < 0 || attempt.step >= static_cast<int>(ladder->steps.size())) continue;
    const RungKind kind = ladder->steps[static_cast<std::size_t>(attempt.step)].kind;
    CourseStage* stage = kind == RungKind::kDeputy      ? &course.deputies
                         : kind == RungKind::kNeighbour ? &course.neighbours
                         : kind == RungKind::kDoorKnock ? &course.doors
                                                        : nullptr;
    if (stage) came(*stage, attempt.queued_utc_ms, counted.emplace(attempt.target, kind).second ? 1 : 0);
  }
  for (const TargetState& target : state.targets())
    if (target.is_notice) came(course.superiors, target.reached_utc_ms[0], static_cast<int>(target.listed.size()));
}

}  // namespace

CalloutCourse courseOf(const CalloutState& state) {
  CalloutCourse course;
  std::vector<std::int64_t> confirmed;
  const std::int64_t start = state.startedUtcMs();
  std::size_t issued = 0;
  bool all_covered = true;
  std::int64_t covered_ms = 0;
  for (const TargetState& target : state.targets()) {
    // Who was stood down or withdrawn need not confirm.
    if (target.is_notice || target.outcome == Outcome::kStoodDown || target.outcome == Outcome::kWithdrawn) continue;
    ++issued;
    std::int64_t off_utc_ms = target.given_on_utc_ms;
    if (target.confirmed()) {
      const std::int64_t at_utc_ms = target.reached_utc_ms[static_cast<std::size_t>(Reach::kConfirmed)];
      confirmed.push_back(at_utc_ms - start);
      off_utc_ms = off_utc_ms == 0 ? at_utc_ms : std::min(off_utc_ms, at_utc_ms);
    }
    if (off_utc_ms == 0)
      all_covered = false;
    else
      covered_ms = std::max(covered_ms, off_utc_ms - start);
  }
  if (issued > 0 && all_covered) course.covered_ms = covered_ms;
  countStages(state, course);
  for (const CalloutAttempt& attempt : state.attempts()) {
    if (attempt.handed_utc_ms == 0) continue;
    if (attempt.step == 0 && attempt.try_number == 1)
      course.all_sent_ms = std::max(course.all_sent_ms, attempt.handed_utc_ms - start);
  }
  std::ranges::sort(confirmed);
  course.confirmed = static_cast<int>(confirmed.size());
  course.silent = static_cast<int>(issued - confirmed.size());
  for (std::size_t i = 0; i < kCourseMarksMs.size(); ++i)
    course.confirmed_by[i] =
        static_cast<int>(std::ranges::upper_bound(confirmed, kCourseMarksMs[i]) - confirmed.begin());
  if (confirmed.empty()) return course;
  // Of all who should confirm, not of those who did: half of a tenth is no half.
  const auto quantile = [&](double q) -> std::int64_t {
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(issued)));
    return rank > confirmed.size() ? -1 : confirmed[rank - 1];
  };
  course.half_confirmed_ms = quantile(0.5);
  course.p95_confirmed_ms = quantile(0.95);
  course.last_confirmed_ms = confirmed.back();
  course.finished_ms = std::max(course.last_confirmed_ms, course.all_sent_ms);
  return course;
}

CapacityForecast forecastCapacity(const CalloutSnapshot& snapshot, const Lines& lines, const ResponderModel& model) {
  CapacityForecast forecast;
  const double answers = model.voice_answers_ratio, busy = model.voice_busy_ratio, silent = 1 - answers - busy;
  const double hangs_s = model.ring_s + 8, heard_s = model.ring_s + model.speak_s + model.confirm_s;
  const double talk_s = model.hears_to_end_ratio * heard_s + (1 - model.hears_to_end_ratio) * hangs_s;
  forecast.seconds_per_attempt = busy * model.busy_s + silent * model.no_answer_s + answers * talk_s;
  const double confirms = answers * model.hears_to_end_ratio * model.confirms_ratio;
  // The longest of the channels that need a line for as long as somebody talks.
  for (const Channel channel : {Channel::kVoice, Channel::kPhone}) {
    double line_s = 0;
    int people = 0, awake_s = 0;
    for (const CalloutTarget& target : snapshot.targets) {
      const Ladder* ladder = snapshot.plan.ladder(target.ladder);
      if (!ladder || ladder->steps.empty()) continue;
      const LadderStep& first = ladder->steps.front();
      if (std::ranges::find(first.channels, channel) == first.channels.end()) continue;
      ++people;
      if (target.clocks.awake_s > 0)
        awake_s = awake_s == 0 ? target.clocks.awake_s : std::min(awake_s, target.clocks.awake_s);
      double attempts = 0, left = 1;
      for (int t = 0; t < first.tries; ++t) attempts += left, left *= 1 - confirms;
      forecast.attempts_count = attempts;
      line_s += attempts * (forecast.seconds_per_attempt + (channel == Channel::kPhone ? model.dial_by_hand_s : 0));
    }
    if (people == 0) continue;
    const int count = std::max(1, lines.of(channel));
    const auto finishing_ms = static_cast<std::int64_t>(line_s / count * kSimulatedMsPerS);
    forecast.finishing_ms = std::max(forecast.finishing_ms, finishing_ms);
    if (awake_s == 0) continue;
    forecast.lines_needed = std::max(forecast.lines_needed, static_cast<int>(std::ceil(line_s / awake_s)));
    if (finishing_ms > awake_s * kSimulatedMsPerS) forecast.meets_awake_clock = false;
  }
  return forecast;
}

}  // namespace gis
