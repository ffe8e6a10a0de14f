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

TEST(Expression, NumbersAreReckoned) {
  EXPECT_EQ(eval(R"(["%",7,4])"), Value(3.0));
  EXPECT_EQ(eval(R"(["^",2,10])"), Value(1024.0));
  EXPECT_EQ(eval(R"(["^",-8,0.5])"), Value()) << "no real number";
  EXPECT_EQ(eval(R"(["min",3,["get","a"],2])", {{"a", -1.0}}), Value(-1.0));
  EXPECT_EQ(eval(R"(["max",3,["get","a"],2])", {{"a", 9.0}}), Value(9.0));
  EXPECT_EQ(eval(R"(["max",5])"), Value(5.0));
  EXPECT_EQ(eval(R"(["abs",-2.5])"), Value(2.5));
  EXPECT_EQ(eval(R"(["ceil",1.2])"), Value(2.0));
  EXPECT_EQ(eval(R"(["floor",-1.2])"), Value(-2.0));
  EXPECT_EQ(eval(R"(["round",-1.5])"), Value(-2.0)) << "halves away from zero, as the specification has it";
  EXPECT_EQ(eval(R"(["sqrt",9])"), Value(3.0));
  EXPECT_EQ(eval(R"(["sqrt",-9])"), Value());
  EXPECT_EQ(eval(R"(["-",["get","a"]])"), Value()) << "null in, null out";
}

TEST(Expression, TextsAndColoursAreMade) {
  EXPECT_EQ(eval(R"(["upcase",["get","a"]])", {{"a", std::string("g207线ä")}}), Value(std::string("G207线Ä")));
  EXPECT_EQ(eval(R"(["downcase","GEO"])"), Value(std::string("geo")));
  EXPECT_EQ(eval(R"(["length","长治市"])"), Value(3.0)) << "characters, not bytes";
  EXPECT_EQ(eval(R"(["to-boolean",["get","a"]])", {{"a", 0.0}}), Value(false));
  EXPECT_EQ(eval(R"(["to-boolean","no"])"), Value(true)) << "only the empty text is false";
  const auto colour = [](const std::string& text, const std::vector<std::pair<std::string, Value>>& attributes = {}) {
    return toColour(eval(text, attributes, 10, ValueKind::kColour), {}).name(QColor::HexArgb).toStdString();
  };
  EXPECT_EQ(colour(R"(["rgb",255,128,["get","b"]])", {{"b", 3.0}}), "#ffff8003");
  EXPECT_EQ(colour(R"(["rgba",0,0,0,0.5])"), "#80000000");
  EXPECT_EQ(colour(R"(["to-color",["concat","#","1f6feb"]])"), "#ff1f6feb");
  EXPECT_EQ(eval(R"(["to-color","reddish"])"), Value());
  EXPECT_EQ(eval(R"(["rgb",1,2,["get","missing"]])"), Value());
}

TEST(Expression, ColoursAreWrittenAsInCss) {
  const auto colour = [](const std::string& text) {
    return toColour(eval('"' + text + '"', {}, 10, ValueKind::kColour), {}).name(QColor::HexArgb).toStdString();
  };
  EXPECT_EQ(colour("#1af"), "#ff11aaff");
  EXPECT_EQ(colour("#1af8"), "#8811aaff");
  EXPECT_EQ(colour("#11223344"), "#44112233") << "alpha comes last";
  EXPECT_EQ(colour("rgb(1, 2,3)"), "#ff010203");
  EXPECT_EQ(colour("rgba(1,2,3,0)"), "#00010203");
  EXPECT_EQ(colour("hsl(120, 100%, 50%)"), "#ff00ff00");
  EXPECT_EQ(colour("hsla(-120, 100%, 50%, 1)"), "#ff0000ff");
  EXPECT_EQ(colour("SteelBlue"), "#ff4682b4");
  AttributeNames names;
  for (const char* wrong : {"#12345", "#12345g", "#+12345", "rgb(1,2)", "rgba(1,2,3)", "rgb(1,2,x)", "hsl(1,2,3)", "",
                            "#", "rgb", "rgb(", "rgb()"})
    EXPECT_FALSE(Expression::parse(wrong, ValueKind::kColour, names, {"t", ""}).has_value()) << wrong;
}

TEST(Expression, VariablesStandForWhatTheyWereGiven) {
  const std::string inner =
      R"(["let","w",["*",2,["get","a"]],["+",["var","w"],["let","w",100,["var","w"]],["var","w"]]])";
  EXPECT_EQ(eval(inner, {{"a", 3.0}}), Value(112.0)) << "an inner name hides the outer one, and only inside";
  AttributeNames names;
  EXPECT_FALSE(Expression::parse(json::parse(R"(["+",["let","a",1,["var","a"]],["var","a"]])"), ValueKind::kAny, names,
                                 {"t", ""})
                   .has_value());
}

TEST(Expression, CurvesBend) {
  const std::string ease = R"(["interpolate",["cubic-bezier",0.42,0,0.58,1],["zoom"],0,0,10,100])";
  EXPECT_NEAR(std::get<double>(eval(ease, {}, 5)), 50, 1e-6) << "symmetric";
  EXPECT_NEAR(std::get<double>(eval(ease, {}, 2.5)), 12.9, 0.1) << "CSS ease-in-out at a quarter";
  EXPECT_EQ(eval(ease, {}, 11), Value(100.0));
  EXPECT_NEAR(std::get<double>(eval(R"(["interpolate",["cubic-bezier",0,0,1,1],["zoom"],0,0,10,100])", {}, 3)), 30,
              1e-6);
}

TEST(Expression, HasInAndCaseLookAtAttributes) {
  EXPECT_EQ(eval(R"(["in","治",["get","n"]])", {{"n", std::string("长治市")}}), Value(true)) << "part of a text";
  EXPECT_EQ(eval(R"(["case",["has","a"],1,["has","b"],2,3])", {{"b", 0.0}}), Value(2.0));
  EXPECT_EQ(eval(R"(["case",["!",["has","a"]],["literal",[4,2]],["literal",[]]])"), Value(std::vector<double>{4, 2}));
  EXPECT_EQ(eval(R"(["match",["get","a"],["x","y"],true,false])", {{"a", std::string("y")}}), Value(true));
}

TEST(Expression, CellsOfARasterHaveValues) {
  AttributeNames names;
  const auto ramp = Expression::parse(
      json::parse(
          R"(["interpolate",["linear"],["raster-value"],0,"#000000",100,["case",[">",["raster-value"],50],"#ff0000","#00ff00"]])"),
      Wanted::rasterColour(), names, {"t", ""});
  ASSERT_TRUE(ramp.has_value()) << ramp.error().detail;
  EXPECT_EQ(toColour(ramp->evaluate({0, {}, 200}), {}), QColor(255, 0, 0));
  EXPECT_EQ(toColour(ramp->evaluate({0, {}, -5}), {}), QColor(0, 0, 0));
  EXPECT_FALSE(Expression::parse(json::parse(R"(["raster-value"])"), ValueKind::kNumber, names, {"t", ""}).has_value());
}

TEST(StyleParser, MistakesSayWhereAndWhatIsExpected) {
  EXPECT_THAT(mistake(R"([{"id":"a","type":"area"}])"),
              HasSubstr("fire.json: /style/0/type: expected \"fill\", \"line\", \"circle\", \"symbol\", \"raster\" or "
                        "\"hillshade\", found \"area\""));
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
