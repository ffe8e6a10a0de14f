// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include <cmath>
#include <memory>

#include "app/cli/command_context.h"
#include "app/cli/coordinate_system.h"
#include "app/cli/geometry_text.h"
#include "app/text/detail_text.h"
#include "gis/geo/geodesic.h"

namespace app {
namespace {

struct Measured {
  double length_m = 0;
  double area_m2 = 0;
  double perimeter_m = 0;
};

gis::Result<std::vector<gis::LonLat>> toLonLat(const std::vector<gis::Projector::XY>& line,
                                               const SystemConverter& converter) {
  std::vector<gis::LonLat> result;
  result.reserve(line.size());
  for (const gis::Projector::XY& p : line) {
    const auto to = converter.convert(p);
    if (!to) return std::unexpected(to.error());
    result.push_back({to->x, to->y});
  }
  return result;
}

gis::Result<Measured> measureShape(const Shape& shape, const SystemConverter& converter) {
  Measured sum;
  for (const auto& line : shape.lines) {
    const auto vertices = toLonLat(line, converter);
    if (!vertices) return std::unexpected(vertices.error());
    if (shape.kind == ShapeKind::kLine) sum.length_m += gis::geodesicLengthM(*vertices);
  }
  for (const auto& rings : shape.polygons) {
    double polygon_m2 = 0;
    for (std::size_t i = 0; i < rings.size(); ++i) {
      const auto vertices = toLonLat(rings[i], converter);
      if (!vertices) return std::unexpected(vertices.error());
      const gis::GeodesicArea ring = gis::geodesicArea(*vertices);
      // Holes take away whatever way they run.
      polygon_m2 += i == 0 ? std::abs(ring.area_m2) : -std::abs(ring.area_m2);
      sum.perimeter_m += ring.perimeter_m;
    }
    sum.area_m2 += polygon_m2;
  }
  return sum;
}

const char* measuredKindName(ShapeKind kind) {
  switch (kind) {
    case ShapeKind::kPoint:
      return "point";
    case ShapeKind::kLine:
      return "line";
    case ShapeKind::kPolygon:
      return "polygon";
  }
  return "";
}

nlohmann::ordered_json measuredJson(int line, ShapeKind kind, const Measured& measured) {
  nlohmann::ordered_json json = {{"line", line}, {"kind", measuredKindName(kind)}};
  if (kind == ShapeKind::kPolygon) {
    json["area_m2"] = measured.area_m2;
    json["perimeter_m"] = measured.perimeter_m;
    json["length_m"] = measured.perimeter_m;
  } else {
    json["length_m"] = measured.length_m;
  }
  return json;
}

std::string measuredText(ShapeKind kind, const Measured& measured) {
  if (kind == ShapeKind::kPolygon)
    return QCoreApplication::translate("CommandLine", "area %1 m², perimeter %2 m")
        .arg(measured.area_m2, 0, 'f', 3)
        .arg(measured.perimeter_m, 0, 'f', 3)
        .toStdString();
  return QCoreApplication::translate("CommandLine", "length %1 m").arg(measured.length_m, 0, 'f', 3).toStdString();
}

int measure(const std::string& crs, const CommandContext& context) {
  const auto converter = SystemConverter::create(crs, "EPSG:4490");
  if (!converter) return context.fail(converter.error());
  const std::vector<ShapeLine> lines = readShapes(context.in());
  if (lines.empty())
    return context.fail({gis::ErrorCode::kNoData,
                         QCoreApplication::translate("CommandLine", "Standard input").toStdString(),
                         "GeoJSON, WKT or lines \"lon lat, lon lat, ...\" are expected",
                         {}});
  Measured total;
  auto items = nlohmann::ordered_json::array();
  auto errors = nlohmann::ordered_json::array();
  for (const ShapeLine& line : lines) {
    const auto measured =
        line.shape ? measureShape(*line.shape, *converter) : gis::Result<Measured>(std::unexpected(line.shape.error()));
    if (!measured) {
      auto json = errorJson(measured.error());
      context.tell(QCoreApplication::translate("CommandLine", "Line %1: %2")
                       .arg(line.line)
                       .arg(QString::fromStdString(json["message"].get<std::string>())));
      if (!measured.error().detail.empty())
        context.err() << "  " << detailText(measured.error().detail).toStdString() << '\n';
      errors.push_back({{"line", line.line}, {"error", std::move(json)}});
      continue;
    }
    total.length_m += measured->length_m;
    total.area_m2 += measured->area_m2;
    total.perimeter_m += measured->perimeter_m;
    if (context.form() == OutputForm::kText)
      context.out() << measuredText(line.shape->kind, *measured) << '\n';
    else
      items.push_back(measuredJson(line.line, line.shape->kind, *measured));
  }
  const bool failed = !errors.empty();
  if (context.form() == OutputForm::kJson)
    context.print(
        {{"crs", crs},
         {"method", "geodesic on the CGCS2000 ellipsoid (Karney 2013)"},
         {"items", std::move(items)},
         {"total", {{"length_m", total.length_m}, {"area_m2", total.area_m2}, {"perimeter_m", total.perimeter_m}}},
         {"errors", std::move(errors)}});
  return failed ? kExitFailed : kExitDone;
}

}  // namespace

void addMeasureCommand(CLI::App& program, CommandContext& context) {
  CLI::App* command = program.add_subcommand(
      "measure",
      cliText(QT_TRANSLATE_NOOP("CommandLine", "measure lengths and areas on the ellipsoid, from standard input")));
  const auto crs = std::make_shared<std::string>("EPSG:4490");
  command->add_option("--crs", *crs, cliText(QT_TRANSLATE_NOOP("CommandLine", "system of the input coordinates")))
      ->capture_default_str();
  addCommonOptions(*command, context);
  command->footer(cliText(QT_TRANSLATE_NOOP(
      "CommandLine",
      "Input: a GeoJSON document, lines of WKT, or lines \"lon lat, lon lat, ...\". A line that ends where it began, "
      "with\n"
      "four or more points, is measured as a polygon; holes are taken away. Lengths are metres, areas square metres.\n"
      "Examples:\n"
      "  echo \"113 36, 113.1 36.1\" | fengsui measure\n"
      "  fengsui measure --json < catchments.geojson\n"
      "  echo \"LINESTRING (420000 4007000, 421000 4007000)\" | fengsui measure --crs EPSG:4547")));
  command->callback([crs, &context] { context.exit_code = measure(*crs, context); });
}

}  // namespace app
