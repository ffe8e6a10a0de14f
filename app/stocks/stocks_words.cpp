// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/stocks_words.h"

#include <QCoreApplication>
#include <QLocale>
#include <nlohmann/json.hpp>

#include "app/stocks_text/stock_detail_text.h"
#include "app/text/error_text.h"
#include "app/text/moment_text.h"

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockWords {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

bool inChinese() { return QLocale().language() == QLocale::Chinese; }

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
  const QString detail = stockDetailText(QString::fromStdString(error.detail));
  if (error.code == gis::ErrorCode::kInvalidArgument || error.code == gis::ErrorCode::kChangedElsewhere)
    return error.subject.empty() ? detail : StockWords::tr("%1: %2").arg(subjectText(error.subject), detail);
  return StockWords::tr("%1 (%2)").arg(text, detail);
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
