// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QImage>
#include <QPointF>

#include "app/report/report.h"
#include "app/report/report_text.h"

class QPainter;
class QPdfWriter;

namespace app {

struct TablePlan;

// The pages of one report, filled from top to bottom. A first round without a painter counts them, a second draws, so
// that every page can say how many there are. What is put keeps together as its name says. One thread.
class ReportPages {
 public:
  ReportPages(QPdfWriter& writer, const Report& report, QPainter* painter, int pages);

  void title(const QString& text);
  void heading(const QString& text);  // stands with at least four lines below it
  void paragraph(const QString& text, const ReportTextLook& look = {});
  void figures(const std::vector<ReportFigure>& figures);
  void picture(const QImage& image, const QString& caption);
  // The heading row again on every page; a row is whole on its page unless it is taller than one.
  void table(const ReportTable& table);
  void rule();
  int count() const { return m_page; }

 private:
  struct Row;
  Row row(const ReportTable& table, const TablePlan& plan, std::size_t index);
  Row headingRow(const TablePlan& plan);
  void cells(const Row& row, const TablePlan& plan, const std::vector<std::pair<int, int>>& lines, double height_px);
  void put(const Row& row, const Row& heading, const TablePlan& plan);
  double px(double pt) const;
  double left_px() const { return m_height_px - m_y_px; }
  void keep(double height_px);
  void space(double pt);
  void text(const ReportText& text);
  void newPage();
  void margins();

  QPdfWriter& m_writer;
  const Report& m_report;
  QPainter* m_painter;
  int m_pages;  // as counted before
  int m_page = 1;
  double m_width_px, m_height_px, m_y_px = 0;
};

}  // namespace app
