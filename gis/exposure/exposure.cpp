// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exposure/exposure.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <numeric>
#include <unordered_map>
#include <unordered_set>

#include "gis/exposure/exposure_tables.h"

namespace gis {
namespace {

constexpr double kCmPerM = 100;
constexpr std::size_t kCodeDigits = 12;

std::string_view prefixOf(const Exposure& exposure, std::uint32_t division) {
  return exposure.index->divisions()[division].code;
}

bool matches(const Exposure& exposure, const ExposureCell& cell, const ExposureFilter& filter) {
  return (!filter.part || cell.part == *filter.part) && (!filter.code || cell.code == *filter.code) &&
         (!filter.age_band || cell.age_band == *filter.age_band) &&
         (filter.division.empty() || prefixOf(exposure, cell.division).starts_with(filter.division));
}

// Collects cells by (class, village, code, age).
class Collector {
 public:
  Collector(const ExposureTable& table, TableExposure& result) : m_table(table), m_result(result) {}

  void add(std::uint32_t feature, std::int32_t part, std::int64_t count, std::int64_t length_cm) {
    add(feature, part, count, length_cm, m_table.division[feature]);
  }
  void add(std::uint32_t feature, std::int32_t part, std::int64_t count, std::int64_t length_cm,
           std::uint32_t division) {
    const std::int16_t code = m_table.code.empty() ? std::int16_t{0} : m_table.code[feature];
    const std::int16_t band = m_table.age_band.empty() ? std::int16_t{0} : m_table.age_band[feature];
    // Features of one village lie near each other: most often it is the cell of the one before.
    if (m_last == kNone || m_result.cells[m_last].part != part || m_result.cells[m_last].division != division ||
        m_result.cells[m_last].code != code || m_result.cells[m_last].age_band != band) {
      const std::uint64_t key = (static_cast<std::uint64_t>(static_cast<std::uint32_t>(part)) << 40) ^
                                (static_cast<std::uint64_t>(division) << 16) ^
                                (static_cast<std::uint64_t>(static_cast<std::uint16_t>(code)) << 4) ^
                                static_cast<std::uint64_t>(static_cast<std::uint16_t>(band));
      const auto [at, fresh] = m_cells.try_emplace(key, m_result.cells.size());
      if (fresh) m_result.cells.push_back({part, division, code, band, 0, 0, {}});
      m_last = at->second;
    }
    ExposureCell& cell = m_result.cells[m_last];
    cell.count += count;
    cell.length_cm += length_cm;
    if (count > 0)
      for (std::size_t m = 0; m < m_table.values.size(); ++m) cell.measures[m] += m_table.values[m][feature];
    m_result.hits.push_back({feature, part});
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  const ExposureTable& m_table;
  TableExposure& m_result;
  std::unordered_map<std::uint64_t, std::size_t> m_cells;
  std::size_t m_last = kNone;
};

BoxF boxFor(const MapColumns& columns, const MapBox& box) {
  constexpr float kOut = 0.1f;  // of rounding to 32 bits
  return {static_cast<float>(box.min_x_m - columns.origin.x_m) - kOut,
          static_cast<float>(box.min_y_m - columns.origin.y_m) - kOut,
          static_cast<float>(box.max_x_m - columns.origin.x_m) + kOut,
          static_cast<float>(box.max_y_m - columns.origin.y_m) + kOut};
}

ExposureRule ruleOf(const ExposureTable& table, bool by_centre) {
  if (table.columns->kind == GeometryKind::kLine) return ExposureRule::kByLength;
  if (table.columns->kind == GeometryKind::kPoint) return ExposureRule::kByPoint;
  return by_centre ? ExposureRule::kByCentre : ExposureRule::kByTouch;
}

const ExposureDivision* countedDivisionOf(const ExposureIndex& index, std::string code) {
  if (code.size() < kCodeDigits) code.append(kCodeDigits - code.size(), '0');
  return index.division(code);
}

// A class of a footprint that is a district by itself.
struct AskedDistrict {
  std::uint32_t division;
  std::string prefix;  // of the codes below it
};
using AskedDistricts = std::vector<std::optional<AskedDistrict>>;  // by class

AskedDistricts districtsOf(const ExposureIndex& index, const Footprint& footprint) {
  AskedDistricts asked;
  for (const FootprintClass& part : footprint.classes) {
    const ExposureDivision* division = footprint.by_centre ? countedDivisionOf(index, part.key) : nullptr;
    if (division == nullptr) {
      asked.push_back(std::nullopt);
      continue;
    }
    std::size_t digits = kCodeDigits;
    for (const std::size_t fewer : {9U, 6U, 4U})
      if (division->code.find_first_not_of('0', fewer) == std::string::npos) digits = fewer;
    asked.push_back(AskedDistrict{static_cast<std::uint32_t>(division - index.divisions().data()),
                                  division->code.substr(0, digits)});
  }
  return asked;
}

// Whose a piece of a line is: of the village it is recorded for; in a question about a district of that district, so
// that a road of the neighbours that cuts a corner does not bring them into the answer.
std::uint32_t homeOf(const ExposureIndex& index, std::uint32_t recorded, const AskedDistricts& asked,
                     std::int32_t part) {
  const auto at = static_cast<std::size_t>(part);
  if (at >= asked.size() || !asked[at] || index.divisions()[recorded].code.starts_with(asked[at]->prefix))
    return recorded;
  return asked[at]->division;
}

Result<TableExposure> exposeTable(const ExposureIndex& index, const ExposureTable& table,
                                  const PreparedFootprint& prepared, const AskedDistricts& asked,
                                  const CancelToken& cancel) {
  TableExposure result;
  result.table = table.table;
  result.rule = ruleOf(table, prepared.byCentre());
  Collector collect(table, result);
  const MapColumns& columns = *table.columns;
  std::vector<std::uint32_t> found;
  columns.index.query(boxFor(columns, prepared.box()), found);
  std::vector<double> lengths;
  for (std::size_t n = 0; n < found.size(); ++n) {
    if ((n & 1023) == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, table.table);
    const std::uint32_t feature = found[n];
    if (result.rule == ExposureRule::kByLength) {
      std::int32_t part = PreparedFootprint::kNone;
      const BoxF& box = columns.index.box(feature);
      const MapBox map_box{
          columns.origin.x_m + static_cast<double>(box.min_x_m), columns.origin.y_m + static_cast<double>(box.min_y_m),
          columns.origin.x_m + static_cast<double>(box.max_x_m), columns.origin.y_m + static_cast<double>(box.max_y_m)};
      const BoxRelation relation = prepared.relation(map_box, part);
      if (relation == BoxRelation::kOutside) continue;
      if (relation == BoxRelation::kInside) {
        collect.add(feature, part, 1, std::llround(prepared.measure(columns, feature) * kCmPerM),
                    homeOf(index, table.division[feature], asked, part));
        continue;
      }
      lengths.assign(prepared.classCount(), 0);
      if (prepared.clip(columns, feature, lengths) <= 0) continue;
      // A road is one thing, counted for the worst class it reaches; its length goes where it lies.
      bool first = true;
      for (std::size_t c = 0; c < lengths.size(); ++c)
        if (lengths[c] > 0) {
          const auto class_at = static_cast<std::int32_t>(c);
          collect.add(feature, class_at, first ? 1 : 0, std::llround(lengths[c] * kCmPerM),
                      homeOf(index, table.division[feature], asked, class_at));
          first = false;
        }
      continue;
    }
    std::int32_t part = PreparedFootprint::kNone;
    if (result.rule == ExposureRule::kByCentre)
      part = prepared.classAt({columns.origin.x_m + static_cast<double>(table.centre_m[feature * 2]),
                               columns.origin.y_m + static_cast<double>(table.centre_m[feature * 2 + 1])});
    else if (result.rule == ExposureRule::kByTouch)
      part = prepared.classTouching(columns, feature);
    else if (columns.part_start[columns.feature_start[feature] + 1] -
                     columns.part_start[columns.feature_start[feature]] ==
                 1 &&
             columns.feature_start[feature + 1] - columns.feature_start[feature] == 1)
      part = prepared.classAt(columns.at(columns.part_start[columns.feature_start[feature]]));
    else
      part = prepared.classTouching(columns, feature);
    if (part != PreparedFootprint::kNone) collect.add(feature, part, 1, 0);
  }
  return result;
}

// The ages of the people inside, from the village's own: those above 64 as the points say, the others in the village's
// proportion, in whole persons. Villages without points: by the share of their area.
void addPeople(Exposure& exposure, TableExposure& people, const PreparedFootprint& prepared) {
  const ExposureIndex& index = *exposure.index;
  const std::size_t population = 0, households = 1, old = 2, children = 3, grown = 4;
  for (ExposureCell& cell : people.cells) {
    const ExposureDivision& village = index.divisions()[cell.division];
    cell.measures[old] = std::min(cell.measures[old], cell.measures[population]);
    const std::int64_t young = cell.measures[population] - cell.measures[old];
    const auto shares =
        wholeShares({static_cast<double>(village.age_0_14), static_cast<double>(village.age_15_64)}, young);
    // A village that the village census does not know: all of working age, so that nobody is lost.
    const bool known = village.age_0_14 + village.age_15_64 > 0;
    cell.measures[children] = known ? shares[0] : 0;
    cell.measures[grown] = known ? shares[1] : young;
  }
  const MapColumns* areas = index.areas().columns.get();
  if (areas == nullptr || areas->kind != GeometryKind::kPolygon) return;
  std::vector<std::uint32_t> found;
  areas->index.query(boxFor(*areas, prepared.box()), found);
  std::vector<double> by_class;
  for (const std::uint32_t feature : found) {
    const std::uint32_t at = index.areas().division[feature];
    const ExposureDivision& village = index.divisions()[at];
    if (village.population <= 0 || village.counted_population > 0) continue;
    by_class.assign(prepared.classCount(), 0);
    const double whole = prepared.measure(*areas, feature);
    if (!(whole > 0) || prepared.clip(*areas, feature, by_class) <= 0) continue;
    exposure.by_area_share_villages.push_back(areas->features->fid[feature]);
    for (std::size_t c = 0; c < by_class.size(); ++c) {
      const double share = std::min(1.0, by_class[c] / whole);
      const std::int64_t inside = std::llround(share * village.population);
      if (inside <= 0) continue;
      ExposureCell cell{static_cast<std::int32_t>(c), at, 0, 0, 0, 0, {}};
      cell.measures[population] = inside;
      cell.measures[households] = std::llround(share * village.households);
      const auto ages = wholeShares({static_cast<double>(village.age_0_14), static_cast<double>(village.age_15_64),
                                     static_cast<double>(village.age_65_up)},
                                    inside);
      cell.measures[children] = ages[0], cell.measures[grown] = ages[1], cell.measures[old] = ages[2];
      people.cells.push_back(cell);
    }
  }
}

// A city first, then the whole map: a place may be typed anywhere.
constexpr double kNearReachesM[] = {1e5, 1e6, 4e7};

std::optional<NearestThing> nearestTo(const ExposureIndex& index, const PreparedFootprint& prepared) {
  std::optional<NearestThing> nearest;
  const MapXY middle = prepared.box().centre();
  for (const double reach_m : kNearReachesM) {
    for (const ExposureTable& table : index.tables()) {
      const double reach =
          nearest ? nearest->distance_m + std::hypot(prepared.box().width_m(), prepared.box().height_m()) : reach_m;
      for (const NearFeature& near : findNear(*table.columns, middle, reach, 8)) {
        const MapXY place = centreOf(*table.columns, near.feature);
        const double distance = prepared.distanceM(place);
        if (!nearest || distance < nearest->distance_m) nearest = {table.table, near.feature, distance};
      }
    }
    if (nearest) break;
  }
  return nearest;
}

// By the census points, where there are none by the houses: both know their village.
std::optional<NearestSettlement> nearestSettlementTo(const ExposureIndex& index, const PreparedFootprint& prepared) {
  const MapXY middle = prepared.box().centre();
  for (const char* name : {"people", "building"}) {
    const ExposureTable* table = index.find(name);
    if (table == nullptr || table->columns->featureCount() == 0) continue;
    std::optional<NearestSettlement> nearest;
    for (const double reach_m : kNearReachesM) {
      for (const NearFeature& near : findNear(*table->columns, middle, reach_m, 8)) {
        const MapXY place = centreOf(*table->columns, near.feature);
        const double distance_m = prepared.distanceM(place);
        const double bearing_deg = std::atan2(place.x_m - middle.x_m, place.y_m - middle.y_m) * 180 / M_PI;
        if (!nearest || distance_m < nearest->distance_m)
          nearest = {table->division[near.feature], distance_m, bearing_deg < 0 ? bearing_deg + 360 : bearing_deg};
      }
      if (nearest) return nearest;
    }
  }
  return std::nullopt;
}

}  // namespace

const TableExposure* Exposure::find(std::string_view table) const {
  const auto found = std::ranges::find(tables, table, [](const TableExposure& t) { return std::string_view(t.table); });
  return found == tables.end() ? nullptr : &*found;
}

bool Exposure::empty() const {
  return std::ranges::all_of(tables, [](const TableExposure& t) { return t.cells.empty(); });
}

std::int64_t Exposure::count(std::string_view table, const ExposureFilter& filter) const {
  std::int64_t all = 0;
  if (const TableExposure* found = find(table))
    for (const ExposureCell& cell : found->cells)
      if (matches(*this, cell, filter)) all += cell.count;
  return all;
}

std::int64_t Exposure::sum(std::string_view table, std::string_view measure, const ExposureFilter& filter) const {
  const TableExposure* found = find(table);
  const ExposureTable* known = index ? index->find(table) : nullptr;
  if (found == nullptr || known == nullptr) return 0;
  std::size_t at = 0;
  if (table == "people") {
    const auto& names = peopleMeasures();
    at = static_cast<std::size_t>(std::ranges::find(names, measure) - names.begin());
    if (at == names.size()) return 0;
  } else {
    at = static_cast<std::size_t>(std::ranges::find(known->measures, measure) - known->measures.begin());
    if (at == known->measures.size()) return 0;
  }
  std::int64_t all = 0;
  for (const ExposureCell& cell : found->cells)
    if (matches(*this, cell, filter)) all += cell.measures[at];
  return all;
}

double Exposure::lengthKm(std::string_view table, const ExposureFilter& filter) const {
  std::int64_t all_cm = 0;
  if (const TableExposure* found = find(table))
    for (const ExposureCell& cell : found->cells)
      if (matches(*this, cell, filter)) all_cm += cell.length_cm;
  return static_cast<double>(all_cm) / kCmPerM / 1000;
}

FeatureSet Exposure::features(std::string_view table, const ExposureFilter& filter) const {
  const TableExposure* found = find(table);
  const ExposureTable* known = index ? index->find(table) : nullptr;
  if (found == nullptr || known == nullptr) return {};
  std::vector<std::uint32_t> features;
  for (const ExposureHit& hit : found->hits) {
    const ExposureCell cell{hit.part,
                            known->division[hit.feature],
                            known->code.empty() ? std::int16_t{0} : known->code[hit.feature],
                            known->age_band.empty() ? std::int16_t{0} : known->age_band[hit.feature],
                            1,
                            0,
                            {}};
    if (matches(*this, cell, filter)) features.push_back(hit.feature);
  }
  return FeatureSet::of(std::move(features));
}

std::vector<std::string> Exposure::divisions(std::size_t digits) const {
  std::vector<std::uint32_t> met;
  for (const TableExposure& table : tables)
    for (const ExposureCell& cell : table.cells) met.push_back(cell.division);
  std::ranges::sort(met);
  met.erase(std::unique(met.begin(), met.end()), met.end());
  std::vector<std::string> codes;
  for (const std::uint32_t at : met) {
    std::string code(prefixOf(*this, at).substr(0, digits));
    if (codes.empty() || codes.back() != code) codes.push_back(std::move(code));
  }
  return codes;
}

const std::vector<std::string>& peopleMeasures() {
  static const std::vector<std::string> names = {"population", "households", "age_65_up", "age_0_14", "age_15_64"};
  return names;
}

std::vector<std::int64_t> wholeShares(const std::vector<double>& values, std::int64_t total) {
  std::vector<std::int64_t> shares(values.size(), 0);
  double sum = 0;
  for (const double value : values) sum += std::isfinite(value) ? std::max(0.0, value) : 0.0;
  if (!(sum > 0) || total <= 0) return shares;
  std::vector<double> rest(values.size(), 0);
  std::int64_t left = total;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const double value = std::isfinite(values[i]) ? std::max(0.0, values[i]) : 0.0;
    const double exact = value / sum * static_cast<double>(total);
    shares[i] = std::min(static_cast<std::int64_t>(std::floor(exact)), left);
    rest[i] = value > 0 ? exact - static_cast<double>(shares[i]) : -1;
    left -= shares[i];
  }
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::ranges::greater(), [&](std::size_t i) { return rest[i]; });
  while (left > 0)
    for (const std::size_t i : order) {
      if (left == 0 || rest[i] < 0) break;
      ++shares[i], --left;
    }
  return shares;
}

Result<Exposure> expose(std::shared_ptr<const ExposureIndex> index, const Footprint& footprint,
                        const ExposureOptions& options, const CancelToken& cancel) {
  auto prepared = PreparedFootprint::make(footprint, index->mapCrs(), cancel);
  if (!prepared) return std::unexpected(prepared.error());
  return expose(std::move(index), footprint, *prepared, options, cancel);
}

Result<Exposure> expose(std::shared_ptr<const ExposureIndex> index, const Footprint& footprint,
                        const PreparedFootprint& prepared, const ExposureOptions& options, const CancelToken& cancel) {
  const auto began = std::chrono::steady_clock::now();
  Exposure exposure;
  exposure.index = std::move(index);
  exposure.origin = footprint.origin;
  exposure.asked = footprint.asked;
  exposure.self_crossing = prepared.hasSelfCrossing();
  exposure.by_centre = prepared.byCentre();
  exposure.missing = exposure.index->missing();
  for (std::size_t i = 0; i < prepared.classCount(); ++i) {
    exposure.part_keys.push_back(i < footprint.classes.size() ? footprint.classes[i].key : std::string());
    exposure.part_names.push_back(i < footprint.classes.size() ? footprint.classes[i].name : std::string());
    if (options.areas) exposure.part_area_m2.push_back(prepared.classAreaM2(i));
  }
  const AskedDistricts asked = districtsOf(*exposure.index, footprint);
  for (const ExposureTable& table : exposure.index->tables()) {
    if (!options.tables.empty() && std::ranges::find(options.tables, table.table) == options.tables.end()) continue;
    auto one = exposeTable(*exposure.index, table, prepared, asked, cancel);
    if (!one) return std::unexpected(one.error());
    if (one->table == "people") addPeople(exposure, *one, prepared);
    exposure.tables.push_back(std::move(*one));
  }
  if (options.nearest && exposure.empty()) {
    exposure.nearest = nearestTo(*exposure.index, prepared);
    exposure.nearest_settlement = nearestSettlementTo(*exposure.index, prepared);
  }
  exposure.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count();
  return exposure;
}

namespace {

// The ground of a division: each of its polygons as a shape; none when it has none.
Result<std::vector<FootprintShape>> groundOf(const ExposureIndex& index, const Projector& to_map,
                                             const ExposureDivision& division) {
  const MapColumns& columns = *index.areas().columns;
  const auto at = static_cast<std::uint32_t>(&division - index.divisions().data());
  std::vector<FootprintShape> shapes;
  for (std::uint32_t feature = 0; feature < columns.featureCount(); ++feature) {
    if (index.areas().division[feature] != at) continue;
    FootprintShape shape;
    for (std::uint32_t ring = columns.feature_start[feature]; ring < columns.feature_start[feature + 1]; ++ring) {
      auto& line = shape.lines.emplace_back();
      for (std::uint32_t v = columns.part_start[ring]; v < columns.part_start[ring + 1]; ++v) {
        const MapXY p = columns.at(v);
        const auto place = to_map.inverse({p.x_m, p.y_m});
        if (!place) return std::unexpected(place.error());
        line.push_back({place->x, place->y});
      }
    }
    shapes.push_back(std::move(shape));
  }
  return shapes;
}

}  // namespace

Result<Footprint> districtFootprint(const ExposureIndex& index, const std::vector<std::string>& codes) {
  Footprint footprint;
  footprint.by_centre = true;
  footprint.origin = "districts";
  footprint.asked = {{FootprintAsked::Kind::kDistricts, {}, {}, 0, 0, {}}};
  if (codes.empty()) return fail(ErrorCode::kInvalidArgument, "districts", "none named");
  const auto to_map = Projector::create("EPSG:4490", index.mapCrs());
  if (!to_map) return std::unexpected(to_map.error());
  for (const std::string& wanted : codes) {
    const ExposureDivision* division = countedDivisionOf(index, wanted);
    if (division == nullptr) return fail(ErrorCode::kUnknownName, wanted);
    auto shapes = groundOf(index, *to_map, *division);
    if (!shapes) return std::unexpected(std::move(shapes.error()));
    if (shapes->empty()) return fail(ErrorCode::kNoData, division->name, "no polygon");
    footprint.origin += " " + wanted;
    footprint.classes.push_back({wanted, division->name, std::move(*shapes)});
  }
  return footprint;
}

Result<Footprint> divisionsFootprint(const ExposureIndex& index, const std::vector<DivisionClass>& classes) {
  Footprint footprint;
  footprint.by_centre = true;
  footprint.origin = "districts";
  footprint.asked = {{FootprintAsked::Kind::kDistricts, {}, {}, 0, 0, {}}};
  const auto to_map = Projector::create("EPSG:4490", index.mapCrs());
  if (!to_map) return std::unexpected(to_map.error());
  std::unordered_set<std::string> taken;
  for (const DivisionClass& wanted : classes) {
    FootprintClass part{wanted.key, wanted.name, {}};
    for (const std::string& code : wanted.codes) {
      if (!taken.insert(code).second) continue;
      const ExposureDivision* division = countedDivisionOf(index, code);
      if (division == nullptr) return fail(ErrorCode::kUnknownName, code);
      auto shapes = groundOf(index, *to_map, *division);
      if (!shapes) return std::unexpected(std::move(shapes.error()));
      std::ranges::move(*shapes, std::back_inserter(part.shapes));
    }
    if (!part.shapes.empty()) footprint.classes.push_back(std::move(part));
  }
  if (footprint.classes.empty()) return fail(ErrorCode::kNoData, "districts", "no polygon");
  return footprint;
}

}  // namespace gis
