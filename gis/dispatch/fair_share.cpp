// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/fair_share.h"

#include <algorithm>
#include <limits>
#include <map>

namespace gis::dispatch {
namespace {

// Shares are looked at in steps of one in 2^30: with at most 10^9 units the product fits 63 bits.
constexpr std::int64_t kLevels = std::int64_t{1} << 30;
constexpr std::uint32_t kNobody = std::numeric_limits<std::uint32_t>::max();

// Who is served from where, and how to make room for one more by letting others be served from elsewhere.
class Serving {
 public:
  Serving(std::span<const std::int64_t> stock, std::span<const Claim> claims)
      : m_claims(claims), m_left(stock.begin(), stock.end()), m_of_depot(stock.size()), m_had(claims.size(), 0) {
    for (std::uint32_t c = 0; c < claims.size(); ++c) {
      m_flow.emplace_back(claims[c].depots.size(), 0);
      for (std::uint32_t k = 0; k < claims[c].depots.size(); ++k) m_of_depot[claims[c].depots[k]].push_back({c, k});
    }
  }
  std::int64_t had(std::uint32_t claim) const { return m_had[claim]; }

  // Serves up to `amount` more of a claim without taking from any; yields how many.
  std::int64_t raise(std::uint32_t claim, std::int64_t amount) {
    std::int64_t done = 0;
    while (done < amount) {
      const std::uint32_t depot = findDepot(claim);
      if (depot == kNobody) break;
      done += augment(claim, depot, amount - done);
    }
    m_had[claim] += done;
    return done;
  }
  bool canRaise(std::uint32_t claim) { return findDepot(claim) != kNobody; }

 private:
  struct Slot {
    std::uint32_t claim, at;  // m_flow[claim][at]
  };

  // The nearest depot with something left, by claims that could be served from elsewhere; breadth first.
  std::uint32_t findDepot(std::uint32_t root) {
    m_claim_from.assign(m_claims.size(), kNobody);
    m_depot_by.assign(m_left.size(), {kNobody, 0});
    m_queue.assign(1, root);
    for (std::size_t next = 0; next < m_queue.size(); ++next) {
      const std::uint32_t claim = m_queue[next];
      for (std::uint32_t k = 0; k < m_claims[claim].depots.size(); ++k) {
        const std::uint32_t depot = m_claims[claim].depots[k];
        if (m_depot_by[depot].claim != kNobody) continue;
        m_depot_by[depot] = {claim, k};
        if (m_left[depot] > 0) return depot;
        for (const Slot& slot : m_of_depot[depot]) {
          if (slot.claim == root || m_claim_from[slot.claim] != kNobody || m_flow[slot.claim][slot.at] == 0) continue;
          m_claim_from[slot.claim] = depot;
          m_queue.push_back(slot.claim);
        }
      }
    }
    return kNobody;
  }

  std::int64_t& flowFrom(std::uint32_t claim, std::uint32_t depot) {
    const auto& depots = m_claims[claim].depots;
    return m_flow[claim][static_cast<std::size_t>(std::ranges::find(depots, depot) - depots.begin())];
  }

  std::int64_t augment(std::uint32_t root, std::uint32_t depot, std::int64_t amount) {
    amount = std::min(amount, m_left[depot]);
    for (std::uint32_t d = depot; m_depot_by[d].claim != root;) {
      const std::uint32_t claim = m_depot_by[d].claim;
      d = m_claim_from[claim];
      amount = std::min(amount, flowFrom(claim, d));
    }
    m_left[depot] -= amount;
    for (std::uint32_t d = depot;;) {
      const Slot by = m_depot_by[d];
      m_flow[by.claim][by.at] += amount;
      if (by.claim == root) break;
      d = m_claim_from[by.claim];
      flowFrom(by.claim, d) -= amount;
    }
    return amount;
  }

  std::span<const Claim> m_claims;
  std::vector<std::int64_t> m_left;
  std::vector<std::vector<Slot>> m_of_depot;
  std::vector<std::vector<std::int64_t>> m_flow;
  std::vector<std::int64_t> m_had;
  // Of one search: the depot that a claim would give up, the claim that would take from a depot.
  std::vector<std::uint32_t> m_claim_from;
  std::vector<Slot> m_depot_by;
  std::vector<std::uint32_t> m_queue;
};

// The claims of one stage, filled level by level.
class Stage {
 public:
  Stage(Serving& serving, std::span<const Claim> claims, std::vector<std::uint32_t> active)
      : m_serving(serving), m_claims(claims), m_active(std::move(active)) {
    m_before.assign(claims.size(), 0);
    for (const std::uint32_t c : m_active)
      if (claims[c].after) m_before[c] = serving.had(*claims[c].after);
  }

  void fill(const CancelToken& cancel) {
    std::int64_t low = 0;
    while (!m_active.empty() && !cancel.cancelled()) {
      if (raiseAll(kLevels)) return;
      std::int64_t high = kLevels;
      while (high - low > 1) {
        const std::int64_t middle = low + (high - low) / 2;
        (raiseAll(middle) ? low : high) = middle;
      }
      raiseOneByOne(high);
      std::erase_if(m_active, [this](std::uint32_t c) { return !m_serving.canRaise(c); });
      low = high;
    }
  }

 private:
  // Units of a claim at a level of shares: those k-th units for which k / asked < level.
  std::int64_t target(std::uint32_t c, std::int64_t level) const {
    const std::int64_t units = (m_claims[c].asked * level + kLevels - 1) / kLevels;
    return std::max<std::int64_t>(0, std::min(units, m_claims[c].asked) - m_before[c]);
  }

  // All or nothing.
  bool raiseAll(std::int64_t level) {
    Serving trial = m_serving;
    for (const std::uint32_t c : m_active) {
      const std::int64_t more = target(c, level) - trial.had(c);
      if (more > 0 && trial.raise(c, more) < more) return false;
    }
    m_serving = std::move(trial);
    return true;
  }

  bool comesBefore(std::uint32_t a, std::uint32_t b) const {
    const std::int64_t a_asked = m_claims[a].asked, b_asked = m_claims[b].asked;
    const std::int64_t a_share = (m_before[a] + m_serving.had(a)) * b_asked;
    const std::int64_t b_share = (m_before[b] + m_serving.had(b)) * a_asked;
    if (a_share != b_share) return a_share < b_share;
    return a_asked != b_asked ? a_asked < b_asked : a < b;
  }

  void raiseOneByOne(std::int64_t level) {
    for (;;) {
      std::uint32_t next = kNobody;
      for (const std::uint32_t c : m_active)
        if (m_serving.had(c) < target(c, level) && (next == kNobody || comesBefore(c, next))) next = c;
      if (next == kNobody) return;
      if (m_serving.raise(next, 1) == 0) std::erase(m_active, next);
    }
  }

  Serving& m_serving;
  std::span<const Claim> m_claims;
  std::vector<std::uint32_t> m_active;
  std::vector<std::int64_t> m_before;  // by claim: units that its request had in an earlier stage
};

Result<void> checkClaims(std::span<const std::int64_t> stock, std::span<const Claim> claims) {
  for (const std::int64_t units : stock)
    if (units < 0) return fail(ErrorCode::kInvalidArgument, "stock", "below zero");
  for (const Claim& claim : claims) {
    if (claim.asked < 0 || claim.asked > kLevels) return fail(ErrorCode::kInvalidArgument, "claim", "quantity");
    if (claim.after && (*claim.after >= claims.size() || claims[*claim.after].stage >= claim.stage))
      return fail(ErrorCode::kInvalidArgument, "claim", "after a claim that is no earlier one");
    for (const std::uint32_t depot : claim.depots)
      if (depot >= stock.size()) return fail(ErrorCode::kInvalidArgument, "claim", "a depot that is not there");
  }
  return {};
}

}  // namespace

Result<std::vector<std::int64_t>> fairShare(std::span<const std::int64_t> stock, std::span<const Claim> claims,
                                            const CancelToken& cancel) {
  if (auto checked = checkClaims(stock, claims); !checked) return std::unexpected(std::move(checked.error()));
  std::map<std::uint32_t, std::vector<std::uint32_t>> stages;
  for (std::uint32_t c = 0; c < claims.size(); ++c)
    if (claims[c].asked > 0) stages[claims[c].stage].push_back(c);
  Serving serving(stock, claims);
  for (auto& [stage, active] : stages) Stage(serving, claims, std::move(active)).fill(cancel);
  if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "dispatch");
  std::vector<std::int64_t> had;
  for (std::uint32_t c = 0; c < claims.size(); ++c) had.push_back(serving.had(c));
  return had;
}

}  // namespace gis::dispatch
