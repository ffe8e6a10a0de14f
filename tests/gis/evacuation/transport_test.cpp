// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/transport.h"

#include <glpk.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <memory>
#include <numeric>

#include "gis/evacuation/keep_together.h"

namespace gis::evacuation {
namespace {

using People = std::vector<std::int64_t>;

// The pure transport problem for GLPK: a column a pair, a row a village (all of whom move) and a shelter (at most).
std::optional<double> glpkLeast(const TransportProblem& problem, const People& moved) {
  const std::unique_ptr<glp_prob, void (*)(glp_prob*)> owner(glp_create_prob(), glp_delete_prob);
  glp_prob* p = owner.get();
  glp_term_out(GLP_OFF);
  const int villages = static_cast<int>(problem.people.size());
  glp_add_rows(p, villages + static_cast<int>(problem.room.size()));
  for (int v = 0; v < villages; ++v) {
    const auto people = static_cast<double>(moved[static_cast<std::size_t>(v)]);
    glp_set_row_bnds(p, v + 1, GLP_FX, people, people);
  }
  for (std::size_t s = 0; s < problem.room.size(); ++s)
    glp_set_row_bnds(p, villages + static_cast<int>(s) + 1, GLP_UP, 0, static_cast<double>(problem.room[s]));
  for (std::size_t v = 0; v < problem.people.size(); ++v)
    for (std::size_t s = 0; s < problem.room.size(); ++s) {
      if (problem.at(v, s) == kImpassable) continue;
      const int column = glp_add_cols(p, 1);
      glp_set_col_bnds(p, column, GLP_LO, 0, 0);
      glp_set_obj_coef(p, column, problem.at(v, s));
      const int rows[] = {0, static_cast<int>(v) + 1, villages + static_cast<int>(s) + 1};
      const double ones[] = {0, 1, 1};
      glp_set_mat_col(p, column, 2, rows, ones);
    }
  glp_set_obj_dir(p, GLP_MIN);
  glp_smcp quiet;
  glp_init_smcp(&quiet);
  quiet.msg_lev = GLP_MSG_OFF;
  if (glp_simplex(p, &quiet) != 0 || glp_get_status(p) != GLP_OPT) return std::nullopt;
  return glp_get_obj_val(p);
}

// The most that can be moved at all, by GLPK.
double glpkMost(const TransportProblem& problem) {
  const std::unique_ptr<glp_prob, void (*)(glp_prob*)> owner(glp_create_prob(), glp_delete_prob);
  glp_prob* p = owner.get();
  glp_term_out(GLP_OFF);
  const int villages = static_cast<int>(problem.people.size());
  glp_add_rows(p, villages + static_cast<int>(problem.room.size()));
  for (std::size_t v = 0; v < problem.people.size(); ++v)
    glp_set_row_bnds(p, static_cast<int>(v) + 1, GLP_UP, 0, static_cast<double>(problem.people[v]));
  for (std::size_t s = 0; s < problem.room.size(); ++s)
    glp_set_row_bnds(p, villages + static_cast<int>(s) + 1, GLP_UP, 0, static_cast<double>(problem.room[s]));
  for (std::size_t v = 0; v < problem.people.size(); ++v)
    for (std::size_t s = 0; s < problem.room.size(); ++s) {
      if (problem.at(v, s) == kImpassable) continue;
      const int column = glp_add_cols(p, 1);
      glp_set_col_bnds(p, column, GLP_LO, 0, 0);
      glp_set_obj_coef(p, column, 1);
      const int rows[] = {0, static_cast<int>(v) + 1, villages + static_cast<int>(s) + 1};
      const double ones[] = {0, 1, 1};
      glp_set_mat_col(p, column, 2, rows, ones);
    }
  glp_set_obj_dir(p, GLP_MAX);
  glp_smcp quiet;
  glp_init_smcp(&quiet);
  quiet.msg_lev = GLP_MSG_OFF;
  return glp_simplex(p, &quiet) == 0 ? glp_get_obj_val(p) : 0;
}

TransportProblem randomProblem() {
  TransportProblem problem;
  const int villages = *rc::gen::inRange(1, 25), shelters = *rc::gen::inRange(1, 40);
  for (int v = 0; v < villages; ++v) {
    problem.people.push_back(*rc::gen::inRange(0, 400));
    problem.danger.push_back(*rc::gen::inRange(0, 3));
  }
  for (int s = 0; s < shelters; ++s) problem.room.push_back(*rc::gen::inRange(0, 500));
  for (int i = 0; i < villages * shelters; ++i)
    problem.ms.push_back(*rc::gen::inRange(0, 5) == 0 ? kImpassable
                                                      : static_cast<TravelMs>(*rc::gen::inRange(0, 9'000'000)));
  return problem;
}

People movedOf(const TransportProblem& problem, const TransportAnswer& answer) {
  People moved = problem.people;
  for (std::size_t v = 0; v < moved.size(); ++v) moved[v] -= answer.left[v];
  return moved;
}

// Nobody twice, no shelter over its room, nobody where no way leads, the cost is the sum of the moves.
void checkAnswer(const TransportProblem& problem, const TransportAnswer& answer) {
  People room = problem.room, moved(problem.people.size(), 0);
  std::int64_t person_ms = 0;
  for (const TransportMove& move : answer.moves) {
    RC_ASSERT(move.people > 0);
    RC_ASSERT(problem.at(move.village, move.shelter) != kImpassable);
    RC_ASSERT((room[move.shelter] -= move.people) >= 0);
    moved[move.village] += move.people;
    person_ms += move.people * std::int64_t{problem.at(move.village, move.shelter)};
  }
  for (std::size_t v = 0; v < moved.size(); ++v) {
    RC_ASSERT(answer.left[v] >= 0);
    RC_ASSERT(moved[v] + answer.left[v] == problem.people[v]);
  }
  RC_ASSERT(person_ms == answer.person_ms);
}

RC_GTEST_PROP(Transport, EqualsGlpk, ()) {
  const TransportProblem problem = randomProblem();
  const auto answer = cheapestTransport(problem);
  RC_ASSERT(answer.has_value());
  checkAnswer(problem, *answer);
  const People moved = movedOf(problem, *answer);
  RC_ASSERT(std::abs(glpkMost(problem) - static_cast<double>(std::reduce(moved.begin(), moved.end()))) < 1e-3);
  const auto least = glpkLeast(problem, moved);
  RC_ASSERT(least.has_value());
  RC_ASSERT(std::abs(*least - static_cast<double>(answer->person_ms)) <= 1e-6 * std::max(1.0, *least));
}

RC_GTEST_PROP(Transport, GreaterDangerFirst, ()) {
  TransportProblem problem = randomProblem();
  const auto all = cheapestTransport(problem);
  RC_ASSERT(all.has_value());
  // The worst alone get no more places than they get beside the others.
  TransportProblem worst = problem;
  const int danger = *std::ranges::min_element(problem.danger);
  for (std::size_t v = 0; v < worst.people.size(); ++v)
    if (worst.danger[v] != danger) worst.people[v] = 0;
  const auto alone = cheapestTransport(worst);
  RC_ASSERT(alone.has_value());
  RC_ASSERT(leftByDanger(worst, alone->left).front() == leftByDanger(problem, all->left).front());
}

RC_GTEST_PROP(KeepTogether, NobodyLosesAPlaceAndTheCostIsTold, ()) {
  const TransportProblem problem = randomProblem();
  const auto optimum = cheapestTransport(problem);
  RC_ASSERT(optimum.has_value());
  const auto kept = keepTogether(problem, *optimum);
  RC_ASSERT(kept.has_value());
  checkAnswer(problem, kept->answer);
  RC_ASSERT(leftByDanger(problem, kept->answer.left) == leftByDanger(problem, optimum->left));
  RC_ASSERT(kept->extra_person_ms == kept->answer.person_ms - optimum->person_ms);
  std::vector<int> parts(problem.people.size(), 0);
  People used(problem.room.size(), 0);
  for (const TransportMove& move : kept->answer.moves) ++parts[move.village], used[move.shelter] += move.people;
  for (std::size_t v = 0; v < parts.size(); ++v) {
    const bool split = parts[v] > 1 || (parts[v] == 1 && kept->answer.left[v] > 0);
    RC_ASSERT(split == (kept->villages[v].split != SplitReason::kNone));
    // A village is split only when nothing that stays empty would hold it.
    if (kept->villages[v].split == SplitReason::kNoneHoldsIt)
      for (std::size_t s = 0; s < used.size(); ++s)
        if (problem.at(v, s) != kImpassable) RC_ASSERT(problem.room[s] - used[s] < problem.people[v]);
  }
}

TEST(KeepTogether, AVillageMovesIntoOneShelterThatHoldsIt) {
  // The optimum fills the near shelter of 60 with both; together, one of them drives on.
  const TransportProblem problem{{50, 50}, {0, 0}, {60, 100}, {1000, 5000, 2000, 6000}};
  const auto optimum = cheapestTransport(problem);
  ASSERT_TRUE(optimum.has_value());
  const auto kept = keepTogether(problem, *optimum);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->answer.moves.size(), 2U);
  EXPECT_EQ(kept->extra_person_ms, 10 * 4000);
}

TEST(KeepTogether, OnlyATooLargeVillageIsSplit) {
  const TransportProblem problem{{100, 10}, {0, 0}, {60, 60}, {1000, 2000, 1000, 2000}};
  const auto optimum = cheapestTransport(problem);
  const auto kept = keepTogether(problem, *optimum);
  ASSERT_TRUE(kept.has_value());
  EXPECT_EQ(kept->villages[0].split, SplitReason::kNoneHoldsIt);
  EXPECT_LE(kept->villages[0].largest_room, 60);
  EXPECT_EQ(kept->villages[1].split, SplitReason::kNone);
  EXPECT_EQ(kept->answer.left, (People{0, 0}));
}

TEST(Transport, WhatCannotBe) {
  EXPECT_FALSE(cheapestTransport({{-1}, {0}, {5}, {1}}).has_value());
  EXPECT_FALSE(cheapestTransport({{1}, {0}, {-5}, {1}}).has_value());
  EXPECT_FALSE(cheapestTransport({{1}, {0}, {5}, {}}).has_value());
  EXPECT_FALSE(cheapestTransport({{200'000'000}, {0}, {5}, {1}}).has_value());
  const auto nobody = cheapestTransport({{}, {}, {}, {}});
  ASSERT_TRUE(nobody.has_value());
  EXPECT_TRUE(nobody->moves.empty());
  const auto no_way = cheapestTransport({{7}, {0}, {50}, {kImpassable}});
  ASSERT_TRUE(no_way.has_value());
  EXPECT_EQ(no_way->left, (People{7}));
}

}  // namespace
}  // namespace gis::evacuation
