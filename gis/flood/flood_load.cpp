// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/flood/flood_load.h"

#include "gis/flood/flood_register_store.h"
#include "gis/store/workspace_present.h"

namespace gis::flood {

Result<FloodView> loadFlood(const Database& db, const FloodQuestion& question, const Clock& clock,
                            const CancelToken& cancel, const Progress& progress) {
  const auto tell = [&](double done_ratio) {
    if (progress) progress(done_ratio);
  };
  FloodView view;
  auto records = FloodRegisterStore(db).read(cancel);
  if (!records) return std::unexpected(records.error());
  view.records = std::move(*records);
  tell(0.3);
  const FloodReadingStore store(db);
  const auto latest = store.latest();
  if (!latest) return std::unexpected(latest.error());
  view.latest_utc_ms = *latest;
  std::int64_t as_of_utc_ms = question.as_of_utc_ms.value_or(clock.nowUtcMs());
  if (const auto shown = shownMomentUtcMs(db); shown && !question.as_of_utc_ms)
    as_of_utc_ms = *shown;  // the past that is looked at, or a drill's time
  else if (!question.as_of_utc_ms && view.records.is_demo && *latest)
    as_of_utc_ms = **latest;
  auto readings = store.read(as_of_utc_ms, cancel);
  if (!readings) return std::unexpected(readings.error());
  view.readings = std::move(*readings);
  tell(0.7);
  auto now = judgeFlood(view.records, view.readings, question.method, cancel);
  if (!now) return std::unexpected(now.error());
  view.now = std::move(*now);
  tell(1);
  return view;
}

}  // namespace gis::flood
