// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/projector.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>
#include <map>

#include "gis/core/random.h"
#include "gis/geo/crs_info.h"
#include "gis/geo/gauss_krueger.h"
#include "gis/geo/grid_polynomial.h"
#include "tests/gis/geo/case_file.h"

namespace gis {

TEST(Projector, MeetsPublishedGaussKruegerFiguresBothWays) {
  const auto rows = readCases("geo_gauss_krueger.tsv");
  ASSERT_GE(rows.size(), 17U);
  for (const auto& row : rows) {
    ASSERT_EQ(row.size(), 8U);
    SCOPED_TRACE(row[1] + " " + row[2] + " " + row[3] + " from " + row[7]);
    const auto projector = Projector::create(row[0], row[1]);
    ASSERT_TRUE(projector) << projector.error().detail;
    const double lon = std::stod(row[2]), lat = std::stod(row[3]), x = std::stod(row[4]), y = std::stod(row[5]);
    const double tolerance_m = std::stod(row[6]);
    const auto there = projector->forward({lon, lat});
    ASSERT_TRUE(there);
    EXPECT_NEAR(there->x, x, tolerance_m);
    EXPECT_NEAR(there->y, y, tolerance_m);
    const auto back = projector->inverse({x, y});
    ASSERT_TRUE(back);
    const double tolerance_deg = tolerance_m / 111000;
    EXPECT_NEAR(back->x, lon, tolerance_deg / std::cos(lat * 3.14159265358979 / 180) + 1e-12);
    EXPECT_NEAR(back->y, lat, tolerance_deg + 1e-12);
  }
}

TEST(Projector, MirrorsAcrossTheSeamOfTwoZones) {
  const auto east = Projector::create("EPSG:4490", "EPSG:4547"), west = Projector::create("EPSG:4490", "EPSG:4546");
  ASSERT_TRUE(east && west);
  const auto a = east->forward({112.5, 36.16}), b = west->forward({112.5, 36.16});
  ASSERT_TRUE(a && b);
  EXPECT_NEAR(a->x, 365023.464, 1e-3);
  EXPECT_NEAR(b->x, 634976.536, 1e-3);
  EXPECT_NEAR(a->y, b->y, 1e-6);
}

// The published conversion file of PROJ where it is at hand: every plain tmerc and utm row.
TEST(Projector, MeetsTheWholeGieFile) {
  const std::filesystem::path file =
      std::filesystem::path(FENGSUI_SOURCE_DIR) / "../shared/verify/gis/proj_gie/builtins.gie";
  if (!std::filesystem::exists(file)) GTEST_SKIP() << "no ../shared/verify/gis beside the tree";
  std::ifstream in(file);
  std::optional<Projector> projector;
  std::string operation;
  double tolerance_m = 5e-4, in_x = 0, in_y = 0;
  bool inverse = false;
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string word;
    words >> word;
    if (word == "operation") {
      projector.reset();
      tolerance_m = 5e-4, inverse = false, operation = line;
      std::string from = "+proj=longlat", to, token;
      bool wanted = false;
      while (words >> token) {
        wanted = wanted || token == "+proj=tmerc" || token == "+proj=utm" || token == "+proj=etmerc";
        to += token + " ";
        for (const char* figure : {"+ellps=", "+a=", "+rf=", "+R="})
          if (token.starts_with(figure)) from += " " + token;
      }
      if (wanted && from.size() > 13)
        if (auto made = Projector::create(from, to)) projector.emplace(std::move(*made));
    } else if (word == "tolerance") {
      std::string unit;
      words >> tolerance_m >> unit;
      const std::map<std::string, double> units = {{"nm", 1e-9}, {"um", 1e-6}, {"mm", 1e-3}, {"cm", 1e-2}, {"m", 1}};
      const auto known = units.find(unit);
      tolerance_m *= known == units.end() ? 1 : known->second;
    } else if (word == "direction") {
      words >> word;
      inverse = word.starts_with("inv");
    } else if (word == "accept") {
      words >> in_x >> in_y;
    } else if (word == "expect" && projector) {
      double x = 0, y = 0;
      if (!(words >> x >> y)) continue;  // "failure": what has no answer is another test's matter
      const auto got = inverse ? projector->inverse({in_x, in_y}) : projector->forward({in_x, in_y});
      ASSERT_TRUE(got) << operation << " " << in_x << " " << in_y;
      const double scale = inverse ? 1.0 / 111000 : 1;
      EXPECT_NEAR(got->x, x, tolerance_m * scale / (inverse ? std::max(1e-3, std::cos(y * 0.01745329)) : 1) + 1e-11)
          << operation << " " << in_x << " " << in_y;
      EXPECT_NEAR(got->y, y, tolerance_m * scale + 1e-11) << operation << " " << in_x << " " << in_y;
      ++rows;
    }
  }
  EXPECT_GT(rows, 60);
}

TEST(Projector, NamesWhatItDoesNotKnow) {
  for (const char* bad : {"", "EPSG:99999", "nonsense", "EPSG:7030", "+proj=nothing"}) {
    const auto projector = Projector::create(bad, "EPSG:4547");
    ASSERT_FALSE(projector) << bad;
    EXPECT_EQ(projector.error().code, ErrorCode::kUnknownCrs);
    EXPECT_EQ(projector.error().subject, bad);
  }
}

TEST(Projector, HasNoAnswerForNonsense) {
  const auto projector = Projector::create("EPSG:4490", "EPSG:4547");
  ASSERT_TRUE(projector);
  EXPECT_TRUE(projector->sourceIsGeographic());
  EXPECT_FALSE(projector->targetIsGeographic());
  for (const Projector::XY p : {Projector::XY{NAN, 36}, {INFINITY, 36}, {113, 95}, {1e300, 1e300}}) {
    const auto got = projector->forward(p);
    ASSERT_FALSE(got);
    EXPECT_EQ(got.error().code, ErrorCode::kOutOfRange);
  }
}

// Over a city the polynomial must stay within a millimetre of PROJ at points it was neither fitted nor checked at.
TEST(Projector, BulkAgreesWithPointwiseToAMillimetre) {
  struct Area {
    LonLatBox box;
    const char* crs;
  };
  for (const Area& area :
       {Area{{111.9, 35.7, 113.8, 37.2}, "EPSG:4547"}, Area{{73.6, 3.5, 135.0, 53.5}, "EPSG:4547"},
        Area{{113.1, 36.1, 113.2, 36.2}, "EPSG:4526"}, Area{{111.9, 35.7, 113.8, 37.2}, "EPSG:3857"}}) {
    const auto projector = Projector::create("EPSG:4490", area.crs);
    ASSERT_TRUE(projector);
    Random random(1);
    std::vector<double> xy;
    for (int i = 0; i < 20000; ++i) {
      xy.push_back(random.uniform(area.box.west_deg, area.box.east_deg));
      xy.push_back(random.uniform(area.box.south_deg, area.box.north_deg));
    }
    xy[100] = NAN;
    const std::vector<double> before = xy;
    projector->forwardAll(xy);
    EXPECT_TRUE(std::isinf(xy[100]) && std::isinf(xy[101]));
    for (std::size_t i = 102; i < xy.size(); i += 2) {
      const auto exact = projector->forward({before[i], before[i + 1]});
      if (!exact) {
        EXPECT_TRUE(std::isinf(xy[i]));
        continue;
      }
      ASSERT_LT(std::hypot(xy[i] - exact->x, xy[i + 1] - exact->y), 1e-3) << before[i] << " " << before[i + 1];
    }
  }
}

TEST(GridPolynomial, IsUsedForTheCityAndRefusedForTheWorld) {
  const auto projector = Projector::create("EPSG:4490", "EPSG:4547");
  ASSERT_TRUE(projector);
  const auto exact = [&](double x, double y) {
    const auto p = projector->forward({x, y});
    return p ? GridPolynomial::Value{p->x, p->y} : GridPolynomial::Value{INFINITY, INFINITY};
  };
  const std::vector<double> city = {111.98, 35.8, 113.73, 37.14}, world = {-180, -90, 180, 90}, line = {1, 2, 1, 3};
  const auto fit = GridPolynomial::fit(city, exact, 1e-3);
  ASSERT_TRUE(fit);
  EXPECT_LE(fit->checkedError(), 1e-3);
  EXPECT_GT(fit->checkedError(), 0);
  EXPECT_FALSE(GridPolynomial::fit(world, exact, 1e-3));
  EXPECT_FALSE(GridPolynomial::fit(line, exact, 1e-3)) << "no area to fit over";
}

TEST(GridPolynomial, RefusesWhatIsNotSmooth) {
  const auto step = [](double x, double y) { return GridPolynomial::Value{x > 0.3 ? 1.0 : 0.0, y}; };
  EXPECT_FALSE(GridPolynomial::fit(std::vector<double>{-1, -1, 1, 1}, step, 1e-3));
}

RC_GTEST_PROP(Projector, GoesThereAndBack, ()) {
  const int zone = *rc::gen::inRange(kFirstGaussKruegerZone, kLastGaussKruegerZone + 1);
  const double lon = centralMeridianDeg(zone) + *rc::gen::inRange(-3000, 3001) / 1000.0;
  const double lat = *rc::gen::inRange(300, 5400) / 100.0;
  const auto prefix = *rc::gen::element(ZonePrefix::kWith, ZonePrefix::kWithout);
  const auto projector = Projector::create("EPSG:4490", gaussKruegerCrs(zone, prefix));
  RC_ASSERT(projector.has_value());
  const auto there = projector->forward({lon, lat});
  RC_ASSERT(there.has_value());
  const auto back = projector->inverse(*there);
  RC_ASSERT(back.has_value());
  RC_ASSERT(std::abs(back->x - lon) < 1e-10);
  RC_ASSERT(std::abs(back->y - lat) < 1e-10);
  RC_ASSERT((there->x > 1e6) == (prefix == ZonePrefix::kWith));
}

TEST(GaussKrueger, FindsTheZone) {
  EXPECT_EQ(gaussKruegerZoneFor({111.98, 35.8, 113.73, 37.14}).value(), "EPSG:4547");
  EXPECT_EQ(gaussKruegerZone(112.4999), 37);
  EXPECT_EQ(gaussKruegerZone(112.5), 38);
  EXPECT_EQ(gaussKruegerZone(73.5), 25);
  EXPECT_EQ(gaussKruegerZone(73.4), std::nullopt);
  EXPECT_EQ(gaussKruegerZone(136.5), std::nullopt);
  EXPECT_EQ(gaussKruegerCrs(38, ZonePrefix::kWith), "EPSG:4526");
  EXPECT_EQ(gaussKruegerCrs(45, ZonePrefix::kWithout), "EPSG:4554");
  EXPECT_EQ(gaussKruegerZoneFor({2, 48, 3, 49}).error().code, ErrorCode::kOutOfRange);
  EXPECT_EQ(gaussKruegerZoneFor({}).error().code, ErrorCode::kOutOfRange);
  for (int zone = kFirstGaussKruegerZone; zone <= kLastGaussKruegerZone; ++zone) {
    const auto projector = Projector::create("EPSG:4490", gaussKruegerCrs(zone, ZonePrefix::kWithout));
    ASSERT_TRUE(projector);
    const auto middle = projector->forward({centralMeridianDeg(zone), 36});
    ASSERT_TRUE(middle);
    EXPECT_NEAR(middle->x, 500000, 1e-6) << zone;
    EXPECT_NEAR(middle->y, 3985542.670, 1e-3) << "the meridian's arc, k = 1";
  }
}

TEST(CrsInfo, TellsNameAndArea) {
  const auto zone = describeCrs("EPSG:4547");
  ASSERT_TRUE(zone);
  EXPECT_EQ(zone->name, "CGCS2000 / 3-degree Gauss-Kruger CM 114E");
  EXPECT_FALSE(zone->geographic);
  ASSERT_TRUE(zone->area);
  EXPECT_NEAR(zone->area->west_deg, 112.5, 1e-6);
  EXPECT_TRUE(describeCrs("EPSG:4490")->geographic);
  EXPECT_FALSE(describeCrs("EPSG:1"));
  const auto box = lonLatExtent({365000, 3980000, 480000, 4110000}, "EPSG:4547");
  ASSERT_TRUE(box);
  EXPECT_NEAR(box->west_deg, 112.47, 0.05);
  EXPECT_NEAR(box->north_deg, 37.12, 0.05);
}

}  // namespace gis
