// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/label_sheet.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "app/hazard_card/qr_picture.h"
#include "app/print/pending_file.h"

namespace app {
namespace {

constexpr int kAcross = 3, kDown = 8, kDpi = 300;
constexpr double kWide_mm = 70, kHigh_mm = 36, kMargin_mm = 3, kTop_mm = 4.5;

bool paintLabel(QPainter& painter, const StockLabel& label, double left_mm, double top_mm) {
  const double px = kDpi / 25.4;
  const auto box = [&](double x_mm, double y_mm, double w_mm, double h_mm) {
    return QRectF((left_mm + x_mm) * px, (top_mm + y_mm) * px, w_mm * px, h_mm * px);
  };
  const double side_mm = kHigh_mm - 2 * kMargin_mm;
  if (!drawQrCode(painter, box(kMargin_mm, kMargin_mm, side_mm, side_mm), label.code)) return false;
  const double at_mm = kMargin_mm + side_mm + 1, width_mm = kWide_mm - at_mm - 2;
  QFont font = painter.font();
  font.setPointSizeF(11);
  font.setBold(true);
  painter.setFont(font);
  painter.setPen(Qt::black);
  painter.drawText(box(at_mm, kMargin_mm, width_mm, 15), Qt::TextWordWrap | Qt::AlignTop, label.name);
  font.setPointSizeF(8);
  font.setBold(false);
  painter.setFont(font);
  painter.drawText(box(at_mm, 18, width_mm, 15), Qt::TextWrapAnywhere | Qt::AlignBottom,
                   label.below + QLatin1Char('\n') + QString::fromStdString(label.code));
  return true;
}

}  // namespace

gis::Result<void> writeLabels(const std::filesystem::path& file, const std::vector<StockLabel>& labels) {
  if (labels.empty()) return gis::fail(gis::ErrorCode::kNoData, file.string(), "no labels");
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    QPdfWriter writer(&pending);
    writer.setResolution(kDpi);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(0, 0, 0, 0));
    QPainter painter(&writer);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      const int place = static_cast<int>(i % (kAcross * kDown));
      if (i > 0 && place == 0) writer.newPage();
      if (!paintLabel(painter, labels[i], (place % kAcross) * kWide_mm, kTop_mm + (place / kAcross) * kHigh_mm))
        return gis::fail(gis::ErrorCode::kInvalidArgument, labels[i].code, "too long for a QR code");
    }
  }
  return pending.commit();
}

}  // namespace app
