// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/briefing/briefing_template.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "briefingFiles.h"

namespace gis::briefing {
namespace {

using nlohmann::json;

constexpr std::array<std::string_view, 7> kKinds = {"text", "figures", "table", "bars", "lines", "ring", "map"};
constexpr int kGridColumns = 12, kGridRows = 8;

// A member that is not as it should be, on its way out of the file.
struct WrongTemplate {
  std::string what;
};

const json& member(const json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end()) throw WrongTemplate{std::string(key) + " is missing"};
  return *found;
}

std::string textOf(const json& value, const char* key) {
  if (!value.is_string() || value.get_ref<const std::string&>().empty())
    throw WrongTemplate{std::string(key) + " is no text"};
  return value.get<std::string>();
}

Words wordsOf(const json& value, const char* key) {
  if (!value.is_object()) throw WrongTemplate{std::string(key) + " needs zh and en"};
  return {textOf(member(value, "zh"), key), textOf(member(value, "en"), key)};
}

Words optionalWords(const json& object, const char* key) {
  const auto found = object.find(key);
  return found == object.end() ? Words{} : wordsOf(*found, key);
}

// SQL may be a list of lines, which JSON cannot break otherwise.
std::string linesOf(const json& value, const char* key) {
  if (!value.is_array()) return textOf(value, key);
  std::string joined;
  for (const json& line : value) joined += textOf(line, key) + "\n";
  return joined;
}

std::vector<std::string> listOf(const json& object, const char* key) {
  std::vector<std::string> list;
  if (const auto found = object.find(key); found != object.end())
    for (const json& value : *found) list.push_back(textOf(value, key));
  return list;
}

Question questionOf(const json& object) {
  Question question;
  if (const auto sql = object.find("sql"); sql != object.end()) question.sql = linesOf(*sql, "sql");
  if (const auto function = object.find("function"); function != object.end())
    question.function = textOf(*function, "function");
  if (!question.sql.empty() && !question.function.empty()) throw WrongTemplate{"sql and function exclude each other"};
  question.tables = listOf(object, "tables");
  return question;
}

BlockColumn columnOf(const json& object) {
  BlockColumn column;
  column.name = textOf(member(object, "name"), "name");
  column.title = wordsOf(member(object, "title"), "title");
  column.decimals = object.value("decimals", -1);
  column.share = object.value("share", 1.0);
  column.is_number = object.value("number", false);
  if (!(column.share > 0)) throw WrongTemplate{"share of " + column.name + " is not positive"};
  return column;
}

void readPlace(const json& object, Block& block) {
  const auto found = object.find("at");
  if (found == object.end()) return;
  if (!found->is_array() || found->size() != 4) throw WrongTemplate{"at needs column, row, columns, rows"};
  block.left = found->at(0).get<int>(), block.top = found->at(1).get<int>();
  block.width = found->at(2).get<int>(), block.height = found->at(3).get<int>();
  if (block.left < 0 || block.top < 0 || block.width < 1 || block.height < 1 ||
      block.left + block.width > kGridColumns || block.top + block.height > kGridRows)
    throw WrongTemplate{"at lies outside the page of 12 columns and 8 rows"};
}

Block blockOf(const json& object) {
  Block block;
  block.id = textOf(member(object, "id"), "id");
  const std::string kind = textOf(member(object, "kind"), "kind");
  const auto known = std::ranges::find(kKinds, kind);
  if (known == kKinds.end()) throw WrongTemplate{block.id + ": kind " + kind + " is unknown"};
  block.kind = static_cast<BlockKind>(known - kKinds.begin());
  block.title = optionalWords(object, "title");
  block.source = wordsOf(member(object, "source"), "source");
  block.empty = wordsOf(member(object, "empty"), "empty");
  block.question = questionOf(object);
  block.sentence = optionalWords(object, "sentence");
  block.unit = optionalWords(object, "unit");
  block.level_name = optionalWords(object, "level_name");
  block.layers = listOf(object, "layers");
  if (const auto columns = object.find("columns"); columns != object.end())
    for (const json& column : *columns) block.columns.push_back(columnOf(column));
  if (const auto legend = object.find("legend"); legend != object.end())
    for (const json& entry : *legend)
      block.legend.push_back({member(entry, "tone").get<int>(), wordsOf(member(entry, "text"), "legend")});
  readPlace(object, block);
  if (!block.question.asked() && block.kind != BlockKind::kMap) throw WrongTemplate{block.id + ": nothing is asked"};
  if (block.kind == BlockKind::kTable && block.columns.empty()) throw WrongTemplate{block.id + ": columns is missing"};
  if (block.kind == BlockKind::kText && block.sentence.zh.empty())
    throw WrongTemplate{block.id + ": sentence is missing"};
  return block;
}

Page pageOf(const json& object) {
  Page page;
  page.id = textOf(member(object, "id"), "id");
  try {
    page.title = wordsOf(member(object, "title"), "title");
    page.is_cover = object.value("cover", false);
    page.is_sources = object.value("sources", false);
    if (const auto headline = object.find("headline"); headline != object.end()) {
      page.headline = Headline{questionOf(*headline), wordsOf(member(*headline, "text"), "text"),
                               wordsOf(member(*headline, "none"), "none")};
      if (!page.headline->question.asked()) throw WrongTemplate{"headline: nothing is asked"};
    }
    if (const auto blocks = object.find("blocks"); blocks != object.end())
      for (const json& block : *blocks) page.blocks.push_back(blockOf(block));
    if (page.blocks.empty() && !page.is_sources) throw WrongTemplate{"blocks is missing"};
  } catch (WrongTemplate& wrong) {
    throw WrongTemplate{page.id + ": " + wrong.what};
  }
  return page;
}

}  // namespace

Result<Template> readTemplate(std::string_view json_text, const std::string& file) {
  try {
    const json root = json::parse(json_text);
    Template made;
    made.id = textOf(member(root, "id"), "id");
    made.title = wordsOf(member(root, "title"), "title");
    for (const json& page : member(root, "pages")) made.pages.push_back(pageOf(page));
    if (made.pages.empty()) throw WrongTemplate{"pages is empty"};
    return made;
  } catch (const WrongTemplate& wrong) {
    return fail(ErrorCode::kDamagedFile, file, wrong.what);
  } catch (const json::exception& wrong) {
    return fail(ErrorCode::kDamagedFile, file, wrong.what());
  }
}

Result<std::vector<Template>> templates() {
  std::vector<Template> all;
  for (const EmbeddedFile& file : briefingFiles()) {
    auto one = readTemplate(file.text(), std::string(file.name));
    if (!one) return std::unexpected(std::move(one.error()));
    all.push_back(std::move(*one));
  }
  return all;
}

Result<Template> templateOf(const std::string& id) {
  auto all = templates();
  if (!all) return std::unexpected(std::move(all.error()));
  std::string known;
  for (Template& one : *all) {
    if (one.id == id) return std::move(one);
    known += (known.empty() ? "" : ", ") + one.id;
  }
  return fail(ErrorCode::kUnknownName, id, "the briefings here are: " + known);
}

}  // namespace gis::briefing
