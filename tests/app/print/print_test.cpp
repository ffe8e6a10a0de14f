// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/print_map.h"

#include <gtest/gtest.h>
#include <sys/resource.h>

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QTemporaryDir>
#include <csignal>

#include "tests/app/map/fake_layer.h"
#include "tests/layers/golden_picture.h"

namespace {

using app::PagePlan;
using app::PageRequest;
using app::PictureFile;

PageRequest sheet(const char* name, double dpi) {
  PageRequest request;
  request.paper = app::paperOf(name);
  request.dpi = dpi;
  return request;
}

app::MapPrint printOf(const PagePlan& plan) {
  app::MapPrint print;
  print.frame.layers.push_back({std::make_shared<tests::FakeLayer>(Qt::red, gis::MapBox{0, 0, 5000, 5000}), 1});
  print.frame.theme = layers::Theme::kLight;
  print.view = plan.emptyView();
  print.view.centre = {2600, 2500};
  print.view.metres_per_px = 10;
  print.scale_text = QStringLiteral("1:50,000");
  return print;
}

gis::Result<void> write(const std::filesystem::path& file, const PagePlan& plan) {
  auto made = PictureFile::create(file, plan, QStringLiteral("title"));
  if (!made) return std::unexpected(made.error());
  return app::printMap(printOf(plan), plan, **made);
}

std::filesystem::path in(const QTemporaryDir& folder, const char* name) {
  return std::filesystem::path(folder.path().toStdString()) / name;
}

TEST(PagePlan, SheetsMeasureTheirMillimetres) {
  EXPECT_FALSE(app::paperOf("A5"));
  EXPECT_FALSE(app::paperOf("letter"));
  PageRequest request = sheet("a4", 300);
  request.orientation = app::Orientation::kLandscape;
  const PagePlan plan = app::planPage(request);
  EXPECT_EQ(plan.sheet_px, QSize(3508, 2480));
  EXPECT_TRUE(QRect(QPoint(), plan.sheet_px).contains(plan.map_px));
  // A symbol of 96 device-independent pixels is an inch.
  EXPECT_NEAR(plan.device_ratio * 96, 300, 0.4);
  EXPECT_EQ(layers::tileSideInDevicePixels(plan.device_ratio), std::lround(plan.device_ratio * 256));
  EXPECT_DOUBLE_EQ(plan.device_ratio * 256, std::round(plan.device_ratio * 256));
}

TEST(PagePlan, ScalesGoBothWays) {
  const PagePlan plan = app::planPage(sheet("A3", 300));
  const double ground_m_per_px = plan.groundMetresPerPx(50000);
  EXPECT_NEAR(plan.scaleDenominator(ground_m_per_px), 50000, 1e-6);
  // A pixel of the file is 25.4 / 300 mm, at 1:50,000 4.23 m.
  EXPECT_NEAR(ground_m_per_px / plan.device_ratio, 0.0254 / 300 * 50000, 1e-9);
  EXPECT_EQ(app::roundScaleDenominator(566515), 600000);
  EXPECT_EQ(app::roundScaleDenominator(50000), 50000);
  EXPECT_EQ(app::roundScaleDenominator(9100), 10000);
  EXPECT_EQ(app::roundScaleDenominator(0), 0);
}

TEST(PrintMap, StripsMakeTheSamePictureAsTheWhole) {
  const QTemporaryDir folder;
  PageRequest request;
  request.size_px = {700, 900};
  request.dpi = 150;
  const PagePlan plan = app::planPage(request);
  ASSERT_TRUE(write(in(folder, "a.png"), plan).has_value());
  QImage picture;
  ASSERT_TRUE(picture.load(QString::fromStdString(in(folder, "a.png").string())));
  const app::MapPrint print = printOf(plan);
  QImage whole = layers::paintFrame(print.frame, print.view).convertToFormat(QImage::Format_RGB32);
  whole.setDevicePixelRatio(1);
  ASSERT_EQ(picture.size(), QSize(700, 900));
  EXPECT_EQ(golden::pixelsThatDiffer(picture, whole, 0), 0);
  EXPECT_NEAR(picture.dotsPerMeterX(), 150 / 0.0254, 1);
}

TEST(PrintMap, ASheetHasMarginsAndItsMap) {
  const QTemporaryDir folder;
  const PagePlan plan = app::planPage(sheet("A4", 72));
  for (const char* name : {"a.png", "a.jpg", "a.bmp"}) {
    ASSERT_TRUE(write(in(folder, name), plan).has_value()) << name;
    QImage picture;
    ASSERT_TRUE(picture.load(QString::fromStdString(in(folder, name).string()))) << name;
    ASSERT_EQ(picture.size(), plan.sheet_px);
    EXPECT_GT(picture.pixelColor(3, 3).lightness(), 250) << "the margin is paper";
    const QColor middle = picture.pixelColor(plan.map_px.center());
    EXPECT_GT(middle.red(), 240) << name;
    EXPECT_LT(middle.green(), 20) << name;
  }
}

TEST(PrintMap, PdfIsAPageOfTheRightSize) {
  const QTemporaryDir folder;
  const PagePlan plan = app::planPage(sheet("A4", 72));
  ASSERT_TRUE(write(in(folder, "a.pdf"), plan).has_value());
  QFile file(QString::fromStdString(in(folder, "a.pdf").string()));
  ASSERT_TRUE(file.open(QIODevice::ReadOnly));
  const QByteArray bytes = file.readAll();
  EXPECT_TRUE(bytes.startsWith("%PDF-"));
  const qsizetype at = bytes.indexOf("/MediaBox [0 0 ");
  ASSERT_GE(at, 0);
  const QList<QByteArray> size = bytes.mid(at + 15, 40).split(']').front().split(' ');
  EXPECT_NEAR(size[0].toDouble(), 210 / 25.4 * 72, 1);
  EXPECT_NEAR(size[1].toDouble(), 297 / 25.4 * 72, 1);
}

TEST(PictureFile, SaysWhatIsInTheWay) {
  const QTemporaryDir folder;
  const PagePlan plan = app::planPage(sheet("A4", 72));
  EXPECT_EQ(write(in(folder, "no/such.png"), plan).error().code, gis::ErrorCode::kNotFound);
  EXPECT_EQ(write(in(folder, "a.xyz"), plan).error().code, gis::ErrorCode::kUnsupportedFormat);
  EXPECT_EQ(write(in(folder, "nothing"), plan).error().code, gis::ErrorCode::kUnsupportedFormat);
  QDir(folder.path()).mkdir(QStringLiteral("b.png"));
  EXPECT_EQ(write(in(folder, "b.png"), plan).error().code, gis::ErrorCode::kInvalidArgument);
}

// A file that may not grow stands for a full disk: the writes fail in the same way.
TEST(PictureFile, AFullDiskLeavesTheOldPictureAndNothingElse) {
  const QTemporaryDir folder;
  const PagePlan plan = app::planPage(sheet("A4", 150));
  for (const char* name : {"a.png", "a.pdf", "a.bmp"}) {
    QFile old(QString::fromStdString(in(folder, name).string()));
    ASSERT_TRUE(old.open(QIODevice::WriteOnly));
    old.write("yesterday");
    old.close();
    rlimit before{};
    getrlimit(RLIMIT_FSIZE, &before);
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    const rlimit small{4096, before.rlim_max};
    setrlimit(RLIMIT_FSIZE, &small);
    const auto written = write(in(folder, name), plan);
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, handler);
    ASSERT_FALSE(written.has_value()) << name;
    EXPECT_EQ(written.error().code, gis::ErrorCode::kDiskFull) << name << ": " << written.error().detail;
    ASSERT_TRUE(old.open(QIODevice::ReadOnly));
    EXPECT_EQ(old.readAll(), "yesterday") << name;
  }
  EXPECT_EQ(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 3);
}

TEST(PrintMap, CancelledLeavesNothing) {
  const QTemporaryDir folder;
  const PagePlan plan = app::planPage(sheet("A4", 72));
  const gis::CancelToken cancel = gis::CancelToken::create();
  cancel.cancel();
  {
    auto made = PictureFile::create(in(folder, "a.png"), plan, {});
    ASSERT_TRUE(made.has_value());
    EXPECT_EQ(app::printMap(printOf(plan), plan, **made, cancel).error().code, gis::ErrorCode::kCancelled);
  }
  EXPECT_TRUE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
}

}  // namespace
