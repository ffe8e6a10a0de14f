// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shape/shape_text.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/text/error_text.h"
#include "gis/edit/census_row_store.h"
#include "gis/edit/reference_store.h"

namespace app {
namespace {

QString text(const char* source) { return QCoreApplication::translate("ShapeText", source); }

QString number(double value, int decimals) { return QLocale(QLocale::English).toString(value, 'f', decimals); }

}  // namespace

QString shapeTrouble(const gis::Error& error) {
  if (error.code == gis::ErrorCode::kChangedElsewhere)
    return text(QT_TRANSLATE_NOOP("ShapeText",
                                  "Not saved: somebody else has changed this row meanwhile. It is shown "
                                  "as it is now; do it again if it is still right."));
  if (error.code == gis::ErrorCode::kNoData && error.subject == "line")
    return text(QT_TRANSLATE_NOOP("ShapeText", "The line does not cut the shape through: begin and end it outside."));
  if (error.subject == "not one piece")
    return text(
        QT_TRANSLATE_NOOP("ShapeText", "Not saved: each row of this table is one piece, and these do not touch."));
  if (error.subject == "hole outside")
    return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: a hole must lie inside the shape."));
  if (error.subject == "vertex")
    return text(
        QT_TRANSLATE_NOOP("ShapeText", "The last vertices of a shape stay. Use “Delete” to remove the whole row."));
  if (error.subject == "Self-intersection" || error.subject == "Ring Self-intersection")
    return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: the border crosses or touches itself at the marked place."));
  if (error.subject == "Hole lies outside shell" || error.subject == "Holes are nested" ||
      error.subject == "Nested shells" || error.subject == "Interior is disconnected" ||
      error.subject == "Duplicate Rings")
    return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: the rings of the shape overlap at the marked place."));
  if (error.subject == "Too few points in geometry component")
    return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: three different places make an area, two a line."));
  if (error.detail.starts_with(gis::kStillReferred)) return errorSentence(error);
  if (const auto rule = gis::brokenRule(error)) {
    switch (*rule) {
      case gis::SchemaRule::kUnique:
        return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: another row has this number or code already."));
      case gis::SchemaRule::kReference:
        return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: other rows refer to this one. Change them first."));
      case gis::SchemaRule::kOther:
        return text(QT_TRANSLATE_NOOP("ShapeText", "Not saved: a value lies outside what may stand in this table."));
    }
  }
  return errorSentence(error);
}

std::optional<gis::LonLat> troublePlace(const gis::Error& error) {
  if (error.code != gis::ErrorCode::kInvalidArgument) return std::nullopt;
  const QStringList numbers = QString::fromStdString(error.detail).split(QLatin1Char(' '));
  if (numbers.size() != 2) return std::nullopt;
  bool lon_ok = false, lat_ok = false;
  const gis::LonLat place{numbers[0].toDouble(&lon_ok), numbers[1].toDouble(&lat_ok)};
  return lon_ok && lat_ok ? std::optional(place) : std::nullopt;
}

QString questionText(const gis::ShapeQuestion& question) {
  const QString district = QString::fromStdString(question.district_name);
  if (question.kind == gis::ShapeQuestion::Kind::kOutsideCity)
    return text(QT_TRANSLATE_NOOP("ShapeText", "This place lies outside all districts, but the row belongs to %1."))
        .arg(district);
  const QString share = number(question.outside_ratio * 100, question.outside_ratio < 0.1 ? 1 : 0);
  QString sentence =
      question.outside_ratio >= 1
          ? text(QT_TRANSLATE_NOOP("ShapeText", "The row belongs to %1, but lies outside it.")).arg(district)
          : text(QT_TRANSLATE_NOOP("ShapeText", "The row belongs to %1, but %2 % of it lies outside."))
                .arg(district, share);
  if (!question.better_name.empty())
    sentence += QLatin1Char('\n') + text(QT_TRANSLATE_NOOP("ShapeText", "Its middle lies in %1."))
                                        .arg(QString::fromStdString(question.better_name));
  return sentence;
}

QString sizeText(const gis::Shape& shape) {
  if (shape.kind == gis::GeometryKind::kPolygon) {
    const double area_m2 = gis::areaM2(shape);
    if (area_m2 >= 1e6) return QStringLiteral("%1 km²").arg(number(area_m2 / 1e6, 2));
    if (area_m2 >= 1e4) return QStringLiteral("%1 m² (%2 ha)").arg(number(area_m2, 0), number(area_m2 / 1e4, 2));
    return QStringLiteral("%1 m²").arg(number(area_m2, area_m2 < 100 ? 1 : 0));
  }
  if (shape.kind == gis::GeometryKind::kLine) {
    const double length_m = gis::lengthM(shape);
    return length_m >= 1000 ? QStringLiteral("%1 km").arg(number(length_m / 1000, 2))
                            : QStringLiteral("%1 m").arg(number(length_m, 1));
  }
  if (shape.parts.size() != 1 || shape.parts.front().empty()) return {};
  const gis::LonLat at = shape.parts.front().front();
  return QStringLiteral("%1° E, %2° N").arg(number(at.lon_deg, 6), number(at.lat_deg, 6));
}

QString rowName(const gis::ShapeRow& row) {
  if (const auto name = row.cells.find("name"); name != row.cells.end())
    if (const auto* words = std::get_if<std::string>(&name->second); words && !words->empty())
      return QString::fromStdString(*words);
  return text(QT_TRANSLATE_NOOP("ShapeText", "No. %1")).arg(row.fid);
}

}  // namespace app
