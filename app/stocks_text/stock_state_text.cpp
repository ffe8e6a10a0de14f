// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/stock_state_text.h"

#include <QCoreApplication>

namespace app {
namespace {

namespace stocks = gis::stocks;

struct StockWords {
  Q_DECLARE_TR_FUNCTIONS(StockWords)
};

}  // namespace

QString stockStateText(stocks::State state) {
  using enum stocks::State;
  switch (state) {
    case kUsable:
      return StockWords::tr("Usable");
    case kReserved:
      return StockWords::tr("Reserved");
    case kInTransit:
      return StockWords::tr("On the road");
    case kDamaged:
      return StockWords::tr("Damaged");
    case kExpired:
      return StockWords::tr("Expired");
    case kOnLoan:
      return StockWords::tr("On loan");
    case kOpening:
      return StockWords::tr("Opening stock");
    case kSupplier:
      return StockWords::tr("Supplier");
    case kDonor:
      return StockWords::tr("Donor");
    case kUsed:
      return StockWords::tr("Given out");
    case kLost:
      return StockWords::tr("Lost");
    case kScrapped:
      return StockWords::tr("Scrapped");
    case kDifference:
      return StockWords::tr("Count difference");
    case kKits:
      return StockWords::tr("Kits");
    case kRotated:
      return StockWords::tr("Rotated");
  }
  return {};
}

}  // namespace app
