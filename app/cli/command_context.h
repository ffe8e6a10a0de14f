// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <QCoreApplication>
#include <nlohmann/json.hpp>
#include <string>

#include "app/cli/command_line.h"
#include "gis/core/error.h"

namespace app {

enum class OutputForm { kText, kJson };

constexpr int kExitDone = 0;
constexpr int kExitFailed = 1;
constexpr int kExitUsage = 2;
constexpr int kExitUndecided = 3;  // an import with open questions

// What all commands share: streams, the language and how they end. Lives as long as the command runs.
class CommandContext {
 public:
  explicit CommandContext(const Streams& streams) : m_streams(streams) {}

  std::istream& in() const { return m_streams.in; }
  std::ostream& out() const { return m_streams.out; }
  std::ostream& err() const { return m_streams.err; }
  OutputForm form() const { return m_json ? OutputForm::kJson : OutputForm::kText; }

  // Prints a JSON document and a line feed; bytes that are not UTF-8 become U+FFFD.
  void print(const nlohmann::ordered_json& document) const;
  // Tells the failure: one sentence on err, and {"error": ...} on out with --json. Yields kExitFailed.
  int fail(const gis::Error& error) const;
  // A sentence of our own on err.
  void tell(const QString& sentence) const;

  // Bound to --json and the like while the command line is read.
  bool m_json = false;
  std::string m_language = "zh";
  int exit_code = kExitDone;

 private:
  Streams m_streams;
};

// {"code", "subject", "message", "detail"} of an error; {"code", "subject", "message"} of a warning.
nlohmann::ordered_json errorJson(const gis::Error& error);
nlohmann::ordered_json warningJson(const gis::Warning& warning);

// A translated UTF-8 text for CLI11, context "CommandLine".
std::string cliText(const char* english);

// Every command adds itself with its options and a callback that sets context.exit_code.
void addDemoCommand(CLI::App& program, CommandContext& context);
void addInfoCommand(CLI::App& program, CommandContext& context);
void addConvertCommand(CLI::App& program, CommandContext& context);
void addMeasureCommand(CLI::App& program, CommandContext& context);
void addRenderCommand(CLI::App& program, CommandContext& context);
void addBenchCommand(CLI::App& program, CommandContext& context);
void addStyleCommand(CLI::App& program, CommandContext& context);
void addEditCommand(CLI::App& program, CommandContext& context);
void addHistoryCommand(CLI::App& program, CommandContext& context);
void addFieldCommand(CLI::App& program, CommandContext& context);
void addPlotCommand(CLI::App& program, CommandContext& context);
void addBackupCommands(CLI::App& program, CommandContext& context);  // backup, verify, restore
void addTableCommand(CLI::App& program, CommandContext& context);
void addSearchCommand(CLI::App& program, CommandContext& context);
void addImportCommand(CLI::App& program, CommandContext& context);
void addCheckCommand(CLI::App& program, CommandContext& context);
void addWarningCommand(CLI::App& program, CommandContext& context);
void addCalloutCommand(CLI::App& program, CommandContext& context);
void addExposureCommand(CLI::App& program, CommandContext& context);
void addQuakeCommand(CLI::App& program, CommandContext& context);
void addFaultsCommand(CLI::App& program, CommandContext& context);
void addRiskCommand(CLI::App& program, CommandContext& context);
void addGeologyCommand(CLI::App& program, CommandContext& context);
void addDangerCommand(CLI::App& program, CommandContext& context);
void addRouteCommand(CLI::App& program, CommandContext& context);
void addFireCommand(CLI::App& program, CommandContext& context);  // fire, fwi
void addCatchmentCommand(CLI::App& program, CommandContext& context);
void addFloodCommand(CLI::App& program, CommandContext& context);
void addStocksCommand(CLI::App& program, CommandContext& context);
void addJournalCommand(CLI::App& program, CommandContext& context);
void addEvacuateCommand(CLI::App& program, CommandContext& context);
void addTeamCommand(CLI::App& program, CommandContext& context);
void addIncidentCommand(CLI::App& program, CommandContext& context);
void addBriefCommand(CLI::App& program, CommandContext& context);
void addAtlasCommand(CLI::App& program, CommandContext& context);
void addDrillCommand(CLI::App& program, CommandContext& context);
void addTimelineCommand(CLI::App& program, CommandContext& context);
void addWallCommand(CLI::App& program, CommandContext& context);

// Adds --json and --lang, which every command has.
void addCommonOptions(CLI::App& command, CommandContext& context);

}  // namespace app
