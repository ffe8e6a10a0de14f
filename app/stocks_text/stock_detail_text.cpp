// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/stock_detail_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>
#include <map>

#include "app/text/detail_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockDetail {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

// "weight_kg" -> "weight of one, kg"; null: no field of an item.
QString itemField(const QString& key) {
  static const std::map<QString, const char*> names{
      {QStringLiteral("class"), QT_TRANSLATE_NOOP("StockWords", "class")},
      {QStringLiteral("name_zh"), QT_TRANSLATE_NOOP("StockWords", "Chinese name")},
      {QStringLiteral("name_en"), QT_TRANSLATE_NOOP("StockWords", "English name")},
      {QStringLiteral("unit_zh"), QT_TRANSLATE_NOOP("StockWords", "unit")},
      {QStringLiteral("unit_en"), QT_TRANSLATE_NOOP("StockWords", "English unit")},
      {QStringLiteral("weight_kg"), QT_TRANSLATE_NOOP("StockWords", "weight in kg")},
      {QStringLiteral("volume_m3"), QT_TRANSLATE_NOOP("StockWords", "volume in m³")},
      {QStringLiteral("shelf_life_days"), QT_TRANSLATE_NOOP("StockWords", "shelf life in days")},
      {QStringLiteral("barcode"), QT_TRANSLATE_NOOP("StockWords", "barcode")},
      {QStringLiteral("norm.per_1000"), QT_TRANSLATE_NOOP("StockWords", "norm for 1,000")},
      {QStringLiteral("norm.source"), QT_TRANSLATE_NOOP("StockWords", "source of the norm")},
      {QStringLiteral("source"), QT_TRANSLATE_NOOP("StockWords", "source")},
      {QStringLiteral("confidence"), QT_TRANSLATE_NOOP("StockWords", "how sure")},
      {QStringLiteral("packs"), QT_TRANSLATE_NOOP("StockWords", "packs")},
      {QStringLiteral("parts"), QT_TRANSLATE_NOOP("StockWords", "parts")}};
  const auto found = names.find(key);
  return found == names.end() ? QString() : QCoreApplication::translate("StockWords", found->second);
}

// "weight_kg=3; packs=包 10, 箱 40": what differs of an item; null: not of this form.
QString itemFigures(const QString& text) {
  QStringList said;
  for (const QString& part : text.split(QStringLiteral("; "))) {
    const qsizetype at = part.indexOf(QLatin1Char('='));
    const QString name = itemField(part.left(at));
    if (name.isEmpty()) return {};
    said << StockDetail::tr("%1 %2").arg(name, part.mid(at + 1));
  }
  return said.join(StockDetail::tr("; "));
}

// "100/120/150", "computed", "900 people for 3/7/15 days", fields of an item.
QString levelFigures(const QString& text) {
  static const QRegularExpression people(QStringLiteral("^(\\d+) people for (.+) days$"));
  if (text == QLatin1String("computed")) return StockDetail::tr("computed");
  if (const QString fields = itemFigures(text); !fields.isEmpty()) return fields;
  const auto match = people.match(text);
  return match.hasMatch() ? StockDetail::tr("%1 people for %2 days").arg(match.captured(1), match.captured(2)) : text;
}

}  // namespace

// Each pattern has its sentence.
QString stockDetailText(const QString& detail) {
  struct Pattern {
    QRegularExpression looks_like;
    QString (*says)(const QRegularExpressionMatch&);
  };
  using Match = QRegularExpressionMatch;
  static const Pattern patterns[] = {
      {QRegularExpression(QStringLiteral("^(\\d+) asked, (-?\\d+) left$")),
       [](const Match& m) { return StockDetail::tr("%1 asked for, %2 left").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^lot (.+) expires first, on ([\\d-]+), (\\d+) left$")),
       [](const Match& m) {
         return StockDetail::tr("lot %1 expires first, on %2, %3 left: take it, or give a reason")
             .arg(m.captured(1), m.captured(2), m.captured(3));
       }},
      {QRegularExpression(QStringLiteral("^expired on ([\\d-]+)$")),
       [](const Match& m) { return StockDetail::tr("expired on %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^(\\d+) approved of (\\d+) asked for$")),
       [](const Match& m) { return StockDetail::tr("%1 approved of %2 asked for").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^(\\d+) picked of (\\d+) approved$")),
       [](const Match& m) { return StockDetail::tr("%1 picked of %2 approved").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^is for another person than the one who asked$")),
       [](const Match&) { return StockDetail::tr("another person approves than the one who asked"); }},
      {QRegularExpression(QStringLiteral("^a reason is needed")),
       [](const Match&) { return StockDetail::tr("a reason is needed"); }},
      {QRegularExpression(QStringLiteral("^a second person is needed$")),
       [](const Match&) { return StockDetail::tr("a second person is needed"); }},
      {QRegularExpression(QStringLiteral("^the second person is another")),
       [](const Match&) { return StockDetail::tr("the second person is another than the one who counted"); }},
      {QRegularExpression(QStringLiteral("^some rows are not counted$")),
       [](const Match&) { return StockDetail::tr("some rows are not counted yet"); }},
      {QRegularExpression(QStringLiteral("^something moved after it was counted")),
       [](const Match&) { return StockDetail::tr("something moved after it was counted; count it again"); }},
      {QRegularExpression(QStringLiteral("^more lost or damaged than was sent$")),
       [](const Match&) { return StockDetail::tr("more lost or damaged than was sent"); }},
      {QRegularExpression(QStringLiteral("^where it is to go is needed$")),
       [](const Match&) { return StockDetail::tr("say where it is to go"); }},
      {QRegularExpression(QStringLiteral("^no lines$")), [](const Match&) { return StockDetail::tr("no lines"); }},
      {QRegularExpression(QStringLiteral("^nobody is named")),
       [](const Match&) { return StockDetail::tr("nobody is named who does it"); }},
      {QRegularExpression(QStringLiteral("^has been reversed$")),
       [](const Match&) { return StockDetail::tr("it has been reversed already"); }},
      {QRegularExpression(QStringLiteral("^here (.+) by (.*) on ([\\d-]+), there (.+) by (.*) on ([\\d-]+); the later "
                                         "holds: (.+)$")),
       [](const Match& m) {
         return StockDetail::tr("%1 here (%2, %3), %4 there (%5, %6); the later holds: %7")
             .arg(levelFigures(m.captured(1)), m.captured(2), m.captured(3), levelFigures(m.captured(4)), m.captured(5),
                  m.captured(6), levelFigures(m.captured(7)));
       }},
      {QRegularExpression(QStringLiteral("^the barcode is that of (.+)$")),
       [](const Match& m) { return StockDetail::tr("this is the barcode of %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^the barcode is there twice$")),
       [](const Match&) { return StockDetail::tr("the barcode is there twice"); }},
      {QRegularExpression(QStringLiteral("^the code is a barcode of (.+)$")),
       [](const Match& m) { return StockDetail::tr("this code is a barcode of %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^a kit cannot hold itself$")),
       [](const Match&) { return StockDetail::tr("a kit cannot hold itself"); }},
      {QRegularExpression(QStringLiteral("^a kit cannot hold itself through (.+)$")),
       [](const Match& m) { return StockDetail::tr("a kit cannot hold itself, through %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^its unit stays")),
       [](const Match&) { return StockDetail::tr("its unit stays: quantities of it are in the books"); }},
      {QRegularExpression(QStringLiteral("^is needed$")), [](const Match&) { return StockDetail::tr("is needed"); }},
      {QRegularExpression(QStringLiteral("^a (?:whole )?number from (\\S+) to (\\S+) is expected$")),
       [](const Match& m) { return StockDetail::tr("a number from %1 to %2").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^minimum, target and maximum must not fall$")),
       [](const Match&) { return StockDetail::tr("minimum, target and maximum must not fall"); }},
      {QRegularExpression(QStringLiteral("^a class has 1, 3, 5 or 7 digits")),
       [](const Match&) { return StockDetail::tr("a class has 1, 3, 5 or 7 digits (GB/T 38565-2020)"); }},
      {QRegularExpression(QStringLiteral("^no class has this code$")),
       [](const Match&) { return StockDetail::tr("no class has this code"); }},
      {QRegularExpression(QStringLiteral("^this lot is known: made (\\S+), expires (\\S+)$")),
       [](const Match& m) {
         return StockDetail::tr("this lot is known: made %1, expires %2").arg(m.captured(1), m.captured(2));
       }},
      {QRegularExpression(QStringLiteral("^its goods could not be booked here$")),
       [](const Match&) { return StockDetail::tr("its goods could not be booked here"); }},
      {QRegularExpression(QStringLiteral("^another step was taken here")),
       [](const Match&) { return StockDetail::tr("another step was taken here at this point"); }},
      {QRegularExpression(QStringLiteral("^a reversal is not reversed")),
       [](const Match&) { return StockDetail::tr("a reversal is not reversed; enter the movement anew"); }},
  };
  for (const Pattern& pattern : patterns)
    if (const auto match = pattern.looks_like.match(detail); match.hasMatch()) return pattern.says(match);
  return detailText(detail.toStdString());
}

QString questionText(const stocks::LedgerQuestion& question) {
  const QString why = QString::fromStdString(question.why);
  const qsizetype at = why.indexOf(QLatin1String(": "));
  return at < 0 ? why : StockDetail::tr("%1: %2").arg(why.left(at), stockDetailText(why.mid(at + 2)));
}

}  // namespace app
