// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/briefing/fact_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

namespace gis::briefing {
namespace {

constexpr auto kNothing = "—";

std::string grouped(std::string digits) {
  const std::size_t begin = digits.starts_with('-') ? 1 : 0;
  std::size_t end = std::min(digits.find('.'), digits.size());
  while (end > begin + 3) digits.insert(end -= 3, 1, ',');
  return digits;
}

std::string numberText(double value, int decimals) {
  if (!std::isfinite(value)) return kNothing;
  if (decimals < 0) decimals = value == std::floor(value) ? 0 : 1;
  std::string digits = fmt::format("{:.{}f}", value, decimals);
  // "-0.0" says nothing else than "0.0".
  if (digits.starts_with('-') && digits.find_first_of("123456789") == std::string::npos) digits.erase(0, 1);
  return grouped(std::move(digits));
}

}  // namespace

int FactTable::columnOf(std::string_view name) const {
  const auto found = std::ranges::find(columns, name);
  return found == columns.end() ? -1 : static_cast<int>(found - columns.begin());
}

FactCell FactTable::cell(std::size_t row, std::string_view column) const {
  const int at = columnOf(column);
  if (at < 0 || row >= rows.size() || static_cast<std::size_t>(at) >= rows[row].size()) return {};
  return rows[row][static_cast<std::size_t>(at)];
}

std::string FactTable::text(std::size_t row, std::string_view column) const {
  const FactCell value = cell(row, column);
  return std::holds_alternative<std::monostate>(value) ? std::string() : cellText(value);
}

double FactTable::number(std::size_t row, std::string_view column) const {
  const FactCell value = cell(row, column);
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return static_cast<double>(*whole);
  if (const auto* real = std::get_if<double>(&value)) return *real;
  return std::numeric_limits<double>::quiet_NaN();
}

int FactTable::tone(std::size_t row) const {
  const double value = number(row, "tone");
  return value >= 1 && value <= 4 ? static_cast<int>(value) : 0;
}

std::string cellText(const FactCell& cell, int decimals) {
  if (const auto* text = std::get_if<std::string>(&cell)) return text->empty() ? kNothing : *text;
  if (const auto* whole = std::get_if<std::int64_t>(&cell)) return grouped(std::to_string(*whole));
  if (const auto* real = std::get_if<double>(&cell)) return numberText(*real, decimals);
  return kNothing;
}

std::string filledIn(std::string_view sentence, const FactTable& table, std::size_t row) {
  std::string filled;
  while (!sentence.empty()) {
    const std::size_t open = sentence.find('{');
    const std::size_t close = sentence.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) break;
    filled += sentence.substr(0, open);
    std::string_view name = sentence.substr(open + 1, close - open - 1);
    int decimals = -1;
    if (const std::size_t colon = name.find(':'); colon != std::string_view::npos) {
      std::from_chars(name.data() + colon + 1, name.data() + name.size(), decimals);
      name = name.substr(0, colon);
    }
    filled += cellText(table.cell(row, name), decimals);
    sentence.remove_prefix(close + 1);
  }
  return filled.append(sentence);
}

}  // namespace gis::briefing
