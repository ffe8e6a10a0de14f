// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/briefing/deck_writer.h"

#include <QBuffer>
#include <QPdfWriter>

#include "app/briefing/slide_painter.h"
#include "app/print/dated_pdf.h"
#include "app/print/pending_file.h"
#include "gis/slides/presentation.h"

namespace app {
namespace {

using gis::slides::kPageHeight_pt;
using gis::slides::kPageWidth_pt;

gis::Result<void> writePdf(const std::filesystem::path& file, const BriefingDeck& deck, const gis::CancelToken& cancel,
                           const gis::Progress& progress) {
  constexpr int kResolution_dpi = 288;  // four dots a point: letters stand where the screen has them
  DatedPdf pending(file, deck.as_of_utc_ms);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    QPdfWriter writer(&pending);
    writer.setCreator(QStringLiteral("Fengsui"));
    writer.setTitle(QString::fromStdString(deck.slides.title));
    writer.setResolution(kResolution_dpi);
    writer.setPageLayout({QPageSize(QSizeF(kPageWidth_pt, kPageHeight_pt), QPageSize::Point, {}, QPageSize::ExactMatch),
                          QPageLayout::Portrait,
                          {}});
    QPainter painter(&writer);
    painter.setRenderHint(QPainter::LosslessImageRendering);
    for (std::size_t i = 0; i < deck.slides.slides.size(); ++i) {
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, file.string());
      if (i > 0) writer.newPage();
      painter.save();
      painter.scale(kResolution_dpi / 72.0, kResolution_dpi / 72.0);
      paintSlide(painter, deck.slides.slides[i], deck);
      painter.restore();
      if (progress) progress(static_cast<double>(i + 1) / static_cast<double>(deck.slides.slides.size()));
    }
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

gis::Result<std::string> pngOf(const QImage& picture) {
  QByteArray bytes;
  QBuffer buffer(&bytes);
  buffer.open(QIODevice::WriteOnly);
  if (!picture.save(&buffer, "PNG", 60)) return gis::fail(gis::ErrorCode::kIoFailed, "PNG");
  return bytes.toStdString();
}

gis::Result<std::string> pictureOf(const std::string& name, const BriefingDeck& deck) {
  if (const auto map = deck.maps.find(name); map != deck.maps.end()) return pngOf(map->second);
  const auto chart = deck.charts.find(name);
  if (chart == deck.charts.end()) return gis::fail(gis::ErrorCode::kNotFound, name);
  constexpr int kPixelsPerPt = 3;
  gis::slides::Slide alone;
  alone.items.emplace_back(gis::slides::PictureItem{{0, 0, chart->second.width_pt, chart->second.height_pt}, name, ""});
  QImage picture(static_cast<int>(chart->second.width_pt * kPixelsPerPt),
                 static_cast<int>(chart->second.height_pt * kPixelsPerPt), QImage::Format_ARGB32_Premultiplied);
  picture.fill(Qt::transparent);
  QPainter painter(&picture);
  painter.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
  painter.scale(kPixelsPerPt, kPixelsPerPt);
  painter.scale(kChartScale, kChartScale);
  if (const auto drawn = deck.drawn.find(name); drawn != deck.drawn.end()) {
    QPicture recorded = drawn->second;
    recorded.play(&painter);
  }
  painter.end();
  return pngOf(picture);
}

gis::Result<void> writePptx(const std::filesystem::path& file, const BriefingDeck& deck, const gis::CancelToken& cancel,
                            const gis::Progress& progress) {
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  const double pictures = static_cast<double>(deck.maps.size() + deck.charts.size());
  double done = 0;
  const auto bytes = gis::slides::presentationBytes(
      deck.slides,
      [&](const std::string& name) {
        if (progress) progress(++done / (pictures + 1));
        return pictureOf(name, deck);
      },
      cancel);
  if (!bytes) return std::unexpected(bytes.error());
  pending.write(bytes->data(), static_cast<qint64>(bytes->size()));
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

std::string endingOf(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  for (char& c : ending) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  return ending;
}

}  // namespace

bool isDeckFile(const std::filesystem::path& file) { return endingOf(file) == ".pdf" || endingOf(file) == ".pptx"; }

gis::Result<void> writeDeck(const std::filesystem::path& file, const BriefingDeck& deck, const gis::CancelToken& cancel,
                            const gis::Progress& progress) {
  const std::string ending = endingOf(file);
  if (ending == ".pdf") return writePdf(file, deck, cancel, progress);
  if (ending == ".pptx") return writePptx(file, deck, cancel, progress);
  return gis::fail(gis::ErrorCode::kUnsupportedFormat, file.string(), "pdf, pptx");
}

}  // namespace app
