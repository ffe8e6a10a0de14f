// SPDX-License-Identifier: GPL-3.0-or-later
#include <QFont>
#include <QImage>
#include <cmath>

#include "gis/coverage/composite.h"
#include "layers/core/frame.h"
#include "layers/core/label_font.h"
#include "layers/core/label_layout.h"
#include "layers/core/label_picture.h"
#include "layers/core/tile_surface.h"

namespace layers {
namespace {

// One letter where it goes: the picture and its top left corner in device pixels.
struct Stamp {
  std::shared_ptr<const LetterPicture> picture;
  int left_px = 0, top_px = 0;
};

// A label as it is laid down: halos of all its letters, then the letters, for a halo must not eat into its neighbour.
struct DrawnLabel {
  std::vector<Stamp> stamps;
  QRgb colour = 0, halo = 0;
  bool has_halo = false;
};

DrawnLabel drawn(const LabelCandidate& label, const MapView& view, double symbol_scale, GlyphAtlas& atlas) {
  const double ratio = view.device_ratio;
  const LabelLayout layout = layOut(label, *atlas.set(label.text, label.bold, label.max_width_em), view, symbol_scale);
  DrawnLabel result;
  result.has_halo = label.halo_px > 0 && label.halo.alpha() > 0;
  result.colour = label.colour.rgba();
  result.halo = label.halo.rgba();
  LetterLook look;
  look.size_px = label.size_px * symbol_scale * ratio;
  look.halo_px = result.has_halo ? label.halo_px * symbol_scale * ratio : 0;
  for (const LaidLetter& letter : layout.letters) {
    const double x_px = letter.pen_px.x() * ratio, y_px = letter.pen_px.y() * ratio;
    look.angle_deg = letter.angle_deg;
    // A quarter of a pixel matters between Latin letters; baselines stand on whole pixels.
    look.shift_ratio = std::floor((x_px - std::floor(x_px)) * 4) / 4;
    Stamp one{atlas.picture(letter.letter, look), 0, 0};
    one.left_px = static_cast<int>(std::floor(x_px)) + one.picture->left_px;
    one.top_px = static_cast<int>(std::lround(y_px)) + one.picture->top_px;
    result.stamps.push_back(std::move(one));
  }
  return result;
}

void layDown(const gis::PixelCanvas& canvas, const DrawnLabel& label, DevicePoint corner) {
  const auto stamp = [&](bool halo) {
    for (const Stamp& s : label.stamps) {
      const LetterPicture& p = *s.picture;
      const auto& alpha = halo ? p.halo : p.letter;
      if (!alpha.empty())
        gis::blitTinted(canvas, alpha.data(), p.width_px, p.height_px, p.width_px, s.left_px - corner.column,
                        s.top_px - corner.row, halo ? label.halo : label.colour);
    }
  };
  if (label.has_halo) stamp(true);
  stamp(false);
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
  for (const PlacedLabel& placed : labels) layDown(canvas, drawn(placed.label, view, symbol_scale, atlas), {});
}

std::vector<LabelPicture> drawLabels(const MapView& view, const std::vector<PlacedLabel>& labels, double symbol_scale,
                                     GlyphAtlas& atlas) {
  std::vector<LabelPicture> pictures;
  pictures.reserve(labels.size());
  const QRect whole(0, 0, static_cast<int>(std::lround(view.width_px * view.device_ratio)),
                    static_cast<int>(std::lround(view.height_px * view.device_ratio)));
  for (const PlacedLabel& placed : labels) {
    const DrawnLabel label = drawn(placed.label, view, symbol_scale, atlas);
    QRect around;
    for (const Stamp& s : label.stamps) around |= QRect(s.left_px, s.top_px, s.picture->width_px, s.picture->height_px);
    around &= whole;
    if (around.isEmpty()) continue;
    QImage image(around.size(), QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    layDown(canvasOf(image), label, {around.left(), around.top()});
    pictures.push_back({std::move(image), {around.left(), around.top()}});
  }
  return pictures;
}

}  // namespace layers
