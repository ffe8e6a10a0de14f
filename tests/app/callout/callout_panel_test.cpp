// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/callout_panel.h"

#include <gtest/gtest.h>

#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMainWindow>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>
#include <QWheelEvent>
#include <fstream>

#include "app/callout/board_window.h"
#include "app/callout/call_card_view.h"
#include "app/callout/callout_standby.h"
#include "app/callout/callout_words.h"
#include "app/callout/cap_poll.h"
#include "app/callout/plan_dialog.h"
#include "app/callout/preview_page.h"
#include "app/callout/running_page.h"
#include "app/callout/warned_area.h"
#include "app/callout/warning_entry.h"
#include "app/callout/warning_page.h"
#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "app/warning_text/callout_document.h"
#include "app/warning_text/callout_text.h"
#include "gis/cap/warning_store.h"
#include "gis/store/code_store.h"
#include "gis/store/table_writer.h"
#include "tests/app/callout/web_server.h"
#include "tests/gis/store/store_test_support.h"

namespace {

constexpr int kWaitMs = 60'000;

class CalloutRoom : public ::testing::Test {
 protected:
  CalloutRoom() {
    auto made = gis::Workspace::create(city / "city", gis::kMayDay);
    EXPECT_TRUE(made.has_value());
    gis::fillSmallCity(made->db(), 3);
    EXPECT_TRUE(made->setFact("city_code", "140400").has_value());
    EXPECT_TRUE(made->setFact("map_crs", "EPSG:4547").has_value());
    fillPeople(made->db());
    auto codes = gis::CodeStore(made->db()).all();
    EXPECT_TRUE(codes.has_value());
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    document.setWorkspace(app::OpenWorkspace{made->folder(), made->facts(), *codes, {}, {}, {}, {}});
    settings.setAuthorName(QStringLiteral("li"));
    panel = std::make_unique<app::CalloutPanel>(context);
    panel->resize(430, 900);
    panel->show();
    EXPECT_TRUE(ready());
  }

  // Two of the county, two of the town, four of the village, each with the next as a deputy.
  static void fillPeople(const gis::Database& db) {
    auto writer = gis::TableWriter::open(db, "responsible_person",
                                         {"division_code", "name", "role", "post", "unit", "phone", "deputy_uuid",
                                          "uuid", "created_utc", "changed_utc", "source"},
                                         gis::kMayDay);
    ASSERT_TRUE(writer.has_value());
    struct Row {
      const char* division;
      const char* name;
      int role;
      const char* post;
    };
    const Row rows[] = {{"140431000000", "县长", 2, "县防汛责任人"}, {"140431000000", "带班", 14, "县带班领导"},
                        {"140431100000", "镇长", 1, "镇行政责任人"}, {"140431100000", "值班", 13, "镇值班员"},
                        {"140431100201", "张三", 1, "村行政责任人"}, {"140431100201", "李四", 4, "监测责任人"},
                        {"140431100201", "王五", 5, "预警责任人"},   {"140431100201", "赵六", 6, "转移责任人"}};
    int n = 0;
    for (const Row& row : rows) {
      const std::string id = gis::uuidOf(5000 + n), phone = "1380000000" + std::to_string(n);
      ++n;
      ASSERT_TRUE(writer->append({row.division, row.name, row.role, row.post, "", phone, gis::SqlValue(), id,
                                  gis::kMayDayText, gis::kMayDayText, "test"}));
    }
    ASSERT_TRUE(writer->finish());
  }
  bool ready() const {
    return QTest::qWaitFor([&] { return !panel->busy(); }, kWaitMs);
  }
  QString writeRain(const char* identifier = "rain-1", const char* type = "Alert", const char* colour = "红",
                    const std::string& references = {}) const {
    const QString path = folder.filePath(QString::fromUtf8(identifier) + QStringLiteral(".xml"));
    std::ofstream(path.toStdString())
        << "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"
           "<identifier>"
        << identifier
        << "</identifier><sender>cz</sender><sent>2026-07-26T02:35:00+08:00</sent><status>Actual</status><msgType>"
        << type << "</msgType><scope>Public</scope>" << references
        << "<info><language>zh-CN</language><category>Met</category><event>暴雨</event>"
           "<urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>"
           "<expires>2099-07-26T08:35:00+08:00</expires>"
           "<headline>长治市气象台发布暴雨"
        << colour
        << "色预警信号</headline><area><areaDesc>x</areaDesc><geocode><valueName>adcode</valueName>"
           "<value>140431</value></geocode></area></info></alert>";
    return path;
  }
  void press(QPushButton* button) const {
    QCoreApplication::processEvents();  // a button that has just been shown has no place yet
    ASSERT_TRUE(button->isVisible()) << button->text().toStdString();
    ASSERT_TRUE(button->isEnabled()) << button->text().toStdString();
    QTest::mouseClick(button, Qt::LeftButton);
  }
  gis::Tally all() const { return panel->view()->tree.front().all; }
  // Two clicks from the file to the first person in hand.
  void startRain() {
    panel->addFiles({writeRain()});
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
    press(panel->preview()->startButton());
    press(panel->preview()->sureButton());
    ASSERT_TRUE(QTest::qWaitFor([&] { return panel->isRunning() && panel->view()->card.has_value(); }, kWaitMs));
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
  std::unique_ptr<app::CalloutPanel> panel;
};

TEST_F(CalloutRoom, FromTheFileToTheLastPersonByKeys) {
  startRain();
  EXPECT_EQ(all().issued, 8);
  EXPECT_EQ(messages.messages().size(), 0U);
  ASSERT_NE(document.find(QStringLiteral("callout")), nullptr) << "the places are on the map";
  auto* card = panel->running()->card();
  EXPECT_TRUE(card->isVisible());
  // The first is confirmed by its key, and the next person comes by itself.
  const std::string first = card->card()->attempt;
  QTest::keyClick(card, Qt::Key_1);
  ASSERT_TRUE(
      QTest::qWaitFor([&] { return all().confirmed == 1 && card->card() && card->card()->attempt != first; }, kWaitMs));
  // Busy, wrong number, heard only: counted as they are, and the queue goes on.
  for (const auto key : {Qt::Key_4, Qt::Key_5, Qt::Key_2}) {
    const std::string before = card->card()->attempt;
    QTest::keyClick(card, key);
    ASSERT_TRUE(QTest::qWaitFor([&] { return card->card() && card->card()->attempt != before; }, kWaitMs));
  }
  EXPECT_EQ(all().heard, 2);
  EXPECT_EQ(all().confirmed, 1);
  while (card->card()) {
    const std::string before = card->card()->attempt;
    ASSERT_TRUE(card->answer(1));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !card->card() || card->card()->attempt != before; }, kWaitMs));
  }
  EXPECT_GE(all().confirmed, 5);
}

TEST_F(CalloutRoom, ANumberOfMovedPeopleIsNeededAndKept) {
  startRain();
  auto* card = panel->running()->card();
  const int target = card->card()->target;
  EXPECT_FALSE(card->answer(7)) << "nobody said how many";
  EXPECT_EQ(all().confirmed, 0);
  card->moved()->setText(QStringLiteral("23"));
  auto longer = std::make_shared<app::CalloutView>(*panel->view());
  longer->waiting += 1;
  card->setView(longer);
  EXPECT_EQ(card->moved()->text(), QStringLiteral("23")) << "a longer queue is no other person";
  EXPECT_TRUE(card->answer(7));
  ASSERT_TRUE(QTest::qWaitFor([&] { return all().moved_people == 23; }, kWaitMs));
  EXPECT_EQ(panel->view()->persons[static_cast<std::size_t>(target)].moved_people, 23);
  EXPECT_TRUE(card->moved()->text().isEmpty()) << "the next person's number is their own";
}

TEST_F(CalloutRoom, WhatWasBookedLastCanBeTakenBack) {
  startRain();
  auto* card = panel->running()->card();
  const int first = card->card()->target;
  const std::string attempt = card->card()->attempt;
  QTest::keyClick(card, Qt::Key_1);
  EXPECT_TRUE(card->booked()->text().contains(QStringLiteral("Confirmed"))) << card->booked()->text().toStdString();
  ASSERT_TRUE(QTest::qWaitFor([&] { return card->card() && card->card()->attempt != attempt; }, kWaitMs));
  const std::int64_t before = panel->view()->last_seq;
  QTest::keyClick(card, Qt::Key_Backspace);
  ASSERT_TRUE(QTest::qWaitFor([&] { return card->card() && card->card()->target == first; }, kWaitMs));
  EXPECT_EQ(all().confirmed, 0);
  EXPECT_GT(panel->view()->last_seq, before) << "a new entry, none is removed";
}

TEST_F(CalloutRoom, ClosingWhileSomebodyIsMissingNeedsAReason) {
  startRain();
  auto* page = panel->running();
  QPushButton* close = page->closeButton();
  close->click();
  EXPECT_TRUE(close->text().startsWith(QStringLiteral("8 not confirmed"))) << close->text().toStdString();
  close->click();
  ASSERT_TRUE(ready());
  EXPECT_TRUE(panel->isRunning()) << "no reason was given";
  page->closeReason()->setText(QStringLiteral("rain is over"));
  close->click();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->view()->is_closed; }, kWaitMs));
  EXPECT_EQ(all().silent, 8) << "nobody was reached";
  EXPECT_EQ(panel->view()->report.closing_reason, "rain is over");
  const auto& log = panel->view()->log;
  EXPECT_TRUE(std::ranges::any_of(
      log, [](const app::LogLine& line) { return line.text.contains(QStringLiteral("rain is over")); }));
}

TEST_F(CalloutRoom, NewCountsReachTheVillagesOfTheTree) {
  startRain();
  QSignalSpy changes(panel->running()->model(), &QAbstractItemModel::dataChanged);
  const std::string attempt = panel->running()->card()->card()->attempt;
  ASSERT_TRUE(panel->running()->card()->answer(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return all().confirmed == 1; }, kWaitMs));
  EXPECT_TRUE(std::ranges::any_of(changes, [](const QList<QVariant>& change) {
    return change.front().toModelIndex().parent().parent().isValid();
  }));
}

TEST_F(CalloutRoom, AFileThatIsNoWarningSaysWhy) {
  const QString path = folder.filePath(QStringLiteral("bomb.xml"));
  std::ofstream(path.toStdString()) << "<!DOCTYPE a [<!ENTITY b \"c\">]><alert>&b;</alert>";
  panel->addFiles({path});
  ASSERT_TRUE(ready());
  EXPECT_EQ(messages.messages().size(), 1U);
  EXPECT_FALSE(panel->preview()->startButton()->isVisible());
}

TEST_F(CalloutRoom, ADrillOfMadePeopleRunsByItself) {
  panel->addFiles({writeRain()});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
  emit panel->preview()->drillWanted(3600);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->view() && all().confirmed >= 6; }, kWaitMs));
  EXPECT_TRUE(panel->view()->facts->is_drill);
  EXPECT_TRUE(panel->view()->report.is_drill);
  EXPECT_FALSE(panel->running()->card()->isVisible()) << "nobody is called by hand";
  emit panel->running()->closeWanted(QString());
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->view()->is_closed; }, kWaitMs));
}

TEST_F(CalloutRoom, SkippingAndWithdrawingNeedAReason) {
  startRain();
  auto* page = panel->running();
  emit page->personWanted(4);
  ASSERT_TRUE(QTest::qWaitFor([&] { return page->personCard()->isVisible(); }, kWaitMs));
  QPushButton* withdraw = nullptr;
  for (QPushButton* button : page->personCard()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Withdraw")) withdraw = button;
  ASSERT_NE(withdraw, nullptr);
  EXPECT_FALSE(withdraw->isEnabled()) << "without a reason";
  QWheelEvent wheel(QPointF(4, 4), page->personCard()->reason()->mapToGlobal(QPointF(4, 4)), {}, QPoint(0, -120),
                    Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
  QApplication::sendEvent(page->personCard()->reason(), &wheel);
  EXPECT_FALSE(withdraw->isEnabled()) << "who scrolls past gives no reason";
  page->personCard()->reason()->setCurrentText(QStringLiteral("ill"));
  EXPECT_TRUE(withdraw->isEnabled());
  press(withdraw);
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->view()->persons[4].outcome == gis::Outcome::kWithdrawn; }, kWaitMs));
}

TEST_F(CalloutRoom, ARaisedLevelCallsEverybodyAgain) {
  panel->addFiles({writeRain("rain-1", "Alert", "橙")});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
  press(panel->preview()->startButton());
  press(panel->preview()->sureButton());
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->isRunning() && panel->view()->card.has_value(); }, kWaitMs));
  ASSERT_TRUE(panel->running()->card()->answer(1));
  ASSERT_TRUE(QTest::qWaitFor([&] { return all().confirmed == 1; }, kWaitMs));
  panel->addFiles(
      {writeRain("rain-2", "Update", "红", "<references>cz,rain-1,2026-07-26T02:35:00+08:00</references>")});
  QPushButton* raise = nullptr;
  ASSERT_TRUE(QTest::qWaitFor(
      [&] {
        for (QPushButton* button : panel->findChildren<QPushButton*>())
          if (button->isVisible() && button->text().startsWith(QStringLiteral("Raised to"))) raise = button;
        return raise != nullptr;
      },
      kWaitMs));
  press(raise);
  ASSERT_TRUE(QTest::qWaitFor([&] { return all().confirmed == 0; }, kWaitMs)) << "who had confirmed as well";
}

TEST_F(CalloutRoom, ATypedWarningCallsTheSame) {
  auto* entry = panel->warnings()->entry();
  for (QPushButton* button : panel->warnings()->findChildren<QPushButton*>())
    if (button->text() == QStringLiteral("Type by hand …")) press(button);
  ASSERT_TRUE(entry->isVisible());
  EXPECT_FALSE(panel->preview()->isVisible()) << "the form has the room";
  entry->choose("11B03", gis::WarningColour::kRed);
  // Scrolling past changes nothing.
  const app::TypedWarning typed = entry->warning();
  for (QWidget* box : entry->findChildren<QWidget*>()) {
    if (!qobject_cast<QComboBox*>(box) && !qobject_cast<QSpinBox*>(box)) continue;
    box->setFocus();
    QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, QPoint(0, -120), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(box, &wheel);
  }
  EXPECT_EQ(entry->warning().hours, typed.hours);
  EXPECT_EQ(entry->warning().event_code, typed.event_code);
  EXPECT_EQ(entry->warning().colour, typed.colour);
  entry->keep();
  EXPECT_TRUE(entry->isVisible()) << "no county and no issuer yet";
  entry->chooseCounty("140431000000", true);
  for (QLineEdit* line : entry->findChildren<QLineEdit*>())
    if (line->text().isEmpty()) QTest::keyClicks(line, QStringLiteral("CZ"));
  entry->keep();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
  EXPECT_EQ(panel->warnings()->list()->count(), 1);
}

TEST_F(CalloutRoom, ADraftOfAHazardRoomOpensTheFormAndNothingElse) {
  app::WarningDesk::of(document).handOver(
      {"11A51", "orange", {"140431100201", "140431100000", "990000000000"}, QStringLiteral("请转移。")});
  auto* entry = panel->warnings()->entry();
  ASSERT_TRUE(entry->isVisible());
  const app::TypedWarning typed = entry->warning();
  EXPECT_EQ(typed.event_code, "11A51");
  EXPECT_EQ(typed.colour, gis::WarningColour::kOrange);
  EXPECT_EQ(typed.division_codes, (std::vector<std::string>{"140431000000"}));
  EXPECT_EQ(typed.description, "请转移。");
  EXPECT_FALSE(typed.headline.empty());
  ASSERT_TRUE(ready());
  EXPECT_EQ(panel->warnings()->list()->count(), 0) << "an officer keeps it, or does not";
}

TEST_F(CalloutRoom, AWatchedFolderBringsWarningsByItself) {
  QTemporaryDir watched;
  ASSERT_TRUE(app::watchFolder(city / "city", watched.path().toStdString()));
  panel = std::make_unique<app::CalloutPanel>(context);
  panel->resize(430, 900);
  panel->show();
  ASSERT_TRUE(ready());
  ASSERT_TRUE(QFile::rename(writeRain(), watched.filePath(QStringLiteral("in.xml"))));
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
}

TEST_F(CalloutRoom, AnAddressBringsWarningsByItself) {
  tests::WebServer server;
  QFile file(writeRain());
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  server.pages[QStringLiteral("/rain.xml")] = file.readAll();
  const QString address = server.url(QStringLiteral("/rain.xml")).toString();
  ASSERT_TRUE(app::watchAddress(city / "city", address.toStdString()));
  panel = std::make_unique<app::CalloutPanel>(context);
  panel->resize(430, 900);
  panel->show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->startButton()->isVisible(); }, kWaitMs));
  EXPECT_EQ(messages.messages().size(), 0U);
  EXPECT_FALSE(panel->poll()->text().isEmpty());
}

TEST_F(CalloutRoom, TheBoardMasksNumbersAndSpeaksTheLanguage) {
  startRain();
  app::BoardWindow board;
  board.setView(panel->view());
  const QImage picture = board.grab().toImage();
  EXPECT_GT(picture.width(), 100);
  for (const app::PersonFacts& person : panel->view()->facts->persons) {
    EXPECT_EQ(person.masked_phone.mid(3, 4), QStringLiteral("****"));
    EXPECT_NE(person.masked_phone, person.phone);
  }
}

// Calling does not wait for the forecast.
TEST_F(CalloutRoom, TheForecastComesWithItsTimeLine) {
  panel->addFiles({writeRain()});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->timeLineButton()->isVisible(); }, kWaitMs));
  EXPECT_TRUE(panel->preview()->startButton()->isVisible());
  EXPECT_TRUE(panel->preview()->forecast()->text().startsWith(QStringLiteral("Expected: ")));
  EXPECT_FALSE(panel->preview()->timeLine()->isVisible());
  panel->preview()->timeLineButton()->click();
  EXPECT_TRUE(panel->preview()->timeLine()->isVisible());
  EXPECT_TRUE(panel->preview()->timeLine()->text().startsWith(QStringLiteral("Confirmed by then: 1 min ")))
      << panel->preview()->timeLine()->text().toStdString();
}

// What an officer is about to press stays there when the forecast comes.
TEST_F(CalloutRoom, AForecastThatComesLateLeavesTheQuestionOpen) {
  panel->addFiles({writeRain()});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->timeLineButton()->isVisible(); }, kWaitMs));
  press(panel->preview()->startButton());
  panel->preview()->setCourse(gis::CourseForecast());
  EXPECT_TRUE(panel->preview()->sureButton()->isVisible());
  EXPECT_EQ(panel->preview()->forecast()->text().section(QLatin1Char('\n'), 0, 0),
            QStringLiteral("Expected: fewer than half confirm within 6 h."));
}

TEST(CalloutForecast, IsASentenceForEveryCourse) {
  constexpr std::int64_t kSixHours = 6 * 3'600'000;
  gis::CourseForecast course;
  course.half_confirmed_ms = 120'000;
  course.silent = 7;
  EXPECT_EQ(app::forecastText(course, kSixHours),
            QStringLiteral("Expected: half have confirmed after 2 min; 95 % do not within 6 h. 7 persons do not "
                           "confirm."));
  course.p95_confirmed_ms = 180'000;
  course.last_confirmed_ms = 240'000;
  course.silent = 0;
  EXPECT_EQ(app::forecastText(course, kSixHours),
            QStringLiteral("Expected: half have confirmed after 2 min, 95 % after 3 min."));
  course.covered_ms = 200'000;
  EXPECT_EQ(app::forecastText(course, kSixHours),
            QStringLiteral("Expected: half have confirmed after 2 min, 95 % after 3 min. By 3 min 20 s each has "
                           "confirmed or is with a superior or somebody on the way."));
  const auto ranges = [&] { return app::timeLineTexts(course).filter(QStringLiteral("Nine times of ten")); };
  EXPECT_TRUE(ranges().isEmpty()) << "one course has no range";
  course.rounds = 21;
  course.soonest.last_confirmed_ms = 240'000;
  ASSERT_EQ(ranges().size(), 1);
  EXPECT_TRUE(ranges().front().contains(QStringLiteral("4 min to not reached"))) << ranges().front().toStdString();
}

// In a low window the heartbeat, the clocks and the number in hand are seen without scrolling.
TEST_F(CalloutRoom, FitsALowWindow) {
  startRain();
  QCoreApplication::processEvents();
  EXPECT_LE(panel->running()->minimumSizeHint().height(), 760) << "a page that is not shown takes no height";
  const auto* heart = panel->running()->heart();
  ASSERT_TRUE(QTest::qWaitFor([&] { return heart->isVisible(); }, kWaitMs));
  EXPECT_LT(heart->mapTo(panel.get(), QPoint(0, heart->height())).y(),
            panel->running()->card()->mapTo(panel.get(), QPoint()).y());
}

// The map of an officer who works elsewhere stays where it is; the officer is told.
TEST_F(CalloutRoom, AWarningThatComesWhileAnotherRoomIsOpenIsSaid) {
  QTemporaryDir watched;
  ASSERT_TRUE(app::watchFolder(city / "city", watched.path().toStdString()));
  int boxes = 0;
  context.map.show_box = [&](const gis::MapBox&) { ++boxes; };
  QString said;
  context.map.say = [&](const QString& text) { said = text; };
  QMainWindow window;
  QDockWidget dock;
  app::CalloutStandby standby(context);
  dock.setWidget(&standby);
  window.addDockWidget(Qt::RightDockWidgetArea, &dock);
  dock.hide();
  window.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return standby.panel() && !standby.panel()->busy(); }, kWaitMs));
  EXPECT_FALSE(standby.isVisible());
  ASSERT_TRUE(QFile::rename(writeRain(), watched.filePath(QStringLiteral("in.xml"))));
  ASSERT_TRUE(QTest::qWaitFor([&] { return dock.toggleViewAction()->data().toBool(); }, kWaitMs));
  EXPECT_TRUE(said.startsWith(QStringLiteral("A warning has come: "))) << said.toStdString();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !standby.panel()->busy(); }, kWaitMs));
  EXPECT_EQ(boxes, 0);
  dock.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return boxes == 1; }, kWaitMs)) << "and now it is shown where";
  EXPECT_FALSE(dock.toggleViewAction()->data().toBool());
  dock.setWidget(nullptr);
}

TEST_F(CalloutRoom, TheDistrictsThatAWarningNamesAreItsArea) {
  panel->addFiles({writeRain()});
  ASSERT_TRUE(ready());
  const auto workspace = gis::Workspace::open(city / "city", gis::OpenMode::kRead);
  ASSERT_TRUE(workspace.has_value());
  const auto warning = gis::WarningStore(workspace->db()).warning("rain-1");
  ASSERT_TRUE(warning.has_value());
  const auto area = app::warnedArea(*workspace, *warning);
  ASSERT_TRUE(area.has_value());
  ASSERT_EQ(area->size(), 1U) << "the county's border";
  EXPECT_GE(area->front().size(), 4U);
  gis::Warning12379 own = *warning;
  own.polygons = {{{112.1, 36.4}, {112.2, 36.4}, {112.2, 36.5}, {112.1, 36.4}}};
  EXPECT_EQ(app::warnedArea(*workspace, own)->front().size(), 4U) << "its own polygon, when it has one";
}

TEST_F(CalloutRoom, AnOpenCardShowsWhatHappensNextAndWhoDialsAtOnceGivesAReason) {
  startRain();
  auto* page = panel->running();
  const int other = page->card()->card()->target == 5 ? 4 : 5;
  emit page->personWanted(other);
  ASSERT_TRUE(QTest::qWaitFor([&] { return page->personCard()->isVisible(); }, kWaitMs));
  emit page->personAction(app::PersonAction::kCallNow, other, QString(), {});
  ASSERT_TRUE(QTest::qWaitFor([&] { return page->card()->card() && page->card()->card()->target == other; }, kWaitMs));
  EXPECT_TRUE(std::ranges::any_of(panel->view()->log, [other](const app::LogLine& line) {
    return line.target == other && line.text == QStringLiteral("called at once by the officer");
  }));
  ASSERT_TRUE(page->card()->answer(1));
  const auto confirmed = [&] {
    return std::ranges::any_of(page->personCard()->findChildren<QLabel*>(), [](const QLabel* label) {
      return label->text().contains(QStringLiteral("confirmed ("));
    });
  };
  EXPECT_TRUE(QTest::qWaitFor(confirmed, kWaitMs)) << "nobody clicked on it again";
}

TEST(CalloutPaper, NamesThoseWhoNeverConfirmedFirstAndNotThousands) {
  gis::CalloutReport report;
  for (int i = 0; i < 500; ++i) {
    gis::FailedPerson person;
    person.name = std::to_string(i);
    person.reason = i < 450 ? "late" : "silent";
    report.failed.push_back(person);
  }
  report.closing_reason = "rain is over";
  const app::Report paper = app::calloutDocument(report, QStringLiteral("city"), false, app::kNamesOnPaper);
  EXPECT_TRUE(paper.summary.back().contains(QStringLiteral("rain is over")));
  const app::ReportTable& names = paper.sections.front().tables.back();
  ASSERT_EQ(names.rows.size(), app::kNamesOnPaper);
  EXPECT_EQ(std::get<QString>(names.rows[0][0].value), QStringLiteral("450"));
  EXPECT_EQ(std::get<QString>(names.rows[50][0].value), QStringLiteral("0"));
  EXPECT_EQ(names.after, QStringLiteral("300 more are in the Excel report."));
  const app::Report all = app::calloutDocument(report, QStringLiteral("city"), false);
  EXPECT_EQ(all.sections.front().tables.back().rows.size(), 500U);
  EXPECT_TRUE(all.sections.front().tables.back().after.isEmpty());
}

TEST_F(CalloutRoom, AWarningGoesOutAsACapFileThatReadsTheSame) {
  EXPECT_FALSE(panel->warnings()->saveButton()->isEnabled()) << "none is chosen";
  panel->addFiles({writeRain()});
  ASSERT_TRUE(ready());
  EXPECT_TRUE(panel->warnings()->saveButton()->isEnabled());
  const QString file = folder.filePath(QStringLiteral("out.xml"));
  ASSERT_TRUE(app::saveWarning(city / "city", "rain-1", file.toStdString()).has_value());
  QFile written(file);
  ASSERT_TRUE(written.open(QIODevice::ReadOnly));
  const auto read = gis::readCap(written.readAll().toStdString());
  ASSERT_TRUE(read.has_value());
  const gis::Warning12379 warning = gis::warningOf(read->message);
  EXPECT_EQ(warning.identifier, "rain-1");
  EXPECT_EQ(warning.colour, gis::WarningColour::kRed);
  EXPECT_EQ(warning.division_codes, (std::vector<std::string>{"140431"}));
  EXPECT_FALSE(app::saveWarning(city / "city", "none", file.toStdString()).has_value());
}

// In a window of 768 lines the panel has some 640: the button that starts the calls is among them.
TEST_F(CalloutRoom, StartingNeedsNoScrollingInALowWindow) {
  for (const char* id : {"rain-1", "rain-2", "rain-3"}) panel->addFiles({writeRain(id)});
  ASSERT_TRUE(QTest::qWaitFor([&] { return panel->preview()->timeLineButton()->isVisible(); }, kWaitMs));
  panel->resize(430, 640);
  QCoreApplication::processEvents();
  EXPECT_LE(panel->warnings()->list()->height(), 3 * panel->warnings()->list()->sizeHintForRow(0));
  const QPushButton* start = panel->preview()->startButton();
  EXPECT_LE(start->mapTo(panel.get(), QPoint(0, start->height())).y(), panel->height());
}

TEST(CalloutWordsOfLines, EveryTroubleOfALineHasWords) {
  using enum gis::LineTrouble::Kind;
  EXPECT_EQ(app::lineTroubleText({}), QString());
  for (int kind = static_cast<int>(kNone) + 1; kind <= static_cast<int>(kNoAnswersList); ++kind)
    EXPECT_FALSE(app::lineTroubleText({static_cast<gis::LineTrouble::Kind>(kind)}).isEmpty()) << kind;
  EXPECT_EQ(app::lineTroubleText({kNoAnswer, 200, true}), QStringLiteral("no answers: no answer within 0.2 s"));
}

TEST_F(CalloutRoom, ThePlanIsEditedCheckedAndKeptAsAVersion) {
  app::PlanDialog dialog(context, city / "city", "li", true);
  dialog.show();
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy() && dialog.plan(); }, kWaitMs));
  ASSERT_GT(dialog.rules()->rowCount(), 3);
  EXPECT_GT(dialog.findings()->count(), 1) << "nobody has a deputy";
  constexpr int kAwakeColumn = 6;
  dialog.rules()->item(0, kAwakeColumn)->setText(QStringLiteral("soon"));
  EXPECT_EQ(dialog.rules()->item(0, kAwakeColumn)->text(), QStringLiteral("300")) << "refused";
  dialog.rules()->item(0, kAwakeColumn)->setText(QStringLiteral("240"));
  EXPECT_EQ(dialog.plan()->rules[0].clocks.awake_s, 240);
  QTreeWidgetItem* step = dialog.ladders()->topLevelItem(0)->child(0);
  step->setText(1, QStringLiteral("voice pigeon"));
  EXPECT_EQ(dialog.plan()->ladders[0].steps[0].channels.size(), 2U) << "refused";
  dialog.save();
  ASSERT_TRUE(QTest::qWaitFor([&] { return dialog.result() == QDialog::Accepted; }, kWaitMs));
  const auto workspace = gis::Workspace::open(city / "city", gis::OpenMode::kRead);
  ASSERT_TRUE(workspace.has_value());
  gis::CalloutStore store(workspace->db());
  EXPECT_EQ(store.plan()->rules[0].clocks.awake_s, 240);
  ASSERT_EQ(store.planVersions()->size(), 1U);
  EXPECT_EQ(store.planVersions()->front().author, "li");
}

}  // namespace
