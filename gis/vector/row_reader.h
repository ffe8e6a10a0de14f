// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "gis/core/error.h"
#include "gis/vector/gdal_geometry.h"
#include "gis/vector/gdal_reader.h"
#include "gis/vector/sheet_header.h"

namespace gis {

using SourceCell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct RowReadOptions {
  std::string layer;                 // empty = the first one with rows
  std::string encoding;              // empty = found out
  std::optional<HeaderRows> header;  // of a sheet; none = found out
};

struct RowSource {
  SourceLayer layer;      // fields as they are read here: those of a sheet are all text, by its header
  bool is_sheet = false;  // a spreadsheet or CSV: rows of cells with names somewhere on top
  bool has_geometry = false;
  HeaderRows header;
  std::string driver;  // GDAL's short name
};

// Reads any vector source GDAL opens row by row, also tables without geometry. Sheets are read as they stand, so that
// titles and merged headers do not become values. Dates and times come as "2024-07-26" and "2024-07-26T18:00:00". Text
// is valid UTF-8 whatever the file holds. One thread; made and destroyed on it.
class RowReader {
 public:
  // Fails as openGdal does, and with kUnknownName (no such layer), kNoData (no layer, a sheet without a row).
  static Result<RowReader> open(const std::filesystem::path& file, const RowReadOptions& options = {});
  RowReader(RowReader&&) noexcept;
  RowReader& operator=(RowReader&&) noexcept;
  ~RowReader();

  const RowSource& source() const;

  // Moves to the next row; false at the end.
  bool next();
  // Of the current row: its number as a person counts (a sheet's rows from its very top, others from 1), its cells in
  // the order of source().layer.fields and its geometry in the file's own system, x first.
  std::int64_t number() const;
  const std::vector<SourceCell>& cells() const;
  const GeometryParts& geometry() const;
  // A row without any value; sheets have them at their end.
  bool blank() const;

  void rewind();
  // What GDAL complained about while reading (a file that breaks off).
  std::vector<std::string> complaints() const;

 private:
  struct State;
  explicit RowReader(std::unique_ptr<State> state);
  std::unique_ptr<State> m_state;
};

// A cell as a person would read it; empty for null.
std::string cellText(const SourceCell& cell);

}  // namespace gis
