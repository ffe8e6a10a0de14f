// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/json_positions.h"

#include <algorithm>

namespace layers {
namespace {

// Deeper places are told by what is around them: a hostile file nests a hundred thousand times.
constexpr std::size_t kDeepestKept = 80;

struct Frame {
  bool list = false;
  std::size_t index = 0;        // of the element that comes next
  std::size_t path_length = 0;  // of the frame's own path
};

// The byte behind a string that begins at `at`, a quotation mark.
std::size_t endOfString(std::string_view text, std::size_t at) {
  for (++at; at < text.size() && text[at] != '"'; ++at)
    if (text[at] == '\\') ++at;
  return std::min(at + 1, text.size());
}

std::size_t skipBlank(std::string_view text, std::size_t at) {
  while (at < text.size() && std::string_view(" \t\r\n").find(text[at]) != std::string_view::npos) ++at;
  return at;
}

}  // namespace

TextPosition positionOf(std::string_view text, std::size_t byte) {
  TextPosition position;
  for (std::size_t i = 0; i < std::min(byte, text.size()); ++i) {
    if (text[i] == '\n')
      ++position.line, position.column = 1;
    else if ((static_cast<unsigned char>(text[i]) & 0xc0) != 0x80)
      ++position.column;
  }
  return position;
}

JsonPositions::JsonPositions(std::string_view json_text) : m_text(json_text) {
  const std::string_view text = m_text;
  std::vector<Frame> frames;
  std::string path;
  // A byte order mark is no part of the document.
  std::size_t at = skipBlank(text, text.starts_with("\xef\xbb\xbf") ? 3 : 0);
  keep(path, at);
  bool key_wanted = false;
  while (at < text.size()) {
    const char c = text[at];
    const bool kept = frames.size() <= kDeepestKept;
    if (c == '{' || c == '[') {
      frames.push_back({c == '[', 0, path.size()});
      key_wanted = c == '{';
      at = skipBlank(text, at + 1);
    } else if (c == '}' || c == ']') {
      if (frames.empty()) return;
      path.resize(frames.back().path_length);
      frames.pop_back();
      at = skipBlank(text, at + 1);
      continue;
    } else if (c == ',') {
      if (frames.empty()) return;
      path.resize(frames.back().path_length);
      key_wanted = !frames.back().list;
      at = skipBlank(text, at + 1);
    } else if (c == '"') {
      const std::size_t end = endOfString(text, at);
      if (key_wanted && kept) {
        path += '/' + std::string(text.substr(at + 1, end - at - 2));
        if (m_bytes.contains(path)) m_repeated.emplace_back(path, positionOf(text, at));
        keep(path, at);
        key_wanted = false;
        at = skipBlank(text, end);
        if (at < text.size() && text[at] == ':') at = skipBlank(text, at + 1);
        continue;
      }
      key_wanted = false;
      at = skipBlank(text, end);
      continue;
    } else {
      at = skipBlank(text, at + 1);  // a number, a word, or the colon behind a key too deep to keep
      continue;
    }
    // An opening bracket or a comma: in a list, the next element begins here.
    if (!frames.empty() && frames.back().list && at < text.size() && text[at] != ']' && frames.size() <= kDeepestKept) {
      path += '/' + std::to_string(frames.back().index++);
      keep(path, at);
    }
  }
}

void JsonPositions::keep(const std::string& path, std::size_t byte) { m_bytes[path] = byte; }

TextPosition JsonPositions::of(std::string path) const {
  while (true) {
    if (const auto found = m_bytes.find(path); found != m_bytes.end()) return positionOf(m_text, found->second);
    const std::size_t slash = path.rfind('/');
    if (slash == std::string::npos) return {};
    path.resize(slash);
  }
}

}  // namespace layers
