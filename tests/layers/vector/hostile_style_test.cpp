// SPDX-License-Identifier: GPL-3.0-or-later
// Styles that nobody means: made at random from everything the language knows and from what it does not. Each is either
// refused with a place and a reason, or draws something; it never ends the program, and never draws for ever.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/core/random.h"
#include "tests/layers/vector/scene.h"

using namespace layers;
using gis::GeometryKind;
using nlohmann::json;

namespace {

template <std::size_t N>
json oneOf(gis::Random& random, const json (&choices)[N]) {
  return choices[static_cast<std::size_t>(random.uniform(0, N)) % N];
}

json literal(gis::Random& random) {
  static const json kLiterals[] = {0,
                                   1,
                                   -1,
                                   0.5,
                                   1e308,
                                   -1e308,
                                   1e-300,
                                   4000000000.0,
                                   "#ff0000",
                                   "red",
                                   "",
                                   "rgba(1,2,3,0.5)",
                                   "东沟",
                                   true,
                                   false,
                                   nullptr,
                                   json::array(),
                                   json::object(),
                                   "round",
                                   "line",
                                   json::array({2, 1}),
                                   json::array({0, 0}),
                                   json::array({-3, 1e9})};
  return oneOf(random, kLiterals);
}

json expression(gis::Random& random, int depth) {
  if (depth <= 0 || random.uniform(0, 1) < 0.25) return literal(random);
  static const json kOperators[] = {"get",  "zoom",     "match",    "step",      "interpolate", "case", "concat",
                                    "+",    "-",        "*",        "/",         "%",           "^",    "min",
                                    "max",  "==",       "<",        "all",       "any",         "!",    "has",
                                    "in",   "coalesce", "to-color", "rgb",       "literal",     "let",  "var",
                                    "sqrt", "length",   "upcase",   "to-number", "nonsense"};
  json made = json::array({oneOf(random, kOperators)});
  if (made[0] == "get" && random.uniform(0, 1) < 0.8)
    return json::array({"get", random.uniform(0, 1) < 0.7 ? "k" : "n"});
  if (made[0] == "zoom" && random.uniform(0, 1) < 0.8) return made;
  if (made[0] == "interpolate" && random.uniform(0, 1) < 0.8) {
    made.push_back(json::array({"linear"}));
    made.push_back(json::array({"zoom"}));
    double stop = random.uniform(-2, 8);
    for (int i = static_cast<int>(random.uniform(1, 5)); i > 0; --i, stop += random.uniform(-0.5, 6)) {
      made.push_back(stop);
      made.push_back(expression(random, depth - 1));
    }
    return made;
  }
  for (int i = static_cast<int>(random.uniform(0, 6)); i > 0; --i) made.push_back(expression(random, depth - 1));
  return made;
}

json hostileLayer(gis::Random& random, int number) {
  static const json kTypes[] = {"fill", "line", "circle", "symbol", "raster", "hillshade", "heatmap", 7};
  static const json kPaint[] = {"fill-color",      "fill-opacity",    "fill-outline-color",  "fill-pattern",
                                "line-color",      "line-width",      "line-opacity",        "line-dasharray",
                                "circle-radius",   "circle-color",    "icon-color",          "icon-opacity",
                                "text-color",      "text-halo-width", "circle-stroke-width", "circle-stroke-color",
                                "no-such-property"};
  static const json kLayout[] = {"line-cap",         "line-join",      "icon-image",  "icon-size",
                                 "icon-side",        "text-field",     "text-size",   "symbol-spacing",
                                 "symbol-placement", "text-max-width", "text-offset", "symbol-sort-key",
                                 "line-sort-key"};
  json layer = {{"id", "l" + std::to_string(number)}, {"type", oneOf(random, kTypes)}};
  for (int i = static_cast<int>(random.uniform(0, 5)); i > 0; --i)
    layer["paint"][oneOf(random, kPaint).get<std::string>()] = expression(random, 4);
  for (int i = static_cast<int>(random.uniform(0, 4)); i > 0; --i)
    layer["layout"][oneOf(random, kLayout).get<std::string>()] = expression(random, 4);
  if (random.uniform(0, 1) < 0.3) layer["filter"] = expression(random, 4);
  if (random.uniform(0, 1) < 0.2) layer["minzoom"] = literal(random);
  if (random.uniform(0, 1) < 0.2) layer["maxzoom"] = literal(random);
  return layer;
}

std::shared_ptr<const gis::MapColumns> features(GeometryKind kind) {
  scene::Features all(kind);
  for (int i = 0; i < 4; ++i) {
    const std::map<std::string, std::string> attributes = {{"k", std::to_string(i % 2)},
                                                           {"n", i == 3 ? "" : "后湾水库"}};
    if (kind == GeometryKind::kPoint)
      all.point(-30 + 20 * i, 5 * i, attributes);
    else
      all.add({scene::square(-30 + 20 * i, 0, 9)}, attributes);
  }
  return all.columns();
}

}  // namespace

RC_GTEST_PROP(HostileStyle, IsRefusedWithAReasonOrDrawn, ()) {
  gis::Random random(*rc::gen::arbitrary<std::uint32_t>());
  json layers = json::array();
  for (int i = static_cast<int>(random.uniform(1, 4)); i > 0; --i) layers.push_back(hostileLayer(random, i));
  const auto style = parseStyle(layers, {"random.json", "/style"});
  if (!style) {
    RC_ASSERT(!style.error().detail.empty());
    RC_ASSERT(!style.error().subject.empty());
    return;
  }
  CatalogueEntry entry;
  entry.id = "random";
  entry.style = std::make_shared<const Style>(*style);
  for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
    const auto state = buildVectorLayer(entry, features(kind), {});
    if (!state) continue;  // it asks for an attribute that the layer has not
    for (const double metres_per_px : {0.6, 40.0})
      RC_ASSERT(!paintFrame(scene::request(*state), scene::view(48, metres_per_px)).isNull());
    (*state)->identify({0, 0}, 5, 1);
  }
}

// One property after the other at the ends of what numbers can be.
TEST(HostileStyle, SizesBeyondReasonAreDrawnInTime) {
  for (const char* size : {"-5", "1e-300", "400", "1e308"})
    for (const char* style :
         {R"([{"id":"l","type":"line","paint":{"line-width":@}}])",
          R"([{"id":"l","type":"line","paint":{"line-width":2,"line-dasharray":["literal",[@,@]]}}])",
          R"([{"id":"c","type":"circle","paint":{"circle-radius":@}}])",
          R"([{"id":"s","type":"symbol","layout":{"icon-image":"school","icon-size":@}}])",
          R"([{"id":"t","type":"symbol","layout":{"text-field":["get","n"],"text-size":@}}])",
          R"([{"id":"m","type":"symbol","layout":{"icon-image":"mark-dam","icon-size":@,
                                 "symbol-placement":"line","symbol-spacing":@}}])"}) {
      std::string text = style;
      for (std::size_t at = text.find('@'); at != std::string::npos; at = text.find('@')) text.replace(at, 1, size);
      const auto parsed = parseStyle(json::parse(text), {"sizes.json", "/style"});
      if (!parsed) continue;
      CatalogueEntry entry;
      entry.id = "sizes";
      entry.style = std::make_shared<const Style>(*parsed);
      for (const GeometryKind kind : {GeometryKind::kPoint, GeometryKind::kLine, GeometryKind::kPolygon}) {
        const auto state = buildVectorLayer(entry, features(kind), {});
        ASSERT_TRUE(state.has_value());
        EXPECT_FALSE(paintFrame(scene::request(*state), scene::view(64)).isNull()) << text;
      }
    }
}
