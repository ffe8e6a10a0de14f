// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/moment_option.h"

#include "gis/flood/flood_local_day.h"
#include "gis/store/moment.h"

namespace app {

void addMomentOption(CLI::App& command, std::string& at) {
  command.add_option("--at", at,
                     cliText(QT_TRANSLATE_NOOP("CommandLine", "as it was known then, 2026-07-26 02:35; else now")));
}

gis::Result<std::filesystem::path> placeAt(const std::filesystem::path& workspace, const std::string& at) {
  if (at.empty()) return workspace;
  const auto moment = gis::flood::readTime(at);
  if (!moment) return gis::fail(gis::ErrorCode::kInvalidArgument, "--at", at);
  return gis::atMoment(workspace, *moment);
}

}  // namespace app
