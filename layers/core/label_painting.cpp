// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFont>
#include <QImage>
#include <cmath>

#include "gis/coverage/composite.h"
#include "layers/core/frame.h"
#include "layers/core/label_font.h"
#include "layers/core/label_layout.h"
#include "layers/core/tile_surface.h"

namespace layers {
namespace {

// One letter where it goes: the picture and its top left corner in device pixels.
struct Stamp {
  std::shared_ptr<const LetterPicture> picture;
  int left_px = 0, top_px = 0;
};

void stamp(const gis::PixelCanvas& canvas, const std::vector<Stamp>& stamps, bool halo, QRgb colour) {
  for (const Stamp& s : stamps) {
    const LetterPicture& p = *s.picture;
    const auto& alpha = halo ? p.halo : p.letter;
    if (!alpha.empty())
      gis::blitTinted(canvas, alpha.data(), p.width_px, p.height_px, p.width_px, s.left_px, s.top_px, colour);
  }
}

}  // namespace

QFont labelFont(double size_px, bool bold) {
  QFont font;
  font.setFamilies({QStringLiteral("Noto Sans CJK SC"), QStringLiteral("Source Han Sans SC"),
                    QStringLiteral("Microsoft YaHei"), QStringLiteral("WenQuanYi Micro Hei"),
                    QStringLiteral("sans-serif")});
  font.setPixelSize(std::max(1, static_cast<int>(std::lround(size_px))));
  font.setBold(bold);
  font.setHintingPreference(QFont::PreferNoHinting);
  return font;
}

void paintLabels(QImage& picture, const MapView& view, const std::vector<PlacedLabel>& labels, double symbol_scale,
                 GlyphAtlas& atlas) {
  const gis::PixelCanvas canvas = canvasOf(picture);
  const double ratio = view.device_ratio;
  std::vector<Stamp> stamps;
  for (const PlacedLabel& placed : labels) {
    const LabelCandidate& label = placed.label;
    const LabelLayout layout =
        layOut(label, *atlas.set(label.text, label.bold, label.max_width_em), view, symbol_scale);
    const bool has_halo = label.halo_px > 0 && label.halo.alpha() > 0;
    LetterLook look;
    look.size_px = label.size_px * symbol_scale * ratio;
    look.halo_px = has_halo ? label.halo_px * symbol_scale * ratio : 0;
    stamps.clear();
    for (const LaidLetter& letter : layout.letters) {
      const double x_px = letter.pen_px.x() * ratio, y_px = letter.pen_px.y() * ratio;
      look.angle_deg = letter.angle_deg;
      // A quarter of a pixel matters between Latin letters; baselines stand on whole pixels.
      look.shift_ratio = std::floor((x_px - std::floor(x_px)) * 4) / 4;
      Stamp one{atlas.picture(letter.letter, look), 0, 0};
      one.left_px = static_cast<int>(std::floor(x_px)) + one.picture->left_px;
      one.top_px = static_cast<int>(std::lround(y_px)) + one.picture->top_px;
      stamps.push_back(std::move(one));
    }
    // All halos of a name before its letters: a halo must not eat into its neighbour.
    if (has_halo) stamp(canvas, stamps, true, label.halo.rgba());
    stamp(canvas, stamps, false, label.colour.rgba());
  }
}

}  // namespace layers
