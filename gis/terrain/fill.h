// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>

#include "gis/core/cancel.h"
#include "gis/terrain/d8.h"

namespace gis::terrain {

enum class FillMode {
  kLevel,    // depressions become flat, at their spill height
  kEpsilon,  // depressions and flats get the smallest gradient a float can hold, towards their outlet
};

// Raises depressions so that every cell has a way down (kEpsilon: strictly down) to the grid's edge or to a cell
// without data (NaN). Cells that drain already keep their height. Returns how many cells were raised, or -1 when
// cancelled (the grid is then half done). One thread; about 25 million cells in 3 s.
// Source: priority flood, Barnes, Lehman and Mulla 2014 (algorithms 2 and 3), with the slope queue of Zhou, Sun and Fu
// 2016 that spares the heap most cells.
long long fillDepressions(GridSize size, std::span<float> elevation_m, FillMode mode, const CancelToken& cancel = {});

}  // namespace gis::terrain
