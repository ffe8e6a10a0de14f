// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/docx_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <map>

#include "gis/office/docx_style.h"
#include "gis/office/package.h"
#include "gis/office/xml_text.h"

namespace gis::office {
namespace {

constexpr auto kDocxDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr auto kSpaces =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
    "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
    "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"";
constexpr auto kDocumentPart = "word/document.xml";
constexpr auto kTypePrefix = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
constexpr double kTwipsPerMm = 1440 / 25.4;
constexpr double kEmuPerMm = 36000;
constexpr int kCellHalfPoints = 21;  // 5号
constexpr int kEdgeHalfPoints = 28;  // page numbers: 4号

long twips(double length_mm) { return std::lround(length_mm * kTwipsPerMm); }

std::string lookOfRun(Emphasis emphasis) {
  if (emphasis == Emphasis::kStrong) return "<w:b/>";
  if (emphasis == Emphasis::kMark) return "<w:b/><w:color w:val=\"B3261E\"/>";
  return {};
}

// Line ends of the text are line ends of the paragraph.
std::string runXml(std::string_view text, const std::string& look) {
  std::string xml = look.empty() ? "<w:r>" : "<w:r><w:rPr>" + look + "</w:rPr>";
  for (std::size_t from = 0;;) {
    const std::size_t end = text.find('\n', from);
    xml += "<w:t xml:space=\"preserve\">" + xmlEscaped(text.substr(from, end - from)) + "</w:t>";
    if (end == std::string_view::npos) break;
    xml += "<w:br/>";
    from = end + 1;
  }
  return xml + "</w:r>";
}

std::string paragraphXml(const Paragraph& paragraph) {
  std::string xml = fmt::format("<w:p><w:pPr><w:pStyle w:val=\"{}\"/></w:pPr>", lookOf(paragraph.style).id);
  for (const Run& run : paragraph.runs) xml += runXml(run.text, lookOfRun(run.emphasis));
  return xml + "</w:p>";
}

std::string cellTextXml(const Cell* cell, bool heading) {
  const Align align = cell ? cell->align : Align::kLeft;
  std::string xml = fmt::format(
      "<w:p><w:pPr><w:spacing w:line=\"300\" w:lineRule=\"atLeast\"/><w:jc w:val=\"{}\"/>"
      "<w:rPr><w:sz w:val=\"{}\"/></w:rPr></w:pPr>",
      heading || align == Align::kCentre ? "center"
      : align == Align::kRight           ? "right"
                                         : "left",
      kCellHalfPoints);
  if (cell && !cell->text.empty())
    xml += runXml(cell->text, fmt::format("{}{}<w:sz w:val=\"{}\"/>", heading ? "<w:rFonts w:eastAsia=\"黑体\"/>" : "",
                                          lookOfRun(cell->emphasis), kCellHalfPoints));
  return xml + "</w:p>";
}

// One cell of a row: its text, or the continuation of one from above.
std::string cellXml(const Table& table, const PlacedCell& placed, bool continued, bool heading) {
  double width_mm = 0;
  for (int c = placed.column; c < placed.column + placed.cell->columns; ++c)
    width_mm += table.widths_mm[static_cast<std::size_t>(c)];
  std::string xml = fmt::format("<w:tc><w:tcPr><w:tcW w:w=\"{}\" w:type=\"dxa\"/>", twips(width_mm));
  if (placed.cell->columns > 1) xml += fmt::format("<w:gridSpan w:val=\"{}\"/>", placed.cell->columns);
  if (placed.cell->rows > 1) xml += continued ? "<w:vMerge/>" : "<w:vMerge w:val=\"restart\"/>";
  xml += "<w:vAlign w:val=\"center\"/></w:tcPr>";
  return xml + cellTextXml(continued ? nullptr : placed.cell, heading) + "</w:tc>";
}

std::string tableXml(const Table& table, const std::vector<PlacedCell>& placed) {
  double width_mm = 0;
  for (const double one_mm : table.widths_mm) width_mm += one_mm;
  std::string xml = fmt::format(
      "<w:tbl><w:tblPr><w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblBorders>", twips(width_mm));
  for (const char* side : {"top", "left", "bottom", "right", "insideH", "insideV"})
    xml += fmt::format("<w:{} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"000000\"/>", side);
  xml += "</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>";
  for (const double one_mm : table.widths_mm) xml += fmt::format("<w:gridCol w:w=\"{}\"/>", twips(one_mm));
  xml += "</w:tblGrid>";
  // By row and column of its first square in that row, so that continued cells come at their places.
  std::map<std::pair<int, int>, const PlacedCell*> squares;
  for (const PlacedCell& one : placed)
    for (int row = one.row; row < one.row + one.cell->rows; ++row) squares[{row, one.column}] = &one;
  for (int row = 0; row < static_cast<int>(table.rows.size()); ++row) {
    const bool heading = row < table.heading_rows;
    xml += "<w:tr><w:trPr><w:cantSplit/>" + std::string(heading ? "<w:tblHeader/>" : "") + "</w:trPr>";
    for (auto at = squares.lower_bound({row, 0}); at != squares.end() && at->first.first == row; ++at)
      xml += cellXml(table, *at->second, at->second->row != row, heading);
    xml += "</w:tr>";
  }
  return xml + "</w:tbl>";
}

std::string pictureXml(const Picture& picture, const std::string& relation, std::size_t number) {
  const long wide_emu = std::lround(picture.width_mm * kEmuPerMm),
             high_emu = std::lround(picture.height_mm * kEmuPerMm);
  const std::string words = xmlEscaped(picture.words);
  return fmt::format(
      "<w:p><w:pPr><w:keepNext/><w:jc w:val=\"center\"/></w:pPr><w:r><w:drawing>"
      "<wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\"><wp:extent cx=\"{0}\" cy=\"{1}\"/>"
      "<wp:docPr id=\"{2}\" name=\"picture {2}\" descr=\"{3}\"/>"
      "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic>"
      "<pic:nvPicPr><pic:cNvPr id=\"{2}\" name=\"picture {2}\" descr=\"{3}\"/><pic:cNvPicPr/></pic:nvPicPr>"
      "<pic:blipFill><a:blip r:embed=\"{4}\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
      "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"{0}\" cy=\"{1}\"/></a:xfrm>"
      "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
      "</wp:inline></w:drawing></w:r></w:p>",
      wide_emu, high_emu, number, words, relation);
}

// 7.5: the page number between dashes, on the outer side.
std::string footerXml(const Document& document, bool odd) {
  const std::string look = fmt::format("<w:rFonts w:eastAsia=\"宋体\"/><w:sz w:val=\"{}\"/>", kEdgeHalfPoints);
  const auto field = [&](const char* part) { return fmt::format("<w:r><w:rPr>{}</w:rPr>{}</w:r>", look, part); };
  std::string xml = fmt::format("{}<w:ftr {}>", kDocxDeclaration, kSpaces);
  if (!document.footer.empty())
    xml += "<w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>" + runXml(document.footer, "<w:sz w:val=\"18\"/>") + "</w:p>";
  xml += fmt::format(
      "<w:p><w:pPr><w:ind w:leftChars=\"100\" w:left=\"280\" w:rightChars=\"100\" w:right=\"280\"/>"
      "<w:jc w:val=\"{}\"/></w:pPr>",
      odd ? "right" : "left");
  xml += runXml("— ", look) + field("<w:fldChar w:fldCharType=\"begin\"/>") +
         field("<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>") +
         field("<w:fldChar w:fldCharType=\"separate\"/>") + runXml("1", look) +
         field("<w:fldChar w:fldCharType=\"end\"/>") + runXml(" —", look);
  return xml + "</w:p></w:ftr>";
}

std::string headerXml(const Document& document) {
  return fmt::format(
      "{}<w:hdr {}><w:p><w:pPr><w:jc w:val=\"center\"/></w:pPr>{}</w:p></w:hdr>", kDocxDeclaration, kSpaces,
      document.header.empty() ? std::string()
                              : runXml(document.header, lookOfRun(Emphasis::kMark) + "<w:sz w:val=\"24\"/>"));
}

// The parts of one document; made once and thrown away.
class DocxMaker {
 public:
  explicit DocxMaker(const Document& document) : m_document(document) {}
  Result<std::string> make();

 private:
  Result<std::string> bodyXml();
  Result<std::string> picturePart(const Picture& picture);
  std::string sectionXml();
  void addFixedParts();
  std::string edgeReference(const char* kind, const char* type, const std::string& name, const std::string& xml);

  const Document& m_document;
  Package m_package;
  std::size_t m_pictures = 0;
};

Result<std::string> DocxMaker::picturePart(const Picture& picture) {
  const bool png = picture.bytes.starts_with("\x89PNG"), jpeg = picture.bytes.starts_with("\xff\xd8\xff");
  if (!png && !jpeg) return fail(ErrorCode::kInvalidArgument, picture.words, "a picture is neither PNG nor JPEG");
  ++m_pictures;
  const std::string name = fmt::format("word/media/picture{}.{}", m_pictures, png ? "png" : "jpeg");
  m_package.add(name, png ? "image/png" : "image/jpeg", picture.bytes);
  return pictureXml(picture, m_package.relate(kDocumentPart, "image", name), m_pictures);
}

Result<std::string> DocxMaker::bodyXml() {
  std::string xml;
  for (const Block& block : m_document.blocks) {
    if (const auto* paragraph = std::get_if<Paragraph>(&block)) {
      xml += paragraphXml(*paragraph);
    } else if (const auto* table = std::get_if<Table>(&block)) {
      const std::vector<PlacedCell> placed = placedCells(*table);
      if (placed.empty()) return fail(ErrorCode::kInvalidArgument, "table", "the cells of a table do not fill it");
      xml += tableXml(*table, placed) + "<w:p/>";
    } else {
      auto part = picturePart(std::get<Picture>(block));
      if (!part) return part;
      xml += *part;
    }
  }
  return xml;
}

std::string DocxMaker::edgeReference(const char* kind, const char* type, const std::string& name,
                                     const std::string& xml) {
  m_package.add("word/" + name, fmt::format("{}{}+xml", kTypePrefix, kind), xml);
  return fmt::format("<w:{}Reference w:type=\"{}\" r:id=\"{}\"/>", kind, type,
                     m_package.relate(kDocumentPart, kind, "word/" + name));
}

// 5.1: upper edge 37 mm, binding edge 28 mm, text 156 x 225 mm. Across the page the binding edge is the upper one.
std::string DocxMaker::sectionXml() {
  std::string xml = "<w:sectPr>";
  xml += edgeReference("header", "default", "header1.xml", headerXml(m_document));
  xml += edgeReference("header", "even", "header2.xml", headerXml(m_document));
  xml += edgeReference("footer", "default", "footer1.xml", footerXml(m_document, true));
  xml += edgeReference("footer", "even", "footer2.xml", footerXml(m_document, false));
  if (m_document.landscape)
    return xml + fmt::format(
                     "<w:pgSz w:w=\"{}\" w:h=\"{}\" w:orient=\"landscape\"/><w:pgMar w:top=\"{}\" w:right=\"{}\" "
                     "w:bottom=\"{}\" w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/></w:sectPr>",
                     twips(297), twips(210), twips(28), twips(20), twips(26), twips(20), twips(15), twips(12));
  return xml + fmt::format(
                   "<w:pgSz w:w=\"{}\" w:h=\"{}\"/><w:pgMar w:top=\"{}\" w:right=\"{}\" w:bottom=\"{}\" "
                   "w:left=\"{}\" w:header=\"{}\" w:footer=\"{}\" w:gutter=\"0\"/></w:sectPr>",
                   twips(210), twips(297), twips(37), twips(26), twips(35), twips(28), twips(20), twips(22));
}

void DocxMaker::addFixedParts() {
  const auto part = [&](const char* name, const char* kind, std::string xml) {
    m_package.add(fmt::format("word/{}.xml", name), fmt::format("{}{}+xml", kTypePrefix, kind), std::move(xml));
    m_package.relate(kDocumentPart, kind, fmt::format("word/{}.xml", name));
  };
  part("styles", "styles", stylesXml());
  part("fontTable", "fontTable", fontTableXml());
  part("settings", "settings",
       fmt::format("{}<w:settings {}><w:evenAndOddHeaders/><w:compat><w:compatSetting w:name=\"compatibilityMode\" "
                   "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/></w:compat></w:settings>",
                   kDocxDeclaration, kSpaces));
}

Result<std::string> DocxMaker::make() {
  m_package.relate("", "officeDocument", kDocumentPart);
  addFixedParts();
  auto body = bodyXml();
  if (!body) return body;
  const std::string section = sectionXml();
  m_package.add(
      kDocumentPart, std::string(kTypePrefix) + "document.main+xml",
      fmt::format("{}<w:document {}><w:body>{}{}</w:body></w:document>", kDocxDeclaration, kSpaces, *body, section));
  m_package.describe(m_document.title, m_document.author, m_document.created_utc_ms);
  return m_package.bytes();
}

}  // namespace

Result<std::string> writeDocx(const Document& document) { return DocxMaker(document).make(); }

}  // namespace gis::office
