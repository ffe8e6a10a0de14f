// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/error_text.h"

#include <gtest/gtest.h>

#include <set>

namespace {

// The last code of each enumeration; errorName() answers "unknown" one past it, which the tests check.
constexpr int kLastError = static_cast<int>(gis::ErrorCode::kIoFailed);
constexpr int kLastWarning = static_cast<int>(gis::WarningCode::kFileEndsEarly);

TEST(ErrorText, EveryErrorHasItsOwnSentence) {
  ASSERT_EQ(gis::errorName(static_cast<gis::ErrorCode>(kLastError + 1)), "unknown")
      << "a code was added: raise kLastError";
  std::set<QString> sentences;
  for (int code = 0; code <= kLastError; ++code) {
    const gis::Error error{static_cast<gis::ErrorCode>(code), "/data/census/roads.shp", "errno 5", {}};
    const QString sentence = app::errorSentence(error);
    ASSERT_FALSE(sentence.isEmpty()) << gis::errorName(error.code);
    EXPECT_FALSE(sentence.contains(QLatin1Char('%'))) << sentence.toStdString();
    EXPECT_FALSE(sentence.contains(QLatin1String("/data"))) << "the folder belongs into the details";
    if (error.code != gis::ErrorCode::kCancelled) {
      EXPECT_TRUE(sentence.contains(QLatin1String("roads.shp"))) << sentence.toStdString();
    }
    sentences.insert(sentence);
  }
  EXPECT_EQ(sentences.size(), static_cast<std::size_t>(kLastError) + 1) << "two codes share a sentence";
}

TEST(ErrorText, EveryWarningNamesItsSubjectAndDetail) {
  ASSERT_EQ(gis::warningName(static_cast<gis::WarningCode>(kLastWarning + 1)), "unknown");
  std::set<QString> sentences;
  for (int code = 0; code <= kLastWarning; ++code) {
    const QString sentence = app::warningSentence({static_cast<gis::WarningCode>(code), "roads", "GBK"});
    EXPECT_TRUE(sentence.contains(QLatin1String("roads"))) << gis::warningName(static_cast<gis::WarningCode>(code));
    EXPECT_TRUE(sentence.contains(QLatin1String("GBK"))) << sentence.toStdString();
    sentences.insert(sentence);
    const QString bare = app::warningSentence({static_cast<gis::WarningCode>(code), "roads", ""});
    EXPECT_TRUE(bare.contains(QLatin1String("roads")) && !bare.contains(u'%') && !bare.contains(u'('))
        << bare.toStdString();
    sentences.insert(bare);
  }
  EXPECT_EQ(sentences.size(), 2 * static_cast<std::size_t>(kLastWarning) + 2);
}

TEST(ErrorText, PercentSignsInNamesStayAsTheyAre) {
  EXPECT_TRUE(app::errorSentence({gis::ErrorCode::kNotFound, "50%1.tif", "", {}}).contains(QLatin1String("50%1.tif")));
  EXPECT_TRUE(app::warningSentence({gis::WarningCode::kRowSkipped, "a%2", "b"}).contains(QLatin1String("a%2")));
}

TEST(ErrorText, WithoutSubjectStillASentence) {
  EXPECT_TRUE(app::errorSentence({gis::ErrorCode::kDiskFull, "", "", {}}).contains(QLatin1String("The file")));
  EXPECT_TRUE(app::errorSentence({gis::ErrorCode::kUnknownCrs, "EPSG:4490/5773", "", {}})
                  .contains(QLatin1String("EPSG:4490/5773")));
}

}  // namespace
