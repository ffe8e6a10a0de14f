// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/callout/callout_run.h"

#include <algorithm>
#include <chrono>
#include <limits>

#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/store/workspace_present.h"

namespace gis {
namespace {

constexpr int kMostPieces = 64;
constexpr std::int64_t kNever = std::numeric_limits<std::int64_t>::max();

std::int64_t steadyMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

Result<Workspace> writable(const std::filesystem::path& folder) {
  auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
  if (workspace && workspace->readOnlyReason()) return std::unexpected(*workspace->readOnlyReason());
  return workspace;
}

}  // namespace

CalloutRun::CalloutRun(Workspace workspace, std::string uuid, CalloutSnapshot snapshot, bool in_memory)
    : m_workspace(std::move(workspace)),
      m_uuid(std::move(uuid)),
      m_log(std::make_unique<CalloutLogStore>(m_workspace.db(), m_uuid)),
      m_memory(in_memory ? std::make_unique<MemoryCalloutLog>() : nullptr),
      m_engine(std::make_unique<CalloutEngine>(std::move(snapshot),
                                               in_memory ? static_cast<CalloutLog&>(*m_memory) : *m_log)) {}

Result<std::unique_ptr<CalloutRun>> CalloutRun::open(const std::filesystem::path& folder, const std::string& uuid) {
  auto workspace = Workspace::open(folder, OpenMode::kReadWrite);
  if (!workspace) return std::unexpected(workspace.error());
  std::string which = uuid;
  CalloutStore store(workspace->db());
  if (which.empty()) {
    const auto all = store.all();
    if (!all) return std::unexpected(all.error());
    if (all->empty()) return std::unique_ptr<CalloutRun>();
    const auto running = std::ranges::find_if(*all, [](const CalloutRecord& record) { return !record.is_closed; });
    which = (running == all->end() ? all->front() : *running).uuid;
  }
  auto snapshot = store.snapshot(which);
  if (!snapshot) return std::unexpected(snapshot.error());
  const bool shows_moment = shownMomentUtcMs(workspace->db()).has_value();
  std::unique_ptr<CalloutRun> run(new CalloutRun(std::move(*workspace), which, std::move(*snapshot), false));
  run->m_shows_moment = shows_moment;
  if (auto loaded = run->m_engine->load(); !loaded) return std::unexpected(loaded.error());
  return run;
}

Result<std::unique_ptr<CalloutRun>> CalloutRun::start(const std::filesystem::path& folder,
                                                      const CalloutSnapshot& snapshot, const std::string& author) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  const auto clock = std::make_shared<SystemClock>();
  const std::string uuid = UuidSource(clock).next();
  if (auto added = CalloutStore(workspace->db()).add(uuid, snapshot, author, clock->nowUtcMs()); !added)
    return std::unexpected(added.error());
  std::unique_ptr<CalloutRun> run(new CalloutRun(std::move(*workspace), uuid, snapshot, false));
  if (auto loaded = run->m_engine->load(); !loaded) return std::unexpected(loaded.error());
  if (auto started = run->m_engine->start(run->nowUtcMs()); !started) return std::unexpected(started.error());
  return run;
}

Result<std::unique_ptr<CalloutRun>> CalloutRun::drill(const std::filesystem::path& folder, CalloutSnapshot snapshot,
                                                      const std::string& author, SimulateOptions options,
                                                      double speed_ratio) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  snapshot.is_drill = true;
  const auto clock = std::make_shared<SystemClock>();
  const std::string uuid = UuidSource(clock).next();
  if (auto added = CalloutStore(workspace->db()).add(uuid, snapshot, author, clock->nowUtcMs()); !added)
    return std::unexpected(added.error());
  std::unique_ptr<CalloutRun> run(new CalloutRun(std::move(*workspace), uuid, std::move(snapshot), true));
  if (auto loaded = run->m_engine->load(); !loaded) return std::unexpected(loaded.error());
  run->m_speed_ratio = std::max(speed_ratio, 0.01);
  run->m_people_start_utc_ms = options.start_utc_ms = clock->nowUtcMs();
  run->m_people_start_steady_ms = steadyMs();
  run->m_people.emplace(*run->m_engine, options);
  if (const auto begun = run->beat(); !begun) return std::unexpected(begun.error());
  return run;
}

Result<std::unique_ptr<CalloutRun>> CalloutRun::drillBy(std::shared_ptr<const Clock> clock,
                                                        const std::filesystem::path& folder, CalloutSnapshot snapshot,
                                                        const std::string& author, SimulateOptions options) {
  auto workspace = writable(folder);
  if (!workspace) return std::unexpected(workspace.error());
  snapshot.is_drill = true;
  const std::string uuid = UuidSource(clock, options.seed).next();
  if (auto added = CalloutStore(workspace->db()).add(uuid, snapshot, author, clock->nowUtcMs()); !added)
    return std::unexpected(added.error());
  std::unique_ptr<CalloutRun> run(new CalloutRun(std::move(*workspace), uuid, std::move(snapshot), true));
  if (auto loaded = run->m_engine->load(); !loaded) return std::unexpected(loaded.error());
  options.start_utc_ms = clock->nowUtcMs();
  run->m_drill_clock = std::move(clock);
  run->m_people.emplace(*run->m_engine, options);
  if (const auto begun = run->beat(); !begun) return std::unexpected(begun.error());
  return run;
}

std::int64_t CalloutRun::nowUtcMs() {
  if (m_drill_clock) return m_drill_clock->nowUtcMs();
  if (m_shows_moment) return shownMomentUtcMs(m_workspace.db()).value_or(m_engine->state().lastUtcMs());
  const std::int64_t steady_ms = steadyMs();
  if (m_people)
    return m_people_start_utc_ms +
           static_cast<std::int64_t>(static_cast<double>(steady_ms - m_people_start_steady_ms) * m_speed_ratio);
  if (!m_clock) m_clock.emplace(SystemClock().nowUtcMs(), steady_ms, m_engine->state().lastUtcMs());
  return m_clock->nowUtcMs(steady_ms);
}

// What happened in memory since the last beat goes to the workspace in one transaction.
Result<bool> CalloutRun::beatMadePeople() {
  if (!state().closed())
    if (auto done = m_people->advance(nowUtcMs()); !done) return std::unexpected(done.error());
  const std::vector<CalloutEvent>& events = m_memory->events();
  if (m_kept == events.size()) return false;
  const std::span<const CalloutEvent> fresh(events.data() + m_kept, events.size() - m_kept);
  // The timers as well: whoever opens the drill after this program was killed goes on with it.
  const auto timers = m_memory->timers();
  if (!timers) return std::unexpected(timers.error());
  std::map<std::pair<int, TimerKind>, CalloutTimer> now;
  for (const CalloutTimer& timer : *timers) now[{timer.target, timer.kind}] = timer;
  std::vector<CalloutTimer> changed;
  for (const auto& [key, timer] : now)
    if (const auto before = m_kept_timers.find(key); before == m_kept_timers.end() || before->second != timer)
      changed.push_back(timer);
  for (const auto& [key, timer] : m_kept_timers)
    if (!now.contains(key)) {
      changed.push_back(timer);
      changed.back().is_cleared = true;
    }
  if (auto kept = m_log->exclusively([&] { return m_log->append(fresh, changed); }); !kept)
    return std::unexpected(kept.error());
  m_kept = events.size();
  m_kept_timers = std::move(now);
  return true;
}

Result<bool> CalloutRun::beat() {
  if (m_people) return beatMadePeople();
  const std::int64_t before = state().lastSeq();
  const std::int64_t now = nowUtcMs();
  if (state().closed() || !canWrite()) {
    // Only to see what others wrote.
    if (auto read = m_engine->look(); !read) return std::unexpected(read.error());
    return state().lastSeq() != before;
  }
  if (const std::int64_t jump_ms = m_clock->jumpMs(SystemClock().nowUtcMs(), steadyMs()); jump_ms != 0)
    if (auto noted = m_engine->noteClockJump(jump_ms, now); !noted) return std::unexpected(noted.error());
  // Many clocks may end at one moment: in pieces, so that lines come between, but before anything else is done here.
  for (int pieces = 0; pieces < kMostPieces; ++pieces) {
    const auto ticked = m_engine->tick(nowUtcMs());
    if (!ticked) return std::unexpected(ticked.error());
    if (!*ticked || m_engine->nextDueUtcMs().value_or(kNever) > nowUtcMs()) break;
  }
  return state().lastSeq() != before;
}

Result<std::vector<CalloutEvent>> CalloutRun::eventsAfter(std::int64_t seq) {
  if (m_memory) return m_memory->eventsAfter(seq);
  return m_log->eventsAfter(seq);
}

}  // namespace gis
