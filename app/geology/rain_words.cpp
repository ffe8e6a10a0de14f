// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/geology/rain_words.h"

#include <QCoreApplication>

#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "gis/geology/rain_field.h"

namespace app {
namespace {

using gis::geology::RainLevel;
namespace rain_trouble = gis::geology::rain_trouble;

struct RainWords {
  Q_DECLARE_TR_FUNCTIONS(RainWords)

 public:
  struct Trouble {
    const char* said_by_gis;
    QString text;
  };
  static std::vector<Trouble> troubles() {
    return {{rain_trouble::kNoNumber, tr("the rain is no number")},
            {rain_trouble::kNegative, tr("negative rain")},
            {rain_trouble::kTooMuch, tr("more rain than was ever measured in that time")},
            {rain_trouble::kNoTime, tr("neither a time nor hours nor days_ago can be read")},
            {rain_trouble::kNoUnit, tr("no unit in the heading, millimetres are taken")},
            {rain_trouble::kNoPlace, tr("neither the table nor the census says where this station is")},
            {rain_trouble::kNegativeCells, tr("negative values of the grid count as unknown")},
            {rain_trouble::kNoRainColumn, tr("the heading has no column of rain (rain_mm)")},
            {rain_trouble::kNoPlaceColumn, tr("no column says where it rained (station, division, or lon and lat)")},
            {rain_trouble::kNoTimeColumn, tr("no column says when it rained (time, hours or days_ago)")},
            {rain_trouble::kNoRow, tr("no row with rain that can be used")}};
  }
  // Empty: none of those.
  static QString trouble(const std::string& detail) {
    const QString whole = QString::fromStdString(detail);
    for (const Trouble& known : troubles()) {
      const QString said = QString::fromLatin1(known.said_by_gis);
      if (whole == said) return known.text;
      if (whole.startsWith(said + QStringLiteral(": ")))
        return tr("%1: %2").arg(known.text, whole.mid(said.size() + 2));
    }
    return {};
  }
  static QString level(RainLevel level) {
    switch (level) {
      case RainLevel::kRed:
        return tr("Red");
      case RainLevel::kOrange:
        return tr("Orange");
      case RainLevel::kYellow:
        return tr("Yellow");
      case RainLevel::kBlue:
        return tr("Blue");
      case RainLevel::kNone:
        break;
    }
    return tr("No warning");
  }
  static QString subject(const std::string& subject) {
    const QString text = QString::fromStdString(subject);
    return text.startsWith(QStringLiteral("row ")) ? tr("Row %1").arg(text.mid(4)) : text;
  }
  static QString joined(const QString& subject, const QString& what) { return tr("%1: %2").arg(subject, what); }
  static QString sentence(const QString& what) { return tr("The rain cannot be graded by: %1.").arg(what); }
};

}  // namespace

QString rainLevelText(RainLevel level) { return RainWords::level(level); }

QString rainWarningText(const gis::Warning& warning) {
  const QString known = RainWords::trouble(warning.detail);
  return RainWords::joined(RainWords::subject(warning.subject), known.isEmpty() ? detailText(warning.detail) : known);
}

QString rainErrorText(const gis::Error& error) {
  const QString known = RainWords::trouble(error.detail);
  if (!known.isEmpty()) return RainWords::sentence(known);
  return errorSentence(error) + QLatin1Char(' ') + detailText(error.detail);
}

}  // namespace app
