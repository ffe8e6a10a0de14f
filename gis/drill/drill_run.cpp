// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/drill/drill_run.h"

#include <algorithm>

#include "gis/flood/flood_local_day.h"
#include "gis/store/workspace_present.h"

namespace gis::drill {
namespace {

constexpr std::int64_t kDay_ms = 86'400'000;

std::int64_t dayStartUtcMs(std::int64_t utc_ms) {
  const std::int64_t local = utc_ms + flood::kBeijingOffsetMs;
  return local - (local % kDay_ms + kDay_ms) % kDay_ms - flood::kBeijingOffsetMs;
}

}  // namespace

Result<std::unique_ptr<DrillRun>> DrillRun::begin(const std::filesystem::path& workspace_folder, DrillScript script,
                                                  const DrillOptions& options, const Clock& real_clock) {
  std::int64_t day_utc_ms = options.day_utc_ms;
  if (day_utc_ms == 0) {
    const auto real = Workspace::open(workspace_folder, OpenMode::kRead);
    if (!real) return std::unexpected(real.error());
    day_utc_ms = presentUtcMs(real->db(), real_clock);
  }
  const std::int64_t begins_utc_ms = dayStartUtcMs(day_utc_ms) + script.begins_min * std::int64_t{60'000};
  const auto folder =
      makeDrillWorld(workspace_folder, script, options.script_file.filename().string(), begins_utc_ms, real_clock);
  if (!folder) return std::unexpected(folder.error());
  auto world = Workspace::open(*folder, OpenMode::kReadWrite);
  if (!world) return std::unexpected(world.error());
  if (world->readOnlyReason()) return std::unexpected(*world->readOnlyReason());
  const auto clock = std::make_shared<DrillClock>(begins_utc_ms);
  const std::uint64_t seed = options.seed.value_or(script.seed);
  DrillStage stage{
      std::move(*world), clock, UuidSource(clock, seed), seed, options.script_file.parent_path(), {}, {}, {}};
  return std::unique_ptr<DrillRun>(new DrillRun(std::move(stage), std::move(script), begins_utc_ms));
}

std::int64_t DrillRun::nextUtcMs() const {
  return m_next < m_script.steps.size() ? m_begins_utc_ms + m_script.steps[m_next].after_ms : endUtcMs();
}

// Lets the made people do what they do until then.
Result<void> DrillRun::goTo(std::int64_t utc_ms) {
  m_stage.clock->goTo(std::max(utc_ms, m_stage.clock->nowUtcMs()));
  for (const auto& [name, run] : m_stage.callouts)
    if (const auto beaten = run->beat(); !beaten) return std::unexpected(beaten.error());
  return {};
}

Result<DrillEntry> DrillRun::inject(const DrillStep& step) {
  DrillEntry entry;
  entry.at_utc_ms = m_stage.clock->nowUtcMs();
  entry.kind = step.kind;
  entry.words = step.words;
  const auto kind = std::ranges::find(drillStepKinds(), std::string_view(step.kind),
                                      [](const DrillStepKind& one) { return one.rules.kind; });
  const auto made = kind->run(m_stage, step);
  entry.made = made ? made->dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : "{}";
  if (!made) {
    entry.error = errorName(made.error().code);
    entry.detail = made.error().subject + (made.error().detail.empty() ? "" : ": " + made.error().detail);
  }
  if (auto kept = DrillStore(m_stage.workspace.db()).add(entry); !kept) return std::unexpected(kept.error());
  return entry;
}

Result<std::vector<DrillEntry>> DrillRun::advance(std::int64_t until_utc_ms, const CancelToken& cancel) {
  std::vector<DrillEntry> injected;
  while (m_next < m_script.steps.size() && nextUtcMs() <= until_utc_ms) {
    if (cancel.cancelled()) return fail(ErrorCode::kCancelled, m_script.title.zh);
    if (auto gone = goTo(nextUtcMs()); !gone) return std::unexpected(gone.error());
    auto entry = inject(m_script.steps[m_next]);
    if (!entry) return std::unexpected(entry.error());
    ++m_next;
    injected.push_back(std::move(*entry));
  }
  if (auto gone = goTo(std::min(until_utc_ms, endUtcMs())); !gone) return std::unexpected(gone.error());
  if (auto told = m_stage.workspace.setFact("drill_present_utc_ms", std::to_string(nowUtcMs())); !told)
    return std::unexpected(told.error());
  return injected;
}

}  // namespace gis::drill
