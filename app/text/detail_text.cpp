// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/detail_text.h"

#include <QCoreApplication>
#include <array>

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
};

}  // namespace

QString detailText(const std::string& detail) {
  for (const char* known : kDetails)
    if (detail == known) return QCoreApplication::translate(kContext, known);
  return QString::fromStdString(detail).trimmed();
}

}  // namespace app
