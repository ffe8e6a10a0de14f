// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string_view>

#include "app/cli/command_context.h"

namespace app {

void addReportCommand(CLI::App& program, CommandContext& context);
void addServeChannelsCommand(CLI::App& program, CommandContext& context);

// Every word that `fengsui` takes as a command but "window", and what adds it; one command may bring several words.
struct CommandWord {
  std::string_view word;
  void (*add)(CLI::App& program, CommandContext& context) = nullptr;  // null: another word's function adds it
};

// clang-format off
inline constexpr CommandWord kCommandWords[] = {
    {"demo", addDemoCommand},
    {"info", addInfoCommand},
    {"convert", addConvertCommand},
    {"measure", addMeasureCommand},
    {"render", addRenderCommand},
    {"bench", addBenchCommand},
    {"style", addStyleCommand},
    {"edit", addEditCommand},
    {"history", addHistoryCommand},
    {"field", addFieldCommand},
    {"plot", addPlotCommand},
    {"backup", addBackupCommands},
    {"verify"},
    {"restore"},
    {"table", addTableCommand},
    {"search", addSearchCommand},
    {"import", addImportCommand},
    {"check", addCheckCommand},
    {"warning", addWarningCommand},
    {"callout", addCalloutCommand},
    {"serve-channels", addServeChannelsCommand},
    {"exposure", addExposureCommand},
    {"quake", addQuakeCommand},
    {"faults", addFaultsCommand},
    {"risk", addRiskCommand},
    {"geology", addGeologyCommand},
    {"danger", addDangerCommand},
    {"route", addRouteCommand},
    {"fire", addFireCommand},
    {"fwi"},
    {"catchment", addCatchmentCommand},
    {"flood", addFloodCommand},
    {"stocks", addStocksCommand},
    {"report", addReportCommand},
    {"journal", addJournalCommand},
    {"evacuate", addEvacuateCommand},
    {"team", addTeamCommand},
    {"incident", addIncidentCommand},
    {"brief", addBriefCommand},
    {"atlas", addAtlasCommand},
    {"drill", addDrillCommand},
    {"timeline", addTimelineCommand},
    {"wall", addWallCommand},
};
// clang-format on

}  // namespace app
