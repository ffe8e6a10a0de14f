// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/catalogue_sheet.h"

#include <gtest/gtest.h>

#include "gis/stocks/item_change.h"
#include "tests/gis/stocks/stocks_world.h"

namespace gis::stocks {
namespace {

struct CatalogueSheetTest : ::testing::Test {
  StocksWorld w;
  Result<TakenSheet> take(const std::string& bytes, bool is_dry_run = false) {
    writeBytes(w.folder / "items.csv", bytes);
    const auto sheet = readCatalogueSheet(w.folder / "items.csv");
    if (!sheet) return std::unexpected(sheet.error());
    return takeCatalogueSheet(w.db(), *sheet, "李", 7, is_dry_run);
  }
  Item item(const char* code) { return *w.directory().itemNamed(code); }
};

TEST_F(CatalogueSheetTest, WhatIsWrittenIsReadAgainAndChangesNothing) {
  Item quilt = item("Q");
  quilt.barcode = "6900000000031", quilt.shelf_life_days = 3285, quilt.weight_kg = 2.5;
  quilt.norm->months = {10, 11, 1};
  ASSERT_TRUE(w.catalogue->putItems({quilt}, "王", 3).has_value());
  std::string csv;
  for (int column = 0; column < kCatalogueColumnCount; ++column)
    csv += (column == 0 ? "" : ",") + std::string(catalogueHeading(column, true));
  for (const Item& one : w.directory().items) {
    csv += '\n';
    for (const std::string& cell : catalogueRow(one)) csv += '"' + cell + "\",";
    csv.pop_back();
  }
  const auto taken = take(csv + '\n');
  ASSERT_TRUE(taken.has_value()) << say(taken);
  EXPECT_EQ(taken->same, 4);
  EXPECT_EQ(taken->changed, 0);
  EXPECT_EQ(itemContent(item("Q")), itemContent(quilt));
  EXPECT_EQ(item("K").parts.size(), 2U);
}

TEST_F(CatalogueSheetTest, ADryRunTellsAndColumnsThatAreMissingStay) {
  const std::string csv =
      "编码,单件条码,包装,组成,中文名称,分类,单位,来源\n"
      "Q,6900000000031.0,包=10=6900000000017；箱=40,,棉被,103,床,合同\n"
      "V,,,S*2; T*1,村级包,103,套,合同\n"  // above its part
      "S,,,,睡袋,103,个,合同\n";
  const auto dry = take(csv, true);
  ASSERT_TRUE(dry.has_value()) << say(dry);
  EXPECT_EQ(dry->added, 2);
  EXPECT_EQ(dry->changed, 1);
  EXPECT_EQ(item("Q").barcode, "") << "nothing was written";
  EXPECT_EQ(w.directory().itemNamed("V"), nullptr);
  ASSERT_TRUE(take(csv).has_value());
  EXPECT_EQ(item("Q").barcode, "6900000000031");
  EXPECT_EQ(item("Q").packs.size(), 2U);
  EXPECT_EQ(item("Q").norm->per_1000_count, 1000) << "no column of norms: as it was";
  EXPECT_EQ(item("V").parts.size(), 2U);
}

TEST_F(CatalogueSheetTest, WhatIsWrongNamesItsRowAndNothingIsTaken) {
  const auto refused = [&](const std::string& rows, const char* row, const char* subject) {
    const auto taken = take(
        "code,name_zh,class,unit_zh,source,weight_kg,barcode,packs,parts,per_1000,months\n"
        "N,毛毯,103,条,合同,2,,,,,\n" +
        rows);
    ASSERT_FALSE(taken.has_value()) << rows;
    EXPECT_EQ(taken.error().subject, subject) << rows;
    EXPECT_EQ(taken.error().trail.back(), row) << rows;
    EXPECT_EQ(w.directory().itemNamed("N"), nullptr) << rows;
  };
  // The row counts as a person sees it in the file.
  refused("M,绳,103,根,合同,much,,,,,\n", "row 3", "much");
  refused("M,绳,103,根,合同,-2,,,,,\n", "row 3", "weight_kg");
  refused("M,绳,103,根,合同,1,6900000000017,,,,\n", "row 3", "6900000000017");
  refused("M,绳,103,根,合同,1,,包10,,,\n", "row 3", "包10");
  refused("M,绳,103,根,合同,1,,,nobody*2,,\n", "row 3", "nobody");
  refused("M,绳,103,根,合同,1,,,T,,\n", "row 3", "T");
  refused("M,绳,103,根,合同,1,,,,5,x\n", "row 3", "x");
  refused("M,,103,根,合同,1,,,,,\n", "row 3", "name_zh");
  refused("M,绳,777,根,合同,1,,,,,\n", "row 3", "777");
  EXPECT_CODE(take("品名,单位\n毛毯,条\n"), kNoData);
}

}  // namespace
}  // namespace gis::stocks
