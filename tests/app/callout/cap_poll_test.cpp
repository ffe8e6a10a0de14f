// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/callout/cap_poll.h"

#include <gtest/gtest.h>

#include <QTest>

#include "app/jobs/job_pools.h"
#include "gis/cap/warning_store.h"
#include "tests/app/callout/web_server.h"
#include "tests/gis/store/store_test_support.h"

namespace {

constexpr int kAnswerMs = 30'000;

QByteArray alertOf(const QByteArray& identifier) {
  return "<alert xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>" + identifier +
         "</identifier><sender>cz</sender><sent>2026-07-26T02:35:00+08:00</sent><status>Actual</status>"
         "<msgType>Alert</msgType><scope>Public</scope><info><category>Met</category><event>rain</event>"
         "<urgency>Immediate</urgency><severity>Extreme</severity><certainty>Observed</certainty>"
         "<area><areaDesc>x</areaDesc></area></info></alert>";
}

QByteArray feedOf(const QStringList& links) {
  QByteArray feed = "<feed xmlns=\"http://www.w3.org/2005/Atom\">";
  for (const QString& link : links) feed += "<entry><link href=\"" + link.toUtf8() + "\"/></entry>";
  return feed + "</feed>";
}

class CapAddress : public ::testing::Test {
 protected:
  CapAddress() {
    EXPECT_TRUE(gis::Workspace::create(city / "city", gis::kMayDay).has_value());
    QObject::connect(&poll, &app::CapPoll::arrived, [this](int count, const std::string&) { arrived += count; });
  }
  bool done() const {
    return QTest::qWaitFor([&] { return !poll.busy(); }, kAnswerMs);
  }
  void begin(const QUrl& address) {
    poll.setAddress(city / "city", address);
    ASSERT_TRUE(done());
  }
  void again() {
    poll.ask();
    ASSERT_TRUE(done());
  }
  std::size_t kept() const {
    const auto workspace = gis::Workspace::open(city / "city", gis::OpenMode::kRead);
    EXPECT_TRUE(workspace.has_value());
    const auto all = gis::WarningStore(workspace->db()).all();
    EXPECT_TRUE(all.has_value());
    return all->size();
  }
  gis::TemporaryFolder city;
  app::JobPools pools;
  tests::WebServer server;
  app::CapPoll poll{pools};
  int arrived = 0;
};

TEST_F(CapAddress, NobodyIsAskedUntilAnOfficerSaysWhom) {
  EXPECT_EQ(poll.text(), QString());
  poll.ask();
  EXPECT_FALSE(poll.busy());
  begin(QUrl(QStringLiteral("ftp://127.0.0.1/a.xml")));
  EXPECT_EQ(poll.text(), QString());
}

TEST_F(CapAddress, AFeedBringsItsNewWarningsFromItsOwnHost) {
  server.pages[QStringLiteral("/feed")] =
      feedOf({QStringLiteral("/a.xml"), QStringLiteral("b.cap"), QStringLiteral("/broken.xml"),
              QStringLiteral("/missing.xml"), QStringLiteral("http://localhost:1/c.xml")});
  server.pages[QStringLiteral("/a.xml")] = alertOf("a");
  server.pages[QStringLiteral("/b.cap")] = alertOf("b");
  server.pages[QStringLiteral("/broken.xml")] = "<alert/>";
  begin(server.url(QStringLiteral("/feed")));
  EXPECT_EQ(arrived, 2);
  EXPECT_EQ(kept(), 2U);
  EXPECT_TRUE(poll.text().contains(QStringLiteral("2 new, 2 not readable"))) << poll.text().toStdString();
  server.asked.clear();
  again();
  EXPECT_EQ(server.asked, (QStringList{QStringLiteral("/feed"), QStringLiteral("/missing.xml")}));
  EXPECT_EQ(arrived, 2);
  // After a start of the program everything is fetched once more, and nothing of it is new.
  app::CapPoll later(pools);
  QObject::connect(&later, &app::CapPoll::arrived, [this](int count, const std::string&) { arrived += count; });
  later.setAddress(city / "city", server.url(QStringLiteral("/feed")));
  ASSERT_TRUE(QTest::qWaitFor([&] { return !later.busy(); }, kAnswerMs));
  EXPECT_EQ(arrived, 2);
  EXPECT_EQ(kept(), 2U);
}

TEST_F(CapAddress, AWarningItself) {
  server.pages[QStringLiteral("/now")] = alertOf("a");
  begin(server.url(QStringLiteral("/now")));
  again();
  EXPECT_EQ(arrived, 1);
  server.pages[QStringLiteral("/now")] = alertOf("b");
  again();
  EXPECT_EQ(arrived, 2);
  EXPECT_EQ(kept(), 2U);
}

TEST_F(CapAddress, AtMostFiftyNewOnesARound) {
  QStringList links;
  for (int i = 0; i < 60; ++i) {
    links << QStringLiteral("/%1.xml").arg(i);
    server.pages[links.back()] = alertOf("w" + QByteArray::number(i));
  }
  server.pages[QStringLiteral("/feed")] = feedOf(links);
  begin(server.url(QStringLiteral("/feed")));
  EXPECT_EQ(arrived, 50);
  again();
  EXPECT_EQ(arrived, 60);
}

TEST_F(CapAddress, TroubleIsOneLine) {
  server.pages[QStringLiteral("/page")] = "hello";
  server.pages[QStringLiteral("/large")] = QByteArray(3 * 1024 * 1024, ' ');
  const auto textOf = [&](const QUrl& address) {
    poll.setAddress(city / "city", address);
    EXPECT_TRUE(done());
    return poll.text();
  };
  EXPECT_TRUE(
      textOf(server.url(QStringLiteral("/page"))).endsWith(QStringLiteral("neither a warning nor a list of warnings")));
  EXPECT_TRUE(textOf(server.url(QStringLiteral("/large"))).endsWith(QStringLiteral("the answer is too large")));
  EXPECT_TRUE(textOf(server.url(QStringLiteral("/nowhere"))).endsWith(QStringLiteral("it answers 404")));
  const QUrl address = server.url(QStringLiteral("/feed"));
  server.close();
  EXPECT_TRUE(textOf(address).endsWith(QStringLiteral("no answer"))) << poll.text().toStdString();
  EXPECT_EQ(arrived, 0);
}

}  // namespace
