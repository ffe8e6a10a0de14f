// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/wall/wall_page.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "wallFiles.h"

namespace gis {
namespace {

using Json = nlohmann::json;

WallWords wordsOf(const Json& json) { return {json.value("zh", std::string()), json.value("en", std::string())}; }

std::vector<WallQuery> queriesOf(const Json& page, const char* key) {
  std::vector<WallQuery> queries;
  if (!page.contains(key)) return queries;
  for (const Json& one : page.at(key)) {
    WallQuery query;
    if (one.contains("title")) query.title = wordsOf(one.at("title"));
    if (one.contains("unit")) query.unit = wordsOf(one.at("unit"));
    query.tables = one.value("tables", std::string());
    query.sql = one.at("sql").get<std::string>();
    queries.push_back(std::move(query));
  }
  return queries;
}

bool isDigit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

Result<WallPage> readWallPage(std::string_view json, const std::string& name) {
  try {
    const Json root = Json::parse(json);
    WallPage page;
    page.id = root.at("id").get<std::string>();
    page.order = root.at("order").get<int>();
    page.question = wordsOf(root.at("question"));
    page.subjects = queriesOf(root, "subjects");
    page.figures = queriesOf(root, "figures");
    page.lists = queriesOf(root, "lists");
    page.bars = queriesOf(root, "bars");
    page.points = queriesOf(root, "points");
    if (page.question.zh.empty() || page.question.en.empty())
      return fail(ErrorCode::kDamagedFile, name, "the question is wanted in zh and en");
    return page;
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kDamagedFile, name, e.what());
  }
}

Result<std::vector<WallPage>> wallPages() {
  std::vector<WallPage> pages;
  for (const EmbeddedFile& file : wallFiles()) {
    auto page = readWallPage(file.text(), std::string(file.name));
    if (!page) return std::unexpected(page.error());
    pages.push_back(std::move(*page));
  }
  std::ranges::sort(pages, {}, &WallPage::order);
  return pages;
}

std::string withoutPhones(std::string_view text) {
  std::string masked(text);
  for (std::size_t i = 0; i < masked.size();) {
    std::size_t end = i;
    while (end < masked.size() && isDigit(masked[end])) ++end;
    // A mobile number, or a fixed one with its area code: eleven or twelve digits in a row.
    if (end - i == 11 || end - i == 12)
      for (std::size_t k = i + 3; k < end - 4; ++k) masked[k] = '*';
    i = std::max(end, i + 1);
  }
  return masked;
}

}  // namespace gis
