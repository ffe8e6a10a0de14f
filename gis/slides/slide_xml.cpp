// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/slides/slide_xml.h"

#include <fmt/format.h>

#include <cmath>

#include "gis/office/xml_text.h"

namespace gis::slides {
namespace {

constexpr double kEmuPerPt = 12700;
constexpr auto kNamespaces = R"(xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" )"
                             R"(xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" )"
                             R"(xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main")";
constexpr auto kFont = "Noto Sans CJK SC";
constexpr double kCellSide_pt = 5;

long long emu(double pt) { return std::llround(pt * kEmuPerPt); }

std::string fillXml(Colour c) {
  return fmt::format(R"(<a:solidFill><a:srgbClr val="{:02X}{:02X}{:02X}"/></a:solidFill>)", c.red, c.green, c.blue);
}

std::string frameXml(const char* prefix, const Box& box) {
  return fmt::format(R"(<{0}:xfrm><a:off x="{1}" y="{2}"/><a:ext cx="{3}" cy="{4}"/></{0}:xfrm>)", prefix,
                     emu(box.x_pt), emu(box.y_pt), emu(box.width_pt), emu(box.height_pt));
}

const char* alignName(Align align) { return align == Align::kRight ? "r" : align == Align::kCentre ? "ctr" : "l"; }
const char* anchorName(Valign align) { return align == Valign::kBottom ? "b" : align == Valign::kMiddle ? "ctr" : "t"; }

std::string runPropertiesXml(const char* element, int size_pt, bool bold, Colour colour) {
  return fmt::format(
      R"(<a:{0} lang="zh-CN" sz="{1}" b="{2}" dirty="0">{3}<a:latin typeface="{4}"/><a:ea typeface="{4}"/>)"
      R"(<a:cs typeface="{4}"/></a:{0}>)",
      element, size_pt * 100, bold ? 1 : 0, fillXml(colour), kFont);
}

// Each line feed begins a paragraph; one without words keeps its height.
std::string paragraphsXml(const std::string& text, int size_pt, bool bold, Colour colour, Align align) {
  std::string xml;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string line = text.substr(begin, end - begin);
    xml += fmt::format(R"(<a:p><a:pPr algn="{}" marL="0" indent="0"><a:buNone/></a:pPr>)", alignName(align));
    if (line.empty())
      xml += runPropertiesXml("endParaRPr", size_pt, bold, colour);
    else
      xml += "<a:r>" + runPropertiesXml("rPr", size_pt, bold, colour) + "<a:t>" + office::xmlEscaped(line) +
             "</a:t></a:r>";
    xml += "</a:p>";
    begin = end + 1;
  }
  return xml;
}

// Writes the items of a page one after the other; each gets a number of its own.
class ItemWriter {
 public:
  explicit ItemWriter(const std::map<std::string, std::string>& pictures) : m_pictures(pictures) {}
  const std::string& xml() const { return m_xml; }

  void operator()(const TextItem& text) {
    const int id = ++m_last_id;
    m_xml +=
        fmt::format(R"(<p:sp><p:nvSpPr><p:cNvPr id="{}" name="{} {}"/><p:cNvSpPr{}/><p:nvPr>{}</p:nvPr></p:nvSpPr>)",
                    id, text.is_title ? "Title" : "Text", id, text.is_title ? "" : R"( txBox="1")",
                    text.is_title ? R"(<p:ph type="title"/>)" : "");
    m_xml +=
        "<p:spPr>" + frameXml("a", text.box) + R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/></p:spPr>)";
    m_xml += fmt::format(
        R"(<p:txBody><a:bodyPr wrap="square" lIns="0" tIns="0" rIns="0" bIns="0" anchor="{}"><a:noAutofit/></a:bodyPr>)"
        "<a:lstStyle/>",
        anchorName(text.valign));
    m_xml += paragraphsXml(text.text, text.size_pt, text.bold, text.colour, text.align) + "</p:txBody></p:sp>";
  }

  void operator()(const ShapeItem& shape) {
    const int id = ++m_last_id;
    const double side_pt = std::min(shape.box.width_pt, shape.box.height_pt);
    const bool round = shape.corner_pt > 0 && side_pt > 0;
    m_xml += fmt::format(
        R"(<p:sp><p:nvSpPr><p:cNvPr id="{0}" name="Shape {0}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>)", id);
    m_xml += frameXml("a", shape.box);
    if (round)
      m_xml += fmt::format(
          R"(<a:prstGeom prst="roundRect"><a:avLst><a:gd name="adj" fmla="val {}"/></a:avLst></a:prstGeom>)",
          std::llround(std::min(0.5, shape.corner_pt / side_pt) * 100000));
    else
      m_xml += R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)";
    m_xml +=
        fillXml(shape.fill) +
        "<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang=\"zh-CN\"/></a:p>"
        "</p:txBody></p:sp>";
  }

  void operator()(const TableItem& table) {
    const int id = ++m_last_id;
    m_xml += fmt::format(R"(<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{0}" name="Table {0}"/>)"
                         R"(<p:cNvGraphicFramePr><a:graphicFrameLocks noGrp="1"/></p:cNvGraphicFramePr><p:nvPr/>)"
                         "</p:nvGraphicFramePr>",
                         id);
    m_xml +=
        frameXml("p", table.box) +
        R"(<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/table"><a:tbl><a:tblPr firstRow="1"/><a:tblGrid>)";
    for (const double width_pt : table.column_width_pt) m_xml += fmt::format(R"(<a:gridCol w="{}"/>)", emu(width_pt));
    m_xml += "</a:tblGrid>";
    for (const auto& row : table.rows) {
      m_xml += fmt::format(R"(<a:tr h="{}">)", emu(table.row_height_pt));
      for (const TableCell& cell : row) addCell(table, cell);
      m_xml += "</a:tr>";
    }
    m_xml += "</a:tbl></a:graphicData></a:graphic></p:graphicFrame>";
  }

  void operator()(const PictureItem& picture) {
    const auto relation = m_pictures.find(picture.name);
    if (relation == m_pictures.end()) return;
    const int id = ++m_last_id;
    m_xml += fmt::format(R"(<p:pic><p:nvPicPr><p:cNvPr id="{0}" name="Picture {0}" descr="{1}"/><p:cNvPicPr>)"
                         R"(<a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/></p:nvPicPr>)",
                         id, office::xmlEscaped(picture.description));
    m_xml += fmt::format(R"(<p:blipFill><a:blip r:embed="{}"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>)",
                         relation->second);
    m_xml +=
        "<p:spPr>" + frameXml("a", picture.box) + R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic>)";
  }

 private:
  void addCell(const TableItem& table, const TableCell& cell) {
    m_xml += "<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>" +
             paragraphsXml(cell.text, table.size_pt, cell.bold, cell.colour, cell.align) + "</a:txBody>";
    m_xml += fmt::format(R"(<a:tcPr marL="{0}" marR="{0}" marT="0" marB="0" anchor="ctr">)", emu(kCellSide_pt));
    for (const char* side : {"lnL", "lnR", "lnT"}) m_xml += fmt::format(R"(<a:{0} w="0"><a:noFill/></a:{0}>)", side);
    m_xml += fmt::format(R"(<a:lnB w="{}">{}</a:lnB>)", emu(0.5), fillXml(table.line));
    m_xml += (cell.fill ? fillXml(*cell.fill) : std::string("<a:noFill/>")) + "</a:tcPr></a:tc>";
  }

  const std::map<std::string, std::string>& m_pictures;
  std::string m_xml;
  int m_last_id = 1;
};

constexpr auto kEmptyTree =
    R"(<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/>)"
    R"(<a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>)";
constexpr auto kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

// Where titles stand that somebody adds in the office.
std::string titlePlaceholder() {
  return R"(<p:sp><p:nvSpPr><p:cNvPr id="2" name="Title 2"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr>)"
         R"(<p:ph type="title"/></p:nvPr></p:nvSpPr><p:spPr>)" +
         frameXml("a", {48, 20, 660, 40}) +
         R"(<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p>)"
         R"(<a:endParaRPr lang="zh-CN"/></a:p></p:txBody></p:sp>)";
}

std::string levelsXml(const char* style, int size_pt) {
  std::string xml = fmt::format("<p:{}>", style);
  for (int level = 1; level <= 9; ++level)
    xml += fmt::format(
        R"(<a:lvl{0}pPr algn="l"><a:defRPr sz="{1}"><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/></a:defRPr></a:lvl{0}pPr>)",
        level, size_pt * 100);
  return xml + fmt::format("</p:{}>", style);
}

}  // namespace

std::string slideXml(const Slide& slide, const std::map<std::string, std::string>& picture_relations) {
  ItemWriter writer(picture_relations);
  for (const Item& item : slide.items) std::visit(writer, item);
  return std::string(kDeclaration) + "<p:sld " + kNamespaces + "><p:cSld><p:bg><p:bgPr>" + fillXml(slide.ground) +
         "<a:effectLst/></p:bgPr></p:bg><p:spTree>" + kEmptyTree + writer.xml() +
         "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>";
}

std::string presentationXml(const std::vector<std::string>& slide_relations, const std::string& master_relation) {
  constexpr unsigned kFirstMasterId = 2147483648U;
  std::string xml =
      std::string(kDeclaration) + "<p:presentation " + kNamespaces +
      fmt::format(R"(><p:sldMasterIdLst><p:sldMasterId id="{}" r:id="{}"/></p:sldMasterIdLst><p:sldIdLst>)",
                  kFirstMasterId, master_relation);
  int id = 256;
  for (const std::string& relation : slide_relations)
    xml += fmt::format(R"(<p:sldId id="{}" r:id="{}"/>)", id++, relation);
  return xml + fmt::format(
                   R"(</p:sldIdLst><p:sldSz cx="{}" cy="{}"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>)",
                   emu(kPageWidth_pt), emu(kPageHeight_pt));
}

std::string masterXml(const std::string& layout_relation) {
  return std::string(kDeclaration) + "<p:sldMaster " + kNamespaces +
         R"(><p:cSld><p:bg><p:bgPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:effectLst/></p:bgPr></p:bg><p:spTree>)" +
         kEmptyTree + titlePlaceholder() +
         R"(</p:spTree></p:cSld><p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" )"
         R"(accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>)" +
         fmt::format(R"(<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="{}"/></p:sldLayoutIdLst><p:txStyles>)",
                     layout_relation) +
         levelsXml("titleStyle", 28) + levelsXml("bodyStyle", 18) + levelsXml("otherStyle", 14) +
         "</p:txStyles></p:sldMaster>";
}

std::string layoutXml() {
  return std::string(kDeclaration) + "<p:sldLayout " + kNamespaces +
         R"( type="titleOnly" preserve="1"><p:cSld name="Title"><p:spTree>)" + kEmptyTree + titlePlaceholder() +
         "</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>";
}

std::string themeXml() {
  std::string xml =
      std::string(kDeclaration) +
      R"(<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Fengsui"><a:themeElements>)"
      R"(<a:clrScheme name="Fengsui">)";
  const std::pair<const char*, const char*> colours[] = {
      {"dk1", "14181D"},     {"lt1", "FFFFFF"},     {"dk2", "2B3640"},     {"lt2", "EEF1F4"},
      {"accent1", "0F8577"}, {"accent2", "6F5BB5"}, {"accent3", "5D8432"}, {"accent4", "A3578A"},
      {"accent5", "5B7083"}, {"accent6", "8D734D"}, {"hlink", "0F8577"},   {"folHlink", "5B7083"}};
  for (const auto& [name, value] : colours) xml += fmt::format(R"(<a:{0}><a:srgbClr val="{1}"/></a:{0}>)", name, value);
  xml += R"(</a:clrScheme><a:fontScheme name="Fengsui">)";
  for (const char* kind : {"majorFont", "minorFont"})
    xml += fmt::format(R"(<a:{0}><a:latin typeface="{1}"/><a:ea typeface="{1}"/><a:cs typeface=""/></a:{0}>)", kind,
                       kFont);
  xml += R"(</a:fontScheme><a:fmtScheme name="Fengsui"><a:fillStyleLst>)";
  const std::string fill = R"(<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>)";
  const std::string line = R"(<a:ln w="9525"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:ln>)";
  const std::string effect = "<a:effectStyle><a:effectLst/></a:effectStyle>";
  xml += fill + fill + fill + "</a:fillStyleLst><a:lnStyleLst>" + line + line + line +
         "</a:lnStyleLst><a:effectStyleLst>" + effect + effect + effect + "</a:effectStyleLst><a:bgFillStyleLst>" +
         fill + fill + fill + "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>";
  return xml;
}

}  // namespace gis::slides
