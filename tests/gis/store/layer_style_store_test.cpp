// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/layer_style_store.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include "gis/store/migration.h"
#include "gis/store/table_columns.h"

using namespace gis;

namespace {

constexpr const char* kNow = "2026-05-01T00:00:00.000Z";

Database fullDatabase() {
  auto db = Database::inMemory();
  EXPECT_TRUE(db.has_value());
  const auto migrations = ownMigrations();
  EXPECT_TRUE(migrate(*db, *migrations, FixedClock(0)).has_value());
  return std::move(*db);
}

TEST(LayerStyleStore, WritesByTheConventionOfQgisAndReplacesOnlyOurs) {
  const Database db = fullDatabase();
  const LayerStyleStore store(db);
  ASSERT_TRUE(store.all().has_value());
  EXPECT_TRUE(store.all()->empty()) << "the table is not there yet";
  const LayerStyle roads{"road", "geom", "公路", "<qgis/>", "<sld/>", "Roads", true};
  ASSERT_TRUE(store.replaceOurs({roads, {"fault", "geom", "断层", "", "<sld/>", "", true}}, kNow).has_value());
  ASSERT_EQ(store.all()->size(), 2U);
  EXPECT_EQ((*store.all())[1].name, "公路");
  EXPECT_TRUE((*store.all())[1].use_as_default);
  EXPECT_EQ(db.sql()
                .execAndGet("SELECT count(*) FROM gpkg_contents WHERE table_name='layer_styles' AND "
                            "data_type='attributes'")
                .getInt(),
            1);
  const auto columns = tableColumns(db);
  ASSERT_TRUE(columns.has_value());
  EXPECT_EQ(columns->at("layer_styles"),
            (std::vector<std::string>{"id", "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column",
                                      "styleName", "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui",
                                      "update_time"}));

  db.sql().exec(
      "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
      "styleQML, styleSLD, useAsDefault, description, owner) VALUES ('', '', 'road', 'geom', 'mine', '', '', 1, '', "
      "'me')");
  ASSERT_TRUE(store.replaceOurs({roads}, kNow).has_value());
  const auto all = store.all();
  ASSERT_EQ(all->size(), 2U) << "the fault's is gone, somebody's own is not";
  EXPECT_EQ((*all)[0].name, "mine");
  EXPECT_TRUE((*all)[0].use_as_default);
  EXPECT_FALSE((*all)[1].use_as_default) << "a table has one default, and somebody chose another";
}

TEST(TableColumns, OfOurSchemaAreThoseOfAnEmptyWorkspace) {
  const auto own = ownTableColumns();
  ASSERT_TRUE(own.has_value());
  EXPECT_EQ(*own, *tableColumns(fullDatabase()));
  EXPECT_GT(own->size(), 40U);
  EXPECT_FALSE(own->contains("rtree_road_geom"));
}

}  // namespace
