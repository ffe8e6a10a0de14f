// SPDX-License-Identifier: GPL-3.0-or-later
// About one man in twelve sees red and green less well. The classes of every hazard must stay apart for him, too: the
// colours of the real styles, laid over the map's ground, are looked at through simulated eyes.
// Sources: simulation Machado, Oliveira & Fernandes 2009, IEEE TVCG 15(6), severity 1.0; colour difference CIEDE2000
// after Sharma, Wu & Dalal 2005, Color Research & Application 30(1).
#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numbers>

#include "layers/core/frame.h"
#include "layers/vector/catalogue.h"
#include "layers/vector/resolved_paint.h"

using namespace layers;

namespace {

using Triple = std::array<double, 3>;
using Matrix = std::array<Triple, 3>;

// Neighbouring map colours are told apart without effort from about ten on; classes further apart have the order of
// the colours as a help.
constexpr double kLeastBetweenNeighbours = 10;
constexpr double kLeastBetweenAny = 8;

struct Eyes {
  const char* name;
  Matrix matrix;  // on linear light
};
constexpr std::array<Eyes, 4> kEyes = {{
    {"normal", {{{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}}},
    {"protan", {{{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}}}},
    {"deutan", {{{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}}}},
    {"tritan", {{{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}}}},
}};

Triple times(const Matrix& matrix, const Triple& v) {
  Triple out{};
  for (std::size_t i = 0; i < 3; ++i) out[i] = matrix[i][0] * v[0] + matrix[i][1] * v[1] + matrix[i][2] * v[2];
  return out;
}

double linear(double srgb) { return srgb <= 0.04045 ? srgb / 12.92 : std::pow((srgb + 0.055) / 1.055, 2.4); }

// CIELAB (D65) of a colour as these eyes see it.
Triple seen(const Triple& srgb, const Eyes& eyes) {
  Triple light = times(eyes.matrix, {linear(srgb[0]), linear(srgb[1]), linear(srgb[2])});
  for (double& v : light) v = std::clamp(v, 0.0, 1.0);
  constexpr Matrix kToXyz = {
      {{0.4124564, 0.3575761, 0.1804375}, {0.2126729, 0.7151522, 0.0721750}, {0.0193339, 0.1191920, 0.9503041}}};
  const Triple xyz = times(kToXyz, light);
  const auto f = [](double t) { return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116; };
  const double x = f(xyz[0] / 0.95047), y = f(xyz[1]), z = f(xyz[2] / 1.08883);
  return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

double radians(double deg) { return deg * std::numbers::pi / 180; }

double ciede2000(const Triple& p, const Triple& q) {
  const auto pow7 = [](double v) { return std::pow(v, 7); };
  const double mean_c = (std::hypot(p[1], p[2]) + std::hypot(q[1], q[2])) / 2;
  const double g = 0.5 * (1 - std::sqrt(pow7(mean_c) / (pow7(mean_c) + pow7(25))));
  const double a1 = (1 + g) * p[1], a2 = (1 + g) * q[1];
  const double c1 = std::hypot(a1, p[2]), c2 = std::hypot(a2, q[2]);
  const auto hue = [](double b, double a) {
    const double deg = std::atan2(b, a) * 180 / std::numbers::pi;
    return deg < 0 ? deg + 360 : deg;
  };
  const double h1 = c1 > 0 ? hue(p[2], a1) : 0, h2 = c2 > 0 ? hue(q[2], a2) : 0;
  const bool grey = c1 * c2 == 0;
  double dh = grey ? 0 : h2 - h1;
  if (dh > 180) dh -= 360;
  if (dh < -180) dh += 360;
  const double dl = q[0] - p[0], dc = c2 - c1, dbig_h = 2 * std::sqrt(c1 * c2) * std::sin(radians(dh / 2));
  const double l = (p[0] + q[0]) / 2, c = (c1 + c2) / 2;
  double h = h1 + h2;
  if (!grey) h = std::abs(h1 - h2) <= 180 ? h / 2 : (h < 360 ? (h + 360) / 2 : (h - 360) / 2);
  const double t = 1 - 0.17 * std::cos(radians(h - 30)) + 0.24 * std::cos(radians(2 * h)) +
                   0.32 * std::cos(radians(3 * h + 6)) - 0.20 * std::cos(radians(4 * h - 63));
  const double sl = 1 + 0.015 * (l - 50) * (l - 50) / std::sqrt(20 + (l - 50) * (l - 50));
  const double sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  const double rt =
      -2 * std::sqrt(pow7(c) / (pow7(c) + pow7(25))) * std::sin(radians(60 * std::exp(-std::pow((h - 275) / 25, 2))));
  return std::sqrt(std::pow(dl / sl, 2) + std::pow(dc / sc, 2) + std::pow(dbig_h / sh, 2) +
                   rt * (dc / sc) * (dbig_h / sh));
}

Triple over(const QColor& colour, const QColor& ground) {
  const double alpha = colour.alphaF();
  const auto mix = [alpha](double a, double b) { return a * alpha + b * (1 - alpha); };
  return {mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
          mix(colour.blueF(), ground.blueF())};
}

// The grades of one hazard, gravest first, as one style layer paints them at a zoom.
struct Ladder {
  const char* layer;
  const char* style_layer;
  const char* attribute;
  std::vector<Value> grades;
  double zoom;
};

std::vector<Ladder> ladders() {
  const std::vector<Value> letters = {std::string("A"), std::string("B"), std::string("C"), std::string("D")};
  const std::vector<Value> four = {1.0, 2.0, 3.0, 4.0};
  return {{"fire_risk_zone", "class", "fire_class", {5.0, 4.0, 3.0, 2.0, 1.0}, 8.8},
          {"fire_risk_zone", "class", "fire_class", {5.0, 4.0, 3.0, 2.0, 1.0}, 13},
          {"geohazard_point", "far", "danger_grade", letters, 8.8},
          {"geohazard_point", "icon", "danger_grade", letters, 12},
          {"geohazard_area", "area", "risk_level", four, 12},
          {"fault", "trace", "age", four, 11}};
}

const StyleLayer& styleLayer(const CatalogueEntry& entry, const std::string& id) {
  for (const StyleLayer& layer : entry.style->layers)
    if (layer.id == id) return layer;
  throw std::runtime_error(entry.id + " has no style layer " + id);
}

std::vector<Value> attributesWith(const CatalogueEntry& entry, const std::string& name, const Value& value) {
  std::vector<Value> attributes(entry.style->attributes.size());
  for (std::size_t i = 0; i < attributes.size(); ++i)
    if (entry.style->attributes[i] == name) attributes[i] = value;
  return attributes;
}

class ColourVision : public ::testing::TestWithParam<Theme> {};

}  // namespace

TEST(ColourVisionMeasure, AgreesWithPublishedFigures) {
  // Sharma et al. 2005, table 1, pairs 1, 7, 17 and 25.
  EXPECT_NEAR(ciede2000({50, 2.6772, -79.7751}, {50, 0, -82.7485}), 2.0425, 1e-4);
  EXPECT_NEAR(ciede2000({50, 0, 0}, {50, -1, 2}), 2.3669, 1e-4);
  EXPECT_NEAR(ciede2000({50, 2.5, 0}, {73, 25, -18}), 27.1492, 1e-4);
  EXPECT_NEAR(ciede2000({60.2574, -34.0099, 36.2677}, {60.4626, -34.1751, 39.4387}), 1.2644, 1e-4);
  for (const Eyes& eyes : kEyes) {  // greys look grey to everybody
    const Triple grey = seen({0.5, 0.5, 0.5}, eyes);
    EXPECT_NEAR(grey[0], 53.39, 0.05) << eyes.name;
    EXPECT_NEAR(std::hypot(grey[1], grey[2]), 0, 0.05) << eyes.name;
  }
}

TEST_P(ColourVision, HazardClassesAreToldApartByEveryEye) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value());
  const QColor ground = groundColour(GetParam());
  for (const Ladder& ladder : ladders()) {
    const CatalogueEntry* entry = catalogue->find(ladder.layer);
    ASSERT_NE(entry, nullptr) << ladder.layer;
    const StyleLayer& layer = styleLayer(*entry, ladder.style_layer);
    std::vector<Triple> colours;
    for (const Value& grade : ladder.grades) {
      const ResolvedPaint paint =
          resolvePaint(layer, attributesWith(*entry, ladder.attribute, grade), {ladder.zoom, GetParam()});
      ASSERT_TRUE(paint.visible) << ladder.layer << " " << toText(grade);
      colours.push_back(over(paint.colour, ground));
    }
    for (const Eyes& eyes : kEyes)
      for (std::size_t i = 0; i < colours.size(); ++i)
        for (std::size_t j = i + 1; j < colours.size(); ++j)
          EXPECT_GE(ciede2000(seen(colours[i], eyes), seen(colours[j], eyes)),
                    j == i + 1 ? kLeastBetweenNeighbours : kLeastBetweenAny)
              << ladder.layer << " " << ladder.style_layer << ": " << toText(ladder.grades[i]) << " and "
              << toText(ladder.grades[j]) << " for " << eyes.name << " eyes";
  }
}

// One hue has no room for three grades under the other hazards: the catchments have dots, a tint, and a border alone.
TEST_P(ColourVision, CatchmentGradesDifferByMoreThanColour) {
  const auto catalogue = loadCatalogue();
  ASSERT_TRUE(catalogue.has_value());
  const CatalogueEntry& entry = *catalogue->find("catchment");
  for (const double zoom : {8.8, 12.0}) {
    std::vector<std::size_t> fills;
    std::vector<double> widths_px;
    for (const double grade : {1.0, 2.0, 3.0}) {
      const auto attributes = attributesWith(entry, "danger", grade);
      std::size_t count = 0;
      for (const StyleLayer& layer : entry.style->layers)
        if (layer.type == StyleLayerType::kFill && resolvePaint(layer, attributes, {zoom, GetParam()}).visible) ++count;
      fills.push_back(count);
      widths_px.push_back(resolvePaint(styleLayer(entry, "divide"), attributes, {zoom, GetParam()}).width_px);
    }
    EXPECT_EQ(fills, (std::vector<std::size_t>{2, 1, 0})) << zoom;
    EXPECT_GT(widths_px[0], 1.5 * widths_px[1]) << zoom;
    EXPECT_GT(widths_px[1], widths_px[2]) << zoom;
  }
}

INSTANTIATE_TEST_SUITE_P(Themes, ColourVision, ::testing::Values(Theme::kDark, Theme::kLight),
                         [](const auto& theme) { return theme.param == Theme::kDark ? "Dark" : "Light"; });
