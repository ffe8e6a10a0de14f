// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/atlas.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QPdfWriter>
#include <algorithm>
#include <cmath>

#include "app/print/dated_pdf.h"
#include "app/print/searchable_font.h"
#include "layers/furniture/furniture_look.h"

namespace app {
namespace {

constexpr double kAtlasPointsPerInch = 72, kAtlasMmPerInch = 25.4;

QString atlasWords(const char* english) { return QCoreApplication::translate("Atlas", english); }

// A sheet on the page that the writer is at; printMap() fills it.
class AtlasPage final : public PictureFile {
 public:
  explicit AtlasPage(QPainter& painter) : m_painter(painter) {}
  gis::Result<void> add(const QImage& rows, const PaintOver&) override {
    // A row more than there is: the next strip covers it, and no viewer shows a seam.
    QImage strip = rows.copy(0, 0, rows.width(), rows.height() + 1);
    std::copy_n(rows.constScanLine(rows.height() - 1), rows.bytesPerLine(), strip.scanLine(rows.height()));
    m_painter.drawImage(QPoint(0, m_top_px), strip.convertToFormat(QImage::Format_RGB32));
    m_top_px += rows.height();
    return {};
  }
  gis::Result<void> finish(const PaintOver& over) override {
    m_painter.save();
    over(m_painter);
    m_painter.restore();
    return {};
  }

 private:
  QPainter& m_painter;
  int m_top_px = 0;
};

class AtlasWriter {
 public:
  AtlasWriter(DatedPdf& file, const AtlasRequest& request, const std::vector<AtlasSheet>& sheets)
      : m_request(request), m_sheets(sheets), m_plan(planOf(request.options, 0, 0)), m_pdf(&file) {
    // The inset stands under the legend.
    m_inset_px = QRect(m_plan.legend_px.left() + px(3), m_plan.legend_px.bottom() - m_plan.legend_px.width() + px(6),
                       m_plan.legend_px.width() - px(6), m_plan.legend_px.width() - px(9));
    m_plan.legend_px.setBottom(m_inset_px.top() - px(3));
    m_pdf.setCreator(QStringLiteral("Fengsui"));
    m_pdf.setTitle(QString::fromStdString(request.options.title));
    m_pdf.setResolution(static_cast<int>(std::lround(m_plan.dpi)));
    m_pdf.setPageLayout({QPageSize(QSizeF(m_plan.sheet_px) * kAtlasPointsPerInch / m_plan.dpi, QPageSize::Point, {},
                                   QPageSize::ExactMatch),
                         QPageLayout::Portrait,
                         {}});
    m_painter.begin(&m_pdf);
    m_painter.setRenderHint(QPainter::LosslessImageRendering);
  }

  gis::Result<void> addSheet(std::size_t number, const gis::CancelToken& cancel) {
    const AtlasSheet& sheet = m_sheets[number];
    if (number > 0) m_pdf.newPage();
    SheetOptions options = m_request.options;
    options.title = titleOf(sheet).toStdString();
    SheetScene scene = m_request.scene;
    const layers::MapView empty = m_plan.emptyView();
    if (sheet.box.empty()) return gis::fail(gis::ErrorCode::kNoData, sheet.name.toStdString(), "it has no area");
    scene.view = layers::fitted(sheet.box, empty.width_px, empty.height_px, empty.device_ratio);
    MapPrint print = printOf(options, m_plan, std::move(scene));
    print.furniture.times = m_request.scene.data_time.isEmpty()
                                ? QString()
                                : atlasWords(QT_TRANSLATE_NOOP("Atlas", "Data of %1")).arg(m_request.scene.data_time);
    if (sheet.outline) print.frame.layers.push_back({sheet.outline, 1});
    AtlasPage page(m_painter);
    if (auto drawn = printMap(print, m_plan, page, cancel); !drawn) return drawn;
    paintInset(layers::snapped(print.view).box());
    paintNumber(static_cast<int>(number) + 1);
    return {};
  }

  // What stands on a page that could not be drawn.
  void tellFailure(const AtlasSheet& sheet, const QString& why) {
    m_painter.fillRect(QRect(QPoint(), m_plan.sheet_px), Qt::white);
    m_painter.setPen(Qt::black);
    m_painter.setFont(font(5));
    m_painter.drawText(
        QRect(QPoint(), m_plan.sheet_px).adjusted(px(20), px(20), -px(20), -px(20)), Qt::AlignCenter | Qt::TextWordWrap,
        atlasWords(QT_TRANSLATE_NOOP("Atlas", "%1: this sheet could not be drawn. %2")).arg(sheet.name, why));
  }

  // Names in columns, as many pages as it takes; returns how many.
  int addIndex() {
    constexpr double kLine_mm = 6, kColumn_mm = 62;
    const int top_px = px(30), bottom_px = m_plan.sheet_px.height() - px(14);
    const int lines = std::max(1, (bottom_px - top_px) / px(kLine_mm));
    const int columns = std::max(1, (m_plan.sheet_px.width() - px(30)) / px(kColumn_mm));
    int pages = 0;
    for (std::size_t at = 0; at < m_sheets.size(); ++pages) {
      m_pdf.newPage();
      m_painter.fillRect(QRect(QPoint(), m_plan.sheet_px), Qt::white);
      m_painter.setPen(Qt::black);
      m_painter.setFont(font(6, true));
      m_painter.drawText(QRect(px(15), px(12), m_plan.sheet_px.width() - px(30), px(12)),
                         Qt::AlignLeft | Qt::AlignVCenter, atlasWords(QT_TRANSLATE_NOOP("Atlas", "Index of names")));
      m_painter.setFont(font(3.6));
      for (int column = 0; column < columns; ++column)
        for (int line = 0; line < lines && at < m_sheets.size(); ++line, ++at) paintEntry(at, column, line, top_px);
    }
    return pages;
  }
  void end() { m_painter.end(); }

 private:
  int px(double mm) const { return static_cast<int>(std::lround(mm / kAtlasMmPerInch * m_plan.dpi)); }
  QFont font(double height_mm, bool bold = false) const {
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(px(height_mm));
    font.setBold(bold);
    keepSearchable(font);
    return font;
  }
  QString titleOf(const AtlasSheet& sheet) const {
    const QString place = sheet.within.isEmpty() ? sheet.name : sheet.within + QLatin1Char(' ') + sheet.name;
    return m_request.options.title.empty()
               ? place
               : QString::fromStdString(m_request.options.title) + QStringLiteral(" · ") + place;
  }

  void paintEntry(std::size_t at, int column, int line, int top_px) {
    constexpr double kLine_mm = 6, kColumn_mm = 62;
    const AtlasSheet& sheet = m_sheets[at];
    const QRect room(px(15) + column * px(kColumn_mm), top_px + line * px(kLine_mm), px(kColumn_mm - 6), px(kLine_mm));
    const QString name = sheet.within.isEmpty() ? sheet.name : sheet.within + QLatin1Char(' ') + sheet.name;
    m_painter.drawText(room.adjusted(0, 0, -px(10), 0), Qt::AlignLeft | Qt::AlignVCenter,
                       m_painter.fontMetrics().elidedText(name, Qt::ElideRight, room.width() - px(10)));
    m_painter.drawText(room, Qt::AlignRight | Qt::AlignVCenter, QString::number(at + 1));
  }

  // Where in the city the sheet lies.
  void paintInset(const gis::MapBox& shown) {
    const gis::MapBox& all = m_request.inset_box;
    if (m_request.inset.isNull() || all.empty()) return;
    const QSize fitting = m_request.inset.size().scaled(m_inset_px.size(), Qt::KeepAspectRatio);
    const QRectF room(m_inset_px.left() + (m_inset_px.width() - fitting.width()) / 2.0,
                      m_inset_px.bottom() - fitting.height(), fitting.width(), fitting.height());
    m_painter.save();
    m_painter.drawImage(room, m_request.inset);
    const double width_m = all.max_x_m - all.min_x_m, height_m = all.max_y_m - all.min_y_m;
    const QRectF box(room.left() + (shown.min_x_m - all.min_x_m) / width_m * room.width(),
                     room.top() + (all.max_y_m - shown.max_y_m) / height_m * room.height(),
                     (shown.max_x_m - shown.min_x_m) / width_m * room.width(),
                     (shown.max_y_m - shown.min_y_m) / height_m * room.height());
    m_painter.setClipRect(room);
    m_painter.setBrush(QColor(215, 38, 61, 50));
    m_painter.setPen(QPen(QColor(0xd7, 0x26, 0x3d), px(0.5)));
    m_painter.drawRect(box);
    m_painter.setClipping(false);
    m_painter.setBrush(Qt::NoBrush);
    m_painter.setPen(QPen(Qt::black, px(0.2)));
    m_painter.drawRect(room);
    m_painter.restore();
  }

  void paintNumber(int number) {
    m_painter.save();
    m_painter.setFont(font(3.6, true));
    m_painter.setPen(Qt::black);
    m_painter.drawText(QRect(m_plan.sheet_px.width() - px(70), px(5), px(60), px(8)), Qt::AlignRight | Qt::AlignVCenter,
                       atlasWords(QT_TRANSLATE_NOOP("Atlas", "Sheet %1 of %2")).arg(number).arg(m_sheets.size()));
    m_painter.restore();
  }

  const AtlasRequest& m_request;
  const std::vector<AtlasSheet>& m_sheets;
  PagePlan m_plan;
  QRect m_inset_px;
  QPdfWriter m_pdf;
  QPainter m_painter;
};

}  // namespace

gis::Result<AtlasReport> writeAtlas(const std::filesystem::path& file, const AtlasRequest& request,
                                    const std::vector<AtlasSheet>& sheets, const gis::CancelToken& cancel,
                                    const gis::Progress& progress) {
  if (sheets.empty()) return gis::fail(gis::ErrorCode::kNoData, file.string(), "no district to draw");
  if (!paperOf(request.options.page))
    return gis::fail(gis::ErrorCode::kInvalidArgument, request.options.page, "a paper from A4 to A0 is expected");
  DatedPdf pending(file, request.created_utc_ms);
  if (auto begun = pending.begin(); !begun) return std::unexpected(std::move(begun.error()));
  AtlasReport report;
  {
    AtlasWriter writer(pending, request, sheets);
    for (std::size_t i = 0; i < sheets.size(); ++i) {
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, file.string());
      QElapsedTimer timer;
      timer.start();
      auto drawn = writer.addSheet(i, cancel);
      if (cancel.cancelled()) return gis::fail(gis::ErrorCode::kCancelled, file.string());
      // A full disk ends everything; a district without an area ends its sheet only.
      if (auto state = pending.state(); !state) return std::unexpected(std::move(state.error()));
      if (!drawn) {
        writer.tellFailure(sheets[i], QString::fromStdString(drawn.error().detail));
        report.failed.push_back({sheets[i].name, std::move(drawn.error())});
      }
      report.sheet_ms.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
      if (progress) progress(static_cast<double>(i + 1) / static_cast<double>(sheets.size() + 1));
    }
    report.pages = static_cast<int>(sheets.size()) + writer.addIndex();
    writer.end();
  }
  if (auto state = pending.state(); !state) return std::unexpected(std::move(state.error()));
  if (auto kept = pending.commit(); !kept) return std::unexpected(std::move(kept.error()));
  return report;
}

}  // namespace app
