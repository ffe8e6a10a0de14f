// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>

#include "app/stocks/stocks_job.h"
#include "app/stocks_text/stock_detail_text.h"
#include "app/stocks_text/stock_state_text.h"

namespace app {

// The stocks in an officer's words, in the language of the interface. Window's thread or a job.

QString moveKindText(gis::stocks::MoveKind kind);
QString depotKindText(const std::string& kind);
QString depotTierText(int tier);
QString requisitionStateText(gis::stocks::RequisitionState state);
QString urgencyText(int urgency);

QString itemName(const gis::stocks::Item& item);
QString itemName(const StockView& view, std::int64_t item_id);
QString itemUnit(const gis::stocks::Item& item);
QString depotName(const StockView& view, std::int64_t depot_id);  // 0: where a state of the outside is
QString countyName(const StockView& view, const std::string& county);
QString className(const StockView& view, const std::string& class_code);
QString lotText(const StockView& view, std::int64_t lot_id);  // "L1, until 2026-08-01"
QString ownerText(const StockView& view, std::int64_t owner_id);

QString stockCount(std::int64_t quantity);                                   // "12,400"
QString quantityText(const gis::stocks::Item& item, std::int64_t quantity);  // "130 床"
QString daysText(const gis::stocks::Coverage& coverage);                     // how long it lasts or whom it serves

// A failure of the ledger with what the details say of it: how many are left, which lot expires first.
QString stockTrouble(const gis::Error& error);
// A record that waits for a decision: what was moved, by whom and when; another kind as it came.
QString questionRecord(const StockView& view, const gis::stocks::LedgerQuestion& question);
// "line 3" in the trail: 3. 0: none is named.
int troubleLine(const gis::Error& error);

}  // namespace app
