// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/search/spoken_name.h"

#include <algorithm>
#include <array>
#include <vector>

#include "gis/hanzi/folded_text.h"

namespace gis {
namespace {

constexpr std::size_t kMostSyllables = 8;  // of longer names the first ones are enough

struct SecondReading {
  std::string_view character, first, second;
};
// Xiandai Hanyu Cidian (7th edition), readings used in names.
constexpr std::array kSecondReadings = {
    SecondReading{"长", "zhang", "chang"}, SecondReading{"长", "chang", "zhang"}, SecondReading{"重", "zhong", "chong"},
    SecondReading{"乐", "le", "yue"},      SecondReading{"行", "xing", "hang"},   SecondReading{"朝", "chao", "zhao"},
    SecondReading{"单", "dan", "shan"},    SecondReading{"解", "jie", "xie"},     SecondReading{"查", "cha", "zha"},
    SecondReading{"曾", "ceng", "zeng"},   SecondReading{"仇", "chou", "qiu"},    SecondReading{"藏", "cang", "zang"},
    SecondReading{"区", "qu", "ou"},       SecondReading{"盖", "gai", "ge"},      SecondReading{"尉", "wei", "yu"},
    SecondReading{"会", "hui", "kuai"},    SecondReading{"降", "jiang", "xiang"}, SecondReading{"屯", "tun", "zhun"},
    SecondReading{"堡", "bao", "bu"},      SecondReading{"堡", "bao", "pu"},      SecondReading{"峪", "yu", "gu"},
    SecondReading{"都", "dou", "du"},      SecondReading{"大", "da", "dai"},      SecondReading{"石", "shi", "dan"},
};

using Syllables = std::vector<std::string>;

void addWords(const Syllables& syllables, SpokenName& name) {
  for (std::size_t from = 0; from < syllables.size(); ++from) {
    if (!name.pinyin.empty()) name.pinyin += ' ', name.initials += ' ';
    for (std::size_t i = from; i < syllables.size(); ++i) {
      name.pinyin += syllables[i];
      name.initials += syllables[i].front();
    }
  }
}

// The readings with one character read the other way.
std::vector<Syllables> otherReadings(std::string_view name, const Syllables& usual) {
  std::vector<Syllables> others;
  for (const SecondReading& reading : kSecondReadings) {
    if (name.find(reading.character) == std::string_view::npos) continue;
    Syllables other = usual;
    std::ranges::replace(other, std::string(reading.first), std::string(reading.second));
    if (other != usual) others.push_back(std::move(other));
  }
  return others;
}

}  // namespace

SpokenName spokenName(const PinyinReader& reader, std::string_view name, std::string_view initials) {
  SpokenName spoken;
  Syllables usual = reader.syllables(name);
  if (usual.size() > kMostSyllables) usual.resize(kMostSyllables);
  std::vector<Syllables> readings = otherReadings(name, usual);
  readings.insert(readings.begin(), usual);
  // The reading that the table's initials agree with comes first.
  const std::string known = foldedText(initials);
  std::ranges::stable_sort(readings, {}, [&](const Syllables& syllables) {
    std::string own;
    for (const std::string& syllable : syllables) own += syllable.front();
    return own != known;
  });
  spoken.initials = known;
  SpokenName words;
  for (const Syllables& syllables : readings) addWords(syllables, words);
  spoken.pinyin = words.pinyin;
  if (!spoken.initials.empty() && !words.initials.empty()) spoken.initials += ' ';
  spoken.initials += words.initials;
  return spoken;
}

std::string spacedText(std::string_view utf8) {
  const std::string folded = foldedText(utf8);
  std::string out;
  for (std::size_t i = 0; i < folded.size();) {
    const auto byte = static_cast<unsigned char>(folded[i]);
    if (byte < 0x80) {
      out += folded[i++];
      continue;
    }
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    out += ' ';
    out += std::string_view(folded).substr(i, length);
    out += ' ';
    i += length;
  }
  return out;
}

}  // namespace gis
