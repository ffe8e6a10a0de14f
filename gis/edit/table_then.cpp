// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/edit/table_then.h"

namespace gis {

namespace {

// Takes one change back; changes must come newest first.
void takeBackCells(const EditChange& change, RowThen& row) {
  if (change.column == kRowCame) {
    row = {RowThen::Presence::kNotThere, {}};
  } else if (change.column == kRowWent) {
    const auto* packed = std::get_if<std::vector<std::byte>>(&change.old_value);
    auto cells = unpackRow(packed != nullptr ? std::span<const std::byte>(*packed) : std::span<const std::byte>());
    row = {RowThen::Presence::kThere, cells ? std::move(*cells) : RowCells{}};
  } else {
    row.cells[change.column] = change.old_value;
  }
}

}  // namespace

Result<std::map<std::string, RowThen>> tableThen(EditLogStore& log, const std::string& table, std::int64_t utc_ms) {
  const auto changes = log.changesAfter(table, utc_ms);
  if (!changes) return std::unexpected(changes.error());
  std::map<std::string, RowThen> rows;
  for (const DatedChange& dated : *changes) takeBackCells(dated.change, rows[dated.change.row_uuid]);
  return rows;
}

RowThen rowThen(const std::vector<DatedChange>& changes, std::int64_t utc_ms) {
  RowThen row;
  for (auto dated = changes.rbegin(); dated != changes.rend() && dated->at_utc_ms > utc_ms; ++dated)
    takeBackCells(dated->change, row);
  return row;
}

}  // namespace gis
