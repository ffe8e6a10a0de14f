// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/crs_candidates.h"

#include <gtest/gtest.h>

#include "gis/geo/crs_info.h"
#include "gis/geo/projector.h"

using namespace gis;

namespace {

constexpr LonLatBox kCity{111.95, 35.8, 113.75, 37.15};

MapBox boxIn(const std::string& crs) {
  const auto projector = Projector::create("EPSG:4490", crs);
  EXPECT_TRUE(projector.has_value()) << crs;
  MapBox box;
  for (const LonLat p : {LonLat{113.0, 36.1}, LonLat{113.2, 36.3}}) {
    const auto at = projector->forward({p.lon_deg, p.lat_deg});
    EXPECT_TRUE(at.has_value()) << crs;
    if (at) box.add(MapXY{at->x, at->y});
  }
  return box;
}

}  // namespace

TEST(CrsCandidates, EveryCodeIsWhatItClaims) {
  for (const CrsCandidate& candidate : crsCandidates({}, kCity)) {
    const auto info = describeCrs(candidate.crs);
    ASSERT_TRUE(info.has_value()) << candidate.crs;
    EXPECT_EQ(info->geographic, candidate.form == CrsForm::kLonLat) << candidate.crs;
    if (candidate.form != CrsForm::kGaussKrueger) continue;
    const std::string mark = candidate.zone > 0 ? "zone " + std::to_string(candidate.zone)
                                                : "CM " + std::to_string(candidate.central_meridian_deg) + "E";
    EXPECT_NE(info->name.find(mark), std::string::npos) << candidate.crs << " is " << info->name;
    EXPECT_EQ(info->name.find("3-degree") != std::string::npos, candidate.zone_width_deg == 3) << info->name;
    const char* datum = candidate.datum == Datum::kCgcs2000 ? "CGCS2000"
                        : candidate.datum == Datum::kXian80 ? "Xian 1980"
                                                            : "Beijing 1954";
    EXPECT_EQ(info->name.rfind(datum, 0), 0U) << info->name;
  }
}

TEST(CrsCandidates, TheFirstIsTheOneTheNumbersAreIn) {
  for (const char* crs : {"EPSG:4490", "EPSG:4547", "EPSG:4526", "EPSG:3857"}) {
    const auto candidates = crsCandidates(boxIn(crs), kCity);
    EXPECT_EQ(candidates.front().crs, crs);
    EXPECT_EQ(candidates.front().plausibility, Plausibility::kNear);
  }
  // UTM zone 49 and the 6-degree zone share a meridian and nearly the numbers: it must at least be offered as near.
  bool utm_near = false;
  for (const CrsCandidate& candidate : crsCandidates(boxIn("EPSG:32649"), kCity))
    utm_near = utm_near || (candidate.crs == "EPSG:32649" && candidate.plausibility == Plausibility::kNear);
  EXPECT_TRUE(utm_near);
}

TEST(CrsCandidates, MetresAreNeverDegreesAndDegreesNeverMetres) {
  for (const CrsCandidate& candidate : crsCandidates(boxIn("EPSG:4547"), kCity))
    if (candidate.form == CrsForm::kLonLat || candidate.zone > 0) {
      EXPECT_EQ(candidate.plausibility, Plausibility::kNowhere) << candidate.crs;
    }
  for (const CrsCandidate& candidate : crsCandidates(boxIn("EPSG:4490"), kCity))
    if (candidate.form != CrsForm::kLonLat) {
      EXPECT_EQ(candidate.plausibility, Plausibility::kNowhere) << candidate.crs;
    }
}
