// SPDX-License-Identifier: GPL-3.0-or-later
// The search index of a workspace: FENGSUI_BENCH_WORKSPACE names its folder, in which cache/search.sqlite is made.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "gis/search/search_index_store.h"
#include "gis/store/workspace.h"

namespace {

// As the window asks: a worker opens both files, looks whether the index is behind, and searches.
void ask(benchmark::State& state, const char* typed) {
  const char* folder = std::getenv("FENGSUI_BENCH_WORKSPACE");
  if (!folder) {
    state.SkipWithError("FENGSUI_BENCH_WORKSPACE names no workspace");
    return;
  }
  {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kReadWrite);
    if (!workspace || !index || !index->refresh(workspace->db())) {
      state.SkipWithError("the workspace cannot be indexed");
      return;
    }
  }
  std::size_t hits = 0;
  for (auto _ : state) {
    const auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    const auto index = gis::SearchIndexStore::open(folder, gis::OpenMode::kRead);
    benchmark::DoNotOptimize(index->behind(workspace->db())->size());
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

}  // namespace
