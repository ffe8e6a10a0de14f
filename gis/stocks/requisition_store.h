// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <vector>

#include "gis/stocks/ledger_store.h"
#include "gis/stocks/requisition.h"

namespace gis::stocks {

// The number of a dispatch order (调拨单): "DB20260501a1b2c3", kind, day in Beijing, the end of an identifier.
std::string orderNumber(std::int64_t at_utc_ms, const std::string& uuid);

// Requisitions in the workspace. A step and the movements that it books are one transaction: what is picked is
// reserved, what is dispatched is on the road, what is received is in its depot or used, what is lost is lost. Reads
// where the requisition stands inside that transaction, so that two windows cannot both dispatch it. One thread.
class RequisitionStore {
 public:
  RequisitionStore(const Database& db, const Clock& clock, UuidSource& uuids)
      : m_db(&db), m_clock(&clock), m_uuids(&uuids), m_ledger(db, clock, uuids) {}

  // Fails with kInvalidArgument (checkStep), kUnknownName (an item that nobody knows).
  Result<Requisition> enter(const RequisitionHead& head, const std::vector<RequisitionLine>& lines,
                            const std::string& actor);
  // The next step; at, seq, order number and movements are filled in. `breaks_order`: another lot than the one that
  // expires first is picked, `words` is the reason. Fails as checkStep() and LedgerStore::book() do.
  Result<Requisition> advance(const std::string& uuid, RequisitionEvent step, bool breaks_order = false);
  // Lots for what was approved and is not picked yet: from the depots in this order, what expires first goes first.
  // What is short is not among the lines.
  Result<std::vector<RequisitionLine>> proposePick(const std::string& uuid, const std::vector<std::int64_t>& depots);

  // By uuid or number.
  Result<Requisition> find(const std::string& name);
  // The row of a step as it stands, neither checked nor booked: for what was checked before, also in another copy.
  // Inside a transaction; throws SQLite's exceptions.
  static void insertEvent(const Database& db, const std::string& uuid, const RequisitionEvent& event);

  // Newest first.
  Result<std::vector<Requisition>> all(int most = 1000);

 private:
  Result<Requisition> read(const std::string& uuid);
  Result<void> bookStep(const Requisition& requisition, const RequisitionStanding& standing, RequisitionEvent& step,
                        bool breaks_order);
  const Database* m_db;
  const Clock* m_clock;
  UuidSource* m_uuids;
  LedgerStore m_ledger;
};

}  // namespace gis::stocks
