// SPDX-License-Identifier: GPL-3.0-or-later
// Files from elsewhere on the map: what is said of them, and where the map goes.
#include "app/shell/file_layers.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include "app/text/error_text.h"
#include "tests/app/shell/shell_program.h"

namespace {

using tests::ShellProgram;

QString write(const ShellProgram& p, const char* name, const QByteArray& text) {
  const QString path = p.folder.filePath(QLatin1String(name));
  QFile file(path);
  EXPECT_TRUE(file.open(QIODevice::WriteOnly));
  file.write(text);
  return path;
}

// Twelve points on a grid of ten metres that is nowhere in degrees.
QByteArray tableInMetres() {
  QByteArray text = "id,x,y\n";
  for (int i = 0; i < 12; ++i)
    text += QByteArray::number(i) + "," + QByteArray::number(419'000 + 10 * i) + ",4008110\n";
  return text;
}

QString said(const app::Message& message) {
  if (const auto* warning = std::get_if<gis::Warning>(&message.what)) return app::warningSentence(*warning);
  if (const auto* error = std::get_if<gis::Error>(&message.what)) return app::errorSentence(*error);
  return std::get<app::Message::Text>(message.what)();
}

}  // namespace

TEST(FileLayers, AWrongReferenceSystemIsOneMessageWithAnotherChoice) {
  ShellProgram p;
  app::FileLayers files(p.context);
  const QString path = write(p, "wells.csv", tableInMetres());
  QSignalSpy asked(&files, &app::FileLayers::crsNeeded);
  files.addWithCrs(path, "EPSG:4490");
  ASSERT_TRUE(QTest::qWaitFor([&] { return files.idle(); }));
  EXPECT_TRUE(p.document.layers().empty());
  ASSERT_EQ(p.messages.messages().size(), 1U) << "one for the file, not one for each of twelve features";
  const app::Message& message = p.messages.messages().front();
  EXPECT_TRUE(said(message).contains(QStringLiteral("wells.csv"))) << said(message).toStdString();
  EXPECT_TRUE(said(message).contains(QStringLiteral("12"))) << said(message).toStdString();
  EXPECT_TRUE(said(message).contains(QStringLiteral("EPSG:4490"))) << "the system that was chosen, not the map's";
  ASSERT_TRUE(message.action);
  message.action();
  ASSERT_TRUE(QTest::qWaitFor([&] { return asked.count() == 1; }));
  const auto extent = asked.front().at(1).value<gis::MapBox>();
  EXPECT_EQ(extent.min_x_m, 419'000) << "the numbers of the file lead to the right system";
  EXPECT_EQ(extent.max_x_m, 419'110);
}

TEST(FileLayers, TheDatabaseOfTheOpenWorkspaceIsNoForeignFile) {
  ShellProgram p;
  app::FileLayers files(p.context);
  app::OpenWorkspace workspace;
  workspace.folder = p.folder.path().toStdString();
  p.document.setWorkspace(workspace);
  files.add({write(p, "workspace.gpkg", "not to be opened"), p.folder.filePath(QStringLiteral("./workspace.gpkg"))});
  EXPECT_TRUE(files.idle()) << "GDAL would drop its locks";
  ASSERT_EQ(p.messages.messages().size(), 2U);
  EXPECT_TRUE(said(p.messages.messages().front()).contains(QStringLiteral("database of the open workspace")));
  files.add({write(p, "other.gpkg", "no database")});
  EXPECT_FALSE(files.idle());
  ASSERT_TRUE(QTest::qWaitFor([&] { return files.idle(); }));
}

TEST(FileLayers, WithoutReferenceSystemTheNumbersAreTold) {
  ShellProgram p;
  app::FileLayers files(p.context);
  QSignalSpy asked(&files, &app::FileLayers::crsNeeded);
  files.add({write(p, "wells.csv", tableInMetres())});
  ASSERT_TRUE(QTest::qWaitFor([&] { return asked.count() == 1; }));
  EXPECT_EQ(asked.front().at(1).value<gis::MapBox>().max_x_m, 419'110);
}

TEST(FileLayers, WhatWasAddedIsSaidWithCountAndReferenceSystem) {
  ShellProgram p;
  QString toast;
  p.context.map.say = [&](const QString& text) { toast = text; };
  app::FileLayers files(p.context);
  QSignalSpy added(&files, &app::FileLayers::added);
  files.addWithCrs(write(p, "wells.csv", tableInMetres()), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 1; }));
  ASSERT_EQ(p.document.layers().size(), 1U);
  const QString sentence = said(p.messages.messages().front());
  for (const char* part : {"wells.csv", "12", "EPSG:4547"})
    EXPECT_TRUE(sentence.contains(QLatin1String(part))) << sentence.toStdString();
  EXPECT_EQ(toast, sentence);
  files.addWithCrs(write(p, "wells.csv", tableInMetres()), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return added.count() == 2; }));
  EXPECT_EQ(p.document.layers().size(), 1U) << "added again it replaces itself";
}

TEST(FileLayers, TheMapGoesThereOnlyWhenItIsOutOfSight) {
  ShellProgram p;
  app::MainWindow window(p.context, p.translation, app::WindowMemory::kIgnore);
  window.resize(1200, 800);
  window.show();
  window.canvas().setMotion(app::Motion::kInstant);
  auto* files = window.findChild<app::FileLayers*>();
  ASSERT_TRUE(files);
  files->addWithCrs(write(p, "wells.csv", tableInMetres()), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return p.document.layers().size() == 1 && window.idle(); }));
  const gis::MapBox wells = p.document.layers().front().state->extent();
  EXPECT_TRUE(window.canvas().view().box().contains(wells.centre()));
  const auto before = window.canvas().view();
  files->addWithCrs(write(p, "more.csv", tableInMetres()), "EPSG:4547");
  ASSERT_TRUE(QTest::qWaitFor([&] { return p.document.layers().size() == 2 && window.idle(); }));
  EXPECT_EQ(window.canvas().view().centre.x_m, before.centre.x_m) << "it lay in sight";
  EXPECT_EQ(window.canvas().view().metres_per_px, before.metres_per_px);
  files->addWithCrs(write(p, "far.csv", "id,lon,lat\n1,121.4,31.2\n2,121.5,31.3\n"), "EPSG:4490");
  ASSERT_TRUE(QTest::qWaitFor([&] { return p.document.layers().size() == 3 && window.idle(); }));
  EXPECT_FALSE(window.canvas().view().box().contains(wells.centre())) << "the map went to Shanghai";
}
