// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/table_export.h"

#include "gis/vector/source_info.h"
#include "tests/gis/table/table_test_support.h"

namespace gis {
namespace {

class TableExportTest : public TableTest {
 protected:
  const TableData building = loaded("building");
  TableExport some(std::vector<std::int64_t> fids) {
    TableExport what;
    for (const char* name : {"storeys", "footprint_m2", "division_code"})
      what.columns.push_back({*building.schema.find(name), std::string("<") + name + ">", [](const CellValue& cell) {
                                const auto* integer = std::get_if<std::int64_t>(&cell);
                                return integer ? CellValue("S, " + std::to_string(*integer)) : cell;
                              }});
    what.fids = std::move(fids);
    return what;
  }
  Result<void> write(const TableExport& what, const std::string& name) {
    const auto file = temporary / name;
    return exportTable(workspace.db(), building.schema, what, file, *exportFormatOf(file));
  }
};

TEST_F(TableExportTest, CsvIsWhatIsShown) {
  ASSERT_OK(write(some({5, 2}), "out.csv"));
  EXPECT_EQ(readBytes(temporary / "out.csv"),
            "\xEF\xBB\xBF<storeys>,<footprint_m2>,<division_code>\r\n\"S, 2\",94.5,140431100201\r\n\"S, "
            "2\",91.5,140431100201\r\n");
  EXPECT_FALSE(std::filesystem::exists(temporary / "out.csv.part"));
}

TEST_F(TableExportTest, LayersAreReadByGdal) {
  for (const char* name : {"out.gpkg", "out.geojson", "out.kml"}) {
    ASSERT_OK(write(some({5, 2, 60}), name));
    const auto info = describeSource(temporary / name);
    ASSERT_OK(info);
    ASSERT_EQ(info->layers.size(), 1u) << name;
    EXPECT_EQ(info->layers[0].layer.count, 3) << name;
    ASSERT_TRUE(info->layers[0].lon_lat_extent.has_value()) << name;
    EXPECT_NEAR(info->layers[0].lon_lat_extent->west_deg, 112.3002, 1e-6) << name;
  }
}

TEST_F(TableExportTest, XlsxIsAZipThatGdalReads) {
  ASSERT_OK(write(some({1, 2, 3, 4}), "out.xlsx"));
  EXPECT_EQ(readBytes(temporary / "out.xlsx").substr(0, 2), "PK");
  EXPECT_FALSE(std::filesystem::exists(temporary / "out.xlsx.part"));
}

TEST_F(TableExportTest, WhatCannotBeWrittenIsSaidAndLeavesNothing) {
  for (const char* name : {"nowhere/out.csv", "nowhere/out.xlsx", "nowhere/out.gpkg", "nowhere/out.geojson"})
    EXPECT_CODE(write(some({1}), name), kNotFound);
  writeBytes(temporary / "kept.csv", "before");
  const auto cancel = CancelToken::create();
  cancel.cancel();
  EXPECT_CODE(
      exportTable(workspace.db(), building.schema, some({1}), temporary / "kept.csv", ExportFormat::kCsv, cancel),
      kCancelled);
  EXPECT_EQ(readBytes(temporary / "kept.csv"), "before");
  EXPECT_FALSE(std::filesystem::exists(temporary / "kept.csv.part"));
  EXPECT_CODE(exportTable(workspace.db(), building.schema, some({1}), temporary / "gone.gpkg",
                          ExportFormat::kGeoPackage, cancel),
              kCancelled);
  EXPECT_FALSE(std::filesystem::exists(temporary / "gone.part.gpkg"));
  const TableSchema persons = *TableSchemaStore(workspace.db()).schema("responsible_person");
  EXPECT_CODE(exportTable(workspace.db(), persons, {}, temporary / "p.kml", ExportFormat::kKml), kNoData);
}

TEST(ExportFormat, ByTheEnding) {
  EXPECT_EQ(exportFormatOf("a.XLSX"), ExportFormat::kXlsx);
  EXPECT_EQ(exportFormatOf("a.json"), ExportFormat::kGeoJson);
  EXPECT_EQ(exportFormatOf("a.shp"), std::nullopt);
}

}  // namespace
}  // namespace gis
