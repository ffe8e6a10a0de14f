// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "gis/core/cancel.h"
#include "gis/core/clock.h"
#include "gis/core/uuid.h"
#include "gis/stocks/count_store.h"
#include "gis/stocks/expiry.h"
#include "gis/stocks/ledger_copy_store.h"
#include "gis/stocks/levels.h"
#include "gis/stocks/requisition.h"
#include "gis/stocks/truck_store.h"
#include "gis/store/workspace.h"
#include "gis/store/workspace_present.h"

namespace app {

// A requisition and where it stands.
struct RequisitionRow {
  gis::stocks::Requisition paper;
  gis::stocks::RequisitionStanding standing;
};

// Whom a depot is there for: what stands, who set it and when, and what was before.
struct StockPeople {
  gis::stocks::LevelBasis stands;
  std::string author;
  std::int64_t changed_utc_ms = 0;
  std::optional<gis::stocks::LevelBasis> before;
};

// The stocks of a workspace as its panel shows them: read at once, then only looked at. Immutable; any thread.
struct StockView {
  bool is_there = false;  // the workspace has the tables
  std::string day;        // of the workspace: in a made city that of its making
  std::int64_t now_utc_ms = 0;
  gis::stocks::Directory directory;
  std::vector<gis::stocks::StockClass> classes;
  std::vector<gis::stocks::CellBalance> balance;
  std::vector<gis::stocks::Coverage> coverage;
  std::map<std::int64_t, StockPeople> people;  // by depot; one of nobody is not among them
  std::vector<gis::stocks::CountyShortage> shortages;
  std::vector<gis::stocks::ClassShare> structure;
  std::vector<gis::stocks::ExpiringLot> expiring;  // within 180 days, and those that have
  std::vector<gis::stocks::RotationProposal> rotation;
  std::vector<RequisitionRow> requisitions;
  std::vector<gis::stocks::CountSheet> counts;
  std::map<std::int64_t, std::vector<gis::stocks::DepotTruck>> trucks;  // by depot
  std::vector<gis::stocks::LedgerQuestion> questions;                   // open ones
  std::map<std::string, std::pair<std::string, std::string>> counties;  // six digits: Chinese and English
  std::map<std::int64_t, std::string> county_rows;                      // rows of the table of divisions: six digits
  // What is typed for a depot or item, in small letters: name, code, pinyin, its initials.
  std::map<std::int64_t, std::string> item_words, depot_words;

  const gis::stocks::Coverage* coverageOf(std::int64_t depot_id, std::int64_t item_id) const;
  const RequisitionRow* requisition(const std::string& uuid) const;
  const gis::stocks::CountSheet* count(const std::string& uuid) const;
};
using StockViewPtr = std::shared_ptr<const StockView>;

inline constexpr int kExpirySoon_d = 90, kExpiryListed_d = 180;

// Fails as the workspace and the stores do, and with kCancelled.
gis::Result<StockViewPtr> readStocks(const std::filesystem::path& folder, const gis::CancelToken& cancel);

// What work on the open stocks gets. The clock stands at the present of the workspace.
struct OpenStocks {
  const gis::Database& db;
  const gis::Clock& clock;
  gis::UuidSource& uuids;
};

// Opens the workspace, does the work, closes it; for a job. Fails as opening does, when it may only be read with its
// reason, and as the work does.
template <class T>
gis::Result<T> withStocks(const std::filesystem::path& folder, gis::OpenMode mode,
                          const std::function<gis::Result<T>(const OpenStocks&)>& work) {
  const auto opened = gis::Workspace::open(folder, mode);
  if (!opened) return std::unexpected(opened.error());
  if (mode == gis::OpenMode::kReadWrite && opened->readOnlyReason()) return std::unexpected(*opened->readOnlyReason());
  const auto system = std::make_shared<gis::SystemClock>();
  const gis::FixedClock clock(gis::presentUtcMs(opened->db(), *system));
  gis::UuidSource uuids(system);
  return work(OpenStocks{opened->db(), clock, uuids});
}

// The movements of a depot (0: all) and item (0: all), newest first.
gis::Result<std::vector<gis::stocks::Movement>> readMovements(const std::filesystem::path& folder,
                                                              std::int64_t depot_id, std::int64_t item_id);

}  // namespace app
