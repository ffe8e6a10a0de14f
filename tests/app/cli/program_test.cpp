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
  for (const char* command : {"", "demo", "info", "convert", "measure", "render", "style", "window"}) {
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

TEST(Program, AMistypedCommandIsFoundBehindItsArgumentsToo) {
  const auto outcome = runProgram({"infoo", "roads.shp", "--json"});
  EXPECT_EQ(outcome.exit_code, 2);
  EXPECT_NE(outcome.err.find("fengsui info"), std::string::npos) << outcome.err;
  EXPECT_EQ(outcome.json()["error"]["code"], "wrong_usage") << outcome.out;
  EXPECT_EQ(runProgram({"convert", "--json"}).json()["error"]["code"], "wrong_usage");
}

// Everything CLI11 has to say about a command line is said in the user's language.
TEST(Program, HelpAndComplaintsAreChinese) {
  const QStringList chinese{"LC_ALL=zh_CN.UTF-8"};
  for (const char* command : {"", "demo", "info", "convert", "measure", "render", "style", "window"}) {
    QStringList arguments{QString::fromLatin1(command), QStringLiteral("--help")};
    if (arguments.first().isEmpty()) arguments.removeFirst();
    const std::string help = runProgram(arguments, {}, chinese).out;
    EXPECT_NE(help.find("用法：fengsui"), std::string::npos) << help;
    for (const char* english : {"Usage", "Options", "REQUIRED", "TEXT", "[OPTIONS]", "following"})
      EXPECT_EQ(help.find(english), std::string::npos) << english << " in\n" << help;
    EXPECT_EQ(help.find("--help", help.find("--help") + 6) == std::string::npos, *command != 0) << help;
  }
  const QList<QStringList> wrong = {{"demo"},
                                    {"convert", "--from"},
                                    {"info", "a", "--nonsense"},
                                    {"info", "a", "b"},
                                    {"demo", "d", "--seed", "x"},
                                    {"demo", "d", "--scale", "huge"},
                                    {"demo", "d", "--scale", "city", "--scale", "small"},
                                    {"render", "--workspace", "w", "--size", "big", "-o", "m.png"},
                                    {"render", "-o", "m.png"},
                                    {"render", "--workspace", "w", "--data", "d", "-o", "m.png"}};
  for (const QStringList& arguments : wrong) {
    const auto outcome = runProgram(arguments, {}, chinese);
    EXPECT_EQ(outcome.exit_code, 2);
    for (const char* english : {"required", "expected", "convert:", "missing", "not in", "is no"})
      EXPECT_EQ(outcome.err.find(english), std::string::npos) << outcome.err;
  }
}

}  // namespace
