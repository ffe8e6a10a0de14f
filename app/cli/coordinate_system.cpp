// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/coordinate_system.h"

#include <algorithm>
#include <cctype>
#include <cmath>

#include "gis/core/coords.h"
#include "gis/geo/gcj02.h"

namespace app {
namespace {

gis::LonLat unshift(WebShift shift, gis::LonLat p) {
  switch (shift) {
    case WebShift::kGcj02:
      return gis::gcj02ToWgs84(p);
    case WebShift::kBd09:
      return gis::gcj02ToWgs84(gis::bd09ToGcj02(p));
    case WebShift::kNone:
      break;
  }
  return p;
}

gis::LonLat shifted(WebShift shift, gis::LonLat p) {
  switch (shift) {
    case WebShift::kGcj02:
      return gis::wgs84ToGcj02(p);
    case WebShift::kBd09:
      return gis::gcj02ToBd09(gis::wgs84ToGcj02(p));
    case WebShift::kNone:
      break;
  }
  return p;
}

}  // namespace

NamedSystem namedSystem(const std::string& name) {
  std::string plain;
  for (const char c : name)
    if (c != '-' && c != '_' && c != ' ') plain += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (plain == "gcj02") return {"EPSG:4490", WebShift::kGcj02};
  if (plain == "bd09") return {"EPSG:4490", WebShift::kBd09};
  if (plain == "cgcs2000") return {"EPSG:4490", WebShift::kNone};
  if (plain == "wgs84") return {"EPSG:4326", WebShift::kNone};
  return {name, WebShift::kNone};
}

SystemConverter::SystemConverter(NamedSystem from, NamedSystem to, gis::Projector projector)
    : m_from(std::move(from)), m_to(std::move(to)), m_projector(std::move(projector)) {}

gis::Result<SystemConverter> SystemConverter::create(const std::string& from, const std::string& to) {
  NamedSystem source = namedSystem(from), target = namedSystem(to);
  auto projector = gis::Projector::create(source.crs, target.crs);
  if (!projector) return std::unexpected(projector.error());
  return SystemConverter(std::move(source), std::move(target), std::move(*projector));
}

gis::Result<gis::Projector::XY> SystemConverter::convert(gis::Projector::XY from) const {
  const bool degrees_ok = std::abs(from.x) <= 360 && std::abs(from.y) <= 90;
  if (!std::isfinite(from.x) || !std::isfinite(from.y) || (fromGeographic() && !degrees_ok))
    return gis::fail(gis::ErrorCode::kOutOfRange, std::to_string(from.x) + " " + std::to_string(from.y),
                     fromGeographic() ? "longitude comes first, latitude second, both in degrees" : "");
  const gis::LonLat plain = unshift(m_from.shift, {from.x, from.y});
  if (m_from.shift != WebShift::kNone) from = {plain.lon_deg, plain.lat_deg};
  auto to = m_projector.forward(from);
  if (!to || m_to.shift == WebShift::kNone) return to;
  const gis::LonLat moved = shifted(m_to.shift, {to->x, to->y});
  return gis::Projector::XY{moved.lon_deg, moved.lat_deg};
}

bool SystemConverter::fromGeographic() const { return m_projector.sourceIsGeographic(); }
bool SystemConverter::toGeographic() const { return m_projector.targetIsGeographic(); }

}  // namespace app
