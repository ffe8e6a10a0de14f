// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/input_text.h"

#include <algorithm>
#include <array>
#include <istream>
#include <iterator>
#include <utility>

#include "gis/vector/text_encoding.h"

namespace app {
namespace {

constexpr std::size_t kMostBytes = 60;
constexpr int kDeepestNesting =
    100;  // collection, feature, geometry, polygons, rings, positions: ten; the rest is room

std::string decoded(std::string bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return bytes.substr(3);
  if (bytes.starts_with("\xFF\xFE")) return gis::toUtf8(std::string_view(bytes).substr(2), "UTF-16LE");
  if (bytes.starts_with("\xFE\xFF")) return gis::toUtf8(std::string_view(bytes).substr(2), "UTF-16BE");
  gis::EncodingGuess guess;
  guess.add(bytes);
  return guess.onlyAscii() ? bytes : gis::toUtf8(bytes, guess.best());
}

// What Chinese keyboards type between two numbers.
constexpr std::array<std::pair<std::string_view, char>, 4> kWide = {
    {{"，", ','}, {"、", ','}, {"；", ';'}, {"\xE3\x80\x80", ' '}}};

std::string withPlainSeparators(const std::string& text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = std::string_view(text).substr(at);
    const auto* wide = std::ranges::find_if(kWide, [&](const auto& pair) { return rest.starts_with(pair.first); });
    plain += wide != kWide.end() ? wide->second : text[at];
    at += wide != kWide.end() ? wide->first.size() : 1;
  }
  return plain;
}

bool nestedTooDeep(std::string_view json) {
  int depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < json.size(); ++i) {
    const char c = json[i];
    if (in_text && c == '\\')
      ++i;
    else if (c == '"')
      in_text = !in_text;
    else if (!in_text && (c == '[' || c == '{') && ++depth > kDeepestNesting)
      return true;
    else if (!in_text && (c == ']' || c == '}'))
      --depth;
  }
  return false;
}

}  // namespace

std::string readInput(std::istream& in) {
  const std::string text = decoded({std::istreambuf_iterator<char>(in), {}});
  return std::ranges::any_of(text, [](char c) { return (c & 0x80) != 0; }) ? withPlainSeparators(text) : text;
}

nlohmann::json parseJson(std::string_view text) {
  return nestedTooDeep(text) ? nlohmann::json(nlohmann::json::value_t::discarded)
                             : nlohmann::json::parse(text, nullptr, false);
}

std::string clipped(std::string_view text) {
  std::string shown(text.substr(0, kMostBytes));
  if (shown.size() < text.size()) {
    const auto inside = [&](std::size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80; };
    while (!shown.empty() && inside(shown.size())) shown.pop_back();
    shown += "…";
  }
  std::ranges::replace_if(
      shown, [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return shown;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t from = text.find_first_not_of(" \t\r\n");
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(" \t\r\n") - from + 1);
}

}  // namespace app
