// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/journal_text.h"

#include "app/journal_report/journal_words.h"
#include "app/text/error_text.h"
#include "gis/core/clock.h"

namespace app {

using Json = nlohmann::ordered_json;
namespace journal = gis::journal;

namespace {

Json textsOf(const journal::TwoTexts& texts) { return {{"zh", texts.zh}, {"en", texts.en}}; }
Json momentOrNull(std::int64_t utc_ms) { return utc_ms == 0 ? Json(nullptr) : Json(gis::formatUtc(utc_ms)); }

}  // namespace

Json watchJson(const journal::Watch& watch) { return {{"leader", watch.leader}, {"officers", watch.officers}}; }

Json entryJson(const journal::Entry& entry) {
  Json json = {{"seq", entry.seq},
               {"uuid", entry.uuid},
               {"at", gis::formatUtc(entry.at_utc_ms)},
               {"recorded", gis::formatUtc(entry.recorded_utc_ms)},
               {"kind", entry.kind},
               {"drill", entry.is_drill},
               {"text_zh", entry.text.zh}};
  if (!entry.text.en.empty()) json["text_en"] = entry.text.en;
  json["author"] = entry.author;
  const std::pair<const char*, const std::string*> more[] = {{"level", &entry.level},
                                                             {"people", &entry.people},
                                                             {"place", &entry.place},
                                                             {"thing_kind", &entry.thing_kind},
                                                             {"thing_id", &entry.thing_id}};
  for (const auto& [name, text] : more)
    if (!text->empty()) json[name] = *text;
  if (entry.where) json["lon_deg"] = entry.where->lon_deg, json["lat_deg"] = entry.where->lat_deg;
  if (entry.corrects_seq) json["corrects"] = *entry.corrects_seq, json["withdraws"] = entry.withdraws;
  if (entry.watch) json["watch"] = watchJson(*entry.watch);
  if (entry.hand_over)
    json["hand_over"] = {{"gives", entry.hand_over->gives},
                         {"takes", entry.hand_over->takes},
                         {"remarks", entry.hand_over->remarks},
                         {"open_entries", entry.hand_over->open},
                         {"running_clocks", entry.hand_over->clocks}};
  for (const journal::Clock& clock : entry.clocks) json["clocks"].push_back(journal::clockName(entry.seq, clock.id));
  for (const std::string& done : entry.done) json["done"].push_back(done);
  for (const journal::Attachment& one : entry.attachments)
    json["attachments"].push_back({{"name", one.name}, {"sha256", one.sha256}, {"bytes", one.bytes}});
  json["hash"] = entry.hash;
  return json;
}

Json clockJson(const journal::ClockState& clock, std::int64_t now_utc_ms) {
  static constexpr const char* kStands[] = {"running", "overdue", "done", "void"};
  const bool timed = clock.clock.due_utc_ms != 0;
  constexpr double kSecond_ms = 1000;
  return {{"clock", clock.name},
          {"entry", clock.entry_seq},
          {"drill", clock.is_drill},
          {"what", textsOf(clock.clock.what)},
          {"who", textsOf(clock.clock.who)},
          {"rule", textsOf(clock.clock.source)},
          {"started", gis::formatUtc(clock.started_utc_ms)},
          {"due", momentOrNull(clock.clock.due_utc_ms)},
          {"stand", kStands[static_cast<std::size_t>(clock.stand)]},
          {"left_s", timed && clock.open() ? Json(static_cast<double>(clock.clock.due_utc_ms - now_utc_ms) / kSecond_ms)
                                           : Json(nullptr)},
          {"done_by", clock.done_seq == 0 ? Json(nullptr) : Json(clock.done_seq)},
          {"done_at", momentOrNull(clock.done_utc_ms)},
          {"late", clock.late()}};
}

int failJournal(const CommandContext& context, const gis::Error& error) {
  const QString sentence = journalTrouble(error);
  if (sentence == errorSentence(error)) return context.fail(error);
  context.tell(sentence);
  if (context.form() == OutputForm::kJson) {
    Json json = errorJson(error);
    json["message"] = sentence.toStdString();
    context.print({{"error", std::move(json)}});
  }
  return kExitFailed;
}

}  // namespace app
