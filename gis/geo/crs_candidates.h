// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/core/coords.h"

namespace gis {

enum class Datum { kCgcs2000, kWgs84, kXian80, kBeijing54 };
enum class CrsForm {
  kLonLat,        // longitude and latitude
  kGaussKrueger,  // 3 or 6 degree zone, easting 500 km at the central meridian, with or without the zone's number
                  // before
  kUtm,
  kWebMercator,
};
enum class Plausibility { kNear, kInChina, kNowhere };

// A reference system a file without one may be in.
struct CrsCandidate {
  std::string crs;  // "EPSG:4547"
  Datum datum = Datum::kCgcs2000;
  CrsForm form = CrsForm::kLonLat;
  int zone_width_deg = 0;  // 3 or 6
  int zone = 0;            // 0: coordinates without a zone number
  int central_meridian_deg = 0;
  Plausibility plausibility = Plausibility::kNowhere;
};

// All systems that are usual in China, the most likely first: those that place `extent` (the file's own numbers, x
// first) near `near`, then those that place it in China, then the rest; among equals CGCS2000 before WGS 84 before the
// old datums. An empty `extent` says nothing: then all are kInChina. Pure; any thread. Codes: EPSG dataset (CGCS2000
// 4490, 4491-4554; Xian 1980 4610, 2327-2390; Beijing 1954 4214, 21413-21463, 2401-2442; UTM 32643-32653). Where a
// system would put the extent is judged on a sphere, good to some tens of kilometres.
std::vector<CrsCandidate> crsCandidates(const MapBox& extent, const LonLatBox& near);

}  // namespace gis
