// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/evacuation/isolated.h"
#include "gis/evacuation/keep_together.h"
#include "gis/evacuation/travel_matrix.h"

namespace gis::evacuation {

// Who of a village moves.
enum class PeopleRule {
  kInside,        // those who live inside the area, by census points (by share of the area where there are none)
  kWholeVillage,  // all of a village of which anybody lives inside
};

// A village (行政村) with people to move.
struct Village {
  std::string code, name;  // 12 digits
  std::int64_t people = 0, households = 0;
  std::int64_t population = 0;  // of the whole village
  int danger = 0;               // place of the hazard's class, 0 the worst
  LonLat where;
  std::optional<MapXY> at;  // none: its position is not known
};

// A shelter (避难场所) of the census.
struct Shelter {
  std::int64_t fid = 0;
  std::string uuid, name;
  int shelter_class = 0;  // code_shelter_class
  std::int64_t capacity = 0, taken = 0;
  LonLat where;
  MapXY at;
  bool in_hazard = false;
  std::int64_t freePlaces() const { return in_hazard || taken >= capacity ? 0 : capacity - taken; }
};

struct EvacuationTask {
  std::vector<Village> villages;
  std::vector<Shelter> shelters;
  PeopleRule rule = PeopleRule::kInside;
};

// Why a row goes where it goes.
enum class RowReason {
  kNearest,     // the fastest safe shelter to get to
  kNearerFull,  // faster ones have no room for it beside the others
};

struct PlanRow {
  std::uint32_t village, shelter;
  std::int64_t people;
  TravelMs travel_ms;
  RowReason reason = RowReason::kNearest;
  std::vector<std::uint32_t> nearer;                // safe ones that are faster, at most three
  std::optional<std::uint32_t> nearer_in_hazard{};  // the fastest of those inside the area that would be faster
};

enum class LeftReason { kNoPosition, kNoRoad, kCutOff, kNoRoom };
struct LeftRow {
  std::uint32_t village;
  std::int64_t people;
  LeftReason reason;
  std::vector<std::size_t> closures{};  // that cut it off
};

struct EvacuationPlan {
  std::vector<PlanRow> rows;          // by danger, then village, then shelter
  std::vector<LeftRow> left;          // people for whom there is no place; never hidden
  std::vector<KeptVillage> villages;  // whether and why a village is split
  std::vector<Isolated> isolated;     // villages by place in the task
  std::int64_t people = 0, placed = 0;
  std::int64_t optimum_person_ms = 0, extra_person_ms = 0;  // the cheapest flow, and what keeping together adds
  TravelMs longest_ms = 0;
};

// What cannot be planned with. Fails with kInvalidArgument (subject: the village or shelter): a number below zero, more
// households than people, a code or uuid that is missing or comes twice; kNoData: no village, no shelter at all, all
// shelters inside the area.
Result<void> checkTask(const EvacuationTask& task);

// Sends people to shelters outside the hazard with free places, on roads that are open: cheapestTransport(), then
// keepTogether(). Fails as these do, as checkTask() does, and with kCancelled. Any thread.
Result<EvacuationPlan> planEvacuation(const EvacuationTask& task, const TravelMatrix& matrix,
                                      const CancelToken& cancel = {});

// The whole way from a task to a plan: travel times under the closures, who is cut off, the plan. Fails as its parts.
Result<EvacuationPlan> planOnRoads(const EvacuationTask& task, RoadGraphPtr graph, const Vehicle& vehicle,
                                   const std::vector<NamedClosure>& closures, double off_road_m = 2000,
                                   const CancelToken& cancel = {});

// The ways of a plan's rows in its order, in map metres, along the road; empty where a row has none. One search a
// shelter that is used. Any thread; a cancelled one has the lines so far.
std::vector<std::vector<MapXY>> planWays(const EvacuationPlan& plan, const EvacuationTask& task, RoadGraphPtr graph,
                                         const Vehicle& vehicle, const std::vector<NamedClosure>& closures,
                                         double off_road_m = 2000, const CancelToken& cancel = {});

}  // namespace gis::evacuation
