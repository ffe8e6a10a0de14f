// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detail_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>
#include <optional>
#include <string_view>

namespace app {
namespace {

constexpr const char* kContext = "DetailText";

// As gis writes them, word for word.
constexpr std::array kDetails = {
    QT_TRANSLATE_NOOP("DetailText", "no geometry"),
    QT_TRANSLATE_NOOP("DetailText", "a line of a single point"),
    QT_TRANSLATE_NOOP("DetailText", "a ring with fewer than three corners"),
    QT_TRANSLATE_NOOP("DetailText", "coordinates that are not numbers"),
    QT_TRANSLATE_NOOP("DetailText", "curves that cannot be followed"),
    QT_TRANSLATE_NOOP("DetailText", "geometry nested too deep"),
    QT_TRANSLATE_NOOP("DetailText", "no usable coordinates"),
    QT_TRANSLATE_NOOP("DetailText", "no column STCD (station_code)"),
    QT_TRANSLATE_NOOP("DetailText", "no column TM (time)"),
    QT_TRANSLATE_NOOP("DetailText", "no column DRP, Z, RZ or SLM (rain_mm, level_m, soil_percent)"),
    QT_TRANSLATE_NOOP("DetailText", "no station"),
    QT_TRANSLATE_NOOP("DetailText", "no value"),
    QT_TRANSLATE_NOOP("DetailText",
                      "no whole SL 651 frame (7E7E …) is in it; it is taken as bytes or as hexadecimal text"),
    QT_TRANSLATE_NOOP("DetailText", "GCJ-02 and BD-09 are systems of degrees"),
    QT_TRANSLATE_NOOP("DetailText", "a direction without a number"),
    QT_TRANSLATE_NOOP("DetailText", "both GCJ-02 and BD-09 are named"),
    QT_TRANSLATE_NOOP("DetailText", "both numbers have the same kind of direction"),
    QT_TRANSLATE_NOOP("DetailText", "degree, minute and second signs out of order"),
    QT_TRANSLATE_NOOP("DetailText", "longitude within 180 and latitude within 90 degrees"),
    QT_TRANSLATE_NOOP("DetailText", "minus sign and direction together"),
    QT_TRANSLATE_NOOP("DetailText", "minus sign inside a number"),
    QT_TRANSLATE_NOOP("DetailText", "minutes and seconds must be below 60"),
    QT_TRANSLATE_NOOP("DetailText", "only the last part may have decimals"),
    QT_TRANSLATE_NOOP("DetailText", "text too long"),
    QT_TRANSLATE_NOOP("DetailText", "too many numbers"),
    QT_TRANSLATE_NOOP("DetailText", "two directions for one number"),
    QT_TRANSLATE_NOOP("DetailText", "two numbers are needed: longitude and latitude, or easting and northing"),
    QT_TRANSLATE_NOOP("DetailText", "a line has at least two points"),
    QT_TRANSLATE_NOOP("DetailText", "the coordinates do not fit the type"),
    QT_TRANSLATE_NOOP("DetailText", "the geometry is empty"),
    QT_TRANSLATE_NOOP("DetailText", "this is no JSON array [[x, y], ...]"),
    QT_TRANSLATE_NOOP("DetailText", "this kind of geometry cannot be measured"),
    QT_TRANSLATE_NOOP("DetailText", "west,south,east,north in degrees is expected"),
    QT_TRANSLATE_NOOP("DetailText", "a pair [x, y] is expected"),
    QT_TRANSLATE_NOOP("DetailText", "empty extent"),
    QT_TRANSLATE_NOOP("DetailText", "unknown reference system"),
    QT_TRANSLATE_NOOP("DetailText", "extent is not finite"),
    QT_TRANSLATE_NOOP("DetailText", "longitude and latitude exchanged"),
    QT_TRANSLATE_NOOP("DetailText", "numbers beyond degrees in a geographic system"),
    QT_TRANSLATE_NOOP("DetailText", "degrees in a projected system"),
    QT_TRANSLATE_NOOP("DetailText", "outside the area of its reference system"),
    QT_TRANSLATE_NOOP("DetailText", "a table without geometry or coordinate columns"),
    QT_TRANSLATE_NOOP("DetailText", "no feature that can be drawn"),
    QT_TRANSLATE_NOOP("DetailText", "not enough memory"),
    QT_TRANSLATE_NOOP("DetailText", "no place of this name or code in the workspace"),
    QT_TRANSLATE_NOOP("DetailText", "no layer has this id"),
    QT_TRANSLATE_NOOP("DetailText", "a file has no place names: give full or a box"),
    QT_TRANSLATE_NOOP("DetailText", "longitude comes first, latitude second, both in degrees"),
    QT_TRANSLATE_NOOP("DetailText",
                      "easting comes first, northing second; these lie far from the area of their system"),
    QT_TRANSLATE_NOOP("DetailText", "far from the area that the target system is made for"),
    QT_TRANSLATE_NOOP("DetailText", "one point a line is expected: x y"),
    QT_TRANSLATE_NOOP("DetailText", "GeoJSON, WKT or lines \"lon lat, lon lat, ...\" are expected"),
    QT_TRANSLATE_NOOP("DetailText", "\"lon lat, lon lat, ...\" is expected"),
    QT_TRANSLATE_NOOP("DetailText", "a GeoJSON geometry is expected"),
    QT_TRANSLATE_NOOP("DetailText", "this is no complete JSON document"),
    QT_TRANSLATE_NOOP("DetailText", "the WKT does not end well or holds something that is no number"),
    QT_TRANSLATE_NOOP("DetailText", "an SQLite database of another program"),
    QT_TRANSLATE_NOOP("DetailText", "not an SQLite database"),
    QT_TRANSLATE_NOOP("DetailText", "not a regular file"),
    QT_TRANSLATE_NOOP("DetailText", "neither a folder nor a .gpkg file"),
    QT_TRANSLATE_NOOP("DetailText", "the file ends before its last block"),
    QT_TRANSLATE_NOOP("DetailText", "the file ends inside its header"),
    QT_TRANSLATE_NOOP("DetailText", "the file or its folder cannot be written"),
    QT_TRANSLATE_NOOP("DetailText", "the file went away while it was shown"),
    QT_TRANSLATE_NOOP("DetailText", "a link that leads back to itself"),
    QT_TRANSLATE_NOOP("DetailText", "no position on the earth"),
    QT_TRANSLATE_NOOP("DetailText", "no coordinates"),
    QT_TRANSLATE_NOOP("DetailText", "more of the same kind"),
    QT_TRANSLATE_NOOP("DetailText", "another run is making a workspace here"),
    QT_TRANSLATE_NOOP("DetailText", "outside the 3-degree zones 25 to 45"),
    QT_TRANSLATE_NOOP("DetailText", "a shapefile is .shp, .shx and .dbf together"),
    QT_TRANSLATE_NOOP("DetailText", "the closing quote is missing"),
    QT_TRANSLATE_NOOP("DetailText", "a column name is missing before it"),
    QT_TRANSLATE_NOOP("DetailText", "a value is missing behind it"),
    QT_TRANSLATE_NOOP("DetailText", "a word is missing"),
    QT_TRANSLATE_NOOP("DetailText", "a number is expected"),
    QT_TRANSLATE_NOOP("DetailText", "a range needs two ends, like 10..20"),
    QT_TRANSLATE_NOOP("DetailText", "no such column"),
    QT_TRANSLATE_NOOP("DetailText", "a spreadsheet holds at most 1,048,576 rows"),
    QT_TRANSLATE_NOOP("DetailText", ".xlsx, .csv, .gpkg, .geojson or .kml expected"),
    QT_TRANSLATE_NOOP("DetailText", "a geometry cannot be read"),
    QT_TRANSLATE_NOOP("DetailText", "the texts of a column exceed 4 GiB"),
    QT_TRANSLATE_NOOP("DetailText", "a value is needed here"),
    QT_TRANSLATE_NOOP("DetailText", "a whole number is expected"),
    QT_TRANSLATE_NOOP("DetailText", "the place lies outside the terrain model"),
    QT_TRANSLATE_NOOP("DetailText", "footprint"),
    QT_TRANSLATE_NOOP("DetailText", "observer"),
    QT_TRANSLATE_NOOP("DetailText", "exposure"),
    QT_TRANSLATE_NOOP("DetailText", "no such table"),
    QT_TRANSLATE_NOOP("DetailText", "no height there"),
    QT_TRANSLATE_NOOP("DetailText", "a shape without coordinates"),
    QT_TRANSLATE_NOOP("DetailText", "coordinates that are no place"),
    QT_TRANSLATE_NOOP("DetailText", "an empty line"),
    QT_TRANSLATE_NOOP("DetailText", "a ring of fewer than three corners"),
    QT_TRANSLATE_NOOP("DetailText", "no shape"),
    QT_TRANSLATE_NOOP("DetailText", "nothing there"),
    QT_TRANSLATE_NOOP("DetailText", "a box without width or height"),
    QT_TRANSLATE_NOOP("DetailText", "a line of one point"),
    QT_TRANSLATE_NOOP("DetailText", "no feature"),
    QT_TRANSLATE_NOOP("DetailText", "points and lines need a reach"),
    QT_TRANSLATE_NOOP("DetailText", "a corner that the map does not have"),
    QT_TRANSLATE_NOOP("DetailText", "a layer without polygons"),
    QT_TRANSLATE_NOOP("DetailText", "LON,LAT,RADIUS_M expected"),
    QT_TRANSLATE_NOOP("DetailText", "LON,LAT,LON,LAT … expected"),
    QT_TRANSLATE_NOOP("DetailText", "one of --shape, --circle, --corridor, --layer, --district expected"),
};

// With something of the moment in the middle, which stays as it is.
constexpr std::array kPatterns = {
    QT_TRANSLATE_NOOP("DetailText", "\"%1\" is not a number"),
    QT_TRANSLATE_NOOP("DetailText", "two numbers are expected, found %1"),
    QT_TRANSLATE_NOOP("DetailText", "\"%1\" is no kind of geometry that can be measured"),
    QT_TRANSLATE_NOOP("DetailText", "headings missing: %1"),
    QT_TRANSLATE_NOOP("DetailText", "the time cannot be read: %1"),
    QT_TRANSLATE_NOOP("DetailText", "no number: %1"),
    QT_TRANSLATE_NOOP("DetailText", "negative rain: %1"),
    QT_TRANSLATE_NOOP("DetailText", "negative flow: %1"),
    QT_TRANSLATE_NOOP("DetailText", "the length of the period (INTV) cannot be used: %1"),
    QT_TRANSLATE_NOOP("DetailText", "more than 500 mm in an hour: %1"),
    QT_TRANSLATE_NOOP("DetailText", "impossible water level: %1"),
    QT_TRANSLATE_NOOP("DetailText", "impossible soil moisture: %1"),
    QT_TRANSLATE_NOOP("DetailText", "not placed in %1"),
    QT_TRANSLATE_NOOP("DetailText", "the table %1 is listed but missing"),
    QT_TRANSLATE_NOOP("DetailText", "a view is full, a box west,south,east,north in degrees, or a place such as %1"),
    QT_TRANSLATE_NOOP("DetailText", "the layers here are: %1"),
    QT_TRANSLATE_NOOP("DetailText", "the place lies %1 km outside the city"),
    QT_TRANSLATE_NOOP("DetailText", "a reach of %1 m"),
    QT_TRANSLATE_NOOP("DetailText", "no date: %1"),
    QT_TRANSLATE_NOOP("DetailText", "%1 is below %2"),
    QT_TRANSLATE_NOOP("DetailText", "%1 is above %2"),
    QT_TRANSLATE_NOOP("DetailText", "%1 line %2: %3"),
};

// What stands in the places of a pattern; nothing when the text is another.
std::optional<QStringList> fillingsOf(std::string_view pattern, std::string_view text) {
  std::size_t mark = pattern.find('%');
  if (!text.starts_with(pattern.substr(0, mark))) return std::nullopt;
  text.remove_prefix(mark);
  QStringList found;
  while (mark != std::string_view::npos) {
    pattern.remove_prefix(mark + 2);
    mark = pattern.find('%');
    const std::string_view next = pattern.substr(0, mark);
    const bool last = mark == std::string_view::npos;
    if (last && !text.ends_with(next)) return std::nullopt;
    const std::size_t end = last ? text.size() - next.size() : text.find(next);
    if (end == std::string_view::npos) return std::nullopt;
    found << QString::fromUtf8(text.data(), static_cast<qsizetype>(end));
    text.remove_prefix(end + next.size());
  }
  return found;
}

}  // namespace

QString detailText(const std::string& detail) {
  for (const char* known : kDetails)
    if (detail == known) return QCoreApplication::translate(kContext, known);
  for (const std::string_view pattern : kPatterns) {
    const auto fillings = fillingsOf(pattern, detail);
    if (!fillings) continue;
    QString text = QCoreApplication::translate(kContext, pattern.data());
    for (const QString& one : *fillings) text = text.arg(one);
    return text;
  }
  return QString::fromStdString(detail).trimmed();
}

}  // namespace app
