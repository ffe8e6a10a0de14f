// SPDX-License-Identifier: GPL-3.0-or-later
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "gis/core/random.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/json_positions.h"

using namespace layers;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace {

// "3:12 /style/0/type", one for each problem.
std::vector<std::string> placesOf(const std::vector<StyleProblem>& problems) {
  std::vector<std::string> places;
  for (const StyleProblem& p : problems) places.push_back(fmt::format("{}:{} {}", p.line, p.column, p.path));
  return places;
}

std::string textOf(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// A whole entry with the style given, all of it on the lines that the style has.
std::string entryWith(const std::string& style) {
  return R"({"id":"a","group":"fire","table":"t","title":{"zh":"甲","en":"A"},"style":)" + style + "}";
}

std::vector<StyleProblem> check(const std::string& text, const KnownTables* known = nullptr) {
  return checkStyleFile(text, "x.json", known);
}

// The one problem of a style layer whose paint is given.
std::string onlyProblem(const std::string& type, const std::string& section, const std::string& properties) {
  const auto problems = check(R"([{"id":"a","type":")" + type + R"(",")" + section + R"(":{)" + properties + "}}]");
  EXPECT_EQ(problems.size(), 1U) << properties;
  return problems.empty() ? "" : problems.front().detail();
}

}  // namespace

TEST(JsonPositions, KeysAndElementsAreFoundWhereTheyStand) {
  const std::string text = "{\n  \"名\": \"a,]}\\\"\",\n  \"list\": [1, [2,\n3], {\"b\": null}]\n}\n";
  ASSERT_TRUE(nlohmann::json::accept(text));
  const JsonPositions positions(text);
  const auto at = [&](const std::string& path) {
    const TextPosition p = positions.of(path);
    return std::pair(p.line, p.column);
  };
  EXPECT_EQ(at(""), std::pair(1, 1));
  EXPECT_EQ(at("/名"), std::pair(2, 3));
  EXPECT_EQ(at("/list"), std::pair(3, 3));
  EXPECT_EQ(at("/list/0"), std::pair(3, 12));
  EXPECT_EQ(at("/list/1/1"), std::pair(4, 1));
  EXPECT_EQ(at("/list/2/b"), std::pair(4, 6));
  EXPECT_EQ(at("/list/2/missing/deeper"), at("/list/2")) << "the nearest thing around it";
  EXPECT_EQ(positionOf("甲乙\n丙", 6).column, 3) << "characters are counted, not bytes";
}

TEST(JsonPositions, AgreesWithTheParserAboutEveryPlaceOfOurStyles) {
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_SOURCE_DIR "/resources/styles")) {
    if (file.path().extension() != ".json") continue;
    const std::string text = textOf(file.path());
    const JsonPositions positions(text);
    std::vector<std::string> lines;
    std::istringstream stream(text);
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    EXPECT_THAT(positions.repeatedKeys(), IsEmpty());
    const std::function<void(const nlohmann::json&, const std::string&)> visit = [&](const nlohmann::json& value,
                                                                                     const std::string& path) {
      for (const auto& [key, child] : value.items()) {
        const TextPosition at = positions.of(path + "/" + key);
        const std::string& line = lines[static_cast<std::size_t>(at.line - 1)];
        std::size_t byte = 0;
        while (positionOf(line, byte).column < at.column) ++byte;
        const std::string wanted = value.is_object()   ? '"' + key + '"'
                                   : child.is_array()  ? "["
                                   : child.is_object() ? "{"
                                                       : child.dump();
        EXPECT_EQ(line.substr(byte, wanted.size()), wanted) << file.path() << path << "/" << key;
        if (child.is_structured()) visit(child, path + "/" + key);
      }
    };
    visit(nlohmann::json::parse(text), "");
  }
}

TEST(StyleCheck, NamesEveryProblemWithLineAndColumn) {
  const auto problems = check(entryWith(R"([
  {"id": "a", "type": "fill", "minzoom": 40,
   "paint": {
     "fill-colour": "#fff",
     "fill-color": ["match", ["get", "k"], 1, "reddish", 1, "#00", "#123456"],
     "fill-opacity": 1.5}},
  {"id": "a", "type": "lines"}
])"));
  EXPECT_THAT(placesOf(problems),
              ElementsAre("2:31 /style/0/minzoom", "4:6 /style/0/paint/fill-colour", "5:47 /style/0/paint/fill-color/3",
                          "5:58 /style/0/paint/fill-color/4", "5:61 /style/0/paint/fill-color/5",
                          "6:6 /style/0/paint/fill-opacity", "7:15 /style/1/type"));
  EXPECT_EQ(problems[2].expected, "a colour such as \"#1f6feb\"");
  EXPECT_EQ(problems[2].found, "\"reddish\"");
  EXPECT_EQ(problems[5].expected, "a number within 0..1");
}

TEST(StyleCheck, TextThatIsNoJsonSaysWhereItStopsBeingOne) {
  const auto problems = check("{\"id\": \"a\",\n \"style\": [\n  {\"id\": 1,}\n]}");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems.front().line, 3);
  EXPECT_EQ(problems.front().column, 12);
  EXPECT_EQ(problems.front().expected, "JSON text");
  for (const char* broken : {"", "{", "nul", "[1,2", "\"a", "{\"a\":1}}", "\xff\xfe"}) {
    const auto found = check(broken);
    ASSERT_EQ(found.size(), 1U) << broken;
    EXPECT_GE(found.front().line, 1) << broken;
  }
}

TEST(StyleCheck, AKeyThatStandsTwiceIsAProblem) {
  const auto problems = check(entryWith(R"([{"id":"a","type":"line",
"paint":{"line-width":1,
"line-width":2}}])"));
  EXPECT_THAT(placesOf(problems), ElementsAre("3:1 /style/0/paint/line-width"));
}

TEST(StyleCheck, WordsIconsAndLimitsAreHeldToWhatThereIs) {
  EXPECT_THAT(onlyProblem("line", "layout", R"("line-cap":"rounded")"),
              HasSubstr("one of: \"butt\", \"round\", \"square\", found \"rounded\""));
  EXPECT_THAT(onlyProblem("fill", "paint", R"("fill-pattern":"zigzag")"), HasSubstr("found \"zigzag\""));
  EXPECT_THAT(onlyProblem("symbol", "layout", R"("icon-image":["match",["get","k"],1,"depot","depoo"])"),
              HasSubstr("/0/layout/icon-image/4: expected the name of an icon"));
  EXPECT_THAT(check(R"([{"id":"a","type":"symbol","layout":{"icon-image":"mark-reverse"}}])"), IsEmpty());
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-width":-1)"), HasSubstr("a number of at least 0, found -1"));
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-dasharray":[4])"), HasSubstr("an even number of lengths"));
  EXPECT_THAT(
      onlyProblem("line", "paint", R"("line-dasharray":["case",["has","a"],["literal",[4,-1]],["literal",[]]])"),
      HasSubstr("line-dasharray/2/1: expected an even number"));
  EXPECT_THAT(onlyProblem("symbol", "layout", R"("text-offset":[1])"), HasSubstr("a list of two numbers, found [1]"));
  EXPECT_THAT(onlyProblem("line", "layout", R"("visibility":"off")"), HasSubstr("\"visible\", \"none\""));
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-width":["==",1,2])"), HasSubstr("expected a number"));
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-width":["raster-value"])"), HasSubstr("cells of a raster"));
  EXPECT_THAT(onlyProblem("line", "layout", R"("line-cap":["interpolate",["linear"],["zoom"],1,"butt",2,"round"])"),
              HasSubstr("\"step\""));
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-width":["var","w"])"), HasSubstr("a \"let\" around it"));
  EXPECT_THAT(placesOf(check(R"([{"id":"a","type":"line","minzoom":9,"maxzoom":9}])")), ElementsAre("1:38 /0/maxzoom"));
}

TEST(StyleCheck, ColumnsAndCodeTablesAreLookedUpWhereTheTableIsKnown) {
  KnownTables known;
  known.tables = {{"t", {"fid", "name", "level"}}, {"code_level", {"code"}}};
  const std::string text = R"({"id":"a","group":"fire","table":"t","title":{"zh":"甲","en":"A"},
"feature_title":{"zh":"{nam}","en":"{level@code_levels}"},
"legend":{"by":"levl","code_table":"code_level","with":{"name":1}},
"fields":[{"column":"naem","label":{"zh":"甲","en":"A"}}],
"style":[{"id":"a","type":"line","filter":["==",["get","klass"],1],"paint":{"line-width":["get","level"]}}]})";
  EXPECT_THAT(placesOf(check(text, &known)),
              ElementsAre("2:18 /feature_title/zh", "2:31 /feature_title/en", "3:11 /legend/by",
                          "4:12 /fields/0/column", "5:56 /style/0/filter/1/1"));
  EXPECT_THAT(check(text), IsEmpty()) << "nothing is known of the table";
  known.tables.erase("t");
  EXPECT_THAT(check(text, &known), IsEmpty());
  known.all = true;
  EXPECT_THAT(placesOf(check(text, &known)), ElementsAre("1:26 /table"));
}

TEST(StyleCheck, OurOwnStylesHaveNoProblemInOurOwnSchema) {
  const auto tables = gis::ownTableColumns();
  ASSERT_TRUE(tables.has_value()) << tables.error().detail;
  ASSERT_TRUE(tables->contains("fault"));
  const KnownTables known{*tables, true};
  int files = 0;
  for (const auto& file : std::filesystem::directory_iterator(FENGSUI_SOURCE_DIR "/resources/styles")) {
    if (file.path().extension() != ".json") continue;
    for (const StyleProblem& problem : check(textOf(file.path()), &known))
      ADD_FAILURE() << file.path() << ": " << problem.detail();
    ++files;
  }
  EXPECT_GT(files, 30);
}

TEST(StyleCheck, AnErrorOfAnEntryHasItsLine) {
  const auto entry = parseCatalogueEntry(entryWith("[\n{\"id\":\"a\",\n\"type\":7}]"), "x.json");
  ASSERT_FALSE(entry.has_value());
  EXPECT_THAT(entry.error().detail, HasSubstr("/style/0/type: expected"));
  EXPECT_THAT(entry.error().detail, HasSubstr("found 7 (line 3, column 1)"));
}

// Any byte of a good style changed, left out or doubled: an answer, never a crash, and every place is in the text.
TEST(StyleCheck, SurvivesDamagedText) {
  const std::string whole = textOf(FENGSUI_SOURCE_DIR "/resources/styles/fault.json");
  ASSERT_GT(whole.size(), 1000U);
  const int lines = static_cast<int>(std::ranges::count(whole, '\n')) + 3;
  gis::Random random(20);
  for (int i = 0; i < 300; ++i) {
    std::string text = whole;
    for (std::uint32_t change = random.below(3) + 1; change > 0; --change) {
      const std::size_t at = random.below(static_cast<std::uint32_t>(text.size()));
      switch (random.below(4)) {
        case 0:
          text[at] = static_cast<char>(random.below(256));
          break;
        case 1:
          text.erase(at, random.below(40));
          break;
        case 2:
          text.insert(at, text.substr(random.below(static_cast<std::uint32_t>(text.size())), random.below(60)));
          break;
        default:
          text[at] = "[]{},:\"0-"[random.below(9)];
      }
    }
    for (const StyleProblem& problem : check(text)) {
      EXPECT_GE(problem.line, 1);
      EXPECT_LE(problem.line, lines + 10);
    }
  }
}

TEST(StyleCheck, EndlessTextsEnd) {
  std::string deep(200000, '[');
  EXPECT_EQ(check(deep).size(), 1U);
  deep.append(200000, ']');
  EXPECT_FALSE(check(deep).empty());
  // Each variable stands for twice the one before: 2^40 nodes.
  std::string doubling = "1";
  std::string let = R"(["let","a0",1)";
  for (int i = 1; i <= 40; ++i) let += fmt::format(R"(,"a{}",["+",["var","a{}"],["var","a{}"]])", i, i - 1, i - 1);
  EXPECT_THAT(onlyProblem("line", "paint", R"("line-width":)" + let + R"(,["var","a3"]])"), HasSubstr("smaller"));
}
