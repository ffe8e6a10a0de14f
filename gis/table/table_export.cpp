// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/table_export.h"

#include <algorithm>
#include <span>

#include "gis/table/sheet_writers.h"
#include "gis/table/table_data_store.h"
#include "gis/vector/feature_writer.h"

namespace gis {
namespace {

constexpr std::size_t kRowsAtOnce = 2000;

std::vector<std::size_t> columnsOf(const TableExport& what) {
  std::vector<std::size_t> columns;
  for (const ExportColumn& column : what.columns) columns.push_back(column.column);
  return columns;
}

// Calls `work` for some rows at a time.
template <class Work>
Result<void> forEachPart(const Database& db, const TableSchema& schema, const TableExport& what,
                         const CancelToken& cancel, const Progress& progress, const Work& work) {
  const TableDataStore store(db);
  const auto columns = columnsOf(what);
  for (std::size_t from = 0; from < what.fids.size(); from += kRowsAtOnce) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, schema.table);
    if (progress) progress(static_cast<double>(from) / static_cast<double>(what.fids.size()));
    const std::span part(what.fids.data() + from, std::min(kRowsAtOnce, what.fids.size() - from));
    const auto rows = store.rows(schema, columns, part);
    if (!rows) return std::unexpected(rows.error());
    if (auto done = work(*rows); !done) return done;
  }
  return {};
}

Result<void> writeSheet(const Database& db, const TableSchema& schema, const TableExport& what,
                        const std::filesystem::path& file, ExportFormat format, const CancelToken& cancel,
                        const Progress& progress) {
  std::vector<std::string> headings;
  for (const ExportColumn& column : what.columns) headings.push_back(column.heading);
  auto writer = format == ExportFormat::kCsv ? csvWriter(file, headings) : xlsxWriter(file, schema.title, headings);
  if (!writer) return std::unexpected(writer.error());
  std::vector<CellValue> shown(what.columns.size());
  auto done = forEachPart(db, schema, what, cancel, progress, [&](const std::vector<TableRow>& rows) -> Result<void> {
    for (const TableRow& row : rows) {
      for (std::size_t i = 0; i < shown.size(); ++i) shown[i] = what.columns[i].shown(row.cells[i]);
      if (auto added = (*writer)->add(shown); !added) return added;
    }
    return {};
  });
  return done ? (*writer)->finish() : done;
}

AttributeType attributeType(CellKind kind) {
  return kind == CellKind::kInteger ? AttributeType::kInteger
         : kind == CellKind::kReal  ? AttributeType::kReal
                                    : AttributeType::kText;
}

WriterValue writerValue(const CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell)) return *integer;
  if (const auto* real = std::get_if<double>(&cell)) return *real;
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return std::monostate();
}

// The WKB inside a GeoPackage blob (OGC 12-128r18, clause 2.1.3): the header is 8 bytes and the envelope, whose length
// bits 1 to 3 of the flags tell. Empty for an empty geometry.
std::span<const std::byte> wkbOf(const std::vector<std::byte>& blob) {
  constexpr std::size_t kHeader = 8;
  if (blob.size() < kHeader) return {};
  const auto flags = std::to_integer<unsigned>(blob[3]);
  constexpr std::size_t kEnvelope[] = {0, 32, 48, 48, 64, 0, 0, 0};
  const std::size_t start = kHeader + kEnvelope[(flags >> 1) & 7];
  if ((flags & 0x10) != 0 || blob.size() <= start) return {};
  return std::span(blob).subspan(start);
}

Result<void> writeLayer(const Database& db, const TableSchema& schema, const TableExport& what,
                        const std::filesystem::path& file, ExportFormat format, const CancelToken& cancel,
                        const Progress& progress) {
  if (schema.geometry_column.empty() && format != ExportFormat::kGeoPackage)
    return fail(ErrorCode::kNoData, schema.table, "a table without geometry or coordinate columns");
  std::vector<WriterField> fields;
  for (const ExportColumn& column : what.columns) {
    const SchemaColumn& of = schema.columns[column.column];
    if (of.name != schema.key) fields.push_back({of.name, attributeType(of.kind)});
  }
  const VectorFormat as = format == ExportFormat::kGeoPackage ? VectorFormat::kGeoPackage
                          : format == ExportFormat::kGeoJson  ? VectorFormat::kGeoJson
                                                              : VectorFormat::kKml;
  auto writer = FeatureWriter::create(file, as, schema.table, fields,
                                      schema.geometry_column.empty() ? GeometryKind::kNone : GeometryKind::kPolygon);
  if (!writer) return std::unexpected(writer.error());
  const TableDataStore store(db);
  std::vector<WriterValue> values;
  auto done = forEachPart(db, schema, what, cancel, progress, [&](const std::vector<TableRow>& rows) -> Result<void> {
    std::vector<std::int64_t> fids;
    for (const TableRow& row : rows) fids.push_back(row.fid);
    const auto blobs = store.geometries(schema, fids);
    if (!blobs) return std::unexpected(blobs.error());
    for (std::size_t row = 0; row < rows.size(); ++row) {
      values.clear();
      for (std::size_t i = 0; i < what.columns.size(); ++i)
        if (schema.columns[what.columns[i].column].name != schema.key)
          values.push_back(writerValue(rows[row].cells[i]));
      if (auto added = writer->add(values, wkbOf((*blobs)[row])); !added) return added;
    }
    return {};
  });
  return done ? writer->finish() : done;
}

}  // namespace

std::optional<ExportFormat> exportFormatOf(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (ending == ".xlsx") return ExportFormat::kXlsx;
  if (ending == ".csv") return ExportFormat::kCsv;
  if (ending == ".gpkg") return ExportFormat::kGeoPackage;
  if (ending == ".geojson" || ending == ".json") return ExportFormat::kGeoJson;
  if (ending == ".kml") return ExportFormat::kKml;
  return std::nullopt;
}

Result<void> exportTable(const Database& db, const TableSchema& schema, const TableExport& what,
                         const std::filesystem::path& file, ExportFormat format, const CancelToken& cancel,
                         const Progress& progress) {
  if (format != ExportFormat::kCsv && format != ExportFormat::kXlsx)
    return writeLayer(db, schema, what, file, format, cancel, progress);
  if (format == ExportFormat::kXlsx && what.fids.size() > kMostSheetRows)
    return fail(ErrorCode::kOutOfRange, file.string(), "a spreadsheet holds at most 1,048,576 rows");
  const std::filesystem::path partial = file.string() + ".part";
  auto done = writeSheet(db, schema, what, partial, format, cancel, progress);
  std::error_code failed;
  if (done) std::filesystem::rename(partial, file, failed);
  if (done && failed) done = fail(ErrorCode::kIoFailed, file.string(), failed.message());
  if (!done) {
    std::filesystem::remove(partial, failed);
    if (done.error().subject == partial.string()) done.error().subject = file.string();
  }
  return done;
}

}  // namespace gis
