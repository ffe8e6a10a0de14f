// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/line_state.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>

namespace gis {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t kAliveMs = 10'000;
constexpr int kVisitors = 1000;

std::filesystem::path fileOf(const std::filesystem::path& folder) { return folder / "cache" / "channels.json"; }

}  // namespace

bool LineStates::alive(std::int64_t now_utc_ms) const {
  return at_utc_ms != 0 && now_utc_ms - at_utc_ms < kAliveMs && now_utc_ms - at_utc_ms > -kAliveMs;
}

std::array<bool, kChannelCount> LineStates::hasLine(std::int64_t now_utc_ms) const {
  std::array<bool, kChannelCount> has{};
  has[static_cast<std::size_t>(Channel::kPhone)] = has[static_cast<std::size_t>(Channel::kDoor)] = true;
  if (!alive(now_utc_ms)) return has;
  for (const LineState& line : lines)
    if (line.is_up) has[static_cast<std::size_t>(line.channel)] = true;
  return has;
}

Lines LineStates::counted(std::int64_t now_utc_ms, int officers) const {
  Lines counted;
  counted.count = {officers, 0, 0, 0, kVisitors};
  if (!alive(now_utc_ms)) return counted;
  for (const LineState& line : lines)
    if (line.is_up) counted.count[static_cast<std::size_t>(line.channel)] += line.capacity;
  return counted;
}

Result<void> writeLineStates(const std::filesystem::path& workspace_folder, const LineStates& states) {
  Json json{{"at_utc_ms", states.at_utc_ms}, {"lines", Json::array()}};
  for (const LineState& line : states.lines)
    json["lines"].push_back({{"name", line.name},
                             {"channel", channelName(line.channel)},
                             {"up", line.is_up},
                             {"capacity", line.capacity},
                             {"in_use", line.in_use},
                             {"sent", line.sent},
                             {"failed", line.failed},
                             {"trouble", line.trouble}});
  const auto file = fileOf(workspace_folder);
  std::error_code ec;
  std::filesystem::create_directories(file.parent_path(), ec);
  const auto part = std::filesystem::path(file.string() + ".part");
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out << json.dump(1);
    if (!out.flush()) return fail(ErrorCode::kIoFailed, file.string());
  }
  std::filesystem::rename(part, file, ec);
  if (ec) return fail(ErrorCode::kIoFailed, file.string(), ec.message());
  return {};
}

LineStates readLineStates(const std::filesystem::path& workspace_folder) {
  std::ifstream in(fileOf(workspace_folder), std::ios::binary);
  const Json json = Json::parse(in, nullptr, false);
  LineStates states;
  if (!json.is_object() || !json.contains("lines") || !json["lines"].is_array()) return states;
  try {
    states.at_utc_ms = json.at("at_utc_ms").get<std::int64_t>();
    for (const Json& row : json["lines"]) {
      const auto channel = channelNamed(row.at("channel").get<std::string>());
      if (!channel) continue;
      states.lines.push_back({row.at("name").get<std::string>(), *channel, row.at("up").get<bool>(),
                              row.at("capacity").get<int>(), row.at("in_use").get<int>(),
                              row.at("sent").get<std::int64_t>(), row.at("failed").get<std::int64_t>(),
                              row.at("trouble").get<std::string>()});
    }
  } catch (const nlohmann::json::exception&) {
    return {};
  }
  return states;
}

}  // namespace gis
