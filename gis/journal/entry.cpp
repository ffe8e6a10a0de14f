// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/entry.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "gis/core/chained_hash.h"

namespace gis::journal {
namespace {

using Json = nlohmann::ordered_json;

Json textsJson(const TwoTexts& texts) { return {{"zh", texts.zh}, {"en", texts.en}}; }
TwoTexts textsOf(const Json& json) { return {json.at("zh"), json.at("en")}; }

Json clocksJson(const std::vector<Clock>& clocks) {
  Json list = Json::array();
  for (const Clock& clock : clocks)
    list.push_back({{"id", clock.id},
                    {"what", textsJson(clock.what)},
                    {"who", textsJson(clock.who)},
                    {"source", textsJson(clock.source)},
                    {"due_utc_ms", clock.due_utc_ms},
                    {"done_by_kind", clock.done_by_kind}});
  return list;
}

Json attachmentsJson(const std::vector<Attachment>& attachments) {
  Json list = Json::array();
  for (const Attachment& one : attachments)
    list.push_back({{"sha256", one.sha256}, {"kind", one.kind}, {"name", one.name}, {"bytes", one.bytes}});
  return list;
}

void readMembers(Entry& entry, const Json& json) {
  for (const Json& one : json.value("clocks", Json::array()))
    entry.clocks.push_back({one.at("id"), textsOf(one.at("what")), textsOf(one.at("who")), textsOf(one.at("source")),
                            one.at("due_utc_ms"), one.at("done_by_kind")});
  for (const Json& one : json.value("attachments", Json::array()))
    entry.attachments.push_back({one.at("sha256"), one.at("kind"), one.at("name"), one.at("bytes")});
  if (const auto watch = json.find("watch"); watch != json.end())
    entry.watch = Watch{watch->at("leader"), watch->at("officers").get<std::vector<std::string>>()};
  if (const auto over = json.find("hand_over"); over != json.end())
    entry.hand_over =
        HandOver{over->at("gives"), over->at("takes"), over->at("remarks"),
                 over->at("open").get<std::vector<std::int64_t>>(), over->at("clocks").get<std::vector<std::string>>()};
  entry.done = json.value("done", std::vector<std::string>());
  entry.about_id = json.value("about", std::string());
  entry.withdraws = json.value("withdraws", false);
}

}  // namespace

bool isTypedKind(std::string_view kind) { return std::ranges::find(kTypedKinds, kind) != kTypedKinds.end(); }

std::string clockName(std::int64_t seq, std::string_view clock_id) { return fmt::format("{}/{}", seq, clock_id); }

std::string writeContent(const Entry& entry) {
  Json json = Json::object();
  if (!entry.clocks.empty()) json["clocks"] = clocksJson(entry.clocks);
  if (!entry.attachments.empty()) json["attachments"] = attachmentsJson(entry.attachments);
  if (entry.watch) json["watch"] = {{"leader", entry.watch->leader}, {"officers", entry.watch->officers}};
  if (entry.hand_over)
    json["hand_over"] = {{"gives", entry.hand_over->gives},
                         {"takes", entry.hand_over->takes},
                         {"remarks", entry.hand_over->remarks},
                         {"open", entry.hand_over->open},
                         {"clocks", entry.hand_over->clocks}};
  if (!entry.done.empty()) json["done"] = entry.done;
  if (!entry.about_id.empty()) json["about"] = entry.about_id;
  if (entry.withdraws) json["withdraws"] = true;
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Result<void> readContent(Entry& entry) {
  const Json json = Json::parse(entry.content, nullptr, false);
  if (!json.is_object()) return fail(ErrorCode::kDamagedFile, std::to_string(entry.seq), "content is no JSON");
  try {
    readMembers(entry, json);
  } catch (const Json::exception& e) {
    return fail(ErrorCode::kDamagedFile, std::to_string(entry.seq), e.what());
  }
  return {};
}

std::string entryHash(std::string_view hash_before, const Entry& entry) {
  ChainedHash hash(hash_before);
  hash.add(std::to_string(entry.seq));
  hash.add(entry.uuid);
  hash.add(std::to_string(entry.at_utc_ms));
  hash.add(std::to_string(entry.recorded_utc_ms));
  hash.add(entry.kind);
  hash.add(entry.level);
  hash.add(entry.is_drill ? "1" : "0");
  hash.add(entry.text.zh);
  hash.add(entry.text.en);
  hash.add(entry.author);
  hash.add(entry.people);
  hash.add(entry.place);
  hash.add(entry.where ? fmt::format("{} {}", entry.where->lon_deg, entry.where->lat_deg) : std::string());
  hash.add(entry.thing_kind);
  hash.add(entry.thing_id);
  hash.add(entry.corrects_seq ? std::to_string(*entry.corrects_seq) : std::string());
  hash.add(entry.source);
  hash.add(entry.source_key);
  hash.add(entry.content);
  return hash.hex();
}

std::optional<std::int64_t> firstBrokenEntry(std::span<const Entry> entries, std::string before,
                                             std::int64_t seq_before) {
  for (const Entry& entry : entries) {
    if (entry.seq != ++seq_before || entry.hash != entryHash(before, entry)) return seq_before;
    before = entry.hash;
  }
  return std::nullopt;
}

}  // namespace gis::journal
