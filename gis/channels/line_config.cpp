// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/line_config.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <set>

#include "gis/channels/drop_folder_line.h"
#include "gis/channels/gammu_line.h"
#include "gis/channels/voice_line.h"
#include "gis/channels/webhook_line.h"

namespace gis {
namespace {

using Json = nlohmann::ordered_json;

std::unexpected<Error> wrong(std::size_t line, const std::string& what) {
  return fail(ErrorCode::kInvalidArgument, "channels.json", fmt::format("lines[{}]: {}", line, what));
}

}  // namespace

Result<std::vector<std::unique_ptr<ChannelLine>>> makeLines(std::string_view text, const std::filesystem::path& base) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_object() || !json.contains("lines") || !json["lines"].is_array())
    return fail(ErrorCode::kInvalidArgument, "channels.json", "an object with a list \"lines\" is expected");
  std::vector<std::unique_ptr<ChannelLine>> lines;
  std::set<std::string> names;
  for (std::size_t i = 0; i < json["lines"].size(); ++i) {
    const Json& row = json["lines"][i];
    if (!row.is_object()) return wrong(i, "an object is expected");
    const auto textOf = [&](const char* key) {
      return row.contains(key) && row[key].is_string() ? row[key].get<std::string>() : std::string();
    };
    const auto numberOf = [&](const char* key, int otherwise) {
      return row.contains(key) && row[key].is_number_integer() ? row[key].get<int>() : otherwise;
    };
    const auto pathOf = [&](const char* key) {
      const std::filesystem::path path = textOf(key);
      return path.empty() || path.is_absolute() ? path : base / path;
    };
    const std::string kind = textOf("kind"), name = textOf("name");
    if (name.empty() || !names.insert(name).second) return wrong(i, "a name of its own is expected");
    const int capacity = numberOf("capacity", 0);
    if (capacity < 0 || capacity > 10'000) return wrong(i, "capacity: from 1 to 10000 is expected");
    if (kind == "folder") {
      DropFolder config;
      config.name = name;
      config.folder = pathOf("folder");
      if (config.folder.empty()) return wrong(i, "folder is missing");
      if (const auto channel = channelNamed(textOf("channel")))
        config.channel = *channel;
      else if (row.contains("channel"))
        return wrong(i, "channel: sms, voice or gateway is expected");
      if (capacity > 0) config.capacity = capacity;
      config.needs_alive =
          row.contains("needs_alive") && row["needs_alive"].is_boolean() && row["needs_alive"].get<bool>();
      lines.push_back(makeDropFolderLine(std::move(config)));
    } else if (kind == "gammu") {
      GammuSpool config;
      config.name = name;
      config.outbox = pathOf("outbox");
      config.inbox = pathOf("inbox");
      config.sent = pathOf("sent");
      config.error = pathOf("error");
      if (config.outbox.empty() || config.inbox.empty() || config.sent.empty() || config.error.empty())
        return wrong(i, "outbox, inbox, sent and error are expected");
      if (capacity > 0) config.capacity = capacity;
      config.silent_s = numberOf("silent_s", config.silent_s);
      lines.push_back(makeGammuLine(std::move(config)));
    } else if (kind == "sip") {
      VoiceConfig config;
      config.name = name;
      config.local = textOf("local").empty() ? config.local : textOf("local");
      config.to = textOf("to");
      config.from = textOf("from").empty() ? config.from : textOf("from");
      config.voice = textOf("voice").empty() ? config.voice : textOf("voice");
      config.recording = pathOf("recording");
      config.user = textOf("user");
      config.password = textOf("password");
      if (config.to.find("{phone}") == std::string::npos) return wrong(i, "to: \"sip:{phone}@gateway\" is expected");
      if (capacity > 0) config.calls = capacity;
      config.ring_s = numberOf("ring_s", config.ring_s);
      auto line = makeVoiceLine(std::move(config));
      if (!line) return wrong(i, line.error().detail);
      lines.push_back(std::move(*line));
    } else if (kind == "webhook") {
      Webhook config;
      config.name = name;
      config.url = textOf("url");
      config.answers_url = textOf("answers_url");
      config.token = textOf("token");
      if (const auto channel = channelNamed(textOf("channel")))
        config.channel = *channel;
      else if (row.contains("channel"))
        return wrong(i, "channel: sms, voice or gateway is expected");
      if (capacity > 0) config.capacity = capacity;
      auto line = makeWebhookLine(std::move(config));
      if (!line) return wrong(i, line.error().detail);
      lines.push_back(std::move(*line));
    } else {
      return wrong(i, "kind: folder, gammu, sip or webhook is expected");
    }
  }
  return lines;
}

}  // namespace gis
