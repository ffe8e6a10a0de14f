// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "gis/store/database.h"

namespace gis {

// Gives a connection the functions that the rules of the census use beyond SQLite's own. Each yields NULL for NULL and
// for a geometry that cannot be read (so that one rule alone, geometry-unreadable, speaks of it):
//   geometry_readable(geom)         1 or 0 (never NULL)
//   geometry_crossings(geom)        how often the borders of a polygon cross
//   geometry_length_m(geom)         of a line
//   geometry_area_m2(geom)          of a polygon
//   metres_outside(geom, area)      from the middle of a geometry's box to a polygon, 0 inside
//   place_outside(lon, lat, area)   the same for a place in degrees
//   metres_between(geom, geom)      between the middles of two geometries' boxes
//   phone_possible(text)            see phone_number.h
//   tidy_phone(text)
//   name_broken(text)               see tidy_text.h
//   tidy_name(text)
//   is_date(text)                   "2026", "2026-05" or "2026-05-01", and the calendar has it
Result<void> addQualityFunctions(const Database& db);

}  // namespace gis
