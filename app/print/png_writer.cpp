// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/png_writer.h"

#include <png.h>

#include <QIODevice>
#include <cmath>
#include <csetjmp>
#include <string>

namespace app {

// libpng leaves a failed call by longjmp: between setjmp and the calls below no object with a destructor may be made.
struct PngWriter::Impl {
  QIODevice& device;
  QSize size_px;
  int next_row = 0;
  bool failed = false;
  std::string reason;
  png_structp png = nullptr;
  png_infop info = nullptr;

  Impl(QIODevice& to, QSize size, double dpi) : device(to), size_px(size) {
    png = png_create_write_struct(PNG_LIBPNG_VER_STRING, this, onError, [](png_structp, png_const_charp) {});
    info = png ? png_create_info_struct(png) : nullptr;
    if (!info) {
      failed = true;
      return;
    }
    if (setjmp(png_jmpbuf(png)) != 0) {
      failed = true;
      return;
    }
    png_set_write_fn(png, this, onWrite, [](png_structp) {});
    png_set_user_limits(png, 0x7fffffff, 0x7fffffff);
    png_set_IHDR(png, info, static_cast<png_uint_32>(size.width()), static_cast<png_uint_32>(size.height()), 8,
                 PNG_COLOR_TYPE_RGB, PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_set_sRGB(png, info, PNG_sRGB_INTENT_PERCEPTUAL);
    const auto per_metre = static_cast<png_uint_32>(std::lround(dpi / 0.0254));
    png_set_pHYs(png, info, per_metre, per_metre, PNG_RESOLUTION_METER);
    // Maps have flat ground and thin lines: a quick level loses a few percent against the slowest, at a fifth of its
    // time.
    png_set_compression_level(png, 3);
    png_set_filter(png, PNG_FILTER_TYPE_BASE, PNG_FILTER_SUB | PNG_FILTER_UP);
    png_write_info(png, info);
    // QImage keeps B, G, R, unused.
    png_set_bgr(png);
    png_set_filler(png, 0, PNG_FILLER_AFTER);
  }
  ~Impl() { png_destroy_write_struct(&png, &info); }

  bool write(const QImage& rows) {
    const int count = rows.height();
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    for (int y = 0; y < count; ++y) png_write_row(png, rows.constScanLine(y));
    return true;
  }
  bool end() {
    if (setjmp(png_jmpbuf(png)) != 0) return false;
    png_write_end(png, info);
    return true;
  }

  static void onError(png_structp png, png_const_charp message) {
    static_cast<Impl*>(png_get_error_ptr(png))->reason = message;
    longjmp(png_jmpbuf(png), 1);
  }
  static void onWrite(png_structp png, png_bytep bytes, png_size_t size) {
    auto* self = static_cast<Impl*>(png_get_io_ptr(png));
    const auto wanted = static_cast<qint64>(size);
    if (self->device.write(reinterpret_cast<const char*>(bytes), wanted) != wanted) png_error(png, "short write");
  }
};

PngWriter::PngWriter(QIODevice& device, QSize size_px, double dpi)
    : m_impl(std::make_unique<Impl>(device, size_px, dpi)) {}
PngWriter::~PngWriter() = default;

gis::Result<void> PngWriter::add(const QImage& rows) {
  if (!m_impl->failed) {
    if (rows.width() != m_impl->size_px.width() || m_impl->next_row + rows.height() > m_impl->size_px.height())
      return gis::fail(gis::ErrorCode::kInvalidArgument, "PNG", "rows of another size");
    m_impl->next_row += rows.height();
    m_impl->failed = !m_impl->write(rows.convertToFormat(QImage::Format_RGB32));
  }
  if (m_impl->failed) return gis::fail(gis::ErrorCode::kIoFailed, "PNG", m_impl->reason);
  return {};
}

gis::Result<void> PngWriter::finish() {
  if (!m_impl->failed && m_impl->next_row != m_impl->size_px.height())
    return gis::fail(gis::ErrorCode::kInvalidArgument, "PNG", "rows are missing");
  if (!m_impl->failed) m_impl->failed = !m_impl->end();
  if (m_impl->failed) return gis::fail(gis::ErrorCode::kIoFailed, "PNG", m_impl->reason);
  return {};
}

}  // namespace app
