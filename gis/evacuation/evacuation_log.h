// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/network/shortest_paths.h"
#include "gis/vector/feature_columns.h"

namespace gis::evacuation {

// What is ordered, as it is kept: names and numbers of that day, so that a census corrected later changes nothing.
struct OrderedVillage {
  std::string code, name;
  std::int64_t people = 0, households = 0;
  int danger = 0;
  LonLat where;
  std::string cut_off_by;  // names of closures; empty: it is not cut off
  std::string split;       // "", "none_holds_it", "others_lose_out"
};
struct OrderedShelter {
  std::string uuid, name;
  std::int64_t capacity = 0, taken = 0;  // `taken` by others when it was ordered
  LonLat where;
};
struct OrderedRow {
  std::uint32_t village = 0, shelter = 0;
  std::int64_t people = 0;
  TravelMs travel_ms = 0;
};
// What closed roads when it was ordered, as it was then: a point, lines, or the rings of an area.
struct OrderedClosure {
  std::string name;
  GeometryKind kind = GeometryKind::kPoint;
  std::vector<std::vector<LonLat>> parts;
};
struct OrderedPlan {
  std::vector<OrderedVillage> villages;
  std::vector<OrderedShelter> shelters;  // those outside the hazard
  std::vector<OrderedRow> rows;
  std::string hazard_geojson;  // of the area
  std::string hazard_words;    // what it is, as it was chosen
  bool whole_villages = false;
  std::vector<OrderedClosure> closures;  // none as well: it was ordered before they were kept
};

enum class EventKind { kCounted, kMoved, kRefused, kArrived, kEnded };
std::string_view kindName(EventKind kind);
std::optional<EventKind> kindNamed(std::string_view name);

// What somebody ticks off. `people` is the number as it stands from then on, not what was added: a number typed again
// is the correction of the one before.
struct EvacuationEvent {
  std::int64_t seq = 0;        // given by the store
  std::int64_t at_utc_ms = 0;  // given by the store
  EventKind kind = EventKind::kMoved;
  std::string village_code;  // empty: kEnded
  std::string shelter_uuid;  // kArrived only
  std::int64_t people = 0;
  std::string actor, words;
};

// A village while it is carried out. Always: moved + refused <= to_move, arrived <= moved, none below zero.
struct VillageStanding {
  std::int64_t to_move = 0, moved = 0, refused = 0;
  std::map<std::string, std::int64_t> arrived;  // by shelter
  std::int64_t last_utc_ms = 0;                 // of the last tick; 0: none
  std::int64_t arrivedSum() const;
  std::int64_t residual() const { return to_move - moved - refused; }  // who is still there
  std::int64_t onTheWay() const { return moved - arrivedSum(); }
};

struct EvacuationTotals {
  std::int64_t to_move = 0, moved = 0, refused = 0, arrived = 0;
  std::int64_t residual() const { return to_move - moved - refused; }
};

struct EvacuationStanding {
  std::vector<VillageStanding> villages;  // as in the plan
  std::optional<std::int64_t> ended_utc_ms;
  EvacuationTotals totals() const;
  // Who has arrived, by shelter.
  std::map<std::string, std::int64_t> arrivedByShelter() const;
};

// How many people a shelter is to hold of this evacuation: those that have arrived, and of the rows those that have not
// arrived anywhere yet. Nothing when it has ended.
std::map<std::string, std::int64_t> expectedByShelter(const OrderedPlan& plan, const EvacuationStanding& standing);

EvacuationStanding beforeTheFirst(const OrderedPlan& plan);
// Fails with kInvalidArgument (subject: the village; detail: why): below zero, nobody says so, more moved and refused
// than are to move, fewer than have moved or arrived, after the end; kUnknownName: no such village. Pure.
Result<void> checkEvent(const OrderedPlan& plan, const EvacuationStanding& standing, const EvacuationEvent& event);
// Adds an event that checkEvent() lets pass.
void apply(const OrderedPlan& plan, EvacuationStanding& standing, const EvacuationEvent& event);
// Events in their order, up to a moment. Fails with kDamagedFile when one does not fit the others.
Result<EvacuationStanding> standingOf(const OrderedPlan& plan, const std::vector<EvacuationEvent>& events,
                                      std::optional<std::int64_t> as_of_utc_ms = {});

std::string orderedText(const OrderedPlan& plan);  // JSON
// Fails with kDamagedFile.
Result<OrderedPlan> orderedOf(const std::string& text);

}  // namespace gis::evacuation
