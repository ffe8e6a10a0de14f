// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <fstream>

#include "gis/channels/dispatcher.h"
#include "gis/channels/drop_folder_line.h"
#include "gis/channels/gammu_line.h"
#include "gis/channels/line_config.h"
#include "gis/channels/sms_text.h"
#include "tests/gis/callout/callout_world.h"
#include "tests/gis/store/store_test_support.h"

namespace {

namespace fs = std::filesystem;
using tests::CalloutWorld;

TEST(SmsText, PartsOfUcs2) {
  EXPECT_EQ(gis::smsParts(""), 0);
  EXPECT_EQ(gis::smsParts("1"), 1);
  std::string text;
  for (int i = 0; i < 70; ++i) text += "雨";
  EXPECT_EQ(gis::smsParts(text), 1);
  EXPECT_EQ(gis::smsParts(text + "雨"), 2);
  for (int i = 70; i < 134; ++i) text += "雨";
  EXPECT_EQ(gis::smsParts(text), 2);
  EXPECT_EQ(gis::smsParts(text + "雨"), 3);
  // Beyond the basic plane a character is two units.
  std::string rare;
  for (int i = 0; i < 36; ++i) rare += "𠮷";
  EXPECT_EQ(gis::smsParts(rare), 2);
}

TEST(SmsText, Replies) {
  const auto reply = [](const char* text) { return gis::smsReply(text); };
  EXPECT_EQ(reply("1").kind, gis::ReceiptKind::kConfirmed);
  EXPECT_EQ(reply(" 1\r\n").kind, gis::ReceiptKind::kConfirmed);
  EXPECT_EQ(reply("１").kind, gis::ReceiptKind::kConfirmed);
  EXPECT_EQ(reply("0").kind, gis::ReceiptKind::kCannotServe);
  EXPECT_EQ(reply("1 23").kind, gis::ReceiptKind::kMoved);
  EXPECT_EQ(reply("1 23").number, 23);
  EXPECT_EQ(reply("1，２３人").number, 23);
  EXPECT_EQ(reply("收到，马上去").kind, gis::ReceiptKind::kConfirmed);
  EXPECT_EQ(reply("收到，马上去").text, "收到，马上去");
  // Nothing is guessed.
  for (const char* text : {"123", "2", "11", "1 23 45", "1人", "没收到", "不能确认", "0 5", "01", "", "1 99999999"})
    EXPECT_EQ(reply(text).kind, gis::ReceiptKind::kNote) << text;
}

RC_GTEST_PROP(SmsText, AnyBytesAreReadAndComeBackFromUtf16, ()) {
  const auto bytes = *rc::gen::container<std::string>(rc::gen::arbitrary<char>());
  gis::smsReply(bytes);
  RC_ASSERT(gis::smsParts(bytes) >= 0);
  const std::string clean =
      gis::smsFileText(bytes.starts_with("\xFE\xFF") || bytes.starts_with("\xFF\xFE") ? "x" + bytes : bytes);
  RC_ASSERT(gis::smsFileText(gis::utf16File(clean)) == clean);
}

TEST(SmsText, BareNumbers) {
  EXPECT_EQ(gis::bareNumber("+86 138-0000-0001"), "13800000001");
  EXPECT_EQ(gis::bareNumber("008613800000001"), "13800000001");
  EXPECT_EQ(gis::bareNumber("03552025555"), "03552025555");
  EXPECT_EQ(gis::bareNumber("86100"), "86100");
}

class Lines : public ::testing::Test {
 protected:
  fs::path at(const std::string& name) const { return folder / name; }
  void put(const fs::path& file, const std::string& bytes) const { std::ofstream(file, std::ios::binary) << bytes; }
  std::unique_ptr<gis::ChannelLine> modem(const std::string& name) {
    gis::GammuSpool spool;
    spool.name = name;
    spool.outbox = at(name + "/outbox");
    spool.inbox = at(name + "/inbox");
    spool.sent = at(name + "/sent");
    spool.error = at(name + "/error");
    return gis::makeGammuLine(spool);
  }
  static std::vector<fs::path> filesIn(const fs::path& where) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(where))
      if (entry.is_regular_file()) files.push_back(entry.path());
    return files;
  }
  // What gammu-smsd does: everything in the outbox is sent.
  void sendAll(const std::string& name) const {
    for (const fs::path& file : filesIn(at(name + "/outbox"))) fs::rename(file, at(name + "/sent") / file.filename());
  }
  gis::TemporaryFolder folder;
  CalloutWorld w;
  std::vector<std::unique_ptr<gis::ChannelLine>> lines;
};

TEST_F(Lines, AMessageGoesOutAndItsAnswerConfirms) {
  const int a = w.target("a", true, true, "13800000001");
  w.snapshot().targets[0].text = "暴雨红色预警";
  auto& engine = w.start();
  lines.push_back(modem("sms-1"));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  EXPECT_EQ(*dispatcher.round(w.time(1)), 1);
  const auto out = filesIn(at("sms-1/outbox"));
  ASSERT_EQ(out.size(), 1U);
  EXPECT_NE(out.front().filename().string().find("_13800000001_"), std::string::npos);
  std::ifstream in(out.front(), std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  EXPECT_EQ(gis::smsFileText(bytes), "暴雨红色预警");
  sendAll("sms-1");
  ASSERT_TRUE(dispatcher.round(w.time(3)));
  EXPECT_EQ(w.at(a).reach, gis::Reach::kDelivered);
  // An answer of two parts from +86.
  put(at("sms-1/inbox/IN20240726_023600_00_+8613800000001_00.txt"), gis::utf16File("1 "));
  put(at("sms-1/inbox/IN20240726_023600_00_+8613800000001_01.txt"), gis::utf16File("23"));
  ASSERT_TRUE(dispatcher.round(w.time(20)));
  EXPECT_TRUE(w.at(a).confirmed());
  EXPECT_EQ(w.at(a).moved_people, 23);
  // Read once: the same answer is not heard again.
  ASSERT_TRUE(dispatcher.round(w.time(21)));
  EXPECT_EQ(w.count(gis::EventKind::kMoved), 1);
}

TEST_F(Lines, AnAnswerFromNobodyIsKeptWithoutItsNumber) {
  w.target("a");
  auto& engine = w.start();
  lines.push_back(modem("sms-1"));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  put(at("sms-1/inbox/IN20240726_023600_00_+8613999999999_00.txt"), gis::utf16File("水进村了"));
  ASSERT_TRUE(dispatcher.round(w.time(2)));
  EXPECT_EQ(w.count(gis::EventKind::kUnknownReply), 1);
  for (const gis::CalloutEvent& event : w.log().events()) {
    EXPECT_EQ(event.text.find("13999999999"), std::string::npos);
    EXPECT_EQ(event.attempt.find("1370000"), std::string::npos) << "no number in the log";
  }
}

TEST_F(Lines, ADeadModemsQueueMovesToAnother) {
  for (int i = 0; i < 5; ++i) w.target("p" + std::to_string(i));
  auto& engine = w.start();
  lines.push_back(modem("sms-1"));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  EXPECT_EQ(*dispatcher.round(w.time(1)), 5);
  EXPECT_EQ(filesIn(at("sms-1/outbox")).size(), 5U);
  lines.push_back(modem("sms-2"));
  ASSERT_TRUE(dispatcher.round(w.time(95)));
  EXPECT_FALSE(dispatcher.states(w.time(95)).lines[0].is_up);
  EXPECT_EQ(filesIn(at("sms-1/outbox")).size(), 0U);
  EXPECT_EQ(filesIn(at("sms-2/outbox")).size(), 5U);
  EXPECT_EQ(w.count(gis::EventKind::kFailed), 0) << "the attempts go on";
}

TEST_F(Lines, WithoutAnotherTheLadderGoesOn) {
  const int a = w.target("a");
  auto& engine = w.start();
  lines.push_back(modem("sms-1"));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(dispatcher.round(w.time(1)));
  ASSERT_TRUE(dispatcher.round(w.time(95)));
  EXPECT_EQ(w.count(gis::EventKind::kFailed, a), 1);
}

TEST_F(Lines, WhoConfirmedElsewhereIsNotSentAMessage) {
  const int a = w.target("a");
  auto& engine = w.start();
  lines.push_back(modem("sms-1"));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  ASSERT_TRUE(dispatcher.round(w.time(1)));
  w.hand(a, gis::Channel::kVoice, 2);
  w.say(a, gis::Channel::kVoice, gis::ReceiptKind::kConfirmed, 30);
  ASSERT_TRUE(dispatcher.round(w.time(30.1)));
  EXPECT_EQ(filesIn(at("sms-1/outbox")).size(), 0U);
}

TEST_F(Lines, TheGatewaysFolder) {
  const int a = w.target("a", true, true, "13800000001");
  w.ladder().steps[0].channels = {gis::Channel::kGateway};
  w.snapshot().plan.ladders[0] = w.ladder();
  auto& engine = w.start();
  lines.push_back(gis::makeDropFolderLine({"gateway-1", gis::Channel::kGateway, at("gw"), 10, false}));
  gis::Dispatcher dispatcher("0190-callout", engine, lines);
  EXPECT_EQ(*dispatcher.round(w.time(1)), 1);
  const auto out = filesIn(at("gw/out"));
  ASSERT_EQ(out.size(), 1U);
  const std::string id = w.attempt(a, gis::Channel::kGateway);
  put(at("gw/in/1.json"), R"({"attempt":")" + id + R"(","result":"heard"})");
  put(at("gw/in/2.json"), R"({"attempt":")" + id + R"(","result":"confirmed"})");
  put(at("gw/in/3.json"), R"({"result":"confirmed"})");
  put(at("gw/in/4.json"), "not json");
  ASSERT_TRUE(dispatcher.round(w.time(9)));
  EXPECT_TRUE(w.at(a).confirmed());
  EXPECT_EQ(filesIn(at("gw/in/done")).size(), 2U);
  EXPECT_EQ(filesIn(at("gw/in/refused")).size(), 2U);
}

TEST_F(Lines, StatesAreReadAsTheyWereWritten) {
  lines.push_back(modem("sms-1"));
  auto& engine = w.start();
  const gis::Dispatcher dispatcher("0190-callout", engine, lines);
  auto states = dispatcher.states(w.time(5));
  const gis::LineTrouble trouble{gis::LineTrouble::Kind::kSilent, 300, false};
  states.lines.at(0).trouble = trouble;
  ASSERT_TRUE(gis::writeLineStates(at("ws"), states));
  const auto read = gis::readLineStates(at("ws"));
  ASSERT_EQ(read.lines.size(), 1U);
  EXPECT_EQ(read.lines[0].name, "sms-1");
  EXPECT_EQ(read.lines[0].trouble, trouble);
  EXPECT_TRUE(read.alive(w.time(9)));
  EXPECT_FALSE(read.alive(w.time(16))) << "who says nothing serves nothing";
  EXPECT_TRUE(read.hasLine(w.time(9))[static_cast<std::size_t>(gis::Channel::kSms)]);
  EXPECT_FALSE(read.hasLine(w.time(16))[static_cast<std::size_t>(gis::Channel::kSms)]);
  EXPECT_EQ(gis::readLineStates(at("nowhere")).lines.size(), 0U);
}

TEST_F(Lines, ConfigurationsSayWhatIsWrong) {
  const auto problem = [&](const char* json) {
    const auto made = gis::makeLines(json, folder.path());
    return made ? std::string() : made.error().detail;
  };
  EXPECT_EQ(problem(R"({"lines":[{"kind":"folder","name":"g","folder":"gw"}]})"), "");
  EXPECT_NE(problem("[]"), "");
  EXPECT_EQ(problem(R"({"lines":[{"kind":"folder","name":"g"}]})"), "lines[0]: folder is missing");
  EXPECT_NE(problem(R"({"lines":[{"kind":"pigeon","name":"g"}]})"), "");
  EXPECT_NE(
      problem(R"({"lines":[{"kind":"folder","name":"g","folder":"a"},{"kind":"folder","name":"g","folder":"b"}]})"),
      "");
  EXPECT_NE(problem(R"({"lines":[{"kind":"sip","name":"v","to":"sip:1@x"}]})"), "") << "no place for the number";
}

}  // namespace
