// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <vector>

#include "gis/core/error.h"

namespace gis::flood {

struct CurvePoint {
  double level_m = 0;
  double storage_m3 = 0;
  std::optional<double> outflow_m3_per_s = {};  // of spillway and gates at this level
};

// A reservoir's storage curve 水位库容曲线 (SL 323 ST_ZVARL_B), straight between its points: going from level to
// storage and back is exact. Immutable.
class StorageCurve {
 public:
  StorageCurve() = default;
  // Fails with kNoData (fewer than two points), kInvalidArgument (levels or storages that do not rise, outflows that
  // fall, a value that is no number); the detail names the level.
  static Result<StorageCurve> create(std::vector<CurvePoint> points);

  // kOutOfRange outside the curve: nothing is extrapolated.
  Result<double> storageAt(double level_m) const;
  Result<double> levelAt(double storage_m3) const;
  Result<double> outflowAt(double level_m) const;
  bool hasOutflow() const;
  bool empty() const { return m_points.empty(); }
  const std::vector<CurvePoint>& points() const { return m_points; }

 private:
  std::vector<CurvePoint> m_points;
};

// Hours until a free storage is filled by what comes in more than goes out; nothing while the water does not rise.
// Fails with kOutOfRange for negative flows or storage.
Result<std::optional<double>> hoursUntilFull(double free_m3, double inflow_m3_per_s, double outflow_m3_per_s);

}  // namespace gis::flood
