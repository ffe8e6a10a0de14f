// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>
#include <nlohmann/json.hpp>

#include "app/text/detail_text.h"
#include "app/text/error_text.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockWords {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

bool inChinese() { return QLocale().language() == QLocale::Chinese; }

// "100/120/150", "computed", "900 people for 3/7/15 days".
QString levelFigures(const QString& text) {
  static const QRegularExpression people(QStringLiteral("^(\\d+) people for (.+) days$"));
  if (text == QLatin1String("computed")) return StockWords::tr("computed");
  const auto match = people.match(text);
  return match.hasMatch() ? StockWords::tr("%1 people for %2 days").arg(match.captured(1), match.captured(2)) : text;
}

// What the ledger says in its details, with figures: each pattern has its sentence.
QString figuresText(const QString& detail) {
  struct Pattern {
    QRegularExpression looks_like;
    QString (*says)(const QRegularExpressionMatch&);
  };
  using Match = QRegularExpressionMatch;
  static const Pattern patterns[] = {
      {QRegularExpression(QStringLiteral("^(\\d+) asked, (-?\\d+) left$")),
       [](const Match& m) { return StockWords::tr("%1 asked for, %2 left").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^lot (.+) expires first, on ([\\d-]+), (\\d+) left$")),
       [](const Match& m) {
         return StockWords::tr("lot %1 expires first, on %2, %3 left: take it, or give a reason")
             .arg(m.captured(1), m.captured(2), m.captured(3));
       }},
      {QRegularExpression(QStringLiteral("^expired on ([\\d-]+)$")),
       [](const Match& m) { return StockWords::tr("expired on %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^(\\d+) approved of (\\d+) asked for$")),
       [](const Match& m) { return StockWords::tr("%1 approved of %2 asked for").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^(\\d+) picked of (\\d+) approved$")),
       [](const Match& m) { return StockWords::tr("%1 picked of %2 approved").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^is for another person than the one who asked$")),
       [](const Match&) { return StockWords::tr("another person approves than the one who asked"); }},
      {QRegularExpression(QStringLiteral("^a reason is needed")),
       [](const Match&) { return StockWords::tr("a reason is needed"); }},
      {QRegularExpression(QStringLiteral("^a second person is needed$")),
       [](const Match&) { return StockWords::tr("a second person is needed"); }},
      {QRegularExpression(QStringLiteral("^the second person is another")),
       [](const Match&) { return StockWords::tr("the second person is another than the one who counted"); }},
      {QRegularExpression(QStringLiteral("^some rows are not counted$")),
       [](const Match&) { return StockWords::tr("some rows are not counted yet"); }},
      {QRegularExpression(QStringLiteral("^something moved after it was counted")),
       [](const Match&) { return StockWords::tr("something moved after it was counted; count it again"); }},
      {QRegularExpression(QStringLiteral("^more lost or damaged than was sent$")),
       [](const Match&) { return StockWords::tr("more lost or damaged than was sent"); }},
      {QRegularExpression(QStringLiteral("^where it is to go is needed$")),
       [](const Match&) { return StockWords::tr("say where it is to go"); }},
      {QRegularExpression(QStringLiteral("^no lines$")), [](const Match&) { return StockWords::tr("no lines"); }},
      {QRegularExpression(QStringLiteral("^nobody is named")),
       [](const Match&) { return StockWords::tr("nobody is named who does it"); }},
      {QRegularExpression(QStringLiteral("^has been reversed$")),
       [](const Match&) { return StockWords::tr("it has been reversed already"); }},
      {QRegularExpression(QStringLiteral("^here (.+) by (.*) on ([\\d-]+), there (.+) by (.*) on ([\\d-]+); the later "
                                         "holds: (.+)$")),
       [](const Match& m) {
         return StockWords::tr("%1 here (%2, %3), %4 there (%5, %6); the later holds: %7")
             .arg(levelFigures(m.captured(1)), m.captured(2), m.captured(3), levelFigures(m.captured(4)), m.captured(5),
                  m.captured(6), levelFigures(m.captured(7)));
       }},
      {QRegularExpression(QStringLiteral("^the barcode is that of (.+)$")),
       [](const Match& m) { return StockWords::tr("this is the barcode of %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^the barcode is there twice$")),
       [](const Match&) { return StockWords::tr("the barcode is on two packs"); }},
      {QRegularExpression(QStringLiteral("^a kit cannot hold itself$")),
       [](const Match&) { return StockWords::tr("a kit cannot hold itself"); }},
      {QRegularExpression(QStringLiteral("^a kit cannot hold itself through (.+)$")),
       [](const Match& m) { return StockWords::tr("a kit cannot hold itself, through %1").arg(m.captured(1)); }},
      {QRegularExpression(QStringLiteral("^its unit stays")),
       [](const Match&) { return StockWords::tr("its unit stays: quantities of it are in the books"); }},
      {QRegularExpression(QStringLiteral("^is needed$")), [](const Match&) { return StockWords::tr("is needed"); }},
      {QRegularExpression(QStringLiteral("^a (?:whole )?number from (\\S+) to (\\S+) is expected$")),
       [](const Match& m) { return StockWords::tr("a number from %1 to %2").arg(m.captured(1), m.captured(2)); }},
      {QRegularExpression(QStringLiteral("^minimum, target and maximum must not fall$")),
       [](const Match&) { return StockWords::tr("minimum, target and maximum must not fall"); }},
      {QRegularExpression(QStringLiteral("^a class has 1, 3, 5 or 7 digits")),
       [](const Match&) { return StockWords::tr("a class has 1, 3, 5 or 7 digits (GB/T 38565-2020)"); }},
      {QRegularExpression(QStringLiteral("^no class has this code$")),
       [](const Match&) { return StockWords::tr("no class has this code"); }},
      {QRegularExpression(QStringLiteral("^this lot is known: made (\\S+), expires (\\S+)$")),
       [](const Match& m) {
         return StockWords::tr("this lot is known: made %1, expires %2").arg(m.captured(1), m.captured(2));
       }},
      {QRegularExpression(QStringLiteral("^its goods could not be booked here$")),
       [](const Match&) { return StockWords::tr("its goods could not be booked here"); }},
      {QRegularExpression(QStringLiteral("^another step was taken here")),
       [](const Match&) { return StockWords::tr("another step was taken here at this point"); }},
      {QRegularExpression(QStringLiteral("^a reversal is not reversed")),
       [](const Match&) { return StockWords::tr("a reversal is not reversed; enter the movement anew"); }},
  };
  for (const Pattern& pattern : patterns)
    if (const auto match = pattern.looks_like.match(detail); match.hasMatch()) return pattern.says(match);
  return detailText(detail.toStdString());
}

// The ledger names a movement by its kind.
QString subjectText(const std::string& subject) {
  const auto kind = stocks::kindNamed(subject);
  return kind ? moveKindText(*kind) : QString::fromStdString(subject);
}

}  // namespace

QString moveKindText(stocks::MoveKind kind) {
  using enum stocks::MoveKind;
  switch (kind) {
    case kOpening:
      return StockWords::tr("Opening stock");
    case kPurchase:
      return StockWords::tr("Purchase");
    case kDonation:
      return StockWords::tr("Donation");
    case kRotation:
      return StockWords::tr("Rotation");
    case kTransfer:
      return StockWords::tr("Transfer");
    case kIssue:
      return StockWords::tr("Issue");
    case kReturn:
      return StockWords::tr("Return");
    case kLoan:
      return StockWords::tr("Loan");
    case kCount:
      return StockWords::tr("Count difference");
    case kScrap:
      return StockWords::tr("Scrapping");
    case kReserve:
      return StockWords::tr("Reservation");
    case kRelease:
      return StockWords::tr("Release");
    case kDispatch:
      return StockWords::tr("Dispatch");
    case kReceipt:
      return StockWords::tr("Receipt");
    case kLoss:
      return StockWords::tr("Loss");
    case kGrade:
      return StockWords::tr("Change of state");
    case kKit:
      return StockWords::tr("Kits");
    case kReversal:
      return StockWords::tr("Reversal");
  }
  return {};
}

QString depotKindText(const std::string& kind) {
  if (kind == "contract") return StockWords::tr("Contract supplier");
  if (kind == "capacity") return StockWords::tr("Production capacity");
  if (kind == "household") return StockWords::tr("Family kits");
  return StockWords::tr("Government stock");
}

QString depotTierText(int tier) {
  switch (tier) {
    case 1:
      return StockWords::tr("Province");
    case 2:
      return StockWords::tr("City");
    case 3:
      return StockWords::tr("County");
    case 4:
      return StockWords::tr("Township");
    default:
      return StockWords::tr("Village");
  }
}

QString requisitionStateText(stocks::RequisitionState state) {
  using enum stocks::RequisitionState;
  switch (state) {
    case kRequested:
      return StockWords::tr("Asked for");
    case kApproved:
      return StockWords::tr("Approved");
    case kRejected:
      return StockWords::tr("Rejected");
    case kPicked:
      return StockWords::tr("Picked");
    case kDispatched:
      return StockWords::tr("On the road");
    case kReceived:
      return StockWords::tr("Received");
    case kClosed:
      return StockWords::tr("Closed");
    case kCancelled:
      return StockWords::tr("Withdrawn");
  }
  return {};
}

QString urgencyText(int urgency) {
  switch (urgency) {
    case 1:
      return StockWords::tr("Most urgent");
    case 2:
      return StockWords::tr("Urgent");
    case 3:
      return StockWords::tr("Usual");
    default:
      return StockWords::tr("Can wait");
  }
}

QString itemName(const stocks::Item& item) {
  return QString::fromStdString(inChinese() || item.name_en.empty() ? item.name_zh : item.name_en);
}

QString itemName(const StockView& view, std::int64_t item_id) {
  const stocks::Item* item = view.directory.item(item_id);
  return item ? itemName(*item) : QString::number(item_id);
}

QString itemUnit(const stocks::Item& item) {
  return QString::fromStdString(inChinese() || item.unit_en.empty() ? item.unit_zh : item.unit_en);
}

QString depotName(const StockView& view, std::int64_t depot_id) {
  if (depot_id == 0) return StockWords::tr("outside");
  const stocks::Depot* depot = view.directory.depot(depot_id);
  return depot ? QString::fromStdString(depot->name) : QString::number(depot_id);
}

QString countyName(const StockView& view, const std::string& county) {
  const auto found = view.counties.find(county);
  if (found == view.counties.end()) return county.empty() ? QString() : StockWords::tr("Depots of the city");
  return QString::fromStdString(inChinese() || found->second.second.empty() ? found->second.first
                                                                            : found->second.second);
}

QString className(const StockView& view, const std::string& class_code) {
  for (const stocks::StockClass& one : view.classes)
    if (one.code == class_code)
      return QString::fromStdString(inChinese() || one.name_en.empty() ? one.name_zh : one.name_en);
  return QString::fromStdString(class_code);
}

QString lotText(const StockView& view, std::int64_t lot_id) {
  const auto found = view.directory.lots.find(lot_id);
  if (found == view.directory.lots.end()) return {};
  const QString no = QString::fromStdString(found->second.lot_no);
  if (found->second.expires_on.empty()) return no;
  return StockWords::tr("%1, until %2").arg(no, QString::fromStdString(found->second.expires_on));
}

QString ownerText(const StockView& view, std::int64_t owner_id) {
  const auto found = view.directory.owners.find(owner_id);
  return found == view.directory.owners.end() ? QString() : QString::fromStdString(found->second);
}

QString stockCount(std::int64_t quantity) {
  return QLocale(QLocale::English, QLocale::UnitedStates).toString(static_cast<qlonglong>(quantity));
}

QString quantityText(const stocks::Item& item, std::int64_t quantity) {
  return QStringLiteral("%1 %2").arg(stockCount(quantity), itemUnit(item));
}

QString daysText(const stocks::Coverage& coverage) {
  if (coverage.coverage_d) return StockWords::tr("%1 d").arg(*coverage.coverage_d, 0, 'f', 1);
  if (coverage.coverage_ratio) return QStringLiteral("%1%").arg(qRound(*coverage.coverage_ratio * 100));
  return {};
}

QString stockTrouble(const gis::Error& error) {
  QString text = errorSentence(error);
  if (error.detail.empty()) return text;
  const QString detail = figuresText(QString::fromStdString(error.detail));
  if (error.code == gis::ErrorCode::kInvalidArgument || error.code == gis::ErrorCode::kChangedElsewhere)
    return error.subject.empty() ? detail : StockWords::tr("%1: %2").arg(subjectText(error.subject), detail);
  return StockWords::tr("%1 (%2)").arg(text, detail);
}

QString questionText(const stocks::LedgerQuestion& question) {
  const QString why = QString::fromStdString(question.why);
  const qsizetype at = why.indexOf(QLatin1String(": "));
  return at < 0 ? why : StockWords::tr("%1: %2").arg(why.left(at), figuresText(why.mid(at + 2)));
}

QString questionRecord(const StockView& view, const stocks::LedgerQuestion& question) {
  const auto json = nlohmann::json::parse(question.content, nullptr, false);
  const auto raw = QString::fromStdString(question.content);
  if (question.kind != "move" || !json.is_object()) return raw;
  try {
    const auto kind = stocks::kindNamed(json.at("kind").get<std::string>());
    QStringList lines;
    for (const auto& line : json.at("lines")) {
      const auto& lot = line.at("lot");
      const stocks::Item* item = view.directory.itemNamed(lot.at("item").get<std::string>());
      const auto quantity = line.at("quantity").get<std::int64_t>();
      if (item)
        lines << StockWords::tr("%1 of lot %2, %3")
                     .arg(itemName(*item), QString::fromStdString(lot.at("no")), quantityText(*item, quantity));
    }
    return StockWords::tr("%1 %2 by %3 at %4: %5")
        .arg(kind ? moveKindText(*kind) : QString(), QString::fromStdString(json.at("number")),
             QString::fromStdString(json.at("author")), beijingTimeText(json.at("at").get<std::int64_t>()),
             lines.join(QStringLiteral("; ")));
  } catch (const nlohmann::json::exception&) {
    return raw;
  }
}

int troubleLine(const gis::Error& error) {
  for (const std::string& step : error.trail)
    if (step.starts_with("line ")) return QString::fromStdString(step.substr(5)).toInt();
  return 0;
}

}  // namespace app
