// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>

#include "tests/gis/dispatch/dispatch_test_support.h"

namespace gis::dispatch {
namespace {

// A random town of blocks of 1 km with holes, closures, depots, stock and requests.
Drawn randomTown() {
  Drawn drawn;
  std::vector<DrawnRoad> roads{{{{0, 0}, {1000, 0}}}};
  constexpr int kSize = 5;
  for (int i = 0; i < kSize; ++i)
    for (int j = 0; j < kSize; ++j)
      for (const bool east : {true, false}) {
        if ((east ? i : j) + 1 == kSize || *rc::gen::inRange(0, 6) == 0) continue;
        const MapXY a{i * 1000.0, j * 1000.0}, b{(i + (east ? 1 : 0)) * 1000.0, (j + (east ? 0 : 1)) * 1000.0};
        roads.push_back({{a, b}, 4, *rc::gen::element(1, 1, 1, 1, 2, 3), 6});
      }
  drawn.graph = roadGraphOf(roads);
  const auto somewhere = [] { return MapXY{*rc::gen::inRange(0, 4001) * 1.0, *rc::gen::inRange(0, 4001) * 1.0}; };
  for (int i = *rc::gen::inRange(1, 6); i > 0; --i)
    drawn.task.depots.push_back({"D" + std::to_string(i), "", somewhere()});
  const std::vector<std::string> items{"tent", "quilt"};
  for (const Depot& depot : drawn.task.depots)
    for (const std::string& item : items)
      if (*rc::gen::arbitrary<bool>()) drawn.task.stock.push_back({depot.id, item, *rc::gen::inRange(0, 50), 50, 0.2});
  for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
    Request request{"R" + std::to_string(i), "", somewhere(), *rc::gen::elementOf(items), *rc::gen::inRange(1, 50)};
    if (*rc::gen::arbitrary<bool>()) request.deadline_utc_ms = *rc::gen::inRange(-1, 12) * kMinuteMs;
    request.priority = *rc::gen::inRange(1, 4);
    drawn.task.requests.push_back(request);
  }
  for (int i = *rc::gen::inRange(0, 4); i > 0; --i)
    drawn.closures.push_back({std::to_string(i), {GeometryKind::kPoint, {{somewhere()}}, 150}});
  drawn.options.late = *rc::gen::element(LatePolicy::kSendLate, LatePolicy::kLeaveOut);
  return drawn;
}

using Held = std::map<std::pair<std::string, std::string>, std::int64_t>;

Held heldIn(const DispatchTask& task) {
  Held held;
  for (const StockLine& line : task.stock) held[{line.depot, line.item}] += line.usable;
  return held;
}

RC_GTEST_PROP(DispatchProperty, NeverMoreThanStockNorOverAClosedRoad, ()) {
  const Drawn drawn = randomTown();
  const RoadTable table = drawn.table();
  const auto plan = planDispatch(drawn.task, table, drawn.options);
  RC_ASSERT(plan.has_value());
  Held held = heldIn(drawn.task);
  std::vector<std::int64_t> sent(drawn.task.requests.size(), 0);
  std::vector<Closure> closures;
  for (const NamedClosure& one : drawn.closures) closures.push_back(one.closure);
  const RoadTravel travel(drawn.graph, kilometreAMinute(), closedStretches(*drawn.graph, closures));
  for (const Shipment& shipment : plan->shipments) {
    const Request& request = drawn.task.requests[shipment.request];
    RC_ASSERT(shipment.units > 0);
    RC_ASSERT((held[{drawn.task.depots[shipment.depot].id, request.item}] -= shipment.units) >= 0);
    sent[shipment.request] += shipment.units;
    const Route& route = plan->ways[shipment.way].route;
    std::int64_t sum_ms = 0;
    for (const RouteLeg& leg : route.legs) {
      const TravelMs ms = travel.along(leg.edge, leg.from_ratio, leg.to_ratio);
      RC_ASSERT(ms != kImpassable);
      sum_ms += ms;
    }
    RC_ASSERT(sum_ms == std::int64_t{route.duration_ms});
    RC_ASSERT(shipment.drive_ms >= sum_ms);
    if (drawn.options.late == LatePolicy::kLeaveOut) RC_ASSERT(shipment.late_units == 0);
  }
  for (std::size_t r = 0; r < sent.size(); ++r) {
    const RequestAnswer& answer = plan->answers[r];
    RC_ASSERT(answer.sent == sent[r]);
    RC_ASSERT(answer.sent + answer.short_by == drawn.task.requests[r].quantity);
    RC_ASSERT((answer.short_reason == ShortReason::kNone) == (answer.short_by == 0));
  }
}

// Trees that are kept from the open roads say the same as new searches.
RC_GTEST_PROP(DispatchProperty, KeptTreesSayTheSame, ()) {
  const Drawn drawn = randomTown();
  const RoadTable table = drawn.table();
  std::vector<Closure> closures;
  for (const NamedClosure& one : drawn.closures) closures.push_back(one.closure);
  const RoadTravel travel(drawn.graph, kilometreAMinute(), closedStretches(*drawn.graph, closures));
  for (std::size_t d = 0; d < drawn.task.depots.size(); ++d)
    for (std::size_t r = 0; r < drawn.task.requests.size(); ++r) {
      const auto from = travel.place(drawn.task.depots[d].at, 2000), to = travel.place(drawn.task.requests[r].at, 2000);
      std::optional<Route> route;
      if (from && to) route = travel.route(*from, *to);
      RC_ASSERT(table.driveMs(d, r).has_value() == route.has_value());
      if (!route) continue;
      const double off_ms = (from->off_road_m + to->off_road_m) / 6 * 3600;
      RC_ASSERT(*table.driveMs(d, r) == std::int64_t{route->duration_ms} + std::llround(off_ms));
    }
}

// Request after request by priority from the nearest depot that has some: never more for the first priorities, and
// never the same amounts in less time.
RC_GTEST_PROP(DispatchProperty, NoWorseThanGreedy, ()) {
  Drawn drawn = randomTown();
  for (Request& request : drawn.task.requests) request.deadline_utc_ms.reset();
  const RoadTable table = drawn.table();
  const auto plan = planDispatch(drawn.task, table, drawn.options);
  RC_ASSERT(plan.has_value());
  std::vector<std::size_t> order;
  for (std::size_t r = 0; r < drawn.task.requests.size(); ++r) order.push_back(r);
  std::ranges::stable_sort(order, {}, [&](std::size_t r) { return drawn.task.requests[r].priority; });
  using Totals = std::map<std::pair<std::string, int>, std::int64_t>;  // by item and priority
  const auto greedy = [&](bool ours, Totals& totals, std::int64_t& unit_ms) {
    Held held = heldIn(drawn.task);
    bool all = true;
    for (const std::size_t r : order) {
      const Request& request = drawn.task.requests[r];
      std::int64_t wanted = ours ? plan->answers[r].sent : request.quantity;
      std::vector<std::pair<std::int64_t, std::size_t>> near;
      for (std::size_t d = 0; d < drawn.task.depots.size(); ++d)
        if (const auto ms = table.driveMs(d, r)) near.emplace_back(*ms, d);
      std::ranges::sort(near);
      for (const auto& [ms, d] : near) {
        std::int64_t& has = held[{drawn.task.depots[d].id, request.item}];
        const std::int64_t units = std::min(has, wanted);
        has -= units, wanted -= units, unit_ms += units * ms;
        totals[{request.item, request.priority}] += units;
      }
      all = all && wanted == 0;
    }
    return all;
  };
  Totals ours, theirs;
  for (const RequestAnswer& answer : plan->answers) {
    const Request& request = drawn.task.requests[answer.request];
    ours[{request.item, request.priority}] += answer.sent;
  }
  std::int64_t unit_ms = 0;
  greedy(false, theirs, unit_ms);
  for (const std::string item : {"tent", "quilt"})
    for (int priority = 1; priority < 4; ++priority) {
      RC_ASSERT((ours[{item, priority}] >= theirs[{item, priority}]));
      if (ours[{item, priority}] > theirs[{item, priority}]) break;
    }
  std::int64_t ours_ms = 0;
  for (const ItemBalance& item : plan->items) ours_ms += item.unit_ms;
  Totals same;
  std::int64_t same_ms = 0;
  if (greedy(true, same, same_ms)) RC_ASSERT(ours_ms <= same_ms);
}

}  // namespace
}  // namespace gis::dispatch
