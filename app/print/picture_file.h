// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QPainter>
#include <filesystem>
#include <functional>
#include <memory>

#include "app/print/page_plan.h"
#include "gis/core/error.h"

class QPagedPaintDevice;

namespace app {

// A picture on its way to a file. Rows come from the top down; the file appears under its name when finish() succeeded,
// never half written: until then it has another name and is removed with this object. The ending of the name chooses:
// pdf (words and lines stay words and lines), png (any size in little memory), and what else Qt writes (jpg, bmp, tif;
// kept whole in memory).
class PictureFile {
 public:
  using PaintOver = std::function<void(QPainter&)>;

  virtual ~PictureFile() = default;
  // Fails with kUnsupportedFormat, kNotFound (no such folder), kPermissionDenied, kDiskFull, kIoFailed.
  static gis::Result<std::unique_ptr<PictureFile>> create(const std::filesystem::path& file, const PagePlan& plan,
                                                          const QString& title);
  // A picture in memory instead of a file, for looking at; `picture` outlives it.
  static std::unique_ptr<PictureFile> into(QImage& picture, const PagePlan& plan);
  // A sheet on a printer that is ready, of the printer's own paper; `printer` outlives it.
  static std::unique_ptr<PictureFile> onPaper(QPagedPaintDevice& printer, const PagePlan& plan);
  // Rows as wide as the sheet, and what is drawn over the whole sheet, in pixels of the sheet.
  virtual gis::Result<void> add(const QImage& rows, const PaintOver& over) = 0;
  virtual gis::Result<void> finish(const PaintOver& over) = 0;
};

}  // namespace app
