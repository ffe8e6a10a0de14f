// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/stocks/balance_store.h"
#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/ledger_store.h"

namespace gis::stocks {

// A column of a stock sheet; the first name is what we write, all are understood.
enum class SheetColumn { kDepot, kItem, kLot, kQuantity, kUnit, kMadeOn, kExpiresOn, kOwner, kDonor, kPrice, kState };
inline constexpr int kSheetColumnCount = 11;
// "仓库" or "Depot"
std::string_view sheetHeading(SheetColumn column, bool in_chinese);

// One line of a sheet: texts as they stand in it.
struct SheetRow {
  std::int64_t number = 0;  // as a person counts, from the sheet's top
  std::array<std::string, kSheetColumnCount> cells;
  const std::string& at(SheetColumn column) const { return cells[static_cast<std::size_t>(column)]; }
  std::string& at(SheetColumn column) { return cells[static_cast<std::size_t>(column)]; }
};

// Why a line cannot be booked.
enum class SheetProblem {
  kUnknownDepot,
  kUnknownItem,
  kBadQuantity,  // negative, no whole number, a unit that the item does not have
  kBadDay,
  kExpiredLot,
  kDuplicateLot,  // the same lot with another day, in the sheet or in the books
  kBadPrice,
  kBadState,
};
// "unknown_item"
std::string_view problemName(SheetProblem problem);
struct SheetFinding {
  std::int64_t row = 0;
  SheetProblem problem = SheetProblem::kUnknownItem;
  SheetColumn column = SheetColumn::kItem;
  std::string value;
};

// A line that can be booked.
struct SheetEntry {
  std::int64_t row = 0;
  std::int64_t depot_id = 0, quantity = 0;
  const Item* item = nullptr;  // of the directory
  Lot lot;
  std::string owner;
  State state = State::kUsable;
};

struct CheckedSheet {
  std::vector<SheetEntry> entries;
  std::vector<SheetFinding> findings;
};

// Reads .xlsx, .csv and whatever else holds a table. Fails as RowReader does, and with kNoData when the columns for
// depot, item and quantity are not there.
Result<std::vector<SheetRow>> readStockSheet(const std::filesystem::path& file);

// Compares the lines with what is known; writes nothing. `default_owner`: of lines that name none. `day`: of the
// booking.
CheckedSheet checkSheet(const std::vector<SheetRow>& rows, const Directory& directory, const std::string& default_owner,
                        const std::string& day);

// Books a sheet as one movement for each depot, all or nothing: lots and owners that are new are entered with them. The
// kind is opening, purchase or donation. Fails with kInvalidArgument when the sheet has findings, and as
// LedgerStore::book().
Result<std::vector<Movement>> bookSheet(const Database& db, LedgerStore& ledger, const CheckedSheet& sheet,
                                        MoveDraft head);

// The balance as lines of the same sheet, by depot and item: what was written can be read again.
std::vector<SheetRow> sheetOf(const Directory& directory, const std::vector<CellBalance>& balance);

}  // namespace gis::stocks
