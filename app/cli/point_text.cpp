// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/point_text.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/input_text.h"

namespace app {
namespace {

constexpr std::string_view kSeparators = " \t\r,;";

gis::Result<gis::Projector::XY> onePoint(std::string_view text) {
  const auto numbers = readNumbers(text);
  if (!numbers) return std::unexpected(numbers.error());
  if (numbers->size() != 2)
    return gis::fail(gis::ErrorCode::kInvalidArgument, clipped(text),
                     "two numbers are expected, found " + std::to_string(numbers->size()));
  return gis::Projector::XY{(*numbers)[0], (*numbers)[1]};
}

gis::Result<gis::Projector::XY> onePoint(const nlohmann::json& item) {
  if (!item.is_array() || item.size() < 2 || !item[0].is_number() || !item[1].is_number())
    return gis::fail(gis::ErrorCode::kInvalidArgument,
                     clipped(item.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace)),
                     "a pair [x, y] is expected");
  return gis::Projector::XY{item[0].get<double>(), item[1].get<double>()};
}

std::vector<PointLine> readJson(const std::string& text) {
  const nlohmann::json document = parseJson(text);
  std::vector<PointLine> points;
  if (document.is_discarded()) {
    points.push_back(
        {1, gis::fail(gis::ErrorCode::kInvalidArgument, clipped(text), "this is no JSON array [[x, y], ...]")});
    return points;
  }
  // A single [x, y] is taken for one point.
  if (document.size() == 2 && document[0].is_number()) {
    points.push_back({1, onePoint(document)});
    return points;
  }
  int number = 0;
  for (const nlohmann::json& item : document) points.push_back({++number, onePoint(item)});
  return points;
}

}  // namespace

gis::Result<std::vector<double>> readNumbers(std::string_view text) {
  std::vector<double> numbers;
  std::size_t at = 0;
  while ((at = text.find_first_not_of(kSeparators, at)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kSeparators, at), text.size());
    std::string_view word = text.substr(at, end - at);
    if (word.starts_with('+')) word.remove_prefix(1);
    double value = 0;
    const auto [stop, fault] = std::from_chars(word.data(), word.data() + word.size(), value);
    if (fault != std::errc{} || stop != word.data() + word.size() || !std::isfinite(value))
      return gis::fail(gis::ErrorCode::kInvalidArgument, clipped(text), "\"" + clipped(word) + "\" is not a number");
    numbers.push_back(value);
    at = end;
  }
  return numbers;
}

std::vector<PointLine> readPoints(std::istream& in) {
  const std::string all = readInput(in);
  if (trimmed(all).starts_with('[')) return readJson(all);
  std::vector<PointLine> points;
  int number = 0;
  std::size_t at = 0;
  while (at < all.size()) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    const std::string_view line = trimmed(std::string_view(all).substr(at, end - at));
    at = end + 1;
    ++number;
    if (!line.empty() && !line.starts_with('#')) points.push_back({number, onePoint(line)});
  }
  return points;
}

}  // namespace app
