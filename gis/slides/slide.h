// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace gis::slides {

// Pages for a projector as a list of what stands where: one list is painted on the screen and into PDF, and written as
// PPTX, so that all three show the same. Lengths are points of a page of 13 1/3 x 7 1/2 inches (16:9); y grows
// downwards. Texts are UTF-8 in the reader's language already. Values; any thread.
inline constexpr double kPageWidth_pt = 960, kPageHeight_pt = 540;

struct Box {
  double x_pt = 0, y_pt = 0, width_pt = 0, height_pt = 0;
  double right_pt() const { return x_pt + width_pt; }
  double bottom_pt() const { return y_pt + height_pt; }
};

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0;
  friend bool operator==(const Colour&, const Colour&) = default;
};

enum class Align { kLeft, kCentre, kRight };
enum class Valign { kTop, kMiddle, kBottom };

// Words that break into lines inside their box; a line feed begins a paragraph.
struct TextItem {
  Box box;
  std::string text;
  int size_pt = 14;
  Colour colour;
  bool bold = false;
  Align align = Align::kLeft;
  Valign valign = Valign::kTop;
  bool is_title = false;  // the page's title, for outlines and screen readers
};

struct ShapeItem {
  Box box;
  Colour fill;
  double corner_pt = 0;
};

struct TableCell {
  std::string text;
  Colour colour;
  Align align = Align::kLeft;
  bool bold = false;
  std::optional<Colour> fill = std::nullopt;
};

// Rows of one height, as many cells as columns; a hairline under each row. The box is as high as its rows.
struct TableItem {
  Box box;
  std::vector<double> column_width_pt;
  double row_height_pt = 24;
  int size_pt = 14;
  Colour line;
  std::vector<std::vector<TableCell>> rows;
};

// A picture by its name: whoever writes the page asks for its bytes then.
struct PictureItem {
  Box box;
  std::string name;
  std::string description;  // for those who cannot see it
};

using Item = std::variant<TextItem, ShapeItem, TableItem, PictureItem>;

struct Slide {
  std::string title;
  Colour ground;
  std::vector<Item> items;  // the lowest first
};

struct Deck {
  std::string title, author;
  std::int64_t created_utc_ms = 0;  // said in the file; the same pages at the same time are the same bytes
  std::vector<Slide> slides;
};

}  // namespace gis::slides
