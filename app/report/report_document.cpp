// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report/report_document.h"

#include <QAbstractTextDocumentLayout>
#include <QBuffer>
#include <QFontMetricsF>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QUrl>
#include <algorithm>
#include <cmath>

#include "app/print/pending_file.h"

namespace app {
namespace {

constexpr double kMarginMm = 16;
constexpr double kEdgeMm = 8;  // of the lines above and below the text
constexpr int kResolutionDpi = 300;
constexpr double kFontPt = 9, kManyColumnsPt = 7;
constexpr std::size_t kManyColumns = 9;
constexpr qsizetype kWholeChars = 11, kWholeHan = 5;  // a text or a word of a heading that short stays in one line
constexpr auto kFont = "Noto Sans CJK SC";

QString paragraph(const QString& text, const char* look = "") {
  return QStringLiteral("<p %1>%2</p>").arg(QLatin1String(look), text.toHtmlEscaped());
}

const char* colourOf(ReportTone tone) {
  return tone == ReportTone::kAlarm ? "#b3261e" : tone == ReportTone::kCaution ? "#8a5a00" : "#000000";
}

// Qt breaks a narrow cell anywhere. A number in two lines is another number, and half a word is none.
constexpr auto kWhole = "white-space:nowrap;";

QString headingHtml(const QString& title, bool number, const QString& size) {
  const QStringList words = title.split(QLatin1Char(' '));
  // Chinese breaks well at any character; words only between each other.
  const bool whole = number && !title.isEmpty() && title[0].unicode() < 0x2e80 &&
                     std::ranges::all_of(words, [](const QString& w) { return w.size() <= kWholeChars; });
  const QString text =
      whole ? words.join(QLatin1Char('\n')).toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>"))
            : title.toHtmlEscaped();
  return QStringLiteral("<th align='%1' style='%2%3'>%4</th>")
      .arg(number ? QLatin1String("right") : QLatin1String("left"), whole ? QLatin1String(kWhole) : QLatin1String(),
           size, text);
}

QString cellHtml(const ReportCell& cell, const ReportColumn& column, bool strong, const QString& size) {
  const QString plain = cellText(cell, column);
  QString text = plain.toHtmlEscaped();
  if (strong || cell.tone == ReportTone::kStrong || cell.tone == ReportTone::kAlarm)
    text = QStringLiteral("<b>%1</b>").arg(text);
  if (cell.tone == ReportTone::kAlarm || cell.tone == ReportTone::kCaution)
    text = QStringLiteral("<span style='color:%1'>%2</span>").arg(QLatin1String(colourOf(cell.tone)), text);
  const bool han = std::ranges::any_of(plain, [](QChar c) { return c.unicode() >= 0x2e80; });
  const bool whole = isNumber(cell) || plain.size() <= (han ? kWholeHan : kWholeChars);
  return QStringLiteral("<td align='%1' style='%2%3'>%4</td>")
      .arg(isNumber(cell) ? QLatin1String("right") : QLatin1String("left"),
           whole ? QLatin1String(kWhole) : QLatin1String(), size, text);
}

QString tableHtml(const ReportTable& table) {
  QString html;
  if (!table.title.isEmpty()) html += QStringLiteral("<h3>%1</h3>").arg(table.title.toHtmlEscaped());
  for (const QString& note : table.notes) html += paragraph(note);
  const QString size =
      table.columns.size() < kManyColumns ? QString() : QStringLiteral("font-size:%1pt;").arg(kManyColumnsPt);
  // A column is right-aligned when its first filled cell is a number.
  QString heading;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    bool number = false;
    for (const auto& row : table.rows)
      if (i < row.size() && !std::holds_alternative<std::monostate>(row[i].value)) {
        number = isNumber(row[i]);
        break;
      }
    QString title = table.columns[i].title;
    if (!table.columns[i].unit.isEmpty()) title += QStringLiteral(" (%1)").arg(table.columns[i].unit);
    heading += headingHtml(title, number, size);
  }
  QString body;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const bool total = table.last_row_is_total && r + 1 == table.rows.size();
    body += total ? QStringLiteral("<tr bgcolor='#f2f4f6'>") : QStringLiteral("<tr>");
    for (std::size_t i = 0; i < table.columns.size(); ++i)
      body += cellHtml(i < table.rows[r].size() ? table.rows[r][i] : ReportCell(), table.columns[i], total, size);
    body += QStringLiteral("</tr>");
  }
  html += QStringLiteral(
              "<table width='100%' cellspacing='0' cellpadding='4' border='1' style='border-collapse:collapse'>"
              "<thead><tr bgcolor='#e6e9ed'>%1</tr></thead><tbody>%2</tbody></table>")
              .arg(heading, body);
  if (!table.after.isEmpty()) html += paragraph(table.after);
  return html;
}

QString figuresHtml(const std::vector<ReportFigure>& figures) {
  constexpr std::size_t kInRow = 4;
  QString html = QStringLiteral("<table width='100%' cellspacing='0' cellpadding='6'>");
  for (std::size_t i = 0; i < figures.size(); i += kInRow) {
    html += QStringLiteral("<tr>");
    for (std::size_t k = i; k < std::min(figures.size(), i + kInRow); ++k)
      html +=
          QStringLiteral(
              "<td width='25%'><span style='color:#55606a'>%1</span><br><b><span style='font-size:15pt'>%2"
              "</span></b> %3</td>")
              .arg(figures[k].name.toHtmlEscaped(), figures[k].value.toHtmlEscaped(), figures[k].unit.toHtmlEscaped());
    html += QStringLiteral("</tr>");
  }
  return html + QStringLiteral("</table>");
}

// Pictures are added to the document under the names "picture:0", "picture:1" …
QString htmlOf(const Report& report, double width_px, QTextDocument& document) {
  QString html = QStringLiteral("<h1>%1</h1>").arg(report.title.toHtmlEscaped());
  if (!report.subtitle.isEmpty()) html += paragraph(report.subtitle);
  for (const QString& line : report.summary) html += QStringLiteral("<p><b>%1</b></p>").arg(line.toHtmlEscaped());
  int pictures = 0;
  for (const ReportSection& section : report.sections) {
    if (!section.title.isEmpty()) html += QStringLiteral("<h2>%1</h2>").arg(section.title.toHtmlEscaped());
    for (const QString& text : section.paragraphs) html += paragraph(text);
    if (!section.figures.empty()) html += figuresHtml(section.figures);
    if (!section.picture.isNull()) {
      const QString name = QStringLiteral("picture:%1").arg(pictures++);
      document.addResource(QTextDocument::ImageResource, QUrl(name), section.picture);
      // In dots of a screen: the layout brings them to the paper's. With both sides given it keeps its shape.
      const QSizeF size = section.picture.size();
      const double wide = std::min(width_px * 96 / kResolutionDpi, size.width());
      html += QStringLiteral("<p><img src='%1' width='%2' height='%3'></p>")
                  .arg(name)
                  .arg(std::lround(wide))
                  .arg(std::lround(wide * size.height() / size.width()));
      if (!section.caption.isEmpty()) html += paragraph(section.caption, "style='color:#55606a'");
    }
    for (const ReportTable& table : section.tables) html += tableHtml(table);
  }
  if (!report.provenance.isEmpty()) html += QStringLiteral("<hr>");
  for (const QString& line : report.provenance) html += paragraph(line, "style='color:#55606a'");
  return html;
}

// A heading whose first lines stand on the next page goes there with them.
void keepHeadings(QTextDocument& document) {
  constexpr double kLinesBelow = 4;
  const double page_px = document.pageSize().height();
  const double below_px =
      kLinesBelow * QFontMetricsF(document.defaultFont(), document.documentLayout()->paintDevice()).height();
  for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
    if (block.blockFormat().headingLevel() == 0) continue;
    const QRectF where = document.documentLayout()->blockBoundingRect(block);
    const double bottom_px = std::fmod(where.bottom(), page_px);
    if (where.top() < page_px * 0.02 || bottom_px + below_px < page_px) continue;
    QTextBlockFormat format = block.blockFormat();
    format.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    QTextCursor(block).setBlockFormat(format);
  }
}

void paintPages(QPdfWriter& writer, QTextDocument& document, const Report& report) {
  const QSizeF page = document.pageSize();
  const int pages = document.pageCount();
  const double edge = kEdgeMm / 25.4 * kResolutionDpi;
  QFont font(QString::fromLatin1(kFont));
  font.setPointSizeF(kFontPt - 1);
  QPainter painter(&writer);
  const QString numbers = report.page_text.isEmpty() ? QStringLiteral("%1 / %2") : report.page_text;
  for (int i = 0; i < pages; ++i) {
    if (i > 0) writer.newPage();
    painter.save();
    painter.translate(0, -i * page.height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, i * page.height(), page.width(), page.height());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
    painter.setFont(font);
    painter.setPen(QColor(0x55, 0x60, 0x6a));
    const QRectF below(0, page.height() + edge * 0.2, page.width(), edge);
    painter.drawText(below, Qt::AlignRight | Qt::AlignVCenter, numbers.arg(i + 1).arg(pages));
    painter.drawText(below, Qt::AlignLeft | Qt::AlignVCenter, report.title);
    if (report.mark.isEmpty()) continue;
    QFont bold = font;
    bold.setBold(true);
    painter.setFont(bold);
    painter.setPen(QColor(0xb3, 0x26, 0x1e));
    painter.drawText(QRectF(0, -edge * 1.2, page.width(), edge), Qt::AlignRight | Qt::AlignVCenter, report.mark);
  }
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
    QTextDocument document;
    QFont font(QString::fromLatin1(kFont));
    font.setPointSizeF(kFontPt);
    document.setDefaultFont(font);
    document.documentLayout()->setPaintDevice(&writer);
    document.setDocumentMargin(0);
    const QRectF text = writer.pageLayout().paintRectPixels(kResolutionDpi);
    document.setHtml(htmlOf(report, text.width(), document));
    document.setPageSize(text.size());
    keepHeadings(document);
    paintPages(writer, document, report);
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

}  // namespace app
