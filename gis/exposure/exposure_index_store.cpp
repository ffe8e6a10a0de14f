// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/exposure/exposure_index_store.h"

#include <algorithm>
#include <numeric>

#include "gis/footprint/prepared_footprint.h"
#include "gis/store/feature_store.h"
#include "gis/store/guarded.h"
#include "gis/store/layer_revision.h"
#include "gis/store/raw_statement.h"

namespace gis {
namespace {

constexpr const char* kDivision = "division";

// Features by their fid.
class FidLookup {
 public:
  explicit FidLookup(const MapColumns& columns) : m_order(columns.featureCount()), m_fids(&columns.features->fid) {
    std::iota(m_order.begin(), m_order.end(), 0U);
    std::ranges::sort(m_order, {}, [&](std::uint32_t i) { return (*m_fids)[i]; });
  }
  // Asked with ascending fids, it walks; the feature or nothing.
  const std::uint32_t* next(std::int64_t fid) {
    while (m_at < m_order.size() && (*m_fids)[m_order[m_at]] < fid) ++m_at;
    return m_at < m_order.size() && (*m_fids)[m_order[m_at]] == fid ? &m_order[m_at] : nullptr;
  }

 private:
  std::vector<std::uint32_t> m_order;
  const std::vector<std::int64_t>* m_fids;
  std::size_t m_at = 0;
};

std::uint32_t divisionOf(const std::vector<ExposureDivision>& divisions, std::string_view code) {
  const auto found =
      std::ranges::lower_bound(divisions, code, {}, [](const ExposureDivision& d) { return std::string_view(d.code); });
  return found == divisions.end() || found->code != code ? 0 : static_cast<std::uint32_t>(found - divisions.begin());
}

std::int32_t whole(const RawStatement& row, int column) {
  return static_cast<std::int32_t>(
      std::clamp<std::int64_t>(row.integer(column), 0, std::numeric_limits<std::int32_t>::max()));
}

}  // namespace

Result<bool> ExposureIndexStore::has(const std::string& table) const {
  return guarded(m_workspace.db(), [&]() -> Result<bool> {
    SQLite::Statement ask(m_workspace.db().sql(), "SELECT count(*) FROM sqlite_master WHERE type='table' AND name=?");
    ask.bind(1, table);
    return ask.executeStep() && ask.getColumn(0).getInt() > 0;
  });
}

Result<std::shared_ptr<const MapColumns>> ExposureIndexStore::geometry(const std::string& table,
                                                                       const ExposureIndex::Drawn& drawn,
                                                                       const CancelToken& cancel) const {
  if (const auto known = drawn.find(table); known != drawn.end() && known->second && known->second->features)
    return known->second;
  auto read = FeatureStore(m_workspace.db()).read(table, {}, cancel);
  if (!read) return std::unexpected(read.error());
  auto built = buildMapColumns(std::move(read->value), m_workspace.facts().map_crs, cancel);
  if (!built) return std::unexpected(built.error());
  return built->value;
}

Result<void> ExposureIndexStore::readDivisions(ExposureIndex& index) const {
  auto rows =
      RawStatement::prepare(m_workspace.db(),
                            "SELECT d.code,d.name,d.level,p.population,p.households,p.age_0_14,p.age_15_64,p.age_65_up "
                            "FROM division d LEFT JOIN population_village p ON p.division_code=d.code ORDER BY d.code");
  if (!rows) return std::unexpected(rows.error());
  while (rows->step())
    index.m_divisions.push_back({std::string(rows->text(0)), std::string(rows->text(1)), whole(*rows, 2),
                                 whole(*rows, 3), whole(*rows, 4), whole(*rows, 5), whole(*rows, 6), whole(*rows, 7),
                                 0});
  if (index.m_divisions.empty()) index.m_divisions.push_back({});  // what belongs nowhere must belong somewhere
  return rows->outcome();
}

Result<void> ExposureIndexStore::readPersons(ExposureIndex& index) const {
  const auto there = has("responsible_person");
  if (!there || !*there) return there ? Result<void>() : std::unexpected(there.error());
  auto rows = RawStatement::prepare(m_workspace.db(),
                                    "SELECT fid,name,post,unit,phone,role,division_code,object_table,object_uuid "
                                    "FROM responsible_person ORDER BY fid");
  if (!rows) return std::unexpected(rows.error());
  std::map<std::string, std::vector<std::pair<std::string, std::size_t>>> objects;  // table -> uuid, person
  while (rows->step()) {
    ExposurePerson person;
    person.fid = rows->integer(0);
    person.name = rows->text(1), person.post = rows->text(2), person.unit = rows->text(3), person.phone = rows->text(4);
    person.role = whole(*rows, 5);
    person.division = divisionOf(index.m_divisions, rows->text(6));
    person.object_table = rows->text(7);
    if (!person.object_table.empty())
      objects[person.object_table].emplace_back(std::string(rows->text(8)), index.m_persons.size());
    index.m_persons.push_back(std::move(person));
  }
  if (auto done = rows->outcome(); !done) return done;
  // A thing is named by its uuid; only tables of ours are asked.
  for (const auto& [table, persons] : objects) {
    if (!std::ranges::any_of(exposureTableSpecs(), [&](const auto& spec) { return table == spec.table; })) continue;
    auto find = RawStatement::prepare(m_workspace.db(), "SELECT fid FROM " + table + " WHERE uuid=?1");
    if (!find) continue;
    for (const auto& [uuid, person] : persons) {
      find->bind(1, std::string_view(uuid));
      if (find->step()) index.m_persons[person].object_fid = find->integer(0);
      find->reset();
    }
  }
  return {};
}

Result<void> ExposureIndexStore::readAreas(ExposureIndex& index, const ExposureIndex::Drawn& drawn,
                                           const CancelToken& cancel) const {
  auto columns = geometry(kDivision, drawn, cancel);
  if (!columns) return std::unexpected(columns.error());
  index.m_areas.columns = *columns;
  index.m_areas.division.assign((*columns)->featureCount(), 0);
  FidLookup lookup(**columns);
  auto rows = RawStatement::prepare(m_workspace.db(), "SELECT fid,code FROM division ORDER BY fid");
  if (!rows) return std::unexpected(rows.error());
  while (rows->step())
    if (const std::uint32_t* feature = lookup.next(rows->integer(0)))
      index.m_areas.division[*feature] = divisionOf(index.m_divisions, rows->text(1));
  return rows->outcome();
}

Result<void> ExposureIndexStore::readTable(ExposureIndex& index, const ExposureTableSpec& spec,
                                           const ExposureIndex::Drawn& drawn, const CancelToken& cancel) const {
  const auto there = has(spec.table);
  if (!there) return std::unexpected(there.error());
  if (!*there) {
    index.m_missing.push_back(spec.table);
    return {};
  }
  auto columns = geometry(spec.table, drawn, cancel);
  if (!columns) {
    if (columns.error().code == ErrorCode::kCancelled) return std::unexpected(columns.error());
    index.m_missing.push_back(spec.table);
    return {};
  }
  ExposureTable table;
  table.table = spec.name;
  table.code_list = spec.code_list;
  table.columns = *columns;
  const std::size_t count = (*columns)->featureCount();
  table.division.assign(count, 0);
  const bool has_code = *spec.code != 0, is_building = table.table == "building";
  if (has_code) table.code.assign(count, 0);
  if (is_building) table.age_band.assign(count, 0);
  std::string sql = std::string("SELECT fid,division_code,") + (has_code ? spec.code : "0") + "," +
                    (is_building ? "built_year" : "0");
  for (const auto& [name, expression] : spec.measures) {
    table.measures.emplace_back(name);
    table.values.emplace_back(count, 0);
    sql += std::string(",") + expression;
  }
  auto rows = RawStatement::prepare(m_workspace.db(), sql + " FROM " + spec.table + " ORDER BY fid");
  if (!rows) {
    index.m_missing.push_back(spec.table);  // another schema's table of that name
    return {};
  }
  FidLookup lookup(**columns);
  std::string last_code;
  std::uint32_t last_division = 0;
  for (std::size_t n = 0; rows->step(); ++n) {
    if ((n & 1023) == 0 && cancel.cancelled()) return fail(ErrorCode::kCancelled, spec.table);
    const std::uint32_t* feature = lookup.next(rows->integer(0));
    if (feature == nullptr) continue;
    // Rows of a village lie together.
    const std::string_view code = rows->text(1);
    if (code != last_code) last_code = code, last_division = divisionOf(index.m_divisions, code);
    table.division[*feature] = last_division;
    if (has_code && rows->type(2) == SQLITE_TEXT) {
      const std::string text(rows->text(2));
      auto known = std::ranges::find(table.codes, text);
      if (known == table.codes.end()) table.codes.push_back(text), known = table.codes.end() - 1;
      table.code[*feature] = static_cast<std::int16_t>(known - table.codes.begin() + 1);
    } else if (has_code) {
      table.code[*feature] = static_cast<std::int16_t>(rows->integer(2));
    }
    if (is_building) table.age_band[*feature] = static_cast<std::int16_t>(buildingAgeBand(whole(*rows, 3)));
    for (std::size_t m = 0; m < table.values.size(); ++m)
      table.values[m][*feature] = whole(*rows, static_cast<int>(m) + 4);
    if (table.table == "people") index.m_divisions[last_division].counted_population += table.values[0][*feature];
  }
  if (auto done = rows->outcome(); !done) return done;
  if ((*columns)->kind != GeometryKind::kPoint) {
    table.centre_m.reserve(count * 2);
    for (std::uint32_t i = 0; i < count; ++i) {
      const MapXY centre = centreOf(**columns, i);
      table.centre_m.push_back(static_cast<float>(centre.x_m - (*columns)->origin.x_m));
      table.centre_m.push_back(static_cast<float>(centre.y_m - (*columns)->origin.y_m));
    }
  }
  index.m_tables.push_back(std::move(table));
  return {};
}

Result<std::shared_ptr<const ExposureIndex>> ExposureIndexStore::load(const ExposureIndex::Drawn& drawn,
                                                                      const CancelToken& cancel,
                                                                      const Progress& progress) const {
  return guarded(m_workspace.db(), [&]() -> Result<std::shared_ptr<const ExposureIndex>> {
    auto index = std::make_shared<ExposureIndex>();
    index->m_map_crs = m_workspace.facts().map_crs;
    if (const auto marks = LayerRevisions(m_workspace.db()).marks()) index->m_marks = *marks;
    for (const auto& step : {readDivisions(*index), readAreas(*index, drawn, cancel)})
      if (!step) return std::unexpected(step.error());
    const auto& specs = exposureTableSpecs();
    for (std::size_t i = 0; i < specs.size(); ++i) {
      if (progress) progress(static_cast<double>(i) / static_cast<double>(specs.size()));
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, "exposure");
      if (auto read = readTable(*index, specs[i], drawn, cancel); !read) return std::unexpected(read.error());
    }
    if (auto persons = readPersons(*index); !persons) return std::unexpected(persons.error());
    SQLite::Statement newest(m_workspace.db().sql(), "SELECT max(last_change) FROM gpkg_contents");
    if (newest.executeStep()) index->m_data_time_utc = newest.getColumn(0).getString();
    return index;
  });
}

Result<std::shared_ptr<const ExposureIndex>> ExposureIndex::load(const Workspace& workspace, const Drawn& drawn,
                                                                 const CancelToken& cancel, const Progress& progress) {
  return ExposureIndexStore(workspace).load(drawn, cancel, progress);
}

const ExposureTable* ExposureIndex::find(std::string_view table) const {
  const auto found =
      std::ranges::find(m_tables, table, [](const ExposureTable& t) { return std::string_view(t.table); });
  return found == m_tables.end() ? nullptr : &*found;
}

const ExposureDivision* ExposureIndex::division(std::string_view code) const {
  const auto found = std::ranges::lower_bound(m_divisions, code, {},
                                              [](const ExposureDivision& d) { return std::string_view(d.code); });
  return found == m_divisions.end() || found->code != code ? nullptr : &*found;
}

}  // namespace gis
