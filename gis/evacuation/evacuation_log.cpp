// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/evacuation/evacuation_log.h"

#include <fmt/format.h>

#include <algorithm>

namespace gis::evacuation {
namespace {

constexpr EventKind kKinds[] = {EventKind::kCounted, EventKind::kMoved, EventKind::kRefused, EventKind::kArrived,
                                EventKind::kEnded};

std::optional<std::size_t> villagePlace(const OrderedPlan& plan, const std::string& code) {
  const auto found = std::ranges::find(plan.villages, code, &OrderedVillage::code);
  if (found == plan.villages.end()) return std::nullopt;
  return static_cast<std::size_t>(found - plan.villages.begin());
}

VillageStanding after(VillageStanding village, const EvacuationEvent& event) {
  switch (event.kind) {
    case EventKind::kCounted:
      village.to_move = event.people;
      break;
    case EventKind::kMoved:
      village.moved = event.people;
      break;
    case EventKind::kRefused:
      village.refused = event.people;
      break;
    case EventKind::kArrived:
      village.arrived[event.shelter_uuid] = event.people;
      if (event.people == 0) village.arrived.erase(event.shelter_uuid);
      break;
    case EventKind::kEnded:
      break;
  }
  village.last_utc_ms = event.at_utc_ms;
  return village;
}

}  // namespace

std::string_view kindName(EventKind kind) {
  constexpr std::string_view kNames[] = {"counted", "moved", "refused", "arrived", "ended"};
  return kNames[static_cast<int>(kind)];
}

std::optional<EventKind> kindNamed(std::string_view name) {
  for (const EventKind kind : kKinds)
    if (kindName(kind) == name) return kind;
  return std::nullopt;
}

std::int64_t VillageStanding::arrivedSum() const {
  std::int64_t sum = 0;
  for (const auto& [shelter, people] : arrived) sum += people;
  return sum;
}

EvacuationTotals EvacuationStanding::totals() const {
  EvacuationTotals sum;
  for (const VillageStanding& village : villages) {
    sum.to_move += village.to_move, sum.moved += village.moved;
    sum.refused += village.refused, sum.arrived += village.arrivedSum();
  }
  return sum;
}

std::map<std::string, std::int64_t> EvacuationStanding::arrivedByShelter() const {
  std::map<std::string, std::int64_t> sum;
  for (const VillageStanding& village : villages)
    for (const auto& [shelter, people] : village.arrived) sum[shelter] += people;
  return sum;
}

std::map<std::string, std::int64_t> expectedByShelter(const OrderedPlan& plan, const EvacuationStanding& standing) {
  if (standing.ended_utc_ms) return {};
  std::map<std::string, std::int64_t> expected = standing.arrivedByShelter();
  std::vector<std::int64_t> to_come;
  for (const VillageStanding& village : standing.villages)
    to_come.push_back(village.to_move - village.refused - village.arrivedSum());
  for (const OrderedRow& row : plan.rows) {
    const std::string& shelter = plan.shelters[row.shelter].uuid;
    const auto& arrived = standing.villages[row.village].arrived;
    const auto there = arrived.find(shelter);
    const std::int64_t open = row.people - (there == arrived.end() ? 0 : there->second);
    const std::int64_t coming = std::clamp<std::int64_t>(open, 0, std::max<std::int64_t>(0, to_come[row.village]));
    expected[shelter] += coming;
    to_come[row.village] -= coming;
  }
  std::erase_if(expected, [](const auto& one) { return one.second == 0; });
  return expected;
}

EvacuationStanding beforeTheFirst(const OrderedPlan& plan) {
  EvacuationStanding standing;
  for (const OrderedVillage& village : plan.villages) {
    standing.villages.emplace_back();
    standing.villages.back().to_move = village.people;
  }
  return standing;
}

Result<void> checkEvent(const OrderedPlan& plan, const EvacuationStanding& standing, const EvacuationEvent& event) {
  if (event.actor.empty()) return fail(ErrorCode::kInvalidArgument, "author", "who says so is needed");
  if (standing.ended_utc_ms) return fail(ErrorCode::kInvalidArgument, "evacuation", "it has ended");
  if (event.kind == EventKind::kEnded) return {};
  const auto place = villagePlace(plan, event.village_code);
  if (!place) return fail(ErrorCode::kUnknownName, event.village_code, "no village of this evacuation");
  const std::string& name = plan.villages[*place].name;
  const auto wrong = [&](std::string why) { return fail(ErrorCode::kInvalidArgument, name, std::move(why)); };
  constexpr std::int64_t kVillagePeopleAtMost = 10'000'000;
  if (event.people < 0) return wrong("people below zero");
  if (event.people > kVillagePeopleAtMost) return wrong("more people than a village can have");
  if (event.kind == EventKind::kArrived && event.shelter_uuid.empty()) return wrong("at which shelter is needed");
  if (event.kind != EventKind::kArrived && !event.shelter_uuid.empty()) return wrong("only who arrives has a shelter");
  const VillageStanding next = after(standing.villages[*place], event);
  // Sums of numbers that a person typed: compared without adding up beyond what a number can hold.
  if (next.moved > next.to_move || next.refused > next.to_move - next.moved)
    return wrong(fmt::format("{} moved and {} refused are more than the {} to move; correct that number first",
                             next.moved, next.refused, next.to_move));
  std::int64_t rest = next.moved;
  for (const auto& [shelter, people] : next.arrived) {
    if (people > rest)
      return wrong(fmt::format("more have arrived than have moved ({}); correct that number first", next.moved));
    rest -= people;
  }
  return {};
}

void apply(const OrderedPlan& plan, EvacuationStanding& standing, const EvacuationEvent& event) {
  if (event.kind == EventKind::kEnded) {
    standing.ended_utc_ms = event.at_utc_ms;
    return;
  }
  if (const auto place = villagePlace(plan, event.village_code))
    standing.villages[*place] = after(std::move(standing.villages[*place]), event);
}

Result<EvacuationStanding> standingOf(const OrderedPlan& plan, const std::vector<EvacuationEvent>& events,
                                      std::optional<std::int64_t> as_of_utc_ms) {
  EvacuationStanding standing = beforeTheFirst(plan);
  for (const EvacuationEvent& event : events) {
    if (as_of_utc_ms && event.at_utc_ms > *as_of_utc_ms) break;
    if (auto good = checkEvent(plan, standing, event); !good)
      return fail(ErrorCode::kDamagedFile, "evacuation", fmt::format("event {}: {}", event.seq, good.error().detail));
    apply(plan, standing, event);
  }
  return standing;
}

}  // namespace gis::evacuation
