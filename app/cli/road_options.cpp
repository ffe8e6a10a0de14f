// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/road_options.h"

#include "app/cli/command_context.h"

namespace app {

void addVehicleOption(CLI::App& command, std::string& vehicle) {
  command
      .add_option("--vehicle", vehicle,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "the vehicle whose speeds and widths count")))
      ->capture_default_str();
}

void addOffRoadOption(CLI::App& command, double& off_road_m) {
  command
      .add_option("--off-road-m", off_road_m,
                  cliText(QT_TRANSLATE_NOOP("CommandLine", "how far the places may lie from a passable road")))
      ->check(CLI::Range(1.0, 100000.0))
      ->capture_default_str();
}

std::string closuresHelp() {
  return cliText(QT_TRANSLATE_NOOP("CommandLine", "GeoJSON: points, lines and areas that close the roads they touch"));
}

}  // namespace app
