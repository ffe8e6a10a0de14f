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
      : m_problem(glp_create_prob(), glp_delete_prob), m_choices(choices.size()), m_suppliers(supply.size()) {
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
  // The largest share that everybody can have at once, whole units, and nobody above what was asked (in `need`).
  double largestShare(const Units& asked) {
    glp_prob* p = m_problem.get();
    for (std::size_t i = 0; i < m_choices; ++i) {
      glp_set_obj_coef(p, static_cast<int>(i + 1), 0);
      glp_set_col_kind(p, static_cast<int>(i + 1), GLP_IV);
    }
    const int share = glp_add_cols(p, 1);
    glp_set_col_bnds(p, share, GLP_DB, 0, 1);
    glp_set_obj_coef(p, share, 1);
    glp_set_obj_dir(p, GLP_MAX);
    for (std::size_t i = 0; i < asked.size(); ++i) {
      glp_set_row_bnds(p, taker(i), GLP_UP, 0, static_cast<double>(asked[i]));
      const int row = glp_add_rows(p, 1);
      glp_set_row_bnds(p, row, GLP_LO, 0, 0);  // what comes less share x asked is not negative
      std::vector<int> columns(m_choices + 2);
      std::vector<double> factors(m_choices + 2);
      int length = glp_get_mat_row(p, taker(i), columns.data(), factors.data());
      columns[static_cast<std::size_t>(++length)] = share;
      factors[static_cast<std::size_t>(length)] = -static_cast<double>(asked[i]);
      glp_set_mat_row(p, row, length, columns.data(), factors.data());
    }
    glp_iocp quiet;
    glp_init_iocp(&quiet);
    quiet.msg_lev = GLP_MSG_OFF;
    quiet.presolve = GLP_ON;
    EXPECT_EQ(glp_intopt(p, &quiet), 0);
    EXPECT_EQ(glp_mip_status(p), GLP_OPT);
    return glp_mip_obj_val(p);
  }

 private:
  int taker(std::size_t i) const { return static_cast<int>(m_suppliers + i + 1); }
  std::unique_ptr<glp_prob, void (*)(glp_prob*)> m_problem;
  std::size_t m_choices, m_suppliers;
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

// Whatever fairShare() hands out is served at the cost that GLPK finds to be the least, and the smallest share is the
// largest that GLPK finds.
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
  double smallest = 1;
  for (std::uint32_t c = 0; c < takers; ++c)
    smallest = std::min(smallest, static_cast<double>((*need)[c]) / static_cast<double>(asked[c]));
  RC_ASSERT(std::abs(GlpkTransport(supply, *need, choices).largestShare(asked) - smallest) < 1e-4);
}

}  // namespace
}  // namespace gis::dispatch
