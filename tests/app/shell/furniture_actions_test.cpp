// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/furniture_actions.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QTest>

#include "app/map/map_canvas.h"
#include "tests/app/shell/shell_program.h"

namespace {

using tests::ShellProgram;

TEST(FurnitureActions, AreRememberedAndReachTheMap) {
  ShellProgram p;
  {
    QWidget window;
    app::MapCanvas canvas(p.pools, p.document);
    const app::FurnitureActions actions(p.context, canvas, &window);
    ASSERT_EQ(actions.all().size(), 4U);
    EXPECT_TRUE(actions.all()[0]->isSeparator());
    EXPECT_EQ(canvas.furniture().choice(), app::FurnitureChoice{});
    actions.all()[1]->trigger();
    actions.all()[3]->trigger();
    EXPECT_TRUE(canvas.furniture().choice().graticule);
    EXPECT_FALSE(canvas.furniture().choice().kilometre_grid);
    EXPECT_TRUE(canvas.furniture().choice().legend);
  }
  QWidget window;
  app::MapCanvas canvas(p.pools, p.document);
  const app::FurnitureActions again(p.context, canvas, &window);
  EXPECT_TRUE(canvas.furniture().choice().graticule && canvas.furniture().choice().legend);
  again.all()[1]->trigger();
  EXPECT_EQ(p.settings.mapFurniture(), QStringList{QStringLiteral("legend")});
}

TEST(FurnitureActions, LinesAreDrawnOverTheMapOnce) {
  ShellProgram p;
  app::MapCanvas canvas(p.pools, p.document);
  canvas.setMotion(app::Motion::kInstant);
  canvas.resize(600, 400);
  canvas.show();
  p.addLayer("a", "base", std::make_shared<tests::FakeLayer>(Qt::black, gis::MapBox{400000, 4000000, 440000, 4030000}));
  ASSERT_TRUE(QTest::qWaitFor([&] { return canvas.idle(); }));
  const QImage bare = canvas.grab().toImage();
  canvas.furniture().setChoice({.graticule = true, .kilometre_grid = true});
  const QImage furnished = canvas.grab().toImage();
  int changed = 0;
  for (int x = 0; x < bare.width(); ++x)
    if (bare.pixel(x, 200) != furnished.pixel(x, 200)) ++changed;
  EXPECT_GT(changed, 5) << "meridians and grid lines cross the middle";
  EXPECT_LT(changed, 120) << "and leave the map free between them";
  canvas.furniture().setChoice({});
  EXPECT_EQ(canvas.grab().toImage(), bare);
}

}  // namespace
