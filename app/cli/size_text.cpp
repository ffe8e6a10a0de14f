// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/size_text.h"

#include <charconv>

namespace app {
namespace {

constexpr int kSmallestPx = 16;
constexpr int kLargestPx = 16384;

std::optional<int> wholeNumber(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  if (value < kSmallestPx || value > kLargestPx) return std::nullopt;
  return value;
}

}  // namespace

std::optional<SizePx> parseSize(const std::string& text) {
  const std::string_view all = text;
  for (const std::string_view sign : {"x", "X", "*", "×"}) {
    const std::size_t at = all.find(sign);
    if (at == std::string_view::npos) continue;
    const auto width = wholeNumber(all.substr(0, at));
    const auto height = wholeNumber(all.substr(at + sign.size()));
    if (width && height) return SizePx{*width, *height};
    return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace app
