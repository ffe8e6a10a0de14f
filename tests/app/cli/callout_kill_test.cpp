// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <QDateTime>
#include <QElapsedTimer>
#include <QProcess>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>

#include "gis/callout/audit.h"
#include "gis/callout/callout_run.h"
#include "gis/channels/line_state.h"
#include "gis/core/random.h"
#include "run_program.h"

namespace {

namespace fs = std::filesystem;
using cli_test::runProgram;

// The program that serves the lines is killed at random moments of a call-out, while a gateway that answers goes on.
// Afterwards nobody was skipped, nobody was sent the same step, try and channel twice, and the log is whole.
// FENGSUI_KILLS sets how many moments.
class CalloutKill : public ::testing::Test {
 protected:
  void SetUp() override {
    const QString demo = cli_test::demoWorkspace();
    ASSERT_FALSE(demo.isEmpty());
    fs::copy(demo.toStdString(), city, fs::copy_options::recursive);
    std::ofstream(city / "channels.json")
        << R"({"lines":[{"kind":"folder","name":"v","channel":"voice","folder":"v","capacity":8},)"
        << R"({"kind":"folder","name":"s","channel":"sms","folder":"s","capacity":50}]})";
    for (const char* line : {"v", "s"})
      for (const char* sub : {"out", "in"}) fs::create_directories(city / line / sub);
    const QString rain =
        folder.write("rain.xml",
                     "<?xml version=\"1.0\" encoding=\"UTF-8\"?><alert "
                     "xmlns=\"urn:oasis:names:tc:emergency:cap:1.2\"><identifier>rain-1</identifier>"
                     "<sender>cz</sender><sent>2024-07-26T02:35:00+08:00</sent><status>Actual</status>"
                     "<msgType>Alert</msgType><scope>Public</scope><info><language>zh-CN</language>"
                     "<category>Met</category><event>暴雨</event><urgency>Immediate</urgency>"
                     "<severity>Extreme</severity><certainty>Observed</certainty>"
                     "<headline>长治市气象台发布暴雨红色预警信号</headline><area><areaDesc>x</areaDesc>"
                     "<geocode><valueName>adcode</valueName><value>140431</value></geocode></area>"
                     "</info></alert>");
    ASSERT_EQ(runProgram({"warning", "add", rain, "--workspace", path()}).exit_code, 0);
    ASSERT_EQ(runProgram({"callout", "start", "--workspace", path(), "--warning", "rain-1"}).exit_code, 0);
  }
  QString path() const { return QString::fromStdString(city.string()); }
  // What a gateway does: takes what lies there, and answers three in four of the calls. `most` in one turn.
  void answerSome(int most) {
    for (const char* line : {"v", "s"}) {
      int taken = 0;
      std::error_code ec;
      for (fs::directory_iterator at(city / line / "out", ec), end; !ec && at != end && taken < most;
           at.increment(ec)) {
        if (at->path().extension() != ".json") continue;
        const std::string name = at->path().stem().string();
        const std::string attempt = name.substr(name.find('-') + 1);
        fs::remove(at->path(), ec);
        ++taken;
        if (!m_called.insert(std::string(line) + name).second) ++m_twice;
        const bool confirms = m_random.chance(line == std::string("v") ? 0.5 : 0.1);
        const std::string result = confirms ? "confirmed" : "failed";
        const fs::path answer = city / line / "in" / (name + ".json");
        std::ofstream(answer.string() + ".part")
            << R"({"attempt":")" << attempt << R"(","result":")" << result << R"("})";
        fs::rename(answer.string() + ".part", answer, ec);
      }
    }
  }
  cli_test::Folder folder;
  fs::path city = folder.file("city");
  gis::Random m_random{23};
  std::set<std::string> m_called;
  int m_twice = 0;
};

TEST_F(CalloutKill, NobodyIsSkippedAndNobodyIsCalledTwice) {
  const int moments = qEnvironmentVariableIsSet("FENGSUI_KILLS") ? qEnvironmentVariableIntValue("FENGSUI_KILLS") : 6;
  qint64 longest_ms = 0;
  for (int moment = 0; moment < moments; ++moment) {
    QProcess process;
    QElapsedTimer clock;
    clock.start();
    const std::int64_t begun = QDateTime::currentMSecsSinceEpoch();
    process.start(QStringLiteral(FENGSUI_BINARY_DIR "/app/fengsui"),
                  {QStringLiteral("serve-channels"), QStringLiteral("--workspace"), path()});
    // It serves as soon as it says so.
    while (gis::readLineStates(city).at_utc_ms < begun && clock.elapsed() < 30'000) process.waitForFinished(5);
    ASSERT_LT(clock.elapsed(), 30'000);
    longest_ms = std::max(longest_ms, clock.elapsed());
    const qint64 until = clock.elapsed() + static_cast<qint64>(m_random.uniform(20, 900));
    while (clock.elapsed() < until) {
      answerSome(3);
      process.waitForFinished(20);
    }
    process.kill();
    process.waitForFinished();
    const auto audit = runProgram({"callout", "audit", "--workspace", path(), "--json"}).json();
    for (const auto& finding : audit["findings"])
      EXPECT_EQ(finding["kind"], "timer_not_acted") << "killed at moment " << moment << ": " << finding.dump();
  }
  EXPECT_EQ(m_twice, 0);
  const auto run = gis::CalloutRun::open(city);
  ASSERT_TRUE(run.has_value());
  const gis::CalloutState& state = (*run)->state();
  int confirmed = 0;
  std::set<std::string> attempts;
  for (const gis::CalloutAttempt& attempt : state.attempts()) EXPECT_TRUE(attempts.insert(attempt.id).second);
  for (const gis::TargetState& target : state.targets()) {
    confirmed += target.confirmed();
    EXPECT_GE(target.step, 0) << "skipped";
  }
  EXPECT_GT(confirmed, 0);
  std::cout << moments << " kills, " << state.lastSeq() << " entries, " << m_called.size() << " calls and messages, "
            << confirmed << " confirmed; serving again after at most " << longest_ms << " ms\n";
}

}  // namespace
