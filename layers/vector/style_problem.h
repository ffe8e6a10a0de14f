// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace layers {

// Where a parser stands, for messages: "fire_risk_zone.json: /style/0/paint/fill-color: ...".
struct JsonPlace {
  std::string file;
  std::string path;
  JsonPlace at(const std::string& key) const { return {file, path + "/" + key}; }
  JsonPlace at(std::size_t index) const { return at(std::to_string(index)); }
  // kDamagedFile with the file as subject and "<path>: expected <what>" as detail.
  std::unexpected<gis::Error> expected(const std::string& what) const;
};

// One thing that is wrong in a style file: where, what should stand there, and what does.
struct StyleProblem {
  std::string file;
  std::string path;      // as JsonPlace has it; empty: the whole document
  std::string expected;  // "a number within 0..1"
  std::string found;     // "\"reddish\""; empty where nothing stands
  int line = 0;          // both from 1, columns in characters; 0: not known
  int column = 0;
  // "<path>: expected <what>, found <what> (line 3, column 5)"
  std::string detail() const;
};

// Collects what is wrong, so that somebody who mends a file sees all of it at once. One thread.
class StyleProblems {
 public:
  void add(const JsonPlace& place, std::string expected, std::string found = {}) {
    m_all.push_back({place.file, place.path, std::move(expected), std::move(found)});
  }
  void add(StyleProblem problem) { m_all.push_back(std::move(problem)); }
  bool empty() const { return m_all.empty(); }
  const std::vector<StyleProblem>& all() const { return m_all; }
  // The first as kDamagedFile; not for an empty list.
  gis::Error firstError() const;
  // Fills in lines and columns from the text that was parsed, and puts the problems in the text's order.
  void locateIn(std::string_view json_text);

 private:
  std::vector<StyleProblem> m_all;
};

}  // namespace layers
