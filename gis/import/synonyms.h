// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace gis {

// How a field's name was recognised as a column's.
enum class NamedAs { kColumn, kSynonym, kPinyin, kInitials, kCutOff, kPart };

struct NameMatch {
  double score_ratio = 0;  // 1: the very name
  NamedAs as = NamedAs::kColumn;
};

enum class Axis { kX, kY };
enum class ShiftedMap { kNone, kGcj02, kBd09 };

// What fields, tables, units and coded values are called in other people's files: resources/import. Plain data once
// loaded; any thread may read.
class Synonyms {
 public:
  // From the files compiled in.
  static Synonyms load();

  // Chinese names, pinyin, initials, names cut to the ten bytes of a dBase field, with or without a unit in brackets
  // and a group's name before. Nothing when the names have nothing to do with each other.
  std::optional<NameMatch> match(std::string_view field, const std::string& table, const std::string& column) const;
  // 0 to 1: how well a file's or layer's name fits a table.
  double tableNameFit(std::string_view name, const std::string& table) const;
  // What a column is called in Chinese; the column's name where nothing is known.
  std::string titleOf(const std::string& table, const std::string& column) const;
  // 0 to 1: whether a field holds coordinates.
  double coordinateFit(std::string_view field, Axis axis) const;
  // A web map whose shifted coordinates a name speaks of.
  ShiftedMap shiftedMapNamedIn(std::string_view text) const;
  // By what the field's values have to be multiplied for the column ("面积(亩)" for area_m2: 666.67); 1 when nothing is
  // said or the units have nothing to do with each other.
  double factorFor(std::string_view field, std::string_view column) const;
  // The code that a word stands for, "砖混" in code_structure; empty when not known.
  std::string codeFor(const std::string& code_table, std::string_view word) const;
  // 是 / 否 and their kin; nothing when the word is neither.
  std::optional<bool> yesNo(std::string_view word) const;

 private:
  struct Unit {
    std::string of;
    double factor_ratio = 1;
  };
  struct Table {
    std::vector<std::string> names;
    std::map<std::string, std::vector<std::string>, std::less<>> columns;
  };
  std::vector<std::string> wordsFor(const std::string& table, const std::string& column) const;
  std::string pinyinOf(std::string_view text, bool initials) const;
  std::optional<NameMatch> compare(const std::string& field, const std::string& word) const;

  std::map<std::string, std::vector<std::string>, std::less<>> m_any;
  std::map<std::string, Table, std::less<>> m_tables;
  std::map<std::string, Unit, std::less<>> m_units;
  std::map<std::string, std::string, std::less<>> m_codes;  // "code_structure/砖混" -> "1"
  std::vector<std::string> m_yes, m_no, m_x, m_y, m_gcj02, m_bd09;
  std::map<std::string, std::string, std::less<>> m_pinyin;  // by character
};

// Lower case, without spaces, signs and what stands in brackets.
std::string plainName(std::string_view name);
// What stands in the last brackets of a name, "亩" of "面积（亩）".
std::string bracketed(std::string_view name);
// The characters of UTF-8 text.
std::vector<std::string_view> charactersOf(std::string_view text);

}  // namespace gis
