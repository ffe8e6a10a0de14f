// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QTest>
#include <optional>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/stocks/stocks_panel.h"
#include "tests/gis/stocks/stocks_world.h"

namespace tests {

// The stocks room over a small workspace. A test fills the world, then opens the room.
struct StocksRoom : ::testing::Test {
  gis::stocks::StocksWorld world;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{gis::stocks::kNoon_utc_ms};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::StocksPanel> panel;

  // A made city stays on the day of its making.
  void standStill() {
    ASSERT_TRUE(world.workspace->setFact("is_demo", "1"));
    ASSERT_TRUE(world.workspace->setFact("demo_present_utc_ms", std::to_string(gis::stocks::kNoon_utc_ms)));
  }
  void openRoom() {
    context.map.say = [](const QString&) {};
    settings.setAuthorName(QStringLiteral("王建国"));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    ASSERT_TRUE(world.workspace->setFact("map_crs", "EPSG:4547"));
    document.setWorkspace(app::OpenWorkspace{world.folder / "w", world.workspace->facts(), {}, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(420, 900);
    panel->show();
    wait();
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
};

}  // namespace tests
