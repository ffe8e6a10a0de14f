// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/life_line.h"

#include <gtest/gtest.h>
// rapidcheck needs gtest before it
#include <rapidcheck/gtest.h>

#include <algorithm>

namespace {

gis::Warning12379 message(const char* id, std::int64_t sent_s, gis::CapMsgType type, const char* of = "") {
  gis::Warning12379 m;
  m.identifier = id;
  m.sender = "cz";
  m.sent_utc_ms = sent_s * 1000;
  m.msg_type = type;
  if (*of) m.references.push_back({"cz", of, ""});
  return m;
}

const std::vector<gis::Warning12379> kNight = {
    message("a", 10, gis::CapMsgType::kAlert),       message("b", 20, gis::CapMsgType::kUpdate, "a"),
    message("c", 30, gis::CapMsgType::kUpdate, "b"), message("d", 40, gis::CapMsgType::kCancel, "c"),
    message("x", 15, gis::CapMsgType::kAlert),       message("y", 50, gis::CapMsgType::kCancel, "never came")};

TEST(LifeLine, UpdatesAndTheirCancellationAreOneLine) {
  const auto lines = gis::lifeLines(kNight, 1000'000);
  ASSERT_EQ(lines.lives.size(), 2u);
  EXPECT_EQ(lines.lives[0].id, "a");
  EXPECT_EQ(lines.lives[0].messages.size(), 4u);
  EXPECT_EQ(lines.lives[0].state, gis::WarningState::kCancelled);
  EXPECT_EQ(lines.lives[1].state, gis::WarningState::kInForce);
  ASSERT_EQ(lines.held.size(), 1u) << "the cancellation of the unknown is held";
  EXPECT_EQ(lines.held[0].identifier, "y");
}

TEST(LifeLine, DuplicatesCountOnce) {
  std::vector<gis::Warning12379> twice = kNight;
  twice.insert(twice.end(), kNight.begin(), kNight.end());
  const auto lines = gis::lifeLines(twice, 0);
  EXPECT_EQ(lines.duplicates, 6);
  EXPECT_EQ(lines.lives[0].messages.size(), 4u);
}

TEST(LifeLine, ADrillCancelsNoRealWarning) {
  std::vector<gis::Warning12379> m = {kNight[0], message("drill", 20, gis::CapMsgType::kCancel, "a")};
  m[1].status = gis::CapStatus::kExercise;
  const auto lines = gis::lifeLines(m, 0);
  EXPECT_EQ(lines.lives.at(0).state, gis::WarningState::kInForce);
  EXPECT_EQ(lines.held.size(), 1u);
}

TEST(LifeLine, ExpiresByItsLatestMessage) {
  std::vector<gis::Warning12379> m = {kNight[0]};
  m[0].expires_utc_ms = 100'000;
  EXPECT_EQ(gis::lifeLines(m, 99'999).lives[0].state, gis::WarningState::kInForce);
  EXPECT_EQ(gis::lifeLines(m, 100'000).lives[0].state, gis::WarningState::kExpired);
}

RC_GTEST_PROP(LifeLineProperties, TheOrderOfComingMakesNoDifference, ()) {
  std::vector<gis::Warning12379> shuffled = kNight;
  for (std::size_t i = shuffled.size(); i > 1; --i)
    std::swap(shuffled[i - 1], shuffled[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(i)))]);
  const auto a = gis::lifeLines(kNight, 0), b = gis::lifeLines(shuffled, 0);
  RC_ASSERT(a.lives.size() == b.lives.size());
  for (std::size_t i = 0; i < a.lives.size(); ++i) {
    RC_ASSERT(a.lives[i].id == b.lives[i].id);
    RC_ASSERT(a.lives[i].messages.size() == b.lives[i].messages.size());
    RC_ASSERT(a.lives[i].state == b.lives[i].state);
  }
  RC_ASSERT(a.held.size() == b.held.size());
}

}  // namespace
