// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/drill/drill_steps.h"
#include "gis/drill/drill_world.h"

namespace {

using namespace gis::drill;

std::string scriptWith(const std::string& steps) {
  return "{\n\"title\": \"t\",\n\"begins\": \"20:00\",\n\"steps\": [\n" + steps + "\n]}";
}

std::vector<DrillMistake> mistakesOf(const std::string& text) {
  const auto read = readDrillScript(text, drillStepRules());
  return read ? std::vector<DrillMistake>() : read.error();
}

TEST(DrillScript, TheShippedOnesAreRight) {
  for (const gis::EmbeddedFile& file : shippedDrills())
    for (const DrillMistake& mistake : mistakesOf(std::string(file.text())))
      ADD_FAILURE() << file.name << ": " << mistake.line << " " << mistake.path << " " << mistakeName(mistake.kind);
}

TEST(DrillScript, TimesPassMidnight) {
  const auto script = readDrillScript(scriptWith(R"({"at":"23:30","kind":"note"},{"at":"00:10","kind":"note"},
    {"at":"+300","kind":"note"},{"at":"06:00","kind":"note"})"),
                                      drillStepRules());
  ASSERT_TRUE(script);
  EXPECT_EQ(script->steps[0].after_ms, 210 * 60'000);
  EXPECT_EQ(script->steps[1].after_ms, 250 * 60'000);
  EXPECT_EQ(script->steps[2].after_ms, 300 * 60'000);
  EXPECT_EQ(script->steps[3].after_ms, 600 * 60'000);
  EXPECT_EQ(script->lasts_ms, 600 * 60'000);
}

TEST(DrillScript, EveryMistakeHasItsLineAndPath) {
  const auto found = mistakesOf(scriptWith(R"({"at":"20:10","kind":"rain","divisions":["140431"],"mm":-3},
{"at":"25:00","kind":"note"},
{"at":"20:30","kind":"flood"},
{"at":"20:40","kind":"callout","name":"c","warning":"w"},
{"at":"+1","kind":"note"},
{"at":"20:50","kind":"rain","divisions":["140431"],"millimetres":4})"));
  ASSERT_EQ(found.size(), 7U);
  const auto is = [&](std::size_t i, MistakeKind kind, int line, const std::string& path) {
    EXPECT_EQ(found[i].kind, kind) << mistakeName(found[i].kind);
    EXPECT_EQ(found[i].line, line);
    EXPECT_EQ(found[i].path, path);
  };
  is(0, MistakeKind::kWrongValue, 5, "/steps/0/mm");
  is(1, MistakeKind::kBadTime, 6, "/steps/1/at");
  is(2, MistakeKind::kUnknownKind, 7, "/steps/2/kind");
  is(3, MistakeKind::kNotMade, 8, "/steps/3/warning");
  is(4, MistakeKind::kBackwards, 9, "/steps/4/at");
  is(5, MistakeKind::kUnknownKey, 10, "/steps/5/millimetres");
  is(6, MistakeKind::kMissing, 10, "/steps/5");
}

TEST(DrillScript, AUseBeforeItsNameAndANameTwiceAreMistakes) {
  const std::string warning = R"({"at":"20:00","kind":"warning","name":"w","divisions":["140431"],"colour":"red",
    "headline":"h"})";
  const auto twice = mistakesOf(scriptWith(warning + "," + warning));
  ASSERT_EQ(twice.size(), 1U);
  EXPECT_EQ(twice[0].kind, MistakeKind::kTwice);
  // A warning cannot be received like a requisition.
  const auto wrong_kind = mistakesOf(scriptWith(warning + R"(,{"at":"21:00","kind":"approval","requisition":"w"})"));
  ASSERT_EQ(wrong_kind.size(), 1U);
  EXPECT_EQ(wrong_kind[0].kind, MistakeKind::kNotMade);
}

TEST(DrillScript, TextThatIsNoScriptSaysWhere) {
  EXPECT_EQ(mistakesOf("{\n\n oops").at(0).line, 3);
  EXPECT_EQ(mistakesOf("[]").at(0).kind, MistakeKind::kWrongValue);
  EXPECT_EQ(mistakesOf(std::string(100'000, '[')).at(0).kind, MistakeKind::kNotJson);
}

// Whatever is cut out of a script, reading it ends, with mistakes or without.
RC_GTEST_PROP(DrillScriptProperty, DamageIsToldAndNeverMore, (unsigned from, unsigned length)) {
  const std::string whole(shippedDrills().front().text());
  std::string cut = whole;
  cut.erase(from % whole.size(), length % 40);
  const auto read = readDrillScript(cut, drillStepRules());
  if (!read) {
    RC_ASSERT(!read.error().empty());
    for (const DrillMistake& mistake : read.error()) RC_ASSERT(mistake.line >= 1);
  }
}

}  // namespace
