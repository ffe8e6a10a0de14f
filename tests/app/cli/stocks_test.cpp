// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "run_program.h"

namespace {

using cli_test::runProgram;

// `fengsui stocks` on a copy of the demo.
class StocksCommands : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    std::filesystem::copy(demo.toStdString(), folder.file("w"), std::filesystem::copy_options::recursive);
  }
  cli_test::Outcome run(QStringList arguments) {
    arguments.prepend(QStringLiteral("stocks"));
    arguments << QStringLiteral("--workspace") << QString::fromStdString(folder.file("w").string())
              << QStringLiteral("--json");
    return runProgram(arguments);
  }
  nlohmann::json json(const QStringList& arguments) { return run(arguments).json(); }
  // What a depot has of an item in a state.
  std::int64_t held(const QString& depot, const QString& item, const std::string& state = "usable") {
    std::int64_t sum = 0;
    const auto rows = json({"balance", "--depot", depot, "--item", item});
    for (const auto& row : rows["rows"])
      if (row["state"] == state) sum += row["quantity"].get<std::int64_t>();
    return sum;
  }
  // The depot that has most of an item.
  QString depotWith(const QString& item) {
    const auto rows = json({"balance", "--item", item});
    std::string best;
    std::int64_t most = 0;
    for (const auto& row : rows["rows"])
      if (row["state"] == "usable" && row["quantity"].get<std::int64_t>() > most)
        most = row["quantity"].get<std::int64_t>(), best = row["depot_code"].get<std::string>();
    return QString::fromStdString(best);
  }
  QString moveFile(const QString& text) { return folder.write("move.json", text.toStdString()); }
  cli_test::Folder folder;
  const QString quilt = QStringLiteral("棉被");
};

TEST_F(StocksCommands, BalanceOfNowAndOfADay) {
  const auto now = json({"balance"});
  EXPECT_GT(now["rows"].size(), 200U);
  EXPECT_TRUE(now["at"].is_null());
  const auto then = json({"balance", "--at", "2024-07-01", "--lots"});
  EXPECT_GT(then["rows"].size(), 200U);
  EXPECT_TRUE(then["rows"][0].contains("lot"));
  EXPECT_EQ(json({"balance", "--at", "2020-01-01"})["rows"].size(), 0U) << "before the books began";
  EXPECT_EQ(json({"balance", "--at", "tomorrow"})["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"balance", "--item", "airship"})["error"]["code"], "unknown_name");
  EXPECT_TRUE(json({"audit"})["right"].get<bool>());
}

TEST_F(StocksCommands, PreparingTwiceAddsNothing) {
  json({"prepare"});
  const auto again = json({"prepare"});
  EXPECT_EQ(again["items"], 0);
  EXPECT_EQ(again["depots"], 0);
  EXPECT_EQ(again["levels_of_depots"], 0);
}

TEST_F(StocksCommands, AMovementIsBookedReversedAndRefused) {
  const QString depot = depotWith(quilt);
  ASSERT_FALSE(depot.isEmpty());
  const std::int64_t before = held(depot, quilt);
  ASSERT_GT(before, 30);
  const QString issue = QStringLiteral(R"({"kind":"issue","depot":"%1","lines":[{"item":"棉被","quantity":"%2"}]})");
  const auto booked = json({"move", moveFile(issue.arg(depot, QStringLiteral("2包"))), "--author", "wang"});
  ASSERT_EQ(booked["booked"].size(), 1U) << booked.dump();
  EXPECT_EQ(held(depot, quilt), before - 20);
  const QString number = QString::fromStdString(booked["booked"][0]["uuid"]);
  EXPECT_EQ(json({"reverse", number, "--reason", "mistyped"})["booked"].size(), 1U);
  EXPECT_EQ(held(depot, quilt), before);
  EXPECT_EQ(json({"reverse", number, "--reason", "again"})["error"]["code"], "already_exists");
  const auto refused = json({"move", moveFile(issue.arg(depot, QString::number(before + 1)))});
  EXPECT_EQ(refused["error"]["code"], "not_enough");
  EXPECT_NE(refused["error"]["detail"].get<std::string>().find("left"), std::string::npos);
  EXPECT_EQ(json({"move", moveFile(issue.arg(depot, QStringLiteral("-3")))})["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"move", moveFile(QStringLiteral("no json"))})["error"]["code"], "invalid_argument");
  EXPECT_EQ(held(depot, quilt), before);
  EXPECT_TRUE(json({"audit"})["right"].get<bool>());
}

TEST_F(StocksCommands, AnUnknownKeyIsNamedWithItsPlaceAndNothingIsBooked) {
  const QString depot = depotWith(quilt);
  const std::int64_t before = held(depot, quilt);
  const QString file = moveFile(QStringLiteral(R"({"moves":[
    {"kind":"issue","depot":"%1","lines":[{"item":"棉被","quantity":1}]},
    {"kind":"issue","depot":"%1","lines":[{"item":"棉被","quantity":1,"ower":"x"}]}]})")
                                    .arg(depot));
  const auto refused = run({"move", file, "--lang", "en"});
  EXPECT_EQ(refused.exit_code, 1);
  const auto error = refused.json()["error"];
  EXPECT_EQ(error["code"], "invalid_argument");
  EXPECT_EQ(error["subject"], "ower");
  EXPECT_EQ(error["message"],
            "movement 2 line 1: there is no key “ower”; the keys here are item, quantity, lot, owner, made_on, "
            "expires_on, donor, price_yuan. Nothing was written.");
  const std::string chinese = run({"move", file, "--lang", "zh"}).json()["error"]["message"];
  EXPECT_NE(chinese.find("第 2 笔流水 第 1 行"), std::string::npos) << chinese;
  EXPECT_EQ(held(depot, quilt), before);
  const auto item = json({"item", "set", folder.write("item.json", R"({"code":"10301","wieght_kg":2})")});
  EXPECT_EQ(item["error"]["subject"], "wieght_kg");
  EXPECT_NE(item["error"]["detail"].get<std::string>().find("weight_kg"), std::string::npos);
}

TEST_F(StocksCommands, LevelsNameTheirMethod) {
  const auto levels = json({"levels", "--short"});
  ASSERT_GT(levels["rows"].size(), 0U);
  for (const auto& row : levels["rows"]) {
    EXPECT_GT(row["short"].get<std::int64_t>(), 0);
    EXPECT_GT(row["level"]["method"]["people"].get<std::int64_t>(), 0);
    EXPECT_FALSE(row["level"]["method"]["norm_source"].get<std::string>().empty());
  }
  EXPECT_GT(levels["expiring"].size(), 0U);
  EXPECT_GE(json({"levels", "--days", "365"})["expiring"].size(), levels["expiring"].size());
}

TEST_F(StocksCommands, ASheetGoesOutAndComesIn) {
  for (const char* name : {"out.csv", "out.xlsx"}) {
    const QString file = QString::fromStdString(folder.file(name).string());
    const auto written = json({"export", file});
    ASSERT_GT(written["rows"].get<int>(), 200) << written.dump();
    const auto dry = json({"import", file, "--dry-run"});
    EXPECT_EQ(dry["rows"], written["rows"]) << name;
    EXPECT_EQ(dry["booked"].size(), 0U);
    for (const auto& finding : dry["findings"])
      EXPECT_EQ(finding["problem"], "expired_lot") << finding.dump();  // what somebody forgot in the demo
  }
  const QString depot = depotWith(quilt);
  const std::int64_t before = held(depot, quilt);
  const QString bad = folder.write(
      "bad.csv", "Depot,Item,Quantity\n" + depot.toStdString() + ",棉被,10\n" + depot.toStdString() + ",airship,1\n");
  const auto refused = run({"import", bad, "--kind", "purchase"});
  EXPECT_EQ(refused.exit_code, 3);
  EXPECT_EQ(refused.json()["findings"][0]["problem"], "unknown_item");
  EXPECT_EQ(held(depot, quilt), before) << "nothing half-booked";
  const QString good = folder.write("good.csv", "Depot,Item,Quantity,Unit\n" + depot.toStdString() + ",棉被,1,包\n");
  EXPECT_EQ(json({"import", good, "--kind", "purchase", "--owner", "office"})["booked"].size(), 1U);
  EXPECT_EQ(held(depot, quilt), before + 10);
  EXPECT_EQ(json({"export", QString::fromStdString(folder.file("out.doc").string())})["error"]["code"],
            "invalid_argument");
}

TEST_F(StocksCommands, ARequisitionGoesToItsReceiptWithALoss) {
  const QString depot = depotWith(quilt);
  const std::int64_t before = held(depot, quilt);
  const auto entered =
      json({"requisition", "enter", "--place", "school", "--line", quilt + "=20", "--author", "li", "--unit", "town"});
  ASSERT_EQ(entered["state"], "requested") << entered.dump();
  const QString id = QString::fromStdString(entered["uuid"]);
  const auto step = [&](const QString& name, const QStringList& more = {}) {
    return json(QStringList{"requisition", "advance", id, "--step", name, "--author", "wang"} + more);
  };
  EXPECT_EQ(step("dispatched")["error"]["code"], "invalid_argument");
  EXPECT_EQ(json({"requisition", "advance", id, "--step", "approved", "--author", "li"})["error"]["code"],
            "invalid_argument")
      << "by the one who asked";
  EXPECT_EQ(step("approved")["state"], "approved");
  EXPECT_EQ(step("picked", {"--depot", depot})["state"], "picked");
  EXPECT_EQ(held(depot, quilt, "reserved"), 20);
  EXPECT_EQ(step("dispatched", {"--plate", "D1"})["state"], "dispatched");
  const auto received = step("received", {"--lost", quilt + "=2"});
  EXPECT_EQ(received["state"], "received");
  EXPECT_EQ(received["items"][0]["received"], 18);
  EXPECT_EQ(received["items"][0]["lost"], 2);
  EXPECT_EQ(step("closed")["state"], "closed");
  EXPECT_EQ(held(depot, quilt), before - 20);
  EXPECT_EQ(json({"requisition", "show", id})["events"].size(), 6U);
  EXPECT_GT(json({"requisition", "list"})["requisitions"].size(), 3U);
  EXPECT_TRUE(json({"audit"})["right"].get<bool>());
}

TEST_F(StocksCommands, WhoSendsWhatIsPlannedFromTheLedger) {
  std::int64_t everywhere = 0;
  const auto rows = json({"balance", "--item", quilt});
  for (const auto& row : rows["rows"])
    if (row["state"] == "usable") everywhere += row["quantity"].get<std::int64_t>();
  ASSERT_GT(everywhere, 100);
  // By the item's code; one more than there is anywhere.
  const std::string code = rows["rows"][0]["item_code"];
  const QString wants = folder.write("requests.json", R"([{"id":"A","lon":113.1,"lat":36.2,"item":")" + code +
                                                          R"(","quantity":50},
      {"id":"B","lon":112.9,"lat":36.3,"item":"飞艇","quantity":1}])");
  const auto plan = run({"plan", "--requests", wants});
  EXPECT_EQ(plan.exit_code, 3) << "nobody has an airship";
  const auto planned = plan.json();
  std::int64_t sent = 0;
  for (const auto& answer : planned["requests"])
    if (answer["id"] == "A") sent = answer["sent"].get<std::int64_t>();
  EXPECT_EQ(sent, 50) << planned.dump(1).substr(0, 2000);
  const auto reach = json({"reach", "--item", quilt, "--to", "113.1,36.2", "--hours", "4"});
  EXPECT_EQ(reach["item"], quilt.toStdString());
}

}  // namespace
