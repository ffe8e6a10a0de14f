// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/quality/rule_case.h"

#include <SQLiteCpp/Database.h>
#include <sqlite3.h>

#include <sstream>

#include "gis/store/geopackage_blob.h"

namespace gis {
namespace {

// POINT(x y), LINESTRING(x y, x y), POLYGON((x y, ...),(...)), MULTIPOLYGON with one polygon's rings: enough for cases.
std::vector<std::byte> blobOf(const std::string& wkt) {
  const std::string name = wkt.substr(0, wkt.find('('));
  const GeometryType type = *geometryTypeOf(name);
  GeometryBuffer buffer;
  buffer.start(kindOf(type));
  bool in_ring = kindOf(type) != GeometryKind::kPolygon;
  std::string numbers;
  const auto flush = [&] {
    LonLat p;
    if (std::istringstream(numbers) >> p.lon_deg >> p.lat_deg) {
      if (!in_ring) buffer.beginPart();
      in_ring = true;
      buffer.add(p);
    }
    numbers.clear();
  };
  if (in_ring) buffer.beginPart();
  for (const char c : wkt.substr(name.size())) {
    if (c == ',' || c == ')') flush();
    if (c == ')' && kindOf(type) == GeometryKind::kPolygon) in_ring = false;
    if (c != ',' && c != '(' && c != ')') numbers += c;
  }
  std::vector<std::byte> blob;
  EXPECT_TRUE(encodeGeometry(buffer.view(), type, 4490, blob)) << wkt;
  return blob;
}

void wkt(sqlite3_context* context, int, sqlite3_value** values) {
  const auto* text = static_cast<const char*>(static_cast<const void*>(sqlite3_value_text(values[0])));
  const auto blob = blobOf(text);
  sqlite3_result_blob(context, blob.data(), static_cast<int>(blob.size()), SQLITE_TRANSIENT);
}

void uuid(sqlite3_context* context, int, sqlite3_value** values) {
  const std::string id = uuidOf(sqlite3_value_int(values[0]));
  sqlite3_result_text(context, id.data(), static_cast<int>(id.size()), SQLITE_TRANSIENT);
}

}  // namespace

void runCaseSql(const Database& db, const std::string& sql) {
  sqlite3* raw = db.sql().getHandle();
  sqlite3_create_function_v2(raw, "wkt", 1, SQLITE_UTF8, nullptr, wkt, nullptr, nullptr, nullptr);
  sqlite3_create_function_v2(raw, "uuid", 1, SQLITE_UTF8, nullptr, uuid, nullptr, nullptr, nullptr);
  const auto done = db.transaction([&]() -> Result<void> {
    db.sql().exec(sql);
    return {};
  });
  ASSERT_OK(done) << sql;
}

RuleCase readRuleCase(const std::filesystem::path& file) {
  RuleCase found{readBytes(file), {}};
  constexpr std::string_view kMark = "-- breaks: ";
  const std::size_t at = found.sql.find(kMark);
  if (at == std::string::npos) return found;
  std::istringstream line(found.sql.substr(at + kMark.size(), found.sql.find('\n', at) - at - kMark.size()));
  for (std::string row; std::getline(line, row, ',');) {
    std::istringstream words(row);
    std::string table;
    std::int64_t fid = 0;
    words >> table >> fid;
    found.breaks.insert({table, fid});
  }
  return found;
}

Result<Workspace> makeSoundCity(const std::filesystem::path& folder) {
  auto made = Workspace::create(folder, kMayDay);
  if (made) runCaseSql(made->db(), readBytes(kRuleCases / "base.sql"));
  return made;
}

}  // namespace gis
