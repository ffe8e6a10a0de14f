// SPDX-License-Identifier: GPL-3.0-or-later
// What is read while the window is made, and what waits until the map stands.
#include "app/shell/early_reading.h"

#include <SQLiteCpp/Database.h>
#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QTest>
#include <set>
#include <thread>

#include "app/shell/workspace_controller.h"
#include "tests/app/shell/shell_program.h"
#include "tests/gis/store/store_test_support.h"

namespace {

using app::EarlyReading;

// A small city that was open before: its layers are kept.
struct KeptCity {
  gis::TemporaryFolder folder;
  KeptCity() {
    {
      auto made = gis::Workspace::create(folder.path(), gis::kMayDay);
      EXPECT_TRUE(made && made->setFact("map_crs", "EPSG:4547") && made->setFact("extent", "112.8,36.0,113.4,36.5"));
      if (made) gis::fillSmallCity(made->db(), 5);
    }
    tests::ShellProgram p;
    app::WorkspaceController workspaces(p.context);
    workspaces.open(name());
    EXPECT_TRUE(QTest::qWaitFor([&] { return kept("building") && kept("road") && workspaces.idle(); }));
  }
  QString name() const { return QString::fromStdString(folder.path().string()); }
  std::filesystem::path file(const std::string& id) const { return folder / "cache/layers" / (id + ".fgs"); }
  bool kept(const std::string& id) const { return std::filesystem::exists(file(id)); }
};

// Layers that the early reading has ready, once it has read all.
std::set<std::string> readyIn(EarlyReading& early, const KeptCity& city) {
  std::set<std::string> ready;
  const auto catalogue = layers::loadCatalogue();
  EXPECT_TRUE(catalogue.has_value());
  if (!catalogue) return ready;
  while (!early.finished()) std::this_thread::yield();
  for (const layers::CatalogueEntry& entry : catalogue->entries)
    if (city.kept(entry.id) && early.take(entry.id, EarlyReading::Wait::kNo)) ready.insert(entry.id);
  return ready;
}

TEST(EarlyReading, HasTheKeptLayersThatAreShownAndNoOthers) {
  const KeptCity city;
  app::JobPools pools;
  EarlyReading early(pools, city.folder.path(), {QStringLiteral("road:0:1.00")});
  const std::set<std::string> ready = readyIn(early, city);
  EXPECT_TRUE(ready.contains("building"));
  EXPECT_FALSE(ready.contains("road")) << "switched off";
}

TEST(EarlyReading, EachLayerIsGivenOnce) {
  const KeptCity city;
  app::JobPools pools;
  EarlyReading early(pools, city.folder.path(), {});
  while (!early.finished()) std::this_thread::yield();
  const auto read = early.take("building", EarlyReading::Wait::kNo);
  ASSERT_TRUE(read.has_value());
  ASSERT_TRUE(read->layer.state);
  EXPECT_EQ(read->layer.state->featureCount(), 5);
  EXPECT_FALSE(early.take("building", EarlyReading::Wait::kYes));
  EXPECT_FALSE(early.take("no such layer", EarlyReading::Wait::kYes));
}

TEST(EarlyReading, ATableThatHasChangedSinceIsLeftToTheUsualWay) {
  const KeptCity city;
  {
    const auto other = gis::Workspace::open(city.folder.path(), gis::OpenMode::kReadWrite);
    ASSERT_TRUE(other.has_value());
    other->db().sql().exec("DELETE FROM building WHERE fid=(SELECT min(fid) FROM building)");
  }
  app::JobPools pools;
  EarlyReading early(pools, city.folder.path(), {});
  ASSERT_TRUE(early.workspace().has_value());
  EXPECT_FALSE(early.take("building", EarlyReading::Wait::kYes));
}

TEST(EarlyReading, SaysWhyAFolderIsNoWorkspace) {
  const gis::TemporaryFolder folder;
  app::JobPools pools;
  EarlyReading early(pools, folder / "nothing", {});
  const auto opened = early.workspace();
  ASSERT_FALSE(opened.has_value());
  const auto usual = app::readWorkspace(folder / "nothing");
  ASSERT_FALSE(usual.has_value());
  EXPECT_EQ(opened.error().code, usual.error().code);
}

TEST(EarlyReading, ForgottenWhileItReadsItLetsThePoolsEnd) {
  const KeptCity city;
  for (int i = 0; i < 20; ++i) {
    app::JobPools pools;
    const EarlyReading early(pools, city.folder.path(), {});
  }
}

TEST(EarlyReading, TheFirstPictureHasTheLayersAndTheOthersFollow) {
  const KeptCity city;
  tests::ShellProgram p;
  p.settings.setLayerChoices(city.name(), {QStringLiteral("road:0:1.00")});
  const auto early = std::make_shared<EarlyReading>(p.pools, city.folder.path(), p.settings.layerChoices(city.name()));
  while (!early->finished()) std::this_thread::yield();  // the window is being made
  app::WorkspaceController workspaces(p.context);
  std::optional<std::set<QString>> first;
  QObject::connect(&p.document, &app::MapDocument::changed, [&](const app::MapChange& change) {
    if (!(change.properties & app::MapChange::kLayers) || p.document.layers().empty() || first) return;
    first.emplace();
    for (const app::MapLayer& layer : p.document.layers())
      if (layer.state) first->insert(layer.id);
  });
  workspaces.openWith(city.name(), early);
  ASSERT_TRUE(QTest::qWaitFor([&] {
    const app::MapLayer* road = p.document.find(QStringLiteral("road"));
    return road && road->state && workspaces.idle();
  }));
  ASSERT_TRUE(first.has_value());
  EXPECT_TRUE(first->contains(QStringLiteral("building")));
  EXPECT_FALSE(first->contains(QStringLiteral("road")));
  EXPECT_FALSE(p.document.find(QStringLiteral("road"))->visible);
  EXPECT_EQ(p.document.find(QStringLiteral("building"))->load, app::LoadState::kReady);
}

// What a room asks for when a workspace is opened waits for the map, but not for ever.
TEST(MapFirst, RoomsReadWhenTheMapStandsOrCannot) {
  const KeptCity city;
  tests::ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.show();
  app::JobSlot<int> room(p.pools, app::Pool::kIo);
  bool answered = false, complete = false, answered_before = false;
  QObject::connect(&window.canvas(), &app::MapCanvas::viewCompleted, [&] {
    if (window.workspaces().isOpening() || !window.workspaces().shownLayersLoaded()) return;
    if (!complete) answered_before = answered;
    complete = true;
  });
  const auto ask = [&] {
    room.ask([](const gis::CancelToken&, const gis::Progress&) { return 1; }, [&](int) { answered = true; });
  };
  QObject::connect(&window.workspaces(), &app::WorkspaceController::opening, ask);
  window.workspaces().open(city.name());
  ASSERT_TRUE(QTest::qWaitFor([&] { return complete && answered; }));
  EXPECT_FALSE(answered_before);

  answered = false;
  QSignalSpy failed(&window.workspaces(), &app::WorkspaceController::openFailed);
  window.workspaces().open(city.name() + QStringLiteral("/nothing"));
  ASSERT_TRUE(QTest::qWaitFor([&] { return failed.count() == 1 && answered; }));
}

}  // namespace
