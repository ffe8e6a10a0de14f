// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/incident/incident_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>

#include "app/charts/line_chart.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/core/moment_edit.h"
#include "app/core/panel.h"
#include "app/footprint/threatened.h"
#include "app/incident/card_page.h"
#include "app/incident/course_page.h"
#include "app/incident/figures_page.h"
#include "app/incident/incident_form.h"
#include "app/incident/links_page.h"
#include "app/incident/tasks_page.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/text/moment_text.h"
#include "tests/gis/incident/incident_world.h"

namespace {

namespace incident = gis::incident;
using incident::IncidentState;
using incident::Rank;

struct IncidentPanelTest : ::testing::Test {
  incident::IncidentWorld world;
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{*world.clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::optional<app::IncidentPanel> panel;
  std::string real, drill;

  void SetUp() override {
    context.map.say = [](const QString&) {};
    settings.setAuthorName(QStringLiteral("王建国"));
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("zh"));
    // A made city stays at the moment of its making.
    ASSERT_TRUE(world.workspace->setFact("map_crs", "EPSG:4547"));
    ASSERT_TRUE(world.workspace->setFact("is_demo", "1"));
    ASSERT_TRUE(world.workspace->setFact("demo_present_utc_ms", std::to_string(incident::kFlood_utc_ms)));
  }
  void open() {
    document.setWorkspace(app::OpenWorkspace{world.folder / "w", world.workspace->facts(), {}, {}, {}, {}, {}});
    panel.emplace(context);
    panel->resize(460, 900);
    panel->show();
    wait();
  }
  void openTwo() {
    real = world.open().uuid;
    drill = world.open(true).uuid;
    open();
    panel->choose(real);
  }
  void wait() {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !panel->busy(); }, 20000));
  }
  const incident::Incident& now(const std::string& uuid) { return *panel->view()->find(uuid); }
};

TEST_F(IncidentPanelTest, WithoutAnythingItSaysWhatToDo) {
  panel.emplace(context);
  panel->show();
  EXPECT_FALSE(panel->table()->isVisible());
  panel.reset();
  open();
  EXPECT_FALSE(panel->table()->isVisible());
  EXPECT_TRUE(panel->view()->incidents.empty());
}

TEST_F(IncidentPanelTest, DrillsAreToldApartAndFiltered) {
  openTwo();
  ASSERT_EQ(panel->table()->rowCount(), 2);
  panel->filter(0, 0, 1);
  ASSERT_EQ(panel->table()->rowCount(), 1);
  EXPECT_EQ(panel->chosen(), real);
  panel->filter(0, 0, 2);
  ASSERT_EQ(panel->table()->rowCount(), 1);
  EXPECT_EQ(panel->chosen(), drill);
  EXPECT_NE(panel->table()->item(0, 2)->text(), QStringLiteral("王陶乡郭家坪滑坡"));
  panel->filter(1 + static_cast<int>(IncidentState::kClosed), 0, 0);
  EXPECT_EQ(panel->table()->rowCount(), 0);
  const app::MapLayer* layer = document.find(QStringLiteral("incidents"));
  ASSERT_NE(layer, nullptr);
  EXPECT_EQ(layer->state->featureCount(), 2);
}

TEST_F(IncidentPanelTest, ATypedPlaceTakesUpAnIncident) {
  open();
  panel->enterNew();
  app::IncidentForm* form = panel->form();
  form->save();
  EXPECT_FALSE(form->trouble().isEmpty());
  form->setTitle(QStringLiteral("flash_flood"), QStringLiteral("红崖沟山洪"));
  form->setWhere(QStringLiteral("nowhere"));
  EXPECT_FALSE(form->trouble().isEmpty());
  form->setWhere(QStringLiteral("东经112度6分0秒,北纬36度36分0秒"));
  wait();
  form->setDrill(true);
  form->save();
  wait();
  ASSERT_EQ(panel->view()->incidents.size(), 1U);
  const incident::Incident& made = panel->view()->incidents.front();
  EXPECT_EQ(made.head.type, "flash_flood");
  EXPECT_TRUE(made.is_drill);
  EXPECT_NEAR(made.head.where->lon_deg, 112.1, 1e-6);
  EXPECT_EQ(made.events.front().actor, "王建国");
  EXPECT_TRUE(panel->table()->isVisible());
}

TEST_F(IncidentPanelTest, FiguresAreTypedDownAColumnAndProposeAGrade) {
  openTwo();
  panel->tabs()->setCurrentWidget(panel->figures());
  app::FiguresPage* page = panel->figures();
  page->tell();  // nothing typed
  EXPECT_EQ(now(real).events.size(), 1U);
  page->grid()->setCurrentCell(0, app::FiguresPage::kNew);
  page->grid()->paste(QStringLiteral("1\n2\n"));
  page->source()->setText(QStringLiteral("沁源县应急局"));
  QTest::keyClick(page->grid(), Qt::Key_Return, Qt::ControlModifier);
  wait();
  EXPECT_EQ(now(real).value("dead"), 1);
  EXPECT_EQ(now(real).value("missing"), 2);
  EXPECT_EQ(page->chart()->itemCount(), 1);
  EXPECT_FALSE(panel->card()->reasons()->text().isEmpty());
  page->grid()->item(0, app::FiguresPage::kNew)->setText(QStringLiteral("many"));
  page->tell();
  wait();
  EXPECT_EQ(now(real).events.size(), 2U);
  panel->card()->confirmGrade(Rank::kIII, QString());
  wait();
  EXPECT_TRUE(panel->trouble()->isVisible());
  EXPECT_FALSE(now(real).grade.has_value());
  panel->card()->confirmGrade(Rank::kIII, QStringLiteral("失踪者恐遇难"));
  wait();
  ASSERT_TRUE(now(real).grade.has_value());
  EXPECT_EQ(now(real).grade->proposed, Rank::kIV);
  EXPECT_FALSE(panel->trouble()->isVisible());
}

TEST_F(IncidentPanelTest, KeysTypeIntoTheGrid) {
  openTwo();
  panel->tabs()->setCurrentWidget(panel->figures());
  app::FigureGrid* grid = panel->figures()->grid();
  grid->setFocus();
  grid->setCurrentCell(0, app::FiguresPage::kName);
  QTest::keyClick(grid, Qt::Key_3);
  auto* editor = grid->findChild<QLineEdit*>();
  ASSERT_NE(editor, nullptr);
  QTest::keyClick(editor, Qt::Key_Return);
  // The delegate takes the text over after the key has been handled.
  EXPECT_TRUE(QTest::qWaitFor([&] { return grid->currentRow() == 1; }, 10'000));
  EXPECT_EQ(grid->item(0, app::FiguresPage::kNew)->text(), QStringLiteral("3"));
}

TEST_F(IncidentPanelTest, AMomentIsShownAndTakenInBeijingTime) {
  openTwo();
  panel->tabs()->setCurrentWidget(panel->figures());
  auto* edit = panel->figures()->findChild<QDateTimeEdit*>();
  ASSERT_NE(edit, nullptr);
  EXPECT_EQ(edit->text(), app::beijingTimeText(incident::kFlood_utc_ms));
  EXPECT_EQ(app::momentIn(*edit) / 60'000, incident::kFlood_utc_ms / 60'000);
  edit->setTime(edit->time().addSecs(-3600));
  EXPECT_EQ(app::momentIn(*edit) / 60'000, (incident::kFlood_utc_ms - incident::kHour_ms) / 60'000);
}

TEST_F(IncidentPanelTest, AnotherRoomOpensTheFieldOfAFigure) {
  openTwo();
  panel->filter(0, 0, 2);
  ASSERT_EQ(panel->chosen(), drill);
  auto& desk = app::PlaceDesk::of(document);
  desk.openPanel(QStringLiteral("incident"), QString::fromStdString(real) + QStringLiteral("/dike_km"));
  EXPECT_EQ(panel->chosen(), real) << "the filter does not hide it";
  EXPECT_EQ(panel->tabs()->currentWidget(), panel->figures());
  app::FigureGrid* grid = panel->figures()->grid();
  EXPECT_EQ(grid->currentColumn(), app::FiguresPage::kNew);
  EXPECT_TRUE(grid->item(grid->currentRow(), 0)->text().contains(QStringLiteral("km"))) << "not among the main ones";
  auto* field = qobject_cast<QLineEdit*>(QApplication::focusWidget());
  ASSERT_NE(field, nullptr) << "one types at once";
  EXPECT_TRUE(grid->isAncestorOf(field));
  desk.openPanel(QStringLiteral("incident"), QString::fromStdString(drill) + QStringLiteral("/cause"));
  EXPECT_EQ(panel->chosen(), drill);
  EXPECT_TRUE(panel->form()->isVisible());
  desk.openPanel(QStringLiteral("incident"), QString::fromStdString(real) + QStringLiteral("/grade"));
  EXPECT_EQ(panel->tabs()->currentWidget(), panel->card());
  const std::string later = world.open().uuid;
  desk.openPanel(QStringLiteral("incident"), QString::fromStdString(later) + QStringLiteral("/dead"));
  wait();
  EXPECT_EQ(panel->chosen(), later) << "what came meanwhile is read first";
  EXPECT_EQ(panel->tabs()->currentWidget(), panel->figures());
}

TEST_F(IncidentPanelTest, CountiesTellTheirSharesAndTheirSumIsTaken) {
  world.db().sql().exec(
      "INSERT INTO division (code, name, name_en, level, uuid, created_utc, changed_utc, source) VALUES "
      "('140423000000', '襄垣县', 'Xiangyuan', 3, '0190a1b2-c3d4-7abc-8def-000000000001', '2026-05-01', '2026-05-01', "
      "'t'), "
      "('140431000000', '沁源县', 'Qinyuan', 3, '0190a1b2-c3d4-7abc-8def-000000000002', '2026-05-01', '2026-05-01', "
      "'t')");
  openTwo();
  panel->tabs()->setCurrentWidget(panel->figures());
  app::FiguresPage* page = panel->figures();
  ASSERT_EQ(page->of()->count(), 3);
  const auto row = [&](const char* id) {
    page->focusFigure(id, page->of()->currentData().toString().toStdString());
    return page->grid()->currentRow();
  };
  const auto tell = [&](int of, const char* figure, const char* value) {
    page->of()->setCurrentIndex(of);
    emit page->of()->activated(of);
    page->grid()->item(row(figure), app::FiguresPage::kNew)->setText(QString::fromUtf8(value));
    page->source()->setText(QStringLiteral("县应急局"));
    page->tell();
    wait();
  };
  tell(1, "dead", "2");
  tell(2, "dead", "1");
  EXPECT_FALSE(now(real).value("dead").has_value()) << "the whole is not made of shares unasked";
  EXPECT_EQ(now(real).sumOfCounties("dead"), 3);
  EXPECT_EQ(now(real).counties.at("140423").name, "襄垣县");
  page->of()->setCurrentIndex(0);
  emit page->of()->activated(0);
  const int dead = row("dead");
  EXPECT_FALSE(page->grid()->isColumnHidden(app::FiguresPage::kCounties));
  EXPECT_TRUE(page->grid()->item(dead, app::FiguresPage::kCounties)->text().startsWith(QLatin1Char('3')));
  page->takeSums();
  EXPECT_EQ(page->grid()->item(dead, app::FiguresPage::kNew)->text(), QStringLiteral("3"));
  page->tell();
  wait();
  EXPECT_EQ(now(real).value("dead"), 3);
}

TEST_F(IncidentPanelTest, AResponseBeginsTasksThatAreMovedOn) {
  openTwo();
  panel->card()->respond(Rank::kIV, QStringLiteral("副指挥长"), QStringLiteral("雨势增大"));
  wait();
  const std::size_t begun = now(real).tasks.size();
  ASSERT_GT(begun, 0U);
  EXPECT_EQ(panel->tasks()->table()->rowCount(), static_cast<int>(begun));
  panel->tasks()->moveChosen(incident::TaskState::kDropped, QString());
  wait();
  EXPECT_TRUE(panel->trouble()->isVisible());
  panel->tasks()->moveChosen(incident::TaskState::kDone, QStringLiteral("已撤32人"));
  wait();
  EXPECT_EQ(std::ranges::count(now(real).tasks, incident::TaskState::kDone, &incident::Task::state), 1);
  panel->tasks()->add(QStringLiteral("排查上游水库"), QStringLiteral("水利局"), 30);
  wait();
  ASSERT_EQ(now(real).tasks.size(), begun + 1);
  EXPECT_EQ(now(real).tasks.back().draft.deadline_utc_ms, incident::kFlood_utc_ms + 30 * 60'000);
  EXPECT_TRUE(now(drill).tasks.empty());
}

TEST_F(IncidentPanelTest, LinksNotesAndStatesComeIntoTheTimeLine) {
  openTwo();
  panel->links()->link({incident::LinkKind::kTeam, "T1", "沁源县消防救援大队"});
  wait();
  EXPECT_EQ(panel->links()->list()->count(), 1);
  EXPECT_TRUE(panel->links()->goTo(now(real).links.front()));
  EXPECT_FALSE(panel->links()->goTo({incident::LinkKind::kPhoto, "x", "x"}));
  EXPECT_TRUE(panel->links()->goTo({incident::LinkKind::kCallout, "x", "x"}));
  panel->card()->note(QStringLiteral("道路中断"));
  wait();
  panel->card()->moveTo(IncidentState::kResponding, QString());
  wait();
  panel->tabs()->setCurrentWidget(panel->course());
  wait();
  EXPECT_EQ(panel->course()->table()->rowCount(), 4);
  for (const char* name : {"course.xlsx", "course.pdf"}) {
    const QString file = folder.filePath(QString::fromLatin1(name));
    panel->course()->save(file);
    wait();
    EXPECT_GT(QFile(file).size(), 2000) << name;
  }
  panel->links()->unlinkChosen();
  wait();
  EXPECT_TRUE(now(real).links.empty());
}

}  // namespace
