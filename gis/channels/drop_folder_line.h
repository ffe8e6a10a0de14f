// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <map>
#include <memory>

#include "gis/channels/channel_line.h"

namespace gis {

// A drop folder for a bureau's own gateway, loudspeaker system or app: each call is a JSON file in out/, each answer a
// JSON file in in/ (help page 48-callout). Files get their names when they are whole; answers that were read go to
// in/done, those that cannot be read to in/refused. While the gateway is alive it touches in/alive at least once a
// minute, when `needs_alive` is asked for. `channel`: kGateway, or kSms, kVoice for a gateway that sends those.
struct DropFolder {
  std::string name = "gateway-1";
  Channel channel = Channel::kGateway;
  std::filesystem::path folder;
  int capacity = 200;
  bool needs_alive = false;
};
std::unique_ptr<ChannelLine> makeDropFolderLine(DropFolder config);

// One answer of a gateway. Fails with kInvalidArgument and what is wrong.
Result<LineReport> readGatewayAnswer(std::string_view json);
std::string writeGatewayCall(const Dispatch& dispatch, std::int64_t now_utc_ms);

}  // namespace gis
