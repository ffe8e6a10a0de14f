// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace layers {

// Both from 1; columns count characters, not bytes.
struct TextPosition {
  int line = 1;
  int column = 1;
};

// The position of a byte in UTF-8 text; one beyond the end is the end's.
TextPosition positionOf(std::string_view text, std::size_t byte);

// Where the parts of a JSON text stand: the parser we use forgets it. Only for text that parses.
class JsonPositions {
 public:
  explicit JsonPositions(std::string_view json_text);

  // Of the member or element at "/style/0/paint": its key, or itself in a list. For what is not there (a key that is
  // missing, nesting beyond what is kept) the nearest thing around it.
  TextPosition of(std::string path) const;

  // Keys that an object has twice, by path; the parser keeps the last one and drops the others without a word.
  const std::vector<std::pair<std::string, TextPosition>>& repeatedKeys() const { return m_repeated; }

 private:
  void keep(const std::string& path, std::size_t byte);
  std::string_view m_text;
  std::map<std::string, std::size_t, std::less<>> m_bytes;
  std::vector<std::pair<std::string, TextPosition>> m_repeated;
};

}  // namespace layers
