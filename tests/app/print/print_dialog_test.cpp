// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/print_dialog.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QImageReader>
#include <QLabel>
#include <QLineEdit>
#include <QPrinter>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include "app/core/message_list.h"
#include "app/jobs/job_list.h"
#include "app/jobs/job_pools.h"
#include "app/print/picture_file.h"
#include "app/settings/app_settings.h"
#include "gis/core/clock.h"
#include "tests/app/map/fake_layer.h"

namespace {

class PrintDialogTest : public ::testing::Test {
 protected:
  PrintDialogTest() {
    context.map.shown_box = [this] { return shown; };
    app::MapLayer layer;
    layer.id = QStringLiteral("red");
    layer.title = {QStringLiteral("红"), QStringLiteral("Red")};
    layer.state = std::make_shared<tests::FakeLayer>(Qt::red, gis::MapBox{0, 0, 10000, 10000});
    layer.load = app::LoadState::kReady;
    document.addLayer(std::move(layer));
  }
  void settle(const app::PrintDialog& dialog) {
    ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.busy(); }, 30'000));
  }
  QString file(const char* name) const { return folder.filePath(QLatin1String(name)); }

  gis::MapBox shown{0, 0, 10000, 6000};
  QTemporaryDir folder;
  app::AppSettings settings{folder.filePath(QStringLiteral("settings.ini"))};
  gis::FixedClock clock{1'780'000'000'000};
  app::JobPools pools;
  app::JobList jobs;
  app::MessageList messages{clock};
  app::MapDocument document;
  app::PanelContext context{pools, jobs, messages, document, settings, {}};
};

TEST_F(PrintDialogTest, ShowsTheSheetThatItWillWrite) {
  app::PrintDialog dialog(context);
  dialog.show();
  dialog.begin();
  settle(dialog);
  EXPECT_TRUE(dialog.options().landscape) << "as the window lies";
  bool found = false;
  for (const QLabel* label : dialog.findChildren<QLabel*>()) {
    const QImage picture = label->pixmap().toImage();
    if (picture.isNull()) continue;
    found = true;
    EXPECT_NEAR(static_cast<double>(picture.width()) / picture.height(), 297.0 / 210, 0.02);
    EXPECT_EQ(picture.pixelColor(picture.width() / 3, picture.height() / 2), QColor(Qt::red));
  }
  EXPECT_TRUE(found);
}

TEST_F(PrintDialogTest, TheScaleFollowsThePaperUntilItIsChosen) {
  app::PrintDialog dialog(context);
  dialog.show();
  dialog.begin();
  settle(dialog);
  auto& scale = *dialog.findChild<QSpinBox*>();
  const int on_a4 = scale.value();
  EXPECT_GT(on_a4, 10'000);
  dialog.findChildren<QComboBox*>().at(0)->setCurrentText(QStringLiteral("A0"));
  settle(dialog);
  EXPECT_LT(scale.value(), on_a4);
  EXPECT_EQ(dialog.options().denominator, 0);
  scale.setValue(25'000);
  settle(dialog);
  dialog.findChildren<QComboBox*>().at(0)->setCurrentText(QStringLiteral("A4"));
  settle(dialog);
  EXPECT_EQ(scale.value(), 25'000);
  EXPECT_EQ(dialog.options().denominator, 25'000);
}

TEST_F(PrintDialogTest, WritesPdfAndPng) {
  app::PrintDialog dialog(context);
  dialog.show();
  dialog.begin();
  settle(dialog);
  QSignalSpy written(&dialog, &app::PrintDialog::written);
  dialog.writeTo(file("sheet.png").toStdString());
  settle(dialog);
  const QImageReader png(file("sheet.png"));
  EXPECT_EQ(png.size(), QSize(3508, 2480));
  dialog.writeTo(file("sheet.pdf").toStdString());
  settle(dialog);
  QFile pdf(file("sheet.pdf"));
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_TRUE(pdf.read(5) == "%PDF-");
  EXPECT_EQ(written.count(), 2);
}

TEST_F(PrintDialogTest, SaysWhyAFileCannotBeWritten) {
  app::PrintDialog dialog(context);
  dialog.show();
  dialog.begin();
  settle(dialog);
  dialog.writeTo(file("no/such/folder/sheet.pdf").toStdString());
  settle(dialog);
  bool said = false;
  QString all;
  for (const QLabel* label : dialog.findChildren<QLabel*>()) {
    said =
        said || (label->property("role") == QStringLiteral("danger") && label->text().contains("folder was not found"));
    all += label->text() + QLatin1Char('\n');
  }
  EXPECT_TRUE(said) << all.toStdString();
  EXPECT_FALSE(QFile::exists(file("no/such/folder/sheet.pdf")));
}

TEST_F(PrintDialogTest, EscapeFirstStopsTheWriting) {
  app::PrintDialog dialog(context);
  dialog.show();
  dialog.begin();
  settle(dialog);
  dialog.findChildren<QComboBox*>().at(0)->setCurrentText(QStringLiteral("A0"));
  dialog.writeTo(file("large.png").toStdString());
  QTest::keyClick(&dialog, Qt::Key_Escape);
  settle(dialog);
  EXPECT_TRUE(dialog.isVisible());
  EXPECT_FALSE(QFile::exists(file("large.png")));
  QTest::keyClick(&dialog, Qt::Key_Escape);
  EXPECT_FALSE(dialog.isVisible());
}

TEST(PrintedPage, GoesOntoThePrintersPaper) {
  const QTemporaryDir folder;
  const QString name = folder.filePath(QStringLiteral("printed.pdf"));
  QPrinter printer(QPrinter::HighResolution);
  printer.setOutputFileName(name);
  printer.setFullPage(true);
  app::SheetOptions options;
  options.page = "A4";
  options.dpi = 96;
  options.title = "sheet";
  const app::PagePlan plan = app::planOf(options, 0, 0);
  app::SheetScene scene;
  scene.frame.layers.push_back({std::make_shared<tests::FakeLayer>(Qt::red, gis::MapBox{0, 0, 5000, 5000}), 1});
  scene.titles.push_back({});
  scene.view = plan.emptyView();
  scene.view.metres_per_px = 10;
  scene.map_crs = "EPSG:4547";
  const auto page = app::PictureFile::onPaper(printer, plan);
  const auto done = app::printMap(app::printOf(options, plan, scene), plan, *page);
  EXPECT_TRUE(done.has_value());
  QFile pdf(name);
  ASSERT_TRUE(pdf.open(QIODevice::ReadOnly));
  EXPECT_GT(pdf.size(), 3000);
}

}  // namespace
