// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/exposure/exposure.h"

namespace gis {

// What is read and counted of a table of the schema.
struct ExposureTableSpec {
  const char* table;                                          // in the database
  const char* name;                                           // here: "people" for census points
  const char* code;                                           // column, or an SQL expression; empty: none
  const char* code_list;                                      // empty: none, or the codes are texts by themselves
  std::vector<std::pair<const char*, const char*>> measures;  // name, SQL expression (whole numbers)
  ExposureRule rule;
  bool has_division;
};
const std::vector<ExposureTableSpec>& exposureTableSpecs();

// Place in buildingAgeBands().
int buildingAgeBand(int built_year);

}  // namespace gis
