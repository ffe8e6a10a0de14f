// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/online/online_maps.h"

#include <gtest/gtest.h>

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/online/online_map_dialog.h"
#include "app/settings/app_settings.h"
#include "gis/core/clock.h"
#include "tests/gis/raster/loopback_server.h"

namespace {

std::string tilePng() {
  QImage tile(256, 256, QImage::Format_RGB32);
  tile.fill(QColor(50, 100, 150));
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  tile.save(&buffer, "PNG");
  return bytes.toStdString();
}

class OnlineMapsTest : public ::testing::Test {
 protected:
  OnlineMapsTest() {
    context.map.say = [this](const QString& text) { said = text; };
    QDir(folder.path()).mkpath(QStringLiteral("basemaps"));
    app::OpenWorkspace workspace;
    workspace.folder = folder.path().toStdString();
    workspace.facts.map_crs = "EPSG:4547";
    document.setWorkspace(std::move(workspace));
  }
  void settle(const app::OnlineMaps& maps) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !maps.busy(); }, 20'000));
  }
  void add(app::OnlineMaps& maps, const std::string& address) {
    std::optional<gis::Result<void>> done;
    maps.add({"street", address, 18}, [&](gis::Result<void> result) { done = std::move(result); });
    ASSERT_TRUE(QTest::qWaitFor([&] { return done.has_value(); }));
    ASSERT_TRUE(done->has_value());
  }
  const app::MapLayer& layer() const { return document.layers().front(); }
  void look(app::OnlineMaps& maps) { maps.look({410000, 4000000, 412560, 4001440}, 2); }

  QTemporaryDir folder;
  QString said;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
};

TEST_F(OnlineMapsTest, NothingIsFetchedBeforeItIsAllowed) {
  const gis::LoopbackServer server(tilePng());
  app::OnlineMaps maps(context);
  EXPECT_FALSE(maps.allowed());
  add(maps, server.at("/{z}/{x}/{y}.png"));
  look(maps);
  settle(maps);
  EXPECT_EQ(server.asked(), 0);
  const layers::LayerStatePtr before = layer().state;
  QSignalSpy fetched(&maps, &app::OnlineMaps::fetched);
  maps.allow(true);
  ASSERT_TRUE(QTest::qWaitFor([&] { return fetched.count() > 0; }, 20'000));
  EXPECT_GT(server.asked(), 0);
  EXPECT_NE(layer().state, before) << "drawn anew";
  EXPECT_TRUE(app::AppSettings(folder.filePath(QStringLiteral("settings.ini"))).onlineMaps());
}

TEST_F(OnlineMapsTest, ASilentServerIsNamedOnceAndTheLayerStays) {
  std::string address;
  { address = gis::LoopbackServer("").at("/{z}/{x}/{y}.png"); }
  app::OnlineMaps maps(context);
  add(maps, address);
  maps.allow(true);
  look(maps);
  settle(maps);
  ASSERT_TRUE(QTest::qWaitFor([&] { return layer().load == app::LoadState::kFailed; }));
  EXPECT_NE(layer().state, nullptr);
  EXPECT_TRUE(said.contains(QStringLiteral("street"))) << said.toStdString();
  maps.look({420000, 4000000, 422560, 4001440}, 2);
  settle(maps);
  EXPECT_EQ(messages.messages().size(), 1U);
  maps.allow(false);
  EXPECT_FALSE(maps.busy());
}

TEST_F(OnlineMapsTest, TheDialogJudgesTheAddressAndAdds) {
  app::OnlineMaps maps(context);
  app::OnlineMapDialog dialog(context, maps);
  dialog.show();
  const auto lines = dialog.findChildren<QLineEdit*>();
  const auto edit = [&](const char* name) {
    for (QLineEdit* line : dialog.findChildren<QLineEdit*>())
      if (line->placeholderText().isEmpty() == (QLatin1String(name) == QLatin1String("title"))) return line;
    return lines.front();
  };
  const auto adds = [&] {
    for (QPushButton* button : dialog.findChildren<QPushButton*>())
      if (button->isDefault()) return button;
    return static_cast<QPushButton*>(nullptr);
  };
  EXPECT_FALSE(adds()->isEnabled());
  edit("address")->setText(QStringLiteral("https://a.example/{z}/{x}.png"));
  edit("title")->setText(QStringLiteral("Street"));
  adds()->click();
  bool wrong = false;
  for (const QLabel* label : dialog.findChildren<QLabel*>())
    wrong = wrong || (label->property("role") == QStringLiteral("danger") && label->text().contains("{y}"));
  EXPECT_TRUE(wrong);
  edit("address")->setText(QStringLiteral("https://a.example/{z}/{x}/{y}.png"));
  adds()->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !document.layers().empty(); }));
  EXPECT_EQ(layer().title.en, QStringLiteral("Street"));
  EXPECT_TRUE(QFile::exists(folder.filePath(QStringLiteral("basemaps/Street.online.xml"))));
}

}  // namespace
