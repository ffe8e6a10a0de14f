// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/stocks/catalogue.h"

namespace gis::stocks {

// What is wrong with a barcode, a pack or a part of a kit.
enum class DetailTrouble {
  kPackWithoutUnit,
  kPackTooSmall,      // fewer than two units: below two nothing is packed
  kPackTooLarge,      // more than a million units
  kUnitTwice,         // the unit of another pack, or of the item itself
  kBarcodeTwice,      // on another pack of the same item, or its own
  kBarcodeOfAnother,  // other: the item that has it, on a pack, on a piece or as its code
  kCodeIsBarcode,     // other: the item that has the code of this one as a barcode
  kPartUnknown,       // no item of the catalogue
  kPartTwice,
  kPartTooFew,   // below one
  kPartTooMany,  // more than a million
  kHoldsItself,
  kHoldsItselfThrough,  // other: the kits between, as "甲 > 乙"
};
struct DetailFinding {
  enum class Table { kItem, kPacks, kParts } table = Table::kPacks;
  std::size_t row = 0;
  DetailTrouble trouble = DetailTrouble::kPackWithoutUnit;
  std::string other;
};

inline constexpr std::int64_t kMostInPack = 1'000'000;

// Barcodes, packs and parts against each other and against the other items of the catalogue; a row is told once, by
// what is wrong with it first, and the item's own barcode as row 0 of kItem. An item of `known` with the code of this
// one is not asked: it is what it was before. Any thread.
std::vector<DetailFinding> checkDetails(const Item& item, const std::vector<Item>& known);

// "holds itself through 村级应急包", as the detail of an error says it.
std::string troubleDetail(const DetailFinding& finding);

}  // namespace gis::stocks
