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

// What is wrong with a line, for whoever shows it to put into words of their language.
struct LineTrouble {
  enum class Kind {
    kNone,
    kNoFolder,         // where its calls would be written
    kNotAlive,         // the gateway has not said that it is alive
    kEnded,            // its thread is no more
    kSilent,           // nothing was sent for `number` s
    kNoConnection,     //
    kUnknownHost,      //
    kNotSecure,        // certificate or handshake
    kNoAnswer,         // within `number` ms
    kBroken,           // for a reason that curl calls `number`
    kStatus,           // the gateway answers `number`
    kAnswersStay,      // answers cannot be put away
    kAnswerUnread,     // an answer could not be read
    kAnswersTooLarge,  //
    kNoAnswersList     // an object with a list "answers" is expected
  };
  Kind kind = Kind::kNone;
  std::int64_t number = 0;
  bool is_of_answers = false;  // it takes calls, but gives no answers
  bool operator==(const LineTrouble&) const = default;
};

// How one line of a channel is, as everybody may see it. No telephone numbers.
struct LineState {
  std::string name;  // "sms-1"
  Channel channel = Channel::kGateway;
  bool is_up = false;
  int capacity = 0, in_use = 0;
  std::int64_t sent = 0, failed = 0;
  LineTrouble trouble;
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
