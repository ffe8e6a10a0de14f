// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/import/synonyms.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "importFiles.h"

namespace gis {

namespace {

using Json = nlohmann::json;

constexpr double kSynonymScore = 0.97;
constexpr double kPinyinScore = 0.9;
constexpr double kCutOffScore = 0.85;
constexpr double kInitialsScore = 0.75;
constexpr std::size_t kDbaseName = 10;  // bytes

Json fileNamed(std::string_view name) {
  for (const EmbeddedFile& file : importFiles())
    if (file.name == name) return Json::parse(file.text(), nullptr, false);
  return Json::object();
}

std::vector<std::string> plainNames(const Json& words) {
  std::vector<std::string> names;
  for (const Json& word : words) names.push_back(plainName(word.get<std::string>()));
  return names;
}

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

// 5 Chinese characters fill the ten bytes of a dBase name in GBK, 3 in UTF-8.
bool isCutFrom(const std::string& field, const std::string& word) {
  if (!word.starts_with(field) || field.size() == word.size()) return false;
  const auto characters = charactersOf(field);
  const bool ascii = characters.size() == field.size();
  return ascii ? field.size() == kDbaseName : characters.size() >= 3;
}

}  // namespace

std::vector<std::string_view> charactersOf(std::string_view text) {
  std::vector<std::string_view> characters;
  for (std::size_t at = 0; at < text.size();) {
    const auto lead = static_cast<unsigned char>(text[at]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    characters.push_back(text.substr(at, length));
    at += length;
  }
  return characters;
}

std::string plainName(std::string_view name) {
  static constexpr std::string_view kDropped[] = {" ",  "_",  "-",  ".",  ":",  "*", "/",
                                                  "\t", "\n", "：", "　", "、", "·", "\xEF\xBB\xBF"};
  std::string plain;
  int depth = 0;
  for (const std::string_view c : charactersOf(name)) {
    if (c == "(" || c == "（" || c == "[" || c == "【") ++depth;
    const bool inside = depth > 0;
    if (depth > 0 && (c == ")" || c == "）" || c == "]" || c == "】")) --depth;
    if (inside || std::ranges::find(kDropped, c) != std::end(kDropped)) continue;
    if (c.size() == 1 && c[0] >= 'A' && c[0] <= 'Z')
      plain += static_cast<char>(c[0] - 'A' + 'a');
    else
      plain += c;
  }
  return plain;
}

std::string bracketed(std::string_view name) {
  std::string inside;
  bool open = false;
  for (const std::string_view c : charactersOf(name)) {
    if (c == "(" || c == "（" || c == "[" || c == "【") {
      open = true;
      inside.clear();
    } else if (c == ")" || c == "）" || c == "]" || c == "】") {
      open = false;
    } else if (open) {
      inside += c;
    }
  }
  return inside;
}

Synonyms Synonyms::load() {
  Synonyms all;
  const Json names = fileNamed("synonyms.json");
  const auto section = [&](const char* key) { return names.value(key, Json::object()); };
  const Json common = section("any");
  for (const auto& [column, words] : common.items()) all.m_any[column] = words.get<std::vector<std::string>>();
  const Json tables = section("tables");
  for (const auto& [table, known] : tables.items()) {
    Table& into = all.m_tables[table];
    into.names = plainNames(known.at("names"));
    for (const auto& [column, words] : known.at("columns").items())
      into.columns[column] = words.get<std::vector<std::string>>();
  }
  const Json units = section("units");
  for (const auto& [word, unit] : units.items())
    all.m_units[word] = {unit.at("of").get<std::string>(), unit.at("factor").get<double>()};
  const Json values = section("values");
  for (const auto& [list, codes] : values.items()) {
    if (list == "yes" || list == "no") {
      (list == "yes" ? all.m_yes : all.m_no) = codes.get<std::vector<std::string>>();
      continue;
    }
    for (const auto& [code, words] : codes.items())
      for (const Json& word : words) all.m_codes[list + "/" + word.get<std::string>()] = code;
  }
  all.m_x = plainNames(section("coordinates").value("x", Json::array()));
  all.m_y = plainNames(section("coordinates").value("y", Json::array()));
  all.m_gcj02 = plainNames(section("shifted").value("gcj02", Json::array()));
  all.m_bd09 = plainNames(section("shifted").value("bd09", Json::array()));
  const Json pinyin = fileNamed("pinyin.json");
  for (const auto& [syllable, characters] : pinyin.items()) {
    const auto text = characters.get<std::string>();
    for (const std::string_view c : charactersOf(text)) all.m_pinyin[std::string(c)] = syllable;
  }
  return all;
}

std::string Synonyms::pinyinOf(std::string_view text, bool initials) const {
  std::string out;
  for (const std::string_view c : charactersOf(text)) {
    const auto known = m_pinyin.find(c);
    if (known != m_pinyin.end())
      out += initials ? known->second.substr(0, 1) : known->second;
    else if (c.size() == 1)
      out += c;
    else
      return {};
  }
  return out;
}

std::vector<std::string> Synonyms::wordsFor(const std::string& table, const std::string& column) const {
  std::vector<std::string> words;
  if (const auto known = m_tables.find(table); known != m_tables.end())
    if (const auto own = known->second.columns.find(column); own != known->second.columns.end()) words = own->second;
  if (const auto common = m_any.find(column); common != m_any.end())
    words.insert(words.end(), common->second.begin(), common->second.end());
  return words;
}

std::optional<NameMatch> Synonyms::compare(const std::string& field, const std::string& word) const {
  if (field == word) return NameMatch{kSynonymScore, NamedAs::kSynonym};
  const std::string pinyin = pinyinOf(word, false), initials = pinyinOf(word, true);
  if (!pinyin.empty() && pinyin != word) {
    if (field == pinyin) return NameMatch{kPinyinScore, NamedAs::kPinyin};
    if (initials.size() >= 2 && field == initials)
      return NameMatch{initials.size() >= 3 ? kInitialsScore : kInitialsScore - 0.15, NamedAs::kInitials};
    if (isCutFrom(field, pinyin)) return NameMatch{kCutOffScore - 0.05, NamedAs::kCutOff};
  }
  if (isCutFrom(field, word)) return NameMatch{kCutOffScore, NamedAs::kCutOff};
  const auto characters = charactersOf(word).size();
  if (characters >= 2 && characters < word.size() && field.find(word) != std::string::npos) {
    const auto of = static_cast<double>(charactersOf(field).size());
    return NameMatch{0.4 + 0.4 * static_cast<double>(characters) / of, NamedAs::kPart};
  }
  return std::nullopt;
}

std::optional<NameMatch> Synonyms::match(std::string_view field, const std::string& table,
                                         const std::string& column) const {
  const std::string plain = plainName(field);
  if (plain.empty()) return std::nullopt;
  const std::string own = plainName(column);
  if (plain == own) return NameMatch{1, NamedAs::kColumn};
  std::optional<NameMatch> best;
  const auto better = [&](std::optional<NameMatch> found) {
    if (found && (!best || found->score_ratio > best->score_ratio)) best = found;
  };
  // "pupils" without the unit of the column, "capacity" for capacity_m3, and the column cut off.
  if (const std::size_t unit = column.find_last_of('_');
      unit != std::string::npos && plain == plainName(column.substr(0, unit)))
    better(NameMatch{0.8, NamedAs::kColumn});
  if (isCutFrom(plain, own) || (column.size() > kDbaseName && plain == plainName(column.substr(0, kDbaseName))))
    better(NameMatch{kCutOffScore, NamedAs::kCutOff});
  // The last word alone, of a name under a group's: "负责人 电话".
  std::string last;
  if (const std::size_t space = field.find_last_of(' '); space != std::string::npos)
    last = plainName(field.substr(space + 1));
  double less_ratio = 0;  // the first words of a list are the usual ones
  for (const std::string& word : wordsFor(table, column)) {
    const std::string plain_word = plainName(word);
    auto found = compare(plain, plain_word);
    if (!last.empty())
      if (auto by_last = compare(last, plain_word)) {
        by_last->score_ratio -= 0.08;
        if (!found || by_last->score_ratio > found->score_ratio) found = by_last;
      }
    if (found) found->score_ratio -= less_ratio;
    better(found);
    less_ratio = std::min(0.02, less_ratio + 0.001);
  }
  return best;
}

double Synonyms::tableNameFit(std::string_view name, const std::string& table) const {
  const auto known = m_tables.find(table);
  if (known == m_tables.end()) return 0;
  const std::string plain = plainName(name);
  double best = plain == plainName(table) ? 1 : 0;
  for (std::size_t i = 0; i < known->second.names.size(); ++i) {
    const std::string& word = known->second.names[i];
    if (plain.empty() || plain.find(word) == std::string::npos) continue;
    const double share = static_cast<double>(word.size()) / static_cast<double>(plain.size());
    best = std::max(best, 0.5 + 0.5 * share);
  }
  return best;
}

std::string Synonyms::titleOf(const std::string& table, const std::string& column) const {
  const std::vector<std::string> words = wordsFor(table, column);
  return words.empty() ? column : words.front();
}

double Synonyms::coordinateFit(std::string_view field, Axis axis) const {
  const auto& words = axis == Axis::kX ? m_x : m_y;
  const std::string plain = plainName(field);
  if (contains(words, plain)) return 1;
  if (const std::size_t space = field.find_last_of(' '); space != std::string::npos)
    if (contains(words, plainName(field.substr(space + 1)))) return 0.9;
  for (const std::string& word : words)
    if (charactersOf(word).size() < word.size() && plain.find(word) != std::string::npos) return 0.7;
  return 0;
}

ShiftedMap Synonyms::shiftedMapNamedIn(std::string_view text) const {
  std::string plain = plainName(text) + plainName(bracketed(text));
  for (const std::string& word : m_bd09)
    if (plain.find(word) != std::string::npos) return ShiftedMap::kBd09;
  for (const std::string& word : m_gcj02)
    if (plain.find(word) != std::string::npos) return ShiftedMap::kGcj02;
  return ShiftedMap::kNone;
}

double Synonyms::factorFor(std::string_view field, std::string_view column) const {
  const auto from = m_units.find(bracketed(field));
  const std::size_t underline = column.find_last_of('_');
  if (from == m_units.end()) return 1;
  auto to = underline == std::string_view::npos ? m_units.end() : m_units.find(column.substr(underline + 1));
  if (underline != std::string_view::npos && column.ends_with("_yuan")) to = m_units.find("元");
  if (to == m_units.end() && from->second.of == "people") return from->second.factor_ratio;
  if (to == m_units.end() || to->second.of != from->second.of) return 1;
  return from->second.factor_ratio / to->second.factor_ratio;
}

std::string Synonyms::codeFor(const std::string& code_table, std::string_view word) const {
  const auto known = m_codes.find(code_table + "/" + std::string(word));
  return known == m_codes.end() ? std::string() : known->second;
}

std::optional<bool> Synonyms::yesNo(std::string_view word) const {
  std::string lower(word);
  for (char& c : lower)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  if (contains(m_yes, lower)) return true;
  if (contains(m_no, lower)) return false;
  return std::nullopt;
}

}  // namespace gis
