// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/requisition.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace gis::stocks {
namespace {

using enum RequisitionStep;

constexpr std::array<std::string_view, 8> kRequisitionSteps{"requested",  "approved", "rejected", "picked",
                                                            "dispatched", "received", "closed",   "cancelled"};

RequisitionProgress& progressOf(RequisitionStanding& standing, const std::string& item_code) {
  for (RequisitionProgress& item : standing.items)
    if (item.item_code == item_code) return item;
  standing.items.push_back({item_code});
  return standing.items.back();
}

const RequisitionProgress* knownProgress(const RequisitionStanding& standing, const std::string& item_code) {
  for (const RequisitionProgress& item : standing.items)
    if (item.item_code == item_code) return &item;
  return nullptr;
}

bool samePlace(const RequisitionLine& a, const RequisitionLine& b) {
  return a.item_code == b.item_code && a.depot_id == b.depot_id && a.lot_id == b.lot_id && a.owner_id == b.owner_id;
}

// Adds to or, with a negative quantity, takes from the line of the same depot, lot and owner.
void put(std::vector<RequisitionLine>& lines, const RequisitionLine& line, std::int64_t quantity) {
  for (RequisitionLine& one : lines)
    if (samePlace(one, line)) {
      one.quantity += quantity;
      if (one.quantity == 0) lines.erase(lines.begin() + (&one - lines.data()));
      return;
    }
  if (quantity == 0) return;
  lines.push_back(line);
  lines.back().quantity = quantity;
  lines.back().lost = lines.back().damaged = 0;
}

std::int64_t quantityAt(const std::vector<RequisitionLine>& lines, const RequisitionLine& line) {
  for (const RequisitionLine& one : lines)
    if (samePlace(one, line)) return one.quantity;
  return 0;
}

void apply(RequisitionStanding& standing, const RequisitionEvent& event) {
  for (const RequisitionLine& line : event.lines) {
    RequisitionProgress& item = progressOf(standing, line.item_code);
    switch (event.step) {
      case kRequested:
        item.requested += line.quantity;
        break;
      case kApproved:
        item.approved += line.quantity;
        break;
      case kPicked:
        item.picked += line.quantity;
        put(standing.picked, line, line.quantity);
        break;
      case kDispatched:
        item.dispatched += line.quantity;
        put(standing.picked, line, -line.quantity);
        put(standing.on_the_road, line, line.quantity);
        break;
      case kReceived:
        item.received += line.quantity - line.lost - line.damaged;
        item.lost += line.lost;
        item.damaged += line.damaged;
        put(standing.on_the_road, line, -line.quantity);
        break;
      default:
        break;
    }
  }
  switch (event.step) {
    case kRequested:
      standing.requested_by = event.actor;
      standing.state = RequisitionState::kRequested;
      break;
    case kApproved:
      standing.state = RequisitionState::kApproved;
      break;
    case kRejected:
      standing.state = RequisitionState::kRejected;
      break;
    case kPicked:
      if (!event.order_no.empty()) standing.order_no = event.order_no;
      standing.state = RequisitionState::kPicked;
      break;
    case kDispatched:
      standing.order_no = event.order_no;
      standing.state = RequisitionState::kDispatched;
      break;
    case kReceived:
      if (standing.on_the_road.empty()) standing.state = RequisitionState::kReceived;
      break;
    case kClosed:
      standing.state = RequisitionState::kClosed;
      break;
    case kCancelled:
      standing.picked.clear();
      standing.state = RequisitionState::kCancelled;
      break;
  }
}

Result<void> notThis(std::string_view what, std::string why) {
  return fail(ErrorCode::kInvalidArgument, std::string(what), std::move(why));
}

// What an approved or picked sum may be at most, by item.
Result<void> checkSums(const RequisitionStanding& standing, const RequisitionEvent& step) {
  RequisitionStanding after = standing;
  apply(after, step);
  for (const RequisitionProgress& item : after.items) {
    if (item.approved > item.requested)
      return notThis(item.item_code, fmt::format("{} approved of {} asked for", item.approved, item.requested));
    if (item.picked > item.approved)
      return notThis(item.item_code, fmt::format("{} picked of {} approved", item.picked, item.approved));
  }
  return {};
}

Result<void> checkLineOf(const RequisitionStanding& standing, const RequisitionEvent& step,
                         const RequisitionLine& line) {
  if (line.quantity <= 0) return notThis(line.item_code, fmt::format("a quantity of {}; at least 1", line.quantity));
  if (step.step != kRequested && !knownProgress(standing, line.item_code))
    return notThis(line.item_code, "was not asked for");
  if (step.step == kPicked && (line.depot_id == 0 || line.lot_id == 0 || line.owner_id == 0))
    return notThis(line.item_code, "depot, lot and owner are needed");
  if (step.step == kReceived && (line.lost < 0 || line.damaged < 0 || line.lost > line.quantity - line.damaged))
    return notThis(line.item_code, "more lost or damaged than was sent");
  return {};
}

// Together the lines of a dispatch or a receipt take no more than is there.
Result<void> checkTaken(const std::vector<RequisitionLine>& there, const RequisitionEvent& step, const char* where) {
  std::vector<RequisitionLine> taken;
  for (const RequisitionLine& line : step.lines) put(taken, line, line.quantity);
  for (const RequisitionLine& line : taken)
    if (const std::int64_t left = quantityAt(there, line); line.quantity > left)
      return notThis(line.item_code, fmt::format("{} of {} {}", line.quantity, left, where));
  return {};
}

}  // namespace

std::string_view stepName(RequisitionStep step) { return kRequisitionSteps[static_cast<std::size_t>(step)]; }

std::optional<RequisitionStep> stepNamed(std::string_view name) {
  const auto found = std::ranges::find(kRequisitionSteps, name);
  if (found == kRequisitionSteps.end()) return std::nullopt;
  return static_cast<RequisitionStep>(found - kRequisitionSteps.begin());
}

std::string_view requisitionStateName(RequisitionState state) {
  return kRequisitionSteps[static_cast<std::size_t>(state)];  // a state is called by the step that led to it
}

std::vector<RequisitionStep> mayFollow(RequisitionState state) {
  switch (state) {
    case RequisitionState::kRequested:
      return {kApproved, kRejected, kCancelled};
    case RequisitionState::kApproved:
      return {kPicked, kCancelled};
    case RequisitionState::kPicked:
      return {kPicked, kDispatched, kCancelled};
    case RequisitionState::kDispatched:
      return {kReceived};
    case RequisitionState::kReceived:
      return {kClosed};
    default:
      return {};
  }
}

Result<void> checkStep(const RequisitionStanding& standing, const RequisitionEvent& step) {
  if (step.actor.empty()) return notThis(stepName(step.step), "nobody is named who does it");
  const bool first = step.step == kRequested;
  if (first != standing.items.empty() || (!first && !std::ranges::count(mayFollow(standing.state), step.step)))
    return notThis(stepName(step.step),
                   fmt::format("does not follow on {}", first ? "requested" : requisitionStateName(standing.state)));
  if ((step.step == kApproved || step.step == kRejected) && step.actor == standing.requested_by)
    return notThis(stepName(step.step), "is for another person than the one who asked");
  if ((step.step == kRejected || step.step == kCancelled) && step.words.empty())
    return notThis(stepName(step.step), "a reason is needed");
  const bool with_lines = step.step != kRejected && step.step != kClosed && step.step != kCancelled;
  if (with_lines && step.lines.empty()) return notThis(stepName(step.step), "no lines");
  if (!with_lines && !step.lines.empty()) return notThis(stepName(step.step), "has no lines");
  for (const RequisitionLine& line : step.lines)
    if (auto good = checkLineOf(standing, step, line); !good) return good;
  if (step.step == kDispatched) {
    if (auto good = checkTaken(standing.picked, step, "picked"); !good) return good;
    // One order takes all that was set apart: what stays behind would be reserved for nobody.
    RequisitionStanding after = standing;
    apply(after, step);
    if (!after.picked.empty()) return notThis(after.picked.front().item_code, "was picked and is not on the order");
  }
  if (step.step == kReceived)
    if (auto good = checkTaken(standing.on_the_road, step, "on the road"); !good) return good;
  return checkSums(standing, step);
}

Result<RequisitionStanding> standingOf(std::span<const RequisitionEvent> events) {
  RequisitionStanding standing;
  std::int64_t seq = 0;
  for (const RequisitionEvent& event : events) {
    if (event.seq != ++seq) return fail(ErrorCode::kDamagedFile, "requisition", "an event is missing");
    if (auto good = checkStep(standing, event); !good)
      return fail(ErrorCode::kDamagedFile, "requisition", good.error().subject + " " + good.error().detail);
    apply(standing, event);
  }
  return standing;
}

}  // namespace gis::stocks
