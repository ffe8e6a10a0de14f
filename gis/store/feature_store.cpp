// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/feature_store.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "gis/store/geopackage_blob.h"
#include "gis/store/guarded.h"
#include "gis/store/raw_statement.h"
#include "gis/store/wanted_rows.h"

namespace gis {
namespace {

constexpr std::size_t kRowsPerPoll = 1024;
constexpr std::size_t kWarningsListed = 5;  // of one table: a person reads examples and a number, not a thousand lines

struct Layout {
  std::string geometry_column;
  std::string key;
  std::string crs;
  bool geographic = true;
  GeometryKind kind = GeometryKind::kNone;
  std::vector<std::pair<std::string, AttributeType>> columns;  // all but key and geometry
};

// SQLite's own rule for declared types (datatype3.html section 3.1), with text for whatever is neither number.
AttributeType attributeTypeOf(std::string declared) {
  std::transform(declared.begin(), declared.end(), declared.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  const auto has = [&](const char* part) { return declared.find(part) != std::string::npos; };
  if (has("INT") || has("BOOL")) return AttributeType::kInteger;
  if (has("REAL") || has("FLOA") || has("DOUB") || has("NUMERIC")) return AttributeType::kReal;
  return AttributeType::kText;
}

Result<Layout> layoutOf(const Database& db, const std::string& table) {
  Layout layout;
  SQLite::Statement geometry(db.sql(),
                             "SELECT g.column_name, g.geometry_type_name, s.organization, s.organization_coordsys_id, "
                             "s.definition FROM gpkg_geometry_columns g LEFT JOIN gpkg_spatial_ref_sys s ON "
                             "s.srs_id=g.srs_id WHERE g.table_name=?");
  geometry.bind(1, table);
  if (geometry.executeStep()) {
    layout.geometry_column = geometry.getColumn(0).getString();
    const auto type = geometryTypeOf(geometry.getColumn(1).getString());
    layout.kind = type ? kindOf(*type) : GeometryKind::kNone;
    const std::string definition = geometry.getColumn(4).getString();
    layout.crs = geometry.getColumn(2).getString() == "EPSG" ? "EPSG:" + geometry.getColumn(3).getString() : definition;
    layout.geographic = definition.starts_with("GEOG");
  }
  SQLite::Statement columns(db.sql(), "SELECT name, type, pk FROM pragma_table_info(?)");
  columns.bind(1, table);
  while (columns.executeStep()) {
    const std::string name = columns.getColumn(0).getString();
    if (columns.getColumn(2).getInt() == 1)
      layout.key = name;
    else if (name != layout.geometry_column)
      layout.columns.emplace_back(name, attributeTypeOf(columns.getColumn(1).getString()));
  }
  if (layout.key.empty() && !layout.geometry_column.empty())
    return fail(ErrorCode::kDamagedFile, db.file().string(), "the table " + table + " is listed but missing");
  if (layout.key.empty()) return fail(ErrorCode::kInvalidArgument, table, "no such table");
  return layout;
}

// Fills one attribute row by row, numbering texts as they first appear.
class AttributeFiller {
 public:
  explicit AttributeFiller(AttributeColumn& column) : m_column(column) {}

  // False when the cell holds something of another type; null is stored then.
  bool add(const RawStatement& row, int i) {
    const int type = row.type(i);
    switch (m_column.type) {
      case AttributeType::kInteger: {
        const bool good = type == SQLITE_INTEGER;
        m_column.integers.push_back(good ? row.integer(i) : AttributeColumn::kNullInteger);
        return good || type == SQLITE_NULL;
      }
      case AttributeType::kReal: {
        const bool good = type == SQLITE_FLOAT || type == SQLITE_INTEGER;
        m_column.reals.push_back(good ? row.real(i) : std::nan(""));
        return good || type == SQLITE_NULL;
      }
      case AttributeType::kText:
        m_column.codes.push_back(type == SQLITE_NULL ? AttributeColumn::kNullCode : codeOf(row.text(i)));
        return type != SQLITE_BLOB;
    }
    return false;
  }

  // The last row is none after all.
  void takeBack() {
    if (!m_column.integers.empty()) m_column.integers.pop_back();
    if (!m_column.reals.empty()) m_column.reals.pop_back();
    if (!m_column.codes.empty()) m_column.codes.pop_back();
  }

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  std::uint32_t codeOf(std::string_view text) {
    // Neighbouring rows are often alike (same village, same source).
    if (m_last < m_column.dictionary.size() && m_column.dictionary[m_last] == text) return m_last;
    const auto found = m_codes.find(text);
    if (found != m_codes.end()) return m_last = found->second;
    m_last = static_cast<std::uint32_t>(m_column.dictionary.size());
    m_column.dictionary.emplace_back(text);
    m_codes.emplace(text, m_last);
    return m_last;
  }
  AttributeColumn& m_column;
  std::unordered_map<std::string, std::uint32_t, Hash, std::equal_to<>> m_codes;
  std::uint32_t m_last = 0;
};

// Room for all rows, by the share of the keys that these have come to. Growing by doubling would hold the old and the
// new memory at once, and half of the new for nothing; what is reserved and never written costs nothing.
class Forecast {
 public:
  explicit Forecast(std::int64_t last_fid) : m_last_fid(last_fid) {}
  void see(std::int64_t fid, FeatureColumns& columns) {
    if (m_done || columns.fid.size() < kRowsSeen) return;
    m_done = true;
    const double keys = static_cast<double>(fid - columns.fid.front()) + 1;
    const double times = std::min(kMostTimes, (static_cast<double>(m_last_fid - columns.fid.front()) + 1) / keys);
    const auto reserve = [&](auto& values) {
      if (!values.empty()) values.reserve(static_cast<std::size_t>(static_cast<double>(values.size()) * times * 1.1));
    };
    reserve(columns.xy), reserve(columns.part_start), reserve(columns.feature_start), reserve(columns.fid);
    for (AttributeColumn& attribute : columns.attributes)
      reserve(attribute.integers), reserve(attribute.reals), reserve(attribute.codes);
  }

 private:
  static constexpr std::size_t kRowsSeen = 8192;
  static constexpr double kMostTimes = 400;
  std::int64_t m_last_fid;
  bool m_done = false;
};

class WarningList {
 public:
  explicit WarningList(std::string table) : m_table(std::move(table)) {}
  void add(WarningCode code, std::int64_t fid, const std::string& detail) {
    if (++m_count <= kWarningsListed) m_list.push_back({code, m_table + " " + std::to_string(fid), detail});
  }
  std::vector<Warning> take() {
    if (m_count > kWarningsListed)
      m_list.push_back(
          {WarningCode::kRowSkipped, m_table, fmt::format("{} more like these", m_count - kWarningsListed)});
    return std::move(m_list);
  }

 private:
  std::string m_table;
  std::size_t m_count = 0;
  std::vector<Warning> m_list;
};

// Rows with these keys (none: all), of them those that `wanted` (none: all) accepts.
Result<Loaded<FeatureColumns>> rowsOf(const Database& db, const std::string& table,
                                      const std::vector<std::string>& attributes, const std::string& keys,
                                      const RowWanted& wanted, const CancelToken& cancel, const Progress& progress) {
  return guarded(db, [&]() -> Result<Loaded<FeatureColumns>> {
    const auto layout = layoutOf(db, table);
    if (!layout) return std::unexpected(layout.error());
    if (layout->geometry_column.empty()) return fail(ErrorCode::kInvalidArgument, table, "not a feature table");

    FeatureColumns columns;
    columns.kind = layout->kind;
    columns.crs = layout->crs;
    columns.geographic = layout->geographic;
    columns.part_start.push_back(0);
    columns.feature_start.push_back(0);
    std::string sql = "SELECT " + sqlName(layout->key) + "," + sqlName(layout->geometry_column);
    for (const std::string& name : attributes) {
      const auto known = std::find_if(layout->columns.begin(), layout->columns.end(),
                                      [&](const auto& column) { return column.first == name; });
      if (known == layout->columns.end()) return fail(ErrorCode::kInvalidArgument, table, "no such column: " + name);
      columns.attributes.emplace_back();
      columns.attributes.back().name = name;
      columns.attributes.back().type = known->second;
      sql += "," + sqlName(name);
    }
    sql += " FROM " + sqlName(table);
    if (!keys.empty()) sql += " WHERE " + sqlName(layout->key) + " IN (" + keys + ")";
    sql += " ORDER BY " + sqlName(layout->key);
    const std::int64_t last_fid =
        db.sql().execAndGet("SELECT ifnull(max(" + sqlName(layout->key) + "),0) FROM " + sqlName(table)).getInt64();
    std::vector<AttributeFiller> fillers(columns.attributes.begin(), columns.attributes.end());

    WarningList warnings(table);
    Forecast forecast(last_fid);
    auto statement = RawStatement::prepare(db, sql);
    if (!statement) return std::unexpected(statement.error());
    RawStatement& row = *statement;
    for (std::size_t n = 0; row.step(); ++n) {
      const std::int64_t fid = row.integer(0);
      if (n % kRowsPerPoll == 0) {
        if (cancel.cancelled()) return fail(ErrorCode::kCancelled, table);
        if (keys.empty() && !wanted) forecast.see(fid, columns);
        if (progress && last_fid > 0)
          progress(std::clamp(static_cast<double>(fid) / static_cast<double>(last_fid), 0.0, 1.0));
      }
      if (wanted) {
        for (std::size_t i = 0; i < fillers.size(); ++i) fillers[i].add(row, static_cast<int>(i) + 2);
        const bool takes = wanted(columns.attributes);
        for (AttributeFiller& filler : fillers) filler.takeBack();
        if (!takes) continue;
      }
      if (row.isNull(1)) {
        warnings.add(WarningCode::kGeometrySkipped, fid, "no geometry");
        continue;
      }
      if (auto decoded = decodeGeometry(row.blob(1), columns); !decoded) {
        warnings.add(WarningCode::kGeometrySkipped, fid, decoded.error().detail);
        continue;
      }
      columns.feature_start.push_back(static_cast<std::uint32_t>(columns.part_start.size() - 1));
      columns.fid.push_back(fid);
      for (std::size_t i = 0; i < fillers.size(); ++i)
        if (!fillers[i].add(row, static_cast<int>(i) + 2))
          warnings.add(WarningCode::kValueUnreadable, fid, columns.attributes[i].name);
    }
    if (auto done = row.outcome(); !done) return std::unexpected(done.error());
    if (progress) progress(1.0);
    return Loaded<FeatureColumns>{std::move(columns), warnings.take()};
  });
}

}  // namespace

Result<std::vector<FeatureTable>> FeatureStore::tables() const {
  return guarded(m_db, [&]() -> Result<std::vector<FeatureTable>> {
    std::vector<FeatureTable> tables;
    SQLite::Statement rows(m_db.sql(),
                           "SELECT c.table_name, g.column_name, g.geometry_type_name, ifnull(c.identifier,'') FROM "
                           "gpkg_contents c JOIN gpkg_geometry_columns g ON g.table_name=c.table_name WHERE "
                           "c.data_type='features' ORDER BY c.rowid");
    while (rows.executeStep()) {
      const auto type = geometryTypeOf(rows.getColumn(2).getString());
      tables.push_back({rows.getColumn(0).getString(), rows.getColumn(1).getString(),
                        type ? kindOf(*type) : GeometryKind::kNone, rows.getColumn(3).getString()});
    }
    return tables;
  });
}

Result<std::int64_t> FeatureStore::count(const std::string& table) const {
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    if (auto layout = layoutOf(m_db, table); !layout) return std::unexpected(layout.error());
    return m_db.sql().execAndGet("SELECT count(*) FROM " + sqlName(table)).getInt64();
  });
}

Result<std::int64_t> FeatureStore::highestFid(const std::string& table) const {
  return guarded(m_db, [&]() -> Result<std::int64_t> {
    if (auto layout = layoutOf(m_db, table); !layout) return std::unexpected(layout.error());
    return m_db.sql().execAndGet("SELECT ifnull(max(rowid), 0) FROM " + sqlName(table)).getInt64();
  });
}

Result<Loaded<FeatureColumns>> FeatureStore::read(const std::string& table, const std::vector<std::string>& attributes,
                                                  const CancelToken& cancel, const Progress& progress) const {
  return readWhere(table, attributes, {}, cancel, progress);
}

Result<Loaded<FeatureColumns>> FeatureStore::readRows(const std::string& table,
                                                      const std::vector<std::string>& attributes,
                                                      std::span<const std::int64_t> fids) const {
  std::string keys;
  for (const std::int64_t fid : fids) keys += (keys.empty() ? "" : ",") + std::to_string(fid);
  return readWhere(table, attributes, keys.empty() ? "NULL" : keys, {}, {});
}

Result<Loaded<FeatureColumns>> FeatureStore::readWhere(const std::string& table,
                                                       const std::vector<std::string>& attributes,
                                                       const std::string& keys, const CancelToken& cancel,
                                                       const Progress& progress) const {
  return rowsOf(m_db, table, attributes, keys, {}, cancel, progress);
}

Result<Loaded<FeatureColumns>> readWantedRows(const Database& db, const std::string& table,
                                              const std::vector<std::string>& attributes, const RowWanted& wanted,
                                              const CancelToken& cancel) {
  return rowsOf(db, table, attributes, {}, wanted, cancel, {});
}

Result<std::vector<FieldValue>> FeatureStore::row(const std::string& table, std::int64_t fid) const {
  return guarded(m_db, [&]() -> Result<std::vector<FieldValue>> {
    const auto layout = layoutOf(m_db, table);
    if (!layout) return std::unexpected(layout.error());
    std::string sql = "SELECT " + sqlName(layout->key);
    for (const auto& [name, type] : layout->columns) sql += "," + sqlName(name);
    auto statement =
        RawStatement::prepare(m_db, sql + " FROM " + sqlName(table) + " WHERE " + sqlName(layout->key) + "=?");
    if (!statement) return std::unexpected(statement.error());
    RawStatement& row = *statement;
    row.bind(1, fid);
    if (!row.step()) {
      if (auto done = row.outcome(); !done) return std::unexpected(done.error());
      return fail(ErrorCode::kNoData, table, "no row " + std::to_string(fid));
    }
    std::vector<FieldValue> values;
    for (int i = 0; i < row.columns(); ++i) {
      FieldValue value{std::string(row.name(i)), {}};
      const int type = row.type(i);
      if (type == SQLITE_INTEGER) value.value = row.integer(i);
      if (type == SQLITE_FLOAT) value.value = row.real(i);
      if (type == SQLITE_TEXT) value.value = std::string(row.text(i));
      values.push_back(std::move(value));
    }
    return values;
  });
}

}  // namespace gis
