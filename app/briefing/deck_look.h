// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>

#include "app/settings/theme.h"
#include "gis/slides/slide.h"
#include "layers/briefing/mark_layer.h"

namespace app {

// Colours of a page in a theme; tones are the national warning colours.
struct DeckLook {
  layers::Theme theme = layers::Theme::kLight;

  static gis::slides::Colour of(const QColor& c) {
    return {static_cast<std::uint8_t>(c.red()), static_cast<std::uint8_t>(c.green()),
            static_cast<std::uint8_t>(c.blue())};
  }
  const ThemeColours& colours() const { return themeColours(theme); }
  gis::slides::Colour ground() const { return of(colours().ground); }
  gis::slides::Colour card() const { return of(theme == layers::Theme::kDark ? colours().raised : colours().surface); }
  gis::slides::Colour line() const { return of(colours().line); }
  gis::slides::Colour text() const { return of(colours().text); }
  gis::slides::Colour second() const { return of(colours().text_second); }
  gis::slides::Colour accent() const { return of(colours().accent); }
  gis::slides::Colour tone(int tone) const { return of(layers::toneColour(tone, theme)); }
  // Yellow letters on white are read by nobody: words of a tone are darker on light paper.
  gis::slides::Colour toneText(int tone) const {
    const QColor colour = layers::toneColour(tone, theme);
    if (theme == layers::Theme::kDark)
      return of(tone == 4 ? colour.lighter(130) : tone == 1 ? QColor("#ff6b7d") : colour);
    return of(tone == 3 ? QColor("#7a5f00") : tone == 2 ? QColor("#b45300") : colour);
  }
};

}  // namespace app
