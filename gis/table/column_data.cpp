// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/table/column_data.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>
#include <unordered_map>

#include "gis/hanzi/folded_text.h"

namespace gis {
namespace {

constexpr std::size_t kMostCodes = std::numeric_limits<std::uint16_t>::max();
constexpr double kNone = std::numeric_limits<double>::quiet_NaN();

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
};

}  // namespace

struct ColumnBuilder::Lookup {
  std::unordered_map<std::int64_t, std::uint16_t> integers;
  std::unordered_map<std::uint64_t, std::uint16_t> reals;  // by their bits
  std::unordered_map<std::string, std::uint16_t, TextHash, std::equal_to<>> texts;
  std::string last_text;  // neighbours are often alike
  std::size_t last_entry = std::numeric_limits<std::size_t>::max();
  std::size_t empty_entry = std::numeric_limits<std::size_t>::max();
};

ColumnBuilder::ColumnBuilder(CellKind kind) : m_lookup(std::make_unique<Lookup>()) {
  m_data.kind = kind;
  m_data.text_start.push_back(0);
}
ColumnBuilder::ColumnBuilder(ColumnBuilder&&) noexcept = default;
ColumnBuilder::~ColumnBuilder() = default;

std::size_t ColumnBuilder::newEntry(std::string_view folded, bool has_number, std::int64_t number_bits) {
  if (m_lookup && m_data.entryCount() == kMostCodes) becomePlain();
  if (m_data.text.size() + folded.size() + 1 > std::numeric_limits<std::uint32_t>::max()) {
    m_too_long = true;
    folded = {};
  }
  m_data.text += folded;
  m_data.text += '\0';
  m_data.text_start.push_back(static_cast<std::uint32_t>(m_data.text.size()));
  if (m_data.kind != CellKind::kText) m_data.numbers.push_back(has_number ? std::bit_cast<double>(number_bits) : kNone);
  return m_data.entryCount() - 1;
}

void ColumnBuilder::addCode(std::size_t entry) {
  if (m_lookup) m_data.codes.push_back(static_cast<std::uint16_t>(entry));
}

void ColumnBuilder::becomePlain() {
  ColumnData plain;
  plain.kind = m_data.kind;
  plain.text_start.reserve(2 * m_data.codes.size());
  plain.text_start.push_back(0);
  for (const std::uint16_t code : m_data.codes) {
    plain.text += m_data.textOf(code);
    plain.text += '\0';
    plain.text_start.push_back(static_cast<std::uint32_t>(plain.text.size()));
    if (!m_data.numbers.empty()) plain.numbers.push_back(m_data.numbers[code]);
  }
  m_data = std::move(plain);
  m_lookup.reset();
}

void ColumnBuilder::addEmpty() {
  if (!m_lookup) {
    newEntry({}, false, 0);
    return;
  }
  if (m_lookup->empty_entry > kMostCodes) {
    const std::size_t entry = newEntry({}, false, 0);
    if (!m_lookup) return;
    m_lookup->empty_entry = entry;
  }
  addCode(m_lookup->empty_entry);
}

void ColumnBuilder::add(std::int64_t value) {
  if (m_lookup)
    if (const auto known = m_lookup->integers.find(value); known != m_lookup->integers.end())
      return addCode(known->second);
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  const std::size_t entry = newEntry({digits, static_cast<std::size_t>(end - digits)}, true,
                                     std::bit_cast<std::int64_t>(static_cast<double>(value)));
  if (m_lookup) m_lookup->integers[value] = static_cast<std::uint16_t>(entry);
  addCode(entry);
}

void ColumnBuilder::addReal(double value_ratio) {
  if (std::isnan(value_ratio)) return addEmpty();
  const auto bits = std::bit_cast<std::uint64_t>(value_ratio);
  if (m_lookup)
    if (const auto known = m_lookup->reals.find(bits); known != m_lookup->reals.end()) return addCode(known->second);
  char digits[40];
  const auto end = std::to_chars(digits, digits + sizeof digits, value_ratio).ptr;
  const std::size_t entry =
      newEntry({digits, static_cast<std::size_t>(end - digits)}, true, std::bit_cast<std::int64_t>(bits));
  if (m_lookup) m_lookup->reals[bits] = static_cast<std::uint16_t>(entry);
  addCode(entry);
}

void ColumnBuilder::add(std::string_view utf8) {
  if (utf8.empty()) return addEmpty();
  if (!m_lookup) {
    newEntry(foldedText(utf8), false, 0);
    return;
  }
  Lookup& lookup = *m_lookup;
  if (lookup.last_entry <= kMostCodes && lookup.last_text == utf8) return addCode(lookup.last_entry);
  auto known = lookup.texts.find(utf8);
  if (known == lookup.texts.end()) {
    const std::size_t entry = newEntry(foldedText(utf8), false, 0);
    if (!m_lookup) return;
    known = lookup.texts.emplace(std::string(utf8), static_cast<std::uint16_t>(entry)).first;
  }
  lookup.last_text = utf8;
  lookup.last_entry = known->second;
  addCode(known->second);
}

Result<ColumnData> ColumnBuilder::finish() {
  if (m_too_long) return fail(ErrorCode::kOutOfRange, {}, "the texts of a column exceed 4 GiB");
  m_lookup.reset();
  return std::move(m_data);
}

}  // namespace gis
