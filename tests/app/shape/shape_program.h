// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/panel.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/map/map_tool.h"
#include "app/settings/app_settings.h"
#include "gis/edit/rows_changed.h"
#include "layers/vector/layer_source.h"
#include "tests/gis/store/store_test_support.h"

namespace app {

// A window's worth of program around a panel of the map: a small city with its houses loaded, and a map that keeps the
// tool it is given.
struct ShapeProgram {
  QTemporaryDir folder;
  AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  JobPools pools;
  JobList jobs;
  MessageList messages{clock};
  MapDocument document;
  PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<MapTool> tool;
  QString said;
  std::vector<gis::StepDone> told;
  std::vector<gis::MapXY> marks;

  ShapeProgram() {
    context.map.say = [this](const QString& text) { said = text; };
    context.map.metres_per_px = [] { return 0.1; };
    context.map.mark = [this](gis::MapXY where) { marks.push_back(where); };
    context.map.use_tool = [this](std::unique_ptr<MapTool> next) { tool = std::move(next); };
    context.map.rows_changed = [this](const gis::StepDone& done) { told.push_back(done); };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
  }
  std::filesystem::path path() const { return folder.filePath(QStringLiteral("w")).toStdString(); }
  void open() {
    auto made = gis::Workspace::create(path(), clock);
    ASSERT_TRUE(made.has_value());
    ASSERT_TRUE(made->setFact("map_crs", "EPSG:4547"));
    gis::fillSmallCity(made->db(), 40);
    auto codes = gis::CodeStore(made->db()).all();
    ASSERT_TRUE(codes.has_value());
    document.setWorkspace(OpenWorkspace{path(), made->facts(), *codes, {}, {}, {}, {}});
    auto catalogue = layers::loadCatalogue();
    ASSERT_TRUE(catalogue.has_value());
    const layers::CatalogueEntry* entry = nullptr;
    for (const layers::CatalogueEntry& each : catalogue->entries)
      if (each.table == "building") entry = &each;
    ASSERT_NE(entry, nullptr);
    auto layer = layers::layerFromTable(*entry, made->db(), *codes, "EPSG:4547");
    ASSERT_TRUE(layer.has_value());
    MapLayer houses;
    houses.id = QString::fromStdString(entry->id);
    houses.title = entry->title;
    houses.table = entry->table;
    houses.entry = std::make_shared<const layers::CatalogueEntry>(*entry);
    houses.state = layer->value.state;
    houses.columns = layer->value.columns;
    houses.load = LoadState::kReady;
    document.addLayer(std::move(houses));
  }
  std::string stored(const std::string& sql) const {
    const auto workspace = gis::Workspace::open(path(), gis::OpenMode::kRead);
    return workspace->db().sql().execAndGet(sql).getString();
  }
  gis::MapXY at(double lon_deg, double lat_deg) const { return *document.toMap({lon_deg, lat_deg}); }
};

}  // namespace app
