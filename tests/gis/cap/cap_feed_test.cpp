// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/cap/cap_feed.h"

#include <gtest/gtest.h>

namespace {

std::vector<std::string> hrefsOf(const std::string& xml) {
  const auto links = gis::readCapFeed(xml);
  EXPECT_TRUE(links.has_value());
  std::vector<std::string> hrefs;
  if (links)
    for (const gis::CapLink& link : *links) hrefs.push_back(link.href);
  return hrefs;
}
using Hrefs = std::vector<std::string>;

TEST(CapFeed, AtomEntriesPointToWarnings) {
  const auto links = gis::readCapFeed(
      R"(<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="http://h/feed.xml"/>
         <link href="http://h/other.xml"/>
         <entry><updated> 2026-07-26T02:35:00Z </updated><link type="application/cap+xml" href="a?id=7&amp;x=1"/>
                <link rel="alternate" type="text/html" href="a.html"/></entry>
         <entry><link href="http://h/b.CAP"/><link href="http://h/b.CAP"/></entry></feed>)");
  ASSERT_TRUE(links.has_value());
  EXPECT_EQ(*links, (std::vector<gis::CapLink>{{"a?id=7&x=1", "2026-07-26T02:35:00Z"}, {"http://h/b.CAP", ""}}));
}

TEST(CapFeed, RssItemsAndPlainLists) {
  EXPECT_EQ(
      hrefsOf("<rss><channel><link>http://h/all.xml</link><item><link>\n http://h/a.xml </link><pubDate>1</pubDate>"
              "</item><item><enclosure url=\"b\" type=\"application/cap+xml\"/></item></channel></rss>"),
      (Hrefs{"http://h/a.xml", "b"}));
  EXPECT_EQ(hrefsOf("<list><link>a.xml?x=1</link><link href='b.cap'/><link>c.html</link></list>"),
            (Hrefs{"a.xml?x=1", "b.cap"}));
  EXPECT_EQ(hrefsOf("<html/>"), Hrefs{});
}

TEST(CapFeed, AnAlertAndHostileXmlAreProblems) {
  EXPECT_EQ(gis::readCapFeed("<alert/>").error().kind, gis::CapProblemKind::kNotCap);
  EXPECT_EQ(gis::readCapFeed("<!DOCTYPE rss><rss/>").error().kind, gis::CapProblemKind::kForbiddenMarkup);
  EXPECT_FALSE(gis::readCapFeed("").has_value());
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += "<a>";
  for (int i = 0; i < 10'000; ++i) deep += "</a>";
  EXPECT_EQ(gis::readCapFeed(deep).error().kind, gis::CapProblemKind::kTooDeep);
}

}  // namespace
