// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/vector/row_reader.h"

#include <cpl_conv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "gis/vector/gdal_layer.h"

namespace gis {

namespace {

constexpr std::size_t kHeaderSearch = 20;       // rows
constexpr std::size_t kMostTextsKept = 20'000;  // decoded texts of a layer

struct RowFeatureDelete {
  void operator()(void* feature) const { OGR_F_Destroy(static_cast<OGRFeatureH>(feature)); }
};
using Feature = std::unique_ptr<void, RowFeatureDelete>;

// Spreadsheet drivers take what they guess to be a header away, unless told otherwise before they parse a sheet: that
// is when it is first asked for something, not when the file is opened.
class SheetsAsTheyStand {
 public:
  SheetsAsTheyStand() {
    for (const auto& [key, value] : kOptions) CPLSetThreadLocalConfigOption(key, value);
  }
  SheetsAsTheyStand(const SheetsAsTheyStand&) = delete;
  SheetsAsTheyStand& operator=(const SheetsAsTheyStand&) = delete;
  ~SheetsAsTheyStand() {
    for (const auto& [key, value] : kOptions) CPLSetThreadLocalConfigOption(key, nullptr);
  }

 private:
  static constexpr std::array<std::pair<const char*, const char*>, 6> kOptions = {{{"OGR_XLSX_HEADERS", "DISABLE"},
                                                                                   {"OGR_XLSX_FIELD_TYPES", "STRING"},
                                                                                   {"OGR_XLS_HEADERS", "DISABLE"},
                                                                                   {"OGR_XLS_FIELD_TYPES", "STRING"},
                                                                                   {"OGR_ODS_HEADERS", "DISABLE"},
                                                                                   {"OGR_ODS_FIELD_TYPES", "STRING"}}};
};

bool isCsv(const std::filesystem::path& file) {
  const std::string extension = file.extension().string();
  return extension == ".csv" || extension == ".CSV";
}

Result<GdalDataset> openForRows(const std::filesystem::path& file, GdalSession& session) {
  static constexpr std::array<const char*, 2> kNoHeader = {"HEADERS=NO", nullptr};
  if (isCsv(file)) return openGdal(file, SourceKind::kVector, session, kNoHeader.data());
  return openVectorRaw(file, SourceKind::kVector, session);
}

OGRLayerH layerOf(GDALDatasetH dataset, const std::string& name) {
  const int layers = GDALDatasetGetLayerCount(dataset);
  OGRLayerH first = nullptr;
  for (int i = 0; i < layers; ++i) {
    const OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
    if (!layer) continue;
    if (!name.empty() && (name == OGR_L_GetName(layer) || name == describeLayerHeader(dataset, layer).name))
      return layer;
    if (!first && OGR_L_GetFeatureCount(layer, FALSE) != 0) first = layer;
  }
  return name.empty() ? first : nullptr;
}

std::string dateText(OGRFeatureH feature, int field) {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, zone = 0;
  float second_s = 0;
  if (!OGR_F_GetFieldAsDateTimeEx(feature, field, &year, &month, &day, &hour, &minute, &second_s, &zone)) return {};
  std::string text = fmt::format("{:04}-{:02}-{:02}", year, month, day);
  if (hour != 0 || minute != 0 || second_s != 0)
    text += fmt::format("T{:02}:{:02}:{:02}", hour, minute, static_cast<int>(second_s));
  return text;
}

}  // namespace

struct RowReader::State {
  GdalSession session;
  GdalDataset dataset;
  OGRLayerH layer = nullptr;
  RowSource source;
  std::vector<OGRFieldType> types;
  std::vector<SourceCell> cells;
  std::unique_ptr<GeometryParts> parts;
  std::unordered_map<std::string, std::string> decoded;
  std::int64_t row_number = 0;
  bool blank = true;

  explicit State() : parts(std::make_unique<GeometryParts>(GeometryParts::AxisUse::kAsRead)) {}

  std::string utf8(const char* bytes) {
    const std::string& encoding = source.layer.encoding;
    // Only what needs a converter is worth remembering.
    if (encoding.empty() || encoding == "UTF-8") return toUtf8(bytes, encoding);
    if (decoded.size() > kMostTextsKept) decoded.clear();
    const auto [at, fresh] = decoded.try_emplace(bytes);
    if (fresh) at->second = toUtf8(at->first, source.layer.encoding);
    return at->second;
  }

  Feature nextFeature() { return Feature(OGR_L_GetNextFeature(layer)); }

  SourceCell cellOf(OGRFeatureH feature, int i) {
    if (!OGR_F_IsFieldSetAndNotNull(feature, i)) return {};
    switch (types[static_cast<std::size_t>(i)]) {
      case OFTInteger:
      case OFTInteger64:
        return OGR_F_GetFieldAsInteger64(feature, i);
      case OFTReal:
        return OGR_F_GetFieldAsDouble(feature, i);
      case OFTDate:
      case OFTDateTime:
        return dateText(feature, i);
      case OFTBinary:
        return {};
      default:
        return utf8(OGR_F_GetFieldAsString(feature, i));
    }
  }

  void readTypes() {
    const OGRFeatureDefnH definition = OGR_L_GetLayerDefn(layer);
    for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i)
      types.push_back(OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, i)));
  }

  void take(OGRFeatureH feature) {
    cells.resize(types.size());
    blank = true;
    for (std::size_t i = 0; i < types.size(); ++i) {
      cells[i] = cellOf(feature, static_cast<int>(i));
      const auto* text = std::get_if<std::string>(&cells[i]);
      if (text != nullptr ? !text->empty() : !std::holds_alternative<std::monostate>(cells[i])) blank = false;
    }
    if (!source.has_geometry) return;
    void* geometry = OGR_F_GetGeometryRef(feature);
    if (geometry) blank = false;
    parts->take(geometry);
  }

  // The names of a sheet stand in its rows; the fields of the driver have none of their own.
  Result<void> readHeader(const std::optional<HeaderRows>& wanted, const std::string& subject) {
    SheetRows first;
    while (first.size() < kHeaderSearch) {
      const Feature feature = nextFeature();
      if (!feature) break;
      take(static_cast<OGRFeatureH>(feature.get()));
      std::vector<std::string> row;
      for (const SourceCell& cell : cells) row.push_back(cellText(cell));
      if (first.empty() && !row.empty() && row[0].starts_with("\xEF\xBB\xBF")) row[0].erase(0, 3);
      first.push_back(std::move(row));
    }
    if (first.empty()) return fail(ErrorCode::kNoData, subject, "a sheet without a row");
    source.header = wanted.value_or(guessHeader(first));
    if (source.header.skipped < 0 || source.header.rows < 0 || source.header.rows > 2)
      return fail(ErrorCode::kInvalidArgument, subject, "header rows");
    source.layer.fields.clear();
    for (std::string& name : columnNames(first, source.header))
      source.layer.fields.push_back({std::move(name), AttributeType::kText});
    if (source.layer.count >= 0)
      source.layer.count = std::max<std::int64_t>(0, source.layer.count - source.header.skipped - source.header.rows);
    return {};
  }

  void rewind() {
    OGR_L_ResetReading(layer);
    row_number = 0;
    if (!source.is_sheet) return;
    for (int i = 0; i < source.header.skipped + source.header.rows; ++i, ++row_number)
      if (!nextFeature()) break;
  }
};

RowReader::RowReader(std::unique_ptr<State> state) : m_state(std::move(state)) {}
RowReader::RowReader(RowReader&&) noexcept = default;
RowReader& RowReader::operator=(RowReader&&) noexcept = default;
RowReader::~RowReader() = default;

Result<RowReader> RowReader::open(const std::filesystem::path& file, const RowReadOptions& options) {
  const SheetsAsTheyStand as_they_stand;
  auto state = std::make_unique<State>();
  auto dataset = openForRows(file, state->session);
  if (!dataset) return std::unexpected(std::move(dataset.error()));
  state->dataset = std::move(*dataset);
  const GDALDatasetH handle = state->dataset.get();
  state->layer = layerOf(handle, options.layer);
  if (!state->layer)
    return fail(options.layer.empty() ? ErrorCode::kNoData : ErrorCode::kUnknownName,
                options.layer.empty() ? file.string() : options.layer, file.string());
  RowSource& source = state->source;
  source.layer = describeLayerHeader(handle, state->layer);
  if (!options.encoding.empty()) {
    source.layer.encoding = options.encoding;
    source.layer.encoding_guessed = false;
    const std::vector<std::string> names = rawFieldNames(state->layer);
    for (std::size_t i = 0; i < names.size(); ++i) source.layer.fields[i].name = toUtf8(names[i], options.encoding);
  }
  if (const GDALDriverH driver = GDALGetDatasetDriver(handle)) source.driver = GDALGetDriverShortName(driver);
  source.is_sheet = source.driver == "XLSX" || source.driver == "XLS" || source.driver == "ODS" || isCsv(file);
  source.has_geometry = OGR_FD_GetGeomFieldCount(OGR_L_GetLayerDefn(state->layer)) > 0;
  if (axesSwapped(OGR_L_GetSpatialRef(state->layer)))
    state->parts = std::make_unique<GeometryParts>(GeometryParts::AxisUse::kSwapped);
  state->readTypes();
  OGR_L_ResetReading(state->layer);
  if (source.is_sheet)
    if (auto read = state->readHeader(options.header, file.string()); !read) return std::unexpected(read.error());
  state->session.clear();
  state->rewind();
  return RowReader(std::move(state));
}

const RowSource& RowReader::source() const { return m_state->source; }

bool RowReader::next() {
  State& s = *m_state;
  const Feature feature = s.nextFeature();
  if (!feature) return false;
  ++s.row_number;
  s.take(static_cast<OGRFeatureH>(feature.get()));
  return true;
}

std::int64_t RowReader::number() const { return m_state->row_number; }
const std::vector<SourceCell>& RowReader::cells() const { return m_state->cells; }
const GeometryParts& RowReader::geometry() const { return *m_state->parts; }
bool RowReader::blank() const { return m_state->blank; }
void RowReader::rewind() { m_state->rewind(); }
std::vector<std::string> RowReader::complaints() const {
  std::vector<std::string> texts;
  for (const std::string& error : m_state->session.errors()) texts.push_back(toUtf8(error, "UTF-8"));
  return texts;
}

std::string cellText(const SourceCell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&cell)) return std::to_string(*number);
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  return {};
}

}  // namespace gis
