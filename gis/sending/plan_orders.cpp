// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/sending/plan_orders.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <tuple>

#include "gis/stocks/calendar_day.h"
#include "gis/stocks/lot_choice.h"
#include "gis/stocks/requisition_store.h"

namespace gis::sending {
namespace {

using stocks::Requisition;
using stocks::RequisitionEvent;
using stocks::RequisitionLine;
using stocks::RequisitionStep;

constexpr std::size_t kMostRoads = 5;
constexpr double kShortRoad_m = 500;

void addLine(std::vector<RequisitionLine>& lines, const std::string& item, std::int64_t depot, std::int64_t quantity) {
  const auto same = std::ranges::find_if(
      lines, [&](const RequisitionLine& one) { return one.item_code == item && one.depot_id == depot; });
  if (same != lines.end())
    same->quantity += quantity;
  else
    lines.push_back({item, quantity, depot, 0, 0, 0, 0});
}

// Requests of one requisition share a key.
using OrderKey = std::tuple<std::string, std::string, double, double, int, std::int64_t>;
OrderKey keyOf(const SendingNeed& need) {
  if (!need.requisition_uuid.empty()) return {need.requisition_uuid, {}, 0, 0, 0, 0};
  return {{},
          need.request.place,
          need.where.lon_deg,
          need.where.lat_deg,
          need.request.priority,
          need.request.deadline_utc_ms.value_or(0)};
}

stocks::RequisitionHead headOf(const SendingNeed& need, const std::string& basis, bool is_drill) {
  stocks::RequisitionHead head;
  head.place = need.request.place.empty() ? need.request.id : need.request.place;
  head.unit = need.unit.empty() ? head.place : need.unit;
  head.person = need.person, head.phone = need.phone;
  head.where = need.where;
  head.deadline_utc_ms = need.request.deadline_utc_ms.value_or(0);
  head.urgency = std::clamp(need.request.priority, 1, 4);
  head.basis = basis, head.is_drill = is_drill;
  return head;
}

class OrderBooking {
 public:
  OrderBooking(const Database& db, const Clock& clock, UuidSource& uuids, std::string planner, std::string approver)
      : m_clock(clock),
        m_uuids(uuids),
        m_papers(db, clock, uuids),
        m_ledger(db, clock, uuids),
        m_catalogue(db),
        m_planner(std::move(planner)),
        m_approver(std::move(approver)) {}

  Result<Requisition> book(const PlannedOrder& order) {
    auto paper = order.requisition_uuid.empty() ? m_papers.enter(order.head, order.asked, asker(order.head))
                                                : m_papers.find(order.requisition_uuid);
    if (!paper) return paper;
    paper = approved(std::move(*paper));
    if (!paper || order.sends.empty()) return paper;
    auto lots = lotsOf(order);
    if (!lots) return std::unexpected(std::move(lots.error()).via(paper->number));
    RequisitionEvent event;
    event.step = RequisitionStep::kPicked, event.actor = m_planner;
    event.lines = std::move(*lots);
    event.order_no = stocks::orderNumber(m_clock.nowUtcMs(), m_uuids.next());
    event.transport.route = order.route;
    return m_papers.advance(paper->uuid, std::move(event));
  }

 private:
  // Who wrote it down is not who approves it.
  std::string asker(const stocks::RequisitionHead& head) const { return head.person.empty() ? m_planner : head.person; }

  Result<Requisition> approved(Requisition paper) {
    const auto standing = stocks::standingOf(paper.events);
    if (!standing) return std::unexpected(standing.error());
    if (standing->state != stocks::RequisitionState::kRequested) return paper;
    RequisitionEvent event;
    event.step = RequisitionStep::kApproved, event.actor = m_approver;
    for (const stocks::RequisitionProgress& one : standing->items)
      event.lines.push_back({one.item_code, one.requested, 0, 0, 0, 0, 0});
    return m_papers.advance(paper.uuid, std::move(event));
  }

  // What expires first goes first, of what is still good.
  Result<std::vector<RequisitionLine>> lotsOf(const PlannedOrder& order) {
    if (m_directory.items.empty()) {
      auto directory = m_catalogue.directory();
      if (!directory) return std::unexpected(std::move(directory.error()));
      m_directory = std::move(*directory);
    }
    const std::string day = stocks::dayOf(m_clock.nowUtcMs());
    std::vector<RequisitionLine> lines;
    for (const RequisitionLine& wish : order.sends) {
      const stocks::Item* item = m_directory.itemNamed(wish.item_code);
      const stocks::Depot* depot = m_directory.depot(wish.depot_id);
      if (!item || !depot) return fail(ErrorCode::kUnknownName, wish.item_code);
      const auto there = m_ledger.atHand(depot->id, item->id);
      if (!there) return std::unexpected(there.error());
      const auto shares = stocks::chooseLots(*there, wish.quantity, day);
      if (!shares) {
        Error wrong = shares.error();
        wrong.subject = item->name_zh + ", " + depot->name;
        return std::unexpected(std::move(wrong));
      }
      for (const stocks::LotShare& share : *shares)
        lines.push_back({item->code, share.quantity, depot->id, share.lot_id, share.owner_id, 0, 0});
    }
    return lines;
  }

  const Clock& m_clock;
  UuidSource& m_uuids;
  stocks::RequisitionStore m_papers;
  stocks::LedgerStore m_ledger;
  stocks::CatalogueStore m_catalogue;
  stocks::Directory m_directory;
  std::string m_planner, m_approver;
};

}  // namespace

std::string routeWords(const Route& route) {
  std::string words;
  std::size_t named = 0;
  for (const RouteStep& step : route.steps) {
    if (step.name.empty() || step.dist_m < kShortRoad_m) continue;
    if (++named > kMostRoads) {
      words += " …";
      break;
    }
    words += fmt::format("{}{} ({:.1f} km)", words.empty() ? "" : ", ", step.name, step.dist_m / 1000);
  }
  return fmt::format("{}{}{:.1f} km, {} min", words, words.empty() ? "" : "; ", route.dist_m / 1000,
                     (route.duration_ms + 59'999) / 60'000);
}

std::vector<PlannedOrder> ordersOfPlan(const dispatch::DispatchTask& task, const std::vector<SendingNeed>& needs,
                                       const dispatch::DispatchPlan& plan, const stocks::Directory& directory,
                                       const std::string& basis, bool is_drill) {
  std::map<OrderKey, std::size_t> known;
  std::vector<PlannedOrder> orders;
  std::vector<std::size_t> order_of(needs.size(), SIZE_MAX);
  for (std::size_t i = 0; i < needs.size(); ++i) {
    const stocks::Item* item = directory.itemNamed(needs[i].request.item);
    if (!item) continue;
    const auto [at, added] = known.emplace(keyOf(needs[i]), orders.size());
    order_of[i] = at->second;
    if (added) {
      PlannedOrder order;
      order.requisition_uuid = needs[i].requisition_uuid;
      if (order.requisition_uuid.empty()) order.head = headOf(needs[i], basis, is_drill);
      orders.push_back(std::move(order));
    }
    if (needs[i].requisition_uuid.empty()) addLine(orders[at->second].asked, item->code, 0, needs[i].request.quantity);
  }
  for (const dispatch::Shipment& shipment : plan.shipments) {
    const stocks::Item* item = directory.itemNamed(needs[shipment.request].request.item);
    const stocks::Depot* depot = directory.depotNamed(task.depots[shipment.depot].id);
    if (!item || !depot || order_of[shipment.request] == SIZE_MAX) continue;
    PlannedOrder& order = orders[order_of[shipment.request]];
    const bool new_way =
        std::ranges::none_of(order.sends, [&](const RequisitionLine& line) { return line.depot_id == depot->id; });
    addLine(order.sends, item->code, depot->id, shipment.units);
    if (new_way)
      order.route +=
          (order.route.empty() ? "" : " | ") + depot->name + ": " + routeWords(plan.ways[shipment.way].route);
  }
  std::erase_if(orders,
                [](const PlannedOrder& order) { return order.sends.empty() && !order.requisition_uuid.empty(); });
  return orders;
}

Result<std::vector<Requisition>> acceptOrders(const Database& db, const Clock& clock, UuidSource& uuids,
                                              const std::vector<PlannedOrder>& orders, const std::string& planner,
                                              const std::string& approver) {
  if (orders.empty()) return fail(ErrorCode::kNoData, "plan", "the plan has nothing to book");
  if (approver == planner)
    return fail(ErrorCode::kInvalidArgument, "approved", "is for another person than the one who asked");
  std::vector<Requisition> made;
  const auto done = inTransaction(db, [&]() -> Result<void> {
    OrderBooking booking(db, clock, uuids, planner, approver);
    for (const PlannedOrder& order : orders) {
      auto paper = booking.book(order);
      if (!paper) return std::unexpected(std::move(paper.error()));
      made.push_back(std::move(*paper));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<std::vector<Requisition>> departOrders(const Database& db, const Clock& clock, UuidSource& uuids,
                                              const std::vector<std::string>& requisitions, const std::string& actor) {
  std::vector<Requisition> left;
  const auto done = inTransaction(db, [&]() -> Result<void> {
    stocks::RequisitionStore papers(db, clock, uuids);
    for (const std::string& uuid : requisitions) {
      const auto paper = papers.find(uuid);
      if (!paper) return std::unexpected(paper.error());
      const auto standing = stocks::standingOf(paper->events);
      if (!standing) return std::unexpected(standing.error());
      if (standing->state != stocks::RequisitionState::kPicked || standing->picked.empty()) continue;
      RequisitionEvent event;
      event.step = RequisitionStep::kDispatched, event.actor = actor;
      event.lines = standing->picked;
      event.transport = paper->events.back().transport;
      auto gone = papers.advance(uuid, std::move(event));
      if (!gone) return std::unexpected(std::move(gone.error()).via(paper->number));
      left.push_back(std::move(*gone));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return left;
}

}  // namespace gis::sending
