// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/vector/colour_text.h"

#include <QString>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace layers {
namespace {

QColor fromHex(const QString& digits) {
  bool ok = false;
  const auto number = digits.toUInt(&ok, 16);
  if (!ok || digits.startsWith(u'+')) return {};
  const auto part = [number](int shift) { return static_cast<int>(number >> shift & 0xff); };
  const auto nibble = [number](int shift) { return static_cast<int>(number >> shift & 0xf) * 17; };
  switch (digits.size()) {
    case 3:
      return {nibble(8), nibble(4), nibble(0)};
    case 4:
      return {nibble(12), nibble(8), nibble(4), nibble(0)};
    case 6:
      return {part(16), part(8), part(0)};
    case 8:
      return {part(24), part(16), part(8), part(0)};
    default:
      return {};
  }
}

// "name(a, b, c)" or "name(a, b, c, alpha)": red, green and blue to 255, or degrees and percentages.
QColor fromFunction(const QString& text, bool hsl) {
  const qsizetype open = text.indexOf(u'(');
  const QStringList parts = text.mid(open + 1, text.size() - open - 2).split(u',');
  const bool has_alpha = text[3] == u'a';
  if (parts.size() != (has_alpha ? 4 : 3)) return {};
  std::array<double, 4> numbers{0, 0, 0, 1};
  for (qsizetype i = 0; i < parts.size(); ++i) {
    QString part = parts[i].trimmed();
    const bool percent = hsl && (i == 1 || i == 2);
    if (percent && !part.endsWith(u'%')) return {};
    if (percent) part.chop(1);
    bool ok = false;
    const double number = part.toDouble(&ok);
    if (!ok || !std::isfinite(number)) return {};
    numbers[static_cast<std::size_t>(i)] = number;
  }
  const auto share = [&](std::size_t i, double whole) {
    return static_cast<float>(std::clamp(numbers[i] / whole, 0.0, 1.0));
  };
  if (!hsl) return QColor::fromRgbF(share(0, 255), share(1, 255), share(2, 255), share(3, 1));
  const double turn = numbers[0] / 360;
  return QColor::fromHslF(static_cast<float>(turn - std::floor(turn)), share(1, 100), share(2, 100), share(3, 1))
      .toRgb();
}

}  // namespace

QColor colourFromText(std::string_view text) {
  const QString name = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).trimmed().toLower();
  if (name.startsWith(u'#')) return fromHex(name.mid(1));
  if (name.endsWith(u')')) {
    if (name.startsWith(QLatin1String("rgb(")) || name.startsWith(QLatin1String("rgba(")))
      return fromFunction(name, false);
    if (name.startsWith(QLatin1String("hsl(")) || name.startsWith(QLatin1String("hsla(")))
      return fromFunction(name, true);
    return {};
  }
  return QColor::isValidColor(name) ? QColor(name) : QColor();
}

}  // namespace layers
