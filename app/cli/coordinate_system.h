// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>

#include "gis/core/error.h"
#include "gis/geo/projector.h"

namespace app {

// The systems a person may name on the command line: what PROJ reads ("EPSG:4547", WKT), the short names "cgcs2000" and
// "wgs84", and the shifted ones of Chinese web maps, "gcj02" and "bd09", which PROJ does not know.
enum class WebShift { kNone, kGcj02, kBd09 };
struct NamedSystem {
  std::string crs;  // for PROJ; EPSG:4490 for the shifted ones
  WebShift shift = WebShift::kNone;
};
NamedSystem namedSystem(const std::string& name);

// Converts between two such systems, always x (longitude or easting) first. One thread.
class SystemConverter {
 public:
  // Fails with kUnknownCrs, naming the one PROJ does not know.
  static gis::Result<SystemConverter> create(const std::string& from, const std::string& to);
  // Fails with kOutOfRange: outside the projection's reach, degrees beyond 180 and 90, or so far from the area that the
  // projected system is made for that the numbers must be exchanged or of another system.
  gis::Result<gis::Projector::XY> convert(gis::Projector::XY from) const;
  bool fromGeographic() const;
  bool toGeographic() const;

 private:
  SystemConverter(NamedSystem from, NamedSystem to, gis::Projector projector, std::optional<gis::LonLatBox> area);
  NamedSystem m_from;
  NamedSystem m_to;
  gis::Projector m_projector;
  std::optional<gis::LonLatBox> m_area;  // of the one system that is projected, when just one is
};

}  // namespace app
