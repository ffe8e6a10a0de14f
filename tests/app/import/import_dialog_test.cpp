// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/import/import_dialog.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <fstream>

#include "app/core/map_document.h"
#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/settings/app_settings.h"
#include "gis/store/feature_store.h"
#include "tests/gis/store/store_test_support.h"

namespace {

constexpr const char* kSchools =
    "学校名称,学校类型,在校生数,教职工数,经度,纬度\n"
    "第一小学,小学,120,11,112.31,36.51\n第二小学,小学,90,8,112.312,36.512\n坏小学,火箭学院,1,1,112.31,36.51\n";

struct ImportWindow : testing::Test {
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
  QPointer<app::ImportDialog> dialog;

  void SetUp() override { open(); }
  void TearDown() override { delete dialog; }

  std::filesystem::path workspaceFolder() const {
    return std::filesystem::path(folder.filePath(QStringLiteral("w")).toStdString());
  }
  void open(std::optional<gis::Error> read_only = {}) {
    if (auto made = gis::Workspace::create(workspaceFolder(), clock); made) gis::fillSmallCity(made->db(), 2);
    auto workspace = gis::Workspace::open(workspaceFolder(), gis::OpenMode::kRead);
    ASSERT_TRUE(workspace.has_value());
    document.setWorkspace(
        app::OpenWorkspace{workspaceFolder(), workspace->facts(), {}, {}, {}, std::move(read_only), {}});
  }
  QString file(const char* name, const std::string& content) const {
    const QString path = folder.filePath(QString::fromUtf8(name));
    std::ofstream(path.toStdString(), std::ios::binary) << content;
    return path;
  }
  void show(const QString& path) {
    dialog = new app::ImportDialog(context, path);
    dialog->show();
    settle();
  }
  void settle() {
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog || !dialog->busy(); }, 20'000));
  }
  QPushButton* button(const QString& text) const {
    for (QPushButton* one : dialog->findChildren<QPushButton*>())
      if (QString(one->text()).remove(QLatin1Char('&')) == text) return one;
    return nullptr;
  }
  void press(const QString& text) {
    QPushButton* const one = button(text);
    ASSERT_NE(one, nullptr) << text.toStdString();
    ASSERT_TRUE(one->isEnabled()) << text.toStdString();
    QTest::mouseClick(one, Qt::LeftButton);
    settle();
  }
  QString figure(const QString& name) const {
    for (const QLabel* label : dialog->findChildren<QLabel*>())
      if (label->accessibleName() == name) return label->text();
    return {};
  }
  template <class Widget>
  Widget* called(const QString& name) const {
    for (Widget* widget : dialog->findChildren<Widget*>())
      if (widget->accessibleName() == name) return widget;
    return nullptr;
  }
  std::int64_t schools() const {
    const auto workspace = gis::Workspace::open(workspaceFolder(), gis::OpenMode::kRead);
    return workspace ? gis::FeatureStore(workspace->db()).count("school").value_or(-1) : -1;
  }
};

TEST_F(ImportWindow, TakesAFileInAndOutAgain) {
  show(file("学校.csv", kSchools));
  press(QStringLiteral("Next"));
  press(QStringLiteral("Try it"));
  EXPECT_EQ(figure(QStringLiteral("new")), QStringLiteral("2"));
  EXPECT_EQ(figure(QStringLiteral("rejected")), QStringLiteral("1"));
  const auto* rejected = called<QTableWidget>(QStringLiteral("Rejected rows"));
  ASSERT_NE(rejected, nullptr);
  ASSERT_EQ(rejected->rowCount(), 1);
  EXPECT_EQ(rejected->item(0, 0)->text(), QStringLiteral("4"));
  EXPECT_EQ(rejected->item(0, 2)->text(), QStringLiteral("火箭学院"));
  EXPECT_EQ(schools(), 0);
  press(QStringLiteral("Import"));
  EXPECT_EQ(schools(), 2);
  press(QStringLiteral("Undo this import"));
  EXPECT_EQ(schools(), 0);
}

TEST_F(ImportWindow, AsksForAColumnThatHasNoField) {
  show(file("学校.csv",
            "学校名称,学校类型,在校生数,经度,纬度\n第一小学,小学,120,112.31,36.51\n第二小学,小学,9,112.312,36.512\n"));
  press(QStringLiteral("Next"));
  EXPECT_FALSE(button(QStringLiteral("Try it"))->isEnabled());
  auto* const staff = called<QComboBox>(QStringLiteral("教职工数  staff *"));
  ASSERT_NE(staff, nullptr);
  staff->setCurrentIndex(staff->findText(QStringLiteral("The same for all rows")));
  emit staff->activated(staff->currentIndex());
  auto* const rows = called<QTableWidget>(QStringLiteral("Columns of the table"));
  for (int row = 0; row < rows->rowCount(); ++row)
    if (rows->cellWidget(row, 1) == staff) rows->item(row, 2)->setText(QStringLiteral("7"));
  press(QStringLiteral("Try it"));
  EXPECT_EQ(figure(QStringLiteral("new")), QStringLiteral("2"));
}

TEST_F(ImportWindow, ColumnsAreCalledByTheirLabelInEnglishToo) {
  document.setLook(layers::Theme::kDark, 1, QStringLiteral("en"));
  show(file("学校.csv", kSchools));
  press(QStringLiteral("Next"));
  const auto* const rows = called<QTableWidget>(QStringLiteral("Columns of the table"));
  ASSERT_NE(rows, nullptr);
  QStringList titles;
  for (int row = 0; row < rows->rowCount(); ++row) titles << rows->item(row, 0)->text();
  EXPECT_TRUE(titles.contains(QStringLiteral("Created (UTC)  created_utc")) ||
              titles.contains(QStringLiteral("UUID  uuid")))
      << titles.join(QLatin1Char('\n')).toStdString();
}

TEST_F(ImportWindow, PutsTheQuestionAndTakesTheAnswer) {
  show(file("学校_高德.csv", kSchools));
  EXPECT_FALSE(button(QStringLiteral("Next"))->isEnabled());
  press(QStringLiteral("Use gcj02"));
  EXPECT_TRUE(button(QStringLiteral("Next"))->isEnabled());
  EXPECT_EQ(button(QStringLiteral("Use gcj02")), nullptr);
}

TEST_F(ImportWindow, AQuestionCanBeLeftAsItIs) {
  show(file("学校_高德.csv", kSchools));
  press(QStringLiteral("Leave as it is"));
  EXPECT_TRUE(button(QStringLiteral("Next"))->isEnabled());
}

TEST_F(ImportWindow, SaysWhatIsWrongWithAFileThatCannotBeOpened) {
  show(file("leer.csv", ""));
  EXPECT_FALSE(button(QStringLiteral("Next"))->isEnabled());
  bool told = false;
  for (const QLabel* label : dialog->findChildren<QLabel*>())
    told = told || label->text().contains(QStringLiteral("is empty (0 bytes)"));
  EXPECT_TRUE(told);
}

TEST_F(ImportWindow, TriesButDoesNotImportIntoAWorkspaceForReadingOnly) {
  open(gis::Error{gis::ErrorCode::kPermissionDenied, "w", {}, {}});
  show(file("学校.csv", kSchools));
  press(QStringLiteral("Next"));
  press(QStringLiteral("Try it"));
  EXPECT_EQ(figure(QStringLiteral("new")), QStringLiteral("2"));
  EXPECT_FALSE(button(QStringLiteral("Import"))->isEnabled());
}

TEST_F(ImportWindow, EndsWithTheWorkspace) {
  show(file("学校.csv", kSchools));
  document.setWorkspace({});
  EXPECT_TRUE(QTest::qWaitFor([this] { return !dialog; }));
}

}  // namespace
