// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/map/hover_highlight.h"

#include <gtest/gtest.h>

#include <QTest>

#include "app/map/map_canvas.h"

namespace {

// Squares of 100 m, one far larger; only the index is asked.
class Squares final : public layers::LayerState {
 public:
  explicit Squares(std::shared_ptr<const gis::MapColumns> columns) : m_columns(std::move(columns)) {}
  gis::MapBox extent() const override { return {0, 0, 100000, 100000}; }
  void paint(layers::TileSurface&, const layers::PaintContext&) const override {}
  std::vector<layers::Hit> identify(gis::MapXY where, double radius_m, double) const override {
    std::vector<layers::Hit> hits;
    for (const gis::NearFeature& near : gis::findNear(*m_columns, where, radius_m))
      hits.push_back({"squares", "", 0, near.feature, near.distance_m});
    return hits;
  }

 private:
  std::shared_ptr<const gis::MapColumns> m_columns;
};

std::shared_ptr<const gis::MapColumns> squares() {
  gis::FeatureColumns columns;
  columns.kind = gis::GeometryKind::kPolygon;
  columns.crs = "EPSG:4547";
  columns.geographic = false;
  columns.part_start = columns.feature_start = {0};
  const auto add = [&](double x_m, double y_m, double side_m) {
    for (const auto& [dx, dy] : {std::pair{0.0, 0.0}, {side_m, 0.0}, {side_m, side_m}, {0.0, side_m}, {0.0, 0.0}}) {
      columns.xy.push_back(x_m + dx);
      columns.xy.push_back(y_m + dy);
    }
    columns.part_start.push_back(static_cast<std::uint32_t>(columns.xy.size() / 2));
    columns.feature_start.push_back(static_cast<std::uint32_t>(columns.part_start.size() - 1));
    columns.fid.push_back(static_cast<std::int64_t>(columns.fid.size()));
  };
  add(50000, 50000, 100);
  add(20000, 20000, 60000);
  auto made = gis::buildMapColumns(std::move(columns), "EPSG:4547");
  return made ? made->value : nullptr;
}

class HoverTest : public ::testing::Test {
 protected:
  HoverTest() : canvas(pools, document) {
    canvas.setMotion(app::Motion::kInstant);
    canvas.resize(600, 400);
    canvas.show();
    app::MapLayer layer;
    layer.id = QStringLiteral("squares");
    layer.columns = squares();
    layer.state = std::make_shared<Squares>(layer.columns);
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
    canvas.goTo({50050, 50050}, 1);
  }
  void moveTo(QPointF at) {
    QMouseEvent move(QEvent::MouseMove, at, canvas.mapToGlobal(at), Qt::NoButton, Qt::NoButton, {});
    QCoreApplication::sendEvent(&canvas, &move);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !canvas.hover().busy(); }));
  }
  app::JobPools pools;
  app::MapDocument document;
  app::MapCanvas canvas;
};

TEST_F(HoverTest, TheFeatureUnderThePointerIsOutlined) {
  const QImage before = canvas.grab().toImage();
  moveTo({300, 200});
  EXPECT_TRUE(canvas.hover().shown());
  const QImage after = canvas.grab().toImage();
  EXPECT_NE(before.pixelColor(250, 200), after.pixelColor(250, 200)) << "the square's left edge";
  EXPECT_EQ(before.pixelColor(300, 200), after.pixelColor(300, 200)) << "not its inside";
  moveTo({500, 200});
  EXPECT_FALSE(canvas.hover().shown()) << "only the square that is larger than the window";
}

TEST_F(HoverTest, MovingTheMapAndLeavingEndIt) {
  moveTo({300, 200});
  canvas.panBy({10, 0});
  EXPECT_FALSE(canvas.hover().shown());
  moveTo({310, 200});
  EXPECT_TRUE(canvas.hover().shown());
  QEvent leave(QEvent::Leave);
  QCoreApplication::sendEvent(&canvas, &leave);
  EXPECT_FALSE(canvas.hover().shown());
  canvas.setTool(app::ToolKind::kMeasureArea);
  moveTo({310, 200});
  EXPECT_FALSE(canvas.hover().shown()) << "measuring asks for nothing";
}

}  // namespace
