// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace {

const QString kSource = QStringLiteral(FENGSUI_SOURCE_DIR);
const QString kTexts = kSource + QStringLiteral("/resources/i18n/fengsui_zh_CN.ts");

QString read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

TEST(Translation, EveryTextIsTranslated) {
  const QString texts = read(kTexts);
  ASSERT_GT(texts.count(QStringLiteral("<message")), 100);
  EXPECT_EQ(texts.count(QStringLiteral("type=\"unfinished\"")), 0);
  EXPECT_FALSE(texts.contains(QStringLiteral("<translation></translation>")));
  EXPECT_FALSE(texts.contains(QStringLiteral("<translation />")));
}

TEST(Translation, PlacesForValuesAgree) {
  static const QRegularExpression message(QStringLiteral("<source>(.*?)</source>\\s*<translation>(.*?)</translation>"),
                                          QRegularExpression::DotMatchesEverythingOption);
  static const QRegularExpression place(QStringLiteral("%L?(\\d|n)"));
  int checked = 0;
  for (auto it = message.globalMatch(read(kTexts)); it.hasNext();) {
    const auto match = it.next();
    const auto places = [&](const QString& text) {
      QStringList found;
      for (auto p = place.globalMatch(text); p.hasNext();) found << p.next().captured();
      found.sort();
      return found;
    };
    EXPECT_EQ(places(match.captured(1)), places(match.captured(2))) << match.captured(1).toStdString();
    ++checked;
  }
  EXPECT_GT(checked, 100);
}

TEST(Translation, NoTextOfTheSourcesIsMissing) {
  const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
  if (!QFile::exists(lupdate)) GTEST_SKIP() << "lupdate is not installed";
  QTemporaryDir folder;
  const QString copy = folder.filePath(QStringLiteral("fengsui_zh_CN.ts"));
  ASSERT_TRUE(QFile::copy(kTexts, copy));
  QProcess process;
  process.setWorkingDirectory(kSource);
  process.start(lupdate,
                {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"), QStringLiteral("none"),
                 QStringLiteral("app"), QStringLiteral("layers"), QStringLiteral("-ts"), copy});
  ASSERT_TRUE(process.waitForFinished(60000));
  const QString updated = read(copy);
  static const QRegularExpression missing(
      QStringLiteral("<source>([^<]*)</source>\\s*<translation type=\"unfinished\""));
  for (auto it = missing.globalMatch(updated); it.hasNext();)
    ADD_FAILURE() << "not in resources/i18n/fengsui_zh_CN.ts: " << it.next().captured(1).toStdString();
}

}  // namespace
