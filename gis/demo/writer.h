// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <concepts>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/demo/ground.h"
#include "gis/geo/projector.h"
#include "gis/store/table_writer.h"

namespace gis::demo {

// The source of every row that was made up: "demo data (synthetic)".
inline constexpr std::string_view kSynthetic = "演示数据（合成）";

// The text of a file of data/, compiled in. Empty when there is none of that name.
std::string_view factText(std::string_view name);
// Rows of a comma-separated text whose first row names the columns; quotes as in RFC 4180. Lines starting with # are
// left out.
std::vector<std::map<std::string, std::string>> csvRows(std::string_view text);

// The geometries of one table, collected in map metres and turned into degrees all at once, so that vertices shared by
// two features stay shared to the last bit.
class Shapes {
 public:
  explicit Shapes(GeometryKind kind) : m_kind(kind) {}
  void addPoint(MapXY p);
  void addLine(std::span<const MapXY> line);
  void addPolygon(std::span<const MapXY> ring);  // closed by itself
  void addPolygon(const std::vector<Ring>& rings);
  std::size_t size() const { return m_feature_part.size(); }
  // Metres to degrees; call once, after the last feature.
  void project(const Projector& to_degrees);
  GeometryView view(std::size_t feature) const;
  LonLat firstVertex(std::size_t feature) const;

 private:
  void addPart(std::span<const MapXY> part);
  GeometryKind m_kind;
  std::vector<double> m_xy;
  std::vector<std::uint32_t> m_part_start{0};
  std::vector<std::uint32_t> m_feature_part;
};

// The values of the row being written. Text is copied into buffers that are used again.
class Row {
 public:
  template <class... T>
  void set(const T&... values) {
    (add(values), ...);
  }
  std::string_view source = kSynthetic;
  std::string uuid;  // made by the writer when left empty

 private:
  friend class DemoWriter;
  void clear();
  void addText(std::string_view text);
  template <class T>
  void add(const T& value) {
    if constexpr (std::same_as<T, std::nullopt_t>)
      m_values.emplace_back();
    else if constexpr (std::is_floating_point_v<T>)
      m_values.emplace_back(static_cast<double>(value));
    else if constexpr (std::is_integral_v<T> || std::is_enum_v<T>)
      m_values.emplace_back(static_cast<std::int64_t>(value));
    else if constexpr (std::convertible_to<T, std::string_view>)
      addText(value);
    else if (value)
      add(*value);
    else
      m_values.emplace_back();
  }
  std::vector<SqlValue> m_values;
  std::array<std::string, 40> m_kept;
  std::size_t m_used = 0;
};

// Writes the tables of the demo: adds identifier, times and source to each row, projects geometries. One thread; the
// order of calls decides the identifiers, so equal calls give equal bytes.
class DemoWriter {
 public:
  // `seed` decides the identifiers. Fails when PROJ cannot make the projection.
  static Result<DemoWriter> create(const Database& db, std::shared_ptr<const Clock> clock, std::uint64_t seed,
                                   const std::string& map_crs, CancelToken cancel);
  // Writes `count` rows; `row` sets the values of `columns` (uuid, created_utc, changed_utc, source are added).
  // `shapes` holds one geometry a row, in metres, or is null for tables without. Polls the cancel token.
  Result<void> fill(const std::string& table, std::vector<std::string> columns, std::size_t count, Shapes* shapes,
                    const std::function<void(std::size_t index, Row& row)>& row);
  std::string nextUuid() { return m_uuids.next(); }
  const Database& database() const { return *m_db; }
  const Projector& toDegrees() const { return m_projector; }
  LonLat degreesOf(MapXY p) const;
  MapXY metresOf(LonLat p) const;
  const std::map<std::string, long long>& rows() const { return m_rows; }
  // Rows in tables with geometry.
  long long features() const { return m_features; }

 private:
  DemoWriter(const Database& db, std::shared_ptr<const Clock> clock, std::uint64_t seed, Projector projector,
             CancelToken cancel);
  const Database* m_db;
  std::shared_ptr<const Clock> m_clock;
  UuidSource m_uuids;
  Projector m_projector;
  CancelToken m_cancel;
  std::string m_now_utc;
  std::map<std::string, long long> m_rows;
  long long m_features = 0;
};

}  // namespace gis::demo
