// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/docx_writer.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "tests/gis/office/package_reader.h"

using namespace gis::office;

namespace {

Document smallDocument() {
  Document document;
  document.title = "首报";
  document.author = "值班室";
  document.created_utc_ms = 1'780'000'000'000;
  document.header = "【演练】";
  document.blocks.push_back(Paragraph{Style::kTitle, {{"关于洪涝的首报"}}});
  document.blocks.push_back(Paragraph{Style::kBody, {{"转移 "}, {"15", Emphasis::kMark}, {" 人 <&>\n第二行"}}});
  Table table;
  table.widths_mm = {40, 30, 30};
  table.rows = {{{"指标", Align::kLeft, 1, 2}, {"人", Align::kLeft, 2, 1}}, {{"市"}, {"县"}}, {{"死亡"}, {"0"}, {"0"}}};
  table.heading_rows = 2;
  document.blocks.push_back(table);
  return document;
}

}  // namespace

TEST(DocxTable, PlacesCellsAroundThoseFromAbove) {
  const Document document = smallDocument();
  const auto placed = placedCells(std::get<Table>(document.blocks[2]));
  ASSERT_EQ(placed.size(), 7U);
  EXPECT_EQ(placed[2].row, 1);
  EXPECT_EQ(placed[2].column, 1) << "under a cell that covers two rows nothing else stands";
}

TEST(DocxTable, KnowsWhatIsNoTable) {
  Table hole;
  hole.widths_mm = {10, 10};
  hole.rows = {{{"a"}}};
  EXPECT_TRUE(placedCells(hole).empty());
  Table out = hole;
  out.rows = {{{"a", Align::kLeft, 3, 1}}};
  EXPECT_TRUE(placedCells(out).empty());
  Table down = hole;
  down.rows = {{{"a", Align::kLeft, 2, 2}}};
  EXPECT_TRUE(placedCells(down).empty());
}

TEST(DocxWriter, EveryPartIsXmlAndSaysWhatWasSaid) {
  const auto bytes = writeDocx(smallDocument());
  ASSERT_TRUE(bytes) << bytes.error().detail;
  const auto parts = tests::readPackage(*bytes);
  for (const auto& [name, text] : parts) {
    pugi::xml_document xml;
    EXPECT_TRUE(xml.load_string(text.c_str())) << name;
  }
  const std::string& body = parts.at("word/document.xml");
  EXPECT_NE(body.find("人 &lt;&amp;&gt;</w:t><w:br/>"), std::string::npos);
  EXPECT_NE(body.find("<w:gridSpan w:val=\"2\"/>"), std::string::npos);
  EXPECT_NE(body.find("<w:vMerge w:val=\"restart\"/>"), std::string::npos);
  EXPECT_NE(parts.at("word/header1.xml").find("【演练】"), std::string::npos);
  EXPECT_NE(parts.at("word/fontTable.xml").find("Noto Serif CJK SC"), std::string::npos);
  EXPECT_EQ(*bytes, writeDocx(smallDocument()).value());
}

TEST(DocxWriter, RefusesWhatWouldOpenDamaged) {
  Document table = smallDocument();
  std::get<Table>(table.blocks[2]).rows.pop_back();
  std::get<Table>(table.blocks[2]).rows.back().pop_back();
  EXPECT_EQ(writeDocx(table).error().code, gis::ErrorCode::kInvalidArgument);
  Document picture = smallDocument();
  picture.blocks.push_back(Picture{"GIF89a", 10, 10, "图"});
  EXPECT_EQ(writeDocx(picture).error().subject, "图");
}
