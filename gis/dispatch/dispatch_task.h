// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis::dispatch {

// A kind of truck and how many of it stand ready.
struct Truck {
  std::string kind;
  double payload_kg = 0;
  double volume_m3 = 0;
  std::int64_t count = 0;  // 0: as many as are needed (hired)
};

// A place that holds stock (物资库). One that names no trucks uses those of the options.
struct Depot {
  std::string id;
  std::string name;
  MapXY at;
  std::vector<Truck> trucks = {};
};

// What a depot has of an item and may be sent: neither reserved, nor expired, nor on loan. Lines of the same depot and
// item add up; the weight and volume of one unit are those of the first line. 0: unknown, it then fills no truck.
struct StockLine {
  std::string depot;
  std::string item;
  std::int64_t usable = 0;
  double weight_kg = 0;
  double volume_m3 = 0;
};

// Who needs what, where and until when. Priority 1 comes before 2.
struct Request {
  std::string id;
  std::string place;
  MapXY at;
  std::string item;
  std::int64_t quantity = 0;
  std::optional<std::int64_t> deadline_utc_ms = {};  // none: whenever it comes
  int priority = 1;
};

// What a depot does that cannot arrive before the deadline.
enum class LatePolicy {
  kSendLate,  // it sends what nobody can bring in time, and the row says how late
  kLeaveOut,  // it sends nothing to that place
};

// How often a truck of a depot that names its trucks drives.
enum class TruckRounds {
  kAgain,  // when it is back it goes again, and what comes late by that is said
  kOnce,   // what finds no truck stays, is looked for in other depots, and the row says that trucks are short
};

struct DispatchOptions {
  std::int64_t now_utc_ms = 0;
  // From the order to the wheels' turning. An assumption of the office, told with every plan; no source.
  std::int64_t loading_ms = 30 * 60'000;
  LatePolicy late = LatePolicy::kSendLate;
  TruckRounds rounds = TruckRounds::kAgain;
  // For depots that name no trucks of their own. An assumption as well: a medium lorry.
  std::vector<Truck> hired = {{"hired", 10'000, 40, 0}};
};

struct DispatchTask {
  std::vector<Depot> depots;
  std::vector<StockLine> stock;
  std::vector<Request> requests;
};

// The most units of one item in one task, asked for or in stock: sums of units x milliseconds then fit 63 bits.
inline constexpr std::int64_t kMostUnits = 1'000'000'000;

// What cannot be planned with at all. Fails with kInvalidArgument (subject: the request, depot or item; detail: what is
// wrong): a quantity that is not above zero, stock below zero, an id that is missing or comes twice, a position that is
// no number, a truck without payload or volume, a negative weight; kUnknownName: stock of a depot that is not there;
// kOutOfRange: more than kMostUnits. Things that a plan can answer (an item nobody has, a place without a road, a
// deadline that has passed) are no errors but rows of the plan. Any thread.
Result<void> checkTask(const DispatchTask& task, const DispatchOptions& options);

}  // namespace gis::dispatch
