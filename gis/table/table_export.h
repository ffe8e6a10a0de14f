// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/edit/cell_value.h"
#include "gis/store/database.h"
#include "gis/table/table_schema.h"

namespace gis {

enum class ExportFormat { kXlsx, kCsv, kGeoPackage, kGeoJson, kKml };

// By the ending of the name: .xlsx .csv .gpkg .geojson (or .json) .kml.
std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& file);

// A column as a spreadsheet shows it. Formats that programs read take the column's name and the value as it is stored.
struct ExportColumn {
  std::size_t column = 0;
  std::string heading;
  std::function<CellValue(const CellValue&)> shown;  // a code's name, a number in the unit of the heading
};

struct TableExport {
  std::vector<ExportColumn> columns;
  std::vector<std::int64_t> fids;  // which rows, in this order
};

// Writes rows of a table to a file, which gets its name when it is whole. CSV is UTF-8 with the mark that Excel needs
// (RFC 4180 otherwise). Fails with kNotFound, kPermissionDenied, kDiskFull, kIoFailed, kOutOfRange (more rows than a
// sheet of Excel has), kNoData (places are asked of a table without geometry), kCancelled; then nothing is left behind.
// For a worker.
Result<void> exportTable(const Database& db, const TableSchema& schema, const TableExport& what,
                         const std::filesystem::path& file, ExportFormat format, const CancelToken& cancel = {},
                         const Progress& progress = {});

}  // namespace gis
