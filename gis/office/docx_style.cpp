// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/docx_style.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "gis/office/xml_text.h"

namespace gis::office {
namespace {

constexpr auto kXmlDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr auto kWordSpace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

// 5.2.2: 小标宋 for titles, 仿宋 for text; 黑体 and 楷体 for the first two levels of headings (7.3.3).
constexpr std::array kTypefaces = {
    Typeface{"方正小标宋简体", "Noto Serif CJK SC"},
    Typeface{"仿宋_GB2312", "Noto Serif CJK SC"},
    Typeface{"黑体", "Noto Sans CJK SC"},
    Typeface{"楷体_GB2312", "Noto Serif CJK SC"},
    Typeface{"宋体", "Noto Serif CJK SC"},
    Typeface{"Times New Roman", "Noto Serif CJK SC"},
};

constexpr std::array kLooks = {
    StyleLook{Style::kTitle, "GwTitle", "公文标题", "方正小标宋简体", 44, 640, false, Align::kCentre, false, 0},
    StyleLook{Style::kSubtitle, "GwSubtitle", "公文副题", "楷体_GB2312", 32, 560, false, Align::kCentre, false, -1},
    StyleLook{Style::kHeading, "GwHeading1", "公文一级标题", "黑体", 32, 560, false, Align::kLeft, true, 1},
    StyleLook{Style::kHeading2, "GwHeading2", "公文二级标题", "楷体_GB2312", 32, 560, true, Align::kLeft, true, 2},
    StyleLook{Style::kBody, "GwBody", "公文正文", "仿宋_GB2312", 32, 560, false, Align::kLeft, true, -1},
    StyleLook{Style::kPlain, "GwPlain", "公文顶格", "仿宋_GB2312", 32, 560, false, Align::kLeft, false, -1},
    StyleLook{Style::kSignature, "GwSignature", "公文落款", "仿宋_GB2312", 32, 560, false, Align::kRight, false, -1},
    StyleLook{Style::kCaption, "GwCaption", "公文图表题", "黑体", 24, 400, false, Align::kCentre, false, -1},
    StyleLook{Style::kSmall, "GwSmall", "公文附注", "仿宋_GB2312", 21, 340, false, Align::kLeft, false, -1},
};

std::string_view alignName(Align align) {
  return align == Align::kCentre ? "center" : align == Align::kRight ? "right" : "both";
}

std::string styleXml(const StyleLook& look) {
  std::string text = fmt::format(
      "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{}\"><w:name w:val=\"{}\"/>"
      "<w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>",
      look.id, look.name);
  if (look.outline >= 0) text += "<w:keepNext/>";
  text += fmt::format("<w:spacing w:before=\"0\" w:after=\"{}\" w:line=\"{}\" w:lineRule=\"exact\"/>",
                      look.style == Style::kTitle || look.style == Style::kSubtitle ? 280 : 0, look.line_twips);
  if (look.indent) text += fmt::format("<w:ind w:firstLineChars=\"200\" w:firstLine=\"{}\"/>", look.half_points * 20);
  if (look.style == Style::kSignature) text += "<w:ind w:rightChars=\"200\" w:right=\"640\"/>";
  text += fmt::format("<w:jc w:val=\"{}\"/>", alignName(look.align));
  if (look.outline >= 0) text += fmt::format("<w:outlineLvl w:val=\"{}\"/>", look.outline);
  text += fmt::format(
      "</w:pPr><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{}\"/>{}"
      "<w:sz w:val=\"{}\"/><w:szCs w:val=\"{}\"/></w:rPr></w:style>",
      look.font, look.bold ? "<w:b/>" : "", look.half_points, look.half_points);
  return text;
}

}  // namespace

const StyleLook& lookOf(Style style) {
  return *std::ranges::find_if(kLooks, [&](const StyleLook& look) { return look.style == style; });
}

const Typeface& typefaceNamed(std::string_view name) {
  const auto found = std::ranges::find_if(kTypefaces, [&](const Typeface& face) { return face.name == name; });
  return found == kTypefaces.end() ? kTypefaces.front() : *found;
}

std::string stylesXml() {
  std::string text = fmt::format(
      "{}<w:styles xmlns:w=\"{}\"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" "
      "w:hAnsi=\"Times New Roman\" w:eastAsia=\"仿宋_GB2312\"/><w:sz w:val=\"32\"/>"
      "<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
      "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/></w:style>"
      "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>"
      "<w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"28\" w:type=\"dxa\"/>"
      "<w:left w:w=\"85\" w:type=\"dxa\"/><w:bottom w:w=\"28\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/>"
      "</w:tblCellMar></w:tblPr></w:style>",
      kXmlDeclaration, kWordSpace);
  for (const StyleLook& look : kLooks) text += styleXml(look);
  return text + "</w:styles>";
}

std::string fontTableXml() {
  std::string text = fmt::format("{}<w:fonts xmlns:w=\"{}\">", kXmlDeclaration, kWordSpace);
  for (const Typeface& face : kTypefaces)
    text += fmt::format("<w:font w:name=\"{}\"><w:altName w:val=\"{}\"/></w:font>", face.name, face.substitute);
  return text + "</w:fonts>";
}

}  // namespace gis::office
