// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/situation/figure_check.h"

#include <fmt/format.h>

#include <array>
#include <cmath>

namespace gis::situation {
namespace {

constexpr double kSame = 1e-6;
constexpr std::int64_t kMinute_ms = 60'000;

std::optional<double> valueOf(const Facts& facts, const std::string& name) {
  const auto found = facts.find(name);
  return found == facts.end() ? std::nullopt : found->second.number;
}

std::string named(const ReportCatalogue& catalogue, const std::string& name, double value_count) {
  const FactDefinition* fact = catalogue.fact(name);
  return fmt::format("{} {}", fact ? fact->label.zh : name, numberText(value_count, fact ? fact->decimals : 0));
}

// Why the rule does not hold; empty: it does.
std::string brokenBy(const ReportCatalogue& catalogue, const FigureRule& rule, const Facts& facts) {
  const std::optional<double> total = valueOf(facts, rule.total);
  if (!total) return {};
  double sum = 0, most = 0;
  std::size_t known = 0;
  std::string parts;
  for (const std::string& part : rule.parts) {
    const std::optional<double> value = valueOf(facts, part);
    if (!value) continue;
    ++known;
    sum += *value;
    most = std::max(most, *value);
    parts += (parts.empty() ? "" : ", ") + named(catalogue, part, *value);
  }
  if (known == 0) return {};
  const double against = rule.kind == RuleKind::kSum || rule.is_together ? sum : most;
  const bool too_much = against > *total + kSame;
  const bool too_little = rule.kind == RuleKind::kSum && known == rule.parts.size() && sum < *total - kSame;
  if (!too_much && !too_little) return {};
  return fmt::format("{}; {}", named(catalogue, rule.total, *total), parts);
}

}  // namespace

std::string_view findingName(FindingCode code) {
  constexpr std::array<std::string_view, 8> kNames = {"blank", "no_data", "placeholder", "totals",
                                                      "fell",  "stale",   "no_incident", "out_of_order"};
  return kNames[static_cast<std::size_t>(code)];
}

std::vector<Finding> checkTotals(const ReportCatalogue& catalogue, const Facts& facts) {
  std::vector<Finding> found;
  for (const FigureRule& rule : catalogue.rules)
    if (std::string why = brokenBy(catalogue, rule, facts); !why.empty())
      found.push_back({FindingCode::kTotals, rule.id, rule.text.zh, rule.text.en, std::move(why)});
  return found;
}

std::vector<Finding> checkCounties(const ReportCatalogue& catalogue, const Facts& facts, const Counties& counties) {
  std::vector<Finding> found;
  for (const FactDefinition& fact : catalogue.facts) {
    double sum = 0;
    std::string parts;
    for (const CountyFacts& county : counties)
      if (const std::optional<double> value = valueOf(county.facts, fact.name)) {
        sum += *value;
        parts += fmt::format("{}{} {}", parts.empty() ? "" : " + ", county.name, numberText(*value, fact.decimals));
      }
    if (parts.empty()) continue;
    const std::optional<double> whole = valueOf(facts, fact.name);
    if (whole && std::abs(*whole - sum) <= kSame) continue;
    found.push_back({FindingCode::kTotals, fact.name, "各县（区）之和等于全市：" + fact.label.zh,
                     "The counties add up to the city: " + fact.label.en,
                     fmt::format("{} {}; {} = {}", fact.label.zh, whole ? numberText(*whole, fact.decimals) : "—",
                                 parts, numberText(sum, fact.decimals))});
  }
  for (const CountyFacts& county : counties)
    for (Finding one : checkTotals(catalogue, county.facts)) {
      one.zh = county.name + "：" + one.zh;
      one.en = county.name + ": " + one.en;
      found.push_back(std::move(one));
    }
  return found;
}

std::vector<Finding> checkAgainstBefore(const ReportCatalogue& catalogue, const Facts& facts, const Facts& before,
                                        const Blanks& typed) {
  std::vector<Finding> found;
  for (const auto& [name, fact] : facts) {
    const FactDefinition* definition = catalogue.fact(name);
    const std::optional<double> last = valueOf(before, name);
    if (!definition || !definition->is_cumulative || !fact.number || !last || *fact.number >= *last - kSame) continue;
    const auto reason = typed.find("reason." + name);
    if (reason != typed.end() && !reason->second.empty()) continue;
    found.push_back({FindingCode::kFell, name, definition->label.zh, definition->label.en,
                     fmt::format("{} -> {}", numberText(*last, definition->decimals), fact.text)});
  }
  return found;
}

std::vector<Finding> checkAge(const ReportCatalogue& catalogue, const Facts& facts, const std::string& grade,
                              std::int64_t as_of_utc_ms) {
  const DeadlineRule& rule = catalogue.deadlineOf(grade);
  std::vector<Finding> found;
  for (const auto& [name, fact] : facts) {
    const FactDefinition* definition = catalogue.fact(name);
    if (!definition || !definition->is_cumulative || !fact.isKnown()) continue;
    const std::int64_t age_min = (as_of_utc_ms - fact.as_of_utc_ms) / kMinute_ms;
    if (age_min > rule.oldest_min)
      found.push_back({FindingCode::kStale, name, definition->label.zh, definition->label.en, std::to_string(age_min)});
  }
  return found;
}

bool holdsPlaceholder(std::string_view text) {
  constexpr std::array<std::string_view, 6> kSigns = {"XX", "xx", "××", "待填", "TBD", "__"};
  for (const std::string_view sign : kSigns)
    if (text.find(sign) != std::string_view::npos) return true;
  return !placeholdersOf(text).empty();
}

}  // namespace gis::situation
