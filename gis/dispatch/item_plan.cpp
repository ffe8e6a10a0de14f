// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/item_plan.h"

#include <algorithm>
#include <limits>
#include <set>

#include "gis/dispatch/cheapest_flow.h"
#include "gis/dispatch/fair_share.h"

namespace gis::dispatch {
namespace {

constexpr std::int64_t kFarMs = std::numeric_limits<std::int64_t>::max();

// Nearest now; those with no way after them, by how near they would be were nothing closed.
auto nearness(const DepotNote& note) {
  return std::tuple(note.drive_ms.value_or(kFarMs), note.open_drive_ms.value_or(kFarMs), note.depot);
}

}  // namespace

std::span<const Truck> trucksOf(const Depot& depot, const DispatchOptions& options) {
  return depot.trucks.empty() ? options.hired : depot.trucks;
}

ItemPlan::ItemPlan(const DispatchTask& task, const RoadTable& roads, const DispatchOptions& options,
                   const std::string& item, const std::vector<std::size_t>& requests)
    : m_task(task), m_roads(roads), m_options(options), m_item(item), m_requests(requests) {
  std::map<std::string, const StockLine*> units;
  std::map<std::string, std::int64_t> usable;
  for (const StockLine& line : task.stock)
    if (line.item == item) units.emplace(line.depot, &line), usable[line.depot] += line.usable;
  for (std::size_t d = 0; d < task.depots.size(); ++d) {
    const auto held = usable.find(task.depots[d].id);
    if (held == usable.end() || held->second == 0) continue;
    const StockLine& unit = *units.at(held->first);
    const bool too_heavy = !fitsSomeTruck(trucksOf(task.depots[d], options), unit.weight_kg, unit.volume_m3);
    m_holders.push_back({d, held->second, held->second, too_heavy, {}});
  }
}

std::int64_t ItemPlan::arriveMs(std::int64_t drive_ms) const {
  return m_options.now_utc_ms + m_options.loading_ms + drive_ms;
}

std::int64_t ItemPlan::lateMs(std::size_t request, std::int64_t drive_ms) const {
  const auto& deadline = m_task.requests[request].deadline_utc_ms;
  return deadline ? std::max<std::int64_t>(0, arriveMs(drive_ms) - *deadline) : 0;
}

Result<void> ItemPlan::addTo(DispatchPlan& plan, const CancelToken& cancel) {
  // Two claims a request: in time, and late after it. A priority is two stages.
  std::set<int> priorities;
  for (const std::size_t r : m_requests) priorities.insert(m_task.requests[r].priority);
  std::vector<Claim> claims;
  std::vector<FlowChoice> choices;
  for (const std::size_t r : m_requests) {
    const Request& request = m_task.requests[r];
    const auto rank = static_cast<std::uint32_t>(std::distance(priorities.begin(), priorities.find(request.priority)));
    const auto in_time = static_cast<std::uint32_t>(claims.size()), late = in_time + 1;
    claims.push_back({2 * rank, request.quantity, {}, {}});
    claims.push_back({2 * rank + 1, request.quantity, {}, in_time});
    for (std::uint32_t h = 0; h < m_holders.size(); ++h) {
      const auto drive_ms = m_roads.driveMs(m_holders[h].depot, r);
      if (!drive_ms || m_holders[h].too_heavy) continue;
      const bool is_late = lateMs(r, *drive_ms) > 0;
      if (is_late && m_options.late == LatePolicy::kLeaveOut) continue;
      claims[is_late ? late : in_time].depots.push_back(h);
      choices.push_back({h, is_late ? late : in_time, *drive_ms});
    }
  }
  std::vector<std::int64_t> stock;
  for (const Holder& holder : m_holders) stock.push_back(holder.usable);
  auto shares = fairShare(stock, claims, cancel);
  if (!shares) return std::unexpected(std::move(shares.error()));
  auto flow = cheapestFlow(stock, *shares, choices);
  if (!flow) return std::unexpected(std::move(flow.error()).via("item " + m_item));

  ItemBalance balance{m_item, 0, 0, 0, flow->cost};
  for (const std::size_t r : m_requests) balance.asked += m_task.requests[r].quantity;
  for (const std::int64_t units : stock) balance.usable += units;
  const std::size_t first_shipment = plan.shipments.size();
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const std::int64_t units = flow->units[i];
    if (units == 0) continue;
    Holder& holder = m_holders[choices[i].from];
    const std::size_t request = m_requests[choices[i].to / 2];
    holder.left -= units, balance.sent += units;
    holder.given.push_back({request, units});
    plan.shipments.push_back({request, holder.depot, units, choices[i].unit_cost, 0, 0, SendReason::kNearest, 0});
  }
  for (const std::size_t r : m_requests) plan.answers[r] = answerFor(r);
  for (std::size_t s = first_shipment; s < plan.shipments.size(); ++s)
    plan.shipments[s].reason = sendReason(plan.answers[plan.shipments[s].request], plan.shipments[s].depot);
  plan.items.push_back(balance);
  return {};
}

DepotNote ItemPlan::noteOn(const Holder& holder, std::size_t request) const {
  DepotNote note;
  note.depot = holder.depot;
  note.usable = holder.usable;
  note.drive_ms = m_roads.driveMs(holder.depot, request);
  note.open_drive_ms = m_roads.openDriveMs(holder.depot, request);
  for (const GivenTo& given : holder.given)
    if (given.request == request) note.sends += given.units;
  if (note.drive_ms) note.late_by_ms = lateMs(request, *note.drive_ms);
  if (note.sends > 0)
    note.stand = DepotStand::kSends;
  else if (!m_roads.depotHasRoad(holder.depot))
    note.stand = DepotStand::kNoRoad;
  else if (holder.too_heavy)
    note.stand = DepotStand::kTooHeavy;
  else if (!note.drive_ms)
    note.stand = note.open_drive_ms ? DepotStand::kCutOff : DepotStand::kNoWay;
  else if (note.late_by_ms > 0 && m_options.late == LatePolicy::kLeaveOut)
    note.stand = DepotStand::kTooLate;
  else if (holder.left == 0)
    note.stand = DepotStand::kEmptied, note.given_to = holder.given;
  else
    note.stand = DepotStand::kNotNeeded;
  const bool detour = note.drive_ms && note.open_drive_ms && *note.drive_ms > *note.open_drive_ms;
  const bool asks = note.stand != DepotStand::kNotNeeded && note.stand != DepotStand::kEmptied;
  if (note.stand == DepotStand::kCutOff || (detour && asks)) note.closures = m_roads.closuresOn(holder.depot, request);
  return note;
}

RequestAnswer ItemPlan::answerFor(std::size_t request) const {
  RequestAnswer answer;
  answer.request = request;
  const Request& asked = m_task.requests[request];
  answer.deadline_passed = asked.deadline_utc_ms && *asked.deadline_utc_ms < m_options.now_utc_ms;
  for (const Holder& holder : m_holders) {
    answer.depots.push_back(noteOn(holder, request));
    answer.sent += answer.depots.back().sends;
  }
  std::ranges::sort(answer.depots, {}, nearness);
  answer.short_by = asked.quantity - answer.sent;
  answer.short_reason = shortReason(answer);
  return answer;
}

ShortReason ItemPlan::shortReason(const RequestAnswer& answer) const {
  if (answer.short_by == 0) return ShortReason::kNone;
  if (m_holders.empty()) return ShortReason::kNobodyHas;
  if (!m_roads.placeHasRoad(answer.request)) return ShortReason::kNoRoadAtPlace;
  // Of depots that still have some: the first hindrance that a person could do something about.
  std::set<DepotStand> left;
  for (const DepotNote& note : answer.depots)
    for (const Holder& holder : m_holders)
      if (holder.depot == note.depot && holder.left > 0) left.insert(note.stand);
  if (left.contains(DepotStand::kCutOff)) return ShortReason::kCutOff;
  if (left.contains(DepotStand::kTooLate)) return ShortReason::kTooLate;
  if (left.contains(DepotStand::kTooHeavy)) return ShortReason::kTooHeavy;
  if (left.contains(DepotStand::kNoWay) || left.contains(DepotStand::kNoRoad)) return ShortReason::kNoWay;
  return ShortReason::kNotEnough;
}

SendReason ItemPlan::sendReason(const RequestAnswer& answer, std::size_t depot) const {
  const auto mine = std::ranges::find(answer.depots, depot, &DepotNote::depot);
  SendReason reason = SendReason::kNearest;
  for (const DepotNote& note : answer.depots) {
    if (note.depot == depot) continue;
    const std::int64_t near_ms = note.drive_ms.value_or(note.open_drive_ms.value_or(kFarMs));
    if (near_ms >= *mine->drive_ms) continue;
    if (note.stand == DepotStand::kCutOff) return SendReason::kNearerCutOff;
    if (note.stand == DepotStand::kTooHeavy)
      reason = SendReason::kNearerTooHeavy;
    else if (reason == SendReason::kNearest)
      reason = SendReason::kNearerEmptied;
  }
  return reason;
}

}  // namespace gis::dispatch
