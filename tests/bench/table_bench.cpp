// SPDX-License-Identifier: GPL-3.0-or-later
// Attribute tables on a workspace of one's own: FENGSUI_BENCH_WORKSPACE names its folder, FENGSUI_BENCH_TABLE the table
// ("building" unless given). What a person waits for: the first rows, a filter at each key, a click on a heading.
#include <benchmark/benchmark.h>

#include <cstdlib>

#include "gis/store/workspace.h"
#include "gis/table/row_match.h"
#include "gis/table/table_data_store.h"
#include "gis/table/table_schema_store.h"

namespace {

struct Bench {
  gis::Workspace workspace;
  gis::TableSchema schema;
  std::vector<std::size_t> columns;
  gis::CodeLists codes;
};

Bench* bench() {
  static const auto made = []() -> std::unique_ptr<Bench> {
    const char* folder = std::getenv("FENGSUI_BENCH_WORKSPACE");
    const char* table = std::getenv("FENGSUI_BENCH_TABLE");
    if (!folder) return nullptr;
    auto workspace = gis::Workspace::open(folder, gis::OpenMode::kRead);
    if (!workspace) return nullptr;
    auto schema = gis::TableSchemaStore(workspace->db()).schema(table ? table : "building");
    auto codes = gis::CodeStore(workspace->db()).all();
    if (!schema || !codes) return nullptr;
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < schema->columns.size(); ++i)
      if (!gis::isHousekeeping(*schema, schema->columns[i].name)) columns.push_back(i);
    return std::make_unique<Bench>(std::move(*workspace), std::move(*schema), std::move(columns), std::move(*codes));
  }();
  return made.get();
}

const gis::TableData* data() {
  static const auto loaded = gis::TableDataStore(bench()->workspace.db()).load(bench()->schema, bench()->columns);
  return loaded ? &*loaded : nullptr;
}

#define NEEDS_WORKSPACE(state)                                                 \
  if (!bench()) {                                                              \
    state.SkipWithError("FENGSUI_BENCH_WORKSPACE names no workspace with it"); \
    return;                                                                    \
  }

void openAndFirstRows(benchmark::State& state) {
  NEEDS_WORKSPACE(state);
  for (auto _ : state) {
    const auto workspace = gis::Workspace::open(bench()->workspace.folder(), gis::OpenMode::kRead);
    const auto schema = gis::TableSchemaStore(workspace->db()).schema(bench()->schema.table);
    const auto rows = gis::TableDataStore(workspace->db()).firstRows(*schema, bench()->columns, 100);
    benchmark::DoNotOptimize(rows->size());
  }
}
BENCHMARK(openAndFirstRows)->Unit(benchmark::kMillisecond);

void loadAll(benchmark::State& state) {
  NEEDS_WORKSPACE(state);
  for (auto _ : state) {
    const auto loaded = gis::TableDataStore(bench()->workspace.db()).load(bench()->schema, bench()->columns);
    state.counters["rows"] = static_cast<double>(loaded->rowCount());
    state.counters["MiB"] = static_cast<double>(loaded->bytes()) / 1048576;
  }
}
BENCHMARK(loadAll)->Unit(benchmark::kMillisecond);

void filterWith(benchmark::State& state, const char* text) {
  NEEDS_WORKSPACE(state);
  const gis::TableData* table = data();
  for (auto _ : state) {
    const auto filter = gis::parseRowFilter(text, bench()->schema);
    const auto marks = gis::matchRows(*table, *filter, bench()->columns, bench()->codes);
    state.counters["found"] = static_cast<double>(std::count(marks->begin(), marks->end(), 1));
  }
}
BENCHMARK_CAPTURE(filterWith, word, "砌体")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterWith, digits, "140431")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(filterWith, words, "砌体 住宅 演示 1404")->Unit(benchmark::kMillisecond);

void sortBy(benchmark::State& state, const char* column) {
  NEEDS_WORKSPACE(state);
  const auto at = bench()->schema.find(column);
  if (!at) {
    state.SkipWithError("the table has no such column");
    return;
  }
  const gis::TableData* table = data();
  for (auto _ : state)
    benchmark::DoNotOptimize(gis::sortedRows(*table, *at, gis::SortOrder::kDescending, bench()->codes)->size());
}
BENCHMARK_CAPTURE(sortBy, integer, "built_year")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, real, "footprint_m2")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(sortBy, text, "division_code")->Unit(benchmark::kMillisecond);

void windowOfRows(benchmark::State& state) {
  NEEDS_WORKSPACE(state);
  const gis::TableData* table = data();
  std::vector<std::int64_t> fids;
  for (std::size_t i = 0; i < 128; ++i) fids.push_back(table->fids[i * 7919 % table->rowCount()]);
  const gis::TableDataStore store(bench()->workspace.db());
  for (auto _ : state) benchmark::DoNotOptimize(store.rows(bench()->schema, bench()->columns, fids)->size());
}
BENCHMARK(windowOfRows)->Unit(benchmark::kMillisecond);

}  // namespace
