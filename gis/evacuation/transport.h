// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/network/shortest_paths.h"

namespace gis::evacuation {

// People of villages (takers of places), room of shelters, and the travel time between them; kImpassable: no way.
// `danger` is 0 for the worst; whoever is in greater danger gets a place first.
struct TransportProblem {
  std::vector<std::int64_t> people;
  std::vector<int> danger;  // by village
  std::vector<std::int64_t> room;
  std::vector<TravelMs> ms;  // village after village, by shelter
  TravelMs at(std::size_t village, std::size_t shelter) const { return ms[village * room.size() + shelter]; }
};

struct TransportMove {
  std::uint32_t village, shelter;
  std::int64_t people;
  friend bool operator==(const TransportMove&, const TransportMove&) = default;
};

struct TransportAnswer {
  std::vector<TransportMove> moves;  // by village, then shelter
  std::vector<std::int64_t> left;    // by village: people without a place
  std::int64_t person_ms = 0;        // people x milliseconds of all moves
};

// The most people sent to a place, those of the worst danger first, and of all ways to do so the one with the least
// people x milliseconds. Exact in whole numbers. Solved by the primal network simplex of LEMON 1.3 (B. Dezso, A.
// Juttner, P. Kovacs, ENTCS 264(5), 2011) on the nearest shelters of each village; what the duals say would be cheaper
// is added until nothing is (column generation: L. R. Ford, D. R. Fulkerson, Management Science 5(1), 1958), so that
// the answer is that of all pairs. Fails with kInvalidArgument (negative numbers, sizes that do not fit), kOutOfRange
// (more than 100 million people or numbers whose sums exceed 62 bits), kCancelled. Any thread.
Result<TransportAnswer> cheapestTransport(const TransportProblem& problem, const CancelToken& cancel = {});

// People left by danger, the worst first: what cheapestTransport() makes as small as it can, in this order.
std::vector<std::int64_t> leftByDanger(const TransportProblem& problem, std::span<const std::int64_t> left);

}  // namespace gis::evacuation
