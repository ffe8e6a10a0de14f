// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/gdal_reader.h"

#include <fmt/format.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>

#include <array>
#include <charconv>
#include <cmath>
#include <memory>
#include <unordered_map>

#include "gis/geo/gdal_session.h"
#include "gis/vector/gdal_geometry.h"
#include "gis/vector/gdal_layer.h"

namespace gis {

namespace {

constexpr std::size_t kMostSingleWarnings = 50;
constexpr int kSampledFeatures = 500;
constexpr std::array kKinds = {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon};

struct FeatureDelete {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};

// Features of one kind while they are collected; texts are still the file's bytes.
struct Collected {
  FeatureColumns columns;
  std::vector<std::unordered_map<std::string, std::uint32_t>> codes;  // per attribute

  explicit Collected(GeometryKind kind, OGRFeatureDefnH definition) {
    columns.kind = kind;
    columns.part_start = columns.feature_start = {0};
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
      const OGRFieldDefnH field = OGR_FD_GetFieldDefn(definition, i);
      columns.attributes.push_back(
          {OGR_Fld_GetNameRef(field), attributeTypeOf(OGR_Fld_GetType(field)), {}, {}, {}, {}});
    }
    codes.resize(columns.attributes.size());
  }

  void addShape(const GeometryParts::Kind& parts, std::int64_t fid) {
    columns.xy.insert(columns.xy.end(), parts.xy.begin(), parts.xy.end());
    for (const std::uint32_t size : parts.part_sizes) columns.part_start.push_back(columns.part_start.back() + size);
    columns.feature_start.push_back(static_cast<std::uint32_t>(columns.part_start.size() - 1));
    columns.fid.push_back(fid);
  }

  void addAttributes(OGRFeatureH feature) {
    for (std::size_t i = 0; i < columns.attributes.size(); ++i) {
      AttributeColumn& attribute = columns.attributes[i];
      const int field = static_cast<int>(i);
      const bool null = !OGR_F_IsFieldSetAndNotNull(feature, field);
      switch (attribute.type) {
        case AttributeType::kInteger:
          attribute.integers.push_back(null ? AttributeColumn::kNullInteger
                                            : OGR_F_GetFieldAsInteger64(feature, field));
          break;
        case AttributeType::kReal:
          attribute.reals.push_back(null ? std::numeric_limits<double>::quiet_NaN()
                                         : OGR_F_GetFieldAsDouble(feature, field));
          break;
        case AttributeType::kText:
          attribute.codes.push_back(null ? AttributeColumn::kNullCode
                                         : codeOf(i, OGR_F_GetFieldAsString(feature, field)));
      }
    }
  }

  std::uint32_t codeOf(std::size_t attribute, const char* text) {
    std::vector<std::string>& dictionary = columns.attributes[attribute].dictionary;
    const auto [at, fresh] = codes[attribute].try_emplace(text, static_cast<std::uint32_t>(dictionary.size()));
    if (fresh) dictionary.push_back(at->first);
    return at->second;
  }
};

// A CSV column whose every text is a number becomes a column of numbers. Codes with leading zeros stay text.
bool readsAsInteger(const std::string& text, std::int64_t& value) {
  const std::size_t digits = text.starts_with('-') ? 1 : 0;
  if (text.size() > digits + 1 && text[digits] == '0') return false;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size();
}
bool readsAsReal(const std::string& text, double& value) {
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool code = text.size() > 1 && text[0] == '0' && text[1] != '.';
  return !code && read.ec == std::errc() && read.ptr == text.data() + text.size() && std::isfinite(value);
}

void numbersFromText(AttributeColumn& column) {
  if (column.type != AttributeType::kText || column.dictionary.empty()) return;
  std::vector<std::int64_t> integers(column.dictionary.size());
  std::vector<double> reals(column.dictionary.size());
  bool all_integer = true, any = false;
  for (std::size_t i = 0; i < column.dictionary.size(); ++i) {
    if (column.dictionary[i].empty()) {
      integers[i] = AttributeColumn::kNullInteger, reals[i] = std::numeric_limits<double>::quiet_NaN();
      continue;
    }
    any = true;
    all_integer = all_integer && readsAsInteger(column.dictionary[i], integers[i]);
    if (!readsAsReal(column.dictionary[i], reals[i])) return;
  }
  if (!any) return;
  for (const std::uint32_t code : column.codes) {
    const bool null = code == AttributeColumn::kNullCode;
    if (all_integer)
      column.integers.push_back(null ? AttributeColumn::kNullInteger : integers[code]);
    else
      column.reals.push_back(null ? std::numeric_limits<double>::quiet_NaN() : reals[code]);
  }
  column.type = all_integer ? AttributeType::kInteger : AttributeType::kReal;
  column.codes = {};
  column.dictionary = {};
}

// One reading of one layer.
class LayerRead {
 public:
  LayerRead(GDALDatasetH dataset, OGRLayerH layer, const VectorReadOptions& options, std::string subject)
      : m_dataset(dataset),
        m_layer(layer),
        m_options(options),
        m_subject(std::move(subject)),
        m_parts(axesSwapped(OGR_L_GetSpatialRef(layer)) ? GeometryParts::AxisUse::kSwapped
                                                        : GeometryParts::AxisUse::kAsRead) {
    for (const GeometryKind kind : kKinds) m_collected.emplace_back(kind, OGR_L_GetLayerDefn(layer));
  }

  Result<Loaded<std::vector<FeatureColumns>>> run(const CancelToken& cancel, const Progress& progress) {
    m_crs = m_options.crs_override.empty() ? crsText(OGR_L_GetSpatialRef(m_layer)) : m_options.crs_override;
    const bool table = OGR_FD_GetGeomFieldCount(OGR_L_GetLayerDefn(m_layer)) == 0;
    if (table) {
      if (auto ready = preparePointTable(); !ready) return std::unexpected(std::move(ready.error()));
    } else if (m_crs.empty()) {
      return fail(ErrorCode::kMissingCrs, m_subject);
    }
    if (auto done = readAll(cancel, progress); !done) return std::unexpected(std::move(done.error()));
    return finish();
  }

 private:
  Result<void> preparePointTable() {
    EncodingGuess guess;
    std::vector<std::string> names = rawFieldNames(m_layer);
    for (const std::string& name : names) guess.add(name);
    for (std::string& name : names) name = toUtf8(name, m_options.encoding.empty() ? guess.best() : m_options.encoding);
    m_points = findPointColumns(names);
    if (!m_points) return fail(ErrorCode::kNoData, m_subject, "a table without geometry or coordinate columns");
    if (m_crs.empty()) {
      if (!m_points->named_as_degrees && !looksLikeDegrees()) return fail(ErrorCode::kMissingCrs, m_subject);
      m_crs = "EPSG:4490";
      m_result.warnings.push_back({WarningCode::kMissingCrsAssumed, m_subject, m_crs});
    }
    return {};
  }

  bool looksLikeDegrees() {
    OGR_L_ResetReading(m_layer);
    bool degrees = true;
    for (int n = 0; n < kSampledFeatures && degrees; ++n) {
      const std::unique_ptr<void, FeatureDelete> feature(OGR_L_GetNextFeature(m_layer));
      if (!feature) break;
      const auto handle = static_cast<OGRFeatureH>(feature.get());
      degrees = std::abs(OGR_F_GetFieldAsDouble(handle, m_points->x_field)) <= 180 &&
                std::abs(OGR_F_GetFieldAsDouble(handle, m_points->y_field)) <= 90;
    }
    return degrees;
  }

  Result<void> readAll(const CancelToken& cancel, const Progress& progress) {
    const auto expected = static_cast<double>(OGR_L_GetFeatureCount(m_layer, FALSE));
    OGR_L_ResetReading(m_layer);
    std::size_t features = 0, vertices = 0;
    while (true) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, m_subject);
      const std::unique_ptr<void, FeatureDelete> feature(OGR_L_GetNextFeature(m_layer));
      if (!feature) break;
      if (features >= m_options.max_features || vertices >= m_options.max_vertices) {
        m_result.warnings.push_back({WarningCode::kTooManyFeatures, m_subject, fmt::format("{}", features)});
        break;
      }
      vertices += takeFeature(static_cast<OGRFeatureH>(feature.get()));
      if (++features % 4096 == 0 && progress && expected > 0)
        progress(std::min(1.0, static_cast<double>(features) / expected));
    }
    return {};
  }

  // Vertices taken.
  std::size_t takeFeature(OGRFeatureH feature) {
    const std::int64_t fid = OGR_F_GetFID(feature);
    if (m_points) {
      takePointRow(feature, fid);
      return 1;
    }
    m_parts.take(OGR_F_GetGeometryRef(feature));
    if (!m_parts.problem().empty()) skip(fid, m_parts.problem());
    m_closed_rings += m_parts.closedRings();
    std::size_t vertices = 0;
    for (std::size_t k = 0; k < kKinds.size(); ++k) {
      const GeometryParts::Kind& parts = m_parts.of(kKinds[k]);
      if (parts.part_sizes.empty()) continue;
      m_collected[k].addShape(parts, fid);
      m_collected[k].addAttributes(feature);
      vertices += parts.xy.size() / 2;
    }
    return vertices;
  }

  void takePointRow(OGRFeatureH feature, std::int64_t fid) {
    const std::array fields = {m_points->x_field, m_points->y_field};
    GeometryParts::Kind point;
    for (const int field : fields) {
      const std::string text = OGR_F_IsFieldSetAndNotNull(feature, field) ? OGR_F_GetFieldAsString(feature, field) : "";
      char* end = nullptr;
      const double value = std::strtod(text.c_str(), &end);
      if (end == text.c_str() || !std::isfinite(value)) return skip(fid, "coordinates that are not numbers");
      point.xy.push_back(value);
    }
    point.part_sizes.push_back(1);
    m_collected[0].addShape(point, fid);
    m_collected[0].addAttributes(feature);
  }

  void skip(std::int64_t fid, const std::string& why) {
    if (++m_skipped <= kMostSingleWarnings)
      m_result.warnings.push_back({WarningCode::kGeometrySkipped, fmt::format("{}", fid), why});
  }

  Result<Loaded<std::vector<FeatureColumns>>> finish() {
    if (m_skipped > kMostSingleWarnings)
      m_result.warnings.push_back({WarningCode::kGeometrySkipped, fmt::format("+{}", m_skipped - kMostSingleWarnings),
                                   "more of the same kind"});
    if (m_closed_rings > 0)
      m_result.warnings.push_back({WarningCode::kGeometryRepaired, m_subject, fmt::format("{}", m_closed_rings)});
    const bool geographic = decideGeographic();
    const std::string encoding = decideEncoding();
    for (Collected& collected : m_collected) {
      if (collected.columns.fid.empty()) continue;
      collected.columns.crs = m_crs;
      collected.columns.geographic = geographic;
      for (AttributeColumn& attribute : collected.columns.attributes) {
        attribute.name = toUtf8(attribute.name, encoding);
        for (std::string& text : attribute.dictionary) text = toUtf8(text, encoding);
        if (m_points) numbersFromText(attribute);
      }
      m_result.value.push_back(std::move(collected.columns));
    }
    if (m_result.value.empty()) return fail(ErrorCode::kNoData, m_subject, "no feature that can be drawn");
    return std::move(m_result);
  }

  bool decideGeographic() const {
    const OGRSpatialReferenceH srs = OSRNewSpatialReference(nullptr);
    const bool geographic = OSRSetFromUserInput(srs, m_crs.c_str()) == OGRERR_NONE && OSRIsGeographic(srs);
    OSRDestroySpatialReference(srs);
    return geographic;
  }

  std::string decideEncoding() {
    if (!m_options.encoding.empty()) return m_options.encoding;
    EncodingGuess guess;
    for (const Collected& collected : m_collected)
      for (const AttributeColumn& attribute : collected.columns.attributes) {
        guess.add(attribute.name);
        for (const std::string& text : attribute.dictionary) guess.add(text);
      }
    const ChosenEncoding chosen = chooseEncoding(declaredEncoding(m_dataset, m_layer), guess);
    if (chosen.guessed) m_result.warnings.push_back({WarningCode::kEncodingGuessed, m_subject, chosen.name});
    return chosen.name;
  }

  GDALDatasetH m_dataset;
  OGRLayerH m_layer;
  const VectorReadOptions& m_options;
  std::string m_subject;
  std::string m_crs;
  GeometryParts m_parts;
  std::optional<PointColumns> m_points;
  std::vector<Collected> m_collected;
  std::size_t m_skipped = 0;
  int m_closed_rings = 0;
  Loaded<std::vector<FeatureColumns>> m_result;
};

// The layer by name, or the first one that has something to draw.
OGRLayerH chooseLayer(GDALDatasetH dataset, const std::string& name) {
  const int layers = GDALDatasetGetLayerCount(dataset);
  if (!name.empty()) {
    for (int i = 0; i < layers; ++i) {
      const OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
      if (layer && (name == OGR_L_GetName(layer) || name == describeLayerHeader(dataset, layer).name)) return layer;
    }
    return nullptr;
  }
  for (int i = 0; i < layers; ++i) {
    const OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    if (layer && OGR_L_GetGeomType(layer) != wkbNone && OGR_L_GetFeatureCount(layer, FALSE) != 0) return layer;
  }
  return layers > 0 ? GDALDatasetGetLayer(dataset, 0) : nullptr;
}

}  // namespace

Result<std::vector<SourceLayer>> listVectorLayers(const std::filesystem::path& file) {
  GdalSession session;
  auto dataset = openVectorRaw(file, SourceKind::kVector, session);
  if (!dataset) return std::unexpected(std::move(dataset.error()));
  std::vector<SourceLayer> layers;
  for (int i = 0; i < GDALDatasetGetLayerCount(dataset->get()); ++i)
    if (const OGRLayerH layer = GDALDatasetGetLayer(dataset->get(), i))
      layers.push_back(describeLayerHeader(dataset->get(), layer));
  return layers;
}

Result<Loaded<std::vector<FeatureColumns>>> readVectorLayer(const std::filesystem::path& file,
                                                            const VectorReadOptions& options, const CancelToken& cancel,
                                                            const Progress& progress) try {
  GdalSession session;
  auto dataset = openVectorRaw(file, SourceKind::kVector, session);
  if (!dataset) return std::unexpected(std::move(dataset.error()));
  const OGRLayerH layer = chooseLayer(dataset->get(), options.layer);
  if (!layer) return fail(ErrorCode::kNoData, file.string(), options.layer);
  session.clear();
  auto result = LayerRead(dataset->get(), layer, options, file.string()).run(cancel, progress);
  if (!result) {
    if (result.error().detail.empty()) result.error().detail = session.errorText();
    return result;
  }
  // A file that breaks off in the middle still gives what came before.
  for (const std::string& error : session.errors())
    result->warnings.push_back({WarningCode::kRowSkipped, file.string(), toUtf8(error, "UTF-8")});
  return result;
} catch (const std::bad_alloc&) {
  return fail(ErrorCode::kOutOfRange, file.string(), "not enough memory");
}

}  // namespace gis
