// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <span>
#include <string>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

// Converts coordinates between two reference systems by PROJ, always in x-y order (longitude or easting first).
// CRS are given as anything PROJ reads: "EPSG:4490", WKT, PROJ strings. Owns its PROJ context: one thread per object,
// cheap to move, about 1 ms to make.
class Projector {
 public:
  static Result<Projector> create(const std::string& from_crs, const std::string& to_crs);
  Projector(Projector&&) noexcept;
  Projector& operator=(Projector&&) noexcept;
  ~Projector();

  struct XY {
    double x, y;  // degrees or metres as the CRS has it
  };
  // Fails with kOutOfRange where PROJ has no answer.
  Result<XY> forward(XY from) const;
  Result<XY> inverse(XY to) const;
  // In place, x0,y0,x1,y1 ...; points without an answer become infinite. Uses a polynomial fitted to PROJ over the
  // points' extent when that is faster and its checked error is at most 1 mm, PROJ itself otherwise.
  void forwardAll(std::span<double> xy) const;

  bool sourceIsGeographic() const;
  bool targetIsGeographic() const;

 private:
  struct Impl;
  explicit Projector(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> m_impl;
};

// The 3-degree Gauss-Krueger zone of CGCS2000 (without zone prefix, e.g. "EPSG:4547" for 114 E) that fits an extent
// best: the zone of its centre. Fails with kOutOfRange outside China's zones (75 E - 135 E).
Result<std::string> gaussKruegerZoneFor(const LonLatBox& extent);

}  // namespace gis
