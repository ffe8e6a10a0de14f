// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "gis/vector/map_columns.h"
#include "layers/core/map_view.h"

namespace layers {

// Where a name may stand along a line: its middle, and the smoothed stretch its letters may use.
struct LineNamePlace {
  std::uint32_t feature = 0;  // one of those that carry the name
  gis::MapXY where;
  std::vector<gis::MapXY> path;
};

// The named lines of a layer, joined end to end: a road of three hundred pieces is one line with one name. Places are
// counted from the line's own start in steps that depend on the scale alone, so names stay where they are when the map
// is moved. Immutable; any thread.
class LabelLines {
 public:
  static constexpr std::uint32_t kNameless = 0xffffffff;

  // name_of: one a feature; features of equal number whose ends meet two by two are joined.
  LabelLines(std::shared_ptr<const gis::MapColumns> columns, std::span<const std::uint32_t> name_of);

  // Places for names about `text_px` long, every spacing_px along each line, those whose middle lies in the view.
  struct Wish {
    double text_px = 0;     // length of the text; lines shorter than it are passed over
    double letter_px = 12;  // size of a letter
    double spacing_px = 250;
  };
  // `wish_of(feature)` is asked once a line; nothing: the line has no name at this scale.
  template <class WishOf>
  std::vector<LineNamePlace> places(const MapView& view, WishOf wish_of) const {
    std::vector<LineNamePlace> found;
    for (const std::uint32_t line : linesIn(view))
      if (const std::optional<Wish> wish = wish_of(m_lines[line].feature)) addPlaces(line, *wish, view, found);
    return found;
  }
  std::size_t lineCount() const { return m_lines.size(); }

 private:
  struct Piece {
    std::uint32_t part = 0;
    bool reversed = false;
  };
  struct Line {
    std::uint32_t first_piece = 0, end_piece = 0;
    std::uint32_t feature = 0;
    double length_m = 0;
  };
  void join(std::span<const std::uint32_t> name_of);
  std::vector<std::uint32_t> linesIn(const MapView& view) const;
  std::vector<gis::MapXY> verticesOf(const Line& line) const;
  void addPlaces(std::uint32_t line, const Wish& wish, const MapView& view, std::vector<LineNamePlace>& found) const;

  std::shared_ptr<const gis::MapColumns> m_columns;
  std::vector<Line> m_lines;
  std::vector<Piece> m_pieces;
  gis::BoxTree m_index;
};

}  // namespace layers
