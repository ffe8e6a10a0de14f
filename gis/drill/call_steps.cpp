// SPDX-License-Identifier: GPL-3.0-or-later
#include <fmt/format.h>

#include "gis/callout/roster_store.h"
#include "gis/callout/tally.h"
#include "gis/cap/warning_store.h"
#include "gis/drill/drill_steps.h"

namespace gis::drill {
namespace {

using CallJson = nlohmann::json;
constexpr char kController[] = "导调";
constexpr std::int64_t kBeijingMs = 8 * 3'600'000LL, kMostMs = 14 * 86'400'000LL;

// "20时30分", as people say it.
std::string clockWords(std::int64_t utc_ms) {
  const std::int64_t minute = (utc_ms + kBeijingMs) / 60'000 % (24 * 60);
  return fmt::format("{}时{:02}分", minute / 60, minute % 60);
}

WarningColour colourNamed(std::string_view name) {
  return name == "red"      ? WarningColour::kRed
         : name == "orange" ? WarningColour::kOrange
         : name == "yellow" ? WarningColour::kYellow
                            : WarningColour::kBlue;
}

// The real plan, posts and places; the people who answer are made.
Result<CallJson> callout(DrillStage& stage, const DrillStep& step) {
  const Database& db = stage.workspace.db();
  const auto warning = WarningStore(db).warning(stage.made[step.fields["warning"].get<std::string>()]);
  if (!warning) return std::unexpected(warning.error());
  const auto plan = CalloutStore(db).plan();
  if (!plan) return std::unexpected(plan.error());
  const auto roster = readRoster(db);
  if (!roster) return std::unexpected(roster.error());
  auto chosen = chooseTargets(*plan, *warning, *roster, true, clockWords(warning->sent_utc_ms));
  if (!chosen) return std::unexpected(chosen.error());
  SimulateOptions options;
  options.seed = stage.seed;
  options.start_utc_ms = stage.clock->nowUtcMs();
  options.most_ms = kMostMs;
  options.close_at_end = false;
  options.lines.count[static_cast<std::size_t>(Channel::kPhone)] = step.fields.value("officers", 2);
  options.lines.count[static_cast<std::size_t>(Channel::kVoice)] = step.fields.value("voice_lines", 32);
  const std::size_t people = chosen->snapshot.targets.size();
  auto run =
      CalloutRun::drillBy(stage.clock, stage.workspace.folder(), std::move(chosen->snapshot), kController, options);
  if (!run) return std::unexpected(run.error());
  const std::string& name = step.fields["name"].get_ref<const std::string&>();
  stage.made[name] = (*run)->uuid();
  CallJson made{{"callout", (*run)->uuid()}, {"people", people}, {"places", chosen->divisions.size()}};
  stage.callouts[name] = std::move(*run);
  return made;
}

Result<CalloutRun*> runOf(DrillStage& stage, const DrillStep& step) {
  const std::string& name = step.fields["callout"].get_ref<const std::string&>();
  const auto found = stage.callouts.find(name);
  if (found == stage.callouts.end()) return fail(ErrorCode::kNoData, name, "this call-out could not be started");
  return found->second.get();
}

Result<CallJson> raise(DrillStage& stage, const DrillStep& step) {
  const auto run = runOf(stage, step);
  if (!run) return std::unexpected(run.error());
  const auto raised = (*run)->engine().raise(colourNamed(step.fields["colour"].get_ref<const std::string&>()),
                                             kController, stage.clock->nowUtcMs());
  if (!raised) return std::unexpected(raised.error());
  if (const auto kept = (*run)->beat(); !kept) return std::unexpected(kept.error());
  return CallJson{{"callout", (*run)->uuid()}, {"colour", step.fields["colour"]}};
}

// The warning is over: what is open is withdrawn, and the call-out closed.
Result<CallJson> calloutEnd(DrillStage& stage, const DrillStep& step) {
  const auto run = runOf(stage, step);
  if (!run) return std::unexpected(run.error());
  const std::string reason = step.words.zh.empty() ? "预警解除" : step.words.zh;
  const std::int64_t now = stage.clock->nowUtcMs();
  if (const auto done = (*run)->engine().withdrawAll(kController, reason, now); !done)
    return std::unexpected(done.error());
  if (const auto done = (*run)->engine().close(kController, now, reason); !done) return std::unexpected(done.error());
  if (const auto kept = (*run)->beat(); !kept) return std::unexpected(kept.error());
  const Tally tally = tallyTree((*run)->state()).front().all;
  return CallJson{{"callout", (*run)->uuid()}, {"confirmed", tally.confirmed}, {"unconfirmed", tally.unconfirmed}};
}

}  // namespace

std::vector<DrillStepKind> callStepKinds() {
  using enum FieldKind;
  constexpr auto kNeeded = FieldNeed::kNeeded, kLeft = FieldNeed::kMayBeLeft;
  return {
      {{"callout",
        {{"name", kName},
         {"warning", kUse, kNeeded, 0, 0, "warning cap_file"},
         {"officers", kWhole, kLeft, 0, 1000},
         {"voice_lines", kWhole, kLeft, 0, 10000}}},
       callout},
      {{"raise", {{"callout", kUse, kNeeded, 0, 0, "callout"}, {"colour", kColour}}}, raise},
      {{"callout_end", {{"callout", kUse, kNeeded, 0, 0, "callout"}}}, calloutEnd},
  };
}

}  // namespace gis::drill
