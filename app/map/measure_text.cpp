// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/measure_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace app {

namespace {
QString number(double value, int decimals) { return QLocale(QLocale::English).toString(value, 'f', decimals); }
// Units as the inspector writes them: 米, 公里, 公顷, 平方公里 in Chinese, symbols in English.
QString withUnit(const char* pattern, double value, int decimals) {
  return QCoreApplication::translate("Units", pattern).arg(number(value, decimals));
}
constexpr double kHectareM2 = 1e4;
constexpr double kSquareKmM2 = 1e6;
}  // namespace

QString lengthText(double dist_m) {
  if (!std::isfinite(dist_m)) return QStringLiteral("—");
  if (dist_m < 1000) return withUnit(QT_TRANSLATE_NOOP("Units", "%1 m"), dist_m, dist_m < 10 ? 2 : 1);
  return withUnit(QT_TRANSLATE_NOOP("Units", "%1 km"), dist_m / 1000, dist_m < 100e3 ? 2 : 1);
}

QString areaText(double area_m2) {
  area_m2 = std::abs(area_m2);
  if (!std::isfinite(area_m2)) return QStringLiteral("—");
  if (area_m2 < kHectareM2) return withUnit(QT_TRANSLATE_NOOP("Units", "%1 m²"), area_m2, area_m2 < 100 ? 1 : 0);
  if (area_m2 < kSquareKmM2) return withUnit(QT_TRANSLATE_NOOP("Units", "%1 ha"), area_m2 / kHectareM2, 2);
  return withUnit(QT_TRANSLATE_NOOP("Units", "%1 km²"), area_m2 / kSquareKmM2, area_m2 < 100 * kSquareKmM2 ? 2 : 1);
}

QString scaleText(double denominator) {
  return QStringLiteral("1:") + QLocale(QLocale::English).toString(static_cast<qlonglong>(std::llround(denominator)));
}

double scaleFromText(const QString& text) {
  QString t = text.trimmed();
  t.replace(QChar(0xff1a), QLatin1Char(':'));
  if (const qsizetype colon = t.indexOf(QLatin1Char(':')); colon >= 0) t = t.mid(colon + 1).trimmed();
  double factor_ratio = 1;
  if (t.endsWith(QStringLiteral("万"))) factor_ratio = 1e4, t.chop(1);
  t.remove(QLatin1Char(',')).remove(QChar(0xff0c)).remove(QLatin1Char(' '));
  bool ok = false;
  const double value = t.toDouble(&ok) * factor_ratio;
  return ok && value > 0 && std::isfinite(value) ? value : 0;
}

}  // namespace app
