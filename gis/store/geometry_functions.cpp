// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/geometry_functions.h"

#include <sqlite3.h>

#include <array>
#include <optional>
#include <span>

#include "gis/store/geopackage_blob.h"

namespace gis {
namespace {

std::optional<LonLatBox> boxOf(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_BLOB) return std::nullopt;
  const void* bytes = sqlite3_value_blob(value);
  const auto size = static_cast<std::size_t>(sqlite3_value_bytes(value));
  const auto box = geometryBounds({static_cast<const std::byte*>(bytes), size});
  if (!box) return std::nullopt;
  return *box;
}

template <double LonLatBox::*Side>
void side(sqlite3_context* context, int, sqlite3_value** values) {
  const auto box = boxOf(values[0]);
  box && !box->empty() ? sqlite3_result_double(context, (*box).*Side) : sqlite3_result_null(context);
}

void isEmpty(sqlite3_context* context, int, sqlite3_value** values) {
  const auto box = boxOf(values[0]);
  box ? sqlite3_result_int(context, box->empty() ? 1 : 0) : sqlite3_result_null(context);
}

struct Function {
  const char* name;
  void (*call)(sqlite3_context*, int, sqlite3_value**);
};

constexpr std::array<Function, 5> kFunctions = {{{"ST_MinX", side<&LonLatBox::west_deg>},
                                                 {"ST_MaxX", side<&LonLatBox::east_deg>},
                                                 {"ST_MinY", side<&LonLatBox::south_deg>},
                                                 {"ST_MaxY", side<&LonLatBox::north_deg>},
                                                 {"ST_IsEmpty", isEmpty}}};

}  // namespace

int registerGeometryFunctions(sqlite3* connection) {
  for (const Function& f : kFunctions) {
    const int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS;
    const int code =
        sqlite3_create_function_v2(connection, f.name, 1, flags, nullptr, f.call, nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}

}  // namespace gis
