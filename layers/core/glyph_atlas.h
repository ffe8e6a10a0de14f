// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QPolygonF>
#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <tuple>
#include <unordered_map>
#include <vector>

class QRawFont;

namespace layers {

// A text set in type: where each letter stands, in ems, from the middle of the text (x to the right, y down; y is that
// of the baseline). Sizes do not matter: letters are set without hinting.
struct SetText {
  struct Letter {
    std::uint32_t letter = 0;  // of the atlas
    float x_em = 0, y_em = 0;
    float advance_em = 0;
  };
  std::vector<Letter> letters;
  float width_em = 0;       // of the longest line
  float height_em = 0;      // of all lines
  bool ideographs = false;  // mostly Chinese: may be set from top to bottom
};

// A letter as coverage, one byte a device pixel, and the halo around it on the same pixels.
struct LetterPicture {
  int left_px = 0, top_px = 0;  // from the pen position, whole device pixels
  int width_px = 0, height_px = 0;
  std::vector<std::uint8_t> letter, halo;
};

// How a letter is to look.
struct LetterLook {
  double size_px = 12;     // device pixels an em
  double halo_px = 0;      // device pixels
  double angle_deg = 0;    // clockwise
  double shift_ratio = 0;  // part of a pixel that the pen stands right of a whole one, 0..1
};

// Letters that were drawn once and are kept: the map's labels are the same few hundred characters over and over.
// Outlines come from the fonts of labelFont(); pictures from gis/coverage, so they are the same on every machine that
// has the font. Any thread: a short lock guards the tables.
class GlyphAtlas {
 public:
  GlyphAtlas();
  ~GlyphAtlas();
  GlyphAtlas(const GlyphAtlas&) = delete;
  GlyphAtlas& operator=(const GlyphAtlas&) = delete;

  // Lines end at '\n'; a line longer than max_width_em (0: never) is broken into lines of about equal length.
  std::shared_ptr<const SetText> set(const QString& text, bool bold, double max_width_em = 0);
  std::shared_ptr<const LetterPicture> picture(std::uint32_t letter, const LetterLook& look);

  std::size_t bytesHeld() const;

 private:
  struct Outline {
    std::vector<std::vector<float>> rings_em;  // x, y pairs, y down
  };
  using PictureKey = std::tuple<std::uint32_t, int, int, int, int>;
  SetText setInType(const QString& text, bool bold, double max_width_em);
  std::uint32_t letterOf(const QString& face, std::uint32_t glyph, const QRawFont& font);

  mutable std::mutex m_mutex;
  std::map<std::tuple<QString, bool, int>, std::shared_ptr<const SetText>> m_texts;
  std::map<std::pair<QString, std::uint32_t>, std::uint32_t> m_letters;
  std::vector<Outline> m_outlines;  // one a letter
  std::map<PictureKey, std::shared_ptr<const LetterPicture>> m_pictures;
  std::size_t m_bytes = 0;
};

}  // namespace layers
