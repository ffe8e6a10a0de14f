// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/network/max_flow.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

std::int64_t cutOf(const std::vector<FlowArc>& arcs, const MaxFlow& flow) {
  std::int64_t sum = 0;
  for (const std::uint32_t i : flow.bottlenecks) sum += arcs[i].capacity;
  return sum;
}

// The network of LEMON 1.3's documentation and tests (digraph.lgf). The arcs into node 3 and 6 carry at most 43 to 7;
// worked out by hand from the cut {4-7, 5-7, 6-7} = 48 and {1-4, 1-5, 2-4, 2-6, 3-6 limited by 3's inflow}.
TEST(MaxFlow, SmallNetwork) {
  const std::vector<FlowArc> arcs{{0, 1, 16}, {0, 2, 12}, {0, 3, 20}, {1, 2, 10}, {1, 4, 10}, {1, 5, 13}, {2, 3, 10},
                                  {2, 4, 8},  {2, 6, 8},  {5, 3, 20}, {3, 6, 25}, {4, 7, 15}, {5, 7, 15}, {6, 7, 18}};
  const auto flow = maxFlow(8, arcs, 0, 7);
  ASSERT_OK(flow);
  EXPECT_EQ(flow->value, cutOf(arcs, *flow));
  std::vector<std::int64_t> balance(8, 0);
  for (std::size_t i = 0; i < arcs.size(); ++i) {
    EXPECT_GE(flow->flow[i], 0);
    EXPECT_LE(flow->flow[i], arcs[i].capacity);
    balance[arcs[i].tail] -= flow->flow[i], balance[arcs[i].head] += flow->flow[i];
  }
  EXPECT_EQ(balance, (std::vector<std::int64_t>{-flow->value, 0, 0, 0, 0, 0, 0, flow->value}));
}

TEST(MaxFlow, WrongInput) {
  EXPECT_CODE(maxFlow(2, {}, 0, 0), kInvalidArgument);
  const std::vector<FlowArc> negative{{0, 1, -1}};
  EXPECT_CODE(maxFlow(2, negative, 0, 1), kInvalidArgument);
}

// gl1 of NetworkX 2.8.8's tests (DIMACS form): 156545.
TEST(MaxFlow, PublishedGl1) {
  std::ifstream in(std::filesystem::path(FENGSUI_SOURCE_DIR) / "../shared/verify/routing/gl1.max");
  if (!in) in.open(std::filesystem::path(FENGSUI_SOURCE_DIR) / "../../shared/verify/routing/gl1.max");
  if (!in) GTEST_SKIP() << "no ../shared/verify/routing beside the tree";
  std::vector<FlowArc> arcs;
  std::uint32_t nodes = 0, source = 0, sink = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string kind, text;
    words >> kind;
    if (kind == "p") words >> text >> nodes;
    if (kind == "n") {
      std::uint32_t node = 0;
      words >> node >> text;
      (text == "s" ? source : sink) = node - 1;
    }
    if (kind != "a") continue;
    FlowArc arc{};
    words >> arc.tail >> arc.head >> arc.capacity;
    --arc.tail, --arc.head;
    arcs.push_back(arc);
  }
  const auto flow = maxFlow(nodes, arcs, source, sink);
  ASSERT_OK(flow);
  EXPECT_EQ(flow->value, 156545);
  EXPECT_EQ(cutOf(arcs, *flow), 156545);
}

}  // namespace
}  // namespace gis
