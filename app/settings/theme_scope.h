// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "layers/core/layer_state.h"

namespace app {

// While it lives, what paints itself (charts) does so in this theme and at scale one, whatever the window shows: for
// pages that go to paper. Nothing is dressed anew. Window's thread; one inside the other.
class ThemeScope {
 public:
  explicit ThemeScope(layers::Theme theme);
  ThemeScope(const ThemeScope&) = delete;
  ThemeScope& operator=(const ThemeScope&) = delete;
  ~ThemeScope();

 private:
  layers::Theme m_theme;
  double m_scale_ratio;
};

}  // namespace app
