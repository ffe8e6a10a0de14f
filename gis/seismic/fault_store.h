// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/coords.h"
#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis::seismic {

// A fault of the register (断层).
struct Fault {
  std::int64_t fid = 0;
  std::string uuid, name;
  int age = 4;    // code_fault_age
  int sense = 9;  // code_fault_sense
  std::string dip_direction;
  std::optional<double> dip_deg, slip_mm_per_a;
  bool buried = false;
  double length_m = 0;
  std::string figures_source;
  std::vector<LonLat> line;
  double strike_deg = 0;  // of the chord from end to end, 0 to below 180
};

// A fault and how far it is.
struct NearFault {
  Fault fault;
  double dist_m = 0;
  LonLat nearest;  // on its trace
};

// A building within a distance of a fault's trace.
struct BuildingNearFault {
  std::int64_t fid = 0;
  std::string uuid, division_code, division_name;
  LonLat where;
  int structure = 0, storeys = 1, use = 9;
  int residents = 0;
  double footprint_m2 = 0;
  bool seismic_designed = false;
  double dist_m = 0;  // of its outline; 0: it straddles the trace
};

// Reads faults and what stands beside them. Distances are measured on a plane that touches the ellipsoid at the place:
// 0.1 percent within 50 km. One thread, one connection.
class FaultStore {
 public:
  explicit FaultStore(const Database& db) : m_db(db) {}
  Result<std::vector<Fault>> faults() const;
  // By distance, nearest first.
  Result<std::vector<NearFault>> near(LonLat place, std::size_t at_most) const;
  // By distance. Polls `cancel` once a segment of the trace. Fails with kOutOfRange unless 0 < dist_m <= 5000.
  Result<std::vector<BuildingNearFault>> buildingsNear(const Fault& fault, double dist_m,
                                                       const CancelToken& cancel = {}) const;

 private:
  const Database& m_db;
};

}  // namespace gis::seismic
