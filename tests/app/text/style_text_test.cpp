// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/style_text.h"

#include <gtest/gtest.h>

#include <QCoreApplication>
#include <QTranslator>

namespace {

// Answers every source with itself in brackets: what is not bracketed was never asked for.
class Brackets : public QTranslator {
 public:
  QString translate(const char*, const char* source, const char*, int) const override {
    return QStringLiteral("[") + QString::fromUtf8(source) + QStringLiteral("]");
  }
  bool isEmpty() const override { return false; }
};

TEST(StyleText, PhrasesAreTranslatedAndWhatStandsInThemIsNot) {
  Brackets brackets;
  QCoreApplication::installTranslator(&brackets);
  EXPECT_EQ(app::styleProblemText("a number", ""), QStringLiteral("[expected [a number]]"));
  EXPECT_EQ(app::styleProblemText("a number within 0..1", "7"),
            QStringLiteral("[expected [a number within 0..1], found 7]"));
  EXPECT_EQ(app::styleProblemText("one of: a, b", "\"%1 %2\""),
            QStringLiteral("[expected [one of: a, b], found \"%1 %2\"]"));
  EXPECT_EQ(app::styleProblemText("[\"match\", input]", ""), QStringLiteral("[expected [\"match\", input]]"))
      << "a pattern of the style language has no translation";
  QCoreApplication::removeTranslator(&brackets);
}

}  // namespace
