// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/catalogue_sheet_file.h"

#include "app/stocks_text/sheet_file.h"
#include "gis/stocks/catalogue_sheet.h"

namespace app {

gis::Result<void> writeCatalogueSheet(const gis::stocks::Directory& directory, const std::filesystem::path& file,
                                      bool in_chinese) {
  std::vector<std::string> headings;
  for (int column = 0; column < gis::stocks::kCatalogueColumnCount; ++column)
    headings.emplace_back(gis::stocks::catalogueHeading(column, in_chinese));
  std::vector<std::vector<gis::CellValue>> rows;
  for (const gis::stocks::Item& item : directory.items) {
    std::vector<gis::CellValue>& cells = rows.emplace_back();
    for (const std::string& text : gis::stocks::catalogueRow(item)) cells.emplace_back(text);
  }
  return writeSheetFile(file, in_chinese ? "物资目录" : "Items", headings, rows);
}

}  // namespace app
