// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/quality/quality_check.h"

#include <algorithm>
#include <chrono>

#include "gis/quality/quality_store.h"

namespace gis {
namespace {

Result<std::vector<const QualityRule*>> chosenRules(std::span<const QualityRule> rules,
                                                    const std::vector<std::string>& ids) {
  std::vector<const QualityRule*> chosen;
  for (const QualityRule& rule : rules)
    if (ids.empty() || std::ranges::count(ids, rule.id) != 0) chosen.push_back(&rule);
  for (const std::string& id : ids)
    if (std::ranges::count(rules, id, &QualityRule::id) == 0) return fail(ErrorCode::kUnknownName, id, "no such rule");
  return chosen;
}

}  // namespace

std::int64_t CheckReport::count(RuleSeverity severity) const {
  std::int64_t sum = 0;
  for (const RuleResult& result : results)
    if (result.rule.severity == severity) sum += result.count;
  return sum;
}

std::size_t CheckReport::failedRules() const {
  return static_cast<std::size_t>(std::ranges::count_if(results, [](const auto& r) { return r.error.has_value(); }));
}

Result<CheckReport> checkQuality(const Database& db, std::span<const QualityRule> rules, const CheckRequest& request,
                                 const Clock& clock, const CancelToken& cancel, const Progress& progress) {
  const auto chosen = chosenRules(rules, request.rules);
  if (!chosen) return std::unexpected(chosen.error());
  auto store = QualityStore::open(db, clock, cancel);
  if (!store) return std::unexpected(store.error());
  CheckReport report{clock.nowUtcMs(), request.county_code, {}, store->countyNames(), store->tableTitles()};
  if (!request.county_code.empty() && !report.county_names.contains(request.county_code))
    return fail(ErrorCode::kUnknownName, request.county_code, "no such county");
  for (const QualityRule* rule : *chosen) {
    if (progress) progress(static_cast<double>(report.results.size()) / static_cast<double>(chosen->size()));
    const auto start = std::chrono::steady_clock::now();
    RuleResult result;
    result.rule = *rule;
    if (auto asked = store->ask(*rule, request.county_code, request.most_findings, result); !asked) {
      if (cancel.cancelled()) return fail(ErrorCode::kCancelled, rule->id);
      result = {*rule, asked.error(), 0, {}, {}, 0};
    }
    result.took_ms = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
    report.results.push_back(std::move(result));
  }
  if (progress) progress(1);
  return report;
}

}  // namespace gis
