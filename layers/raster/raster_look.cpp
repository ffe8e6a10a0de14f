// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/raster/raster_look.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace layers {
namespace {

using Stops = std::array<QRgb, 9>;

// viridis and magma: S. van der Walt, N. Smith (2015); cividis: J. Nuñez, C. Anderton, R. Renslow (2018); blues: C.
// Brewer (ColorBrewer); elevation: plains green, hills tan, summits pale, its lightness rising throughout.
const Stops& stopsOf(Ramp ramp) {
  static constexpr Stops kViridis = {0xff440154, 0xff472c7a, 0xff3b518b, 0xff2c718e, 0xff21908d,
                                     0xff27ad81, 0xff5cc863, 0xffaadc32, 0xfffde725};
  static constexpr Stops kCividis = {0xff00224e, 0xff1c3a6d, 0xff434e6c, 0xff61646f, 0xff7d7c78,
                                     0xff9b9477, 0xffbcae6c, 0xffdec958, 0xfffee838};
  static constexpr Stops kMagma = {0xff000004, 0xff1c1044, 0xff4f127b, 0xff812581, 0xffb5367a,
                                   0xffe55964, 0xfffb8761, 0xfffec287, 0xfffcfdbf};
  static constexpr Stops kBlues = {0xfff7fbff, 0xffdeebf7, 0xffc6dbef, 0xff9ecae1, 0xff6baed6,
                                   0xff4292c6, 0xff2171b5, 0xff08519c, 0xff08306b};
  static constexpr Stops kGreys = {0xff101010, 0xff2d2d2d, 0xff4a4a4a, 0xff676767, 0xff858585,
                                   0xffa2a2a2, 0xffbfbfbf, 0xffdcdcdc, 0xfffafafa};
  static constexpr Stops kElevation = {0xff2f5d3a, 0xff4f7a45, 0xff7a9654, 0xffa6ad66, 0xffc6b878,
                                       0xffd6c090, 0xffe2cdac, 0xffeeddcb, 0xfffbf6f0};
  switch (ramp) {
    case Ramp::kViridis:
      return kViridis;
    case Ramp::kCividis:
      return kCividis;
    case Ramp::kMagma:
      return kMagma;
    case Ramp::kBlues:
      return kBlues;
    case Ramp::kGreys:
      return kGreys;
    case Ramp::kElevation:
      return kElevation;
  }
  return kViridis;
}

}  // namespace

std::span<const RampInfo> rampList() {
  static const std::array<RampInfo, 6> kRamps = {
      {{Ramp::kViridis, "viridis", {QStringLiteral("翠绿（通用）"), QStringLiteral("Viridis (general)")}},
       {Ramp::kCividis, "cividis", {QStringLiteral("蓝黄（色盲友好）"), QStringLiteral("Cividis (colour-blind safe)")}},
       {Ramp::kMagma, "magma", {QStringLiteral("岩浆（热度）"), QStringLiteral("Magma (heat)")}},
       {Ramp::kBlues, "blues", {QStringLiteral("蓝（水深、降雨）"), QStringLiteral("Blues (depth, rain)")}},
       {Ramp::kGreys, "greys", {QStringLiteral("灰度"), QStringLiteral("Greys")}},
       {Ramp::kElevation, "elevation", {QStringLiteral("高程"), QStringLiteral("Elevation")}}}};
  return kRamps;
}

std::optional<Ramp> rampOf(const std::string& id) {
  for (const RampInfo& info : rampList())
    if (id == info.id) return info.ramp;
  return std::nullopt;
}

QColor rampColour(const RasterLook& look, float ratio) {
  float at = std::isfinite(ratio) ? std::clamp(ratio, 0.0F, 1.0F) : 0.5F;
  if (look.classes > 1) {
    const auto classes = static_cast<float>(look.classes);
    at = std::min(std::floor(at * classes), classes - 1) / (classes - 1);
  }
  if (look.reversed) at = 1 - at;
  const Stops& stops = stopsOf(look.ramp);
  at *= static_cast<float>(stops.size() - 1);
  const auto lower = std::min(stops.size() - 2, static_cast<std::size_t>(at));
  const float part = at - static_cast<float>(lower);
  const auto mixed = [&](int (*channel)(QRgb)) {
    const auto a = static_cast<float>(channel(stops[lower])), b = static_cast<float>(channel(stops[lower + 1]));
    return static_cast<int>(a + (b - a) * part + 0.5F);
  };
  return QColor(mixed(qRed), mixed(qGreen), mixed(qBlue));
}

RampColours rampColours(const RasterLook& look) {
  RampColours colours{};
  for (std::size_t i = 0; i < colours.size(); ++i)
    colours[i] = rampColour(look, static_cast<float>(i) / static_cast<float>(colours.size() - 1)).rgb();
  return colours;
}

}  // namespace layers
