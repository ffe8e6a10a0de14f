// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/item_check.h"

#include <algorithm>
#include <optional>
#include <set>

namespace gis::stocks {
namespace {

using Table = DetailFinding::Table;

const Item* itemWithCode(const std::vector<Item>& known, const std::string& code) {
  const auto found = std::ranges::find(known, code, &Item::code);
  return found == known.end() ? nullptr : &*found;
}

bool hasBarcode(const Item& item, const std::string& code) {
  return item.barcode == code || std::ranges::count(item.packs, code, &Pack::barcode) != 0;
}

// Who else is found under a barcode. A code is found before one: whoever scans it would get the other item.
const Item* otherUnder(const std::string& barcode, const Item& item, const std::vector<Item>& known) {
  if (barcode.empty()) return nullptr;
  for (const Item& one : known)
    if (one.code != item.code && (one.code == barcode || hasBarcode(one, barcode))) return &one;
  return nullptr;
}

std::optional<DetailFinding> itemTrouble(const Item& item, const std::vector<Item>& known) {
  if (const Item* other = otherUnder(item.barcode, item, known))
    return DetailFinding{Table::kItem, 0, DetailTrouble::kBarcodeOfAnother, other->name_zh};
  for (const Item& one : known)
    if (one.code != item.code && hasBarcode(one, item.code))
      return DetailFinding{Table::kItem, 0, DetailTrouble::kCodeIsBarcode, one.name_zh};
  return std::nullopt;
}

std::optional<DetailFinding> packTrouble(const Item& item, std::size_t row, const std::vector<Item>& known) {
  const Pack& pack = item.packs[row];
  const auto wrong = [&](DetailTrouble trouble, std::string other = {}) {
    return std::optional(DetailFinding{Table::kPacks, row, trouble, std::move(other)});
  };
  if (pack.unit_zh.empty()) return wrong(DetailTrouble::kPackWithoutUnit);
  if (pack.units < 2) return wrong(DetailTrouble::kPackTooSmall);
  if (pack.units > kMostInPack) return wrong(DetailTrouble::kPackTooLarge);
  if (pack.unit_zh == item.unit_zh || pack.unit_zh == item.unit_en) return wrong(DetailTrouble::kUnitTwice);
  for (std::size_t other = 0; other < row; ++other) {
    if (item.packs[other].unit_zh == pack.unit_zh) return wrong(DetailTrouble::kUnitTwice);
    if (!pack.barcode.empty() && item.packs[other].barcode == pack.barcode) return wrong(DetailTrouble::kBarcodeTwice);
  }
  if (!pack.barcode.empty() && pack.barcode == item.barcode) return wrong(DetailTrouble::kBarcodeTwice);
  if (const Item* one = otherUnder(pack.barcode, item, known))
    return wrong(DetailTrouble::kBarcodeOfAnother, one->name_zh);
  return std::nullopt;
}

// The kits between a part and the item it must not hold, by name.
bool leadsTo(const std::vector<Item>& known, const std::string& part, const std::string& item, std::string& way,
             std::set<std::string>& seen) {
  const Item* kit = itemWithCode(known, part);
  if (!kit || !seen.insert(part).second) return false;
  for (const KitPart& inside : kit->parts) {
    std::string rest;
    if (inside.item_code != item && !leadsTo(known, inside.item_code, item, rest, seen)) continue;
    way = kit->name_zh + (rest.empty() ? "" : " > " + rest);
    return true;
  }
  return false;
}

std::optional<DetailFinding> partTrouble(const Item& item, std::size_t row, const std::vector<Item>& known) {
  const KitPart& part = item.parts[row];
  const auto wrong = [&](DetailTrouble trouble, std::string other = {}) {
    return std::optional(DetailFinding{Table::kParts, row, trouble, std::move(other)});
  };
  if (part.item_code == item.code) return wrong(DetailTrouble::kHoldsItself);
  if (!itemWithCode(known, part.item_code)) return wrong(DetailTrouble::kPartUnknown, part.item_code);
  for (std::size_t other = 0; other < row; ++other)
    if (item.parts[other].item_code == part.item_code) return wrong(DetailTrouble::kPartTwice);
  if (part.quantity < 1) return wrong(DetailTrouble::kPartTooFew);
  if (part.quantity > kMostInPack) return wrong(DetailTrouble::kPartTooMany);
  std::string way;
  std::set<std::string> seen;
  if (leadsTo(known, part.item_code, item.code, way, seen)) return wrong(DetailTrouble::kHoldsItselfThrough, way);
  return std::nullopt;
}

}  // namespace

std::vector<DetailFinding> checkDetails(const Item& item, const std::vector<Item>& known) {
  std::vector<DetailFinding> findings;
  if (auto trouble = itemTrouble(item, known)) findings.push_back(std::move(*trouble));
  for (std::size_t row = 0; row < item.packs.size(); ++row)
    if (auto trouble = packTrouble(item, row, known)) findings.push_back(std::move(*trouble));
  for (std::size_t row = 0; row < item.parts.size(); ++row)
    if (auto trouble = partTrouble(item, row, known)) findings.push_back(std::move(*trouble));
  return findings;
}

std::string troubleDetail(const DetailFinding& finding) {
  switch (finding.trouble) {
    case DetailTrouble::kPackWithoutUnit:
      return "a pack has a name";
    case DetailTrouble::kPackTooSmall:
      return "a pack holds at least two units";
    case DetailTrouble::kPackTooLarge:
      return "a pack holds at most 1000000 units";
    case DetailTrouble::kUnitTwice:
      return "the unit is named twice";
    case DetailTrouble::kBarcodeTwice:
      return "the barcode is there twice";
    case DetailTrouble::kBarcodeOfAnother:
      return "the barcode is that of " + finding.other;
    case DetailTrouble::kCodeIsBarcode:
      return "the code is a barcode of " + finding.other;
    case DetailTrouble::kPartUnknown:
      return "no item of the catalogue has this name";
    case DetailTrouble::kPartTwice:
      return "the part is named twice";
    case DetailTrouble::kPartTooFew:
      return "a kit holds at least one of each part";
    case DetailTrouble::kPartTooMany:
      return "a kit holds at most 1000000 of a part";
    case DetailTrouble::kHoldsItself:
      return "a kit cannot hold itself";
    case DetailTrouble::kHoldsItselfThrough:
      return "a kit cannot hold itself through " + finding.other;
  }
  return {};
}

}  // namespace gis::stocks
