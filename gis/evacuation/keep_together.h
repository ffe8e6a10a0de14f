// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

#include "gis/evacuation/transport.h"

namespace gis::evacuation {

// Why a village does not go to one shelter.
enum class SplitReason {
  kNone,           // it does, or nobody of it finds a place
  kNoneHoldsIt,    // no shelter it can drive to has room for all of it beside the others
  kOthersLoseOut,  // keeping it together would leave more people without a place
};

struct KeptVillage {
  SplitReason split = SplitReason::kNone;
  std::int64_t largest_room = 0;  // of one shelter it can drive to, when kNoneHoldsIt
};

struct KeptTogether {
  TransportAnswer answer;             // as many people of each danger have a place as in the optimum
  std::vector<KeptVillage> villages;  // by village
  std::int64_t extra_person_ms = 0;   // what keeping together costs more than the optimum
};

// Puts together the villages that the optimum splits, the worst danger and the most people first: into the nearest
// shelter that has room for all, else into one that gets room when villages in it move, each whole, to another with
// room for it. Nobody loses a place by it. A heuristic (the whole problem is the generalised assignment problem,
// NP-hard: M. L. Fisher, R. Jaikumar, L. N. Van Wassenhove, Management Science 32(9), 1986); the cost is told. Fails as
// cheapestTransport() does. Any thread.
Result<KeptTogether> keepTogether(const TransportProblem& problem, const TransportAnswer& optimum,
                                  const CancelToken& cancel = {});

}  // namespace gis::evacuation
