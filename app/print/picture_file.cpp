// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/picture_file.h"

#include <QFileInfo>
#include <QImageWriter>
#include <QPageLayout>
#include <QPdfWriter>

#include "app/print/pending_file.h"
#include "app/print/png_writer.h"

namespace app {
namespace {

// Writers only say that they failed; the device knows why.
gis::Result<void> reasonOf(const PendingFile& file, gis::Result<void> otherwise) {
  auto state = file.state();
  return state ? otherwise : state;
}

void paintOverRows(QImage& rows, int top_px, const PictureFile::PaintOver& over) {
  QPainter painter(&rows);
  painter.translate(0, -top_px);
  over(painter);
}

class PngFile final : public PictureFile {
 public:
  PngFile(std::unique_ptr<PendingFile> file, const PagePlan& plan)
      : m_file(std::move(file)), m_writer(*m_file, plan.sheet_px, plan.dpi) {}

  gis::Result<void> add(const QImage& rows, const PaintOver& over) override {
    QImage furnished = rows;
    paintOverRows(furnished, m_top_px, over);
    m_top_px += rows.height();
    return reasonOf(*m_file, m_writer.add(furnished));
  }
  gis::Result<void> finish(const PaintOver&) override {
    if (auto written = reasonOf(*m_file, m_writer.finish()); !written) return written;
    return m_file->commit();
  }

 private:
  std::unique_ptr<PendingFile> m_file;
  PngWriter m_writer;
  int m_top_px = 0;
};

class PdfFile final : public PictureFile {
 public:
  PdfFile(std::unique_ptr<PendingFile> file, const PagePlan& plan, const QString& title)
      : m_file(std::move(file)), m_writer(m_file.get()) {
    constexpr double kPointsPerInch = 72;
    m_writer.setCreator(QStringLiteral("Fengsui"));
    m_writer.setTitle(title);
    m_writer.setResolution(static_cast<int>(std::lround(plan.dpi)));
    const QSizeF size_pt = QSizeF(plan.sheet_px) * kPointsPerInch / plan.dpi;
    m_writer.setPageLayout(
        {QPageSize(size_pt, QPageSize::Point, {}, QPageSize::ExactMatch), QPageLayout::Portrait, {}});
    m_painter.begin(&m_writer);
    m_painter.setRenderHint(QPainter::LosslessImageRendering);
  }

  gis::Result<void> add(const QImage& rows, const PaintOver&) override {
    // A row more than there is: the next strip covers it, and no viewer shows a seam.
    QImage strip = rows.copy(0, 0, rows.width(), rows.height() + 1);
    std::copy_n(rows.constScanLine(rows.height() - 1), rows.bytesPerLine(), strip.scanLine(rows.height()));
    m_painter.drawImage(QPoint(0, m_top_px), strip.convertToFormat(QImage::Format_RGB32));
    m_top_px += rows.height();
    return m_file->state();
  }
  gis::Result<void> finish(const PaintOver& over) override {
    over(m_painter);
    m_painter.end();
    return m_file->commit();
  }

 private:
  std::unique_ptr<PendingFile> m_file;
  QPdfWriter m_writer;
  QPainter m_painter;
  int m_top_px = 0;
};

class WholeFile final : public PictureFile {
 public:
  WholeFile(std::unique_ptr<PendingFile> file, const PagePlan& plan, QByteArray format)
      : m_file(std::move(file)), m_format(std::move(format)), m_picture(plan.sheet_px, QImage::Format_RGB32) {
    constexpr double kInchesPerMetre = 1 / 0.0254;
    m_picture.setDotsPerMeterX(static_cast<int>(std::lround(plan.dpi * kInchesPerMetre)));
    m_picture.setDotsPerMeterY(m_picture.dotsPerMeterX());
  }
  bool made() const { return !m_picture.isNull(); }

  gis::Result<void> add(const QImage& rows, const PaintOver&) override {
    QPainter painter(&m_picture);
    painter.setCompositionMode(QPainter::CompositionMode_Source);
    painter.drawImage(0, m_top_px, rows);
    m_top_px += rows.height();
    return {};
  }
  gis::Result<void> finish(const PaintOver& over) override {
    paintOverRows(m_picture, 0, over);
    QImageWriter writer(m_file.get(), m_format);
    if (!writer.write(m_picture))
      return reasonOf(*m_file,
                      gis::fail(gis::ErrorCode::kIoFailed, m_file->name(), writer.errorString().toStdString()));
    return m_file->commit();
  }

 private:
  std::unique_ptr<PendingFile> m_file;
  QByteArray m_format;
  QImage m_picture;
  int m_top_px = 0;
};

class PictureInMemory final : public PictureFile {
 public:
  PictureInMemory(QImage& picture, const PagePlan& plan) : m_picture(picture) {
    m_picture = QImage(plan.sheet_px, QImage::Format_RGB32);
    m_picture.fill(Qt::white);
  }
  gis::Result<void> add(const QImage& rows, const PaintOver&) override {
    QPainter painter(&m_picture);
    painter.drawImage(0, m_top_px, rows);
    m_top_px += rows.height();
    return {};
  }
  gis::Result<void> finish(const PaintOver& over) override {
    paintOverRows(m_picture, 0, over);
    return {};
  }

 private:
  QImage& m_picture;
  int m_top_px = 0;
};

class PrintedPage final : public PictureFile {
 public:
  PrintedPage(QPagedPaintDevice& printer, const PagePlan& plan) {
    m_begun = m_painter.begin(&printer);
    if (!m_begun) return;
    // From pixels of the sheet to the printer's dots, as large as its paper allows.
    const QRectF room(0, 0, printer.width(), printer.height());
    const double ratio = std::min(room.width() / plan.sheet_px.width(), room.height() / plan.sheet_px.height());
    m_painter.translate((room.width() - plan.sheet_px.width() * ratio) / 2,
                        (room.height() - plan.sheet_px.height() * ratio) / 2);
    m_painter.scale(ratio, ratio);
    m_painter.setRenderHint(QPainter::SmoothPixmapTransform);
  }
  gis::Result<void> add(const QImage& rows, const PaintOver&) override {
    if (!m_begun) return gis::fail(gis::ErrorCode::kIoFailed, "printer", "it took no page");
    m_painter.drawImage(QPoint(0, m_top_px), rows.convertToFormat(QImage::Format_RGB32));
    m_top_px += rows.height();
    return {};
  }
  gis::Result<void> finish(const PaintOver& over) override {
    over(m_painter);
    if (!m_painter.end()) return gis::fail(gis::ErrorCode::kIoFailed, "printer", "it did not take the page");
    return {};
  }

 private:
  QPainter m_painter;
  int m_top_px = 0;
  bool m_begun = false;
};

}  // namespace

std::unique_ptr<PictureFile> PictureFile::into(QImage& picture, const PagePlan& plan) {
  return std::make_unique<PictureInMemory>(picture, plan);
}

std::unique_ptr<PictureFile> PictureFile::onPaper(QPagedPaintDevice& printer, const PagePlan& plan) {
  return std::make_unique<PrintedPage>(printer, plan);
}

gis::Result<std::unique_ptr<PictureFile>> PictureFile::create(const std::filesystem::path& file, const PagePlan& plan,
                                                              const QString& title) {
  const QByteArray format = QFileInfo(QString::fromStdString(file.string())).suffix().toLower().toLatin1();
  if (format != "pdf" && !QImageWriter::supportedImageFormats().contains(format))
    return gis::fail(gis::ErrorCode::kUnsupportedFormat, file.string(), "png, pdf, jpg, bmp");
  auto saved = std::make_unique<PendingFile>(file);
  if (auto opened = saved->begin(); !opened) return std::unexpected(std::move(opened.error()));
  if (format == "pdf") return std::make_unique<PdfFile>(std::move(saved), plan, title);
  if (format == "png") return std::make_unique<PngFile>(std::move(saved), plan);
  auto whole = std::make_unique<WholeFile>(std::move(saved), plan, format);
  if (!whole->made())
    return gis::fail(gis::ErrorCode::kInvalidArgument, file.string(), "too large for this format; png takes any size");
  return whole;
}

}  // namespace app
