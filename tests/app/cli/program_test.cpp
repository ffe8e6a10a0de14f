// SPDX-License-Identifier: GPL-3.0-or-later
#include <gtest/gtest.h>

#include <fstream>

#include "run_program.h"

using cli_test::runProgram;

namespace {

std::string fileText(const std::filesystem::path& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(Program, EveryCommandExplainsItselfWithAnExample) {
  for (const char* command : {"", "demo", "info", "convert", "measure", "render", "window"}) {
    QStringList arguments{QString::fromLatin1(command), QStringLiteral("--help")};
    if (arguments.first().isEmpty()) arguments.removeFirst();
    const auto outcome = runProgram(arguments);
    EXPECT_EQ(outcome.exit_code, 0) << command << outcome.err;
    EXPECT_NE(outcome.out.find("xample"), std::string::npos) << command << ":\n" << outcome.out;
    EXPECT_NE(outcome.out.find("fengsui " + std::string(command)), std::string::npos) << outcome.out;
  }
}

TEST(Program, WrongUsageIsExitCodeTwo) {
  const QList<QStringList> wrong = {{"convert"},
                                    {"info"},
                                    {"demo"},
                                    {"info", "a", "--nonsense"},
                                    {"render", "--workspace", "w", "--size", "big", "-o", "m.png"},
                                    {"render", "-o", "m.png"},
                                    {"demo", "d", "--scale", "huge"},
                                    {"window", "--theme", "pink"}};
  for (const QStringList& arguments : wrong) {
    const auto outcome = runProgram(arguments);
    EXPECT_EQ(outcome.exit_code, 2) << arguments.join(' ').toStdString();
    EXPECT_FALSE(outcome.err.empty()) << arguments.join(' ').toStdString();
    EXPECT_TRUE(outcome.out.empty()) << outcome.out;
  }
}

TEST(Program, VersionIsTheProjects) {
  const std::string lists = fileText(FENGSUI_SOURCE_DIR "/CMakeLists.txt");
  const std::size_t at = lists.find("VERSION ", lists.find("project("));
  ASSERT_NE(at, std::string::npos);
  const std::string version = lists.substr(at + 8, lists.find(' ', at + 8) - at - 8);
  EXPECT_EQ(runProgram({"--version"}).out, "fengsui " + version + "\n");
}

TEST(Program, WithoutADisplayTheWindowSaysSo) {
  const auto outcome = runProgram({});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("no display"), std::string::npos) << outcome.err;
}

TEST(Program, AMissingWorkspaceIsNamed) {
  const auto outcome = runProgram({"./no-such-city"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("no-such-city was not found"), std::string::npos) << outcome.err;
}

TEST(Program, AMistypedCommandIsWrongUsageAndGetsAHint) {
  const auto outcome = runProgram({"rendr"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("rendr is neither a command nor a folder"), std::string::npos) << outcome.err;
  EXPECT_NE(outcome.err.find("fengsui render"), std::string::npos) << outcome.err;
  EXPECT_EQ(runProgram({"frob"}).err.find("Did you mean"), std::string::npos) << "nothing is like it";
}

TEST(Program, SpeaksChineseUnlessTheSystemSpeaksEnglish) {
  const auto outcome = runProgram({"info", "no-such-file"}, {}, {"LC_ALL=C.UTF-8"});
  EXPECT_EQ(outcome.exit_code, 1);
  EXPECT_NE(outcome.err.find("no-such-file"), std::string::npos);
  EXPECT_EQ(outcome.err.find("was not found"), std::string::npos) << outcome.err;
  EXPECT_NE(runProgram({"info", "no-such-file", "--lang", "en"}, {}, {"LC_ALL=C.UTF-8"}).err.find("was not found"),
            std::string::npos);
}

}  // namespace
