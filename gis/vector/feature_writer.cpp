// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/feature_writer.h"

#include <cpl_string.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <unistd.h>

#include "gis/geo/gdal_session.h"

namespace gis {
namespace {

constexpr std::size_t kRowsATransaction = 20000;

struct FormatFacts {
  const char* driver;
  const char* crs;
};

FormatFacts factsOf(VectorFormat format) {
  switch (format) {
    case VectorFormat::kGeoPackage:
      return {"GPKG", "EPSG:4490"};
    case VectorFormat::kGeoJson:
      return {"GeoJSON", "EPSG:4326"};
    case VectorFormat::kKml:
      return {"KML", "EPSG:4326"};
  }
  return {"", ""};
}

OGRwkbGeometryType typeOf(GeometryKind kind) {
  return kind == GeometryKind::kNone ? wkbNone : wkbUnknown;  // single and multi parts in one layer
}

OGRFieldType typeOf(AttributeType type) {
  switch (type) {
    case AttributeType::kInteger:
      return OFTInteger64;
    case AttributeType::kReal:
      return OFTReal;
    case AttributeType::kText:
      return OFTString;
  }
  return OFTString;
}

Error writeError(const std::filesystem::path& file, const GdalSession& session) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
  std::error_code failed;
  ErrorCode code = ErrorCode::kIoFailed;
  if (!std::filesystem::is_directory(folder, failed))
    code = ErrorCode::kNotFound;
  else if (::access(folder.c_str(), W_OK) != 0)
    code = ErrorCode::kPermissionDenied;
  else if (const auto space = std::filesystem::space(folder, failed); !failed && space.available < 1 << 20)
    code = ErrorCode::kDiskFull;
  return {code, file.string(), session.errorText(), {}};
}

}  // namespace

struct FeatureWriter::Parts {
  GdalSession session;
  std::filesystem::path file, partial;
  GdalDataset dataset;
  OGRLayerH layer = nullptr;
  std::size_t rows = 0;
  bool transactions = false;

  ~Parts() {
    if (!dataset) return;
    dataset.reset();
    std::error_code ignored;
    std::filesystem::remove(partial, ignored);
  }
};

FeatureWriter::FeatureWriter(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}
FeatureWriter::FeatureWriter(FeatureWriter&&) noexcept = default;
FeatureWriter::~FeatureWriter() = default;

Result<FeatureWriter> FeatureWriter::create(const std::filesystem::path& file, VectorFormat format,
                                            const std::string& layer, const std::vector<WriterField>& fields,
                                            GeometryKind kind) {
  auto parts = std::make_unique<Parts>();
  parts->file = file;
  // The ending tells GDAL what it writes, so the mark of an unfinished file goes before it.
  parts->partial = file.parent_path() / (file.stem().string() + ".part" + file.extension().string());
  std::error_code ignored;
  std::filesystem::remove(parts->partial, ignored);
  const FormatFacts facts = factsOf(format);
  char** options = nullptr;
  if (format == VectorFormat::kKml) options = CSLSetNameValue(options, "NameField", "name");
  parts->dataset.reset(
      GDALCreate(GDALGetDriverByName(facts.driver), parts->partial.c_str(), 0, 0, 0, GDT_Unknown, options));
  CSLDestroy(options);
  if (!parts->dataset) return std::unexpected(writeError(file, parts->session));
  OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
  OSRSetFromUserInput(srs, facts.crs);
  OSRSetAxisMappingStrategy(srs, OAMS_TRADITIONAL_GIS_ORDER);
  parts->layer = GDALDatasetCreateLayer(parts->dataset.get(), layer.c_str(),
                                        kind == GeometryKind::kNone ? nullptr : srs, typeOf(kind), nullptr);
  OSRDestroySpatialReference(srs);
  if (!parts->layer) return std::unexpected(writeError(file, parts->session));
  for (const WriterField& field : fields) {
    OGRFieldDefnH definition = OGR_Fld_Create(field.name.c_str(), typeOf(field.type));
    const OGRErr made = OGR_L_CreateField(parts->layer, definition, TRUE);
    OGR_Fld_Destroy(definition);
    if (made != OGRERR_NONE) return std::unexpected(writeError(file, parts->session));
  }
  parts->transactions = GDALDatasetTestCapability(parts->dataset.get(), ODsCTransactions) != 0;
  if (parts->transactions) GDALDatasetStartTransaction(parts->dataset.get(), FALSE);
  return FeatureWriter(std::move(parts));
}

Result<void> FeatureWriter::add(std::span<const WriterValue> values, std::span<const std::byte> wkb) {
  OGRFeatureH feature = OGR_F_Create(OGR_L_GetLayerDefn(m_parts->layer));
  for (std::size_t i = 0; i < values.size(); ++i) {
    const int field = static_cast<int>(i);
    if (const auto* integer = std::get_if<std::int64_t>(&values[i]))
      OGR_F_SetFieldInteger64(feature, field, *integer);
    else if (const auto* real = std::get_if<double>(&values[i]))
      OGR_F_SetFieldDouble(feature, field, *real);
    else if (const auto* text = std::get_if<std::string>(&values[i]))
      OGR_F_SetFieldString(feature, field, text->c_str());
    else
      OGR_F_SetFieldNull(feature, field);
  }
  if (!wkb.empty()) {
    OGRGeometryH geometry = nullptr;
    if (OGR_G_CreateFromWkb(wkb.data(), nullptr, &geometry, static_cast<int>(wkb.size())) != OGRERR_NONE) {
      OGR_F_Destroy(feature);
      return fail(ErrorCode::kDamagedFile, m_parts->file.string(), "a geometry cannot be read");
    }
    OGR_F_SetGeometryDirectly(feature, geometry);
  }
  const OGRErr made = OGR_L_CreateFeature(m_parts->layer, feature);
  OGR_F_Destroy(feature);
  if (made != OGRERR_NONE) return std::unexpected(writeError(m_parts->file, m_parts->session));
  if (m_parts->transactions && ++m_parts->rows % kRowsATransaction == 0) {
    GDALDatasetCommitTransaction(m_parts->dataset.get());
    GDALDatasetStartTransaction(m_parts->dataset.get(), FALSE);
  }
  return {};
}

Result<void> FeatureWriter::finish() {
  if (m_parts->transactions) GDALDatasetCommitTransaction(m_parts->dataset.get());
  m_parts->dataset.reset();  // flushes; a full disk shows only now
  std::error_code failed;
  if (!m_parts->session.errors().empty()) {
    auto error = writeError(m_parts->file, m_parts->session);
    std::filesystem::remove(m_parts->partial, failed);
    return std::unexpected(std::move(error));
  }
  std::filesystem::rename(m_parts->partial, m_parts->file, failed);
  if (!failed) return {};
  const std::string why = failed.message();
  std::filesystem::remove(m_parts->partial, failed);
  return fail(ErrorCode::kIoFailed, m_parts->file.string(), why);
}

}  // namespace gis
