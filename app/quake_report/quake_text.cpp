// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quake_report/quake_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <array>
#include <cmath>

#include "app/text/error_text.h"

namespace app {

namespace {

struct QuakeText {
  Q_DECLARE_TR_FUNCTIONS(QuakeText)
};

using gis::seismic::AttenuationZone;

// Two significant figures, thousands grouped.
QString twoFigures(double value) {
  if (value < 1) return QStringLiteral("0");
  const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(value)) - 1));
  return QLocale(QLocale::English).toString(std::round(value / step) * step, 'f', 0);
}

template <std::size_t N>
QString pick(const std::array<const char*, N>& texts, int code, int first) {
  const int i = code - first;
  return i >= 0 && i < static_cast<int>(N) ? QuakeText::tr(texts[static_cast<std::size_t>(i)]) : QString::number(code);
}

}  // namespace

QString quakeErrorText(const gis::Error& error) {
  if (error.code == gis::ErrorCode::kOutOfRange) {
    if (error.subject == "surface_mag")
      return QuakeText::tr("The magnitude must be 5.0 to 8.5: the attenuation relations hold for no other.");
    if (error.subject == "depth_km")
      return QuakeText::tr("The depth must be more than 0 and at most 70 km; leave it empty when it is not known.");
    if (error.subject == "strike_deg")
      return QuakeText::tr("The strike must be 0 to below 360 degrees, clockwise from north.");
    if (error.subject == "epicentre" && error.detail == "300 km")
      return QuakeText::tr(
          "The epicentre is more than 300 km from the city: no shaking there that these relations know.");
    if (error.subject == "epicentre") return QuakeText::tr("The epicentre must lie in China.");
    if (error.subject == "dist_km")
      return QuakeText::tr("The place is more than 300 km from the rupture: the relations reach no farther.");
    if (error.subject == "dist_m")
      return QuakeText::tr("The distance from the fault must be more than 0 and at most 5000 m.");
    if (error.subject == "cell_m")
      return QuakeText::tr("The cell is too small for this area: at most four million cells.");
  }
  if (error.code == gis::ErrorCode::kInvalidArgument) {
    if (error.detail == "no epicentre")
      return QuakeText::tr("Give the epicentre: coordinates in any form, or a click on the map.");
    if (error.detail == "no place")
      return QuakeText::tr("“%1” is no place that can be read; expected is something like 113.10, 36.20.")
          .arg(QString::fromStdString(error.subject));
    if (error.detail == "latitude")
      return QuakeText::tr("No latitude found in the text; expected is something like 北纬36.50度.");
    if (error.detail == "longitude")
      return QuakeText::tr("No longitude found in the text; expected is something like 东经112.33度.");
    if (error.detail == "magnitude")
      return QuakeText::tr("No magnitude found in the text; expected is something like 发生4.5级地震.");
  }
  return errorSentence(error);
}

QString degreeText(int degree) {
  return QuakeText::tr("degree %1").arg(QString::fromStdString(gis::seismic::romanDegree(degree)));
}

QString relationText(AttenuationZone zone) {
  switch (zone) {
    case AttenuationZone::kEast:
      return QuakeText::tr("Eastern strong zone (GB 18306-2015)");
    case AttenuationZone::kMedium:
      return QuakeText::tr("Medium-strong zone (GB 18306-2015)");
    case AttenuationZone::kQinghaiTibet:
      return QuakeText::tr("Qinghai-Tibet zone (GB 18306-2015)");
    case AttenuationZone::kXinjiang:
      return QuakeText::tr("Xinjiang zone (GB 18306-2015)");
    case AttenuationZone::kEast2000:
      return QuakeText::tr("Eastern China (Wang Suyun 2000)");
    case AttenuationZone::kWest2000:
      return QuakeText::tr("Western China (Wang Suyun 2000)");
  }
  return {};
}

QString siteText(gis::seismic::SiteClass site) {
  constexpr std::array kRoman{"Ⅰ0", "Ⅰ1", "Ⅱ", "Ⅲ", "Ⅳ"};
  return QuakeText::tr("site class %1").arg(QString::fromUtf8(kRoman[static_cast<std::size_t>(site)]));
}

QString buildingClassText(gis::seismic::BuildingClass building) {
  static constexpr std::array kTexts{
      QT_TRANSLATE_NOOP("QuakeText", "A1 earth, stone, brick and timber"),
      QT_TRANSLATE_NOOP("QuakeText", "A2 timber frame"), QT_TRANSLATE_NOOP("QuakeText", "B masonry, not designed"),
      QT_TRANSLATE_NOOP("QuakeText", "C masonry, designed"), QT_TRANSLATE_NOOP("QuakeText", "D reinforced concrete")};
  return QuakeText::tr(kTexts[static_cast<std::size_t>(building)]);
}

QString damageGradeText(std::size_t grade) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("QuakeText", "Sound"), QT_TRANSLATE_NOOP("QuakeText", "Slight"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Moderate"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Severe"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Destroyed")};
  return QuakeText::tr(kTexts[grade]);
}

QString deathClassText(std::size_t index) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("QuakeText", "none"), QT_TRANSLATE_NOOP("QuakeText", "1–9"),
                                     QT_TRANSLATE_NOOP("QuakeText", "10–99"), QT_TRANSLATE_NOOP("QuakeText", "100–999"),
                                     QT_TRANSLATE_NOOP("QuakeText", "1000 and more")};
  return QuakeText::tr(kTexts[index]);
}

QString roughNumber(double value) {
  if (value >= 1e4 && QuakeText::tr("10k") != QLatin1String("10k")) {
    const double wan = value / 1e4;
    return QuakeText::tr("%1 ten thousand").arg(wan, 0, 'f', wan < 10 ? 1 : 0);
  }
  return twoFigures(value);
}

QString bandText(const gis::seismic::Band& band) {
  if (band.high < 1) return QuakeText::tr("close to 0");
  return QuakeText::tr("about %1 (%2–%3)").arg(roughNumber(band.best), roughNumber(band.low), roughNumber(band.high));
}

QString yuanBandText(const gis::seismic::Band& band) {
  const auto text = [](double yuan) {
    const double yi = yuan / 1e8;
    return yi >= 100 ? twoFigures(yi) : QString::number(yi, 'f', yi < 10 ? 1 : 0);
  };
  if (band.high < 1e4) return QuakeText::tr("close to 0");
  return QuakeText::tr("about %1 (%2–%3) hundred million yuan").arg(text(band.best), text(band.low), text(band.high));
}

QString scenarioText(const gis::seismic::QuakeScenario& s) {
  QString text = QuakeText::tr("M%1, %2°E %3°N, strike %4°")
                     .arg(s.surface_mag, 0, 'f', 1)
                     .arg(s.epicentre.lon_deg, 0, 'f', 3)
                     .arg(s.epicentre.lat_deg, 0, 'f', 3)
                     .arg(s.strike_deg, 0, 'f', 0);
  if (s.depth_km) text += QuakeText::tr(", %1 km deep").arg(*s.depth_km, 0, 'f', 0);
  return text;
}

QString quakeDateText(const gis::seismic::PastQuake& quake) {
  const QString year = quake.year < 0 ? QuakeText::tr("%1 BC").arg(-quake.year) : QuakeText::tr("%1").arg(quake.year);
  if (quake.month == 0) return QuakeText::tr("%1 (year)").arg(year);
  if (quake.day == 0) return QuakeText::tr("%1-%2").arg(year).arg(quake.month, 2, 10, QLatin1Char('0'));
  return QuakeText::tr("%1-%2-%3")
      .arg(year)
      .arg(quake.month, 2, 10, QLatin1Char('0'))
      .arg(quake.day, 2, 10, QLatin1Char('0'));
}

QString estimateMark() { return QuakeText::tr("Estimate, for reference only"); }

QString ageText(int code) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("QuakeText", "Holocene (Q4)"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Late Pleistocene (Q3)"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Early–Middle Pleistocene (Q1-2)"),
                                     QT_TRANSLATE_NOOP("QuakeText", "Pre-Quaternary")};
  return pick(kTexts, code, 1);
}

QString senseText(int code) {
  static constexpr std::array kTexts{
      QT_TRANSLATE_NOOP("QuakeText", "normal"), QT_TRANSLATE_NOOP("QuakeText", "reverse"),
      QT_TRANSLATE_NOOP("QuakeText", "left-lateral"), QT_TRANSLATE_NOOP("QuakeText", "right-lateral")};
  return code == 9 ? QuakeText::tr("sense unknown") : pick(kTexts, code, 1);
}

QString structureText(int code) {
  static constexpr std::array kTexts{QT_TRANSLATE_NOOP("QuakeText", "masonry"),
                                     QT_TRANSLATE_NOOP("QuakeText", "reinforced concrete"),
                                     QT_TRANSLATE_NOOP("QuakeText", "steel"),
                                     QT_TRANSLATE_NOOP("QuakeText", "timber"),
                                     QT_TRANSLATE_NOOP("QuakeText", "earth and timber"),
                                     QT_TRANSLATE_NOOP("QuakeText", "mixed"),
                                     QT_TRANSLATE_NOOP("QuakeText", "cave dwelling")};
  return code > 7 ? QuakeText::tr("other") : pick(kTexts, code, 1);
}

QString confidenceText(const std::string& confidence) {
  if (confidence == "sure") return QuakeText::tr("sure");
  if (confidence == "fair") return QuakeText::tr("fairly sure");
  if (confidence == "design") return QuakeText::tr("design value");
  return QuakeText::tr("to be verified");
}

}  // namespace app
