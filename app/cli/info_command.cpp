// SPDX-License-Identifier: GPL-3.0-or-later
#include <filesystem>
#include <memory>

#include "app/cli/command_context.h"
#include "app/text/error_text.h"
#include "gis/geo/projector.h"
#include "gis/store/workspace.h"
#include "gis/vector/source_info.h"

namespace app {
namespace {

using Json = nlohmann::ordered_json;

Json lonLatJson(const gis::LonLatBox& box) {
  return {{"west_deg", box.west_deg},
          {"south_deg", box.south_deg},
          {"east_deg", box.east_deg},
          {"north_deg", box.north_deg}};
}

// The layer's own numbers, with the unit its system has.
Json ownExtentJson(const gis::MapBox& box, bool geographic) {
  const std::string unit = geographic ? "_deg" : "_m";
  return {{"min_x" + unit, box.min_x_m},
          {"min_y" + unit, box.min_y_m},
          {"max_x" + unit, box.max_x_m},
          {"max_y" + unit, box.max_y_m}};
}

bool isGeographic(const std::string& crs) {
  const auto projector = gis::Projector::create(crs, "EPSG:4490");
  return projector && projector->sourceIsGeographic();
}

const char* typeName(gis::AttributeType type) {
  switch (type) {
    case gis::AttributeType::kInteger:
      return "integer";
    case gis::AttributeType::kReal:
      return "real";
    case gis::AttributeType::kText:
      return "text";
  }
  return "";
}

void addPlace(Json& json, const std::string& crs, const std::string& crs_name, const std::optional<gis::MapBox>& extent,
              const std::optional<gis::LonLatBox>& lon_lat_extent) {
  json["crs"] = crs.empty() ? Json(nullptr) : Json(crs);
  if (!crs_name.empty()) json["crs_name"] = crs_name;
  // Without a reference system nobody knows the unit, so none is claimed.
  if (extent && !crs.empty()) json["extent"] = ownExtentJson(*extent, isGeographic(crs));
  if (extent && crs.empty())
    json["extent_unplaced"] = {
        {"min_x", extent->min_x_m}, {"min_y", extent->min_y_m}, {"max_x", extent->max_x_m}, {"max_y", extent->max_y_m}};
  if (lon_lat_extent) json["extent_lon_lat"] = lonLatJson(*lon_lat_extent);
}

Json layerJson(const gis::LayerInfo& info) {
  Json json = {{"name", info.layer.name}, {"geometry_type", info.layer.geometry_type}};
  if (!info.point_columns.empty()) json["point_columns"] = info.point_columns;
  addPlace(json, info.layer.crs, info.crs_name, info.layer.extent, info.lon_lat_extent);
  json["encoding"] = info.layer.encoding;
  json["feature_count"] = info.layer.count;
  Json fields = Json::array();
  for (const gis::SourceField& field : info.layer.fields)
    fields.push_back({{"name", field.name}, {"type", typeName(field.type)}});
  json["fields"] = std::move(fields);
  return json;
}

Json rasterJson(const gis::SourceInfo& info) {
  const gis::RasterInfo& raster = *info.raster;
  Json json = {{"columns", raster.columns}, {"rows", raster.rows}, {"band_count", raster.band_count}};
  addPlace(json, raster.crs, info.raster_crs_name, raster.extent, info.raster_lon_lat_extent);
  json["placed"] = raster.placed;
  json["rotated"] = raster.rotated;
  if (raster.cell_width > 0 && !raster.crs.empty()) {
    const std::string unit = isGeographic(raster.crs) ? "_deg" : "_m";
    json["cell_width" + unit] = raster.cell_width;
    json["cell_height" + unit] = raster.cell_height;
  }
  Json bands = Json::array();
  for (const gis::RasterBandInfo& band : raster.bands) {
    Json one = {{"type", band.type}, {"interpretation", band.interpretation}};
    one["nodata"] = band.nodata ? Json(*band.nodata) : Json(nullptr);
    bands.push_back(std::move(one));
  }
  json["bands"] = std::move(bands);
  Json overviews = Json::array();
  for (const auto& size : raster.overview_sizes) overviews.push_back({{"columns", size[0]}, {"rows", size[1]}});
  json["overviews"] = std::move(overviews);
  return json;
}

Json workspaceJson(const gis::Workspace& workspace) {
  const gis::WorkspaceFacts& facts = workspace.facts();
  Json json = {{"city_name_zh", facts.city_name_zh}, {"city_name_en", facts.city_name_en},
               {"city_code", facts.city_code},       {"map_crs", facts.map_crs},
               {"is_demo", facts.is_demo},           {"demo_scale", facts.demo_scale},
               {"created_utc", facts.created_utc},   {"schema_version", facts.schema_version}};
  if (!facts.extent.empty()) json["extent_lon_lat"] = lonLatJson(facts.extent);
  const auto dem = workspace.demFile();
  json["dem"] = dem ? Json(dem->filename().string()) : Json(nullptr);
  json["read_only_reason"] =
      workspace.readOnlyReason() ? Json(gis::errorName(workspace.readOnlyReason()->code)) : Json(nullptr);
  return json;
}

Json sourceJson(const gis::SourceInfo& info, const std::optional<Json>& workspace) {
  Json json = {{"file", info.file.string()}, {"driver", info.driver}, {"driver_name", info.driver_name}};
  if (workspace) json["workspace"] = *workspace;
  Json layers = Json::array();
  for (const gis::LayerInfo& layer : info.layers) layers.push_back(layerJson(layer));
  json["layers"] = std::move(layers);
  if (info.raster) json["raster"] = rasterJson(info);
  Json warnings = Json::array();
  for (const gis::Warning& warning : info.warnings) warnings.push_back(warningJson(warning));
  json["warnings"] = std::move(warnings);
  json["notes"] = info.notes;
  return json;
}

// In degrees; where nobody knows the system, the file's own numbers help to guess it.
QString extentText(const std::optional<gis::LonLatBox>& box, const std::optional<gis::MapBox>& own) {
  if (box && !box->empty())
    return QStringLiteral("%1, %2 – %3, %4 °")
        .arg(box->west_deg, 0, 'f', 5)
        .arg(box->south_deg, 0, 'f', 5)
        .arg(box->east_deg, 0, 'f', 5)
        .arg(box->north_deg, 0, 'f', 5);
  if (!own || own->empty()) return QCoreApplication::translate("CommandLine", "unknown extent");
  return QCoreApplication::translate("CommandLine", "numbers from %1, %2 to %3, %4")
      .arg(own->min_x_m, 0, 'g', 10)
      .arg(own->min_y_m, 0, 'g', 10)
      .arg(own->max_x_m, 0, 'g', 10)
      .arg(own->max_y_m, 0, 'g', 10);
}

QString geometryText(const gis::LayerInfo& info) {
  if (!info.point_columns.empty())
    return QCoreApplication::translate("CommandLine", "points from the columns %1 and %2")
        .arg(QString::fromStdString(info.point_columns[0]), QString::fromStdString(info.point_columns[1]));
  switch (info.layer.kind) {
    case gis::GeometryKind::kPoint:
      return QCoreApplication::translate("CommandLine", "points");
    case gis::GeometryKind::kLine:
      return QCoreApplication::translate("CommandLine", "lines");
    case gis::GeometryKind::kPolygon:
      return QCoreApplication::translate("CommandLine", "areas");
    case gis::GeometryKind::kNone:
      break;
  }
  return info.layer.geometry_type == "None" ? QCoreApplication::translate("CommandLine", "no geometry")
                                            : QCoreApplication::translate("CommandLine", "geometry of any kind");
}

QString crsText(const std::string& crs, const std::string& name) {
  if (crs.empty()) return QCoreApplication::translate("CommandLine", "no reference system");
  // WKT would fill the screen; its name says enough.
  return QString::fromStdString(crs.size() > 20 && !name.empty() ? name : crs);
}

void writeText(const gis::SourceInfo& info, const std::optional<Json>& workspace, const CommandContext& context) {
  std::ostream& out = context.out();
  out << info.file.string() << ": " << info.driver_name << '\n';
  if (workspace)
    out << QCoreApplication::translate("CommandLine", "Fengsui workspace: %1 (%2), schema %3%4")
               .arg(QString::fromStdString((*workspace)["city_name_zh"].get<std::string>()),
                    QString::fromStdString((*workspace)["city_code"].get<std::string>()),
                    QString::number((*workspace)["schema_version"].get<int>()),
                    (*workspace)["is_demo"].get<bool>() ? QCoreApplication::translate("CommandLine", ", demo data")
                                                        : QString())
               .toStdString()
        << '\n';
  for (const gis::LayerInfo& layer : info.layers)
    out << "  "
        << QCoreApplication::translate("CommandLine", "%1: %2, %3 features, %4, %5, %6")
               .arg(QString::fromStdString(layer.layer.name), geometryText(layer), QString::number(layer.layer.count),
                    crsText(layer.layer.crs, layer.crs_name), QString::fromStdString(layer.layer.encoding),
                    extentText(layer.lon_lat_extent, layer.layer.extent))
               .toStdString()
        << '\n';
  if (info.raster)
    out << "  "
        << QCoreApplication::translate("CommandLine", "raster %1 × %2, %n band(s), %3, %4", nullptr,
                                       info.raster->band_count)
               .arg(info.raster->columns)
               .arg(info.raster->rows)
               .arg(crsText(info.raster->crs, info.raster_crs_name),
                    extentText(info.raster_lon_lat_extent, info.raster->extent))
               .toStdString()
        << '\n';
  for (const gis::Warning& warning : info.warnings) out << "  ! " << warningSentence(warning).toStdString() << '\n';
}

int describe(const std::filesystem::path& file, const CommandContext& context) {
  // A workspace comes first and stays open: GDAL alone would not notice a file that was cut off, and on closing the
  // file as the last one it would write what a killed program left in the WAL.
  const auto opened = gis::Workspace::open(file, gis::OpenMode::kRead);
  const bool other = !opened && (opened.error().code == gis::ErrorCode::kForeignFile ||
                                 opened.error().code == gis::ErrorCode::kNotFound);
  if (!opened && !other) return context.fail(opened.error());
  const auto info = gis::describeSource(file);
  if (!info) return context.fail(info.error());
  std::optional<Json> workspace;
  if (opened) workspace = workspaceJson(*opened);
  if (opened && opened->readOnlyReason()) context.tell(errorSentence(*opened->readOnlyReason()));
  if (context.form() == OutputForm::kJson)
    context.print(sourceJson(*info, workspace));
  else
    writeText(*info, workspace, context);
  return kExitDone;
}

}  // namespace

void addInfoCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "info", cliText(QT_TRANSLATE_NOOP("CommandLine", "tell what a file or a workspace holds (anything GDAL opens)")));
  const auto file = std::make_shared<std::filesystem::path>();
  command->add_option("FILE", *file, cliText(QT_TRANSLATE_NOOP("CommandLine", "file, or folder of a workspace")))
      ->required();
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Layers, kind of geometry, reference system, text encoding, counts, extent and what looks wrong.\n"
      "Examples:\n  fengsui info roads.shp\n  fengsui info ~/city --json")));
  command->callback([file, &context] { context.exit_code = describe(*file, context); });
}

}  // namespace app
