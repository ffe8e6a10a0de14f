// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/geo/coordinate_tokens.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <utility>

namespace gis {

namespace {

constexpr std::size_t kLongestText = 400;

// Written forms (beyond full-width ASCII) and the ASCII they stand for; longer forms first where one begins another.
// After folding, degrees, minutes and seconds are written d ' ", directions e w n s.
constexpr std::array<std::pair<std::string_view, std::string_view>, 39> kFolds = {{{"东经", " e "},
                                                                                   {"東經", " e "},
                                                                                   {"西经", " w "},
                                                                                   {"西經", " w "},
                                                                                   {"北纬", " n "},
                                                                                   {"北緯", " n "},
                                                                                   {"南纬", " s "},
                                                                                   {"南緯", " s "},
                                                                                   {"经度", " e "},
                                                                                   {"經度", " e "},
                                                                                   {"纬度", " n "},
                                                                                   {"緯度", " n "},
                                                                                   {"横坐标", " "},
                                                                                   {"纵坐标", " "},
                                                                                   {"坐标", " "},
                                                                                   {"度", "d"},
                                                                                   {"分", "'"},
                                                                                   {"秒", "\""},
                                                                                   {"东", " e "},
                                                                                   {"西", " w "},
                                                                                   {"南", " s "},
                                                                                   {"北", " n "},
                                                                                   {"米", " "},
                                                                                   {"°", "d"},
                                                                                   {"º", "d"},
                                                                                   {"˚", "d"},
                                                                                   {"′", "'"},
                                                                                   {"’", "'"},
                                                                                   {"‘", "'"},
                                                                                   {"″", "\""},
                                                                                   {"”", "\""},
                                                                                   {"“", "\""},
                                                                                   {"、", ","},
                                                                                   {"。", "."},
                                                                                   {"−", "-"},
                                                                                   {"–", "-"},
                                                                                   {"\xE3\x80\x80", " "},
                                                                                   {"\xC2\xA0", " "},
                                                                                   {"\xEF\xBB\xBF", " "}}};

// Words that say something, longest first, removed from the text once understood.
enum class Word { kGcj02, kBd09, kCgcs2000, kEast, kNorth, kNothing };
constexpr std::array<std::pair<std::string_view, Word>, 31> kWords = {{
    {"高德地图", Word::kGcj02},  {"腾讯地图", Word::kGcj02},  {"火星坐标", Word::kGcj02},
    {"百度地图", Word::kBd09},   {"高德", Word::kGcj02},      {"腾讯", Word::kGcj02},
    {"火星", Word::kGcj02},      {"百度", Word::kBd09},       {"天地图", Word::kCgcs2000},
    {"gcj-02", Word::kGcj02},    {"gcj02", Word::kGcj02},     {"gcj 02", Word::kGcj02},
    {"gcj", Word::kGcj02},       {"bd-09", Word::kBd09},      {"bd09ll", Word::kBd09},
    {"bd09", Word::kBd09},       {"bd 09", Word::kBd09},      {"cgcs2000", Word::kCgcs2000},
    {"wgs-84", Word::kCgcs2000}, {"wgs 84", Word::kCgcs2000}, {"wgs84", Word::kCgcs2000},
    {"longitude", Word::kEast},  {"latitude", Word::kNorth},  {"long", Word::kEast},
    {"lng", Word::kEast},        {"lon", Word::kEast},        {"lat", Word::kNorth},
    {"amap", Word::kGcj02},      {"east", Word::kEast},       {"north", Word::kNorth},
    {"系", Word::kNothing},
}};

void replaceAll(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

// Full-width ASCII (U+FF01-U+FF5E, three UTF-8 bytes) to plain, then lower case.
std::string narrowed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = [&](std::size_t at) { return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U; };
    if (byte(i) == 0xEF && (byte(i + 1) == 0xBC || byte(i + 1) == 0xBD) && byte(i + 2) >= 0x80 && byte(i + 2) <= 0xBF) {
      const unsigned code = 0xF000U | ((byte(i + 1) & 0x3FU) << 6) | (byte(i + 2) & 0x3FU);
      if (code >= 0xFF01 && code <= 0xFF5E) {
        out += static_cast<char>(code - 0xFEE0);
        i += 2;
        continue;
      }
    }
    out += text[i];
  }
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

// Takes "epsg:4546" out of the text.
void takeCrs(std::string& text, CoordinateMarks& marks) {
  const std::size_t at = text.find("epsg");
  if (at == std::string::npos) return;
  std::size_t end = at + 4;
  while (end < text.size() && (text[end] == ':' || text[end] == ' ')) ++end;
  const std::size_t digits = end;
  while (end < text.size() && isDigit(text[end]) && end - digits < 6) ++end;
  if (end == digits) return;
  marks.crs = "EPSG:" + text.substr(digits, end - digits);
  text.replace(at, end - at, " ");
}

void takeWords(std::string& text, CoordinateMarks& marks) {
  for (const auto& [word, meaning] : kWords) {
    if (text.find(word) == std::string::npos) continue;
    if (meaning == Word::kGcj02) marks.gcj02 = true;
    if (meaning == Word::kBd09) marks.bd09 = true;
    replaceAll(text, word, meaning == Word::kEast ? " e " : meaning == Word::kNorth ? " n " : " ");
  }
}

Result<double> readNumber(std::string_view text, std::size_t& at, bool& with_point) {
  const std::size_t begin = at;
  while (at < text.size() && (isDigit(text[at]) || text[at] == '.')) ++at;
  const std::string_view digits = text.substr(begin, at - begin);
  double value = 0;
  const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), value, std::chars_format::fixed);
  if (parsed.ec != std::errc() || parsed.ptr != digits.data() + digits.size() || !std::isfinite(value))
    return fail(ErrorCode::kInvalidArgument, std::string(text), std::string(digits));
  with_point = digits.find('.') != std::string_view::npos;
  return value;
}

// The whole UTF-8 character at `at`, for messages.
std::string_view characterAt(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80) ++end;
  return text.substr(at, end - at);
}

// The word of Latin letters that begins at `at`, or the one character there.
std::string_view wordAt(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && text[end] >= 'a' && text[end] <= 'z') ++end;
  return end > at ? text.substr(at, end - at) : characterAt(text, at);
}

}  // namespace

Result<CoordinateTokens> tokenizeCoordinate(std::string_view original) {
  const auto refuse = [&](std::string_view why) {
    return fail(ErrorCode::kInvalidArgument, std::string(original.substr(0, kLongestText)), std::string(why));
  };
  if (original.size() > kLongestText) return refuse("text too long");
  CoordinateTokens result;
  std::string text = narrowed(original);
  takeCrs(text, result.marks);
  takeWords(text, result.marks);
  if (result.marks.gcj02 && result.marks.bd09) return refuse("both GCJ-02 and BD-09 are named");
  for (const auto& [from, to] : kFolds) replaceAll(text, from, to);
  replaceAll(text, "''", "\"");

  using enum CoordinateTokenKind;
  bool negative = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    CoordinateToken token;
    if (isDigit(c) || c == '.') {
      auto value = readNumber(text, at, token.with_point);
      if (!value) return refuse(value.error().detail);
      token.kind = kNumber, token.value = *value, token.negative = std::exchange(negative, false);
      result.tokens.push_back(token);
      continue;
    }
    if (negative) return refuse("\"-\" is not a number");
    ++at;
    switch (c) {
      case ' ':
      case '\t':
      case ':':
      case '=':
      case '(':
      case ')':
      case '[':
      case ']':
      case '+':
        continue;
      case '-':
        negative = true;
        continue;
      case ',':
      case ';':
      case '\n':
      case '\r':
      case '/':
      case '|':
        token.kind = kSeparator;
        break;
      case 'd':
        token.kind = kDegree;
        break;
      case '\'':
        token.kind = kMinute;
        break;
      case '"':
        token.kind = kSecond;
        break;
      case 'e':
        token.kind = kEast;
        break;
      case 'w':
        token.kind = kWest;
        break;
      case 'n':
        token.kind = kNorth;
        break;
      case 's':
        token.kind = kSouth;
        break;
      case 'x':
      case 'y':
      case 'm':
        continue;  // axis letters mean opposite things to surveyors and programs
      default:
        return refuse(fmt::format("\"{}\" is not a number", wordAt(text, at - 1)));
    }
    result.tokens.push_back(token);
  }
  if (negative) return refuse("\"-\" is not a number");
  return result;
}

}  // namespace gis
