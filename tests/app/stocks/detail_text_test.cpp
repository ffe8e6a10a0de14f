// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/stock_detail_text.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>

namespace {

QString told(const char* detail) { return app::stockDetailText(QString::fromUtf8(detail)); }

TEST(StockDetailText, FiguresStayAndSentencesAreTold) {
  EXPECT_EQ(told("10 asked, 0 left"), QStringLiteral("10 asked for, 0 left"));
  EXPECT_EQ(told("lot A-1 expires first, on 2026-05-01, 30 left"),
            QStringLiteral("lot A-1 expires first, on 2026-05-01, 30 left: take it, or give a reason"));
  EXPECT_EQ(told("a whole number from 2 to 1000000 is expected"), QStringLiteral("a number from 2 to 1000000"));
  EXPECT_EQ(told("a kit cannot hold itself"), QStringLiteral("a kit cannot hold itself"));
  EXPECT_EQ(told("a kit cannot hold itself through 甲 > 乙"),
            QStringLiteral("a kit cannot hold itself, through 甲 > 乙"));
  // One that begins like another is not taken for it, and what nobody knows stays as it is.
  EXPECT_EQ(told("a reason is needed to take another lot"), QStringLiteral("a reason is needed to take another lot"));
  EXPECT_EQ(told("disk on fire"), QStringLiteral("disk on fire"));
  EXPECT_FALSE(app::isStockSentence(QStringLiteral("disk on fire")));
  EXPECT_FALSE(app::isStockSentence(QStringLiteral("10 asked, 0 left over")));
}

TEST(StockDetailText, AQuestionTellsFieldsByTheirNames) {
  gis::stocks::LedgerQuestion question;
  question.why =
      "棉被: here weight_kg=2.5; packs=包 10 by 王 on 2026-05-01, there weight_kg=3; packs=- by 李 on 2026-05-02; the "
      "later "
      "holds: weight_kg=3; packs=-";
  const QString text = app::questionText(question);
  EXPECT_TRUE(text.contains(QStringLiteral("weight in kg 2.5"))) << text.toStdString();
  EXPECT_FALSE(text.contains(QStringLiteral("weight_kg"))) << text.toStdString();
}

// Every sentence that gis/stocks gives to a failure has its place in the table: none is told in English to everybody.
TEST(StockDetailText, EverySentenceOfTheLedgerIsKnown) {
  const QDir folder(QStringLiteral(FENGSUI_SOURCE_DIR "/gis/stocks"));
  int sentences = 0;
  for (const QString& name : folder.entryList({QStringLiteral("*.cpp")})) {
    QFile file(folder.filePath(name));
    ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << name.toStdString();
    for (const QString& line : QString::fromUtf8(file.readAll()).split(QStringLiteral(";\n"))) {
      static const QRegularExpression last(QStringLiteral(R"x((?:\bfail|\bwrong|\bnotThis)\(.*"([^"]{4,})"\)?\)?$)x"),
                                           QRegularExpression::DotMatchesEverythingOption);
      const auto match = last.match(line.trimmed());
      if (!match.hasMatch()) continue;
      QString sentence = match.captured(1);
      if (sentence.startsWith(QLatin1String(": "))) sentence.prepend(QStringLiteral("key"));
      ++sentences;
      EXPECT_TRUE(app::isStockSentence(sentence)) << name.toStdString() << ": " << sentence.toStdString();
    }
  }
  EXPECT_GT(sentences, 60) << "they are found";
}

}  // namespace
