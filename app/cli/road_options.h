// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <CLI/CLI.hpp>
#include <string>

namespace app {

// Options that questions about roads take, in the same words. The variables must outlive the command.
void addVehicleOption(CLI::App& command, std::string& vehicle);
void addOffRoadOption(CLI::App& command, double& off_road_m);
std::string closuresHelp();
template <class Path>  // a text or a path
void addClosuresOption(CLI::App& command, Path& closures) {
  command.add_option("--closures", closures, closuresHelp());
}

}  // namespace app
