// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/stock_detail_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <map>
#include <optional>

#include "app/text/detail_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockDetail {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

// What the ledger says, with places for its figures, and how it is told; the same unless two sentences are given. They
// are gis/stocks's own: a test looks for each of them here.
struct StockSentence {
  const char* said;
  const char* told = nullptr;
};
constexpr StockSentence kSentences[] = {
    {"%1 asked, %2 left", QT_TRANSLATE_NOOP("StockWords", "%1 asked for, %2 left")},
    {"lot %1 expires first, on %2, %3 left",
     QT_TRANSLATE_NOOP("StockWords", "lot %1 expires first, on %2, %3 left: take it, or give a reason")},
    {QT_TRANSLATE_NOOP("StockWords", "expired on %1")},
    {QT_TRANSLATE_NOOP("StockWords", "%1 approved of %2 asked for")},
    {QT_TRANSLATE_NOOP("StockWords", "%1 picked of %2 approved")},
    {"is for another person than the one who asked",
     QT_TRANSLATE_NOOP("StockWords", "another person approves than the one who asked")},
    {QT_TRANSLATE_NOOP("StockWords", "a reason is needed")},
    {QT_TRANSLATE_NOOP("StockWords", "a reason is needed to take another lot")},
    {QT_TRANSLATE_NOOP("StockWords", "a second person is needed")},
    {QT_TRANSLATE_NOOP("StockWords", "the second person is another than the one who counted")},
    {"some rows are not counted", QT_TRANSLATE_NOOP("StockWords", "some rows are not counted yet")},
    {QT_TRANSLATE_NOOP("StockWords", "something moved after it was counted; count it again")},
    {QT_TRANSLATE_NOOP("StockWords", "more lost or damaged than was sent")},
    {"where it is to go is needed", QT_TRANSLATE_NOOP("StockWords", "say where it is to go")},
    {QT_TRANSLATE_NOOP("StockWords", "no lines")},
    {QT_TRANSLATE_NOOP("StockWords", "has no lines")},
    {QT_TRANSLATE_NOOP("StockWords", "nobody is named who does it")},
    {QT_TRANSLATE_NOOP("StockWords", "nobody is named who counts")},
    {QT_TRANSLATE_NOOP("StockWords", "nobody is named who counted")},
    {QT_TRANSLATE_NOOP("StockWords", "nobody is named who books it")},
    {"has been reversed", QT_TRANSLATE_NOOP("StockWords", "it has been reversed already")},
    {QT_TRANSLATE_NOOP("StockWords", "has been reversed here as well")},
    {"the barcode is that of %1", QT_TRANSLATE_NOOP("StockWords", "this is the barcode of %1")},
    {QT_TRANSLATE_NOOP("StockWords", "the barcode is there twice")},
    {"the code is a barcode of %1", QT_TRANSLATE_NOOP("StockWords", "this code is a barcode of %1")},
    {QT_TRANSLATE_NOOP("StockWords", "the unit is named twice")},
    {QT_TRANSLATE_NOOP("StockWords", "the part is named twice")},
    {QT_TRANSLATE_NOOP("StockWords", "a pack has a name")},
    {QT_TRANSLATE_NOOP("StockWords", "a pack holds at least two units")},
    {QT_TRANSLATE_NOOP("StockWords", "a pack holds at least two units and has a name")},
    {QT_TRANSLATE_NOOP("StockWords", "a pack holds at most 1000000 units")},
    {QT_TRANSLATE_NOOP("StockWords", "a kit holds at least one of each part")},
    {QT_TRANSLATE_NOOP("StockWords", "a kit holds at most 1000000 of a part")},
    {QT_TRANSLATE_NOOP("StockWords", "a kit cannot hold itself")},
    {"a kit cannot hold itself through %1", QT_TRANSLATE_NOOP("StockWords", "a kit cannot hold itself, through %1")},
    {QT_TRANSLATE_NOOP("StockWords", "is no kit: it has no parts")},
    {QT_TRANSLATE_NOOP("StockWords", "a number of kits from 1 to 1000000 is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "its unit stays: quantities of it are in the books")},
    {QT_TRANSLATE_NOOP("StockWords", "is needed")},
    {"a number from %1 to %2 is expected", QT_TRANSLATE_NOOP("StockWords", "a number from %1 to %2")},
    {"a whole number from %1 to %2 is expected", QT_TRANSLATE_NOOP("StockWords", "a number from %1 to %2")},
    {QT_TRANSLATE_NOOP("StockWords", "a number of trucks from 1 to 10000 expected")},
    {QT_TRANSLATE_NOOP("StockWords", "payload and volume: above zero expected")},
    {QT_TRANSLATE_NOOP("StockWords", "a kind without a name")},
    {QT_TRANSLATE_NOOP("StockWords", "named twice")},
    {QT_TRANSLATE_NOOP("StockWords", "minimum, target and maximum must not fall")},
    {QT_TRANSLATE_NOOP("StockWords", "days that do not fall and a source are needed")},
    {QT_TRANSLATE_NOOP("StockWords", "a class has 1, 3, 5 or 7 digits (GB/T 38565-2020)")},
    {QT_TRANSLATE_NOOP("StockWords", "no class has this code")},
    {QT_TRANSLATE_NOOP("StockWords", "code, name and unit are needed")},
    {QT_TRANSLATE_NOOP("StockWords", "weight and volume are not negative")},
    {QT_TRANSLATE_NOOP("StockWords", "a shelf life has at least one day")},
    {QT_TRANSLATE_NOOP("StockWords", "a norm is not negative")},
    {QT_TRANSLATE_NOOP("StockWords", "a norm names its source")},
    {QT_TRANSLATE_NOOP("StockWords", "numbers from 1 to 12 are expected")},
    {QT_TRANSLATE_NOOP("StockWords", "this lot is known: made %1, expires %2")},
    {QT_TRANSLATE_NOOP("StockWords", "expires before it was made")},
    {QT_TRANSLATE_NOOP("StockWords", "a day like 2026-05-01 is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "at: a time like 2026-05-01T08:00:00Z is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "from an earlier to a later day")},
    {QT_TRANSLATE_NOOP("StockWords", "no item of the catalogue has this name")},
    {QT_TRANSLATE_NOOP("StockWords", "no item of the catalogue")},
    {QT_TRANSLATE_NOOP("StockWords", "no item of a catalogue")},
    {QT_TRANSLATE_NOOP("StockWords", "no depot has this name")},
    {QT_TRANSLATE_NOOP("StockWords", "no depot has this identifier")},
    {QT_TRANSLATE_NOOP("StockWords", "no such lot")},
    {QT_TRANSLATE_NOOP("StockWords", "no such movement")},
    {QT_TRANSLATE_NOOP("StockWords", "no movement has this number")},
    {QT_TRANSLATE_NOOP("StockWords", "two movements have this number; give the uuid")},
    {QT_TRANSLATE_NOOP("StockWords", "no such requisition")},
    {QT_TRANSLATE_NOOP("StockWords", "no requisition has this number")},
    {QT_TRANSLATE_NOOP("StockWords", "no such count sheet")},
    {QT_TRANSLATE_NOOP("StockWords", "no open question has this identifier")},
    {QT_TRANSLATE_NOOP("StockWords", "owns nothing here")},
    {QT_TRANSLATE_NOOP("StockWords", "an owner is needed")},
    {QT_TRANSLATE_NOOP("StockWords", "depot, lot and owner are needed")},
    {QT_TRANSLATE_NOOP("StockWords", "too large")},
    {QT_TRANSLATE_NOOP("StockWords", "a quantity is not negative")},
    {QT_TRANSLATE_NOOP("StockWords", "a count is not negative")},
    {QT_TRANSLATE_NOOP("StockWords", "a quantity of %1; at least 1")},
    {QT_TRANSLATE_NOOP("StockWords", "line %1: a quantity of %2; at least 1")},
    {QT_TRANSLATE_NOOP("StockWords", "line %1: does not go from %2 to %3")},
    {QT_TRANSLATE_NOOP("StockWords", "at least 1")},
    {QT_TRANSLATE_NOOP("StockWords", "the item has no such unit")},
    {QT_TRANSLATE_NOOP("StockWords", "has not expired")},
    {QT_TRANSLATE_NOOP("StockWords", "is booked")},
    {QT_TRANSLATE_NOOP("StockWords", "is still to come")},
    {QT_TRANSLATE_NOOP("StockWords", "was not asked for")},
    {QT_TRANSLATE_NOOP("StockWords", "was picked and is not on the order")},
    {QT_TRANSLATE_NOOP("StockWords", "does not follow on %1")},
    {QT_TRANSLATE_NOOP("StockWords", "nothing lies there that could be counted")},
    {QT_TRANSLATE_NOOP("StockWords", "a row that is not on the sheet")},
    {QT_TRANSLATE_NOOP("StockWords", "its goods could not be booked here")},
    {QT_TRANSLATE_NOOP("StockWords", "another step was taken here at this point")},
    {QT_TRANSLATE_NOOP("StockWords", "takes back a movement that is not in these books")},
    {"a reversal is not reversed; book it anew",
     QT_TRANSLATE_NOOP("StockWords", "a reversal is not reversed; enter the movement anew")},
    {QT_TRANSLATE_NOOP("StockWords", "a movement is reversed by naming it")},
    {QT_TRANSLATE_NOOP("StockWords", "a movement of no known kind")},
    {QT_TRANSLATE_NOOP("StockWords", "opening, purchase or donation")},
    {QT_TRANSLATE_NOOP("StockWords", "say what was done about it, and who decides")},
    {QT_TRANSLATE_NOOP("StockWords", "a column %1 is needed")},
    {QT_TRANSLATE_NOOP("StockWords", "a pack is written 包=10 or 包=10=barcode")},
    {QT_TRANSLATE_NOOP("StockWords", "a part is written code*2")},
    {QT_TRANSLATE_NOOP("StockWords", "lon and lat belong together")},
    {QT_TRANSLATE_NOOP("StockWords", "government, contract, capacity or household is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "an object or a list of them is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "an object is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "a list is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "a text is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "true or false is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: a text is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: a price is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: a list is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: true or false is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "no JSON")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: no such kind of movement: %2")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: no such state: %2")},
    {QT_TRANSLATE_NOOP("StockWords", "%1: a whole number from %2 to %3 expected")},
    {QT_TRANSLATE_NOOP("StockWords", "a number is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "a whole number is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "none")},
    {QT_TRANSLATE_NOOP("StockWords", "S, F or U is expected")},
    {QT_TRANSLATE_NOOP("StockWords", "not as many columns as there should be")},
    {QT_TRANSLATE_NOOP("StockWords", "row %1: %2")},
    {QT_TRANSLATE_NOOP("StockWords", "no step")},
    {QT_TRANSLATE_NOOP("StockWords", "no kind of record")},
    {QT_TRANSLATE_NOOP("StockWords", "no kind of movement")},
    {QT_TRANSLATE_NOOP("StockWords", "no figures of levels")},
    {QT_TRANSLATE_NOOP("StockWords", "an event is missing")},
    {QT_TRANSLATE_NOOP("StockWords", "an edit of an item that does not come")},
    {QT_TRANSLATE_NOOP("StockWords", "is no copy of a stock ledger")},
    {QT_TRANSLATE_NOOP("StockWords", "is empty")},
    {QT_TRANSLATE_NOOP("StockWords", "is cut off")},
    {QT_TRANSLATE_NOOP("StockWords", ".xlsx or .csv expected")},
};

// What stands in the places of a pattern (%1, %2 … in this order); nothing when the text is another.
std::optional<QStringList> fillingsOf(QStringView pattern, QStringView text) {
  QStringList found;
  qsizetype mark = pattern.indexOf(QLatin1Char('%'));
  if (mark < 0) return pattern == text ? std::optional(found) : std::nullopt;
  if (!text.startsWith(pattern.left(mark))) return std::nullopt;
  text = text.mid(mark);
  while (mark >= 0) {
    pattern = pattern.mid(mark + 2);
    mark = pattern.indexOf(QLatin1Char('%'));
    const QStringView next = mark < 0 ? pattern : pattern.left(mark);
    const qsizetype end = mark < 0 ? text.size() - next.size() : text.indexOf(next);
    if (end < 0 || (mark < 0 && !text.endsWith(next))) return std::nullopt;
    found << text.left(end).toString();
    text = text.mid(end + next.size());
  }
  return found;
}

// Of the more exact sentences the first; one that is all figures comes last.
const StockSentence* sentenceOf(const QString& detail, QStringList& fillings) {
  const StockSentence* found = nullptr;
  for (const StockSentence& one : kSentences) {
    const auto these = fillingsOf(QString::fromUtf8(one.said), detail);
    if (!these || (found && these->size() >= fillings.size())) continue;
    found = &one, fillings = *these;
  }
  return found;
}

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
  if (text == QLatin1String("computed")) return StockDetail::tr("computed");
  if (text == QLatin1String("here")) return StockDetail::tr("the one here");
  if (text == QLatin1String("there")) return StockDetail::tr("the one there");
  if (const QString fields = itemFigures(text); !fields.isEmpty()) return fields;
  const auto people = fillingsOf(u"%1 people for %2 days", text);
  return people ? StockDetail::tr("%1 people for %2 days").arg((*people)[0], (*people)[1]) : text;
}

// Two figures that were set without knowing of each other.
std::optional<QString> clashText(const QString& detail) {
  const auto found = fillingsOf(u"here %1 by %2 on %3, there %4 by %5 on %6; the later holds: %7", detail);
  if (!found) return std::nullopt;
  const QStringList& part = *found;
  return StockDetail::tr("%1 here (%2, %3), %4 there (%5, %6); the later holds: %7")
      .arg(levelFigures(part[0]), part[1], part[2], levelFigures(part[3]), part[4], part[5], levelFigures(part[6]));
}

}  // namespace

bool isStockSentence(const QString& detail) {
  QStringList ignored;
  return clashText(detail) || sentenceOf(detail, ignored);
}

QString stockDetailText(const QString& detail) {
  if (const auto clash = clashText(detail)) return *clash;
  QStringList fillings;
  const StockSentence* sentence = sentenceOf(detail, fillings);
  if (!sentence) return detailText(detail.toStdString());
  QString text = QCoreApplication::translate("StockWords", sentence->told ? sentence->told : sentence->said);
  for (const QString& one : fillings) text = text.arg(one);
  return text;
}

QString questionText(const stocks::LedgerQuestion& question) {
  const QString why = QString::fromStdString(question.why);
  const qsizetype at = why.indexOf(QLatin1String(": "));
  return at < 0 ? why : StockDetail::tr("%1: %2").arg(why.left(at), stockDetailText(why.mid(at + 2)));
}

}  // namespace app
