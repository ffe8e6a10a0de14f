// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/backup_policy.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <numeric>
#include <set>

namespace gis {

namespace {

constexpr std::size_t kHours = 24, kDays = 14, kMonths = 6;
constexpr std::int64_t kHourMs = 3'600'000, kDayMs = 24 * kHourMs;
constexpr std::array<std::string_view, 7> kNames = {"hourly",    "exit",    "import", "merge",
                                                    "migration", "restore", "hand"};

std::int64_t floorDiv(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

std::int64_t monthOf(std::int64_t utc_ms) {
  const std::chrono::sys_days day{std::chrono::days{floorDiv(utc_ms, kDayMs)}};
  const std::chrono::year_month_day date(day);
  return static_cast<int>(date.year()) * 12LL + static_cast<unsigned>(date.month());
}

// Keeps the newest copy of each of the newest `most` periods.
template <class PeriodOf>
void keepNewest(const std::vector<BackupTime>& copies, const std::vector<std::size_t>& newest_first, std::size_t most,
                PeriodOf period_of, std::set<std::size_t>& kept) {
  std::set<std::int64_t> periods;
  for (const std::size_t i : newest_first) {
    if (periods.size() == most) return;
    if (periods.insert(period_of(copies[i].at_utc_ms)).second) kept.insert(i);
  }
}

}  // namespace

std::string_view backupReasonName(BackupReason reason) { return kNames[static_cast<std::size_t>(reason)]; }

std::optional<BackupReason> backupReasonOf(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<BackupReason>(found - kNames.begin());
}

std::vector<std::size_t> copiesToRemove(const std::vector<BackupTime>& copies, std::int64_t now_utc_ms) {
  std::vector<std::size_t> newest_first(copies.size());
  std::iota(newest_first.begin(), newest_first.end(), std::size_t{0});
  std::ranges::stable_sort(newest_first, std::greater<>(), [&](std::size_t i) { return copies[i].at_utc_ms; });
  std::set<std::size_t> kept;
  keepNewest(
      copies, newest_first, kHours, [](std::int64_t ms) { return floorDiv(ms, kHourMs); }, kept);
  keepNewest(
      copies, newest_first, kDays, [](std::int64_t ms) { return floorDiv(ms, kDayMs); }, kept);
  keepNewest(copies, newest_first, kMonths, monthOf, kept);
  std::vector<std::size_t> removed;
  for (std::size_t i = 0; i < copies.size(); ++i) {
    const BackupTime& copy = copies[i];
    const bool before_something = copy.reason != BackupReason::kHourly && copy.reason != BackupReason::kExit;
    const bool young = copy.at_utc_ms > now_utc_ms - static_cast<std::int64_t>(kDays) * kDayMs;
    if (kept.contains(i) || copy.reason == BackupReason::kByHand || copy.at_utc_ms > now_utc_ms ||
        (before_something && young))
      continue;
    removed.push_back(i);
  }
  return removed;
}

}  // namespace gis
