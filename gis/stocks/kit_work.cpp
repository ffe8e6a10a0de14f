// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/kit_work.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "gis/stocks/calendar_day.h"
#include "gis/stocks/catalogue_store.h"

namespace gis::stocks {
namespace {

constexpr Side kKitWorld{0, State::kKits};
constexpr int kAllMoves = 1'000'000;

struct KitBench {
  Directory directory;
  const Depot* depot = nullptr;
  const Item* kit = nullptr;
};

Result<KitBench> benchOf(const Database& db, const KitWish& wish) {
  KitBench bench;
  auto directory = CatalogueStore(db).directory();
  if (!directory) return std::unexpected(directory.error());
  bench.directory = std::move(*directory);
  bench.depot = bench.directory.depotNamed(wish.depot);
  if (!bench.depot) return fail(ErrorCode::kUnknownName, wish.depot, "no depot has this name");
  bench.kit = bench.directory.itemNamed(wish.kit);
  if (!bench.kit) return fail(ErrorCode::kUnknownName, wish.kit, "no item of the catalogue has this name");
  if (!bench.kit->isKit()) return fail(ErrorCode::kInvalidArgument, bench.kit->name_zh, "is no kit: it has no parts");
  if (wish.kits < 1 || wish.kits > 1'000'000)
    return fail(ErrorCode::kInvalidArgument, bench.kit->name_zh, "a number of kits from 1 to 1000000 is expected");
  return bench;
}

// What each owner has that is still good, by part.
using OwnedLots = std::map<std::int64_t, std::vector<std::vector<LotAtHand>>>;
Result<OwnedLots> ownedLots(LedgerStore& ledger, const KitBench& bench, const std::string& day) {
  OwnedLots owned;
  const std::size_t parts = bench.kit->parts.size();
  for (std::size_t p = 0; p < parts; ++p) {
    const Item* part = bench.directory.itemNamed(bench.kit->parts[p].item_code);
    if (!part) return fail(ErrorCode::kUnknownName, bench.kit->parts[p].item_code);
    const auto there = ledger.atHand(bench.depot->id, part->id);
    if (!there) return std::unexpected(there.error());
    for (const LotAtHand& lot : *there) {
      if (!lot.expires_on.empty() && lot.expires_on < day) continue;
      auto& lots = owned[lot.owner_id];
      lots.resize(parts);
      lots[p].push_back(lot);
    }
  }
  return owned;
}

std::int64_t kitsFrom(const Item& kit, const std::vector<std::vector<LotAtHand>>& lots) {
  std::int64_t most = INT64_MAX;
  for (std::size_t p = 0; p < kit.parts.size(); ++p) {
    std::int64_t there = 0;
    for (const LotAtHand& lot : lots[p]) there += lot.quantity;
    most = std::min(most, there / kit.parts[p].quantity);
  }
  return most;
}

MoveDraft kitDraft(const KitWish& wish) {
  MoveDraft draft;
  draft.kind = MoveKind::kKit;
  draft.author = wish.author, draft.reason = wish.reason;
  return draft;
}

// What an earlier movement took for these kits, part by part; empty when they came as kits.
Result<std::optional<Movement>> builtBy(LedgerStore& ledger, const KitBench& bench, std::int64_t lot_id) {
  MovementFilter filter;
  filter.item_id = bench.kit->id, filter.lot_id = lot_id, filter.most = kAllMoves;
  const auto moves = ledger.movements(filter);
  if (!moves) return std::unexpected(moves.error());
  for (const Movement& move : *moves) {
    if (move.draft.kind != MoveKind::kKit || move.reversed_by) continue;
    for (const MoveLine& line : move.draft.lines)
      if (line.lot_id == lot_id && line.from == kKitWorld) return std::optional(move);
  }
  return std::optional<Movement>();
}

// How many of these kits have been opened before: their parts are no longer in them.
Result<std::int64_t> openedBefore(LedgerStore& ledger, const KitBench& bench, std::int64_t lot_id) {
  MovementFilter filter;
  filter.item_id = bench.kit->id, filter.lot_id = lot_id, filter.most = kAllMoves;
  const auto moves = ledger.movements(filter);
  if (!moves) return std::unexpected(moves.error());
  std::int64_t opened = 0;
  for (const Movement& move : *moves)
    if (move.draft.kind == MoveKind::kKit && !move.reversed_by)
      for (const MoveLine& line : move.draft.lines)
        if (line.lot_id == lot_id && line.to == kKitWorld) opened += line.quantity;
  return opened;
}

class KitOpening {
 public:
  KitOpening(const Database& db, LedgerStore& ledger, const KitBench& bench)
      : m_catalogue(db), m_ledger(ledger), m_bench(bench) {}

  // The lines that bring the parts of some kits of a lot back.
  Result<std::vector<MoveLine>> partsOf(const LotShare& share) {
    const auto built = builtBy(m_ledger, m_bench, share.lot_id);
    if (!built) return std::unexpected(built.error());
    const auto opened = openedBefore(m_ledger, m_bench, share.lot_id);
    if (!opened) return std::unexpected(opened.error());
    std::vector<MoveLine> lines;
    for (const KitPart& part : m_bench.kit->parts) {
      const Item* item = m_bench.directory.itemNamed(part.item_code);
      if (!item) return fail(ErrorCode::kUnknownName, part.item_code);
      std::int64_t passed = *opened * part.quantity, wanted = share.quantity * part.quantity;
      if (*built)
        for (const MoveLine& line : (*built)->draft.lines) {
          const auto lot = m_bench.directory.lots.find(line.lot_id);
          if (line.to != kKitWorld || lot == m_bench.directory.lots.end() || lot->second.item_id != item->id) continue;
          const std::int64_t skipped = std::min(passed, line.quantity);
          passed -= skipped;
          const std::int64_t taken = std::min(wanted, line.quantity - skipped);
          wanted -= taken;
          if (taken > 0) lines.push_back(back(line.lot_id, share.owner_id, taken));
        }
      if (wanted == 0) continue;
      // Kits that came as such, or whose list of parts has changed since.
      const auto lot_id = lotLike(*item, share.lot_id);
      if (!lot_id) return std::unexpected(lot_id.error());
      lines.push_back(back(*lot_id, share.owner_id, wanted));
    }
    return lines;
  }

 private:
  MoveLine back(std::int64_t lot_id, std::int64_t owner_id, std::int64_t quantity) const {
    return {lot_id, owner_id, quantity, kKitWorld, {m_bench.depot->id, State::kUsable}};
  }
  Result<std::int64_t> lotLike(const Item& item, std::int64_t kit_lot_id) {
    const auto kit_lot = m_bench.directory.lots.find(kit_lot_id);
    Lot lot;
    lot.lot_no =
        fmt::format("{}-{}", m_bench.kit->code, kit_lot == m_bench.directory.lots.end() ? "-" : kit_lot->second.lot_no);
    if (kit_lot != m_bench.directory.lots.end()) lot.expires_on = kit_lot->second.expires_on;
    return m_catalogue.lot(item, lot);
  }
  CatalogueStore m_catalogue;
  LedgerStore& m_ledger;
  const KitBench& m_bench;
};

}  // namespace

Result<Movement> buildKits(const Database& db, LedgerStore& ledger, const KitWish& wish, std::int64_t now_utc_ms) {
  Result<Movement> made = Movement();
  const auto done = inTransaction(db, [&]() -> Result<void> {
    const auto bench = benchOf(db, wish);
    if (!bench) return std::unexpected(bench.error());
    const std::string day = dayOf(now_utc_ms);
    const auto owned = ownedLots(ledger, *bench, day);
    if (!owned) return std::unexpected(owned.error());
    std::int64_t most = 0;
    const std::vector<std::vector<LotAtHand>>* from = nullptr;
    std::int64_t owner = 0;
    for (const auto& [owner_id, lots] : *owned) {
      const std::int64_t kits = kitsFrom(*bench->kit, lots);
      if (kits >= wish.kits && !from) from = &lots, owner = owner_id;
      most = std::max(most, kits);
    }
    if (!from)
      return fail(ErrorCode::kNotEnough, bench->kit->name_zh + ", " + bench->depot->name,
                  fmt::format("{} asked, {} left", wish.kits, most));
    MoveDraft draft = kitDraft(wish);
    std::string expires_on;
    for (std::size_t p = 0; p < from->size(); ++p) {
      const auto shares = chooseLots((*from)[p], wish.kits * bench->kit->parts[p].quantity, day);
      if (!shares) return std::unexpected(shares.error());
      for (const LotShare& share : *shares) {
        draft.lines.push_back(
            {share.lot_id, share.owner_id, share.quantity, {bench->depot->id, State::kUsable}, kKitWorld});
        const std::string& until = bench->directory.lots.at(share.lot_id).expires_on;
        if (!until.empty() && (expires_on.empty() || until < expires_on)) expires_on = until;
      }
    }
    Lot lot;
    std::int64_t number = 1;
    for (const auto& [id, one] : bench->directory.lots) number += one.item_id == bench->kit->id;
    lot.lot_no = fmt::format("{}-{}", day, number);
    lot.made_on = day, lot.expires_on = expires_on;
    const auto lot_id = CatalogueStore(db).lot(*bench->kit, lot);
    if (!lot_id) return std::unexpected(lot_id.error());
    draft.lines.push_back({*lot_id, owner, wish.kits, kKitWorld, {bench->depot->id, State::kUsable}});
    made = ledger.bookInside(draft);
    if (!made) return std::unexpected(made.error());
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

Result<std::vector<Movement>> openKits(const Database& db, LedgerStore& ledger, const KitWish& wish,
                                       std::int64_t now_utc_ms) {
  std::vector<Movement> made;
  const auto done = inTransaction(db, [&]() -> Result<void> {
    const auto bench = benchOf(db, wish);
    if (!bench) return std::unexpected(bench.error());
    const auto there = ledger.atHand(bench->depot->id, bench->kit->id);
    if (!there) return std::unexpected(there.error());
    std::vector<LotAtHand> lots = *there;
    if (!wish.lot.empty()) std::erase_if(lots, [&](const LotAtHand& lot) { return lot.lot_no != wish.lot; });
    const auto shares = chooseLots(std::move(lots), wish.kits, dayOf(now_utc_ms));
    if (!shares) {
      Error wrong = shares.error();
      wrong.subject = bench->kit->name_zh + ", " + bench->depot->name;
      return std::unexpected(std::move(wrong));
    }
    KitOpening opening(db, ledger, *bench);
    for (const LotShare& share : *shares) {
      MoveDraft draft = kitDraft(wish);
      draft.lines.push_back(
          {share.lot_id, share.owner_id, share.quantity, {bench->depot->id, State::kUsable}, kKitWorld});
      auto parts = opening.partsOf(share);
      if (!parts) return std::unexpected(parts.error());
      draft.lines.insert(draft.lines.end(), parts->begin(), parts->end());
      auto booked = ledger.bookInside(draft);
      if (!booked) return std::unexpected(booked.error());
      made.push_back(std::move(*booked));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return made;
}

}  // namespace gis::stocks
