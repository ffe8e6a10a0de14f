// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/uuid.h"
#include "gis/geo/projector.h"
#include "gis/import/cell_reader.h"
#include "gis/import/known_row_store.h"
#include "gis/store/geometry_view.h"
#include "gis/vector/row_reader.h"

namespace gis {

// Coordinates of a file in CGCS2000 degrees, as the mapping says. One thread.
class Placement {
 public:
  // `crs` is anything PROJ reads, "gcj02" or "bd09"; empty: none is needed. Fails with kUnknownCrs.
  static Result<Placement> create(const std::string& crs, const Mapping& mapping);
  // In place, x0,y0,x1,y1 ...; what has no answer becomes infinite.
  void place(std::span<double> xy) const;

 private:
  std::shared_ptr<const Projector> m_projector;  // none: degrees already
  ShiftedMap m_shifted = ShiftedMap::kNone;
  bool m_swap = false;
  double m_east_m = 0;
  double m_north_m = 0;
};

// A row of a file on its way into the table.
struct MadeRow {
  std::int64_t number = 0;        // in the file
  std::vector<CellValue> values;  // in the order of RowMaker::columns()
  GeometryKind kind = GeometryKind::kNone;
  std::vector<double> xy;
  std::vector<std::uint32_t> part_start;
  RowMarks marks;

  GeometryView view() const { return {kind, xy, part_start, 0}; }
};

// Reads a file block by block and makes rows of the table of it. One thread.
class RowMaker {
 public:
  // Everything referred to must outlive it. `now_utc` is the text for created and changed.
  struct Context {
    const TargetTable& table;
    const Mapping& mapping;
    const Vocabulary& vocabulary;
    const Database& db;
    std::string source_name;  // for the column `source` when the mapping says nothing
    std::string now_utc;
    UuidSource* uuids = nullptr;
  };
  static Result<RowMaker> create(RowReader& reader, const Context& context);

  // The columns of a row, in the order of their values: all of the table.
  const std::vector<std::string>& columns() const { return m_columns; }
  // Whether the file says something of a column: what a known row is compared by.
  bool fromFile(std::size_t column) const { return m_sources[column].from_file; }
  // The next rows of the file, at most some thousands; empty at its end. What cannot be used goes to `rejected`.
  std::vector<MadeRow> next(std::vector<RejectedRow>& rejected);
  // Fills what is still missing and has a default: for a row that is new. False: it was rejected.
  bool complete(MadeRow& row, std::vector<RejectedRow>& rejected) const;
  std::int64_t rowsRead() const { return m_rows_read; }

 private:
  struct Source {
    std::optional<std::size_t> field;
    std::optional<CellReader> reader;
    CellValue fixed;  // the mapping's own value, or the default
    bool from_file = false;
    bool from_place = false;
    bool from_geometry = false;
  };
  RowMaker(RowReader& reader, const Context& context) : m_reader(&reader), m_context(context) {}
  Result<void> prepare();
  Result<void> prepareColumn(const TargetColumn& column);
  bool takeGeometry(MadeRow& row, std::vector<RejectedRow>& rejected) const;
  bool takeCells(MadeRow& row, std::vector<RejectedRow>& rejected) const;
  bool checkPlace(MadeRow& row, std::vector<RejectedRow>& rejected) const;
  void fillFromPlace(MadeRow& row) const;
  void mark(MadeRow& row) const;
  std::optional<std::size_t> fieldNamed(const std::string& name) const;

  RowReader* m_reader;
  Context m_context;
  std::vector<std::string> m_columns;
  std::vector<Source> m_sources;
  std::vector<std::unique_ptr<ColumnRule>> m_rules;
  std::optional<Placement> m_placement;
  std::optional<std::size_t> m_x, m_y;
  std::optional<std::size_t> m_uuid, m_code, m_name, m_division;  // among the columns
  LonLatBox m_reach;                                              // rows outside are far away
  std::int64_t m_rows_read = 0;
};

}  // namespace gis
