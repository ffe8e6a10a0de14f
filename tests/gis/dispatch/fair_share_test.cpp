// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/fair_share.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>

#include "gis/network/max_flow.h"

namespace gis::dispatch {
namespace {

using Units = std::vector<std::int64_t>;

Units shared(const Units& stock, const std::vector<Claim>& claims) {
  const auto had = fairShare(stock, claims);
  EXPECT_TRUE(had.has_value());
  return had.value_or(Units());
}

TEST(FairShare, EnoughForAll) { EXPECT_EQ(shared({10, 5}, {{0, 7, {0, 1}, {}}, {0, 8, {1, 0}, {}}}), (Units{7, 8})); }

TEST(FairShare, ShortageBySharesOfWhatWasAsked) {
  // 30 for 40 + 20: a half each
  EXPECT_EQ(shared({30}, {{0, 40, {0}, {}}, {0, 20, {0}, {}}}), (Units{20, 10}));
  // one over: to the smaller request of equal shares
  EXPECT_EQ(shared({31}, {{0, 40, {0}, {}}, {0, 20, {0}, {}}}), (Units{20, 11}));
  // a single unit each before anybody has a second one
  EXPECT_EQ(shared({3}, {{0, 1000, {0}, {}}, {0, 1, {0}, {}}, {0, 5, {0}, {}}}), (Units{1, 1, 1}));
}

TEST(FairShare, WhoHasAnotherDepotLeavesTheSharedOne) {
  // B alone can reach depot 1; A gets all of depot 0
  EXPECT_EQ(shared({10, 10}, {{0, 10, {0}, {}}, {0, 10, {0, 1}, {}}}), (Units{10, 10}));
  // A is limited to 4 of 10 whatever is done; what is left goes on to B
  EXPECT_EQ(shared({4, 9}, {{0, 10, {0}, {}}, {0, 10, {1}, {}}}), (Units{4, 9}));
}

TEST(FairShare, PriorityFirst) {
  EXPECT_EQ(shared({30}, {{1, 40, {0}, {}}, {0, 20, {0}, {}}, {2, 5, {0}, {}}}), (Units{10, 20, 0}));
}

TEST(FairShare, LateUnitsCountOnWhatCameInTime) {
  // In time: 6 from depot 0, to A alone. Late: 10 from depot 1 for both, A has had 6 of 12 already.
  const Units had = shared({6, 10}, {{0, 12, {0}, {}}, {0, 12, {}, {}}, {1, 12, {1}, 0}, {1, 12, {1}, 1}});
  EXPECT_EQ(had, (Units{6, 0, 2, 8}));
}

TEST(FairShare, NothingToShare) {
  EXPECT_EQ(shared({}, {{0, 5, {}, {}}}), (Units{0}));
  EXPECT_EQ(shared({0}, {{0, 5, {0}, {}}}), (Units{0}));
  EXPECT_EQ(shared({5}, {}), Units());
  EXPECT_FALSE(fairShare(Units{-1}, {}).has_value());
  const std::vector<Claim> nowhere{{0, 5, {1}, {}}};
  EXPECT_FALSE(fairShare(Units{5}, nowhere).has_value());
}

TEST(FairShare, LargeNumbers) {
  const Units had = shared({999'999'999}, {{0, 1'000'000'000, {0}, {}}, {0, 1'000'000'000, {0}, {}}});
  EXPECT_EQ(had, (Units{500'000'000, 499'999'999}));
}

// Can these amounts be served together? By greatest flow, which shares no code with what is tested.
bool servable(const Units& stock, const std::vector<Claim>& claims, const Units& amounts) {
  const auto depots = static_cast<std::uint32_t>(stock.size()), all = static_cast<std::uint32_t>(claims.size());
  std::vector<FlowArc> arcs;
  for (std::uint32_t d = 0; d < depots; ++d) arcs.push_back({0, 2 + d, stock[d]});
  for (std::uint32_t c = 0; c < all; ++c) {
    for (const std::uint32_t d : claims[c].depots) arcs.push_back({2 + d, 2 + depots + c, stock[d]});
    arcs.push_back({2 + depots + c, 1, amounts[c]});
  }
  const auto flow = maxFlow(2 + depots + all, arcs, 0, 1);
  return flow && flow->value == std::reduce(amounts.begin(), amounts.end(), std::int64_t{0});
}

// Word for word as the header has it: one unit at a time.
Units unitByUnit(const Units& stock, const std::vector<Claim>& claims) {
  Units had(claims.size(), 0);
  for (std::uint32_t stage = 0; stage < 4; ++stage) {
    const auto total = [&](std::size_t c) { return had[c] + (claims[c].after ? had[*claims[c].after] : 0); };
    std::vector<bool> done(claims.size(), false);
    for (;;) {
      std::size_t next = claims.size();
      for (std::size_t c = 0; c < claims.size(); ++c) {
        if (claims[c].stage != stage || done[c] || total(c) >= claims[c].asked) continue;
        if (next == claims.size()) {
          next = c;
          continue;
        }
        const std::int64_t mine = total(c) * claims[next].asked, other = total(next) * claims[c].asked;
        if (mine < other || (mine == other && claims[c].asked < claims[next].asked)) next = c;
      }
      if (next == claims.size()) break;
      ++had[next];
      if (!servable(stock, claims, had)) --had[next], done[next] = true;
    }
  }
  return had;
}

RC_GTEST_PROP(FairShare, EqualsHandingOutUnitByUnit, ()) {
  const auto depots = *rc::gen::inRange<std::uint32_t>(1, 5);
  Units stock;
  for (std::uint32_t d = 0; d < depots; ++d) stock.push_back(*rc::gen::inRange(0, 15));
  std::vector<Claim> claims;
  const auto count = *rc::gen::inRange(1, 6);
  const auto some = [&] {
    std::vector<std::uint32_t> reached;
    for (std::uint32_t d = 0; d < depots; ++d)
      if (*rc::gen::arbitrary<bool>()) reached.push_back(d);
    return reached;
  };
  for (int i = 0; i < count; ++i) {
    const auto stage = 2 * *rc::gen::inRange<std::uint32_t>(0, 2);
    const std::int64_t asked = *rc::gen::inRange(1, 20);
    claims.push_back({stage, asked, some(), {}});
    if (*rc::gen::arbitrary<bool>())
      claims.push_back({stage + 1, asked, some(), static_cast<std::uint32_t>(claims.size() - 1)});
  }
  const auto had = fairShare(stock, claims);
  RC_ASSERT(had.has_value());
  RC_ASSERT(*had == unitByUnit(stock, claims));
  RC_ASSERT(servable(stock, claims, *had));
}

}  // namespace
}  // namespace gis::dispatch
