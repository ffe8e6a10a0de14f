// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of a workspace: FENGSUI_BENCH_WORKSPACE names its folder, in which cache/search.sqlite is made.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "gis/search/search_index_store.h"
#include "gis/store/workspace.h"

namespace {

bool made(benchmark::State& state) {
  const char* folder = std::getenv("FENGSUI_BENCH_WORKSPACE");
  if (!folder) {
    state.SkipWithError("FENGSUI_BENCH_WORKSPACE names no workspace");
    return false;
  }
  const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
  const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kReadWrite);
  if (workspace && index && index->refresh(workspace->db())) return true;
  state.SkipWithError("the workspace cannot be indexed");
  return false;
}

// As the window asks: a worker opens the index and searches.
void ask(benchmark::State& state, const char* typed) {
  if (!made(state)) return;
  const char* folder = std::getenv("FENGSUI_BENCH_WORKSPACE");
  std::size_t hits = 0;
  for (auto _ : state) {
    const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead);
    const auto groups = index->search(typed);
    hits = 0;
    for (const gis::SearchGroup& group : *groups) hits += group.hits.size();
  }
  state.counters["hits"] = static_cast<double>(hits);
}
BENCHMARK_CAPTURE(ask, name, "沁源")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, one_character, "村")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, initials, "qyx")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, one_letter, "z")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, code, "1404")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(ask, nothing, "xyzzy")->Unit(benchmark::kMillisecond);

// Whether it is up to date, as is asked now and then.
void lookBehind(benchmark::State& state) {
  if (!made(state)) return;
  const char* folder = std::getenv("FENGSUI_BENCH_WORKSPACE");
  for (auto _ : state) {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead);
    const auto behind = index->behind(workspace->db());
    benchmark::DoNotOptimize(behind->size());
  }
}
BENCHMARK(lookBehind)->Unit(benchmark::kMillisecond);

}  // namespace
