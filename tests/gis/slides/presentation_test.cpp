// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/slides/presentation.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>

#include "gis/slides/slide_xml.h"

namespace {

using namespace gis::slides;

Deck deckOfTwo() {
  Deck deck;
  deck.title = "汛期会商 <1>";
  deck.created_utc_ms = 1777593600000;
  for (const char* title : {"第一页 & 说明", "第二页"}) {
    Slide slide;
    slide.title = title;
    slide.items.emplace_back(
        TextItem{{36, 20, 600, 40}, title, 28, {20, 24, 29}, true, Align::kLeft, Valign::kMiddle, true});
    slide.items.emplace_back(ShapeItem{{36, 100, 100, 20}, {215, 38, 61}, 4});
    slide.items.emplace_back(TableItem{{36, 140, 300, 52},
                                       {200, 100},
                                       26,
                                       14,
                                       {200, 200, 200},
                                       {{{"县区", {0, 0, 0}}, {"人口", {0, 0, 0}, Align::kRight}},
                                        {{"沁源县", {0, 0, 0}}, {"1,234", {0, 0, 0}, Align::kRight}}}});
    slide.items.emplace_back(PictureItem{{400, 100, 200, 200}, "map", "地图"});
    deck.slides.push_back(slide);
  }
  return deck;
}

gis::Result<std::string> somePicture(const std::string&) { return std::string("\x89PNG\r\n\x1a\n-made-"); }

TEST(Presentation, SamePagesAreTheSameBytes) {
  int asked = 0;
  const auto count = [&](const std::string& name) {
    ++asked;
    return somePicture(name);
  };
  const auto first = presentationBytes(deckOfTwo(), count), second = presentationBytes(deckOfTwo(), somePicture);
  ASSERT_TRUE(first);
  ASSERT_TRUE(second);
  EXPECT_EQ(*first, *second);
  EXPECT_EQ(first->substr(0, 2), "PK");
  EXPECT_EQ(asked, 1) << "a picture on two pages is embedded once";
}

TEST(Presentation, FailsWithoutPagesPicturesAndWhenCancelled) {
  EXPECT_EQ(presentationBytes({}, somePicture).error().code, gis::ErrorCode::kInvalidArgument);
  const auto none = [](const std::string& name) -> gis::Result<std::string> {
    return gis::fail(gis::ErrorCode::kNotFound, name);
  };
  EXPECT_EQ(presentationBytes(deckOfTwo(), none).error().subject, "map");
  const auto cancel = gis::CancelToken::create();
  cancel.cancel();
  EXPECT_EQ(presentationBytes(deckOfTwo(), somePicture, cancel).error().code, gis::ErrorCode::kCancelled);
}

TEST(Presentation, EveryPartIsWellFormed) {
  const Deck deck = deckOfTwo();
  for (const std::string& xml : {slideXml(deck.slides[0], {{"map", "rId2"}}), presentationXml({"rId2"}, "rId1"),
                                 masterXml("rId1"), layoutXml(), themeXml()}) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_buffer(xml.data(), xml.size())) << xml.substr(0, 300);
  }
  pugi::xml_document slide;
  const std::string xml = slideXml(deck.slides[0], {{"map", "rId2"}});
  ASSERT_TRUE(slide.load_buffer(xml.data(), xml.size()));
  const auto tree = slide.child("p:sld").child("p:cSld").child("p:spTree");
  EXPECT_STREQ(tree.child("p:sp").select_node(".//a:t").node().text().get(), "第一页 & 说明");
  EXPECT_EQ(tree.select_nodes(".//a:tr").size(), 2U);
  EXPECT_STREQ(tree.child("p:pic").select_node(".//a:blip").node().attribute("r:embed").value(), "rId2");
}

}  // namespace
