// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/quality_functions_store.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/quality/phone_number.h"
#include "gis/quality/ring_check.h"
#include "gis/quality/tidy_text.h"
#include "gis/store/geopackage_blob.h"

namespace gis {
namespace {

using Bytes = std::span<const std::byte>;

Bytes bytesOf(sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_BLOB) return {};
  const void* bytes = sqlite3_value_blob(value);
  return {static_cast<const std::byte*>(bytes), static_cast<std::size_t>(sqlite3_value_bytes(value))};
}

std::string_view argumentText(sqlite3_value* value) {
  const auto* text = sqlite3_value_text(value);
  return text == nullptr ? std::string_view()
                         : std::string_view(static_cast<const char*>(static_cast<const void*>(text)));
}

std::optional<FeatureColumns> decoded(Bytes blob, GeometryKind wanted) {
  FeatureColumns columns;
  columns.kind = GeometryKind::kNone;
  if (blob.empty() || !decodeGeometry(blob, columns) || columns.kind != wanted) return std::nullopt;
  return columns;
}

// The polygon used last: rules ask for one village after the other, a thousand buildings each.
struct LastPolygon {
  std::vector<std::byte> blob;
  std::optional<FeatureColumns> polygon;

  const FeatureColumns* of(Bytes wanted) {
    if (wanted.empty()) return nullptr;
    if (!std::ranges::equal(wanted, blob)) {
      blob.assign(wanted.begin(), wanted.end());
      polygon = decoded(wanted, GeometryKind::kPolygon);
    }
    return polygon ? &*polygon : nullptr;
  }
};

std::optional<LonLat> middle(sqlite3_value* value) {
  const Bytes blob = bytesOf(value);
  if (blob.empty()) return std::nullopt;
  const auto box = geometryBounds(blob);
  if (!box || box->empty()) return std::nullopt;
  return box->centre();
}

void answer(sqlite3_context* context, std::optional<double> value) {
  value ? sqlite3_result_double(context, *value) : sqlite3_result_null(context);
}

void answerText(sqlite3_context* context, const std::string& text) {
  sqlite3_result_text(context, text.data(), static_cast<int>(text.size()), SQLITE_TRANSIENT);
}

bool nullGiven(sqlite3_context* context, sqlite3_value* value) {
  if (sqlite3_value_type(value) != SQLITE_NULL) return false;
  sqlite3_result_null(context);
  return true;
}

void geometryReadable(sqlite3_context* context, int, sqlite3_value** values) {
  FeatureColumns columns;
  columns.kind = GeometryKind::kNone;
  const Bytes blob = bytesOf(values[0]);
  sqlite3_result_int(context, !blob.empty() && decodeGeometry(blob, columns) ? 1 : 0);
}

void geometryCrossings(sqlite3_context* context, int, sqlite3_value** values) {
  const auto polygon = decoded(bytesOf(values[0]), GeometryKind::kPolygon);
  polygon ? sqlite3_result_int64(context, static_cast<sqlite3_int64>(crossingsOf(*polygon)))
          : sqlite3_result_null(context);
}

void geometryLength(sqlite3_context* context, int, sqlite3_value** values) {
  const auto line = decoded(bytesOf(values[0]), GeometryKind::kLine);
  answer(context, line ? std::optional(flatLengthM(*line)) : std::nullopt);
}

void geometryArea(sqlite3_context* context, int, sqlite3_value** values) {
  const auto polygon = decoded(bytesOf(values[0]), GeometryKind::kPolygon);
  answer(context, polygon ? std::optional(flatAreaM2(*polygon)) : std::nullopt);
}

void answerOutside(sqlite3_context* context, std::optional<LonLat> place, sqlite3_value* area) {
  const FeatureColumns* polygon = static_cast<LastPolygon*>(sqlite3_user_data(context))->of(bytesOf(area));
  answer(context, place && polygon != nullptr ? std::optional(metresOutside(*place, *polygon)) : std::nullopt);
}

void metresOutsideArea(sqlite3_context* context, int, sqlite3_value** values) {
  answerOutside(context, middle(values[0]), values[1]);
}

void placeOutsideArea(sqlite3_context* context, int, sqlite3_value** values) {
  if (nullGiven(context, values[0]) || nullGiven(context, values[1])) return;
  answerOutside(context, LonLat{sqlite3_value_double(values[0]), sqlite3_value_double(values[1])}, values[2]);
}

void metresBetween(sqlite3_context* context, int, sqlite3_value** values) {
  const auto a = middle(values[0]), b = middle(values[1]);
  if (!a || !b) return sqlite3_result_null(context);
  FeatureColumns line;
  line.xy = {a->lon_deg, a->lat_deg, b->lon_deg, b->lat_deg};
  line.part_start = {0, 2};
  answer(context, flatLengthM(line));
}

template <bool (*Test)(std::string_view)>
void testText(sqlite3_context* context, int, sqlite3_value** values) {
  if (!nullGiven(context, values[0])) sqlite3_result_int(context, Test(argumentText(values[0])) ? 1 : 0);
}

template <std::string (*Tidy)(std::string_view)>
void tidyText(sqlite3_context* context, int, sqlite3_value** values) {
  if (!nullGiven(context, values[0])) answerText(context, Tidy(argumentText(values[0])));
}

bool isDate(std::string_view text) {
  const bool month_given = text.size() >= 7, day_given = text.size() == 10;
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return false;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (i == 4 || i == 7 ? text[i] != '-' : text[i] < '0' || text[i] > '9') return false;
  const auto two = [&](std::size_t i) { return static_cast<unsigned>(10 * (text[i] - '0') + (text[i + 1] - '0')); };
  const std::chrono::year year(static_cast<int>(100 * two(0) + two(2)));
  const std::chrono::month month(month_given ? two(5) : 1);
  return (year / month / std::chrono::day(day_given ? two(8) : 1)).ok();
}

struct Function {
  const char* name;
  int arguments;
  void (*call)(sqlite3_context*, int, sqlite3_value**);
};

constexpr Function kFunctions[] = {
    {"geometry_readable", 1, geometryReadable}, {"geometry_crossings", 1, geometryCrossings},
    {"geometry_length_m", 1, geometryLength},   {"geometry_area_m2", 1, geometryArea},
    {"metres_between", 2, metresBetween},       {"phone_possible", 1, testText<isPossiblePhone>},
    {"tidy_phone", 1, tidyText<tidyPhone>},     {"name_broken", 1, testText<hasBrokenText>},
    {"tidy_name", 1, tidyText<tidyName>},       {"is_date", 1, testText<isDate>}};
constexpr Function kWithPolygon[] = {{"metres_outside", 2, metresOutsideArea}, {"place_outside", 3, placeOutsideArea}};
constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC;

}  // namespace

Result<void> addQualityFunctions(const Database& db) {
  sqlite3* raw = db.sql().getHandle();
  int code = SQLITE_OK;
  for (const Function& f : kFunctions)
    if (code == SQLITE_OK)
      code = sqlite3_create_function_v2(raw, f.name, f.arguments, kFlags, nullptr, f.call, nullptr, nullptr, nullptr);
  for (const Function& f : kWithPolygon)
    if (code == SQLITE_OK)  // SQLite destroys the polygon also when it refuses the function
      code = sqlite3_create_function_v2(
          raw, f.name, f.arguments, kFlags, std::make_unique<LastPolygon>().release(), f.call, nullptr, nullptr,
          [](void* last) { std::default_delete<LastPolygon>()(static_cast<LastPolygon*>(last)); });
  if (code != SQLITE_OK) return std::unexpected(sqlError(db.file().string(), code, sqlite3_errmsg(raw)));
  return {};
}

}  // namespace gis
