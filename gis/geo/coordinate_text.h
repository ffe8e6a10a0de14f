// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "gis/core/coords.h"
#include "gis/core/error.h"

namespace gis {

enum class CoordinateForm : std::uint8_t { kDecimalDegrees, kDegreesMinutesSeconds, kProjected };
// The system the typed numbers are in. CGCS2000 stands for WGS 84 too.
enum class CoordinateDatum : std::uint8_t { kCgcs2000, kGcj02, kBd09 };
enum class AxisOrder : std::uint8_t { kEastFirst, kNorthFirst };
// How the order of the two numbers was known.
enum class OrderReason : std::uint8_t { kMarked, kPlausible, kAssumed };

// A position that a person typed, with all that was understood on the way, so that it can be said back to them.
struct TypedCoordinate {
  LonLat position;  // CGCS2000
  CoordinateForm form = CoordinateForm::kDecimalDegrees;
  CoordinateDatum datum = CoordinateDatum::kCgcs2000;
  AxisOrder order = AxisOrder::kEastFirst;
  OrderReason order_reason = OrderReason::kAssumed;
  LonLat typed;               // degrees as typed, in `datum`; equals position unless datum is shifted
  std::string projected_crs;  // only for kProjected
  MapXY projected;            // only for kProjected: easting (with zone number if typed so), northing
};

// Reads one position out of free text:
//   decimal degrees in either order      113.11, 36.19     36.19N 113.11E     东经113.11 北纬36.19
//   degrees, minutes, seconds            113°06'48.8"E 36°11'28"N   东经113度6分48.8秒,北纬36度11分28秒   36 11 28 N
//   113 6 48 E Gauss-Krueger metres in either order 38420267.254, 4007112.823  420267 4007112   EPSG:4546 690118
//   4008819 marked web-map systems               GCJ02 / 高德 / 腾讯 113.120222,36.19128   BD09 / 百度
//   113.126764,36.19711
// Full-width digits and punctuation are read like ASCII. Eastings without zone number are taken in `map_crs`.
// Fails with kInvalidArgument (detail says what was not understood) or kOutOfRange. Pure; any thread.
Result<TypedCoordinate> parseCoordinate(std::string_view text, const std::string& map_crs = "EPSG:4547");

// "113.113556°E 36.191112°N"
std::string formatDecimal(LonLat p, int digits = 6);
// "113°06′48.80″E 36°11′28.00″N"; seconds never show as 60.
std::string formatDms(LonLat p, int second_digits = 2);

}  // namespace gis
