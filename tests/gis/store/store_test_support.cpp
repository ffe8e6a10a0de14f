// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gis/store/store_test_support.h"

namespace gis {
namespace {

GeometryView square(GeometryBuffer& buffer, LonLat corner, double side_deg) {
  buffer.start(GeometryKind::kPolygon);
  buffer.beginPart();
  buffer.add(corner);
  buffer.add({corner.lon_deg + side_deg, corner.lat_deg});
  buffer.add({corner.lon_deg + side_deg, corner.lat_deg + side_deg});
  buffer.add({corner.lon_deg, corner.lat_deg + side_deg});
  return buffer.view();
}

}  // namespace

void fillSmallCity(const Database& db, int buildings) {
  GeometryBuffer buffer;
  auto divisions = TableWriter::open(db, "division",
                                     {"code", "parent_code", "level", "name", "pinyin_initials", "seat_lon_deg",
                                      "seat_lat_deg", "uuid", "created_utc", "changed_utc", "source"},
                                     kMayDay);
  ASSERT_OK(divisions);
  struct Row {
    const char* code;
    const char* parent;
    int level;
    const char* name;
    const char* pinyin;
    LonLat corner;
    double side_deg;
  };
  const Row rows[] = {{"140400000000", "", 2, "长治市", "czs", {112.0, 36.0}, 1.5},
                      {"140431000000", "140400000000", 3, "沁源县", "qyx", {112.0, 36.4}, 0.5},
                      {"140429000000", "140400000000", 3, "武乡县", "wxx", {112.6, 36.7}, 0.5},
                      {"140431100000", "140431000000", 4, "沁河镇", "qhz", {112.2, 36.5}, 0.1},
                      {"140431100201", "140431100000", 5, "韩家沟村", "hjgc", {112.3, 36.5}, 0.02}};
  int n = 0;
  for (const Row& row : rows) {
    const std::string id = uuidOf(++n);
    const SqlValue parent = *row.parent ? SqlValue(row.parent) : SqlValue();
    const auto added =
        divisions->append(square(buffer, row.corner, row.side_deg),
                          {row.code, parent, row.level, row.name, row.pinyin, row.corner.lon_deg + row.side_deg / 2,
                           row.corner.lat_deg + row.side_deg / 2, id, kMayDayText, kMayDayText, "test"});
    ASSERT_OK(added);
  }
  ASSERT_OK(divisions->finish());

  auto writer = TableWriter::open(db, "building",
                                  {"division_code", "structure", "use", "storeys", "built_year", "footprint_m2",
                                   "residents", "uuid", "created_utc", "changed_utc", "source"},
                                  kMayDay);
  ASSERT_OK(writer);
  for (int i = 0; i < buildings; ++i) {
    const std::string id = uuidOf(1000 + i);
    const LonLat corner{112.3 + 0.0002 * (i % 500), 36.5 + 0.0002 * (i / 500)};
    const auto year = i % 3 == 0 ? SqlValue() : SqlValue(1960 + i % 60);
    const auto added = writer->append(
        square(buffer, corner, 0.0001),
        {"140431100201", 1 + i % 7, 1, 1 + i % 3, year, 90.5 + i % 50, i % 5, id, kMayDayText, kMayDayText, "test"});
    ASSERT_OK(added);
  }
  const auto written = writer->finish();
  ASSERT_OK(written);
  ASSERT_EQ(*written, buildings);
}

}  // namespace gis
