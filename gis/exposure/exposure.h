// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/exposure/exposure_index.h"
#include "gis/footprint/footprint.h"
#include "gis/footprint/prepared_footprint.h"
#include "gis/vector/feature_set.h"

namespace gis {

// What a footprint threatens (承灾体暴露). Usage:
//
//   auto index = ExposureIndex::load(workspace, drawn_columns);      // once per state of the workspace, about a second
//   auto footprint = circleFootprint({113.1, 36.2}, 20'000);         // or polygons, corridors, classes, districts
//   auto exposure = expose(**index, *footprint);                     // milliseconds
//   exposure->sum("people", "population");                           // all
//   exposure->sum("people", "population", {.part = 0});              // its first class (the worst)
//   exposure->count("building", {.division = "140403", .code = 4});  // a county's, of one structure
//
// Everything is counted in whole numbers by (class of the footprint, village, code), so rows add up to their totals
// exactly, on every level of districts.

// Which of the counted things a sum is about; empty: all.
struct ExposureFilter {
  std::optional<std::int32_t> part = {};  // class of the footprint, by its place
  std::string_view division =
      {};                        // digits a division's code begins with: 140403 a county, 9 digits a town, 12 a village
  std::optional<int> code = {};  // structure, road class, kind of school …
  std::optional<int> age_band = {};  // buildings: place in buildingAgeBands()
};

// Things of one table, class, village and code together.
struct ExposureCell {
  std::int32_t part;
  std::uint32_t division;  // in ExposureIndex::divisions()
  std::int16_t code;       // of the table's code list; 0: the table has none
  std::int16_t age_band;
  std::int64_t count;
  std::int64_t length_cm;  // lines: what lies inside
  std::array<std::int64_t, ExposureTable::kMeasures> measures;
};

struct ExposureHit {
  std::uint32_t feature;  // in the table's columns
  std::int32_t part;
};

// What the cells of "people" hold, in this order: population, households, age_65_up, age_0_14, age_15_64.
const std::vector<std::string>& peopleMeasures();

// How a table's things were decided to be inside.
enum class ExposureRule { kByPoint, kByTouch, kByCentre, kByLength, kByAreaShare };

struct TableExposure {
  std::string table;
  ExposureRule rule = ExposureRule::kByPoint;
  std::vector<ExposureCell> cells;
  std::vector<ExposureHit> hits;  // ascending by feature; a line that lies in several classes once for each
};

// What is nearest when nothing is inside.
struct NearestThing {
  std::string table;
  std::uint32_t feature = 0;
  double distance_m = 0;
};

// The settlement nearest to where nothing is.
struct NearestSettlement {
  std::uint32_t division = 0;  // in ExposureIndex::divisions()
  double distance_m = 0;
  double bearing_deg = 0;  // from the middle of the footprint, clockwise from the map's north, 0 to 360
};

class Exposure {
 public:
  std::vector<std::string> part_keys, part_names;
  std::vector<double> part_area_m2;                  // on the ground, each alone; empty when not asked for
  std::vector<TableExposure> tables;                 // in the order of the index
  std::vector<std::string> missing;                  // tables that the workspace does not have
  std::vector<std::int64_t> by_area_share_villages;  // fids of villages without census points, counted by area
  std::optional<NearestThing> nearest;               // only when nothing at all is inside
  std::optional<NearestSettlement> nearest_settlement;
  std::string origin;
  std::vector<FootprintAsked> asked;  // what it was asked of, as the footprint says
  bool self_crossing = false;
  bool by_centre = false;
  double took_ms = 0;

  const TableExposure* find(std::string_view table) const;
  bool empty() const;
  // 0 for a table or measure that is not there.
  std::int64_t count(std::string_view table, const ExposureFilter& filter = {}) const;
  std::int64_t sum(std::string_view table, std::string_view measure, const ExposureFilter& filter = {}) const;
  double lengthKm(std::string_view table, const ExposureFilter& filter = {}) const;
  // The features behind a number, as the map and the attribute table choose them.
  FeatureSet features(std::string_view table, const ExposureFilter& filter = {}) const;
  // Codes of the divisions of a level (6, 9 or 12 digits) that hold anything, ascending.
  std::vector<std::string> divisions(std::size_t digits) const;

  std::shared_ptr<const ExposureIndex> index;
};

struct ExposureOptions {
  bool areas = true;    // work out part_area_m2
  bool nearest = true;  // look for what is nearest when nothing is inside
  // Only these tables; empty: all. "people" stands for census points and villages together.
  std::vector<std::string> tables = {};
};

// Synchronous; any thread; polls `cancel` once a thousand features. Fails with kCancelled and as
// PreparedFootprint::make does.
Result<Exposure> expose(std::shared_ptr<const ExposureIndex> index, const Footprint& footprint,
                        const ExposureOptions& options = {}, const CancelToken& cancel = {});
Result<Exposure> expose(std::shared_ptr<const ExposureIndex> index, const Footprint& footprint,
                        const PreparedFootprint& prepared, const ExposureOptions& options = {},
                        const CancelToken& cancel = {});

// Districts as a footprint, one class each in the order given, from the index's own polygons: areas belong where their
// centre is, and what lies of a neighbour's road within a district counts for the district. Fails with kUnknownName (no
// such division), kNoData (it has no polygon).
Result<Footprint> districtFootprint(const ExposureIndex& index, const std::vector<std::string>& codes);

// Districts and villages together as one class each: those that are to be moved, those that prepare. A village of
// several classes belongs to the first. Those without a polygon are left out; fails with kUnknownName and kNoData (none
// has one).
struct DivisionClass {
  std::string key, name;
  std::vector<std::string> codes;
};
Result<Footprint> divisionsFootprint(const ExposureIndex& index, const std::vector<DivisionClass>& classes);

// Who must know: persons responsible for a thing that is inside (its dam, its hazard point), and persons of the
// villages, towns and counties that have people inside.
struct ExposedPerson {
  std::size_t person;   // in ExposureIndex::persons()
  std::string because;  // table of the thing; "division"
  std::int64_t people;  // inside, of their division (or village of the thing)
};
std::vector<ExposedPerson> personsToCall(const Exposure& exposure);

// Shares that add up: values rounded to whole numbers whose sum is `total` (largest remainder; ties to the earlier).
// All zero when the values are; negative values are errors of the caller and count as zero.
std::vector<std::int64_t> wholeShares(const std::vector<double>& values, std::int64_t total);

}  // namespace gis
