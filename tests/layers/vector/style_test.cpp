// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "layers/vector/resolved_paint.h"

using namespace layers;
using nlohmann::json;
using testing::HasSubstr;

namespace {

// Evaluates an expression written as JSON for attributes a = ... , b = ...
Value eval(const std::string& text, const std::vector<std::pair<std::string, Value>>& attributes = {}, double zoom = 10,
           ValueKind kind = ValueKind::kAny) {
  AttributeNames names;
  const auto expression = Expression::parse(json::parse(text), kind, names, {"t", ""});
  EXPECT_TRUE(expression.has_value()) << text << ": " << (expression ? "" : expression.error().detail);
  if (!expression) return {};
  std::vector<Value> values(names.names().size());
  for (std::size_t i = 0; i < values.size(); ++i)
    for (const auto& [name, value] : attributes)
      if (names.names()[i] == name) values[i] = value;
  return expression->evaluate({zoom, values});
}

std::string mistake(const std::string& style) {
  const auto parsed = parseStyle(json::parse(style), {"fire.json", "/style"});
  EXPECT_FALSE(parsed.has_value()) << style;
  return parsed ? "" : parsed.error().subject + ": " + parsed.error().detail;
}

}  // namespace

TEST(Expression, Values) {
  EXPECT_EQ(eval("3"), Value(3.0));
  EXPECT_EQ(eval(R"("a")"), Value(std::string("a")));
  EXPECT_EQ(eval(R"(["get","a"])", {{"a", 4.0}}), Value(4.0));
  EXPECT_EQ(eval(R"(["get","missing"])"), Value());
  EXPECT_EQ(eval(R"(["has","a"])", {{"a", 4.0}}), Value(true));
  EXPECT_EQ(eval(R"(["has","a"])"), Value(false));
  EXPECT_EQ(eval(R"(["zoom"])", {}, 12.5), Value(12.5));
  EXPECT_EQ(eval(R"(["literal",[1,2]])"), Value(std::vector<double>{1, 2}));
}

TEST(Expression, ComparisonsAndLogic) {
  EXPECT_EQ(eval(R"(["==",["get","a"],1])", {{"a", 1.0}}), Value(true));
  EXPECT_EQ(eval(R"(["!=",["get","a"],"x"])", {{"a", std::string("y")}}), Value(true));
  EXPECT_EQ(eval(R"(["<",["get","a"],2])", {{"a", 1.0}}), Value(true));
  EXPECT_EQ(eval(R"(["<",["get","a"],2])"), Value(false)) << "null is not less";
  EXPECT_EQ(eval(R"([">=",["get","a"],2])"), Value(false)) << "null is not greater either";
  EXPECT_EQ(eval(R"(["all",true,["!",false]])"), Value(true));
  EXPECT_EQ(eval(R"(["any",false,["==",1,2]])"), Value(false));
  EXPECT_EQ(eval(R"(["in",["get","a"],["literal",[1,3,5]]])", {{"a", 3.0}}), Value(true));
}

TEST(Expression, Choices) {
  const std::string match = R"(["match",["get","a"],1,"one",[2,3],"few","many"])";
  EXPECT_EQ(eval(match, {{"a", 1.0}}), Value(std::string("one")));
  EXPECT_EQ(eval(match, {{"a", 3.0}}), Value(std::string("few")));
  EXPECT_EQ(eval(match, {{"a", 9.0}}), Value(std::string("many")));
  EXPECT_EQ(eval(match), Value(std::string("many")));
  EXPECT_EQ(eval(R"(["case",["==",["get","a"],1],10,["==",["get","a"],2],20,30])", {{"a", 2.0}}), Value(20.0));
  const std::string step = R"(["step",["get","a"],"low",10,"mid",20,"high"])";
  EXPECT_EQ(eval(step, {{"a", 9.9}}), Value(std::string("low")));
  EXPECT_EQ(eval(step, {{"a", 10.0}}), Value(std::string("mid")));
  EXPECT_EQ(eval(step, {{"a", 99.0}}), Value(std::string("high")));
  EXPECT_EQ(eval(R"(["coalesce",["get","a"],"b"])"), Value(std::string("b")));
}

TEST(Expression, Interpolation) {
  const std::string line = R"(["interpolate",["linear"],["zoom"],8,1,12,3])";
  EXPECT_EQ(eval(line, {}, 5), Value(1.0));
  EXPECT_EQ(eval(line, {}, 10), Value(2.0));
  EXPECT_EQ(eval(line, {}, 20), Value(3.0));
  EXPECT_DOUBLE_EQ(std::get<double>(eval(R"(["interpolate",["exponential",2],["zoom"],0,0,2,3])", {}, 1)), 1.0);
  const Value colour =
      eval(R"(["interpolate",["linear"],["zoom"],0,"#000000",2,"#ffffff"])", {}, 1, ValueKind::kColour);
  EXPECT_NEAR(toColour(colour, {}).red(), 128, 1);
}

TEST(Expression, TextAndArithmetic) {
  EXPECT_EQ(eval(R"(["concat","a-",["get","n"],"-",1.5])", {{"n", 7.0}}), Value(std::string("a-7-1.5")));
  EXPECT_EQ(eval(R"(["to-string",3])"), Value(std::string("3")));
  EXPECT_EQ(eval(R"(["to-number",["get","a"]])", {{"a", std::string(" 12.5 ")}}), Value(12.5));
  EXPECT_EQ(eval(R"(["+",1,["*",2,3]])"), Value(7.0));
  EXPECT_EQ(eval(R"(["-",5])"), Value(-5.0));
  EXPECT_EQ(eval(R"(["/",1,0])"), Value()) << "never infinite";
  EXPECT_EQ(eval(R"(["+",1,["get","a"]])"), Value()) << "null in, null out";
}

TEST(StyleParser, MistakesSayWhereAndWhatIsExpected) {
  EXPECT_THAT(mistake(R"([{"id":"a","type":"area"}])"),
              HasSubstr("fire.json: /style/0/type: expected \"fill\", \"line\", \"circle\" or \"symbol\""));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"fill","paint":{"fill-colour":"#fff"}}])"),
              HasSubstr("/style/0/paint/fill-colour: expected one of: fill-color, fill-opacity"));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"fill","paint":{"fill-color":"reddish"}}])"),
              HasSubstr("/style/0/paint/fill-color: expected a colour such as \"#1f6feb\", found \"reddish\""));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"fill","paint":{"fill-color":["match",["get","c"],1,"#fff",7,"#000"]}}])"),
              HasSubstr("/style/0/paint/fill-color: expected [\"match\", input, label, output, ..., fallback]"));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"fill","paint":{"fill-color":["match",["get","c"],1,"no","#000"]}}])"),
              HasSubstr("/style/0/paint/fill-color/3: expected a colour"));
  EXPECT_THAT(
      mistake(R"([{"id":"a","type":"line","paint":{"line-width":["interpolate",["linear"],["zoom"],9,1,8,2]}}])"),
      HasSubstr("/style/0/paint/line-width/5: expected a stop greater than the one before, found 8"));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"line","filter":["lik",1,2]}])"),
              HasSubstr("/style/0/filter/0: expected a known operator"));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"line","minzoom":99}])"), HasSubstr("/style/0/minzoom: expected a zoom"));
  EXPECT_THAT(mistake(R"([{"id":"a","type":"line","paint":{"line-color":{"dark":"#000"}}}])"),
              HasSubstr("expected {\"dark\": ..., \"light\": ...}"));
  EXPECT_THAT(mistake(R"({"version":8})"), HasSubstr("/style: expected a list of layers"));
}

TEST(StyleParser, HostileNestingIsRefused) {
  std::string deep;
  for (int i = 0; i < 500; ++i) deep += R"(["!",)";
  deep += "true";
  deep.append(500, ']');
  EXPECT_THAT(mistake(R"([{"id":"a","type":"line","filter":)" + deep + "}]"), HasSubstr("fewer nested expressions"));
}

TEST(StyleParser, ThemeLanguageZoomAndFilterAreResolved) {
  const auto style = parseStyle(json::parse(R"([{"id":"a","type":"line","minzoom":8,"maxzoom":12,
      "filter":["==",["get","class"],1],
      "paint":{"line-color":{"dark":"#ffffff","light":"#000000"},"line-width":2,"line-opacity":0.5}}])"),
                                {"t", ""});
  ASSERT_TRUE(style.has_value());
  const StyleLayer& layer = style->layers.front();
  const std::vector<Value> one = {Value(1.0)}, two = {Value(2.0)};
  const ResolvedPaint dark = resolvePaint(layer, one, {10, Theme::kDark, false, 2});
  EXPECT_TRUE(dark.visible);
  EXPECT_EQ(dark.colour.red(), 255);
  EXPECT_NEAR(dark.colour.alphaF(), 0.5, 0.01);
  EXPECT_EQ(dark.width_px, 4) << "symbol scale 2";
  EXPECT_EQ(resolvePaint(layer, one, {10, Theme::kLight, false, 1}).colour.red(), 0);
  EXPECT_FALSE(resolvePaint(layer, two, {10, Theme::kDark, false, 1}).visible);
  EXPECT_FALSE(resolvePaint(layer, one, {7.9, Theme::kDark, false, 1}).visible);
  EXPECT_FALSE(resolvePaint(layer, one, {12, Theme::kDark, false, 1}).visible) << "maxzoom is not included";
}
