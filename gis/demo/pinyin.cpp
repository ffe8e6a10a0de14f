// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/pinyin.h"

#include <unordered_map>
#include <vector>

#include "gis/demo/writer.h"

namespace gis::demo {
namespace {

struct Table {
  std::unordered_map<std::string_view, char> letters;
  std::vector<std::pair<std::string_view, std::string_view>> words;
};

std::size_t characterLength(char lead) {
  const auto byte = static_cast<unsigned char>(lead);
  return byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

Table readTable() {
  Table table;
  std::string_view text = factText("pinyin_initials.txt");
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.starts_with('#')) continue;
    if (const std::size_t equals = line.find('='); equals != std::string_view::npos) {
      table.words.emplace_back(line.substr(0, equals), line.substr(equals + 1));
    } else if (line.size() > 2 && line[1] == ':') {
      for (std::size_t i = 2; i < line.size(); i += characterLength(line[i]))
        table.letters.emplace(line.substr(i, characterLength(line[i])), line[0]);
    }
  }
  return table;
}

}  // namespace

std::string pinyinInitials(std::string_view name) {
  static const Table table = readTable();
  std::string initials;
  while (!name.empty()) {
    bool is_word = false;
    for (const auto& [word, letters] : table.words)
      if (!is_word && name.starts_with(word)) {
        initials += letters;
        name.remove_prefix(word.size());
        is_word = true;
      }
    if (is_word) continue;
    const std::size_t length = std::min(characterLength(name[0]), name.size());
    if (length == 1) {
      const char c = name[0];
      if (c >= 'A' && c <= 'Z') initials += static_cast<char>(c - 'A' + 'a');
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) initials += c;
    } else if (const auto found = table.letters.find(name.substr(0, length)); found != table.letters.end()) {
      initials += found->second;
    }
    name.remove_prefix(length);
  }
  return initials;
}

}  // namespace gis::demo
