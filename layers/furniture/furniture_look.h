// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QColor>
#include <QFont>
#include <QRectF>
#include <QString>

#include "layers/core/layer_state.h"

class QPainter;

namespace layers {

// How everything around a map is drawn: colours of the theme, sizes of the presentation or the paper.
struct FurnitureLook {
  Theme theme = Theme::kDark;
  double size_ratio = 1;  // 1: the sizes of a desk's screen and of paper read in the hand

  double px(double at_size_one_px) const { return at_size_one_px * size_ratio; }
  QColor ink() const;
  QColor faintInk() const;
  QColor paper() const;  // behind words that lie on the map
  QColor graticule() const;
  QColor kilometreGrid() const;
  QFont font(double size_px, bool bold = false) const;
};

// A quiet ground for words and marks that lie on the map.
void paintPlate(QPainter& painter, const FurnitureLook& look, const QRectF& box);

}  // namespace layers
