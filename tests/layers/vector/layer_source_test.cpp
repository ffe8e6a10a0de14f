// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/layer_source.h"

#include <SQLiteCpp/SQLiteCpp.h>
#include <gtest/gtest.h>

#include "gis/store/geopackage_blob.h"
#include "gis/store/layer_revision.h"
#include "gis/store/table_writer.h"
#include "gis/store/workspace.h"
#include "tests/layers/vector/scene.h"

namespace fs = std::filesystem;

namespace {

constexpr const char* kGrades =
    R"([{"id":"f","type":"fill","paint":{"fill-color":["match",["get","type"],"01","#ff0000","#00ff00"]}},
        {"id":"n","type":"symbol","layout":{"text-field":["get","name"]}}])";
const gis::FixedClock kMayDay{1777593600000};

class LayerSource : public ::testing::Test {
 protected:
  void SetUp() override {
    m_folder = fs::temp_directory_path() / ("fengsui-layer-source-" + std::to_string(::getpid()));
    fs::remove_all(m_folder);
    auto made = gis::Workspace::create(m_folder, kMayDay);
    ASSERT_TRUE(made);
    m_workspace.emplace(std::move(*made));
    m_entry = scene::entryWith(kGrades);
    m_entry.id = "areas";
    m_entry.table = "areas";
    auto& sql = m_workspace->db().sql();
    sql.exec("CREATE TABLE areas (fid INTEGER PRIMARY KEY, geom BLOB, type TEXT, name TEXT)");
    sql.exec(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES "
        "('areas','features','areas',4490)");
    sql.exec("INSERT INTO gpkg_geometry_columns VALUES ('areas','geom','POLYGON',4490,0,0)");
    ASSERT_TRUE(gis::LayerRevisions(m_workspace->db()).watch("areas"));
    for (int i = 0; i < 20; ++i) add(113 + i * 0.01, i % 2 == 0 ? "01" : "02");
  }
  void TearDown() override {
    m_workspace.reset();
    fs::remove_all(m_folder);
  }
  void add(double west_deg, const std::string& type) {
    gis::GeometryBuffer buffer;
    buffer.start(gis::GeometryKind::kPolygon);
    buffer.beginPart();
    for (const auto& [dx, dy] : {std::pair(0.0, 0.0), {0.008, 0.0}, {0.008, 0.008}, {0.0, 0.008}})
      buffer.add({west_deg + dx, 36 + dy});
    std::vector<std::byte> blob;
    ASSERT_TRUE(gis::encodeGeometry(buffer.view(), gis::GeometryType::kPolygon, 4490, blob));
    SQLite::Statement insert(m_workspace->db().sql(), "INSERT INTO areas (geom, type, name) VALUES (?,?,'山')");
    insert.bind(1, blob.data(), static_cast<int>(blob.size()));
    insert.bind(2, type);
    insert.exec();
  }
  layers::VectorLayer load() {
    auto layer = layers::layerFromTable(m_entry, m_workspace->db(), {}, "EPSG:4547", m_workspace->folder() / "cache");
    EXPECT_TRUE(layer) << (layer ? "" : layer.error().detail);
    return layer ? std::move(layer->value) : layers::VectorLayer{};
  }
  static QImage picture(const layers::VectorLayer& layer) {
    layers::MapView view{layer.state->extent().centre(), 60, 400, 100, 1};
    return layers::paintFrame(scene::request(layer.state), view);
  }

  fs::path m_folder;
  std::optional<gis::Workspace> m_workspace;
  layers::CatalogueEntry m_entry;
};

}  // namespace

TEST_F(LayerSource, TheSecondTimeItComesFromTheCacheAndLooksTheSame) {
  const layers::VectorLayer first = load();
  ASSERT_TRUE(first.keepsake);
  ASSERT_TRUE(layers::keepForNextTime(first));
  const layers::VectorLayer second = load();
  EXPECT_FALSE(second.keepsake) << "it was made anew";
  EXPECT_EQ(picture(second), picture(first));
  EXPECT_EQ(second.columns->features->fid, first.columns->features->fid);
  const auto mark = gis::LayerRevisions(m_workspace->db()).markOf("areas");
  ASSERT_TRUE(mark && *mark);
  EXPECT_TRUE(layers::layerFromCache(m_entry, **mark, {}, "EPSG:4547", m_workspace->folder() / "cache"));
}

TEST_F(LayerSource, AnythingThatChangesTheLayerMakesItAnew) {
  ASSERT_TRUE(layers::keepForNextTime(load()));
  ASSERT_FALSE(load().keepsake);
  m_workspace->db().sql().exec("UPDATE areas SET type='02' WHERE fid=1");
  const layers::VectorLayer changed = load();
  ASSERT_TRUE(changed.keepsake) << "a row was changed";
  EXPECT_EQ(changed.columns->features->find("type")->dictionary.size(), 2U);
  ASSERT_TRUE(layers::keepForNextTime(changed));
  const auto elsewhere =
      layers::layerFromTable(m_entry, m_workspace->db(), {}, "EPSG:4548", m_workspace->folder() / "cache");
  ASSERT_TRUE(elsewhere);
  EXPECT_TRUE(elsewhere->value.keepsake) << "another map system";
  m_entry.style =
      scene::entryWith(
          R"([{"id":"f","type":"fill","paint":{"fill-color":["match",["get","name"],"山","#ff0000","#00ff00"]}}])")
          .style;
  EXPECT_TRUE(load().keepsake) << "a style that looks at something else";
}

TEST_F(LayerSource, WithoutACacheOrWithADamagedOneItIsMadeFromTheRows) {
  const auto plain = layers::layerFromTable(m_entry, m_workspace->db(), {}, "EPSG:4547");
  ASSERT_TRUE(plain);
  EXPECT_FALSE(plain->value.keepsake) << "there is nowhere to keep it";
  EXPECT_TRUE(layers::keepForNextTime(plain->value));
  ASSERT_TRUE(layers::keepForNextTime(load()));
  for (const auto& kept : fs::directory_iterator(m_workspace->folder() / "cache" / "layers"))
    fs::resize_file(kept, 100);
  EXPECT_EQ(load().columns->featureCount(), 20U);
  fs::remove_all(m_workspace->folder() / "cache");
  const layers::VectorLayer again = load();
  EXPECT_EQ(again.columns->featureCount(), 20U);
  EXPECT_TRUE(layers::keepForNextTime(again)) << "the folder is made again";
  EXPECT_FALSE(load().keepsake);
}

TEST_F(LayerSource, APreviewHoldsWhatShowsAtOneScaleAndLooksTheSameThere) {
  m_entry.style = scene::entryWith(R"([
        {"id":"far","type":"fill","filter":["==",["get","type"],"01"],"paint":{"fill-color":"#ff0000"}},
        {"id":"near","type":"fill","minzoom":14,"paint":{"fill-color":"#00ff00"}}])")
                      .style;
  for (int i = 0; i < 10; ++i) add(113.3 + i * 0.01, "02");
  const auto preview = layers::previewFromTable(m_entry, m_workspace->db(), {}, "EPSG:4547", 60);
  ASSERT_TRUE(preview) << preview.error().detail;
  ASSERT_TRUE(*preview);
  EXPECT_EQ((*preview)->value.columns->featureCount(), 10U) << "those of type 01";
  EXPECT_FALSE((*preview)->value.keepsake) << "half a layer is not kept";
  const layers::VectorLayer whole = load();
  EXPECT_EQ(whole.columns->featureCount(), 30U);
  const layers::MapView view{whole.state->extent().centre(), 60, 600, 100, 1};
  EXPECT_EQ(layers::paintFrame(scene::request((*preview)->value.state), view),
            layers::paintFrame(scene::request(whole.state), view));
  const auto near = layers::previewFromTable(m_entry, m_workspace->db(), {}, "EPSG:4547", 1);
  ASSERT_TRUE(near);
  EXPECT_FALSE(*near) << "everything shows: it is read at once";
}
