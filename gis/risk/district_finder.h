// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/core/coords.h"
#include "gis/vector/feature_columns.h"

namespace gis::risk {

// In which district a place lies, by the even-odd rule on their outlines in degrees. One thread.
class DistrictFinder {
 public:
  // The next district; without an outline nothing lies in it.
  void add(FeatureColumns outline);
  // Index of the first district that holds the place; -1: none.
  int at(LonLat place) const;
  // Area of an outline, within about one percent at a county's size; 0 without one.
  double areaKm2(std::size_t district) const;

 private:
  struct Outline {
    FeatureColumns rings;
    LonLatBox box;
  };
  std::vector<Outline> m_outlines;
};

// Distance on a sphere of 6371 km for short stretches.
double roughKm(LonLat a, LonLat b);

}  // namespace gis::risk
