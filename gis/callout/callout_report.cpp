// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_report.h"

#include <algorithm>
#include <cmath>

namespace gis {
namespace {

constexpr int kTown = 4;
constexpr double kMost = 0.95;
constexpr std::int64_t kReportMsPerS = 1000;

StageTimes timesOf(std::vector<std::int64_t> after_ms, int wanted) {
  if (after_ms.empty()) return {};
  std::ranges::sort(after_ms);
  const auto quantile = [&](double q) -> std::int64_t {
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(q * wanted)));
    return rank > after_ms.size() ? -1 : after_ms[rank - 1];
  };
  return {quantile(0.5), quantile(kMost)};
}

// Of the node and all below it.
void collect(const std::vector<TallyNode>& tree, int node, std::vector<int>& targets) {
  const TallyNode& n = tree[static_cast<std::size_t>(node)];
  targets.insert(targets.end(), n.targets.begin(), n.targets.end());
  for (const int child : n.children) collect(tree, child, targets);
}

PlaceReport placeOf(const CalloutState& state, const std::vector<TallyNode>& tree, int node) {
  PlaceReport place;
  place.division = tree[static_cast<std::size_t>(node)].division;
  place.tally = tree[static_cast<std::size_t>(node)].all;
  std::vector<int> targets;
  collect(tree, node, targets);
  std::vector<std::int64_t> answered, confirmed;
  for (const int at : targets) {
    const TargetState& target = state.targets()[static_cast<std::size_t>(at)];
    const std::int64_t start = target.reached_utc_ms[0];
    if (target.reach >= Reach::kAnswered)
      answered.push_back(target.reached_utc_ms[static_cast<std::size_t>(Reach::kAnswered)] - start);
    if (!target.confirmed()) continue;
    const std::int64_t after_ms = target.reached_utc_ms[static_cast<std::size_t>(Reach::kConfirmed)] - start;
    confirmed.push_back(after_ms);
    if (target.plan.clocks.awake_s == 0 || after_ms <= target.plan.clocks.awake_s * kReportMsPerS)
      ++place.awake_in_time;
  }
  const int wanted = place.tally.confirmed + place.tally.unconfirmed;
  place.answered = timesOf(std::move(answered), wanted);
  place.confirmed = timesOf(std::move(confirmed), wanted);
  return place;
}

void addPlaces(const CalloutState& state, const std::vector<TallyNode>& tree, int node,
               std::vector<PlaceReport>& places) {
  const TallyNode& n = tree[static_cast<std::size_t>(node)];
  if (n.division.level > kTown) return;
  if (n.division.level > 0) places.push_back(placeOf(state, tree, node));
  std::vector<int> children = n.children;
  std::ranges::sort(children, {}, [&](int child) { return tree[static_cast<std::size_t>(child)].division.code; });
  for (const int child : children) addPlaces(state, tree, child, places);
}

std::string reasonOf(const CalloutState& state, const TargetState& target) {
  if (target.cannot_serve) return "cannot_serve";
  const CalloutPerson& person = state.snapshot().persons[static_cast<std::size_t>(target.plan.person)];
  bool dialled = false, hung_up = false;
  for (const int at : target.attempts) {
    const CalloutAttempt& attempt = state.attempts()[static_cast<std::size_t>(at)];
    dialled = dialled || attempt.handed_utc_ms != 0;
    hung_up = hung_up || (attempt.answered && attempt.state == AttemptState::kEnded);
  }
  if (!dialled) return person.phones.empty() ? "no_number" : "not_called";
  return hung_up ? "hung_up" : "silent";
}

// County, town and full name of divisions, from what the snapshot froze; each is put together once.
class PlaceNames {
 public:
  explicit PlaceNames(const CalloutState& state) : m_state(state), m_names(state.snapshot().divisions.size()) {}
  void fill(FailedPerson& person, int division) {
    if (division >= 0) {
      const Names& names = namesOf(division);
      person.place = names.place, person.town = names.town, person.county = names.county;
    }
    if (person.place.empty()) person.place = person.division_code;
    if (person.county.empty()) person.county = person.place;
  }

 private:
  static constexpr int kReportCounty = 3, kMostLevels = 8;
  struct Names {
    std::string place, town, county;
    bool is_made = false;
  };
  const Names& namesOf(int division) {
    Names& names = m_names[static_cast<std::size_t>(division)];
    if (names.is_made) return names;
    names.is_made = true;
    for (int hops = 0, at = division; hops < kMostLevels && at >= 0; ++hops, at = m_state.parentOf(at)) {
      const CalloutDivision& one = m_state.snapshot().divisions[static_cast<std::size_t>(at)];
      if (one.level < kReportCounty) break;
      names.place = one.name + names.place;
      if (one.level == kTown) names.town = one.name;
      if (one.level == kReportCounty) names.county = one.name;
    }
    return names;
  }

  const CalloutState& m_state;
  std::vector<Names> m_names;
};

}  // namespace

CalloutReport reportOf(const CalloutState& state, std::int64_t now_utc_ms) {
  return reportOf(state, tallyTree(state), now_utc_ms);
}

CalloutReport reportOf(const CalloutState& state, const std::vector<TallyNode>& tree, std::int64_t now_utc_ms) {
  CalloutReport report;
  report.title = state.snapshot().title;
  report.is_drill = state.snapshot().is_drill;
  report.is_closed = state.closed();
  report.closing_reason = state.closingReason();
  report.started_utc_ms = state.startedUtcMs();
  report.until_utc_ms = state.closed() ? state.closedUtcMs() : now_utc_ms;
  report.events = state.lastSeq();
  report.last_hash = state.lastHash();
  addPlaces(state, tree, 0, report.places);
  PlaceNames places(state);
  std::vector<std::int64_t> confirmed;
  for (std::size_t i = 0; i < state.targets().size(); ++i) {
    const TargetState& target = state.targets()[i];
    if (target.is_notice) continue;
    if (target.confirmed())
      confirmed.push_back(target.reached_utc_ms[static_cast<std::size_t>(Reach::kConfirmed)] - report.started_utc_ms);
    const bool failed = !target.confirmed() && target.outcome != Outcome::kWithdrawn &&
                        target.outcome != Outcome::kStoodDown &&
                        (target.silent || target.cannot_serve || target.awake_overdue || state.closed());
    if (!failed && !(target.confirmed() && target.awake_overdue)) continue;
    const CalloutPerson& person = state.snapshot().persons[static_cast<std::size_t>(target.plan.person)];
    FailedPerson row;
    row.target = static_cast<int>(i);
    row.division_code = target.plan.division_code;
    row.name = person.name;
    row.post = person.post;
    row.reason = target.confirmed() ? "late" : reasonOf(state, target);
    row.attempts = static_cast<int>(std::ranges::count_if(
        target.attempts, [&](int at) { return state.attempts()[static_cast<std::size_t>(at)].handed_utc_ms != 0; }));
    places.fill(row, state.divisionOf(static_cast<int>(i)));
    report.failed.push_back(std::move(row));
  }
  std::ranges::sort(confirmed);
  for (std::size_t i = 0; i < confirmed.size(); ++i)
    if (i + 1 == confirmed.size() || confirmed[i + 1] != confirmed[i])
      report.course.push_back({confirmed[i], static_cast<int>(i + 1)});
  std::array<ChannelReport, kChannelCount> channels;
  for (int c = 0; c < kChannelCount; ++c) channels[static_cast<std::size_t>(c)].channel = static_cast<Channel>(c);
  for (const CalloutAttempt& attempt : state.attempts()) {
    if (attempt.handed_utc_ms == 0) continue;
    ChannelReport& channel = channels[static_cast<std::size_t>(attempt.channel)];
    ++channel.attempts;
    if (attempt.answered) ++channel.answered;
    if (attempt.state == AttemptState::kFailed) ++channel.failed;
    const TargetState& target = state.targets()[static_cast<std::size_t>(attempt.target)];
    if (attempt.state == AttemptState::kEnded && target.confirmed() && target.confirmed_by == attempt.person)
      ++channel.confirmed;
  }
  for (const ChannelReport& channel : channels)
    if (channel.attempts > 0) report.channels.push_back(channel);
  return report;
}

}  // namespace gis
