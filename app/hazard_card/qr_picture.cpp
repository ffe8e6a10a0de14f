// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hazard_card/qr_picture.h"

#include <qrencode.h>

#include <QPainter>
#include <memory>

namespace app {

bool drawQrCode(QPainter& painter, const QRectF& square, const std::string& text) {
  constexpr int kQuiet = 4;
  const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(QRcode_encodeString8bit(text.c_str(), 0, QR_ECLEVEL_M),
                                                             &QRcode_free);
  if (!code) return false;
  const double module = square.width() / (code->width + 2 * kQuiet);
  painter.save();
  painter.setRenderHint(QPainter::Antialiasing, false);
  painter.fillRect(square, Qt::white);
  painter.setPen(Qt::NoPen);
  painter.setBrush(Qt::black);
  for (int row = 0; row < code->width; ++row)
    for (int from = 0; from < code->width;) {
      // Neighbours as one bar: no hair lines between them.
      int to = from;
      while (to < code->width && (code->data[row * code->width + to] & 1)) ++to;
      if (to > from)
        painter.drawRect(QRectF(square.x() + (from + kQuiet) * module, square.y() + (row + kQuiet) * module,
                                (to - from) * module, module));
      from = to + 1;
    }
  painter.restore();
  return true;
}

}  // namespace app
