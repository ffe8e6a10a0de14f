// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/coordinate_system.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "gis/core/coords.h"
#include "gis/geo/crs_info.h"
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

// A neighbouring zone is stretched, but right; ten degrees further the numbers are of no use to anyone.
bool far(const gis::LonLatBox& area, gis::Projector::XY lon_lat) {
  constexpr double kFarDeg = 10;
  return lon_lat.x < area.west_deg - kFarDeg || lon_lat.x > area.east_deg + kFarDeg ||
         lon_lat.y < area.south_deg - kFarDeg || lon_lat.y > area.north_deg + kFarDeg;
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

SystemConverter::SystemConverter(NamedSystem from, NamedSystem to, gis::Projector projector,
                                 std::optional<gis::LonLatBox> area)
    : m_from(std::move(from)), m_to(std::move(to)), m_projector(std::move(projector)), m_area(area) {}

gis::Result<SystemConverter> SystemConverter::create(const std::string& from, const std::string& to) {
  NamedSystem source = namedSystem(from), target = namedSystem(to);
  auto projector = gis::Projector::create(source.crs, target.crs);
  if (!projector) return std::unexpected(projector.error());
  std::optional<gis::LonLatBox> area;
  if (projector->sourceIsGeographic() != projector->targetIsGeographic())
    if (const auto info = gis::describeCrs(projector->sourceIsGeographic() ? target.crs : source.crs))
      area = info->area;
  return SystemConverter(std::move(source), std::move(target), std::move(*projector), area);
}

gis::Result<gis::Projector::XY> SystemConverter::convert(gis::Projector::XY from) const {
  const auto outside = [given = from](const char* why) {
    return gis::fail(gis::ErrorCode::kOutOfRange, fmt::format("{} {}", given.x, given.y), why);
  };
  if (!std::isfinite(from.x) || !std::isfinite(from.y)) return outside("");
  if (fromGeographic() && (std::abs(from.x) > 360 || std::abs(from.y) > 90))
    return outside("longitude comes first, latitude second, both in degrees");
  const gis::LonLat plain = unshift(m_from.shift, {from.x, from.y});
  if (m_from.shift != WebShift::kNone) from = {plain.lon_deg, plain.lat_deg};
  auto to = m_projector.forward(from);
  if (to && m_area && far(*m_area, fromGeographic() ? from : *to))
    return outside(fromGeographic()
                       ? "far from the area that the target system is made for"
                       : "easting comes first, northing second; these lie far from the area of their system");
  if (!to || m_to.shift == WebShift::kNone) return to;
  const gis::LonLat moved = shifted(m_to.shift, {to->x, to->y});
  return gis::Projector::XY{moved.lon_deg, moved.lat_deg};
}

bool SystemConverter::fromGeographic() const { return m_projector.sourceIsGeographic(); }
bool SystemConverter::toGeographic() const { return m_projector.targetIsGeographic(); }

}  // namespace app
