// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QPalette>
#include <QString>

#include "layers/core/layer_state.h"

class QApplication;
class QWidget;

namespace app {

// The colours of one theme. Surfaces go from the ground upwards; there is one accent; red, orange, yellow and blue
// belong to warnings alone.
struct ThemeColours {
  QColor ground, surface, raised, hover, line, strong_line;
  QColor text, text_second, text_faint;
  QColor accent, accent_soft, on_accent;
  QColor danger, caution;  // errors and warnings in lists
};
const ThemeColours& themeColours(layers::Theme theme);

// Dresses the whole program: palette, font and the one stylesheet (resources/themes/fengsui.qss), whose measures in
// "dp" are multiplied by the presentation scale. Window's thread.
void applyTheme(QApplication& application, layers::Theme theme, double scale_ratio);
// Widgets build their pixmaps with their texts, on LanguageChange: sends it to a window and all it holds. Panels may
// throw away and make anew what they hold while they answer.
void tellLookChanged(QWidget& window);
// Margins, spacings, fixed and least sizes and icon sizes of everything in a window, made for one presentation scale,
// brought to another. Sizes at scale one are remembered, so that going there and back changes nothing.
void rescale(QWidget& window, double from_ratio, double to_ratio);

// Where the program's look stands now; widgets that paint themselves ask it.
layers::Theme currentTheme();
double currentScaleRatio();
const ThemeColours& currentColours();
// A measure of the 4-px grid at the current presentation scale.
int dp(double at_scale_one_px);

// The stylesheet text for a theme, with all names and measures replaced (for tests).
QString styleSheetFor(layers::Theme theme, double scale_ratio);

}  // namespace app
