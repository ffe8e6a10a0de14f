// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/store/geometry_view.h"

namespace gis {

// One value of a row: null, integer, real or text (UTF-8, borrowed until append() returns).
using SqlValue = std::variant<std::monostate, std::int64_t, double, std::string_view>;

// Null when there is nothing.
template <class T>
SqlValue orNull(const std::optional<T>& value) {
  return value ? SqlValue(*value) : SqlValue();
}

// When the schema's rule about numbers (NumberRule) is asked. CHECKs and foreign keys hold for each row in any case.
enum class NumbersChecked { kRowByRow, kAtTheEnd };

// Fills one table quickly: one prepared statement, the triggers of the spatial index dropped meanwhile, the index built
// packed at the end, extent and last_change of gpkg_contents set from the clock. The same rows give the same bytes.
// Works inside the caller's transaction if there is one, else in its own, which finish() commits and the destructor
// rolls back. Foreign keys and CHECKs of the schema hold for each row. One thread, one connection; the Database must
// outlive the writer and stay where it is.
//
//   auto writer = TableWriter::open(db, "school", {"name", "pupils", ...}, clock);
//   writer->append(buffer.point(where), {"Chengguan School", 420, ...});
//   writer->finish();
class TableWriter {
 public:
  // `columns` without the geometry column (it comes first by itself in tables that have one); "fid" may be among
  // them, else rows are numbered on. Fails with kInvalidArgument (no such table or column), kReadOnly, kFileLocked.
  // kAtTheEnd is a third faster where rows come in by the dozen; a broken rule then fails finish(), and does not say
  // which row it is.
  static Result<TableWriter> open(const Database& db, const std::string& table, const std::vector<std::string>& columns,
                                  const Clock& clock, NumbersChecked checked = NumbersChecked::kRowByRow);
  TableWriter(TableWriter&&) noexcept;
  TableWriter& operator=(TableWriter&&) noexcept;
  ~TableWriter();

  // One row of a feature table; values in the order of `columns`. Fails with kInvalidArgument (wrong count, a geometry
  // that the table's type cannot hold, a broken rule of the schema: the detail names it), kDiskFull, kSqlFailed.
  Result<void> append(const GeometryView& geometry, std::span<const SqlValue> values);
  Result<void> append(const GeometryView& geometry, std::initializer_list<SqlValue> values) {
    return append(geometry, std::span<const SqlValue>(values.begin(), values.size()));
  }
  // One row of a table without geometry, or with null geometry where the schema allows it (division).
  Result<void> append(std::span<const SqlValue> values) { return append(GeometryView{}, values); }
  Result<void> append(std::initializer_list<SqlValue> values) {
    return append(GeometryView{}, std::span<const SqlValue>(values.begin(), values.size()));
  }
  struct Row {
    GeometryView geometry;
    std::span<const SqlValue> values;
  };
  // Many rows by one statement, at a third of the cost of one by one (a few dozen are enough): all or none. Fails as
  // append() does when any row is refused; appended one by one they say which.
  Result<void> appendAll(std::span<const Row> rows);
  // The fid of the row appended last; the rows of one appendAll() follow each other.
  std::int64_t lastFid() const;
  // Builds the index, brings gpkg_contents up to date, commits if the transaction is ours. Returns the rows written.
  // Fails with kInvalidArgument where numbers are checked at the end and one is wrong: roll back then.
  // Must be called; without it the rows are lost or (in the caller's transaction) not indexed.
  Result<std::int64_t> finish();

 private:
  struct State;
  explicit TableWriter(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

}  // namespace gis
