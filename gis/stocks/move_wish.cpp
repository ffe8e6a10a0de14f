// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/stocks/move_wish.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/stocks/calendar_day.h"

namespace gis::stocks {
namespace {

struct Sides {
  State from, to;
};

// Where a kind goes when nothing else is said.
Sides usualSides(MoveKind kind) {
  using enum State;
  switch (kind) {
    case MoveKind::kOpening:
      return {kOpening, kUsable};
    case MoveKind::kPurchase:
      return {kSupplier, kUsable};
    case MoveKind::kDonation:
      return {kDonor, kUsable};
    case MoveKind::kRotation:
      return {kUsable, kRotated};
    case MoveKind::kReturn:
      return {kOnLoan, kUsable};
    case MoveKind::kLoan:
      return {kUsable, kOnLoan};
    case MoveKind::kScrap:
      return {kExpired, kScrapped};
    case MoveKind::kReserve:
      return {kUsable, kReserved};
    case MoveKind::kRelease:
      return {kReserved, kUsable};
    case MoveKind::kDispatch:
      return {kUsable, kInTransit};
    case MoveKind::kReceipt:
      return {kInTransit, kUsable};
    case MoveKind::kLoss:
      return {kInTransit, kLost};
    case MoveKind::kCount:
      return {kUsable, kDifference};
    case MoveKind::kGrade:
      return {kUsable, kDamaged};
    case MoveKind::kTransfer:
      return {kUsable, kUsable};
    default:
      return {kUsable, kUsed};
  }
}

class WishResolver {
 public:
  WishResolver(const Database& db, LedgerStore& ledger, Directory directory, std::string day)
      : m_catalogue(db), m_ledger(ledger), m_directory(std::move(directory)), m_day(std::move(day)) {}

  Result<MoveDraft> draft(const MoveWish& wish) {
    Sides states = usualSides(wish.kind);
    states.from = wish.from_state.value_or(states.from);
    states.to = wish.to_state.value_or(states.to);
    const Depot* depot = m_directory.depotNamed(wish.depot);
    const Depot* to_depot = wish.to_depot.empty() ? depot : m_directory.depotNamed(wish.to_depot);
    if (!depot || !to_depot)
      return fail(ErrorCode::kUnknownName, depot ? wish.to_depot : wish.depot, "no depot has this name");
    const Side from{isOutside(states.from) ? 0 : depot->id, states.from};
    const Side to{isOutside(states.to) ? 0 : to_depot->id, states.to};
    MoveDraft draft;
    draft.kind = wish.kind, draft.at_utc_ms = wish.at_utc_ms;
    draft.author = wish.author, draft.second_person = wish.second_person, draft.reason = wish.reason;
    draft.is_drill = wish.is_drill, draft.breaks_order = wish.breaks_order, draft.paper = wish.paper;
    for (std::size_t i = 0; i < wish.lines.size(); ++i) {
      auto lines = linesOf(wish, wish.lines[i], from, to);
      if (!lines) return std::unexpected(std::move(lines.error()).via(fmt::format("line {}", i + 1)));
      draft.lines.insert(draft.lines.end(), lines->begin(), lines->end());
    }
    return draft;
  }

 private:
  Result<std::vector<MoveLine>> linesOf(const MoveWish& wish, const WishLine& line, const Side& from, const Side& to) {
    const Item* item = m_directory.itemNamed(line.item);
    if (!item) return fail(ErrorCode::kUnknownName, line.item, "no item of the catalogue has this name");
    const auto quantity = quantityOf(*item, line.quantity);
    if (!quantity) return std::unexpected(quantity.error());
    if (*quantity == 0) return fail(ErrorCode::kInvalidArgument, line.item, "a quantity of 0; at least 1");
    const std::string& owner_name = line.owner.empty() ? wish.owner : line.owner;
    if (from.depot_id == 0) return comingIn(*item, line, owner_name, *quantity, from, to);
    const auto owner = std::ranges::find_if(m_directory.owners, [&](const auto& o) { return o.second == owner_name; });
    if (!owner_name.empty() && owner == m_directory.owners.end())
      return fail(ErrorCode::kUnknownName, owner_name, "owns nothing here");
    const auto there = m_ledger.atHand(from.depot_id, item->id, from.state);
    if (!there) return std::unexpected(there.error());
    std::vector<LotAtHand> lots = *there;
    if (!owner_name.empty()) std::erase_if(lots, [&](const LotAtHand& lot) { return lot.owner_id != owner->first; });
    if (!line.lot.empty()) {
      if (!m_directory.lot(item->id, line.lot)) return fail(ErrorCode::kUnknownName, line.lot, "no such lot");
      std::erase_if(lots, [&](const LotAtHand& lot) { return lot.lot_no != line.lot; });
      // A lot that is named is taken as it is; whether it may go is for the ledger to say.
      for (LotAtHand& lot : lots) lot.expires_on.clear();
    } else if (mayTakeExpired(wish.kind, wish.is_drill)) {
      for (LotAtHand& lot : lots)
        if (lot.expires_on < m_day && !lot.expires_on.empty()) lot.expires_on = m_day;
    }
    const auto shares = chooseLots(std::move(lots), *quantity, m_day);
    if (!shares) {
      Error wrong = shares.error();
      wrong.subject = item->name_zh + ", " + wish.depot;
      return std::unexpected(std::move(wrong));
    }
    std::vector<MoveLine> lines;
    for (const LotShare& share : *shares) lines.push_back({share.lot_id, share.owner_id, share.quantity, from, to});
    return lines;
  }

  Result<std::vector<MoveLine>> comingIn(const Item& item, const WishLine& line, const std::string& owner_name,
                                         std::int64_t quantity, const Side& from, const Side& to) {
    Lot lot;
    lot.lot_no = line.lot.empty() ? "-" : line.lot;
    lot.made_on = line.made_on, lot.expires_on = line.expires_on;
    lot.donor = line.donor, lot.price_yuan = line.price_yuan;
    const auto lot_id = m_catalogue.lot(item, lot);
    if (!lot_id) return std::unexpected(lot_id.error());
    const auto owner_id = m_catalogue.owner(owner_name);
    if (!owner_id) return std::unexpected(owner_id.error());
    return std::vector<MoveLine>{{*lot_id, *owner_id, quantity, from, to}};
  }

  CatalogueStore m_catalogue;
  LedgerStore& m_ledger;
  Directory m_directory;
  std::string m_day;
};

}  // namespace

Result<std::vector<Movement>> bookWishes(const Database& db, LedgerStore& ledger, const std::vector<MoveWish>& wishes,
                                         std::int64_t now_utc_ms) {
  std::vector<Movement> booked;
  const auto done = inTransaction(db, [&]() -> Result<void> {
    for (const MoveWish& wish : wishes) {
      const auto named = [&](Error wrong) {
        return std::unexpected(std::move(wrong).via(fmt::format("movement {}", booked.size() + 1)));
      };
      auto directory = CatalogueStore(db).directory();  // with the lots of the movements before
      if (!directory) return std::unexpected(directory.error());
      const std::int64_t at_utc_ms = wish.at_utc_ms == 0 ? now_utc_ms : wish.at_utc_ms;
      const auto draft = WishResolver(db, ledger, std::move(*directory), dayOf(at_utc_ms)).draft(wish);
      if (!draft) return named(draft.error());
      auto made = ledger.bookInside(*draft);
      if (!made) return named(made.error());
      booked.push_back(std::move(*made));
    }
    return {};
  });
  if (!done) return std::unexpected(done.error());
  return booked;
}

}  // namespace gis::stocks
