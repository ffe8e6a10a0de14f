// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/overview_builder.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "app/shell/file_layers.h"
#include "tests/app/shell/shell_program.h"

namespace {

using tests::ShellProgram;

// 5100 x 5100 bytes without overviews; the file has holes instead of zeros.
QString bigRaster(const ShellProgram& p) {
  QFile header(p.folder.filePath(QStringLiteral("big.hdr")));
  EXPECT_TRUE(header.open(QIODevice::WriteOnly));
  header.write(
      "BYTEORDER I\nLAYOUT BIL\nNROWS 5100\nNCOLS 5100\nNBANDS 1\nNBITS 8\nULXMAP 400000\nULYMAP 4050000\nXDIM 10\n"
      "YDIM 10\n");
  QFile data(p.folder.filePath(QStringLiteral("big.bil")));
  EXPECT_TRUE(data.open(QIODevice::WriteOnly) && data.resize(5100LL * 5100));
  return data.fileName();
}

void openWorkspace(ShellProgram& p) {
  app::OpenWorkspace workspace;
  workspace.folder = p.folder.path().toStdString();
  workspace.facts.map_crs = "EPSG:4547";
  p.document.setWorkspace(workspace);
}

QStringList cached(const ShellProgram& p) {
  return QDir(p.folder.filePath(QStringLiteral("cache/overviews"))).entryList(QDir::Files | QDir::Hidden);
}

TEST(OverviewBuilder, ABigRasterIsOpenedAnewOverItsOverviews) {
  ShellProgram p;
  openWorkspace(p);
  const QString file = bigRaster(p);
  {
    app::FileLayers files(p.context);
    QSignalSpy added(&files, &app::FileLayers::added);
    files.addWithCrs(file, "EPSG:4547");
    ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }));
    const layers::LayerStatePtr slow = p.document.layers().front().state;
    ASSERT_TRUE(slow);
    ASSERT_TRUE(QTest::qWaitFor([&] { return files.overviewsReady(); }, 20000));
    EXPECT_NE(p.document.layers().front().state, slow);
    EXPECT_EQ(p.document.layers().front().state->extent(), slow->extent());
    EXPECT_EQ(cached(p).size(), 2);
  }
  // The next time they are there.
  p.document.removeLayer(p.document.layers().front().id);
  app::FileLayers files(p.context);
  QSignalSpy added(&files, &app::FileLayers::added);
  files.addWithCrs(file, "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }));
  EXPECT_TRUE(files.overviewsReady()) << "nothing is left to be built";
}

TEST(OverviewBuilder, RemovingTheLayerStopsTheWork) {
  ShellProgram p;
  openWorkspace(p);
  app::FileLayers files(p.context);
  QSignalSpy added(&files, &app::FileLayers::added);
  files.addWithCrs(bigRaster(p), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }));
  p.document.removeLayer(p.document.layers().front().id);
  EXPECT_TRUE(files.overviewsReady());
  EXPECT_EQ(p.jobs.runningCount(), 0);
}

TEST(OverviewBuilder, WithoutAWorkspaceThereIsNoPlaceForThem) {
  ShellProgram p;
  app::FileLayers files(p.context);
  QSignalSpy added(&files, &app::FileLayers::added);
  files.addWithCrs(bigRaster(p), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }));
  EXPECT_TRUE(files.overviewsReady());
  EXPECT_FALSE(QFile::exists(p.folder.filePath(QStringLiteral("big.bil.ovr"))));
}

}  // namespace
