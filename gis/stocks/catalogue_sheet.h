// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gis/stocks/catalogue_store.h"

namespace gis::stocks {

// The catalogue as a sheet (物资目录表), a row an item: code, class, names, units, weight in kg, volume in m³, shelf
// life in days, barcode of one, norm for 1,000 people (daily or not, months, source), packs as "包=10=6900000000017;
// 箱=40", parts of a kit as "10201*6; 10401*1", source. Photographs are not in it.
inline constexpr int kCatalogueColumnCount = 17;
// "条码" or "Barcode"
std::string_view catalogueHeading(int column, bool in_chinese);
// In the order of the columns, all as text.
std::vector<std::string> catalogueRow(const Item& item);

// Rows of a sheet as setItems() takes them, and the row of the sheet that each entry comes from.
struct CatalogueSheet {
  std::string json;
  std::vector<std::int64_t> rows;  // by entry of the list; a kit's parts are entries of their own behind all items
};
// A column that is not there leaves what is known as it is, an empty cell empties it. Fails as RowReader does, with
// kNoData when there is no column of codes, and with kInvalidArgument (the row is in the trail) for packs, parts,
// months and numbers that cannot be read.
Result<CatalogueSheet> readCatalogueSheet(const std::filesystem::path& file);

struct TakenSheet {
  int added = 0, changed = 0, same = 0;
};
// Takes a sheet over, all or nothing; a dry run only tells what would come of it. Fails as setItems() does, with
// "row 7" in the trail. The database's thread.
Result<TakenSheet> takeCatalogueSheet(const Database& db, const CatalogueSheet& sheet, const std::string& author,
                                      std::int64_t now_utc_ms, bool is_dry_run);

}  // namespace gis::stocks
