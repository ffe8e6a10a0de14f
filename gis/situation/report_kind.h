// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace gis::situation {

// 首报, 续报, 终报, 日报, 灾情统计表.
enum class ReportKind { kFirst, kUpdate, kFinal, kDaily, kStatistics };

constexpr std::array kReportKinds = {ReportKind::kFirst, ReportKind::kUpdate, ReportKind::kFinal, ReportKind::kDaily,
                                     ReportKind::kStatistics};
constexpr std::array<std::string_view, 5> kReportKindNames = {"first", "update", "final", "daily", "statistics"};

constexpr std::string_view reportKindName(ReportKind kind) { return kReportKindNames[static_cast<std::size_t>(kind)]; }
constexpr std::optional<ReportKind> reportKindNamed(std::string_view name) {
  for (const ReportKind kind : kReportKinds)
    if (reportKindName(kind) == name) return kind;
  return std::nullopt;
}

}  // namespace gis::situation
