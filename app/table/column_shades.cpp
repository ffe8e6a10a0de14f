// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table/column_shades.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace app {

namespace {
constexpr int kClasses = 5;
constexpr int kMarked = 4;
}  // namespace

int ColumnShade::strength(double number, bool empty, std::int64_t fid) const {
  switch (rule) {
    case ShadeRule::kNone:
      return 0;
    case ShadeRule::kEmpty:
      return empty ? kMarked : 0;
    case ShadeRule::kRepeated:
      return std::ranges::binary_search(marked, fid) ? kMarked : 0;
    case ShadeRule::kByValue:
      if (empty || !std::isfinite(number)) return 0;
      return 1 + static_cast<int>(std::ranges::lower_bound(limits, number) - limits.begin());
  }
  return 0;
}

ColumnShade makeShade(const gis::TableData& data, std::size_t column, ShadeRule rule) {
  ColumnShade shade;
  shade.rule = rule;
  const auto values = column < data.columns.size() ? data.columns[column] : nullptr;
  if (!values) {
    if (rule != ShadeRule::kEmpty) shade.rule = ShadeRule::kNone;
    return shade;
  }
  if (rule == ShadeRule::kByValue) {
    std::vector<double> numbers;
    if (!values->numbers.empty())
      for (std::size_t row = 0; row < data.rowCount(); ++row)
        if (const double number = values->numbers[values->entryOf(row)]; std::isfinite(number))
          numbers.push_back(number);
    std::ranges::sort(numbers);
    for (int i = 1; i < kClasses && !numbers.empty(); ++i)
      shade.limits.push_back(numbers[numbers.size() * static_cast<std::size_t>(i) / kClasses]);
    if (numbers.empty()) shade.rule = ShadeRule::kNone;
  }
  if (rule == ShadeRule::kRepeated) {
    std::unordered_map<std::string_view, std::size_t> times;
    for (std::size_t row = 0; row < data.rowCount(); ++row) ++times[values->textOf(values->entryOf(row))];
    for (std::size_t row = 0; row < data.rowCount(); ++row) {
      const auto text = values->textOf(values->entryOf(row));
      if (!text.empty() && times[text] > 1) shade.marked.push_back(data.fids[row]);
    }
  }
  return shade;
}

}  // namespace app
