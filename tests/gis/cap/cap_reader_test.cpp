// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_reader.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "gis/cap/cap_writer.h"
#include "gis/cap/warning.h"

namespace {

const std::string kHead =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\">"
    "<identifier>14040041600000_20240726023500_1</identifier><sender>cz@weather.cn</sender>"
    "<sent>2024-07-26T02:35:00+08:00</sent><status>Actual</status><msgType>Alert</msgType><scope>Public</scope>";

std::string alert(const std::string& rest) { return kHead + rest + "</alert>"; }

std::string info(const std::string& area) {
  return "<info><language>zh-CN</language><category>Met</category><event>暴雨</event><urgency>Immediate</urgency>"
         "<severity>Extreme</severity><certainty>Observed</certainty><headline>长治市气象台发布暴雨红色预警信号</"
         "headline>"
         "<area><areaDesc>沁源县</areaDesc>" +
         area + "</area></info>";
}

gis::CapProblemKind refusal(std::string_view bytes) {
  const auto read = gis::readCap(bytes);
  EXPECT_FALSE(read) << "was read";
  return read ? gis::CapProblemKind::kOldWord : read.error().kind;
}

TEST(CapReader, ReadsWhatAnOfficerNeeds) {
  const auto read =
      gis::readCap(alert(info("<polygon>36.4,112.2 36.6,112.2 36.6,112.5 36.4,112.2</polygon>"
                              "<circle>36.5,112.33 12.5</circle>"
                              "<geocode><valueName>adcode</valueName><value>140431</value></geocode>")));
  ASSERT_TRUE(read) << gis::capProblemName(read.error().kind) << ' ' << read.error().subject;
  EXPECT_TRUE(read->odd.empty());
  const gis::CapMessage& message = read->message;
  EXPECT_EQ(message.sent_utc_ms, 1721932500000);  // 2024-07-25T18:35:00Z
  const gis::CapArea& area = message.infos.at(0).areas.at(0);
  EXPECT_EQ(area.polygons.at(0).size(), 4u);
  EXPECT_EQ(area.polygons[0][1], (gis::LonLat{112.2, 36.6})) << "latitude comes first in CAP";
  EXPECT_DOUBLE_EQ(area.circles.at(0).radius_m, 12500);
  const gis::Warning12379 warning = gis::warningOf(message);
  EXPECT_EQ(warning.event_code, "11B03") << "from the headline";
  EXPECT_EQ(warning.colour, gis::WarningColour::kRed);
  EXPECT_EQ(warning.division_codes, (std::vector<std::string>{"140431"}));
}

TEST(CapReader, TheHeadlineBeatsTheSeverity) {
  std::string text = alert(info(""));
  text.replace(text.find("Extreme"), 7, "Minor");
  EXPECT_EQ(gis::warningOf(gis::readCap(text)->message).colour, gis::WarningColour::kRed);
}

// The national platform's message: blank for T, colours for severity, metres for radii, codes in a row.
TEST(CapReader, ReadsTheNationalPlatform) {
  const std::string text =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert xmlns=\"http://com.icss.amp\">"
      "<identifier>14040041600000_20240726023500_1</identifier><sender>长治市气象局</sender>"
      "<senderCode>14040041600000</senderCode><sendTime>2024-07-26 02:35:00+08:00</sendTime><status>Actual</status>"
      "<msgType>Update</msgType><scope>Public</scope><references>14040041600000_20240725203500_1</references>"
      "<info><language>zh-CN</language><eventType>11B03</eventType><urgency>Unknown</urgency><severity>Orange</"
      "severity>"
      "<certainty>VeryLikely</certainty><effective>2024-07-26 02:35:00+08:00</effective>"
      "<senderName>长治市气象局</senderName><headline>长治市气象局发布暴雨橙色预警</headline><description>x</"
      "description>"
      "<area><areaDesc>沁源</areaDesc><circle>36.5,112.33 5000</circle><polygon>112.2,36.4 112.2,36.6 "
      "112.5,36.6</polygon>"
      "<geocode>140431,140430</geocode></area></info></alert>";
  const auto read = gis::readCap(text);
  ASSERT_TRUE(read) << read.error().subject;
  EXPECT_EQ(read->message.profile, gis::CapProfile::kChina12379);
  EXPECT_EQ(read->message.sent_utc_ms, 1721932500000);
  const gis::Warning12379 warning = gis::warningOf(read->message);
  EXPECT_EQ(warning.colour, gis::WarningColour::kOrange);
  EXPECT_EQ(warning.division_codes, (std::vector<std::string>{"140431", "140430"}));
  EXPECT_DOUBLE_EQ(warning.circles.at(0).radius_m, 5000);
  EXPECT_EQ(warning.polygons.at(0).at(0), (gis::LonLat{112.2, 36.4})) << "longitude first is turned round in China";
  EXPECT_EQ(warning.references.at(0).identifier, "14040041600000_20240725203500_1");
}

TEST(CapReader, RefusesWhatIsMissing) {
  for (const char* name : {"identifier", "sender", "sent", "status", "msgType", "scope"}) {
    std::string text = alert("");
    const std::string open = std::string("<") + name + ">", close = std::string("</") + name + ">";
    const std::size_t at = text.find(open);
    text.erase(at, text.find(close) + close.size() - at);
    const auto read = gis::readCap(text);
    ASSERT_FALSE(read) << name;
    EXPECT_EQ(read.error().kind, gis::CapProblemKind::kMissing) << name;
    EXPECT_EQ(read.error().subject, name);
  }
}

TEST(CapReader, RefusesWhatCannotBe) {
  std::string text = alert("");
  text.replace(text.find("02:35:00+08:00"), 14, "25:35:00+08:00");
  EXPECT_EQ(refusal(text), gis::CapProblemKind::kBadTime);
  text = alert("");
  text.replace(text.find("Actual"), 6, "Really");
  EXPECT_EQ(refusal(text), gis::CapProblemKind::kBadValue);
  EXPECT_EQ(refusal(alert(info("<polygon>36.4,112.2 36.6</polygon>"))), gis::CapProblemKind::kBadArea);
  EXPECT_EQ(refusal(alert(info("<polygon>36.4,112.2 nan,112.2 36.6,112.5 36.4,112.2</polygon>"))),
            gis::CapProblemKind::kBadArea);
  EXPECT_EQ(refusal(alert(info("<polygon>96.4,192.2 36.6,112.2 36.6,112.5 96.4,192.2</polygon>"))),
            gis::CapProblemKind::kBadArea);
  EXPECT_EQ(refusal(alert(info("<circle>36.5,112.33 -1</circle>"))), gis::CapProblemKind::kBadArea);
  EXPECT_EQ(refusal("<kml><Document/></kml>"), gis::CapProblemKind::kNotCap);
  EXPECT_EQ(refusal(""), gis::CapProblemKind::kNotXml);
  EXPECT_EQ(refusal(kHead), gis::CapProblemKind::kNotXml);
  const auto crossed = gis::readCap("<alert><a></b></alert>");
  ASSERT_FALSE(crossed);
  EXPECT_EQ(crossed.error().subject, "end") << "a word that app/ has a sentence for, not the parser's own";
}

TEST(CapReader, RefusesHostileMarkupUnread) {
  const std::string bomb =
      "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"bbbbbbbb\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;\">]>" +
      kHead.substr(kHead.find("<alert"));
  EXPECT_EQ(refusal(bomb + "&c;</alert>"), gis::CapProblemKind::kForbiddenMarkup);
  EXPECT_EQ(refusal("<?xml version=\"1.0\"?><!DOCTYPE a SYSTEM \"file:///etc/passwd\"><alert/>"),
            gis::CapProblemKind::kForbiddenMarkup);
  EXPECT_TRUE(gis::readCap(alert("<note><![CDATA[<!DOCTYPE is only text here]]></note>")));
  std::string deep = alert("");
  for (int i = 0; i < 100000; ++i) deep += "<a>";
  EXPECT_EQ(refusal(deep), gis::CapProblemKind::kTooDeep);
  EXPECT_EQ(refusal(alert("<note>" + std::string(100 * 1024 * 1024, 'x') + "</note>")), gis::CapProblemKind::kTooLarge);
}

TEST(CapReader, KnowsItsEncodings) {
  std::string bad = alert("<note>x</note>");
  bad[bad.find("<note>") + 6] = '\xff';
  EXPECT_EQ(refusal(bad), gis::CapProblemKind::kEncoding);
  std::string gbk = alert("<note>\xb1\xa9\xd3\xea</note>");  // 暴雨
  gbk.replace(gbk.find("UTF-8"), 5, "GB2312");
  const auto read = gis::readCap(gbk);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->message.note, "暴雨");
  std::string unknown = alert("");
  unknown.replace(unknown.find("UTF-8"), 5, "EBCDIC");
  EXPECT_EQ(refusal(unknown), gis::CapProblemKind::kEncoding);
  const std::string plain = alert("<note>a</note>");
  std::string wide = "\xff\xfe";
  for (const char c : plain) wide += {c, '\0'};
  ASSERT_TRUE(gis::readCap(wide));
  EXPECT_EQ(gis::readCap(wide)->message.note, "a");
}

TEST(CapReader, TellsWhatItMended) {
  std::string text = alert("");
  text.replace(text.find("02:35:00+08:00"), 14, "18:35:00Z");
  const auto read = gis::readCap(text);
  ASSERT_TRUE(read);
  ASSERT_EQ(read->odd.size(), 1u);
  EXPECT_EQ(read->odd[0].kind, gis::CapProblemKind::kUtcAsZ);
}

TEST(CapWriter, WhatIsWrittenIsReadAgain) {
  const auto read = gis::readCap(alert(info("<polygon>36.4,112.2 36.6,112.2 36.6,112.5 36.4,112.2</polygon>")));
  ASSERT_TRUE(read);
  const std::string written = gis::writeCap(gis::capOf(gis::warningOf(read->message)));
  const auto again = gis::readCap(written);
  ASSERT_TRUE(again) << again.error().subject;
  EXPECT_TRUE(again->odd.empty());
  const gis::Warning12379 before = gis::warningOf(read->message), after = gis::warningOf(again->message);
  EXPECT_EQ(before.identifier, after.identifier);
  EXPECT_EQ(before.sent_utc_ms, after.sent_utc_ms);
  EXPECT_EQ(before.colour, after.colour);
  EXPECT_EQ(before.polygons, after.polygons);
  EXPECT_EQ(before.event_code, after.event_code);
}

TEST(CapWriter, APolygonKeepsAHundredVertices) {
  std::vector<gis::LonLat> ring;
  for (int i = 0; i < 5000; ++i)
    ring.push_back({112 + 0.3 * std::cos(i * 6.283185307 / 5000), 36.5 + 0.2 * std::sin(i * 6.283185307 / 5000)});
  ring.push_back(ring.front());
  const auto thinned = gis::thinnedRing(ring, 100);
  EXPECT_LE(thinned.size(), 100u);
  EXPECT_GE(thinned.size(), 40u) << "a circle is not a triangle";
  EXPECT_EQ(thinned.front(), thinned.back());
}

TEST(EventTypes, TheLongestWordWins) {
  EXPECT_EQ(gis::readTitle("长治市气象台发布雷雨大风黄色预警信号").type->code, "11B20");
  EXPECT_EQ(gis::readTitle("长治市气象台发布大风蓝色预警信号").type->code, "11B06");
  EXPECT_EQ(gis::readTitle("由暴雨橙色预警升级为暴雨红色预警").colour, gis::WarningColour::kRed);
  EXPECT_TRUE(gis::readTitle("长治市气象台解除暴雨红色预警信号").cancels);
  EXPECT_EQ(gis::readTitle("天气很好").type, nullptr);
}

TEST(EventTypes, CodesOfFeeds) {
  // Each is a form read in public programs: type and colour 01 blue .. 04 red; the map service counts 1 red .. 4 blue.
  EXPECT_EQ(gis::readFeedCode("11B0304")->type->code, "11B03");
  EXPECT_EQ(gis::readFeedCode("11B0304")->colour, gis::WarningColour::kRed);
  EXPECT_EQ(gis::readFeedCode("p0002001")->type->code, "11B03");
  EXPECT_EQ(gis::readFeedCode("p0002001")->colour, gis::WarningColour::kRed);
  EXPECT_EQ(gis::readFeedCode("0202")->type->code, "11B03");
  EXPECT_EQ(gis::readFeedCode("0202")->colour, gis::WarningColour::kYellow);
  EXPECT_FALSE(gis::readFeedCode("p9999001"));
  EXPECT_FALSE(gis::readFeedCode(""));
}

TEST(CapCorpus, EveryPublishedAlertIsReadOrRefusedWithAReason) {
  const std::filesystem::path folder =
      std::filesystem::path(FENGSUI_SOURCE_DIR) / ".." / "shared" / "verify" / "cap" / "alerts";
  if (!std::filesystem::is_directory(folder)) GTEST_SKIP() << "no ../shared/verify/cap beside the tree";
  int read_count = 0, refused = 0;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream file(entry.path(), std::ios::binary);
    std::stringstream bytes;
    bytes << file.rdbuf();
    const auto read = gis::readCap(bytes.str());
    if (read) {
      ++read_count;
      EXPECT_FALSE(read->message.identifier.empty()) << entry.path();
      // And once more from what we write.
      const auto again = gis::readCap(gis::writeCap(read->message));
      ASSERT_TRUE(again) << entry.path() << ' ' << again.error().subject << ' ' << again.error().value;
      EXPECT_EQ(again->message.infos.size(), read->message.infos.size()) << entry.path();
    } else {
      ++refused;
      EXPECT_FALSE(read.error().subject.empty()) << entry.path();
      std::cout << entry.path().filename() << ": " << gis::capProblemName(read.error().kind) << ' '
                << read.error().subject << ' ' << read.error().value << '\n';
    }
  }
  EXPECT_EQ(read_count + refused, 85);
  EXPECT_GE(read_count, 78);
}

}  // namespace
