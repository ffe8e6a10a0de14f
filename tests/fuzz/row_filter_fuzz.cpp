// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "gis/table/row_filter.h"

// Whatever is typed is a filter on columns that exist, or is refused with the word that is wrong.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const gis::TableSchema schema = [] {
    gis::TableSchema made;
    made.table = "depot";
    made.key = "fid";
    made.columns = {{"fid", gis::CellKind::kInteger, false, {}, {}, {}},
                    {"name", gis::CellKind::kText, false, {}, {}, {}},
                    {"floor_m2", gis::CellKind::kReal, true, {}, {}, {}},
                    {"tier", gis::CellKind::kInteger, false, "code_depot_tier", {}, {}}};
    return made;
  }();
  static const std::vector<gis::ColumnNaming> naming = {{"name", {"名称", "Name"}, 1},
                                                        {"floor_m2", {"建筑面积"}, 0.0001}};
  const auto filter = gis::parseRowFilter(std::string_view(reinterpret_cast<const char*>(data), size), schema, naming);
  if (!filter) return 0;
  for (const auto& group : filter->any_of)
    for (const gis::RowCondition& condition : group)
      if (condition.column >= schema.columns.size()) std::abort();
  return 0;
}
