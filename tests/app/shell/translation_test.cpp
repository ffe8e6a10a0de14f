// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLibraryInfo>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include "app/settings/translation.h"

namespace {

const QString kSource = QStringLiteral(FENGSUI_SOURCE_DIR);

QString read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// One file a domain, all of them loaded as one.
QStringList textFiles() {
  const QDir folder(kSource + QStringLiteral("/resources/i18n"));
  QStringList paths;
  for (const QString& name : folder.entryList({QStringLiteral("*_zh_CN.ts")})) paths << folder.filePath(name);
  return paths;
}

// Context and source of each message.
QSet<QString> messagesIn(const QString& ts) {
  QSet<QString> found;
  QString context;
  QXmlStreamReader xml(ts);
  while (!xml.atEnd()) {
    if (xml.readNext() != QXmlStreamReader::StartElement) continue;
    if (xml.name() == QLatin1String("name")) context = xml.readElementText();
    if (xml.name() == QLatin1String("source")) found << context + QLatin1Char('|') + xml.readElementText();
  }
  EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
  return found;
}

TEST(Translation, EveryTextIsTranslated) {
  ASSERT_FALSE(textFiles().isEmpty());
  for (const QString& file : textFiles()) {
    const QString texts = read(file);
    EXPECT_GT(texts.count(QStringLiteral("<message")), 0) << file.toStdString();
    EXPECT_EQ(texts.count(QStringLiteral("type=\"unfinished\"")), 0) << file.toStdString();
    EXPECT_FALSE(texts.contains(QStringLiteral("<translation></translation>"))) << file.toStdString();
    EXPECT_FALSE(texts.contains(QStringLiteral("<translation />"))) << file.toStdString();
  }
}

TEST(Translation, PlacesForValuesAgree) {
  static const QRegularExpression message(QStringLiteral(
      "<source>([^<]*)</source>(?:\\s*<(\\w*comment)>[^<]*</\\2>)*\\s*<translation>([^<]*)</translation>"));
  static const QRegularExpression place(QStringLiteral("%L?(\\d|n)"));
  int checked = 0;
  for (const QString& file : textFiles())
    for (auto it = message.globalMatch(read(file)); it.hasNext();) {
      const auto match = it.next();
      const auto places = [&](const QString& text) {
        QStringList found;
        for (auto p = place.globalMatch(text); p.hasNext();) found << p.next().captured();
        found.sort();
        return found;
      };
      EXPECT_EQ(places(match.captured(1)), places(match.captured(3))) << match.captured(1).toStdString();
      ++checked;
    }
  EXPECT_GT(checked, 100);
}

TEST(Translation, EnglishCountsInItsPlural) {
  app::Translation translation(*qApp);
  const auto text = [](const char* source, int count) {
    return QCoreApplication::translate("app::WarningPage", source, nullptr, count);
  };
  translation.use(app::Language::kEnglish);
  EXPECT_EQ(text("%n new warning(s) came from the address", 1), QStringLiteral("1 new warning came from the address"));
  EXPECT_EQ(text("%n new warning(s) came from the address", 7), QStringLiteral("7 new warnings came from the address"));
  EXPECT_EQ(text("%n message(s) or call(s)", 0), QStringLiteral("0 messages or calls"));
  EXPECT_EQ(text("%n of them", 2), QStringLiteral("2 of them"));
  EXPECT_EQ(text("Person(s) in charge", -1), QStringLiteral("Person(s) in charge")) << "nothing is counted";
  translation.use(app::Language::kChinese);
  EXPECT_NE(text("no end is given, issued %n day(s) ago", 3), QStringLiteral("no end is given, issued 3 day(s) ago"));
  EXPECT_TRUE(text("no end is given, issued %n day(s) ago", 3).contains(QLatin1Char('3')));
  translation.use(app::Language::kEnglish);
}

TEST(Translation, NoTextOfTheSourcesIsMissing) {
  const QString lupdate = QLibraryInfo::path(QLibraryInfo::BinariesPath) + QStringLiteral("/lupdate");
  ASSERT_TRUE(QFile::exists(lupdate)) << "packaging/install build installs lupdate";
  QTemporaryDir folder;
  const QString wanted = folder.filePath(QStringLiteral("wanted_zh_CN.ts"));
  QProcess process;
  process.setWorkingDirectory(kSource);
  process.start(lupdate,
                {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("-locations"), QStringLiteral("none"),
                 QStringLiteral("app"), QStringLiteral("layers"), QStringLiteral("-ts"), wanted});
  ASSERT_TRUE(process.waitForFinished(60000));
  QSet<QString> known;
  for (const QString& file : textFiles()) known.unite(messagesIn(read(file)));
  const QSet<QString> all = messagesIn(read(wanted));
  EXPECT_GT(all.size(), 100);
  for (const QString& message : all)
    EXPECT_TRUE(known.contains(message)) << "in no file of resources/i18n: " << message.toStdString();
}

}  // namespace
