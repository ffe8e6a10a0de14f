// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/exposure/exposure_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>
#include <algorithm>

#include "app/charts/figure_card.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/exposure/exposure_view.h"
#include "app/exposure_report/exposure_text.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/settings/theme.h"
#include "gis/footprint/footprint.h"
#include "gis/store/code_store.h"
#include "gis/store/feature_store.h"
#include "tests/gis/store/store_test_support.h"

namespace {

class ExposurePanelTest : public ::testing::Test {
 protected:
  void SetUp() override {
    app::applyTheme(*qApp, layers::Theme::kDark, 1);
    auto made = gis::Workspace::create(city / "city", gis::kMayDay);
    ASSERT_OK(made);
    ASSERT_OK(made->setFact("map_crs", "EPSG:4546"));
    gis::fillSmallCity(made->db());
    app::OpenWorkspace open;
    open.folder = made->folder();
    open.facts = made->facts();
    open.codes = *gis::CodeStore(made->db()).all();
    context.map.use_tool = [this](std::unique_ptr<app::MapTool> given) { tool = std::move(given); };
    context.map.say = [this](const QString& text) { said = text; };
    context.map.show_box = [](const gis::MapBox&) {};
    context.map.show_chosen_rows = [this](const QString& id) { table = id; };
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    document.setWorkspace(open);
    auto houses = gis::FeatureStore(made->db()).read("building", {});
    app::MapLayer layer;
    layer.id = QStringLiteral("buildings");
    layer.table = "building";
    layer.columns = gis::buildMapColumns(std::move(houses->value), "EPSG:4546")->value;
    document.addLayer(std::move(layer));
    panel = std::make_unique<app::ExposurePanel>(context);
    panel->resize(400, 900);
    panel->show();
  }
  void ask(const gis::Result<gis::Footprint>& footprint) {
    panel->ask(*footprint);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  }

  bool says(const QString& part) const {
    const auto labels = panel->findChildren<QLabel*>();
    return std::ranges::any_of(labels,
                               [&](const QLabel* label) { return label->isVisible() && label->text().contains(part); });
  }
  template <class T>
  T* named(const char* accessible_name) const {
    for (T* widget : panel->findChildren<T*>())
      if (widget->accessibleName() == QLatin1String(accessible_name)) return widget;
    return nullptr;
  }

  gis::TemporaryFolder city;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<app::MapTool> tool;
  QString said, table;
  std::unique_ptr<app::ExposurePanel> panel;
};

}  // namespace

TEST_F(ExposurePanelTest, answersAShapeAndAClickOnAFigureChoosesItsRows) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  ASSERT_TRUE(panel->view()->exposure());
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
  const auto cards = panel->findChildren<app::FigureCard*>();
  ASSERT_GE(cards.size(), 3);
  EXPECT_TRUE(cards[2]->accessibleName().contains(QStringLiteral("60"))) << cards[2]->accessibleName().toStdString();
  cards[2]->setFocus();
  QTest::keyClick(cards[2], Qt::Key_Return);
  EXPECT_EQ(document.chosen().count(), 60U);
  EXPECT_EQ(table, QStringLiteral("buildings"));
}

TEST_F(ExposurePanelTest, fillsWhileACircleIsDragged) {
  ask(gis::circleFootprint({112.6, 36.6}, 100));
  panel->startTask(app::FootprintTask::kCircle);
  ASSERT_TRUE(tool);
  const gis::MapXY centre = *document.toMap({112.305, 36.5});
  EXPECT_TRUE(tool->press(centre));
  for (int i = 1; i <= 20; ++i) tool->drag({centre.x_m + 100 * i, centre.y_m});
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  // The latest shape is the one that is shown, before the button is let go.
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
  EXPECT_NEAR(panel->view()->exposure()->part_area_m2[0], 3.14159 * 4e6, 2e5);
}

TEST_F(ExposurePanelTest, anEmptyPlaceSaysSo) {
  ask(gis::circleFootprint({112.9, 36.9}, 100));
  bool told = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    told |= label->text().contains(QStringLiteral("Nobody and nothing"));
  EXPECT_TRUE(told);
  EXPECT_TRUE(says(QString::fromUtf8("The nearest settlement: 沁源县韩家沟村"))) << "by name, distance and direction";
  EXPECT_TRUE(says(QStringLiteral("to the southwest")));
}

TEST_F(ExposurePanelTest, anotherQuestionHidesTheAnswerBefore) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  EXPECT_TRUE(panel->view()->isVisible());
  EXPECT_TRUE(says(QString::fromUtf8("Within 20.0 km of 36.5000°N 112.3050°E")));
  panel->ask(*gis::circleFootprint({112.9, 36.9}, 100));
  EXPECT_FALSE(panel->view()->isVisible());
  EXPECT_TRUE(says(QString::fromUtf8("Counting …")));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  EXPECT_TRUE(panel->view()->isVisible());
  EXPECT_TRUE(says(QString::fromUtf8("Within 0.10 km of 36.9000°N 112.9000°E")));
}

TEST_F(ExposurePanelTest, aCircleIsAskedByTypedCentreAndRadius) {
  auto* centre = named<QLineEdit>("Centre of the circle");
  auto* radius = named<QDoubleSpinBox>("Radius of the circle");
  auto* go = named<QToolButton>("Count what lies around the typed centre");
  ASSERT_TRUE(centre && radius && go);
  centre->setText(QStringLiteral("112.305, 36.5"));
  EXPECT_FALSE(go->isEnabled()) << "no radius yet";
  radius->setValue(20);
  go->click();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  ASSERT_TRUE(panel->view()->exposure());
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
  EXPECT_TRUE(panel->view()->exposure()->origin.ends_with(" 20000 m"));
  EXPECT_EQ(app::questionText(*panel->view()->exposure()), QStringLiteral("Within 20.0 km of 36.5000°N 112.3050°E"));
  // With a typed radius a click on the map is the centre.
  panel->startTask(app::FootprintTask::kCircle);
  ASSERT_TRUE(tool->press(*document.toMap({112.4, 36.5})));
  tool->release();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  EXPECT_TRUE(panel->view()->exposure()->origin.starts_with("circle 112.40"));
  EXPECT_TRUE(centre->text().startsWith(QStringLiteral("112.4")));
  centre->setText(QStringLiteral("over the hills"));
  go->click();
  EXPECT_TRUE(said.contains(QStringLiteral("Such as 113.11"))) << said.toStdString();
}

TEST_F(ExposurePanelTest, theBoxOfDistrictsNamesNoOtherPlaceThanWasAsked) {
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  auto* districts = named<QComboBox>("District");
  ASSERT_TRUE(districts);
  app::ThreatenedPlace place;
  place.divisions = {{"140431000000", "county", {"140431000000"}}};
  ASSERT_TRUE(app::showThreatened(context, place));
  EXPECT_EQ(districts->currentData().toString(), QStringLiteral("140431000000"));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  place.divisions.clear();
  place.footprint = app::ringsFootprint({112.305, 36.5}, {5000}, {});
  ASSERT_TRUE(app::showThreatened(context, place));
  EXPECT_EQ(districts->currentIndex(), 0);
}

TEST_F(ExposurePanelTest, needsAreWorkedOutForAShareThatWasSetAndNoOther) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  EXPECT_TRUE(panel->view()->needs().empty());
  EXPECT_TRUE(says(QStringLiteral("nothing is assumed")));
  for (QSpinBox* spin : panel->findChildren<QSpinBox*>())
    if (spin->suffix() == QStringLiteral(" %")) spin->setValue(20);
  EXPECT_FALSE(panel->view()->needs().empty());
}

TEST_F(ExposurePanelTest, nothingIsWiderThanThePanel) {
  panel->resize(340, 900);
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  const QWidget* view = panel->view();
  EXPECT_EQ(view->width(), view->parentWidget()->width());
  for (const app::FigureCard* card : panel->findChildren<app::FigureCard*>())
    EXPECT_LE(card->geometry().right(), view->width());
}

TEST_F(ExposurePanelTest, ARoomHandsOverRingsAndTheyAreShownAndCounted) {
  app::ThreatenedPlace place;
  place.footprint = app::ringsFootprint({112.3, 36.5}, {300, 5000}, {QStringLiteral("near"), QStringLiteral("far")});
  place.footprint.named("fire");
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  const auto& exposure = panel->view()->exposure();
  ASSERT_TRUE(exposure);
  EXPECT_EQ(exposure->origin, "fire");
  EXPECT_EQ(app::questionText(*exposure), QStringLiteral("fire")) << "who asks says what it is";
  EXPECT_EQ(exposure->part_names, (std::vector<std::string>{"near", "far"}));
  EXPECT_GT(exposure->count("building", {.part = 0}), 0);
  EXPECT_GT(exposure->count("building", {.part = 1}), 0);
  EXPECT_EQ(exposure->count("building"), 60);
  EXPECT_TRUE(tool) << "the place is drawn on the map";
}

TEST_F(ExposurePanelTest, APlaceHandedOverBeforeThePanelIsThereIsAnsweredWhenItComes) {
  panel.reset();
  app::ThreatenedPlace place;
  place.footprint = app::ringsFootprint({112.305, 36.5}, {5000}, {});
  EXPECT_FALSE(app::showThreatened(context, place));
  panel = std::make_unique<app::ExposurePanel>(context);
  panel->show();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy() && panel->view()->exposure() != nullptr; }, 20'000));
  EXPECT_EQ(panel->view()->exposure()->count("building"), 60);
}

TEST_F(ExposurePanelTest, ARoomHandsOverDistrictsByCode) {
  app::ThreatenedPlace place;
  place.divisions = {{"move", "move at once", {"140431000000"}}};
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  ASSERT_TRUE(panel->view()->exposure());
  EXPECT_EQ(panel->view()->exposure()->part_names, (std::vector<std::string>{"move at once"}));
  place.divisions = {{"move", "move at once", {"999999000000"}}};
  ASSERT_TRUE(app::showThreatened(context, place));
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  EXPECT_EQ(messages.messages().size(), 1U);
}

TEST_F(ExposurePanelTest, writesAReport) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  const auto file = city / "report.xlsx";
  panel->writeReport(file);
  ASSERT_TRUE(QTest::qWaitFor([this] { return said.contains(QStringLiteral("report.xlsx")); }, 20'000));
  EXPECT_GT(std::filesystem::file_size(file), 4000U);
}

TEST_F(ExposurePanelTest, withoutAWorkspaceItSaysWhatToDo) {
  ask(gis::circleFootprint({112.305, 36.5}, 20'000));
  document.setWorkspace(std::nullopt);
  bool told = false;
  for (const QLabel* label : panel->findChildren<QLabel*>())
    told |= label->isVisible() && label->text().contains(QStringLiteral("Open a workspace"));
  EXPECT_TRUE(told);
  for (const QToolButton* button : panel->findChildren<QToolButton*>()) EXPECT_FALSE(button->isEnabled());
}

TEST_F(ExposurePanelTest, AClickOnTheShownShapeAsksWhatIsThere) {
  std::vector<gis::MapXY> asked;
  context.map.identify = [&](gis::MapXY where) { asked.push_back(where), panel->hide(); };
  panel->ask(app::ThreatenedPlace{*gis::circleFootprint({112.305, 36.5}, 2'000), {}});
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  ASSERT_TRUE(tool);
  tool->click({10, 20});
  ASSERT_EQ(asked.size(), 1U);
  QCoreApplication::processEvents();
  EXPECT_TRUE(tool) << "who asks what is there looks at it: the shape stays";
}

TEST_F(ExposurePanelTest, DrawingEndsWithThePanelAndItsShapeComesBackWithIt) {
  panel->startTask(app::FootprintTask::kCircle);
  ASSERT_TRUE(tool);
  const gis::MapXY centre = *document.toMap({112.305, 36.5});
  EXPECT_TRUE(tool->press(centre));
  tool->drag({centre.x_m + 2000, centre.y_m});
  tool->release();
  ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  panel->hide();
  EXPECT_TRUE(QTest::qWaitFor([this] { return !tool; })) << "another room's clicks are that room's";
  panel->show();
  ASSERT_TRUE(tool);
  EXPECT_FALSE(tool->press(centre)) << "shown, not drawn on";
}
