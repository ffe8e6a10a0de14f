// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>

#include "gis/core/clock.h"
#include "gis/flood/flood_reading_store.h"
#include "gis/flood/flood_situation.h"

namespace gis::flood {

struct FloodQuestion {
  std::optional<std::int64_t> as_of_utc_ms;  // none: now; in a made city the moment of its latest reading
  ArealMethod method = ArealMethod::kThiessen;
};

// The register, the readings and what they say, as values.
struct FloodView {
  FloodRegister records;
  FloodReadings readings;
  FloodSituation now;
  std::optional<std::int64_t> latest_utc_ms;  // of all readings, whenever the question was for
};

// Reads and judges. Fails as the stores do and with kCancelled.
Result<FloodView> loadFlood(const Database& db, const FloodQuestion& question, const Clock& clock,
                            const CancelToken& cancel, const Progress& progress = {});

}  // namespace gis::flood
