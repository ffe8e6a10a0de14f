// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/office/package.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "gis/office/xml_text.h"
#include "tests/gis/office/package_reader.h"

using namespace gis::office;

namespace {

constexpr auto kXml = "application/xml";

Package smallPackage() {
  Package package;
  package.add("word/document.xml", kXml, "<a/>");
  package.add("word/media/image1.png", "image/png", std::string("\x89PNG\0\1", 6));
  package.relate("", "officeDocument", "word/document.xml");
  EXPECT_EQ(package.relate("word/document.xml", "image", "word/media/image1.png"), "rId1");
  package.describe("雨情 & <灾情>", "值班员", 1'780'000'000'000);
  return package;
}

}  // namespace

TEST(OfficePackage, HoldsItsPartsAndTheirRelations) {
  const auto bytes = smallPackage().bytes();
  ASSERT_TRUE(bytes) << bytes.error().detail;
  const auto parts = tests::readPackage(*bytes);
  EXPECT_EQ(parts.at("word/document.xml"), "<a/>");
  EXPECT_EQ(parts.at("word/media/image1.png"), std::string("\x89PNG\0\1", 6));
  EXPECT_NE(parts.at("word/_rels/document.xml.rels").find("Target=\"/word/media/image1.png\""), std::string::npos);
  EXPECT_NE(parts.at("[Content_Types].xml").find("<Default Extension=\"png\" ContentType=\"image/png\"/>"),
            std::string::npos);
  EXPECT_NE(parts.at("docProps/core.xml").find("雨情 &amp; &lt;灾情&gt;"), std::string::npos);
  EXPECT_NE(parts.at("docProps/core.xml").find("2026-05-28T20:26:40Z"), std::string::npos);
}

TEST(OfficePackage, SameContentGivesSameBytes) {
  EXPECT_EQ(smallPackage().bytes().value(), smallPackage().bytes().value());
}

TEST(OfficePackage, RefusesWhatNobodyCouldOpen) {
  Package twice = smallPackage();
  twice.add("word/document.xml", kXml, "<b/>");
  EXPECT_EQ(twice.bytes().error().subject, "word/document.xml");
  Package dangling = smallPackage();
  dangling.relate("word/document.xml", "styles", "word/styles.xml");
  EXPECT_EQ(dangling.bytes().error().subject, "word/styles.xml");
}

TEST(OfficeXml, KeepsWhatXmlAllowsAndReplacesTheRest) {
  EXPECT_EQ(xmlSafe("雨\t1\n"), "雨\t1\n");
  EXPECT_EQ(xmlSafe(std::string("a\0b\x1f", 4)),
            "a\xef\xbf\xbd"
            "b\xef\xbf\xbd");
  EXPECT_EQ(xmlSafe("\xe9\x9b"), "\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(xmlSafe("\xc0\x80"), "\xef\xbf\xbd\xef\xbf\xbd");
  EXPECT_EQ(xmlEscaped("<\"&'>"), "&lt;&quot;&amp;&apos;&gt;");
}

RC_GTEST_PROP(OfficeXml, AnyBytesCanBeReadBack, (const std::string& bytes)) {
  pugi::xml_document read;
  RC_ASSERT(read.load_string(("<a b=\"" + xmlEscaped(bytes) + "\"/>").c_str()));
  RC_ASSERT(xmlSafe(xmlSafe(bytes)) == xmlSafe(bytes));
}
