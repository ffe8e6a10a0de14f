// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/catalogue.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace gis::stocks {
namespace {

constexpr std::int64_t kMostUnits = 1'000'000'000'000;

std::string_view withoutBlanks(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

}  // namespace

Result<std::int64_t> quantityOf(const Item& item, std::string_view typed) {
  const auto wrong = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, std::string(typed), why); };
  std::string_view text = withoutBlanks(typed);
  std::int64_t number = 0;
  const auto [end, bad] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (bad == std::errc::result_out_of_range) return wrong("too large");
  if (bad != std::errc()) return wrong("a whole number is expected");
  if (number < 0) return wrong("a quantity is not negative");
  if (number > kMostUnits) return wrong("too large");
  text = withoutBlanks(text.substr(static_cast<std::size_t>(end - text.data())));
  if (text.empty() || text == item.unit_zh || text == item.unit_en) return number;
  if (text.starts_with('.')) return wrong("a whole number is expected");
  for (const Pack& pack : item.packs)
    if (text == pack.unit_zh) {
      if (number > kMostUnits / pack.units) return wrong("too large");
      return number * pack.units;
    }
  return wrong("the item has no such unit");
}

std::string packsText(const Item& item, std::int64_t quantity) {
  std::vector<Pack> packs = item.packs;
  std::ranges::sort(packs, std::greater(), &Pack::units);
  std::string text;
  for (const Pack& pack : packs) {
    const std::int64_t full = quantity / pack.units;
    if (full == 0) continue;
    text += fmt::format("{}{}{}", text.empty() ? "" : " ", full, pack.unit_zh);
    quantity %= pack.units;
  }
  if (quantity != 0 || text.empty()) text += fmt::format("{}{}{}", text.empty() ? "" : " ", quantity, item.unit_zh);
  return text;
}

Result<void> checkItem(const Item& item) {
  const auto wrong = [&](const char* why) { return fail(ErrorCode::kInvalidArgument, item.code, why); };
  if (item.code.empty() || item.name_zh.empty() || item.unit_zh.empty()) return wrong("code, name and unit are needed");
  const std::size_t digits = item.class_code.size();
  if ((digits != 1 && digits != 3 && digits != 5 && digits != 7) ||
      !std::ranges::all_of(item.class_code, [](char c) { return c >= '0' && c <= '9'; }))
    return wrong("a class has 1, 3, 5 or 7 digits (GB/T 38565-2020)");
  if (!std::isfinite(item.weight_kg) || !std::isfinite(item.volume_m3) || item.weight_kg < 0 || item.volume_m3 < 0)
    return wrong("weight and volume are not negative");
  if (item.shelf_life_days && *item.shelf_life_days < 1) return wrong("a shelf life has at least one day");
  for (const Pack& pack : item.packs)
    if (pack.units < 2 || pack.unit_zh.empty()) return wrong("a pack holds at least two units and has a name");
  if (item.norm && (!std::isfinite(item.norm->per_1000_count) || item.norm->per_1000_count < 0))
    return wrong("a norm is not negative");
  if (item.norm && item.norm->source.empty()) return wrong("a norm names its source");
  for (const KitPart& part : item.parts)
    if (part.quantity < 1) return wrong("a kit holds at least one of each part");
  return {};
}

}  // namespace gis::stocks
