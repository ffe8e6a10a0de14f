// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "gis/channels/channel_line.h"

namespace gis {

// Makes the lines that a channels.json names: {"lines": [{"kind": "folder", "name": "loudspeakers", "channel":
// "gateway", "folder": "/srv/gateway"}, {"kind": "gammu", "name": "sms-1", "outbox": ..., "inbox": ..., "sent": ...,
// "error": ...}, {"kind": "sip", ...}, {"kind": "webhook", "url": ..., ...}]}; paths may be relative to `base`. Fails
// with kInvalidArgument and the place.
Result<std::vector<std::unique_ptr<ChannelLine>>> makeLines(std::string_view json, const std::filesystem::path& base);

}  // namespace gis
