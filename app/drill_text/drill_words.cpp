// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/drill_text/drill_words.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocale>
#include <QStringList>
#include <algorithm>
#include <iterator>

namespace app {
namespace {

struct NamedKind {
  const char* kind;
  const char* name;
};

constexpr NamedKind kNames[] = {
    {"note", QT_TRANSLATE_NOOP("DrillText", "Note")},
    {"rain", QT_TRANSLATE_NOOP("DrillText", "Rain readings")},
    {"water", QT_TRANSLATE_NOOP("DrillText", "Water level")},
    {"warning", QT_TRANSLATE_NOOP("DrillText", "Warning")},
    {"cap_file", QT_TRANSLATE_NOOP("DrillText", "Warning from a file")},
    {"cancel", QT_TRANSLATE_NOOP("DrillText", "Warning cancelled")},
    {"callout", QT_TRANSLATE_NOOP("DrillText", "Call-out started")},
    {"raise", QT_TRANSLATE_NOOP("DrillText", "Call-out raised")},
    {"callout_end", QT_TRANSLATE_NOOP("DrillText", "Call-out closed")},
    {"closure", QT_TRANSLATE_NOOP("DrillText", "Road closed")},
    {"reopening", QT_TRANSLATE_NOOP("DrillText", "Road reopened")},
    {"requisition", QT_TRANSLATE_NOOP("DrillText", "Requisition")},
    {"approval", QT_TRANSLATE_NOOP("DrillText", "Requisition approved")},
    {"picking", QT_TRANSLATE_NOOP("DrillText", "Goods picked")},
    {"dispatch", QT_TRANSLATE_NOOP("DrillText", "Goods dispatched")},
    {"receipt", QT_TRANSLATE_NOOP("DrillText", "Goods received")},
    {"incident", QT_TRANSLATE_NOOP("DrillText", "Incident opened")},
    {"figures", QT_TRANSLATE_NOOP("DrillText", "Figures of an incident")},
    {"grade", QT_TRANSLATE_NOOP("DrillText", "Incident graded")},
    {"response", QT_TRANSLATE_NOOP("DrillText", "Response level")},
    {"evacuation", QT_TRANSLATE_NOOP("DrillText", "Evacuation ordered")},
    {"moved", QT_TRANSLATE_NOOP("DrillText", "People moved")},
    {"report", QT_TRANSLATE_NOOP("DrillText", "Report issued")},
};

QString say(const char* text) { return QCoreApplication::translate("DrillText", text); }

// What a field should have held.
QString expectedText(const QString& what) {
  if (what == QLatin1String("number"))
    return say(QT_TRANSLATE_NOOP("DrillText", "a number within the usual range is expected"));
  if (what == QLatin1String("whole"))
    return say(QT_TRANSLATE_NOOP("DrillText", "a whole number within the usual range is expected"));
  if (what == QLatin1String("texts")) return say(QT_TRANSLATE_NOOP("DrillText", "a list of texts is expected"));
  if (what == QLatin1String("divisions"))
    return say(QT_TRANSLATE_NOOP("DrillText", "a list of division codes like [\"140431\"] is expected"));
  if (what == QLatin1String("counts"))
    return say(QT_TRANSLATE_NOOP("DrillText", "items with whole quantities like {\"棉被\": 60} are expected"));
  if (what == QLatin1String("figures"))
    return say(QT_TRANSLATE_NOOP("DrillText", "figures with numbers like {\"dead\": 0} are expected"));
  if (what == QLatin1String("blanks"))
    return say(QT_TRANSLATE_NOOP("DrillText", "blanks with words like {\"measures\": \"...\"} are expected"));
  if (what == QLatin1String("colour"))
    return say(QT_TRANSLATE_NOOP("DrillText", "red, orange, yellow or blue is expected"));
  if (what == QLatin1String("words"))
    return say(QT_TRANSLATE_NOOP("DrillText", "a text, or one in \"zh\" and one in \"en\", is expected"));
  if (what == QLatin1String("steps")) return say(QT_TRANSLATE_NOOP("DrillText", "a list of steps is expected"));
  if (what == QLatin1String("object")) return say(QT_TRANSLATE_NOOP("DrillText", "an object {…} is expected"));
  return say(QT_TRANSLATE_NOOP("DrillText", "a text is expected"));
}

QString troubleText(const gis::drill::DrillMistake& mistake) {
  const QString what = QString::fromStdString(mistake.detail);
  switch (mistake.kind) {
    case gis::drill::MistakeKind::kNotJson:
      return say(QT_TRANSLATE_NOOP("DrillText", "this is no JSON (%1)")).arg(what);
    case gis::drill::MistakeKind::kMissing:
      return say(QT_TRANSLATE_NOOP("DrillText", "“%1” is missing")).arg(what);
    case gis::drill::MistakeKind::kUnknownKey:
      return say(QT_TRANSLATE_NOOP("DrillText", "“%1” means nothing here; is it misspelt?")).arg(what);
    case gis::drill::MistakeKind::kUnknownKind: {
      QStringList kinds;
      for (const NamedKind& one : kNames) kinds << QString::fromLatin1(one.kind);
      return say(QT_TRANSLATE_NOOP("DrillText", "there is no kind of step “%1”; there are %2"))
          .arg(what, kinds.join(QStringLiteral(", ")));
    }
    case gis::drill::MistakeKind::kWrongValue:
      return expectedText(what);
    case gis::drill::MistakeKind::kBadTime:
      return say(QT_TRANSLATE_NOOP("DrillText", "%1 is no time like \"22:40\" or \"+90\" (minutes)")).arg(what);
    case gis::drill::MistakeKind::kBackwards:
      return say(QT_TRANSLATE_NOOP("DrillText", "%1 lies before the step above it")).arg(what);
    case gis::drill::MistakeKind::kTwice:
      return say(QT_TRANSLATE_NOOP("DrillText", "the name “%1” was given before")).arg(what);
    case gis::drill::MistakeKind::kNotMade:
      return say(QT_TRANSLATE_NOOP("DrillText", "no step above makes a fitting “%1”")).arg(what);
  }
  return what;
}

}  // namespace

QString drillWords(const gis::drill::DrillWords& words) {
  const std::string& wanted = QLocale().language() == QLocale::Chinese ? words.zh : words.en;
  return QString::fromStdString(wanted.empty() ? words.zh : wanted);
}

QString stepKindText(const std::string& kind) {
  const auto found = std::ranges::find_if(kNames, [&](const NamedKind& one) { return kind == one.kind; });
  return found == std::end(kNames) ? QString::fromStdString(kind) : say(found->name);
}

QString mistakeText(const gis::drill::DrillMistake& mistake) {
  const QString path = QString::fromStdString(mistake.path);
  return path.isEmpty()
             ? say(QT_TRANSLATE_NOOP("DrillText", "line %1: %2")).arg(mistake.line).arg(troubleText(mistake))
             : say(QT_TRANSLATE_NOOP("DrillText", "line %1, %2: %3")).arg(mistake.line).arg(path, troubleText(mistake));
}

QString mistakesText(const std::vector<gis::drill::DrillMistake>& mistakes) {
  QStringList lines;
  for (const gis::drill::DrillMistake& mistake : mistakes) lines << mistakeText(mistake);
  return lines.join(QLatin1Char('\n'));
}

QString entryText(const gis::drill::DrillEntry& entry) {
  const QString words = drillWords(entry.words);
  if (!words.isEmpty()) return words;
  const QJsonObject made = QJsonDocument::fromJson(QByteArray::fromStdString(entry.made)).object();
  const auto named = [&](const char* member) { return made.value(QLatin1String(member)); };
  if (entry.kind == "rain")
    return say(QT_TRANSLATE_NOOP("DrillText", "%1 gauges, %2 mm at most"))
        .arg(named("stations").toInt())
        .arg(named("most_mm").toDouble());
  for (const char* paper : {"requisition", "incident", "evacuation", "report"})
    if (const QString number = named(paper).toString(); !number.isEmpty()) return number;
  return stepKindText(entry.kind);
}

}  // namespace app
