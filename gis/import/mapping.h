// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"
#include "gis/import/target_store.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/sheet_header.h"

namespace gis {

// Where the value of one column comes from.
struct ColumnRule {
  enum class From {
    kField,     // a field of the file
    kValue,     // the same for all rows
    kPlace,     // division_code alone: the division that the row lies in
    kGeometry,  // an area or a length alone, measured on the ellipsoid
  };
  From from = From::kField;
  std::string field;
  std::string value;
  double factor_ratio = 1;                                 // 10000 for a field in 万元
  std::map<std::string, std::string, std::less<>> values;  // the file's word -> our code
  friend bool operator==(const ColumnRule&, const ColumnRule&) = default;
};

// By what a row of the file is known to be a row of the workspace.
enum class MatchBy { kUuid, kCode, kNameAndPlace, kGeometry };

// How a file becomes rows of a table. Kept as JSON beside the file, and in the workspace for the next file of its kind.
struct Mapping {
  std::string table;
  std::string layer;     // of the file; empty = the only one
  std::string encoding;  // empty = found out
  std::string crs;       // "EPSG:4547", "gcj02", "bd09"; empty = what the file says
  std::optional<HeaderRows> header;
  std::string x_field;  // of a table without geometry
  std::string y_field;
  bool swap_axes = false;   // the file has latitude or northing where longitude or easting belongs
  double shift_east_m = 0;  // added after the conversion: what a survey found an old datum to be off
  double shift_north_m = 0;
  std::vector<MatchBy> match = {MatchBy::kUuid, MatchBy::kCode, MatchBy::kNameAndPlace, MatchBy::kGeometry};
  double match_place_m = 50;
  bool remove_missing = false;  // rows of the table that the file does not have
  std::map<std::string, ColumnRule, std::less<>> columns;
  std::set<std::string, std::less<>> accepted;  // questions that were answered with "as it is" (questionName)
  friend bool operator==(const Mapping&, const Mapping&) = default;
};

std::string mappingText(const Mapping& mapping);
// Fails with kInvalidArgument; subject is the place in the document ("columns.kind.factor"), detail what is wrong.
Result<Mapping> readMapping(std::string_view json);

// Fails with kInvalidArgument or kUnknownName when the mapping names columns or fields that are not there, or asks for
// what cannot be.
Result<void> checkMapping(const Mapping& mapping, const TargetTable& table, const std::vector<SourceField>& fields);

}  // namespace gis
