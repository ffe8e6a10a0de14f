// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "gis/vector/feature_columns.h"

namespace gis {

// How the features of a table at a moment differ from those of now.
struct PastFeatures {
  // Rows that were other than now, as they were. One that is gone by now has a negative fid.
  FeatureColumns changed;
  std::vector<std::int64_t> not_there;  // fids of rows that came later
  bool same() const { return changed.fid.empty() && not_there.empty(); }
};

// Works out from the edit log what a feature table was at a moment. What is older than the log is as the log found it.
// One thread, one connection that may be read-only.
class PastFeaturesStore {
 public:
  explicit PastFeaturesStore(const Database& db) : m_db(&db) {}

  // Costs what was changed since then, not what the table holds. `attributes` as FeatureStore::read takes them. Fails
  // as that does, with kUnknownName for a table without uuids, and with kCancelled.
  Result<Loaded<PastFeatures>> at(const std::string& table, std::int64_t utc_ms,
                                  const std::vector<std::string>& attributes, const CancelToken& cancel = {}) const;

 private:
  const Database* m_db;
};

}  // namespace gis
