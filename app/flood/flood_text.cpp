// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/flood/flood_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <cmath>

#include "app/charts/chart.h"

namespace app {
namespace {

struct FloodText {
  Q_DECLARE_TR_FUNCTIONS(FloodText)
};

}  // namespace

QString textOf(const std::string& utf8) { return QString::fromStdString(utf8); }

QString floodTime(std::int64_t utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("MM-dd HH:mm"));
}

QString floodMoment(std::int64_t utc_ms) {
  return QDateTime::fromMSecsSinceEpoch(utc_ms).toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

QString latestAgeText(std::optional<std::int64_t> latest_utc_ms, std::int64_t now_utc_ms) {
  constexpr std::int64_t kDayMs = 24 * gis::flood::kHourMs;
  if (!latest_utc_ms || now_utc_ms - *latest_utc_ms <= kDayMs) return {};
  return FloodText::tr("latest reading %1 days ago").arg((now_utc_ms - *latest_utc_ms) / kDayMs);
}

QString ageText(std::optional<std::int64_t> last_utc_ms, std::int64_t now_utc_ms, gis::flood::Freshness freshness) {
  using gis::flood::Freshness;
  if (!last_utc_ms || freshness == Freshness::kNever) return FloodText::tr("no reading");
  if (freshness == Freshness::kFresh) return {};
  const double hours = static_cast<double>(now_utc_ms - *last_utc_ms) / static_cast<double>(gis::flood::kHourMs);
  return hours < 48 ? FloodText::tr("reading is %1 h old").arg(std::round(hours))
                    : FloodText::tr("reading is %1 days old").arg(std::round(hours / 24));
}

QString mm(double rain_mm) { return FloodText::tr("%1 mm").arg(rain_mm, 0, 'f', 1); }
QString metres(double level_m) { return FloodText::tr("%1 m").arg(level_m, 0, 'f', 2); }
QString signedMetres(double m) {
  return FloodText::tr("%1 m").arg((m >= 0 ? QStringLiteral("+") : QStringLiteral("−")) +
                                   QString::number(std::abs(m), 'f', 2));
}

QString volume(double m3) { return FloodText::tr("%1 m³").arg(shortNumber(m3)); }

QString trendText(std::optional<double> m_per_h) {
  if (!m_per_h) return {};
  if (std::abs(*m_per_h) < 0.005) return FloodText::tr("steady");
  return (*m_per_h > 0 ? FloodText::tr("↑ %1 m/h") : FloodText::tr("↓ %1 m/h")).arg(std::abs(*m_per_h), 0, 'f', 2);
}

QString confidenceText(char confidence) {
  return confidence == 'U' ? FloodText::tr("to be confirmed") : confidence == 'F' ? FloodText::tr("fair") : QString();
}

QString soilText(gis::flood::SoilState soil) {
  switch (soil) {
    case gis::flood::SoilState::kDry:
      return FloodText::tr("ground dry");
    case gis::flood::SoilState::kWet:
      return FloodText::tr("ground wet");
    case gis::flood::SoilState::kNormal:
      break;
  }
  return FloodText::tr("ground average");
}

QString travelText(const gis::flood::TravelTime& travel) {
  return FloodText::tr("about %1 h (%2–%3)")
      .arg(travel.likely_h, 0, 'f', 1)
      .arg(travel.quick_h, 0, 'f', 1)
      .arg(travel.slow_h, 0, 'f', 1);
}

QString countyOf(const gis::flood::FloodView& view, const std::string& division_code) {
  return textOf(view.records.divisionName(gis::flood::FloodRegister::countyOf(division_code)));
}

}  // namespace app
