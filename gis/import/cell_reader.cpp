// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/cell_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>

namespace gis {

namespace {

constexpr double kMostExact = 9.0e15;  // integers that a double holds without loss

// "140431100201.0" and 1.40431100201e11 are what a spreadsheet makes of a code.
std::string codeText(const SourceCell& cell) {
  if (const auto* real = std::get_if<double>(&cell))
    if (std::abs(*real) < kMostExact && std::nearbyint(*real) == *real) return fmt::format("{:.0f}", *real);
  std::string text = trimmedText(cellText(cell));
  if (text.size() > 2 && text.ends_with(".0") && text.find_first_not_of("0123456789.") == std::string::npos)
    text.resize(text.size() - 2);
  return text;
}

// "小（1）型" as "小1型" and "小(1)型": one way to write it.
std::string codeWord(std::string_view text) {
  std::string word;
  for (const std::string_view c : charactersOf(text))
    if (c != "(" && c != ")" && c != "（" && c != "）" && c != " " && c != "　") word += c;
  return word;
}

// "大型" of "大型（Ⅱ级）".
std::string withoutBrackets(std::string_view text) {
  const std::size_t bracket = text.find("（");
  return std::string(bracket == std::string_view::npos || bracket == 0 ? text : text.substr(0, bracket));
}

bool looksLikeUuid(const std::string& text) {
  return text.size() == 36 && text.find_first_not_of("0123456789abcdef-") == std::string::npos && text[8] == '-';
}

}  // namespace

std::string trimmedText(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kBlank = {" ", "\t", "\r", "\n", "　", "\xC2\xA0"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view blank : kBlank) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size()), again = true;
      if (text.ends_with(blank)) text.remove_suffix(blank.size()), again = true;
    }
  }
  return std::string(text);
}

std::optional<double> numberIn(std::string_view text) {
  std::string plain;
  for (const std::string_view c : charactersOf(text))
    if (c != "," && c != "，" && c != " ") plain += c;
  if (plain.starts_with('+')) plain.erase(0, 1);
  double value = 0;
  const auto read = std::from_chars(plain.data(), plain.data() + plain.size(), value);
  if (read.ec != std::errc() || read.ptr != plain.data() + plain.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<std::string> dateOf(const std::string& text) {
  std::vector<std::string> parts(1);
  for (const std::string_view c : charactersOf(text)) {
    if (c == " " || c == "T") break;  // the time of day
    if (c.size() == 1 && c[0] >= '0' && c[0] <= '9')
      parts.back() += c;
    else if (c == "-" || c == "/" || c == "." || c == "年" || c == "月" || c == "日")
      parts.emplace_back();
    else
      return std::nullopt;
  }
  while (!parts.empty() && parts.back().empty()) parts.pop_back();
  if (parts.size() == 1 && parts[0].size() == 8)
    parts = {parts[0].substr(0, 4), parts[0].substr(4, 2), parts[0].substr(6, 2)};
  if (parts.empty() || parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
  std::array<int, 3> numbers = {0, 1, 1};
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (parts[i].empty() || parts[i].size() > 4) return std::nullopt;
    std::from_chars(parts[i].data(), parts[i].data() + parts[i].size(), numbers[i]);
  }
  const std::chrono::year_month_day day{std::chrono::year(numbers[0]),
                                        std::chrono::month(static_cast<unsigned>(numbers[1])),
                                        std::chrono::day(static_cast<unsigned>(numbers[2]))};
  if (!day.ok()) return std::nullopt;
  std::string date = fmt::format("{:04}", numbers[0]);
  for (std::size_t i = 1; i < parts.size(); ++i) date += fmt::format("-{:02}", numbers[i]);
  return date;
}

std::string rejectName(RejectReason reason) {
  switch (reason) {
    case RejectReason::kNoGeometry:
      return "no_geometry";
    case RejectReason::kWrongGeometry:
      return "wrong_geometry";
    case RejectReason::kBrokenGeometry:
      return "broken_geometry";
    case RejectReason::kFarAway:
      return "far_away";
    case RejectReason::kMissingValue:
      return "missing_value";
    case RejectReason::kNotANumber:
      return "not_a_number";
    case RejectReason::kNotADate:
      return "not_a_date";
    case RejectReason::kUnknownCode:
      return "unknown_code";
    case RejectReason::kUnknownDivision:
      return "unknown_division";
    case RejectReason::kUnknownReference:
      return "unknown_reference";
    case RejectReason::kNotAnIdentifier:
      return "not_an_identifier";
    case RejectReason::kDuplicate:
      return "duplicate";
    case RejectReason::kRule:
      return "rule";
  }
  return "rule";
}

CellReader::CellReader(const TargetColumn& column, const ColumnRule& rule, const Vocabulary& vocabulary,
                       std::unordered_set<std::string> referenced)
    : m_column(column), m_rule(rule), m_vocabulary(vocabulary), m_referenced(std::move(referenced)) {
  if (column.code_table.empty()) return;
  if (const auto list = vocabulary.codes->find(column.code_table); list != vocabulary.codes->end())
    m_codes = &list->second;
}

std::expected<CellValue, RejectReason> CellReader::read(const SourceCell& cell) const {
  if (std::holds_alternative<std::monostate>(cell)) return CellValue();
  const bool coded = m_codes != nullptr || !m_column.reference_table.empty() || m_column.yes_no;
  if (!coded && m_column.type != ColumnType::kText) {
    if (const auto* integer = std::get_if<std::int64_t>(&cell))
      if (m_rule.factor_ratio == 1 && m_column.type == ColumnType::kInteger) return CellValue(*integer);
    if (const auto* integer = std::get_if<std::int64_t>(&cell)) return readNumber(static_cast<double>(*integer));
    if (const auto* real = std::get_if<double>(&cell)) return readNumber(*real);
  }
  const std::string text = codeText(cell);
  if (text.empty()) return CellValue();
  return readText(text);
}

std::expected<CellValue, RejectReason> CellReader::readNumber(double value) const {
  if (!std::isfinite(value)) return CellValue();
  value *= m_rule.factor_ratio;
  if (m_column.type == ColumnType::kReal) return CellValue(value);
  const double whole = std::nearbyint(value);
  if (std::abs(whole - value) > 1e-6 || std::abs(value) > kMostExact) return std::unexpected(RejectReason::kNotANumber);
  return CellValue(static_cast<std::int64_t>(whole));
}

CellValue CellReader::typed(const std::string& code) const {
  if (m_column.type != ColumnType::kInteger) return code;
  return static_cast<std::int64_t>(std::strtoll(code.c_str(), nullptr, 10));
}

std::optional<std::string> CellReader::codeOf(const std::string& text) const {
  const auto known = [&](std::string_view code) {
    return std::ranges::find(*m_codes, code, &CodeEntry::code) != m_codes->end();
  };
  if (const auto said = m_rule.values.find(text); said != m_rule.values.end())
    return known(said->second) ? std::optional(said->second) : std::nullopt;
  if (known(text)) return text;
  if (const auto number = numberIn(text); number && m_column.type == ColumnType::kInteger)
    if (const std::string code = fmt::format("{:.0f}", *number); known(code) && std::nearbyint(*number) == *number)
      return code;
  const std::string word = codeWord(text);
  const CodeEntry* begins = nullptr;
  int beginning = 0;
  for (const CodeEntry& entry : *m_codes) {
    if (codeWord(entry.name_zh) == word || entry.name_en == text || withoutBrackets(entry.name_zh) == text)
      return entry.code;
    if (charactersOf(word).size() >= 2 && codeWord(entry.name_zh).starts_with(word)) begins = &entry, ++beginning;
  }
  if (const std::string code = m_vocabulary.words->codeFor(m_column.code_table, text); known(code)) return code;
  if (beginning == 1) return begins->code;
  return std::nullopt;
}

std::expected<CellValue, RejectReason> CellReader::readText(const std::string& text) const {
  if (m_codes != nullptr) {
    const auto [asked, fresh] = m_codes_asked.try_emplace(text);
    if (fresh) asked->second = codeOf(text);
    if (!asked->second) return std::unexpected(RejectReason::kUnknownCode);
    return typed(*asked->second);
  }
  if (m_column.reference_table == "division") {
    auto code = m_vocabulary.divisions->codeOf(text);
    if (!code) return std::unexpected(RejectReason::kUnknownDivision);
    return CellValue(std::move(*code));
  }
  if (!m_column.reference_table.empty()) {
    if (!m_referenced.contains(text)) return std::unexpected(RejectReason::kUnknownReference);
    return typed(text);
  }
  if (m_column.yes_no) {
    const auto yes = m_vocabulary.words->yesNo(text);
    if (!yes) return std::unexpected(RejectReason::kUnknownCode);
    return CellValue(static_cast<std::int64_t>(*yes ? 1 : 0));
  }
  if (m_column.type != ColumnType::kText) {
    const auto number = numberIn(text);
    if (!number) return std::unexpected(RejectReason::kNotANumber);
    return readNumber(*number);
  }
  if (m_column.name == "uuid") {
    std::string lower = text;
    std::ranges::transform(lower, lower.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    if (lower.size() == 38 && lower.front() == '{') lower = lower.substr(1, 36);
    if (!looksLikeUuid(lower)) return std::unexpected(RejectReason::kNotAnIdentifier);
    return CellValue(std::move(lower));
  }
  if (m_column.name.ends_with("_on") || m_column.name == "as_of") {
    auto date = dateOf(text);
    if (!date) return std::unexpected(RejectReason::kNotADate);
    return CellValue(std::move(*date));
  }
  return CellValue(text);
}

}  // namespace gis
