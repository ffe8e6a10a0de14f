// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QSize>
#include <memory>

#include "gis/core/error.h"

class QIODevice;

namespace app {

// An opaque PNG written row by row, so that a sheet of 140 megapixels needs the memory of a few rows. Says how many
// pixels make an inch.
class PngWriter {
 public:
  // `device` is open for writing and outlives the writer.
  PngWriter(QIODevice& device, QSize size_px, double dpi);
  ~PngWriter();
  // The next rows, as wide as the picture. Fails with kIoFailed; the device knows the reason.
  gis::Result<void> add(const QImage& rows);
  // After the last row.
  gis::Result<void> finish();

 private:
  struct Impl;
  std::unique_ptr<Impl> m_impl;
};

}  // namespace app
