// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report.h"

#include <QLocale>
#include <cmath>

namespace app {

QString cellText(const ReportCell& cell, const ReportColumn& column) {
  const QLocale plain(QLocale::English, QLocale::UnitedStates);
  if (const auto* text = std::get_if<QString>(&cell.value)) return *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell.value)) return plain.toString(static_cast<qlonglong>(*whole));
  if (const auto* real = std::get_if<double>(&cell.value))
    return std::isfinite(*real) ? plain.toString(*real, 'f', column.decimals) : QString();
  return {};
}

bool isNumber(const ReportCell& cell) {
  return std::holds_alternative<std::int64_t>(cell.value) || std::holds_alternative<double>(cell.value);
}

}  // namespace app
