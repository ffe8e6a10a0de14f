// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/plotting/plot_exchange.h"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

namespace gis {

namespace {

using Json = nlohmann::ordered_json;

constexpr std::uintmax_t kLargestFile = 100'000'000;

Json position(LonLat p) { return Json::array({p.lon_deg, p.lat_deg}); }

std::vector<LonLat> ringOf(const PlotObject& object) {
  std::vector<LonLat> ring =
      object.kind == PlotKind::kCircle ? circleRing(object.points.front(), object.radius_m) : object.points;
  if (object.kind == PlotKind::kArea) ring.push_back(ring.front());
  return ring;
}

Json geometryOf(const PlotObject& object) {
  if (object.points.size() == 1 && object.kind != PlotKind::kCircle)
    return {{"type", "Point"}, {"coordinates", position(object.points.front())}};
  Json line = Json::array();
  for (const LonLat& point : ringOf(object)) line.push_back(position(point));
  const bool area = object.kind == PlotKind::kArea || object.kind == PlotKind::kCircle;
  if (area) return {{"type", "Polygon"}, {"coordinates", Json::array({line})}};
  return {{"type", "LineString"}, {"coordinates", line}};
}

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out += c;
    }
  }
  return out;
}

// "#rrggbb" as KML's aabbggrr.
std::string kmlColour(const std::string& colour, const char* alpha) {
  return colour.size() == 7 ? alpha + colour.substr(5, 2) + colour.substr(3, 2) + colour.substr(1, 2) : "ff0000ff";
}

std::string kmlGeometry(const PlotObject& object) {
  std::string list;
  for (const LonLat& point : ringOf(object)) list += fmt::format("{:.8f},{:.8f} ", point.lon_deg, point.lat_deg);
  switch (object.kind) {
    case PlotKind::kArea:
    case PlotKind::kCircle:
      return "<Polygon><outerBoundaryIs><LinearRing><coordinates>" + list +
             "</coordinates></LinearRing></outerBoundaryIs></Polygon>";
    case PlotKind::kLine:
    case PlotKind::kArrow:
      return "<LineString><tessellate>1</tessellate><coordinates>" + list + "</coordinates></LineString>";
    case PlotKind::kPoint:
    case PlotKind::kText:
      break;
  }
  return "<Point><coordinates>" + list + "</coordinates></Point>";
}

std::optional<LonLat> pointOf(const Json& json) {
  if (!json.is_array() || json.size() < 2 || !json[0].is_number() || !json[1].is_number()) return std::nullopt;
  const LonLat p{json[0].get<double>(), json[1].get<double>()};
  if (!(std::abs(p.lon_deg) <= 180 && std::abs(p.lat_deg) <= 90)) return std::nullopt;
  return p;
}

bool exchangedPointsOf(const Json& json, std::vector<LonLat>& points) {
  if (!json.is_array()) return false;
  for (const Json& one : json) {
    const auto point = pointOf(one);
    if (!point) return false;
    points.push_back(*point);
  }
  return true;
}

std::string textOf(const Json& properties, const char* key, const std::string& otherwise) {
  const auto found = properties.find(key);
  return found != properties.end() && found->is_string() ? found->get<std::string>() : otherwise;
}

double numberOf(const Json& properties, const char* key, double otherwise) {
  const auto found = properties.find(key);
  return found != properties.end() && found->is_number() ? found->get<double>() : otherwise;
}

bool isColour(const std::string& text) {
  return text.size() == 7 && text[0] == '#' && text.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string::npos;
}

// Why a feature cannot be plotted; empty when it can.
std::string readFeature(const Json& feature, PlotObject& object) {
  if (!feature.is_object() || !feature.contains("geometry") || !feature["geometry"].is_object()) return "no geometry";
  const Json& geometry = feature["geometry"];
  const std::string type = textOf(geometry, "type", "");
  const Json coordinates = geometry.value("coordinates", Json());
  const Json properties =
      feature.contains("properties") && feature["properties"].is_object() ? feature["properties"] : Json::object();
  bool read = false;
  if (type == "Point") {
    object.kind = PlotKind::kPoint;
    read = exchangedPointsOf(Json::array({coordinates}), object.points);
  } else if (type == "LineString") {
    object.kind = PlotKind::kLine;
    read = exchangedPointsOf(coordinates, object.points);
  } else if (type == "Polygon" && coordinates.is_array() && coordinates.size() == 1) {
    object.kind = PlotKind::kArea;
    read = exchangedPointsOf(coordinates[0], object.points);
    if (object.points.size() > 1) object.points.pop_back();
  } else {
    return type.empty() ? "no geometry" : type;
  }
  if (!read) return "coordinates";
  const auto kind = plotKindOf(textOf(properties, "kind", ""));
  if (kind == PlotKind::kText && type == "Point") object.kind = *kind;
  if (kind == PlotKind::kArrow && type == "LineString") object.kind = *kind;
  if (kind == PlotKind::kCircle && type == "Polygon")
    if (const auto centre = pointOf(properties.value("centre", Json()))) {
      object.kind = *kind;
      object.points = {*centre};
      object.radius_m = numberOf(properties, "radius_m", 0);
    }
  object.symbol = textOf(properties, "symbol", "");
  object.label = textOf(properties, "label", textOf(properties, "title", textOf(properties, "name", "")));
  const std::string colour = textOf(properties, "colour", textOf(properties, "stroke", ""));
  if (isColour(colour)) object.colour = colour;
  const double width = numberOf(properties, "width_px", numberOf(properties, "stroke-width", 3));
  object.width_px = width > 0 && width <= 100 ? width : 3;
  object.dashed = properties.value("dashed", Json(false)) == Json(true);
  const auto cells = cellsOf(object);
  return cells ? std::string() : cells.error().detail;
}

}  // namespace

std::string plotsAsGeoJson(const PlotBook& book) {
  std::map<std::string, std::string> sheets;
  for (const PlotSheet& sheet : book.sheets) sheets[sheet.uuid] = sheet.name;
  Json features = Json::array();
  for (const PlotObject& object : book.objects) {
    Json properties = {{"kind", plotKindName(object.kind)},
                       {"label", object.label},
                       {"symbol", object.symbol},
                       {"colour", object.colour},
                       {"width_px", object.width_px},
                       {"dashed", object.dashed},
                       {"sheet", sheets[object.sheet_uuid]},
                       {"title", object.label},
                       {"stroke", object.colour},
                       {"stroke-width", object.width_px}};
    if (object.kind == PlotKind::kCircle) {
      properties["radius_m"] = object.radius_m;
      properties["centre"] = position(object.points.front());
    }
    if (object.kind == PlotKind::kCircle || object.kind == PlotKind::kArea) properties["fill"] = object.colour;
    features.push_back(
        {{"type", "Feature"}, {"id", object.uuid}, {"geometry", geometryOf(object)}, {"properties", properties}});
  }
  return Json{{"type", "FeatureCollection"}, {"features", features}}.dump(1, ' ', false,
                                                                          Json::error_handler_t::replace);
}

std::string plotsAsKml(const PlotBook& book) {
  std::string kml =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>\n";
  for (const PlotSheet& sheet : book.sheets) {
    kml +=
        fmt::format("<Folder><name>{}</name><visibility>{}</visibility>\n", escaped(sheet.name), sheet.visible ? 1 : 0);
    for (const PlotObject& object : book.objects) {
      if (object.sheet_uuid != sheet.uuid) continue;
      kml += fmt::format(
          "<Placemark "
          "id=\"u{}\"><name>{}</name><Style><IconStyle><color>{}</color></IconStyle><LineStyle><color>{}</color>"
          "<width>{:g}</width></LineStyle><PolyStyle><color>{}</color></PolyStyle></Style>{}</Placemark>\n",
          object.uuid, escaped(object.label), kmlColour(object.colour, "ff"), kmlColour(object.colour, "ff"),
          object.width_px, kmlColour(object.colour, "40"), kmlGeometry(object));
    }
    kml += "</Folder>\n";
  }
  return kml + "</Document></kml>\n";
}

Result<Loaded<std::vector<PlotObject>>> plotsFromGeoJson(const std::string& text, const std::string& name) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("features") || !json["features"].is_array())
    return fail(ErrorCode::kDamagedFile, name, "no GeoJSON feature collection");
  Loaded<std::vector<PlotObject>> loaded;
  int number = 0;
  for (const Json& feature : json["features"]) {
    ++number;
    PlotObject object;
    const std::string why = readFeature(feature, object);
    if (!why.empty()) {
      loaded.warnings.push_back({WarningCode::kGeometrySkipped, std::to_string(number), why});
      continue;
    }
    object.position = number;
    loaded.value.push_back(std::move(object));
  }
  if (loaded.value.empty()) return fail(ErrorCode::kNoData, name, "nothing in it can be plotted");
  return loaded;
}

Result<Loaded<std::vector<PlotObject>>> plotsFromGeoJsonFile(const std::filesystem::path& file) {
  std::error_code error;
  const auto size = std::filesystem::file_size(file, error);
  if (error) return fail(ErrorCode::kNotFound, file.string(), error.message());
  if (size > kLargestFile) return fail(ErrorCode::kOutOfRange, file.string(), "larger than 100 MB");
  std::ifstream in(file, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  return plotsFromGeoJson(text, file.string());
}

Result<void> addPlots(RowEditor& rows, const std::string& sheet_name, std::vector<PlotObject> objects) {
  auto sheet = rows.insert("plot_sheet", cellsOf(PlotSheet{"", sheet_name, true, static_cast<double>(objects.size())}));
  if (!sheet) return std::unexpected(sheet.error());
  for (PlotObject& object : objects) {
    object.sheet_uuid = *sheet;
    auto cells = cellsOf(object);
    if (!cells) return std::unexpected(cells.error());
    if (auto made = rows.insert("plot_object", std::move(*cells)); !made) return std::unexpected(made.error());
  }
  return {};
}

Result<void> writeTextFile(const std::filesystem::path& file, const std::string& text) {
  const std::filesystem::path pending = file.string() + ".pending";
  errno = 0;
  std::ofstream out(pending, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  std::error_code error;
  if (!out) {
    const int why = errno;
    std::filesystem::remove(pending, error);
    return fail(why == ENOSPC                   ? ErrorCode::kDiskFull
                : why == EACCES || why == EROFS ? ErrorCode::kPermissionDenied
                : why == ENOENT                 ? ErrorCode::kNotFound
                                                : ErrorCode::kIoFailed,
                file.string(), std::strerror(why));
  }
  std::filesystem::rename(pending, file, error);
  if (error) return fail(ErrorCode::kIoFailed, file.string(), error.message());
  return {};
}

}  // namespace gis
