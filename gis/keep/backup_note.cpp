// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/keep/backup_note.h"

#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>

namespace gis {

namespace {

constexpr std::uintmax_t kLargestNote = 10'000'000;

std::string stampOf(std::int64_t utc_ms) {
  std::string stamp;
  for (const char c : formatUtc(utc_ms).substr(0, 19))
    if (c != '-' && c != ':') stamp += c;
  return stamp + "Z";
}

// "20261124T024500Z"
std::optional<std::int64_t> timeOfStamp(const std::string& stamp) {
  const auto number = [&](std::size_t at, std::size_t length) {
    int value = -1;
    std::from_chars(stamp.data() + at, stamp.data() + at + length, value);
    return value;
  };
  const std::chrono::year_month_day date{std::chrono::year(number(0, 4)),
                                         std::chrono::month(static_cast<unsigned>(number(4, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(6, 2)))};
  if (!date.ok()) return std::nullopt;
  const std::int64_t seconds = std::chrono::sys_days(date).time_since_epoch().count() * 86400LL +
                               number(9, 2) * 3600LL + number(11, 2) * 60LL + number(13, 2);
  return seconds * 1000;
}

}  // namespace

std::filesystem::path noteFile(const std::filesystem::path& backup) {
  std::filesystem::path note = backup;
  return note.replace_extension(".json");
}

std::string noteText(const BackupNote& note) {
  nlohmann::ordered_json tables = nlohmann::ordered_json::object();
  for (const auto& [name, table] : note.tables)
    tables[name] = {{"rows", table.rows}, {"digest", fmt::format("{:016x}", table.digest)}};
  return nlohmann::ordered_json{{"made_utc", formatUtc(note.at_utc_ms)},
                                {"made_utc_ms", note.at_utc_ms},
                                {"reason", backupReasonName(note.reason)},
                                {"schema_version", note.schema_version},
                                {"tables", tables}}
      .dump(1);
}

std::optional<BackupNote> readNote(const std::filesystem::path& backup) {
  std::error_code ec;
  const std::filesystem::path file = noteFile(backup);
  if (const auto size = std::filesystem::file_size(file, ec); ec || size > kLargestNote) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const auto json = nlohmann::json::parse(in, nullptr, /*allow_exceptions=*/false);
  if (!json.is_object()) return std::nullopt;
  try {
    BackupNote note;
    note.at_utc_ms = json.at("made_utc_ms").get<std::int64_t>();
    note.reason = backupReasonOf(json.at("reason").get<std::string>()).value_or(BackupReason::kByHand);
    note.schema_version = json.at("schema_version").get<int>();
    for (const auto& [name, table] : json.at("tables").items()) {
      const std::string digits = table.at("digest").get<std::string>();
      TableDigest digest{table.at("rows").get<std::int64_t>(), 0};
      std::from_chars(digits.data(), digits.data() + digits.size(), digest.digest, 16);
      note.tables[name] = digest;
    }
    return note;
  } catch (const nlohmann::json::exception&) {
    return std::nullopt;
  }
}

std::string backupFileName(std::int64_t at_utc_ms, BackupReason reason, int number) {
  return fmt::format("workspace-{}-{}{}.gpkg", stampOf(at_utc_ms), backupReasonName(reason),
                     number == 1 ? "" : fmt::format("-{}", number));
}

std::optional<BackupTime> timeOfFileName(const std::string& name) {
  static const std::regex own(R"(workspace-(\d{8}T\d{6}Z)-([a-z]+)(-\d+)?\.gpkg)");
  static const std::regex migration(R"(workspace-schema-\d+-(\d{8}T\d{6}Z)(-\d+)?\.gpkg)");
  std::smatch match;
  if (std::regex_match(name, match, own)) {
    const auto at = timeOfStamp(match[1].str());
    const auto reason = backupReasonOf(match[2].str());
    if (at && reason) return BackupTime{*at, *reason};
  } else if (std::regex_match(name, match, migration)) {
    if (const auto at = timeOfStamp(match[1].str())) return BackupTime{*at, BackupReason::kMigration};
  }
  return std::nullopt;
}

}  // namespace gis
