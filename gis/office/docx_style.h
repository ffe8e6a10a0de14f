// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

#include "gis/office/document.h"

namespace gis::office {

// How a style of an official paper looks (GB/T 9704-2012, clauses 5.2.2, 7.3 and 7.4).
struct StyleLook {
  Style style;
  std::string_view id;    // in styles.xml
  std::string_view name;  // as a person reads it in the list of styles
  std::string_view font;  // one of the names in kTypefaces
  int half_points = 32;   // size; 3号 is 16 pt
  int line_twips = 560;   // distance of lines
  bool bold = false;
  Align align = Align::kLeft;
  bool indent = false;  // the first line by two characters
  int outline = -1;     // level in the navigation pane
};

const StyleLook& lookOf(Style style);

// A typeface as papers name it, and what stands for it where it is not installed.
struct Typeface {
  std::string_view name;
  std::string_view substitute;
};
const Typeface& typefaceNamed(std::string_view name);

std::string stylesXml();
std::string fontTableXml();

}  // namespace gis::office
