// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/dispatch/truck_loading.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace gis::dispatch {
namespace {

// Forgives the rounding of sums of weights such as 0.1 kg.
constexpr double kSlackRatio = 1 + 1e-9;

std::int64_t unitsThatFit(double room, double each) {
  if (!(each > 0)) return std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(std::floor(room * kSlackRatio / each), 1e15));
}

std::int64_t unitsThatFit(const Truck& truck, const Trip& trip, const Load& load) {
  return std::min(unitsThatFit(truck.payload_kg - trip.weight_kg, load.weight_kg),
                  unitsThatFit(truck.volume_m3 - trip.volume_m3, load.volume_m3));
}

// A truck that has been used: where in its life it is.
struct UsedTruck {
  std::size_t kind;
  std::int64_t number;
  int rounds;
  std::int64_t free_utc_ms;
};

class Yard {
 public:
  Yard(std::size_t depot, std::span<const Truck> trucks, std::int64_t now_utc_ms, std::int64_t loading_ms)
      : m_depot(depot),
        m_trucks(trucks),
        m_taken(trucks.size(), 0),
        m_now_utc_ms(now_utc_ms),
        m_loading_ms(loading_ms) {}

  // Sends a truck with as much as fits of the loads [first, ...) that go to the first one's place. False: none can.
  bool send(std::vector<Load>& loads, std::size_t first, std::vector<Trip>& trips) {
    const auto chosen = choose(loads, first);
    if (!chosen) return false;
    const Truck& truck = m_trucks[chosen->kind];
    Trip trip;
    trip.depot = m_depot, trip.truck = truck.kind, trip.number = chosen->number, trip.round = chosen->rounds + 1;
    std::int64_t drive_ms = 0;
    for (std::size_t i = first; i < loads.size(); ++i) {
      Load& load = loads[i];
      if (load.place != loads[first].place || load.units == 0) continue;
      const std::int64_t units = std::min(load.units, unitsThatFit(truck, trip, load));
      if (units <= 0) continue;
      load.units -= units;
      trip.weight_kg += static_cast<double>(units) * load.weight_kg;
      trip.volume_m3 += static_cast<double>(units) * load.volume_m3;
      trip.loads.push_back({load.shipment, units});
      drive_ms = std::max(drive_ms, load.drive_ms);
    }
    trip.leave_utc_ms = chosen->free_utc_ms + m_loading_ms;
    trip.arrive_utc_ms = trip.leave_utc_ms + drive_ms;
    keep({chosen->kind, chosen->number, trip.round, trip.arrive_utc_ms + m_loading_ms + drive_ms});
    trips.push_back(std::move(trip));
    return true;
  }

 private:
  bool takesAll(const Truck& truck, const std::vector<Load>& loads, std::size_t first) const {
    double weight_kg = 0, volume_m3 = 0;
    for (std::size_t i = first; i < loads.size(); ++i)
      if (loads[i].place == loads[first].place) {
        weight_kg += static_cast<double>(loads[i].units) * loads[i].weight_kg;
        volume_m3 += static_cast<double>(loads[i].units) * loads[i].volume_m3;
      }
    return weight_kg <= truck.payload_kg * kSlackRatio && volume_m3 <= truck.volume_m3 * kSlackRatio;
  }

  // Free first; then what takes all, the smallest; then the largest.
  std::optional<UsedTruck> choose(const std::vector<Load>& loads, std::size_t first) const {
    std::optional<UsedTruck> best;
    bool best_all = false;
    const auto offer = [&](const UsedTruck& truck) {
      const Truck& kind = m_trucks[truck.kind];
      if (unitsThatFit(kind, {}, loads[first]) < 1) return;
      const bool all = takesAll(kind, loads, first);
      if (best) {
        if (truck.free_utc_ms != best->free_utc_ms) {
          if (truck.free_utc_ms > best->free_utc_ms) return;
        } else if (all != best_all) {
          if (!all) return;
        } else {
          const double mine_kg = kind.payload_kg, other_kg = m_trucks[best->kind].payload_kg;
          if (all ? mine_kg >= other_kg : mine_kg <= other_kg) return;
        }
      }
      best = truck, best_all = all;
    };
    for (std::size_t kind = 0; kind < m_trucks.size(); ++kind)
      if (m_trucks[kind].count == 0 || m_taken[kind] < m_trucks[kind].count)
        offer({kind, m_taken[kind] + 1, 0, m_now_utc_ms});
    for (const UsedTruck& truck : m_used) offer(truck);
    return best;
  }

  void keep(const UsedTruck& truck) {
    if (truck.rounds == 1) ++m_taken[truck.kind];
    if (m_trucks[truck.kind].count == 0) return;  // hired: another one goes
    for (UsedTruck& used : m_used)
      if (used.kind == truck.kind && used.number == truck.number) {
        used = truck;
        return;
      }
    m_used.push_back(truck);
  }

  std::size_t m_depot;
  std::span<const Truck> m_trucks;
  std::vector<std::int64_t> m_taken;  // by kind: how many have been used
  std::vector<UsedTruck> m_used;
  std::int64_t m_now_utc_ms, m_loading_ms;
};

}  // namespace

bool fitsSomeTruck(std::span<const Truck> trucks, double weight_kg, double volume_m3) {
  return std::ranges::any_of(trucks, [&](const Truck& truck) {
    return weight_kg <= truck.payload_kg * kSlackRatio && volume_m3 <= truck.volume_m3 * kSlackRatio;
  });
}

Result<std::vector<Trip>> loadTrucks(std::size_t depot, std::span<const Truck> trucks, std::vector<Load> loads,
                                     std::int64_t now_utc_ms, std::int64_t loading_ms) {
  std::vector<Trip> trips;
  Yard yard(depot, trucks, now_utc_ms, loading_ms);
  for (std::size_t first = 0; first < loads.size(); ++first)
    while (loads[first].units > 0) {
      if (trips.size() >= kMostTrips) return fail(ErrorCode::kOutOfRange, "trucks", "more than 100000 trips");
      if (!yard.send(loads, first, trips))
        return fail(ErrorCode::kInvalidArgument, "trucks", "one unit fits into no truck");
    }
  return trips;
}

}  // namespace gis::dispatch
