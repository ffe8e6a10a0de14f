// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/backup_policy.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace gis {

namespace {

constexpr std::int64_t kPolicyHourMs = 3'600'000, kDayMs = 24 * kPolicyHourMs;
constexpr std::int64_t kNow = 1'795'000'000'000;  // 2026-11-18

std::vector<BackupTime> afterRemoving(std::vector<BackupTime> copies, std::int64_t now) {
  const auto gone = copiesToRemove(copies, now);
  for (auto it = gone.rbegin(); it != gone.rend(); ++it)
    copies.erase(copies.begin() + static_cast<std::ptrdiff_t>(*it));
  return copies;
}

}  // namespace

// Two years with a copy every hour, tidied up after each: 24 hours, 14 days, 6 months, some of them the same.
TEST(BackupPolicy, AYearOfHoursKeepsDaysAndMonths) {
  std::vector<BackupTime> copies;
  for (std::int64_t at = kNow - 400 * kDayMs; at <= kNow; at += kPolicyHourMs) {
    copies.push_back({at, BackupReason::kHourly});
    copies = afterRemoving(std::move(copies), at);
  }
  EXPECT_LE(copies.size(), 24U + 14U + 6U);
  EXPECT_GE(copies.size(), 24U + 12U + 4U);
  EXPECT_EQ(copies.back().at_utc_ms, kNow);
  EXPECT_LT(copies.front().at_utc_ms, kNow - 140 * kDayMs) << "a month that is five back";
  for (int hour = 0; hour < 24; ++hour)
    EXPECT_TRUE(
        std::ranges::any_of(copies, [&](const BackupTime& c) { return c.at_utc_ms == kNow - hour * kPolicyHourMs; }));
}

TEST(BackupPolicy, WhatWasMadeBeforeAnImportStaysTwoWeeksAndByHandForEver) {
  std::vector<BackupTime> copies{{kNow - 400 * kDayMs, BackupReason::kByHand},
                                 {kNow - 15 * kDayMs, BackupReason::kImport}};
  for (int i = 0; i < 100; ++i) copies.push_back({kNow - 13 * kDayMs + i, BackupReason::kMerge});
  for (int i = 0; i < 40; ++i) copies.push_back({kNow - i * kPolicyHourMs, BackupReason::kHourly});
  for (int day = 1; day < 16; ++day) copies.push_back({kNow - day * kDayMs + 1, BackupReason::kExit});
  const auto kept = afterRemoving(copies, kNow);
  EXPECT_EQ(std::ranges::count(kept, BackupReason::kByHand, &BackupTime::reason), 1);
  EXPECT_EQ(std::ranges::count(kept, BackupReason::kMerge, &BackupTime::reason), 100);
  EXPECT_EQ(std::ranges::count(kept, BackupReason::kImport, &BackupTime::reason), 0);
}

TEST(BackupPolicy, ADrawerAndAWrongClockLoseNothing) {
  const std::vector<BackupTime> old{{kNow - 900 * kDayMs, BackupReason::kHourly},
                                    {kNow - 800 * kDayMs, BackupReason::kExit}};
  EXPECT_TRUE(copiesToRemove(old, kNow).empty()) << "periods without a copy do not count";
  std::vector<BackupTime> future{{kNow + 300 * kDayMs, BackupReason::kHourly}};
  for (int i = 0; i < 60; ++i) future.push_back({kNow + 299 * kDayMs + i * 1000, BackupReason::kHourly});
  EXPECT_TRUE(copiesToRemove(future, kNow).empty());
}

RC_GTEST_PROP(BackupPolicy, IsBoundedIdempotentAndKeepsTheNewest, ()) {
  const auto offsets = *rc::gen::container<std::vector<std::int64_t>>(rc::gen::inRange<std::int64_t>(0, 700 * kDayMs));
  std::vector<BackupTime> copies;
  for (const std::int64_t offset : offsets)
    copies.push_back({kNow - offset, *rc::gen::element(BackupReason::kHourly, BackupReason::kExit)});
  const auto kept = afterRemoving(copies, kNow);
  RC_ASSERT(kept.size() <= 24U + 14U + 6U);
  RC_ASSERT(copiesToRemove(kept, kNow).empty());
  if (copies.empty()) return;
  const auto newest = std::ranges::max_element(copies, {}, &BackupTime::at_utc_ms)->at_utc_ms;
  RC_ASSERT(std::ranges::any_of(kept, [&](const BackupTime& c) { return c.at_utc_ms == newest; }));
  std::set<std::int64_t> days_before, days_after;
  for (const BackupTime& c : copies) days_before.insert(c.at_utc_ms / kDayMs);
  for (const BackupTime& c : kept) days_after.insert(c.at_utc_ms / kDayMs);
  RC_ASSERT(days_after.size() >= std::min<std::size_t>(days_before.size(), 14));
}

}  // namespace gis
