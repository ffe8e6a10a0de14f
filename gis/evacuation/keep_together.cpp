// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/keep_together.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <optional>

namespace gis::evacuation {
namespace {

constexpr std::uint32_t kNowhere = 0xFFFFFFFFU;
// Shelters tried for making room, the nearest first: farther ones cost more than splitting is bad.
constexpr std::size_t kMostTried = 60;

struct Whole {
  std::vector<std::uint32_t> shelter;  // by village; kNowhere: not placed as a whole
  std::vector<std::int64_t> room;      // what is left beside them
};

struct Shift {
  std::uint32_t village, to;
};

// Into `shelter`, after the shifts.
struct Placing {
  std::uint32_t shelter = kNowhere;
  std::vector<Shift> shifts;
  std::int64_t person_ms = 0;
};

class Keeper {
 public:
  Keeper(const TransportProblem& problem, const TransportAnswer& optimum) : m_problem(problem) {
    m_start.shelter.assign(problem.people.size(), kNowhere);
    m_start.room = problem.room;
    for (const TransportMove& move : optimum.moves) {
      if (move.people != problem.people[move.village]) {
        if (m_split.empty() || m_split.back() != move.village) m_split.push_back(move.village);
        continue;
      }
      m_start.shelter[move.village] = move.shelter;
      m_start.room[move.shelter] -= move.people;
    }
    std::ranges::stable_sort(m_split, [&](std::uint32_t a, std::uint32_t b) {
      if (problem.danger[a] != problem.danger[b]) return problem.danger[a] < problem.danger[b];
      return problem.people[a] > problem.people[b];
    });
  }

  const std::vector<std::uint32_t>& split() const { return m_split; }

  // What stands after each village that could be put together; the first is the optimum's.
  std::vector<Whole> steps(const CancelToken& cancel) const {
    std::vector<Whole> all{m_start};
    // Twice: what moved for a later village may have left room for an earlier one.
    std::vector<std::uint32_t> order = m_split;
    order.insert(order.end(), m_split.begin(), m_split.end());
    for (const std::uint32_t village : order) {
      if (cancel.cancelled()) break;
      if (all.back().shelter[village] != kNowhere) continue;
      const Placing placing = place(all.back(), village);
      if (placing.shelter == kNowhere) continue;
      Whole next = all.back();
      for (const Shift& shift : placing.shifts) {
        next.room[next.shelter[shift.village]] += m_problem.people[shift.village];
        next.room[shift.to] -= m_problem.people[shift.village];
        next.shelter[shift.village] = shift.to;
      }
      next.shelter[village] = placing.shelter;
      next.room[placing.shelter] -= m_problem.people[village];
      all.push_back(std::move(next));
    }
    return all;
  }

 private:
  std::vector<std::uint32_t> byTime(std::uint32_t village) const {
    std::vector<std::uint32_t> order;
    for (std::uint32_t s = 0; s < m_problem.room.size(); ++s)
      if (m_problem.at(village, s) != kImpassable && m_problem.room[s] >= m_problem.people[village]) order.push_back(s);
    std::ranges::stable_sort(order, {}, [&](std::uint32_t s) { return m_problem.at(village, s); });
    return order;
  }

  Placing place(const Whole& now, std::uint32_t village) const {
    Placing best;
    const std::int64_t people = m_problem.people[village];
    const auto order = byTime(village);
    std::size_t tried = 0;
    for (const std::uint32_t s : order) {
      const std::int64_t own_ms = people * std::int64_t{m_problem.at(village, s)};
      if (best.shelter != kNowhere && own_ms >= best.person_ms) break;
      std::optional<Placing> placing;
      if (now.room[s] >= people)
        placing = Placing{s, {}, own_ms};
      else if (tried++ < kMostTried)
        placing = makeRoom(now, village, s);
      if (placing && (best.shelter == kNowhere || placing->person_ms < best.person_ms)) best = std::move(*placing);
    }
    return best;
  }

  // Villages of a shelter that go elsewhere as a whole, the least loss for a bed first, until the village fits.
  std::optional<Placing> makeRoom(const Whole& now, std::uint32_t village, std::uint32_t shelter) const {
    struct Candidate {
      std::uint32_t village, to;
      double loss_ms;
    };
    std::vector<Candidate> candidates;
    for (std::uint32_t v = 0; v < now.shelter.size(); ++v) {
      if (now.shelter[v] != shelter || m_problem.people[v] == 0) continue;
      if (const auto to = elsewhere(now.room, v, shelter))
        candidates.push_back({v, *to, static_cast<double>(m_problem.at(v, *to)) - m_problem.at(v, shelter)});
    }
    std::ranges::stable_sort(candidates, {}, &Candidate::loss_ms);
    Placing placing{shelter, {}, m_problem.people[village] * std::int64_t{m_problem.at(village, shelter)}};
    std::vector<std::int64_t> room = now.room;
    for (const Candidate& one : candidates) {
      if (room[shelter] >= m_problem.people[village]) break;
      const auto to = elsewhere(room, one.village, shelter);
      if (!to) continue;
      const std::int64_t people = m_problem.people[one.village];
      room[shelter] += people, room[*to] -= people;
      placing.shifts.push_back({one.village, *to});
      placing.person_ms += people * (std::int64_t{m_problem.at(one.village, *to)} - m_problem.at(one.village, shelter));
    }
    if (room[shelter] < m_problem.people[village]) return std::nullopt;
    return placing;
  }

  std::optional<std::uint32_t> elsewhere(const std::vector<std::int64_t>& room, std::uint32_t village,
                                         std::uint32_t but) const {
    std::optional<std::uint32_t> best;
    for (std::uint32_t s = 0; s < room.size(); ++s) {
      if (s == but || room[s] < m_problem.people[village] || m_problem.at(village, s) == kImpassable) continue;
      if (!best || m_problem.at(village, s) < m_problem.at(village, *best)) best = s;
    }
    return best;
  }

  const TransportProblem& m_problem;
  Whole m_start;
  std::vector<std::uint32_t> m_split;
};

// The others share what is left.
Result<TransportAnswer> filled(const TransportProblem& problem, const Whole& whole, const CancelToken& cancel) {
  TransportProblem rest;
  std::vector<std::uint32_t> of;
  for (std::uint32_t v = 0; v < problem.people.size(); ++v)
    if (whole.shelter[v] == kNowhere) of.push_back(v);
  rest.room = whole.room;
  for (const std::uint32_t v : of) {
    rest.people.push_back(problem.people[v]);
    rest.danger.push_back(problem.danger[v]);
    const auto row = problem.ms.begin() + static_cast<std::ptrdiff_t>(v * problem.room.size());
    rest.ms.insert(rest.ms.end(), row, row + static_cast<std::ptrdiff_t>(problem.room.size()));
  }
  auto shared = cheapestTransport(rest, cancel);
  if (!shared) return shared;
  TransportAnswer answer;
  answer.left.assign(problem.people.size(), 0);
  for (std::size_t i = 0; i < of.size(); ++i) answer.left[of[i]] = shared->left[i];
  for (const TransportMove& move : shared->moves) answer.moves.push_back({of[move.village], move.shelter, move.people});
  for (std::uint32_t v = 0; v < problem.people.size(); ++v)
    if (whole.shelter[v] != kNowhere && problem.people[v] > 0)
      answer.moves.push_back({v, whole.shelter[v], problem.people[v]});
  std::ranges::sort(answer.moves, [](const TransportMove& a, const TransportMove& b) {
    return a.village != b.village ? a.village < b.village : a.shelter < b.shelter;
  });
  for (const TransportMove& move : answer.moves)
    answer.person_ms += move.people * std::int64_t{problem.at(move.village, move.shelter)};
  return answer;
}

std::int64_t largestRoom(const TransportProblem& problem, const std::vector<std::int64_t>& room, std::uint32_t v) {
  std::int64_t largest = 0;
  for (std::size_t s = 0; s < room.size(); ++s)
    if (problem.at(v, s) != kImpassable) largest = std::max(largest, room[s]);
  return largest;
}

}  // namespace

Result<KeptTogether> keepTogether(const TransportProblem& problem, const TransportAnswer& optimum,
                                  const CancelToken& cancel) {
  const Keeper keeper(problem, optimum);
  const std::vector<Whole> steps = keeper.steps(cancel);
  const auto wanted = leftByDanger(problem, optimum.left);
  // The longest row of steps by which nobody loses a place; the first step is the optimum itself.
  std::size_t step = steps.size() - 1, below = 0;
  KeptTogether kept;
  for (;;) {
    auto answer = filled(problem, steps[step], cancel);
    if (!answer) return std::unexpected(std::move(answer.error()));
    if (step == below || leftByDanger(problem, answer->left) == wanted) {
      kept.answer = std::move(*answer);
      break;
    }
    step = below + (step - below) / 2;
  }
  kept.villages.resize(problem.people.size());
  std::map<std::uint32_t, int> parts;
  for (const TransportMove& move : kept.answer.moves) ++parts[move.village];
  for (const auto& [village, count] : parts) {
    if (count == 1 && kept.answer.left[village] == 0) continue;
    const std::int64_t largest = largestRoom(problem, steps[step].room, village);
    const bool undone = steps.back().shelter[village] != kNowhere || largest >= problem.people[village];
    kept.villages[village] = {undone ? SplitReason::kOthersLoseOut : SplitReason::kNoneHoldsIt, largest};
  }
  kept.extra_person_ms = kept.answer.person_ms - optimum.person_ms;
  return kept;
}

}  // namespace gis::evacuation
