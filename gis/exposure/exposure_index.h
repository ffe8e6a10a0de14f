// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/workspace.h"
#include "gis/vector/map_columns.h"

namespace gis {

// One table of things that can be hit: geometry as the map has it, and what is counted of each feature, in columns.
struct ExposureTable {
  static constexpr std::size_t kMeasures = 6;

  std::string table;                  // "school"; "people" for the census points
  std::string code_list;              // "code_school_kind"; empty: none
  std::vector<std::string> measures;  // "pupils", "beds" … at most kMeasures
  std::vector<std::string> codes;     // text codes by the number that stands for them; empty: codes are numbers
  std::shared_ptr<const MapColumns> columns;
  std::vector<std::uint32_t> division;            // of each feature
  std::vector<std::int16_t> code;                 // empty: all 0
  std::vector<std::int16_t> age_band;             // buildings only
  std::vector<std::vector<std::int32_t>> values;  // by measure, then by feature
  std::vector<float> centre_m;                    // polygons and lines: x, y relative to columns->origin
};

struct ExposureDivision {
  std::string code;  // 12 digits
  std::string name;
  int level = 0;
  // By the village census; 0 for other levels.
  std::int32_t population = 0, households = 0, age_0_14 = 0, age_15_64 = 0, age_65_up = 0;
  std::int32_t counted_population = 0;  // of its census points
};

struct ExposurePerson {
  std::int64_t fid = 0;
  std::string name, post, unit, phone;
  int role = 0;  // code_role
  std::uint32_t division = 0;
  std::string object_table;  // responsible for one thing; empty: for the division
  std::int64_t object_fid = 0;
};

// Geometry of the divisions with polygons, in the order of their MapColumns.
struct ExposureAreas {
  std::shared_ptr<const MapColumns> columns;
  std::vector<std::uint32_t> division;  // of each polygon
};

// All that can be exposed in a workspace, in memory: read once for a state of it, asked by any thread. About 60 bytes a
// feature beside the geometry, which is the map's own where the map has it.
class ExposureIndex {
 public:
  // The map's columns by table, where it has read them; others are read from the database.
  using Drawn = std::map<std::string, std::shared_ptr<const MapColumns>>;
  // Fails with kCancelled and as reading a database does; a table that is not there is named in missing().
  static Result<std::shared_ptr<const ExposureIndex>> load(const Workspace& workspace, const Drawn& drawn = {},
                                                           const CancelToken& cancel = {},
                                                           const Progress& progress = {});

  const std::vector<ExposureTable>& tables() const { return m_tables; }
  const ExposureTable* find(std::string_view table) const;
  // By ascending code.
  const std::vector<ExposureDivision>& divisions() const { return m_divisions; }
  const ExposureDivision* division(std::string_view code) const;
  const std::vector<ExposurePerson>& persons() const { return m_persons; }
  const ExposureAreas& areas() const { return m_areas; }
  const std::vector<std::string>& missing() const { return m_missing; }
  const std::string& mapCrs() const { return m_map_crs; }
  // When the newest of the counted rows was changed (UTC, ISO 8601), and the marks of the tables it was read at.
  const std::string& dataTimeUtc() const { return m_data_time_utc; }
  const std::map<std::string, std::int64_t>& marks() const { return m_marks; }

 private:
  friend class ExposureIndexStore;
  std::vector<ExposureTable> m_tables;
  std::vector<ExposureDivision> m_divisions;
  std::vector<ExposurePerson> m_persons;
  ExposureAreas m_areas;
  std::vector<std::string> m_missing;
  std::string m_map_crs, m_data_time_utc;
  std::map<std::string, std::int64_t> m_marks;
};

// How buildings are sorted by age: names "before 1980" … in both languages, by ExposureCell::age_band.
struct BuildingAgeBand {
  int first_year, last_year;  // 0, 0: not known
};
const std::vector<BuildingAgeBand>& buildingAgeBands();

}  // namespace gis
