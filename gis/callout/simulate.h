// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "gis/callout/responder.h"
#include "gis/core/cancel.h"

namespace gis {

// How many lines each channel has; an officer is a line of kPhone, a visitor one of kDoor.
struct Lines {
  std::array<int, kChannelCount> count = {2, 8, 32, 4, 1000};  // phone, sms, voice, gateway, door
  int of(Channel channel) const { return count[static_cast<std::size_t>(channel)]; }
};

// An officer who only sends people to doors keeps so many visits of a quarter of an hour going.
constexpr int kVisitsPerOfficer = 15;

struct SimulateOptions {
  Lines lines;
  ResponderModel model;
  std::uint64_t seed = 1;
  std::int64_t start_utc_ms = 0;
  std::int64_t most_ms = 6 * 3600 * std::int64_t{1000};  // the clock stops here at the latest
  bool close_at_end = true;
};

// The moments of a time line before anything is sent (预演).
constexpr std::array<std::int64_t, 9> kCourseMarksMs = {60'000,    180'000,   300'000,    600'000,   1'800'000,
                                                        3'600'000, 7'200'000, 14'400'000, 21'600'000};

// When somebody other than the post-holder came in, and for how many; -1: never.
struct CourseStage {
  std::int64_t first_ms = -1;
  int targets = 0;
};

// How a call-out went, in ms since its start; -1: never, as far as the clock ran. Half and 95 % are of all who should
// confirm; `silent` are all who have not.
struct CalloutCourse {
  std::int64_t all_sent_ms = -1;  // the last first attempt was taken by a line
  std::int64_t half_confirmed_ms = -1, p95_confirmed_ms = -1, last_confirmed_ms = -1;
  // Nobody hangs on a telephone alone any more (人人有着落): each has confirmed, or the ladder has given them to a
  // superior or to somebody who goes to the door, or has come to its end.
  std::int64_t covered_ms = -1;
  std::int64_t finished_ms = -1;  // the last confirmation, or the last first attempt when that was later
  int confirmed = 0, silent = 0;
  // How many had confirmed by each of kCourseMarksMs.
  std::array<int, kCourseMarksMs.size()> confirmed_by{};
  CourseStage deputies, superiors, neighbours, doors;
};

// Made people and lines, as far as a clock that somebody else holds has come: a drill that is watched at its own or a
// quicker pace, with officers who may step in. The engine must be loaded and outlive it. One thread.
class SimulatedPeople {
 public:
  SimulatedPeople(CalloutEngine& engine, SimulateOptions options);
  ~SimulatedPeople();
  SimulatedPeople(SimulatedPeople&&) noexcept;
  SimulatedPeople& operator=(SimulatedPeople&&) noexcept;
  // Starts the call-out when nobody has, and lets happen what happens until then, each thing at its own moment.
  // `each` is told of the moments.
  Result<void> advance(std::int64_t until_utc_ms, const std::function<void(std::int64_t now_utc_ms)>& each = {},
                       const CancelToken& cancel = {});
  // Nobody is left to be called and nothing more will happen by itself.
  bool finished() const;
  std::int64_t nowUtcMs() const;

 private:
  class Course;
  std::unique_ptr<Course> m_course;
};

// Runs a call-out with made people on a virtual clock: what a dry run shows before anything is sent, and what a drill
// without telephones is. The engine must be loaded; it is started when it was not. Nothing sleeps; the same seed gives
// the same log byte for byte. `each` is told of every moment at which something happened (for the drill at speed x).
Result<CalloutCourse> simulate(CalloutEngine& engine, const SimulateOptions& options,
                               const std::function<void(std::int64_t now_utc_ms)>& each = {},
                               const CancelToken& cancel = {});

// What to expect: the middle of several courses, and between which times it comes nine times of ten; only the times of
// `soonest` and `latest` are set.
struct CourseForecast : CalloutCourse {
  int rounds = 1;
  CalloutCourse soonest, latest;
  // One course says nothing about how far another may lie from it.
  bool hasRange() const { return rounds > 1; }
};

// What to expect before anybody is called: the medians of 21 courses (fewer the more persons: five of 3000, one of
// more) with other made people than any drill has. With 500 persons and 32 lines a single course lies some 5 % from it
// by chance for half, for nine of ten and until all are covered; its last confirmation by a third and more, for one
// person decides it: that one is planned with as a range, never as a moment.
Result<CourseForecast> forecastCourse(const CalloutSnapshot& snapshot, const SimulateOptions& options,
                                      const CancelToken& cancel = {});

// The course of a call-out from its state.
CalloutCourse courseOf(const CalloutState& state);

// People x seconds / lines, before anything runs: how long the voice and phone lines need for one round of calls, from
// the model's means, with those who have to be called again. The longest of the channels.
struct CapacityForecast {
  double seconds_per_attempt = 0, attempts_count = 0;
  std::int64_t finishing_ms = 0;
  bool meets_awake_clock = true;
  int lines_needed = 0;  // to meet it; 0: there is no clock
};
CapacityForecast forecastCapacity(const CalloutSnapshot& snapshot, const Lines& lines, const ResponderModel& model);

}  // namespace gis
