// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <string>

#include "gis/channels/channel_line.h"

namespace gis {

// A gateway that is reached by HTTP: each call is sent as the JSON of a drop folder (writeGatewayCall) by POST to
// `url`. An answer 2xx means that the gateway has it; anything else, or none within `timeout_ms`, that the line is down
// for `rest_ms` and what it had not sent goes to another one. Answers stand in the body, {"answers": [...], "next": N},
// or are asked for at `answers_url` every `ask_ms`, with "after=N" once N was told. No redirect is followed and no
// proxy of the environment is used: numbers go where the configuration says and nowhere else. Nothing waits.
struct Webhook {
  std::string name = "webhook-1";
  Channel channel = Channel::kGateway;
  std::string url, answers_url;  // http or https; the second may be empty
  std::string token;             // sent as "Authorization: Bearer"; empty: none
  int capacity = 50;
  int timeout_ms = 10'000;
  std::int64_t rest_ms = 30'000, ask_ms = 5'000;
};
// Fails with kInvalidArgument and what is wrong, without the address itself; kIoFailed.
Result<std::unique_ptr<ChannelLine>> makeWebhookLine(Webhook config);

}  // namespace gis
