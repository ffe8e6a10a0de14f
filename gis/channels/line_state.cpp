// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/channels/line_state.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <nlohmann/json.hpp>

namespace gis {
namespace {

using Json = nlohmann::ordered_json;
constexpr std::int64_t kAliveMs = 10'000;
constexpr int kVisitors = 1000;

// In the order of LineTrouble::Kind.
constexpr std::array kTroubleNames{"",
                                   "no_folder",
                                   "not_alive",
                                   "ended",
                                   "silent",
                                   "no_connection",
                                   "unknown_host",
                                   "not_secure",
                                   "no_answer",
                                   "broken",
                                   "status",
                                   "answers_stay",
                                   "answer_unread",
                                   "answers_too_large",
                                   "no_answers_list"};
static_assert(kTroubleNames.size() == static_cast<std::size_t>(LineTrouble::Kind::kNoAnswersList) + 1);

Json troubleJson(const LineTrouble& trouble) {
  return {{"kind", kTroubleNames[static_cast<std::size_t>(trouble.kind)]},
          {"number", trouble.number},
          {"of_answers", trouble.is_of_answers}};
}

// A kind that a newer program knows says no more than that the line is down.
LineTrouble troubleFrom(const Json& json) {
  const auto found = std::ranges::find(kTroubleNames, json.at("kind").get<std::string>());
  if (found == kTroubleNames.end()) return {};
  return {static_cast<LineTrouble::Kind>(found - kTroubleNames.begin()), json.at("number").get<std::int64_t>(),
          json.at("of_answers").get<bool>()};
}

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
                             {"trouble", troubleJson(line.trouble)}});
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
                              troubleFrom(row.at("trouble"))});
    }
  } catch (const nlohmann::json::exception&) {
    return {};
  }
  return states;
}

}  // namespace gis
