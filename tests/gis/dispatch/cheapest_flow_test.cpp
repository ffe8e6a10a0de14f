// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/cheapest_flow.h"

#include <glpk.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <memory>

#include "gis/dispatch/fair_share.h"

namespace gis::dispatch {
namespace {

using Units = std::vector<std::int64_t>;

// The same problem for GLPK: a column a choice; rows for suppliers (at most) and takers.
class GlpkTransport {
 public:
  GlpkTransport(const Units& supply, const Units& need, const std::vector<FlowChoice>& choices)
      : m_problem(glp_create_prob(), glp_delete_prob), m_suppliers(supply.size()) {
    glp_term_out(GLP_OFF);
    glp_prob* p = m_problem.get();
    glp_add_rows(p, static_cast<int>(supply.size() + need.size()));
    glp_add_cols(p, static_cast<int>(choices.size()));
    for (std::size_t i = 0; i < supply.size(); ++i)
      glp_set_row_bnds(p, static_cast<int>(i + 1), GLP_UP, 0, static_cast<double>(supply[i]));
    for (std::size_t i = 0; i < need.size(); ++i)
      glp_set_row_bnds(p, taker(i), GLP_FX, static_cast<double>(need[i]), static_cast<double>(need[i]));
    for (std::size_t i = 0; i < choices.size(); ++i) {
      const int column = static_cast<int>(i + 1);
      glp_set_col_bnds(p, column, GLP_LO, 0, 0);
      glp_set_obj_coef(p, column, static_cast<double>(choices[i].unit_cost));
      const int rows[] = {0, static_cast<int>(choices[i].from + 1), taker(choices[i].to)};
      const double ones[] = {0, 1, 1};
      glp_set_mat_col(p, column, 2, rows, ones);
    }
  }
  // Nothing: no answer.
  std::optional<double> least() {
    glp_set_obj_dir(m_problem.get(), GLP_MIN);
    glp_smcp quiet;
    glp_init_smcp(&quiet);
    quiet.msg_lev = GLP_MSG_OFF;
    if (glp_simplex(m_problem.get(), &quiet) != 0 || glp_get_status(m_problem.get()) != GLP_OPT) return std::nullopt;
    return glp_get_obj_val(m_problem.get());
  }

 private:
  int taker(std::size_t i) const { return static_cast<int>(m_suppliers + i + 1); }
  std::unique_ptr<glp_prob, void (*)(glp_prob*)> m_problem;
  std::size_t m_suppliers;
};

TEST(CheapestFlow, TextbookTransport) {
  // F. L. Hitchcock's problem in small: the greedy choice (taker 0 from supplier 0) is not the cheapest.
  const std::vector<FlowChoice> choices{{0, 0, 1}, {1, 0, 2}, {0, 1, 3}, {1, 1, 10}};
  const auto flow = cheapestFlow(Units{5, 5}, Units{5, 5}, choices);
  ASSERT_TRUE(flow.has_value());
  EXPECT_EQ(flow->units, (Units{0, 5, 5, 0}));
  EXPECT_EQ(flow->cost, 25);
}

TEST(CheapestFlow, WhatCannotBe) {
  const std::vector<FlowChoice> one{{0, 0, 1}}, missing{{0, 1, 1}}, negative{{0, 0, -1}};
  EXPECT_FALSE(cheapestFlow(Units{1}, Units{2}, one).has_value());
  EXPECT_FALSE(cheapestFlow(Units{5}, Units{0, 1}, one).has_value());
  EXPECT_FALSE(cheapestFlow(Units{5}, Units{1}, missing).has_value());
  EXPECT_FALSE(cheapestFlow(Units{5}, Units{1}, negative).has_value());
  EXPECT_FALSE(cheapestFlow(Units{-5}, Units{0}, one).has_value());
  ASSERT_TRUE(cheapestFlow(Units{5}, Units{0}, one).has_value());
  EXPECT_EQ(cheapestFlow({}, {}, {})->cost, 0);
}

TEST(CheapestFlow, LongWaysAndManyUnits) {
  const std::vector<FlowChoice> far{{0, 0, 4'000'000'000}};
  const auto flow = cheapestFlow(Units{1'000'000'000}, Units{1'000'000'000}, far);
  ASSERT_TRUE(flow.has_value());
  EXPECT_EQ(flow->cost, 4'000'000'000'000'000'000);
}

// Whatever fairShare() hands out is served at the cost that GLPK finds to be the least, and GLPK finds no way in which
// the smallest share is larger.
RC_GTEST_PROP(CheapestFlow, EqualsGlpk, ()) {
  const auto depots = *rc::gen::inRange<std::uint32_t>(1, 8), takers = *rc::gen::inRange<std::uint32_t>(1, 9);
  Units supply, asked;
  std::vector<Claim> claims;
  std::vector<FlowChoice> choices;
  for (std::uint32_t d = 0; d < depots; ++d) supply.push_back(*rc::gen::inRange(0, 60));
  for (std::uint32_t c = 0; c < takers; ++c) {
    asked.push_back(*rc::gen::inRange(1, 60));
    claims.push_back({0, asked.back(), {}, {}});
    for (std::uint32_t d = 0; d < depots; ++d) {
      if (*rc::gen::inRange(0, 4) == 0) continue;
      claims.back().depots.push_back(d);
      choices.push_back({d, c, *rc::gen::inRange(0, 20'000'000)});
    }
  }
  const auto need = fairShare(supply, claims);
  RC_ASSERT(need.has_value());
  const auto flow = cheapestFlow(supply, *need, choices);
  RC_ASSERT(flow.has_value());
  Units given(depots, 0), taken(takers, 0);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    RC_ASSERT(flow->units[i] >= 0);
    given[choices[i].from] += flow->units[i], taken[choices[i].to] += flow->units[i];
  }
  for (std::uint32_t d = 0; d < depots; ++d) RC_ASSERT(given[d] <= supply[d]);
  RC_ASSERT(taken == *need);
  if (choices.empty()) return;
  const auto least = GlpkTransport(supply, *need, choices).least();
  RC_ASSERT(least.has_value());
  RC_ASSERT(std::abs(*least - static_cast<double>(flow->cost)) < 0.5);
  Units lowest(takers, 0);
  std::uint32_t least_served = 0;
  for (std::uint32_t c = 0; c < takers; ++c)
    if ((*need)[c] * asked[least_served] < (*need)[least_served] * asked[c]) least_served = c;
  if ((*need)[least_served] == asked[least_served]) return;
  // Everybody above the smallest share there is: were it possible, GLPK would find a way.
  for (std::uint32_t c = 0; c < takers; ++c) {
    const std::int64_t units = (*need)[least_served] * asked[c];
    lowest[c] = units / asked[least_served] + 1;
  }
  RC_ASSERT(!GlpkTransport(supply, lowest, choices).least().has_value());
}

}  // namespace
}  // namespace gis::dispatch
