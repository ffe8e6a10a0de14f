// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QColor>
#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <numeric>

#include "app/report/report_document.h"
#include "app/report/report_table_layout.h"
#include "app/report/report_workbook.h"

namespace {

app::Report longReport(int rows) {
  app::Report report;
  report.title = QStringLiteral("承灾体暴露分析");
  report.mark = QStringLiteral("演示数据");
  report.summary = {QStringLiteral("范围内 1,234 人")};
  app::ReportSection section;
  section.figures = {{QStringLiteral("人口"), QStringLiteral("1,234"), QStringLiteral("人")}};
  app::ReportTable table;
  table.title = QStringLiteral("分县");
  table.columns = {{QStringLiteral("县区"), {}, 0, 0}, {QStringLiteral("道路"), QStringLiteral("km"), 1, 0}};
  for (int i = 0; i < rows; ++i) table.rows.push_back({QStringLiteral("county %1").arg(i), 1.25 * i});
  table.rows.push_back({QStringLiteral("合计"), 99.5});
  table.last_row_is_total = true;
  section.tables = {table, table};  // two sheets that want one name
  report.sections = {section};
  report.provenance = {QStringLiteral("source: test")};
  return report;
}

std::filesystem::path in(const QTemporaryDir& folder, const char* name) {
  return std::filesystem::path(folder.filePath(QLatin1String(name)).toStdString());
}

QByteArray bytes(const std::filesystem::path& file) {
  QFile opened(QString::fromStdString(file.string()));
  EXPECT_TRUE(opened.open(QIODevice::ReadOnly));
  return opened.readAll();
}

// One member of a zip archive, by the system's python; empty when it is not there.
QString member(const std::filesystem::path& file, const char* name) {
  QProcess python;
  python.start(
      QStringLiteral("python3"),
      {QStringLiteral("-c"),
       QStringLiteral("import sys,zipfile;sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"),
       QString::fromStdString(file.string()), QLatin1String(name)});
  python.waitForFinished();
  return QString::fromUtf8(python.readAllStandardOutput());
}

// The text of each page, by poppler.
QStringList pagesOf(const std::filesystem::path& file) {
  QProcess reader;
  reader.start(QStringLiteral("pdftotext"),
               {QStringLiteral("-layout"), QString::fromStdString(file.string()), QStringLiteral("-")});
  reader.waitForFinished();
  QStringList pages = QString::fromUtf8(reader.readAllStandardOutput()).split(QLatin1Char('\f'));
  if (!pages.isEmpty() && pages.back().trimmed().isEmpty()) pages.removeLast();
  return pages;
}

}  // namespace

TEST(ReportWorkbook, hasASheetForEachTableAndNumbersAsNumbers) {
  QTemporaryDir folder;
  const auto file = in(folder, "a.xlsx");
  ASSERT_TRUE(app::writeReport(file, longReport(3)));
  const QString book = member(file, "xl/workbook.xml");
  EXPECT_TRUE(book.contains(QStringLiteral("name=\"承灾体暴露分析\""))) << book.toStdString();
  EXPECT_TRUE(book.contains(QStringLiteral("name=\"分县\"")));
  EXPECT_TRUE(book.contains(QStringLiteral("name=\"分县 2\"")));
  const QString sheet = member(file, "xl/worksheets/sheet2.xml");
  EXPECT_TRUE(sheet.contains(QStringLiteral("<v>1.25</v>"))) << sheet.toStdString();
  EXPECT_TRUE(sheet.contains(QStringLiteral("autoFilter")));
  EXPECT_TRUE(member(file, "xl/sharedStrings.xml").contains(QStringLiteral("演示数据")));
  EXPECT_FALSE(std::filesystem::exists(in(folder, "a.xlsx.part")));
}

TEST(ReportDocument, takesThePagesItNeeds) {
  QTemporaryDir folder;
  const auto small = in(folder, "small.pdf"), large = in(folder, "large.PDF");
  ASSERT_TRUE(app::writeReport(small, longReport(3)));
  ASSERT_TRUE(app::writeReport(large, longReport(300)));
  EXPECT_TRUE(bytes(small).startsWith("%PDF"));
  EXPECT_EQ(bytes(small).count("/Type /Page\n"), 1);
  EXPECT_GT(bytes(large).count("/Type /Page\n"), 5);
}

TEST(ReportDocument, drawsItsPicture) {
  QTemporaryDir folder;
  app::Report report = longReport(3);
  const auto without = in(folder, "without.pdf"), with = in(folder, "with.pdf");
  ASSERT_TRUE(app::writeReport(without, report));
  QImage picture(300, 200, QImage::Format_RGB32);
  picture.fill(Qt::darkGreen);
  report.sections[0].picture = picture;
  ASSERT_TRUE(app::writeReport(with, report));
  EXPECT_EQ(bytes(without).count("/Subtype /Image"), 0);
  EXPECT_GE(bytes(with).count("/Subtype /Image"), 1);
}

TEST(ReportDocument, keepsTheShapeOfAPicture) {
  QTemporaryDir folder;
  app::Report report;
  report.title = QStringLiteral("图");
  QImage picture(1280, 800, QImage::Format_RGB32);
  picture.fill(Qt::red);
  for (int x = 1180; x < 1280; ++x)
    for (int y = 0; y < 800; ++y) picture.setPixel(x, y, qRgb(0, 0, 255));
  report.sections.push_back({});
  report.sections[0].picture = picture;
  const auto file = in(folder, "shape.pdf");
  ASSERT_TRUE(app::writeReport(file, report));
  const QString page = folder.filePath(QStringLiteral("page"));
  QProcess::execute(QStringLiteral("pdftoppm"),
                    {QStringLiteral("-png"), QStringLiteral("-r"), QStringLiteral("50"), QStringLiteral("-singlefile"),
                     QString::fromStdString(file.string()), page});
  const QImage seen(page + QStringLiteral(".png"));
  ASSERT_FALSE(seen.isNull());
  QRect red, blue;
  for (int y = 0; y < seen.height(); ++y)
    for (int x = 0; x < seen.width(); ++x) {
      const QColor dot = seen.pixelColor(x, y);
      if (dot.red() > 200 && dot.green() < 60 && dot.blue() < 60) red |= QRect(x, y, 1, 1);
      if (dot.blue() > 200 && dot.green() < 60 && dot.red() < 60) blue |= QRect(x, y, 1, 1);
    }
  const QRect all = red | blue;
  EXPECT_NEAR(1.0 * all.width() / all.height(), 1.6, 0.05);
  EXPECT_NEAR(1.0 * blue.width() / all.width(), 100.0 / 1280, 0.02) << "its right edge is on the page";
}

TEST(ReportDocument, keepsRowsWholeOnEveryPageWithTheHeadingAboveThem) {
  constexpr int kRows = 60, kWords = 40;
  app::Report report;
  report.title = QStringLiteral("Rows");
  app::ReportTable table;
  table.columns = {{QStringLiteral("Place")}, {QStringLiteral("Remark")}};
  for (int i = 0; i < kRows; ++i) {
    QStringList words;
    for (int w = 0; w < kWords; ++w) words << QStringLiteral("r%1w%2").arg(i).arg(w);
    table.rows.push_back({QStringLiteral("place%1").arg(i), words.join(QLatin1Char(' '))});
  }
  report.sections.push_back({});
  report.sections[0].tables = {table};
  QTemporaryDir folder;
  const auto file = in(folder, "rows.pdf");
  ASSERT_TRUE(app::writeReport(file, report));
  const QStringList pages = pagesOf(file);
  ASSERT_GT(pages.size(), 3);
  int seen = 0;
  for (const QString& page : pages) {
    EXPECT_TRUE(page.contains(QStringLiteral("Place")) && page.contains(QStringLiteral("Remark")));
    for (int i = 0; i < kRows; ++i) {
      if (!page.contains(QStringLiteral("r%1w0 ").arg(i))) continue;
      ++seen;
      EXPECT_TRUE(page.contains(QStringLiteral("place%1 ").arg(i))) << i;
      for (int w = 1; w < kWords; ++w)
        ASSERT_TRUE(page.contains(QStringLiteral("r%1w%2").arg(i).arg(w))) << "row " << i << " is broken at " << w;
    }
  }
  EXPECT_EQ(seen, kRows);
}

TEST(ReportDocument, showsTheWholeOfARowThatIsTallerThanAPage) {
  constexpr int kWords = 6000;
  app::Report report;
  report.title = QStringLiteral("Tall");
  QStringList words;
  for (int w = 0; w < kWords; ++w) words << QStringLiteral("w%1").arg(w);
  app::ReportTable table;
  table.columns = {{QStringLiteral("Place")}, {QStringLiteral("Remark")}};
  table.rows = {{QStringLiteral("a"), QStringLiteral("short")},
                {QStringLiteral("b"), words.join(QLatin1Char(' '))},
                {QStringLiteral("c"), QStringLiteral("last")}};
  report.sections.push_back({});
  report.sections[0].tables = {table};
  QTemporaryDir folder;
  const auto file = in(folder, "tall.pdf");
  ASSERT_TRUE(app::writeReport(file, report));
  const QStringList pages = pagesOf(file);
  ASSERT_GT(pages.size(), 2);
  const QString all = pages.join(QLatin1Char('\n')).simplified();
  for (int w = 0; w < kWords; w += 7) EXPECT_TRUE(all.contains(QStringLiteral("w%1").arg(w))) << w;
  EXPECT_TRUE(pages.back().contains(QStringLiteral("last")));
  for (const QString& page : pages) EXPECT_TRUE(page.contains(QStringLiteral("Remark")));
}

TEST(ReportDocument, givesShortNamesTheirWidthBeforeLongRemarks) {
  const std::vector<app::ColumnNeed> columns = {{10, 40}, {10, 60}, {10, 900}, {10, 700}};
  const auto widths = app::shareWidth(columns, 400);
  EXPECT_NEAR(std::accumulate(widths.begin(), widths.end(), 0.0), 400, 0.01);
  // The long ones share nearly all of it by what they need, and the names are not broken for that.
  EXPECT_NEAR(widths[0], 40, 0.01);
  EXPECT_GT(widths[1], 54);
  EXPECT_GT(widths[2], widths[3]);
  EXPECT_GT(widths[3], 120);
  EXPECT_LT(900 / widths[2], 6) << "lines";
  // Room for all: it is spread; room for not even the leasts: each its part.
  EXPECT_NEAR(app::shareWidth(columns, 3400)[0], 80, 0.01);
  EXPECT_NEAR(app::shareWidth({{30, 40}, {10, 90}}, 20)[0], 15, 0.01);
  EXPECT_NEAR(app::shareWidth({{0, 0}, {0, 0}}, 20)[1], 10, 0.01);
  EXPECT_TRUE(app::shareWidth({}, 20).empty());
}

TEST(Report, saysWhyItCouldNotBeWritten) {
  QTemporaryDir folder;
  for (const char* name : {"none/a.xlsx", "none/a.pdf"}) {
    const auto written = app::writeReport(in(folder, name), longReport(1));
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().code, gis::ErrorCode::kNotFound) << name;
  }
}

TEST(ReportCell, readsAsTheColumnSays) {
  EXPECT_EQ(app::cellText(app::ReportCell(1234.56), {{}, {}, 1, 0}), QStringLiteral("1,234.6"));
  EXPECT_EQ(app::cellText(app::ReportCell(std::int64_t{1234567}), {{}, {}, 0, 0}), QStringLiteral("1,234,567"));
  EXPECT_EQ(app::cellText(app::ReportCell(), {{}, {}, 0, 0}), QString());
}
