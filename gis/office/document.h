// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace gis::office {

// An official paper 公文 as content: what is said, and as what, not how it looks. docx_writer.h makes a DOCX of it, the
// window a PDF of the same. Values; any thread. The look is that of GB/T 9704-2012 (party and government documents).

enum class Style {
  kTitle,      // 标题: two-line big letters, centred
  kSubtitle,   // number of the paper, to whom; centred
  kHeading,    // 一、
  kHeading2,   // （一）
  kBody,       // two characters indented
  kPlain,      // not indented: the addressee
  kSignature,  // office and date, to the right
  kCaption,    // above a table, below a picture
  kSmall,      // notes: sources, times
};

enum class Emphasis { kNone, kStrong, kMark };  // kMark: red, for what a reader has to see (演练, a changed figure)

struct Run {
  std::string text;
  Emphasis emphasis = Emphasis::kNone;
};

struct Paragraph {
  Style style = Style::kBody;
  std::vector<Run> runs;
};

enum class Align { kLeft, kCentre, kRight };

// `columns` and `rows` that it covers, as in HTML: what is covered is left out in the rows.
struct Cell {
  std::string text;
  Align align = Align::kLeft;
  int columns = 1;
  int rows = 1;
  Emphasis emphasis = Emphasis::kNone;
};

struct Table {
  std::vector<double> widths_mm;  // one a column
  std::vector<std::vector<Cell>> rows;
  int heading_rows = 1;  // again on every page
};

// A PNG or JPEG.
struct Picture {
  std::string bytes;
  double width_mm = 0;
  double height_mm = 0;
  std::string words;  // what is on it, for those who cannot see it
};

using Block = std::variant<Paragraph, Table, Picture>;

struct Document {
  std::string title;  // of the file
  std::string author;
  std::int64_t created_utc_ms = 0;
  std::string header;  // small, on every page: the drill's mark; empty: none
  std::string footer;  // small, beside the page number; empty: none
  bool landscape = false;
  std::vector<Block> blocks;
};

// Where a cell of a table stands.
struct PlacedCell {
  int row = 0;
  int column = 0;
  const Cell* cell = nullptr;
};

// The cells of a table with their places, row by row. Empty when the cells overlap, stick out or leave a hole: the
// table is not one.
std::vector<PlacedCell> placedCells(const Table& table);

}  // namespace gis::office
