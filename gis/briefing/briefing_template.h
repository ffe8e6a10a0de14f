// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis::briefing {

// A text of a template in both languages.
struct Words {
  std::string zh, en;
  const std::string& in(std::string_view language) const { return language == "en" ? en : zh; }
};

// Where a block's figures come from: SQL over the workspace (:as_of_ms, :as_of_day, :lang, :city_code and what the
// program adds, see BriefingStore), or a question that the program answers itself by name ("flood.rivers").
struct Question {
  std::string sql;
  std::string function;
  std::vector<std::string> tables;  // without one of them the block is left out
  bool asked() const { return !sql.empty() || !function.empty(); }
};

enum class BlockKind { kText, kFigures, kTable, kBars, kLines, kRing, kMap };

struct BlockColumn {
  std::string name;  // of the answer
  Words title;
  int decimals = -1;
  double share = 1;  // of the table's width
  bool is_number = false;
};

struct MapLegend {
  int tone = 0;
  Words text;
};

// Part of a page: how the answer is shown and what is said where there is none.
struct Block {
  std::string id;
  BlockKind kind = BlockKind::kText;
  Words title;
  Words source;  // where the figures are from
  Words empty;   // instead of them: what to do
  Question question;
  Words sentence;                    // of text: one for each row; of bars: the value beside the bar
  std::vector<BlockColumn> columns;  // of tables
  Words unit;                        // of charts
  Words level_name;                  // of lines: what column `level` is
  std::vector<std::string> layers;   // of maps: ids of the catalogue, bottom first
  std::vector<MapLegend> legend;     // of maps: what the marks mean
  // Its place: columns of 12 and rows of 8 of the page's body.
  int left = 0, top = 0, width = 12, height = 8;
};

// The one sentence of a page, filled in from the first row of its answer; `none` where there is no row.
struct Headline {
  Question question;
  Words text, none;
};

struct Page {
  std::string id;
  Words title;
  std::optional<Headline> headline;
  bool is_cover = false;
  bool is_sources = false;  // lists where all figures are from and what was left out
  std::vector<Block> blocks;
};

struct Template {
  std::string id;
  Words title;
  std::vector<Page> pages;
};

// Reads one. Fails with kDamagedFile, the file and what is wrong where ("rivers/list: columns is missing").
Result<Template> readTemplate(std::string_view json_text, const std::string& file);

// Those that come with the program, by their id. Fails as readTemplate does.
Result<std::vector<Template>> templates();
// Fails with kUnknownName, naming those there are.
Result<Template> templateOf(const std::string& id);

}  // namespace gis::briefing
