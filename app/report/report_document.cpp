// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_document.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

#include "app/print/pending_file.h"
#include "app/report/report_pages.h"

namespace app {
namespace {

constexpr double kMarginMm = 16;
constexpr int kResolutionDpi = 300;

int fill(ReportPages pages, const Report& report) {
  const ReportTextLook strong{.bold = true}, faint{.colour = QColor(0x55, 0x60, 0x6a)};
  pages.title(report.title);
  if (!report.subtitle.isEmpty()) pages.paragraph(report.subtitle);
  for (const QString& line : report.summary) pages.paragraph(line, strong);
  for (const ReportSection& section : report.sections) {
    if (!section.title.isEmpty()) pages.heading(section.title);
    for (const QString& text : section.paragraphs) pages.paragraph(text);
    if (!section.figures.empty()) pages.figures(section.figures);
    if (!section.picture.isNull()) pages.picture(section.picture, section.caption);
    for (const ReportTable& table : section.tables) pages.table(table);
  }
  if (!report.provenance.isEmpty()) pages.rule();
  for (const QString& line : report.provenance) pages.paragraph(line, faint);
  return pages.count();
}

}  // namespace

gis::Result<void> writeReportDocument(const std::filesystem::path& file, const Report& report) {
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    QPdfWriter writer(&pending);
    writer.setPageSize(QPageSize(QPageSize::A4));
    writer.setPageMargins(QMarginsF(kMarginMm, kMarginMm, kMarginMm, kMarginMm), QPageLayout::Millimeter);
    writer.setResolution(kResolutionDpi);
    writer.setTitle(report.title);
    const int pages = fill(ReportPages(writer, report, nullptr, 0), report);
    QPainter painter(&writer);
    fill(ReportPages(writer, report, &painter, pages), report);
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

}  // namespace app
