// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>

#include "gis/channels/channel_line.h"

namespace gis {

// SMS through gammu-smsd's FILES service: messages are put into its outbox, it moves them to sent or error, answers
// come into its inbox (Gammu manual, "gammu-smsd-files"). InboxFormat and OutboxFormat: unicode. A modem counts as
// silent when a message has lain in the outbox for longer than `silent_s`. The number stands in the file's name, as
// Gammu wants it; those folders are the modem's, not a log.
struct GammuSpool {
  std::string name = "sms-1";
  std::filesystem::path outbox, inbox, sent, error;
  int capacity = 20;
  int silent_s = 90;
};
std::unique_ptr<ChannelLine> makeGammuLine(GammuSpool config);

}  // namespace gis
