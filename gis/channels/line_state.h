// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "gis/callout/callout_types.h"
#include "gis/callout/simulate.h"
#include "gis/core/error.h"

namespace gis {

// How one line of a channel is, as everybody may see it. No telephone numbers.
struct LineState {
  std::string name;  // "sms-1"
  Channel channel = Channel::kGateway;
  bool is_up = false;
  int capacity = 0, in_use = 0;
  std::int64_t sent = 0, failed = 0;
  std::string trouble;  // "no answer from the modem since 02:31"; empty: none
};

struct LineStates {
  std::int64_t at_utc_ms = 0;  // when the program that serves the lines last said so; 0: nobody serves any
  std::vector<LineState> lines;

  // A program that has said nothing for ten seconds serves nothing.
  bool alive(std::int64_t now_utc_ms) const;
  std::array<bool, kChannelCount> hasLine(std::int64_t now_utc_ms) const;
  // Lines that work now, for a forecast; `officers` telephone.
  Lines counted(std::int64_t now_utc_ms, int officers) const;
};

// cache/channels.json of a workspace: written by `fengsui serve-channels` every second, read by windows. The file gets
// its name when it is whole.
Result<void> writeLineStates(const std::filesystem::path& workspace_folder, const LineStates& states);
// No file, or one that cannot be read: nobody serves any.
LineStates readLineStates(const std::filesystem::path& workspace_folder);

}  // namespace gis
