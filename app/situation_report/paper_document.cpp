// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/situation_report/paper_document.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>
#include <QUrl>
#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <utility>

#include "app/print/pending_file.h"
#include "app/print/searchable_font.h"
#include "gis/office/docx_style.h"

namespace app {
namespace {

namespace office = gis::office;

constexpr int kPaperDpi = 300;
constexpr double kPxPerMm = kPaperDpi / 25.4;
// Line heights and margins of blocks are brought from a screen's dots to the paper's by Qt's layout itself; all else is
// not.
constexpr double kScreenPxPerTwip = 96 / 1440.0, kScreenPxPerMm = 96 / 25.4;
constexpr double kCellPt = 10.5;      // 5号
constexpr double kPageNumberPt = 14;  // 4号
constexpr double kHeaderPt = 12;
constexpr double kPageNumberMm = 9;   // below the text
constexpr double kHeaderMm = 12;      // above it
constexpr double kCellAboveMm = 0.2;  // above and below the letters of a cell; rows are as high as in the DOCX
constexpr double kRuleMargin = 12;    // dots: the lines of a table, and the block that turns a page
const QColor kMarkColour(0xb3, 0x26, 0x1e);

// GB/T 9704-2012 clause 5.1: text area 156 x 225 mm, upper edge 37 mm, binding edge 28 mm.
struct PaperPage {
  double left_mm, top_mm, width_mm, height_mm;
};
PaperPage pageOf(const office::Document& document) {
  return document.landscape ? PaperPage{20, 28, 257, 156} : PaperPage{28, 37, 156, 225};
}

QFont paperFont(std::string_view name, double size_pt) {
  const office::Typeface& face = office::typefaceNamed(name);
  QFont font;
  font.setFamilies({QString::fromUtf8(face.name.data(), static_cast<qsizetype>(face.name.size())),
                    QString::fromUtf8(face.substitute.data(), static_cast<qsizetype>(face.substitute.size()))});
  font.setPointSizeF(size_pt);
  keepSearchable(font);
  return font;
}

QTextCharFormat withEmphasis(const QFont& font, office::Emphasis emphasis) {
  QTextCharFormat format;
  format.setFont(font);
  format.setForeground(emphasis == office::Emphasis::kMark ? kMarkColour : QColor(Qt::black));
  if (emphasis != office::Emphasis::kNone) format.setFontWeight(QFont::Bold);
  return format;
}

Qt::Alignment alignmentOf(office::Align align) {
  return align == office::Align::kCentre  ? Qt::AlignHCenter
         : align == office::Align::kRight ? Qt::AlignRight
                                          : Qt::AlignLeft;
}

QString paperText(const std::string& text) {
  return QString::fromStdString(text).replace(QLatin1Char('\n'), QChar::LineSeparator);
}

// Puts the blocks of one document into a QTextDocument; the first block is there already.
class PaperMaker {
 public:
  explicit PaperMaker(QTextDocument& into) : m_into(into), m_cursor(&into) {}
  gis::Result<void> add(const office::Block& block);

 private:
  void next(const QTextBlockFormat& format);
  void addParagraph(const office::Paragraph& paragraph);
  gis::Result<void> addTable(const office::Table& table);
  void insertTable(const office::Table& table);
  gis::Result<void> addPicture(const office::Picture& picture);

  QTextDocument& m_into;
  QTextCursor m_cursor;
  bool m_first = true;
  int m_pictures = 0;
};

void PaperMaker::next(const QTextBlockFormat& format) {
  if (m_first) {
    m_cursor.setBlockFormat(format);
  } else {
    m_cursor.insertBlock(format);
  }
  m_first = false;
}

void PaperMaker::addParagraph(const office::Paragraph& paragraph) {
  const office::StyleLook& look = office::lookOf(paragraph.style);
  const double size_pt = look.half_points / 2.0;
  QTextBlockFormat format;
  format.setLineHeight(look.line_twips * kScreenPxPerTwip, QTextBlockFormat::FixedHeight);
  format.setAlignment(alignmentOf(look.align));
  if (look.indent) format.setTextIndent(2 * size_pt / 72 * kPaperDpi);
  if (paragraph.style == office::Style::kTitle || paragraph.style == office::Style::kSubtitle)
    format.setBottomMargin(280 * kScreenPxPerTwip);
  if (paragraph.style == office::Style::kSignature) format.setRightMargin(2 * size_pt * 20 * kScreenPxPerTwip);
  next(format);
  QFont font = paperFont(look.font, size_pt);
  font.setBold(look.bold);
  for (const office::Run& run : paragraph.runs)
    m_cursor.insertText(paperText(run.text), withEmphasis(font, run.emphasis));
}

QTextTableFormat tableFormat(const office::Table& table) {
  QTextTableFormat format;
  format.setBorderCollapse(true);
  format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
  format.setBorder(0.3 * kScreenPxPerMm);
  format.setBorderBrush(QColor(Qt::black));
  format.setCellPadding(0.8 * kScreenPxPerMm);
  format.setCellSpacing(0);
  format.setAlignment(Qt::AlignHCenter);
  QList<QTextLength> widths;
  const double all_mm = std::accumulate(table.widths_mm.begin(), table.widths_mm.end(), 0.0);
  for (const double width_mm : table.widths_mm)
    widths << QTextLength(QTextLength::PercentageLength, 100 * width_mm / all_mm);
  format.setColumnWidthConstraints(widths);
  format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
  return format;
}

void insertCells(QTextTable& into, const office::Table& table, const std::vector<office::PlacedCell>& placed) {
  for (const office::PlacedCell& one : placed) {
    if (one.cell->rows > 1 || one.cell->columns > 1)
      into.mergeCells(one.row, one.column, one.cell->rows, one.cell->columns);
    const bool heading = one.row < table.heading_rows;
    QTextCursor cell = into.cellAt(one.row, one.column).firstCursorPosition();
    QTextBlockFormat block;
    block.setAlignment(heading ? Qt::AlignHCenter : alignmentOf(one.cell->align));
    cell.setBlockFormat(block);
    const QTextCharFormat letters =
        withEmphasis(paperFont(heading ? "黑体" : "仿宋_GB2312", kCellPt), one.cell->emphasis);
    // A cell without text is as high as one with it: else it would have the letters of the page.
    cell.insertText(one.cell->text.empty() ? QStringLiteral(" ") : paperText(one.cell->text), letters);
    QTextTableCell square = into.cellAt(one.row, one.column);
    QTextTableCellFormat look = square.format().toTableCellFormat();
    look.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    look.setTopPadding(kCellAboveMm * kScreenPxPerMm);
    look.setBottomPadding(kCellAboveMm * kScreenPxPerMm);
    square.setFormat(look);
  }
}

// The upper edges of a table's rows, and its lower edge, as they lie on a page without end of this width.
std::vector<double> rowEdges(const office::Table& table, const std::vector<office::PlacedCell>& placed,
                             const QTextDocument& as) {
  QTextDocument endless;
  endless.documentLayout()->setPaintDevice(as.documentLayout()->paintDevice());
  endless.setDocumentMargin(0);
  endless.setDefaultFont(as.defaultFont());
  endless.setPageSize({as.pageSize().width(), 1e7});
  QTextCursor cursor(&endless);
  cursor.beginEditBlock();
  QTextTable* made = cursor.insertTable(static_cast<int>(table.rows.size()), static_cast<int>(table.widths_mm.size()),
                                        tableFormat(table));
  insertCells(*made, table, placed);
  cursor.endEditBlock();
  const QRectF all = endless.documentLayout()->frameBoundingRect(made);
  std::vector<double> edges(table.rows.size() + 1, all.bottom());
  // The highest text of a row stands right below its edge; cells that reach over rows say nothing of them.
  for (const office::PlacedCell& one : placed)
    if (one.cell->rows == 1) {
      const auto row = static_cast<std::size_t>(one.row);
      const QTextBlock text = made->cellAt(one.row, one.column).firstCursorPosition().block();
      edges[row] = std::min(edges[row], endless.documentLayout()->blockBoundingRect(text).top());
    }
  const double above = edges.front() - all.top();
  for (std::size_t row = 0; row + 1 < edges.size(); ++row) edges[row] -= above;
  return edges;
}

// The rows `from` to `to` of a table under its heading. A cell that began above goes on here with the rows it has left.
office::Table partOf(const office::Table& table, const std::vector<office::PlacedCell>& placed, int from, int to) {
  office::Table part;
  part.widths_mm = table.widths_mm;
  part.heading_rows = table.heading_rows;
  part.rows.assign(table.rows.begin(), table.rows.begin() + table.heading_rows);
  part.rows.resize(static_cast<std::size_t>(table.heading_rows + to - from));
  // Placed cells come row by row from left to right; what reaches down from above is put in at its column.
  std::map<std::pair<int, int>, office::Cell> squares;
  for (const office::PlacedCell& one : placed) {
    const int begin = std::max(one.row, from), end = std::min(one.row + one.cell->rows, to);
    if (one.row < table.heading_rows || begin >= end) continue;
    office::Cell cell = *one.cell;
    cell.rows = end - begin;
    squares[{begin, one.column}] = std::move(cell);
  }
  for (auto& [at, cell] : squares)
    part.rows[static_cast<std::size_t>(table.heading_rows + at.first - from)].push_back(std::move(cell));
  return part;
}

// Qt would repeat a heading over a row that it breaks in two; so each page has a table of its own.
gis::Result<void> PaperMaker::addTable(const office::Table& table) {
  const std::vector<office::PlacedCell> placed = office::placedCells(table);
  if (placed.empty())
    return gis::fail(gis::ErrorCode::kInvalidArgument, "table", "the cells of a table do not fill it");
  next({});
  const std::vector<double> edges = rowEdges(table, placed, m_into);
  const double page = m_into.pageSize().height();
  const double heading = edges[static_cast<std::size_t>(table.heading_rows)] - edges.front();
  double left = page - std::fmod(m_into.documentLayout()->blockBoundingRect(m_cursor.block()).bottom(), page);
  const int rows = static_cast<int>(table.rows.size());
  for (int from = table.heading_rows, to = from; from < rows; from = to) {
    const auto edge = [&](int row) { return edges[static_cast<std::size_t>(row)]; };
    while (to < rows && edge(to + 1) - edge(from) + heading + kRuleMargin <= left) ++to;
    if (to == from && left >= page) to = from + 1;  // higher than a page: it breaks
    if (to > from) insertTable(partOf(table, placed, from, to));
    if (to >= rows) break;
    QTextBlockFormat turn;
    turn.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
    turn.setLineHeight(1, QTextBlockFormat::FixedHeight);
    next(turn);
    left = page;
  }
  return {};
}

void PaperMaker::insertTable(const office::Table& table) {
  m_cursor.beginEditBlock();  // laid out once, not for every cell
  QTextTable* made = m_cursor.insertTable(static_cast<int>(table.rows.size()), static_cast<int>(table.widths_mm.size()),
                                          tableFormat(table));
  insertCells(*made, table, office::placedCells(table));
  m_cursor.endEditBlock();
  m_cursor.movePosition(QTextCursor::End);
}

gis::Result<void> PaperMaker::addPicture(const office::Picture& picture) {
  const QImage image =
      QImage::fromData(QByteArrayView(picture.bytes.data(), static_cast<qsizetype>(picture.bytes.size())));
  if (image.isNull())
    return gis::fail(gis::ErrorCode::kInvalidArgument, picture.words, "a picture is neither PNG nor JPEG");
  const QString name = QStringLiteral("picture:%1").arg(++m_pictures);
  m_into.addResource(QTextDocument::ImageResource, QUrl(name), image);
  QTextBlockFormat format;
  format.setAlignment(Qt::AlignHCenter);
  next(format);
  QTextImageFormat shown;
  shown.setName(name);
  shown.setWidth(picture.width_mm * kScreenPxPerMm);
  shown.setHeight(picture.height_mm * kScreenPxPerMm);
  m_cursor.insertImage(shown);
  return {};
}

gis::Result<void> PaperMaker::add(const office::Block& block) {
  if (const auto* paragraph = std::get_if<office::Paragraph>(&block)) {
    addParagraph(*paragraph);
    return {};
  }
  if (const auto* table = std::get_if<office::Table>(&block)) return addTable(*table);
  return addPicture(std::get<office::Picture>(block));
}

void paintEdges(QPainter& painter, const office::Document& document, const PaperPage& page, int number) {
  painter.setPen(Qt::black);
  painter.setFont(paperFont("宋体", kPageNumberPt));
  const QRectF below(5 * kPxPerMm, (page.height_mm + kPageNumberMm) * kPxPerMm, (page.width_mm - 10) * kPxPerMm,
                     8 * kPxPerMm);
  painter.drawText(below, (number % 2 == 1 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter,
                   QStringLiteral("— %1 —").arg(number));
  if (document.header.empty()) return;
  QFont font = paperFont("黑体", kHeaderPt);
  font.setBold(true);
  painter.setFont(font);
  painter.setPen(kMarkColour);
  painter.drawText(QRectF(0, -kHeaderMm * kPxPerMm, page.width_mm * kPxPerMm, 8 * kPxPerMm),
                   Qt::AlignHCenter | Qt::AlignVCenter, QString::fromStdString(document.header));
}

void paintPaper(QPdfWriter& writer, QTextDocument& text, const office::Document& document, const PaperPage& page) {
  QPainter painter(&writer);
  for (int i = 0; i < text.pageCount(); ++i) {
    if (i > 0) writer.newPage();
    painter.save();
    painter.translate(page.left_mm * kPxPerMm, page.top_mm * kPxPerMm);
    paintEdges(painter, document, page, i + 1);
    painter.translate(0, -i * text.pageSize().height());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(0, i * text.pageSize().height(), text.pageSize().width(), text.pageSize().height());
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    text.documentLayout()->draw(&painter, context);
    painter.restore();
  }
}

}  // namespace

gis::Result<void> writePaperDocument(const std::filesystem::path& file, const office::Document& document) {
  PendingFile pending(file);
  if (auto begun = pending.begin(); !begun) return begun;
  {
    const PaperPage page = pageOf(document);
    QPdfWriter writer(&pending);
    writer.setPageLayout(QPageLayout(QPageSize(QPageSize::A4),
                                     document.landscape ? QPageLayout::Landscape : QPageLayout::Portrait, QMarginsF()));
    writer.setResolution(kPaperDpi);
    writer.setTitle(QString::fromStdString(document.title));
    QTextDocument text;
    text.documentLayout()->setPaintDevice(&writer);
    text.setDocumentMargin(0);
    text.setDefaultFont(paperFont("仿宋_GB2312", 16));
    text.setPageSize(QSizeF(page.width_mm, page.height_mm) * kPxPerMm);
    PaperMaker maker(text);
    for (const office::Block& block : document.blocks)
      if (auto added = maker.add(block); !added) return added;
    paintPaper(writer, text, document, page);
  }
  if (auto state = pending.state(); !state) return state;
  return pending.commit();
}

}  // namespace app
