// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/bench_content.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QDir>
#include <fstream>

#include "app/bench/bench_views.h"
#include "app/bench/frame_bench.h"
#include "app/bench/pan_bench.h"

namespace {

namespace fs = std::filesystem;

// A folder with a layer of squares about 113 E 36.5 N in the names of the peers' data, a file nobody draws, and views.
class BenchFolder : public testing::Test {
 protected:
  BenchFolder() : m_root(fs::temp_directory_path() / ("fengsui-bench-" + std::to_string(getpid()))) {
    fs::create_directories(m_root / "styles");
    std::string features;
    for (int i = 0; i < 400; ++i) {
      const double lon_deg = 113 + i % 20 * 0.005, lat_deg = 36.5 + i / 20 * 0.005, side_deg = 0.004;
      const auto at = [&](double dx_deg, double dy_deg) {
        return "[" + std::to_string(lon_deg + dx_deg) + "," + std::to_string(lat_deg + dy_deg) + "]";
      };
      features += (i ? "," : "") + std::string(R"({"type":"Feature","properties":{"cls":)") + std::to_string(i % 5) +
                  R"(},"geometry":{"type":"Polygon","coordinates":[[)" + at(0, 0) + "," + at(side_deg, 0) + "," +
                  at(side_deg, side_deg) + "," + at(0, side_deg) + "," + at(0, 0) + "]]}}";
    }
    write("parcels.geojson", R"({"type":"FeatureCollection","features":[)" + features + "]}");
    write("stray.gpkg", "nothing");
    m_source.data = m_root;
  }
  ~BenchFolder() override {
    std::error_code ignored;
    fs::remove_all(m_root, ignored);
  }
  void write(const std::string& name, const std::string& text) const {
    std::ofstream(m_root / name, std::ios::binary) << text;
  }

  fs::path m_root;
  app::BenchSource m_source;
  app::JobPools m_pools{2};
};

TEST_F(BenchFolder, ThePeersStyleIsThereAndWhatIsMissingIsSaid) {
  const auto content = app::loadBenchContent(m_source, m_pools);
  ASSERT_TRUE(content) << content.error().subject << ": " << content.error().detail;
  EXPECT_EQ(content->map_crs, "EPSG:4547");
  ASSERT_EQ(content->layers.size(), 1U);
  EXPECT_EQ(content->layers[0].id, "parcels");
  EXPECT_EQ(content->layers[0].state->featureCount(), 400);
  EXPECT_GT(content->layers[0].read_ms, 0);
  EXPECT_EQ(content->left_out, (std::vector<std::string>{"buildings", "census", "counties", "hillshade.tif", "rivers",
                                                         "roads", "stray.gpkg", "villages"}));
}

TEST_F(BenchFolder, StylesOfAFolderAreUsedAndTheirMistakesNamed) {
  m_source.styles = m_root / "styles";
  EXPECT_EQ(app::loadBenchContent(m_source, m_pools).error().code, gis::ErrorCode::kNotFound);
  write("styles/catalogue.json", R"({"map_crs":"EPSG:4547","layers":7})");
  const auto wrong = app::loadBenchContent(m_source, m_pools);
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().code, gis::ErrorCode::kDamagedFile);
  EXPECT_NE(wrong.error().detail.find("/layers"), std::string::npos) << wrong.error().detail;
  write("styles/catalogue.json", R"({"map_crs":"EPSG:4548","layers":["blocks"]})");
  write("styles/blocks.json", R"({"id":"blocks","group":"base","table":"parcels","title":{"zh":"块","en":"Blocks"},
    "style":[{"id":"a","type":"fill","paint":{"fill-color":"#00ff00"}}]})");
  const auto content = app::loadBenchContent(m_source, m_pools);
  ASSERT_TRUE(content) << content.error().detail;
  EXPECT_EQ(content->map_crs, "EPSG:4548");
  EXPECT_EQ(content->layers.at(0).id, "blocks");
}

TEST_F(BenchFolder, NothingToDrawIsAReason) {
  fs::remove(m_root / "parcels.geojson");
  EXPECT_EQ(app::loadBenchContent(m_source, m_pools).error().code, gis::ErrorCode::kNoData);
}

TEST_F(BenchFolder, ViewsAreReadInTheirOrderWithTours) {
  write("views.json", R"({"z":[0,0,192000,108000],"a":[[0,0,100,50],[10,0,110,50]]})");
  const auto views = app::readBenchViews(m_root / "views.json", 1920, 1080);
  ASSERT_TRUE(views) << views.error().detail;
  ASSERT_EQ(views->size(), 2U);
  EXPECT_EQ(views->at(0).name, "z");
  EXPECT_DOUBLE_EQ(views->at(0).steps.at(0).metres_per_px, 100);
  EXPECT_EQ(views->at(1).steps.size(), 2U);
  for (const char* bad :
       {"", "[]", "{}", R"({"a":[1,2,3]})", R"({"a":[5,0,1,1]})", R"({"a":[[0,0,1,1],7]})", R"({"a":"b"})"}) {
    write("bad.json", bad);
    const auto wrong = app::readBenchViews(m_root / "bad.json", 1920, 1080);
    ASSERT_FALSE(wrong) << bad;
    EXPECT_EQ(wrong.error().code, gis::ErrorCode::kDamagedFile) << bad;
  }
  EXPECT_EQ(app::readBenchViews(m_root / "none.json", 10, 10).error().code, gis::ErrorCode::kNotFound);
}

TEST_F(BenchFolder, AFrameIsThePictureThatRenderDraws) {
  const auto content = app::loadBenchContent(m_source, m_pools);
  ASSERT_TRUE(content);
  const layers::FrameRequest request = content->frame(layers::Theme::kLight, "zh");
  const layers::MapView view = app::usualViews(*content, 500, 300).front().steps.front();
  const app::DrawnFrame frame = app::drawFrame(request, view, m_pools);
  EXPECT_EQ(frame.image, layers::paintFrame(request, view));
  EXPECT_GE(frame.tiles, 2);
  EXPECT_GT(frame.elapsed_ms, 0);
}

TEST_F(BenchFolder, AViewIsCountedAndItsCostsFound) {
  const auto content = app::loadBenchContent(m_source, m_pools);
  ASSERT_TRUE(content);
  const layers::FrameRequest request = content->frame(layers::Theme::kLight, "zh");
  app::BenchView tour = app::usualViews(*content, 300, 200).front();
  const app::ViewTimes once = app::measureView(*content, request, tour, 3, m_pools);
  EXPECT_EQ(once.features, 400);
  EXPECT_EQ(once.vertices, 2000);
  EXPECT_EQ(once.frames_ms.size(), 3U);
  EXPECT_LE(once.median_ms, once.p95_ms);
  tour.steps.push_back(tour.steps.front());
  const app::ViewTimes twice = app::measureView(*content, request, tour, 1, m_pools);
  EXPECT_EQ(twice.tiles, 2 * once.tiles);
  EXPECT_EQ(twice.features, 800);

  const auto parts = app::profileView(*content, request, tour, app::ProfileDepth::kStyleLayers);
  std::vector<std::string> found;
  for (const app::PartCost& part : parts) found.push_back(part.layer_id + " " + part.part_id + " " + part.type);
  std::ranges::sort(found);
  EXPECT_EQ(found, (std::vector<std::string>{"parcels area fill", "parcels edge line"}));
}

TEST_F(BenchFolder, PanningIsMeasuredFrameByFrameWithoutABarePixel) {
  const auto content = app::loadBenchContent(m_source, m_pools);
  ASSERT_TRUE(content);
  app::PanOptions options;
  options.frames = 8;
  options.width_px = 400, options.height_px = 300;
  const auto views = app::usualViews(*content, 400, 300);
  const app::PanReport report = app::measurePanning(*content, {views[0]}, options, m_pools);
  ASSERT_EQ(report.legs.size(), 3U);
  EXPECT_EQ(report.all.frames, 24);
  EXPECT_GT(report.complete_view_ms, 0);
  EXPECT_LE(report.first_pixels_ms, report.complete_view_ms);
  for (const app::FrameStatistics& leg : report.legs) {
    EXPECT_GT(leg.median_ms, 0) << leg.name;
    EXPECT_LE(leg.median_ms, leg.p95_ms) << leg.name;
    EXPECT_LE(leg.longest_block_ms, leg.longest_ms) << leg.name;
  }
}

}  // namespace
