// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/briefing_panel.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/briefing/deck_screen.h"
#include "app/briefing/slide_painter.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "tests/gis/store/store_test_support.h"

namespace {

struct BriefingPanelTest : ::testing::Test {
  gis::TemporaryFolder folder;
  QTemporaryDir files;
  app::AppSettings settings{files.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1777593600000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::BriefingPanel> panel;

  void SetUp() override {
    auto workspace = gis::Workspace::create(folder / "w", clock);
    ASSERT_TRUE(workspace);
    for (const auto& [key, value] : {std::pair{"city_name_zh", "长治市"},
                                     {"city_name_en", "Changzhi"},
                                     {"city_code", "140400"},
                                     {"map_crs", "EPSG:4547"},
                                     {"extent", "112,35.8,113.7,37.1"}})
      ASSERT_TRUE(workspace->setFact(key, value));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    document.setWorkspace(app::OpenWorkspace{folder / "w", workspace->facts(), {}, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(420, 900);
    panel->show();
  }
};

TEST_F(BriefingPanelTest, PagesOfAnEmptyWorkspaceSayWhatToDo) {
  EXPECT_EQ(panel->pages()->count(), 0);
  panel->prepare();
  QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), 60'000);
  ASSERT_TRUE(panel->deck());
  EXPECT_GE(panel->pages()->count(), 20);
  EXPECT_EQ(panel->pages()->count(), static_cast<int>(panel->deck()->slides.slides.size()));
  for (int i = 0; i < panel->pages()->count(); ++i) EXPECT_FALSE(panel->pages()->item(i)->icon().isNull()) << i;
  // Every page has words beside its title.
  for (const auto& slide : panel->deck()->slides.slides) {
    int words = 0;
    for (const auto& item : slide.items)
      if (const auto* text = std::get_if<gis::slides::TextItem>(&item)) words += !text->is_title && !text->text.empty();
    EXPECT_GT(words, 2) << slide.title;
  }
}

TEST_F(BriefingPanelTest, KeysTurnThePagesOnTheScreen) {
  panel->prepare();
  QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), 60'000);
  QTest::keyClick(panel->pages(), Qt::Key_F5);
  ASSERT_TRUE(panel->screen());
  app::DeckScreen* screen = panel->screen();
  EXPECT_EQ(screen->page(), 0);
  QTest::keyClick(screen, Qt::Key_PageDown);
  QTest::keyClick(screen, Qt::Key_Space);
  EXPECT_EQ(screen->page(), 2);
  EXPECT_EQ(panel->pages()->currentRow(), 2);
  QTest::keyClick(screen, Qt::Key_Left);
  EXPECT_EQ(screen->page(), 1);
  QTest::keyClicks(screen, QStringLiteral("12"));
  QTest::keyClick(screen, Qt::Key_Return);
  EXPECT_EQ(screen->page(), 11);
  QTest::keyClick(screen, Qt::Key_End);
  EXPECT_EQ(screen->page(), panel->pages()->count() - 1);
  QTest::keyClick(screen, Qt::Key_Escape);
  QTRY_VERIFY(!panel->screen());
}

TEST_F(BriefingPanelTest, IsWrittenAsPdfAndPresentation) {
  panel->prepare();
  QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), 60'000);
  for (const char* name : {"a.pdf", "a.pptx"}) {
    const QString file = files.filePath(QLatin1String(name));
    panel->save(file);
    QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), 60'000);
    QFile read(file);
    ASSERT_TRUE(read.open(QIODevice::ReadOnly)) << name;
    EXPECT_EQ(read.read(2), QLatin1String(name).endsWith(QLatin1String("pdf")) ? "%P" : "PK");
  }
}

TEST_F(BriefingPanelTest, AWorkspaceThatHasGoneAwayIsToldInASentence) {
  std::filesystem::remove_all(folder / "w");
  panel->prepare();
  QTRY_VERIFY_WITH_TIMEOUT(!panel->busy(), 60'000);
  EXPECT_FALSE(panel->deck());
  bool told = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    told |=
        label->isVisible() && label->property("role").toString() == QLatin1String("danger") && !label->text().isEmpty();
  EXPECT_TRUE(told);
}

}  // namespace
