// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/core/glyph_atlas.h"

#include <QGlyphRun>
#include <QPainterPath>
#include <QRawFont>
#include <QTextLayout>
#include <QTransform>
#include <cmath>
#include <numbers>

#include "gis/coverage/coverage_mask.h"
#include "gis/coverage/fill_raster.h"
#include "layers/core/label_font.h"

namespace layers {
namespace {

constexpr double kDesignPx = 64;  // texts are measured and outlined at this size
constexpr int kSizeSteps = 4, kShiftSteps = 4, kHaloSteps = 8, kAngleStepDeg = 3;
constexpr std::size_t kMostPictureBytes = std::size_t{24} << 20, kMostTexts = 20'000;

int stepOf(double value, int steps) { return static_cast<int>(std::lround(value * steps)); }

bool isIdeograph(QChar c) { return c.unicode() >= 0x2E80 && c.unicode() <= 0x9FFF; }

// What a disc of the halo's radius around each covered pixel covers, the disc's edge softened over one pixel.
std::vector<std::uint8_t> haloOf(const std::vector<std::uint8_t>& letter, int width_px, int height_px, double halo_px) {
  const int reach = static_cast<int>(std::ceil(halo_px + 0.5));
  struct Tap {
    int dx, dy, weight;
  };
  std::vector<Tap> taps;
  for (int dy = -reach; dy <= reach; ++dy)
    for (int dx = -reach; dx <= reach; ++dx) {
      const double weight = std::clamp(halo_px + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
      if (weight > 0) taps.push_back({dx, dy, static_cast<int>(std::lround(weight * 256))});
    }
  std::vector<std::uint8_t> halo(letter.size(), 0);
  for (int y = 0; y < height_px; ++y)
    for (int x = 0; x < width_px; ++x) {
      const int value = letter[static_cast<std::size_t>(y * width_px + x)];
      if (value == 0) continue;
      for (const Tap& tap : taps) {
        const int at_x = x + tap.dx, at_y = y + tap.dy;
        if (at_x < 0 || at_y < 0 || at_x >= width_px || at_y >= height_px) continue;
        std::uint8_t& to = halo[static_cast<std::size_t>(at_y * width_px + at_x)];
        to = std::max(to, static_cast<std::uint8_t>(std::min(255, value * tap.weight >> 8)));
      }
    }
  return halo;
}

}  // namespace

GlyphAtlas::GlyphAtlas() = default;
GlyphAtlas::~GlyphAtlas() = default;

std::size_t GlyphAtlas::bytesHeld() const {
  const std::lock_guard lock(m_mutex);
  return m_bytes;
}

std::shared_ptr<const SetText> GlyphAtlas::set(const QString& text, bool bold, double max_width_em) {
  const auto key = std::make_tuple(text, bold, stepOf(max_width_em, 4));
  const std::lock_guard lock(m_mutex);
  if (const auto found = m_texts.find(key); found != m_texts.end()) return found->second;
  if (m_texts.size() >= kMostTexts) m_texts.clear();
  return m_texts.emplace(key, std::make_shared<const SetText>(setInType(text, bold, max_width_em))).first->second;
}

SetText GlyphAtlas::setInType(const QString& text, bool bold, double max_width_em) {
  SetText result;
  const QFont font = labelFont(kDesignPx, bold);
  QStringList lines;
  for (const QString& line : text.split(QLatin1Char('\n'))) lines << line;
  const double line_em = kLineHeightRatio;
  // Baselines are counted from the first; all are moved to the middle at the end.
  int row = 0;
  const auto addLine = [&](const QTextLine& line) {
    const double width_em = line.naturalTextWidth() / kDesignPx;
    result.width_em = std::max(result.width_em, static_cast<float>(width_em));
    for (const QGlyphRun& run : line.glyphRuns()) {
      const QRawFont raw = run.rawFont();
      const QString face = raw.familyName() + QLatin1Char('/') + raw.styleName();
      const QList<quint32> glyphs = run.glyphIndexes();
      const QList<QPointF> places = run.positions();
      const QList<QPointF> advances = raw.advancesForGlyphIndexes(glyphs);
      for (qsizetype i = 0; i < glyphs.size(); ++i) {
        SetText::Letter letter;
        letter.letter = letterOf(face, glyphs[i], raw);
        letter.x_em = static_cast<float>((places[i].x() - line.x()) / kDesignPx - width_em / 2);
        letter.y_em = static_cast<float>(row * line_em);
        letter.advance_em = static_cast<float>(advances[i].x() / kDesignPx);
        result.letters.push_back(letter);
      }
    }
    ++row;
  };
  for (const QString& line_text : lines) {
    QTextLayout layout(line_text, font);
    QTextOption option;
    option.setWrapMode(max_width_em > 0 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
    layout.setTextOption(option);
    const auto lay = [&](double width_px) {
      layout.beginLayout();
      int count = 0;
      for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine(), ++count)
        line.setLineWidth(width_px);
      layout.endLayout();
      return count;
    };
    lay(1e6);
    if (max_width_em > 0 && layout.lineCount() > 0) {
      const double natural_px = layout.lineAt(0).naturalTextWidth();
      const int wanted = static_cast<int>(std::ceil(natural_px / (max_width_em * kDesignPx) - 1e-6));
      if (wanted > 1) lay(std::ceil(natural_px / wanted / kDesignPx) * kDesignPx + 1);
    }
    for (int i = 0; i < layout.lineCount(); ++i) addLine(layout.lineAt(i));
  }
  const double first_em = kBaselineRatio - (row - 1) * line_em / 2;
  for (SetText::Letter& letter : result.letters) letter.y_em += static_cast<float>(first_em);
  result.height_em = static_cast<float>(row * line_em);
  const auto ideographs = std::count_if(text.begin(), text.end(), isIdeograph);
  result.ideographs = ideographs * 2 > text.size();
  return result;
}

// The outline is taken at once: font objects belong to the thread that asked for them, outlines to nobody.
std::uint32_t GlyphAtlas::letterOf(const QString& face, std::uint32_t glyph, const QRawFont& font) {
  const auto [found, added] = m_letters.try_emplace({face, glyph}, static_cast<std::uint32_t>(m_outlines.size()));
  if (!added) return found->second;
  Outline outline;
  for (const QPolygonF& ring : font.pathForGlyph(glyph).toSubpathPolygons()) {
    std::vector<float> points;
    points.reserve(static_cast<std::size_t>(ring.size()) * 2);
    for (const QPointF p : ring) {
      points.push_back(static_cast<float>(p.x() / kDesignPx));
      points.push_back(static_cast<float>(p.y() / kDesignPx));
    }
    outline.rings_em.push_back(std::move(points));
  }
  m_outlines.push_back(std::move(outline));
  return found->second;
}

std::shared_ptr<const LetterPicture> GlyphAtlas::picture(std::uint32_t letter, const LetterLook& look) {
  constexpr double kLargestPx = 1000;
  const int size = stepOf(std::clamp(look.size_px, 1.0, kLargestPx), kSizeSteps);
  const int halo = stepOf(std::clamp(look.halo_px, 0.0, 50.0), kHaloSteps);
  const int angle = static_cast<int>(std::lround(look.angle_deg / kAngleStepDeg));
  const int shift = std::min(stepOf(look.shift_ratio, kShiftSteps), kShiftSteps - 1);
  const PictureKey key(letter, size, halo, angle, shift);
  const std::lock_guard lock(m_mutex);
  if (const auto found = m_pictures.find(key); found != m_pictures.end()) return found->second;
  auto picture = std::make_shared<LetterPicture>();
  if (letter < m_outlines.size() && !m_outlines[letter].rings_em.empty()) {
    const double radians = angle * kAngleStepDeg * std::numbers::pi / 180,
                 em_px = static_cast<double>(size) / kSizeSteps;
    const double cosine = std::cos(radians) * em_px, sine = std::sin(radians) * em_px;
    const double halo_px = static_cast<double>(halo) / kHaloSteps, shift_px = static_cast<double>(shift) / kShiftSteps;
    std::vector<std::vector<float>> rings = m_outlines[letter].rings_em;
    float min_x = 1e9F, min_y = 1e9F, max_x = -1e9F, max_y = -1e9F;
    for (auto& ring : rings)
      for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
        const auto x = static_cast<double>(ring[i]), y = static_cast<double>(ring[i + 1]);
        ring[i] = static_cast<float>(x * cosine - y * sine + shift_px);
        ring[i + 1] = static_cast<float>(x * sine + y * cosine);
        min_x = std::min(min_x, ring[i]), max_x = std::max(max_x, ring[i]);
        min_y = std::min(min_y, ring[i + 1]), max_y = std::max(max_y, ring[i + 1]);
      }
    const int margin = static_cast<int>(std::ceil(halo_px + 0.5)) + 1;
    picture->left_px = static_cast<int>(std::floor(min_x)) - margin;
    picture->top_px = static_cast<int>(std::floor(min_y)) - margin;
    picture->width_px = static_cast<int>(std::ceil(max_x)) + margin - picture->left_px;
    picture->height_px = static_cast<int>(std::ceil(max_y)) + margin - picture->top_px;
    gis::FillRaster raster(picture->width_px, picture->height_px);
    for (auto& ring : rings) {
      for (std::size_t i = 0; i + 1 < ring.size(); i += 2) {
        ring[i] -= static_cast<float>(picture->left_px);
        ring[i + 1] -= static_cast<float>(picture->top_px);
      }
      raster.addRing(ring);
    }
    gis::CoverageMask mask(picture->width_px, picture->height_px);
    raster.resolveInto(mask);
    picture->letter.resize(static_cast<std::size_t>(picture->width_px * picture->height_px));
    for (int y = 0; y < picture->height_px; ++y)
      std::copy_n(mask.row(y), picture->width_px,
                  picture->letter.begin() + static_cast<std::ptrdiff_t>(y) * picture->width_px);
    if (halo > 0) picture->halo = haloOf(picture->letter, picture->width_px, picture->height_px, halo_px);
  }
  if (m_bytes > kMostPictureBytes) m_pictures.clear(), m_bytes = 0;
  m_bytes += picture->letter.size() + picture->halo.size() + sizeof(LetterPicture);
  return m_pictures.emplace(key, std::move(picture)).first->second;
}

}  // namespace layers
