// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fields/typed_cell.h"

#include <cmath>

namespace app {

gis::Result<gis::CellValue> typedCell(const gis::SchemaColumn& column, const layers::InspectorField& field,
                                      const QString& text) {
  const QString typed = text.trimmed();
  const auto wrong = [&](const char* why) {
    return gis::fail(gis::ErrorCode::kInvalidArgument, typed.toStdString(), why);
  };
  const bool number = column.kind == gis::CellKind::kInteger || column.kind == gis::CellKind::kReal;
  if (typed.isEmpty()) {
    if (column.nullable) return gis::CellValue();
    if (number || !column.code_table.empty()) return wrong("a value is needed here");
    return gis::CellValue(std::string());
  }
  if (!number) return gis::CellValue(typed.toStdString());
  bool ok = false;
  const double shown = QString(typed).remove(QLatin1Char(',')).toDouble(&ok);
  if (!ok || !std::isfinite(shown)) return wrong("a number is expected");
  const double stored = shown / field.scale_ratio;
  if (column.kind == gis::CellKind::kReal) return gis::CellValue(stored);
  // 9007199254740992: beyond it not every whole number has a double of its own.
  if (std::abs(stored - std::round(stored)) > 1e-6 || std::abs(stored) > 9007199254740992.0)
    return wrong("a whole number is expected");
  return gis::CellValue(static_cast<std::int64_t>(std::llround(stored)));
}

QString editableText(const layers::InspectorField& field, const gis::CellValue& cell) {
  if (const auto* integer = std::get_if<std::int64_t>(&cell))
    return field.scale_ratio == 1 ? QString::number(*integer)
                                  : QString::number(static_cast<double>(*integer) * field.scale_ratio, 'g', 12);
  if (const auto* real = std::get_if<double>(&cell)) return QString::number(*real * field.scale_ratio, 'g', 12);
  if (const auto* text = std::get_if<std::string>(&cell)) return QString::fromStdString(*text);
  return {};
}

}  // namespace app
