// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/field/field_panel.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/field/area_box_tool.h"
#include "app/field/area_chooser.h"
#include "app/field/bring_back_dialog.h"
#include "app/field/conflict_card.h"
#include "app/field/prepare_dialog.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "gis/field/field_sync.h"
#include "gis/keep/backup_store.h"
#include "layers/field/conflict_layer.h"
#include "tests/gis/edit/edit_test_support.h"

namespace {

namespace fs = std::filesystem;

struct FieldWindow : testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  std::unique_ptr<app::FieldPanel> panel;
  gis::MapXY flown{0, 0};

  fs::path at(const char* name) const { return folder.filePath(QString::fromUtf8(name)).toStdString(); }

  void SetUp() override {
    context.map.fly_to = [this](gis::MapXY where, double) { flown = where; };
    {
      auto made = gis::Workspace::create(at("office"), clock);
      ASSERT_OK(made);
      gis::fillSmallCity(made->db(), 4);
      auto rows = gis::CensusRowStore::open(made->db());
      ASSERT_OK(rows);
      for (int n = 1; n <= 3; ++n) ASSERT_OK(rows->insert("depot", gis::completeDepot("库" + std::to_string(n), n)));
      ASSERT_OK(made->setFact("map_crs", "EPSG:4547"));
    }
    open();
    panel = std::make_unique<app::FieldPanel>(context);
    panel->resize(380, 800);
    panel->show();
    settle();
  }
  void open(std::optional<gis::Error> read_only = {}) {
    const auto workspace = gis::Workspace::open(at("office"), gis::OpenMode::kRead);
    ASSERT_OK(workspace);
    document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
    document.setWorkspace(app::OpenWorkspace{at("office"), workspace->facts(), {}, {}, {}, std::move(read_only), {}});
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !panel->busy(); }, 20'000));
  }
  // Somebody changes a cell of a depot in one of the workspaces.
  void edit(const char* workspace, const std::string& who, int depot, const std::string& column,
            const std::string& value) {
    auto opened = gis::Workspace::open(at(workspace), gis::OpenMode::kReadWrite);
    ASSERT_OK(opened);
    gis::Seat seat({who, std::string("seat-") + workspace}, std::make_shared<gis::Workspace>(std::move(*opened)),
                   std::hash<std::string>{}(who + column + value + std::to_string(depot)));
    seat.clock->now = 1'780'000'000'000;
    ASSERT_OK(seat.edit([&](gis::RowEditor& rows) {
      return rows.set("depot", gis::uuidOf(depot), {{column, value}});
    }));
  }
  void prepare(const char* name, const std::string& passphrase = {}) {
    auto office = gis::Workspace::open(at("office"), gis::OpenMode::kReadWrite);
    ASSERT_OK(office);
    gis::FieldPlan plan;
    plan.seat = name;
    plan.passphrase = passphrase;
    ASSERT_OK(gis::prepareForField(*office, at(name), plan, {"王", "seat-office"}, clock));
  }
  void package(const char* name, const char* file) {
    fs::create_directories(at("stick"));
    const auto laptop = gis::Workspace::open(at(name), gis::OpenMode::kRead);
    ASSERT_OK(laptop);
    const auto now = std::make_shared<gis::FixedClock>(1'780'000'000'000);
    gis::UuidSource uuids(now, 5);
    ASSERT_OK(gis::writeChangePackage(*laptop, at("stick") / file, uuids, *now));
  }
  // Two depots of which both sides changed the keeper.
  void comeBack() {
    prepare("laptop");
    for (const int depot : {1, 2}) {
      edit("office", "李", depot, "keeper", "办公室");
      edit("laptop", "赵", depot, "keeper", "外业");
    }
    package("laptop", "a.fspk");
  }
  std::string ask(const std::string& sql) const {
    const auto workspace = gis::Workspace::open(at("office"), gis::OpenMode::kRead);
    return workspace ? workspace->db().sql().execAndGet(sql).getString() : say(workspace);
  }
  template <class Widget>
  Widget* button(QWidget* in, const QString& text) const {
    for (Widget* one : in->findChildren<Widget*>())
      if (QString(one->text()).remove(QLatin1Char('&')) == text) return one;
    return nullptr;
  }
  QString words() const {
    QString all;
    for (const QLabel* label : panel->findChildren<QLabel*>())
      if (label->isVisible()) all += label->text() + QLatin1Char('\n');
    return all;
  }
  void merge() {
    app::BringBackDialog dialog(context, false);
    dialog.setAttribute(Qt::WA_DeleteOnClose, false);
    dialog.show();
    dialog.setPlace(QString::fromStdString(at("stick").string()));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
    QTest::mouseClick(button<QPushButton>(&dialog, QStringLiteral("Merge")), Qt::LeftButton);
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
    panel->reload();
    settle();
  }
};

TEST_F(FieldWindow, SaysWhatToDoFirst) {
  EXPECT_TRUE(words().contains(QLatin1String("Prepare a laptop"))) << words().toStdString();
  EXPECT_FALSE(button<QPushButton>(panel.get(), QStringLiteral("Bring back…"))->isEnabled());
  document.setWorkspace({});
  settle();
  EXPECT_TRUE(words().contains(QLatin1String("Open a workspace"))) << words().toStdString();
}

TEST_F(FieldWindow, SaysWhyANetworkFolderCannotBeEdited) {
  open(gis::Error{gis::ErrorCode::kReadOnly, "/srv/office", "network folder: nfs4", {}});
  settle();
  EXPECT_TRUE(words().contains(QLatin1String("change packages"))) << words().toStdString();
  EXPECT_FALSE(button<QPushButton>(panel.get(), QStringLiteral("Prepare for the field…"))->isEnabled());
}

TEST_F(FieldWindow, PreparesALaptopAndKnowsThatItIsOut) {
  app::PrepareDialog dialog(context);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  dialog.setPlace(folder.path());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
  auto* tree = dialog.area()->tree();
  ASSERT_GT(tree->topLevelItemCount(), 0);
  // A county ticked stands for all that is in it.
  QTreeWidgetItem* county = tree->topLevelItem(0)->child(0);
  ASSERT_NE(county, nullptr);
  county->setCheckState(0, Qt::Checked);
  ASSERT_EQ(dialog.plan().division_codes.size(), 1U);
  EXPECT_TRUE(dialog.plan().tables.empty());
  for (QLineEdit* line : dialog.findChildren<QLineEdit*>())
    if (line->accessibleName() == QLatin1String("Name of the laptop")) {
      line->setFocus();
      line->selectAll();
      QTest::keyClicks(line, QStringLiteral("county-01"));
    }
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
  QTest::mouseClick(button<QPushButton>(&dialog, QStringLiteral("Prepare")), Qt::LeftButton);
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
  EXPECT_EQ(dialog.result(), int(QDialog::Accepted));
  EXPECT_TRUE(fs::exists(at("fengsui-county-01") / "workspace.gpkg"));
  panel->reload();
  settle();
  ASSERT_EQ(panel->laptopList()->topLevelItemCount(), 1);
  EXPECT_EQ(panel->laptopList()->topLevelItem(0)->text(0), QStringLiteral("county-01"));
  EXPECT_TRUE(panel->laptopList()->topLevelItem(0)->text(1).startsWith(QLatin1String("out")));
}

TEST_F(FieldWindow, TwoPassphrasesMustBeTheSame) {
  app::PrepareDialog dialog(context);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  dialog.setPlace(folder.path());
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
  QPushButton* start = button<QPushButton>(&dialog, QStringLiteral("Prepare"));
  EXPECT_TRUE(start->isEnabled());
  for (QLineEdit* line : dialog.findChildren<QLineEdit*>())
    if (line->accessibleName() == QLatin1String("Passphrase")) line->setText(QStringLiteral("烽燧"));
  EXPECT_FALSE(start->isEnabled());
  for (QLineEdit* line : dialog.findChildren<QLineEdit*>())
    if (line->accessibleName() == QLatin1String("Passphrase again")) line->setText(QStringLiteral("烽燧"));
  EXPECT_TRUE(start->isEnabled());
  EXPECT_EQ(dialog.plan().passphrase, "烽燧");
}

TEST_F(FieldWindow, ShowsWhatAPackageWouldDoBeforeAnythingIsDone) {
  comeBack();
  fs::create_directories(at("stick"));
  gis::writeBytes(at("stick") / "b.fspk", "GIF89a, certainly");
  const std::string before = ask("SELECT group_concat(keeper) FROM depot");
  app::BringBackDialog dialog(context, false);
  dialog.setAttribute(Qt::WA_DeleteOnClose, false);
  dialog.show();
  dialog.setPlace(QString::fromStdString(at("stick").string()));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 20'000));
  ASSERT_EQ(dialog.list()->topLevelItemCount(), 2);
  EXPECT_EQ(dialog.list()->topLevelItem(0)->text(0), QStringLiteral("laptop"));
  EXPECT_TRUE(dialog.list()->topLevelItem(0)->text(3).contains(QLatin1String("2 to decide")))
      << dialog.list()->topLevelItem(0)->text(3).toStdString();
  EXPECT_EQ(dialog.list()->topLevelItem(0)->checkState(0), Qt::Checked);
  EXPECT_FALSE(dialog.list()->topLevelItem(1)->flags() & Qt::ItemIsUserCheckable);
  EXPECT_EQ(ask("SELECT group_concat(keeper) FROM depot"), before);
  EXPECT_EQ(ask("SELECT count(*) FROM edit_conflict"), "0");
  EXPECT_EQ(ask("SELECT count(*) FROM field_package"), "0");
}

TEST_F(FieldWindow, ConflictsWaitOnTheMapAndInTheListUntilTheyAreDecided) {
  comeBack();
  merge();
  ASSERT_EQ(panel->conflictList()->topLevelItemCount(), 2);
  ASSERT_NE(document.find(QStringLiteral("conflicts")), nullptr);
  const auto copies = gis::listBackups(at("office"));
  ASSERT_OK(copies);
  ASSERT_FALSE(copies->empty());
  EXPECT_EQ(copies->front().reason, gis::BackupReason::kMerge);
  // A restart: all of it is there again.
  panel = std::make_unique<app::FieldPanel>(context);
  panel->show();
  settle();
  ASSERT_EQ(panel->conflictList()->topLevelItemCount(), 2);
  EXPECT_TRUE(words().contains(QLatin1String("Conflicts to decide: 2"))) << words().toStdString();
  // By keyboard: the list, Enter flies there, a digit chooses, Enter decides.
  QTreeWidget* list = panel->conflictList();
  list->setFocus();
  QTest::keyClick(list, Qt::Key_Return);
  EXPECT_NE(flown.x_m, 0);
  QTest::keyClick(list, Qt::Key_2);
  QRadioButton* second = nullptr;
  for (QRadioButton* one : panel->card()->findChildren<QRadioButton*>())
    if (one->isChecked()) second = one;
  ASSERT_NE(second, nullptr);
  EXPECT_TRUE(second->text().startsWith(QLatin1String("2")));
  QTest::keyClick(panel->card(), Qt::Key_Return);
  settle();
  EXPECT_EQ(list->topLevelItemCount(), 1);
  EXPECT_EQ(ask("SELECT count(*) FROM edit_conflict WHERE decided_step IS NULL"), "1");
  EXPECT_EQ(ask("SELECT count(*) FROM edit_step WHERE kind='decide'"), "1");
  // The other one with a value of one's own.
  for (QLineEdit* line : panel->card()->findChildren<QLineEdit*>())
    if (line->accessibleName() == QLatin1String("Another value")) QTest::keyClicks(line, QStringLiteral("Third"));
  QTest::mouseClick(button<QPushButton>(panel->card(), QStringLiteral("Decide")), Qt::LeftButton);
  settle();
  EXPECT_EQ(list->topLevelItemCount(), 0);
  EXPECT_EQ(ask("SELECT count(*) FROM depot WHERE keeper='Third'"), "1");
  EXPECT_EQ(document.find(QStringLiteral("conflicts")), nullptr);
  EXPECT_TRUE(words().contains(QLatin1String("Nothing is waiting")));
}

TEST_F(FieldWindow, NothingIsDecidedWithoutAChoiceAndAnOwnerIsKept) {
  comeBack();
  merge();
  QTest::mouseClick(button<QPushButton>(panel->card(), QStringLiteral("Decide")), Qt::LeftButton);
  settle();
  EXPECT_EQ(ask("SELECT count(*) FROM edit_conflict WHERE decided_step IS NULL"), "2");
  EXPECT_TRUE(words().contains(QLatin1String("Choose one"))) << words().toStdString();
  for (QLineEdit* line : panel->card()->findChildren<QLineEdit*>())
    if (line->accessibleName() == QLatin1String("Owner")) {
      QTest::keyClicks(line, QStringLiteral("Wang"));
      QTest::keyClick(line, Qt::Key_Return);
    }
  settle();
  EXPECT_EQ(ask("SELECT owner FROM edit_conflict WHERE owner<>''"), "Wang");
}

TEST_F(FieldWindow, ALaptopWritesItsPackageWithThePassphrase) {
  prepare("laptop", "烽燧");
  edit("laptop", "赵", 1, "keeper", "外业");
  const auto workspace = gis::Workspace::open(at("laptop"), gis::OpenMode::kRead);
  ASSERT_OK(workspace);
  document.setWorkspace(app::OpenWorkspace{at("laptop"), workspace->facts(), {}, {}, {}, {}, {}});
  settle();
  EXPECT_TRUE(panel->state().locked);
  EXPECT_FALSE(panel->state().is_office);
  EXPECT_TRUE(words().contains(QLatin1String("laptop laptop"))) << words().toStdString();
  const QString file = folder.filePath(QStringLiteral("p.fspk"));
  panel->writeTo(file, "wrong");
  settle();
  EXPECT_FALSE(fs::exists(file.toStdString()));
  panel->writeTo(file, "烽燧");
  settle();
  EXPECT_TRUE(fs::exists(file.toStdString()));
}

TEST_F(FieldWindow, SpeaksChineseAfterAChangeOfLanguage) {
  comeBack();
  merge();
  document.setLook(layers::Theme::kLight, 1, QStringLiteral("zh"));
  QEvent change(QEvent::LanguageChange);
  QApplication::sendEvent(panel.get(), &change);
  settle();
  EXPECT_EQ(panel->conflictList()->topLevelItemCount(), 2);
}

TEST(AreaBox, IsWhatWasDraggedAndAClickIsNone) {
  app::AreaBoxTool tool;
  std::optional<gis::MapBox> box;
  bool given_up = false;
  QObject::connect(&tool, &app::AreaBoxTool::drawn, [&](const gis::MapBox& drawn) { box = drawn; });
  QObject::connect(&tool, &app::AreaBoxTool::givenUp, [&] { given_up = true; });
  EXPECT_TRUE(tool.press({10, 20}));
  tool.release();
  EXPECT_FALSE(box.has_value());
  tool.press({10, 20});
  tool.drag({-5, 40});
  tool.release();
  ASSERT_TRUE(box.has_value());
  EXPECT_EQ(box->min_x_m, -5);
  EXPECT_EQ(box->max_y_m, 40);
  EXPECT_TRUE(tool.cancel());
  EXPECT_TRUE(given_up);
}

TEST(ConflictSigns, SayWhatTheyAreWhereTheyAreClicked) {
  const layers::ConflictLayer signs({{1000, 1000}, {5000, 5000}});
  EXPECT_TRUE(signs.identify({3000, 3000}, 50, 10).empty());
  const auto hits = signs.identify({5080, 5000}, 5, 10);
  ASSERT_EQ(hits.size(), 1U) << "the sign is as large as it is drawn";
  EXPECT_EQ(hits[0].fid, 1);
  EXPECT_TRUE(signs.sentence(hits[0]).en.contains(QStringLiteral("Shift+F6")));
  EXPECT_TRUE(signs.sentence(hits[0]).zh.contains(QStringLiteral("裁决")));
}

}  // namespace
