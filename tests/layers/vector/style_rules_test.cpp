// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/style_rules.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <QXmlStreamReader>
#include <set>

#include "gis/core/random.h"
#include "layers/vector/qml_writer.h"
#include "layers/vector/sld_writer.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using testing::IsEmpty;
using testing::SizeIs;

namespace {

using Kind = Condition::Kind;
using Attributes = std::map<std::string, Value>;

bool holds(const Condition& condition, const Attributes& attributes) {
  const auto value = [&]() -> Value {
    const auto found = attributes.find(condition.attribute);
    return found == attributes.end() ? Value() : found->second;
  };
  const auto order = [&](auto compare) {
    const Value v = value();
    const auto* a = std::get_if<double>(&v);
    const auto* b = std::get_if<double>(&condition.value);
    return a && b && compare(*a, *b);
  };
  switch (condition.kind) {
    case Kind::kAlways:
      return true;
    case Kind::kNever:
      return false;
    case Kind::kAnd:
      return std::ranges::all_of(condition.parts, [&](const Condition& part) { return holds(part, attributes); });
    case Kind::kOr:
      return std::ranges::any_of(condition.parts, [&](const Condition& part) { return holds(part, attributes); });
    case Kind::kNot:
      return !holds(condition.parts.front(), attributes);
    case Kind::kEqual:
      return value() == condition.value;
    case Kind::kIsNull:
      return std::holds_alternative<std::monostate>(value());
    case Kind::kLess:
      return order(std::less<>());
    case Kind::kLessEqual:
      return order(std::less_equal<>());
    case Kind::kGreater:
      return order(std::greater<>());
    case Kind::kGreaterEqual:
      return order(std::greater_equal<>());
  }
  return false;
}

ResolvedPaint withoutOrder(ResolvedPaint paint) {
  paint.sort_key = 0;
  return paint;
}

void collectValues(const Condition& condition, std::map<std::string, std::vector<Value>>& values) {
  if (!condition.attribute.empty()) {
    values[condition.attribute].push_back(condition.value);
    if (const auto* number = std::get_if<double>(&condition.value)) {
      values[condition.attribute].push_back(*number + 0.5);
      values[condition.attribute].push_back(*number - 0.5);
    }
  }
  for (const Condition& part : condition.parts) collectValues(part, values);
}

std::vector<StyleRule> rules(const std::string& style_json) {
  return rulesOf(scene::entryWith(style_json), {}, {0, Theme::kLight});
}

}  // namespace

// Whatever a feature's attributes are: exactly the rules of what the style says hold for it, in the middle of each
// rule's zooms.
TEST(StyleRules, SayWhatTheStylesOfTheCatalogueSay) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value());
  gis::Random random(3);
  for (const CatalogueEntry& entry : catalogue->entries) {
    LookContext look;
    look.theme = Theme::kLight;
    const std::vector<StyleRule> all = rulesOf(entry, {}, look);
    ASSERT_FALSE(all.empty()) << entry.id;
    std::map<std::string, std::vector<Value>> values;
    std::set<double> bounds;
    for (const StyleRule& rule : all) {
      collectValues(rule.condition, values);
      bounds.insert({rule.min_zoom, rule.max_zoom});
    }
    for (int i = 0; i < 60; ++i) {
      Attributes attributes;
      std::vector<Value> ordered;
      for (const std::string& name : entry.style->attributes) {
        const auto& known = values[name];
        const std::uint32_t pick = random.below(static_cast<std::uint32_t>(known.size()) + 2);
        Value value = pick < known.size() ? known[pick] : Value();
        if (pick == known.size() && !known.empty()) value = std::string("none of these");
        // An ordered attribute is a number or null: a column has one type.
        const bool numbers =
            std::ranges::any_of(known, [](const Value& v) { return std::holds_alternative<double>(v); });
        if (numbers && !std::holds_alternative<double>(value)) value = Value();
        attributes[name] = value;
        ordered.push_back(value);
      }
      for (const StyleRule& rule : all) {
        if (!rule.paint.visible) continue;
        look.zoom = (rule.min_zoom + rule.max_zoom) / 2;
        const StyleLayer& layer = entry.style->layers[rule.style_layer];
        const ResolvedPaint said = withoutOrder(resolvePaint(layer, ordered, look));
        int holding = 0;
        bool as_said = false;
        for (const StyleRule& other : all) {
          const bool here = other.style_layer == rule.style_layer && other.min_zoom <= look.zoom &&
                            look.zoom < other.max_zoom && holds(other.condition, attributes);
          holding += here ? 1 : 0;
          // Rules whose middle is elsewhere were asked at another zoom.
          as_said = as_said ||
                    (here && ((other.min_zoom + other.max_zoom) / 2 != look.zoom || withoutOrder(other.paint) == said));
        }
        EXPECT_EQ(holding, said.visible ? 1 : 0) << entry.id << " " << rule.name << " at " << look.zoom;
        EXPECT_EQ(as_said, said.visible) << entry.id << " " << rule.name << " at " << look.zoom;
      }
    }
  }
}

TEST(StyleRules, ClassesOfOneLookAreOneRule) {
  const auto made = rules(R"([{"id":"f","type":"fill","paint":{
      "fill-color":["match",["get","k"],["a","b"],"#ff0000","c","#00ff00","d","#ff0000","#0000ff"]}}])");
  ASSERT_THAT(made, SizeIs(3));
  EXPECT_TRUE(holds(made[0].condition, {{"k", std::string("d")}}));
  for (const StyleRule& rule : made) {
    const bool other = rule.paint.colour == QColor(0, 0, 255);
    EXPECT_EQ(holds(rule.condition, {}), other) << "null is none of the classes";
    EXPECT_EQ(holds(rule.condition, {{"k", std::string("new")}}), other);
  }
}

TEST(StyleRules, ThresholdsBecomeRanges) {
  const auto made = rules(R"([{"id":"f","type":"circle","filter":["<",["get","n"],100],"paint":{
      "circle-radius":["step",["get","n"],2,10,4,20,8]}}])");
  ASSERT_THAT(made, SizeIs(3));
  const auto radius = [&](const Value& n) {
    double found_px = 0;
    for (const StyleRule& rule : made)
      if (holds(rule.condition, {{"n", n}})) found_px += rule.paint.radius_px;
    return found_px;
  };
  EXPECT_EQ(radius(-5.0), 2);
  EXPECT_EQ(radius(9.9), 2);
  EXPECT_EQ(radius(10.0), 4);
  EXPECT_EQ(radius(20.0), 8);
  EXPECT_EQ(radius(99.0), 8);
  EXPECT_EQ(radius(100.0), 0) << "the filter keeps it out";
  EXPECT_EQ(radius({}), 0) << "null is not less than 100";
}

TEST(StyleRules, ZoomsBecomeSteps) {
  const auto made = rules(R"([{"id":"l","type":"line","minzoom":8,"paint":{
      "line-width":["interpolate",["linear"],["zoom"],10,1,14,5]}}])");
  ASSERT_FALSE(made.empty());
  EXPECT_EQ(made.front().min_zoom, 8);
  EXPECT_EQ(made.front().max_zoom, 10) << "nothing changes before the first stop";
  EXPECT_EQ(made.back().max_zoom, 30);
  EXPECT_EQ(made.back().paint.width_px, 5);
  for (std::size_t i = 0; i + 1 < made.size(); ++i) {
    EXPECT_EQ(made[i].max_zoom, made[i + 1].min_zoom) << "no gap between scales";
    EXPECT_LT(made[i].paint.width_px, made[i + 1].paint.width_px);
    if (made[i].min_zoom >= 10) {
      EXPECT_LE(made[i].max_zoom - made[i].min_zoom, 1);
    }
  }
}

TEST(StyleRules, IconsNamedByAnAttributeComeFromItsCodes) {
  CatalogueEntry entry = scene::entryWith(
      R"([{"id":"i","type":"symbol","layout":{"icon-image":["concat","geo-",["coalesce",["get","type"],"07"]]}}])");
  InspectorField field;
  field.column = "type";
  field.code_table = "code_geo_type";
  entry.fields.push_back(field);
  const auto made = rulesOf(entry, {{"code_geo_type", {{"00", "", "", "", 0}, {"01", "", "", "", 1}}}}, {});
  std::set<std::string> icons;
  for (const StyleRule& rule : made) icons.insert(rule.paint.icon);
  EXPECT_EQ(icons, (std::set<std::string>{"geo-00", "geo-01", "geo-07"}));
}

TEST(StyleRules, TooManyCasesAreSimplifiedInsteadOfCountedForever) {
  std::string all = R"(["all")";
  for (int i = 0; i < 40; ++i) all += fmt::format(R"(,["!=",["get","a{}"],1])", i);
  const auto made = rules(R"([{"id":"f","type":"fill","filter":)" + all + R"(],"paint":{"fill-color":"#fff"}}])");
  EXPECT_LE(made.size(), 2000U);
}

TEST(StyleDocuments, AreWellFormedAndHoldWhatNamesHold) {
  const auto made = rules(R"([{"id":"a<b>&\"c\"","type":"fill","filter":["==",["get","na\"me"],"x'<&"],
      "paint":{"fill-color":"#80ff0000","fill-outline-color":"#000"}},
      {"id":"t","type":"symbol","layout":{"text-field":["get","标题"]}}])");
  ASSERT_THAT(made, SizeIs(2));
  for (const QString& document :
       {sldOf(QStringLiteral("t<1>"), QStringLiteral("甲 & 乙"), made, gis::GeometryKind::kPolygon),
        qmlOf(made, gis::GeometryKind::kPolygon)}) {
    QXmlStreamReader reader(document);
    int elements = 0;
    while (!reader.atEnd()) elements += reader.readNext() == QXmlStreamReader::StartElement ? 1 : 0;
    EXPECT_FALSE(reader.hasError()) << reader.errorString().toStdString() << "\n" << document.toStdString();
    EXPECT_GT(elements, 5);
    EXPECT_TRUE(document.contains(QStringLiteral("标题"))) << document.toStdString();
  }
  EXPECT_TRUE(qmlOf(made, gis::GeometryKind::kPolygon)
                  .contains(QStringLiteral("&quot;na&quot;&quot;me&quot; = 'x''&lt;&amp;'")));
}

TEST(StyleDocuments, AnEmptyStyleIsADocumentThatDrawsNothing) {
  QXmlStreamReader reader(qmlOf({}, gis::GeometryKind::kLine));
  while (!reader.atEnd()) reader.readNext();
  EXPECT_FALSE(reader.hasError());
}
