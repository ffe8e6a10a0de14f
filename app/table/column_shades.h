// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/table/table_data.h"

namespace app {

// How a column's cells are coloured by what stands in them (条件格式).
enum class ShadeRule {
  kNone,
  kByValue,   // numbers in five classes of as many rows each: the larger the stronger
  kEmpty,     // what is missing
  kRepeated,  // values that more than one row has
};

// The rule with what it needs to know of the whole column. Immutable once made; any thread.
struct ColumnShade {
  ShadeRule rule = ShadeRule::kNone;
  std::vector<double> limits;        // of kByValue: upper limits of all classes but the last, ascending
  std::vector<std::int64_t> marked;  // of kRepeated: keys of the rows, ascending

  // 0: not coloured; 1 .. 5 ever stronger.
  int strength(double number_ratio, bool empty, std::int64_t fid) const;
};

// `column` is a place in the schema and must have been read. Any thread; a tenth of a second for 300,000 rows.
ColumnShade makeShade(const gis::TableData& data, std::size_t column, ShadeRule rule);

}  // namespace app
