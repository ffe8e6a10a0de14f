// SPDX-License-Identifier: GPL-3.0-or-later
// A call-out of 10,000 persons (FENGSUI_BENCH_PERSONS says how many): how long the window's thread is busy with one
// update of the running page, and how late timers act on the machine's own clock. The workspace is made in the system's
// temporary folder and removed. No display is needed.
#include <benchmark/benchmark.h>
#include <unistd.h>

#include <QApplication>
#include <QTabBar>
#include <algorithm>
#include <chrono>
#include <cmath>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <thread>

#include "app/callout/callout_session.h"
#include "app/callout/running_page.h"
#include "gis/callout/audit.h"
#include "gis/callout/callout_run.h"
#include "gis/core/clock.h"
#include "gis/store/workspace.h"

namespace {

constexpr int kTowns = 20, kVillagesOfATown = 25;
// Between two updates 7.5 s of the call-out go by, as in the window, which updates four times a second at thirty times
// the speed; the wait is shorter, so that the measurement ends soon.
constexpr std::int64_t kUpdateEveryMs = 20;
constexpr double kDrillSpeed = 7500.0 / kUpdateEveryMs;

int personsCount() {
  const char* wanted = std::getenv("FENGSUI_BENCH_PERSONS");
  return wanted ? std::atoi(wanted) : 10'000;
}

QApplication& application() {
  static int count = 1;
  static char name[] = "bench_callout";
  static char* names[] = {name, nullptr};
  static const bool offscreen = qputenv("QT_QPA_PLATFORM", "offscreen");
  // Never destroyed: the end of the process comes too late for it.
  static auto* made = new QApplication(count, names);
  (void)offscreen;
  return *made;
}

// A workspace of its own, gone at the end.
struct Place {
  std::filesystem::path folder =
      std::filesystem::temp_directory_path() / ("fengsui-bench-callout-" + std::to_string(::getpid()));
  Place() {
    std::filesystem::remove_all(folder);
    good = gis::Workspace::create(folder, gis::SystemClock()).has_value();
  }
  ~Place() {
    std::error_code ignored;
    std::filesystem::remove_all(folder, ignored);
  }
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  bool good = false;
};

std::string codeOf(int town, int village) {
  std::string text = std::to_string(100 + town) + std::to_string(1000 + village).substr(1);
  return "140431" + text;
}

// `wait_s`: for an answer; `awake_s`: the clock of everybody.
gis::CalloutSnapshot snapshotOf(int persons, int wait_s, int awake_s) {
  gis::CalloutSnapshot snapshot;
  snapshot.title = "bench";
  snapshot.divisions = {{"140400000000", "", "city", 2}, {"140431000000", "140400000000", "county", 3}};
  for (int town = 0; town < kTowns; ++town) {
    const std::string code = codeOf(town, 0);
    snapshot.divisions.push_back({code, "140431000000", "town " + std::to_string(town), 4});
    for (int village = 1; village <= kVillagesOfATown; ++village)
      snapshot.divisions.push_back({codeOf(town, village), code, "village " + std::to_string(village), 5});
  }
  gis::Ladder ladder{"l", {}};
  ladder.steps.push_back(
      {gis::RungKind::kCall, {gis::Channel::kVoice}, gis::ChannelOrder::kParallel, 3, wait_s, 5, 3600});
  snapshot.plan.ladders.push_back(ladder);
  for (int i = 0; i < persons; ++i) {
    gis::CalloutTarget target;
    target.person = i;
    target.division_code = codeOf(i % kTowns, 1 + i / kTowns % kVillagesOfATown);
    snapshot.persons.push_back(
        {std::to_string(i), "name", "post", "", 1, target.division_code, {std::to_string(13'000'000'000 + i)}});
    target.ladder = "l";
    target.clocks = {awake_s, 1800, 3600};
    snapshot.targets.push_back(target);
  }
  return snapshot;
}

double percentileOf(std::vector<double> values, double share) {
  if (values.empty()) return 0;
  std::ranges::sort(values);
  const auto at = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
  return values[std::clamp<std::size_t>(at, 1, values.size()) - 1];
}

using Steady = std::chrono::steady_clock;

// Until so much time has passed: what is measured is the clock itself.
void pause(std::int64_t for_ms) {
  std::mutex own;
  std::condition_variable nobody;
  std::unique_lock held(own);
  nobody.wait_for(held, std::chrono::milliseconds(for_ms), [] { return false; });
}

double sinceMs(Steady::time_point begin) {
  return std::chrono::duration<double, std::milli>(Steady::now() - begin).count();
}

// One update: the new state is given to the page, which is laid out and painted. The engine's step before it belongs to
// another thread and is not counted. Argument: the tab that is open.
void windowPerUpdate(benchmark::State& state) {
  application();
  const Place place;
  gis::SimulateOptions options;
  options.lines.count[static_cast<std::size_t>(gis::Channel::kVoice)] = 64;
  auto run = gis::CalloutRun::drill(place.folder, snapshotOf(personsCount(), 60, 300), "bench", options, kDrillSpeed);
  if (!place.good || !run) return state.SkipWithError("no drill");
  app::CalloutSession session(std::move(*run), "bench");
  app::RunningPage page;
  page.resize(430, 950);
  page.show();
  page.findChild<QTabBar*>()->setCurrentIndex(static_cast<int>(state.range(0)));
  std::vector<double> busy_ms;
  for (auto unused : state) {
    pause(kUpdateEveryMs);
    auto view = session.beat();
    if (!view) return state.SkipWithError("the engine stopped");
    const auto begin = Steady::now();
    page.setView(std::move(*view));
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
    busy_ms.push_back(sinceMs(begin));
    state.SetIterationTime(busy_ms.back() / 1000);
  }
  // The first builds the tree.
  state.counters["first_ms"] = busy_ms.front();
  busy_ms.erase(busy_ms.begin());
  state.counters["p95_ms"] = percentileOf(busy_ms, 0.95);
  state.counters["max_ms"] = percentileOf(busy_ms, 1);
}
BENCHMARK(windowPerUpdate)
    ->ArgName("tab")
    ->DenseRange(0, 3)
    ->Iterations(300)
    ->UseManualTime()
    ->Unit(benchmark::kMillisecond);

// A minute on the clock of the wall, on the disk: a line takes a call each few milliseconds, nobody answers, and the
// awake clock of everybody runs out at the same moment. The beat is the panel's.
void tickError(benchmark::State& state) {
  constexpr int kAwakeS = 30, kWaitS = 8, kRunMs = 60'000, kHandEveryMs = 10;
  for (auto unused : state) {
    const Place place;
    auto run = gis::CalloutRun::start(place.folder, snapshotOf(personsCount(), kWaitS, kAwakeS), "bench");
    if (!place.good || !run) return state.SkipWithError("no call-out");
    app::CalloutSession session(std::move(*run), "bench");
    auto lines = gis::CalloutRun::open(place.folder);
    if (!lines || !*lines) return state.SkipWithError("no lines");
    const auto begin = Steady::now();
    std::thread dialling([&] {
      while (sinceMs(begin) < kRunMs) {
        if (!(*lines)->engine().look()) return;
        const auto next = (*lines)->engine().queued(gis::Channel::kVoice, 1);
        if (!next.empty()) (void)(*lines)->engine().hand(next.front(), "line", (*lines)->nowUtcMs());
        pause(kHandEveryMs);
      }
    });
    std::vector<double> beats_ms;
    bool good = true;
    while (good && sinceMs(begin) < kRunMs) {
      const auto before = Steady::now();
      const auto view = session.beat();
      good = view.has_value();
      beats_ms.push_back(sinceMs(before));
      const std::int64_t due_ms =
          !good || (*view)->next_due_utc_ms == 0 ? 250 : (*view)->next_due_utc_ms - gis::SystemClock().nowUtcMs() + 1;
      pause(std::clamp<std::int64_t>(due_ms, 20, 250));
    }
    dialling.join();
    const auto events = (*lines)->eventsAfter(0);
    if (!good || !events) return state.SkipWithError("the engine stopped");
    const gis::TickError error = gis::tickErrorOf(*events);
    state.counters["timers"] = static_cast<double>(error.timers);
    state.counters["late_p99_ms"] = static_cast<double>(error.p99_ms);
    state.counters["late_max_ms"] = static_cast<double>(error.max_ms);
    state.counters["beat_p95_ms"] = percentileOf(beats_ms, 0.95);
    state.counters["beat_max_ms"] = percentileOf(beats_ms, 1);
    state.counters["events"] = static_cast<double>(events->size());
    state.SetIterationTime(sinceMs(begin) / 1000);
  }
}
BENCHMARK(tickError)->Iterations(1)->UseManualTime()->Unit(benchmark::kSecond);

}  // namespace
