// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gis {

// What is typed as a question to the full-text index (SQLite FTS5 query syntax, with every word quoted, so that nothing
// typed is taken for syntax). Empty when there is nothing to look for.
struct SearchQuery {
  std::string beginning;  // names, codes, pinyin or phones that begin with it
  std::string anywhere;   // all of it, anywhere
};
SearchQuery searchQuery(std::string_view typed);

}  // namespace gis
