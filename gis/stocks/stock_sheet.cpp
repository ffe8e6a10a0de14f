// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/stock_sheet.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <map>

#include "gis/stocks/calendar_day.h"
#include "gis/vector/row_reader.h"

namespace gis::stocks {
namespace {

// Ours in Chinese and English first, then what others write.
constexpr std::array<std::array<std::string_view, 6>, kSheetColumnCount> kHeadings{
    {{"仓库", "Depot", "储备库", "储备点", "库名", "depot"},
     {"品名", "Item", "物资名称", "物资", "品目", "item"},
     {"批号", "Lot", "批次", "批次号", "生产批号", "lot"},
     {"数量", "Quantity", "库存数量", "现有数量", "库存", "quantity"},
     {"单位", "Unit", "计量单位", "包装单位", "", "unit"},
     {"生产日期", "Made on", "出厂日期", "", "", "made_on"},
     {"到期日", "Expires on", "有效期至", "到期日期", "失效日期", "expires_on"},
     {"权属", "Owner", "权属单位", "所有人", "", "owner"},
     {"捐赠方", "Donor", "捐赠单位", "", "", "donor"},
     {"单价（元）", "Price (yuan)", "单价", "单价(元)", "", "price_yuan"},
     {"状态", "State", "库存状态", "", "", "state"}}};
// As in code_stock_state; other words are not understood.
constexpr std::array<std::pair<std::string_view, State>, 6> kStateWords{{{"可用", State::kUsable},
                                                                         {"预占", State::kReserved},
                                                                         {"在途", State::kInTransit},
                                                                         {"损坏", State::kDamaged},
                                                                         {"过期", State::kExpired},
                                                                         {"借出", State::kOnLoan}}};

std::string trimmedCell(const std::string& text) {
  const auto first = text.find_first_not_of(" \t\r\n");
  return first == std::string::npos ? std::string() : text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

// "2026/5/1", "2026-5-1" or "20260501" -> "2026-05-01"; empty stays empty, nothing for no day.
std::optional<std::string> dayIn(const std::string& text) {
  if (text.empty()) return text;
  std::array<int, 3> numbers{};
  std::size_t which = 0;
  bool in_number = false;
  for (const char c : text.substr(0, text.find('T'))) {
    if (c >= '0' && c <= '9') {
      if (which > 2) return std::nullopt;
      numbers[which] = numbers[which] * 10 + (c - '0');
      if (numbers[which] > 99'999'999) return std::nullopt;
      in_number = true;
    } else if (in_number) {
      ++which;
      in_number = false;
    }
  }
  if (numbers[0] > 9999) numbers = {numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100};
  const std::string day = fmt::format("{:04}-{:02}-{:02}", numbers[0], numbers[1], numbers[2]);
  return dayNumber(day) ? std::optional(day) : std::nullopt;
}

// A spreadsheet writes 30 as "30.0" at times.
std::string wholeText(std::string text) {
  const auto point = text.find('.');
  if (point != std::string::npos && point > 0 && text.find_first_not_of('0', point + 1) == std::string::npos)
    text.resize(point);
  return text;
}

class SheetChecker {
 public:
  SheetChecker(const Directory& directory, const std::string& owner, const std::string& day)
      : m_directory(directory), m_owner(owner), m_day(day) {}

  void check(const SheetRow& row, CheckedSheet& sheet) {
    const std::size_t before = sheet.findings.size();
    const auto finds = [&](SheetProblem problem, SheetColumn column) {
      sheet.findings.push_back({row.number, problem, column, row.at(column)});
    };
    SheetEntry entry;
    entry.row = row.number;
    if (const Depot* depot = m_directory.depotNamed(row.at(SheetColumn::kDepot)))
      entry.depot_id = depot->id;
    else
      finds(SheetProblem::kUnknownDepot, SheetColumn::kDepot);
    entry.item = m_directory.itemNamed(row.at(SheetColumn::kItem));
    if (!entry.item) return finds(SheetProblem::kUnknownItem, SheetColumn::kItem);
    const auto quantity =
        quantityOf(*entry.item, wholeText(row.at(SheetColumn::kQuantity)) + row.at(SheetColumn::kUnit));
    if (quantity && *quantity > 0)
      entry.quantity = *quantity;
    else
      finds(SheetProblem::kBadQuantity, SheetColumn::kQuantity);
    checkLot(row, entry, finds);
    checkState(row, entry, finds);
    entry.owner = row.at(SheetColumn::kOwner).empty() ? m_owner : row.at(SheetColumn::kOwner);
    if (sheet.findings.size() == before) sheet.entries.push_back(std::move(entry));
  }

 private:
  template <class Finds>
  void checkLot(const SheetRow& row, SheetEntry& entry, const Finds& finds) {
    Lot& lot = entry.lot;
    if (!row.at(SheetColumn::kLot).empty()) lot.lot_no = row.at(SheetColumn::kLot);
    lot.donor = row.at(SheetColumn::kDonor);
    const auto made = dayIn(row.at(SheetColumn::kMadeOn)), expires = dayIn(row.at(SheetColumn::kExpiresOn));
    if (!made) finds(SheetProblem::kBadDay, SheetColumn::kMadeOn);
    if (!expires) finds(SheetProblem::kBadDay, SheetColumn::kExpiresOn);
    if (const std::string& price = row.at(SheetColumn::kPrice); !price.empty()) {
      double yuan = 0;
      const auto [end, wrong] = std::from_chars(price.data(), price.data() + price.size(), yuan);
      if (wrong == std::errc() && end == price.data() + price.size() && yuan >= 0 && yuan < 1e12)
        lot.price_yuan = yuan;
      else
        finds(SheetProblem::kBadPrice, SheetColumn::kPrice);
    }
    if (!made || !expires) return;
    lot.made_on = *made, lot.expires_on = *expires;
    if (lot.expires_on.empty() && entry.item->shelf_life_days && !lot.made_on.empty())
      lot.expires_on = daysLater(lot.made_on, *entry.item->shelf_life_days);
    if (!lot.made_on.empty() && !lot.expires_on.empty() && lot.expires_on < lot.made_on)
      return finds(SheetProblem::kBadDay, SheetColumn::kExpiresOn);
    if (!sameLotElsewhere(*entry.item, lot)) finds(SheetProblem::kDuplicateLot, SheetColumn::kLot);
  }

  // Whether the lot says what the books and the lines before say of it.
  bool sameLotElsewhere(const Item& item, const Lot& lot) {
    const auto contradicts = [&](const std::string& made_on, const std::string& expires_on) {
      return (!lot.made_on.empty() && lot.made_on != made_on) ||
             (!lot.expires_on.empty() && lot.expires_on != expires_on);
    };
    if (const Lot* known = m_directory.lot(item.id, lot.lot_no))
      if (contradicts(known->made_on, known->expires_on)) return false;
    const auto [at, first] = m_seen.try_emplace({item.id, lot.lot_no}, lot.made_on, lot.expires_on);
    return first || !contradicts(at->second.first, at->second.second);
  }

  template <class Finds>
  void checkState(const SheetRow& row, SheetEntry& entry, const Finds& finds) {
    const std::string& word = row.at(SheetColumn::kState);
    const auto named = stateNamed(word);
    const auto* in_chinese = std::ranges::find(kStateWords, word, &std::pair<std::string_view, State>::first);
    if (named && !isOutside(*named))
      entry.state = *named;
    else if (in_chinese != kStateWords.end())
      entry.state = in_chinese->second;
    else if (!word.empty())
      return finds(SheetProblem::kBadState, SheetColumn::kState);
    if (entry.state == State::kUsable && isExpired(entry.lot, m_day))
      finds(SheetProblem::kExpiredLot, SheetColumn::kExpiresOn);
  }

  const Directory& m_directory;
  const std::string& m_owner;
  const std::string& m_day;
  std::map<std::pair<std::int64_t, std::string>, std::pair<std::string, std::string>> m_seen;
};

State sourceOf(MoveKind kind) {
  return kind == MoveKind::kPurchase ? State::kSupplier : kind == MoveKind::kDonation ? State::kDonor : State::kOpening;
}

}  // namespace

std::string_view sheetHeading(SheetColumn column, bool in_chinese) {
  return kHeadings[static_cast<std::size_t>(column)][in_chinese ? 0 : 1];
}

std::string_view problemName(SheetProblem problem) {
  constexpr std::array<std::string_view, 8> kNames{"unknown_depot", "unknown_item",  "bad_quantity", "bad_day",
                                                   "expired_lot",   "duplicate_lot", "bad_price",    "bad_state"};
  return kNames[static_cast<std::size_t>(problem)];
}

Result<std::vector<SheetRow>> readStockSheet(const std::filesystem::path& file) {
  auto reader = RowReader::open(file);
  if (!reader) return std::unexpected(reader.error());
  std::array<std::optional<std::size_t>, kSheetColumnCount> where;
  const auto& fields = reader->source().layer.fields;
  for (std::size_t column = 0; column < kHeadings.size(); ++column)
    for (const std::string_view heading : kHeadings[column])
      for (std::size_t field = 0; field < fields.size(); ++field)
        if (!where[column] && !heading.empty() && trimmedCell(fields[field].name) == heading) where[column] = field;
  for (const SheetColumn needed : {SheetColumn::kDepot, SheetColumn::kItem, SheetColumn::kQuantity})
    if (!where[static_cast<std::size_t>(needed)])
      return fail(ErrorCode::kNoData, file.filename().string(),
                  fmt::format("a column {} is needed", sheetHeading(needed, true)));
  std::vector<SheetRow> rows;
  while (reader->next()) {
    if (reader->blank()) continue;
    SheetRow row;
    row.number = reader->number();
    for (std::size_t column = 0; column < where.size(); ++column)
      if (where[column]) row.cells[column] = trimmedCell(cellText(reader->cells()[*where[column]]));
    rows.push_back(std::move(row));
  }
  return rows;
}

CheckedSheet checkSheet(const std::vector<SheetRow>& rows, const Directory& directory, const std::string& default_owner,
                        const std::string& day) {
  CheckedSheet sheet;
  SheetChecker checker(directory, default_owner, day);
  for (const SheetRow& row : rows) checker.check(row, sheet);
  return sheet;
}

Result<std::vector<Movement>> bookSheet(const Database& db, LedgerStore& ledger, const CheckedSheet& sheet,
                                        MoveDraft head) {
  if (!sheet.findings.empty())
    return fail(ErrorCode::kInvalidArgument, "row " + std::to_string(sheet.findings.front().row),
                std::string(problemName(sheet.findings.front().problem)));
  if (head.kind != MoveKind::kOpening && head.kind != MoveKind::kPurchase && head.kind != MoveKind::kDonation)
    return fail(ErrorCode::kInvalidArgument, std::string(kindName(head.kind)), "opening, purchase or donation");
  std::vector<Movement> booked;
  const auto done = inTransaction(db, [&]() -> Result<void> {
    const CatalogueStore catalogue(db);
    std::map<std::int64_t, MoveDraft> by_depot;
    for (const SheetEntry& entry : sheet.entries) {
      const auto lot = catalogue.lot(*entry.item, entry.lot);
      if (!lot) return std::unexpected(Error(lot.error()).via("row " + std::to_string(entry.row)));
      const auto owner = catalogue.owner(entry.owner);
      if (!owner) return std::unexpected(owner.error());
      MoveDraft& draft = by_depot.try_emplace(entry.depot_id, head).first->second;
      draft.lines.push_back({*lot, *owner, entry.quantity, {0, sourceOf(head.kind)}, {entry.depot_id, entry.state}});
    }
    for (const auto& [depot, draft] : by_depot) {
      auto made = ledger.bookInside(draft);
      if (!made) return std::unexpected(made.error());
      booked.push_back(std::move(*made));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return booked;
}

std::vector<SheetRow> sheetOf(const Directory& directory, const std::vector<CellBalance>& balance) {
  std::map<std::int64_t, const Item*> items;
  std::map<std::int64_t, const Depot*> depots;
  for (const Item& item : directory.items) items[item.id] = &item;
  for (const Depot& depot : directory.depots) depots[depot.id] = &depot;
  std::vector<SheetRow> rows;
  for (const CellBalance& cell : balance) {
    const auto depot = depots.find(cell.depot_id);
    const auto item = items.find(cell.item_id);
    const auto lot = directory.lots.find(cell.lot_id);
    if (depot == depots.end() || item == items.end() || lot == directory.lots.end()) continue;
    SheetRow row;
    // Codes are unambiguous, names are for people: what two share is written as its code.
    const bool one_depot = directory.depotNamed(depot->second->name) == depot->second;
    const bool one_item = directory.itemNamed(item->second->name_zh) == item->second;
    row.at(SheetColumn::kDepot) = one_depot ? depot->second->name : depot->second->code;
    row.at(SheetColumn::kItem) = one_item ? item->second->name_zh : item->second->code;
    row.at(SheetColumn::kLot) = lot->second.lot_no == "-" ? "" : lot->second.lot_no;
    row.at(SheetColumn::kQuantity) = std::to_string(cell.quantity);
    row.at(SheetColumn::kUnit) = item->second->unit_zh;
    row.at(SheetColumn::kMadeOn) = lot->second.made_on;
    row.at(SheetColumn::kExpiresOn) = lot->second.expires_on;
    if (const auto owner = directory.owners.find(cell.owner_id); owner != directory.owners.end())
      row.at(SheetColumn::kOwner) = owner->second;
    row.at(SheetColumn::kDonor) = lot->second.donor;
    if (lot->second.price_yuan) row.at(SheetColumn::kPrice) = fmt::format("{}", *lot->second.price_yuan);
    row.at(SheetColumn::kState) = std::string(stateName(cell.state));
    rows.push_back(std::move(row));
  }
  std::ranges::stable_sort(rows, {}, [](const SheetRow& row) {
    return std::tie(row.at(SheetColumn::kDepot), row.at(SheetColumn::kItem), row.at(SheetColumn::kLot));
  });
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].number = static_cast<std::int64_t>(i) + 1;
  return rows;
}

}  // namespace gis::stocks
