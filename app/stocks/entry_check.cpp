// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/entry_check.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>
#include <array>

#include "app/stocks/stocks_words.h"
#include "gis/stocks/calendar_day.h"

namespace app {
namespace {

namespace stocks = gis::stocks;
using stocks::MoveKind;
using stocks::State;

struct EntryWords {
  Q_DECLARE_TR_FUNCTIONS(EntryWords)
};

// Depot, item, lot, owner.
using Place = std::array<std::int64_t, 4>;

class EntryChecker {
 public:
  EntryChecker(const StockView& view, const EntryHead& head) : m_view(view), m_head(head) {
    for (const stocks::CellBalance& cell : view.balance)
      if (cell.state == head.kind.from)
        m_left[{cell.depot_id, cell.item_id, cell.lot_id, cell.owner_id}] = cell.quantity;
  }

  EntryVerdict check(const EntryLine& line) {
    EntryVerdict verdict;
    const auto is = [&](EntryTrouble trouble) {
      verdict.trouble = trouble;
      return verdict;
    };
    const stocks::Depot* depot = m_view.directory.depotNamed(line.depot);
    const stocks::Item* item = m_view.directory.itemNamed(line.item);
    if (!line.depot.empty() && !depot) return is(EntryTrouble::kUnknownDepot);
    if (!line.item.empty() && !item) return is(EntryTrouble::kUnknownItem);
    if (!depot || !item || line.quantity.empty()) return is(EntryTrouble::kUnfinished);
    const auto quantity = stocks::quantityOf(*item, line.quantity);
    if (!quantity || *quantity == 0) return is(EntryTrouble::kBadQuantity);
    verdict.quantity = *quantity;
    return m_head.kind.comesIn() ? comingIn(line, *item, std::move(verdict))
                                 : goingOut(line, *depot, *item, std::move(verdict));
  }

 private:
  EntryVerdict comingIn(const EntryLine& line, const stocks::Item& item, EntryVerdict verdict) {
    verdict.lot_no = line.lot.empty() ? "-" : line.lot;
    verdict.expires_on = line.expires_on;
    if (!line.expires_on.empty() && !stocks::dayNumber(line.expires_on)) {
      verdict.trouble = EntryTrouble::kBadDay;
      return verdict;
    }
    const auto named = m_new_lots.find({item.id, verdict.lot_no});
    const stocks::Lot* known = m_view.directory.lot(item.id, verdict.lot_no);
    const std::string* before = known ? &known->expires_on : named != m_new_lots.end() ? &named->second : nullptr;
    if (before && !line.expires_on.empty() && *before != line.expires_on) {
      verdict.expires_on = *before;
      verdict.trouble = EntryTrouble::kDuplicateLot;
      return verdict;
    }
    if (before) verdict.expires_on = *before;
    verdict.is_new_lot = !known;
    if (!known) m_new_lots[{item.id, verdict.lot_no}] = verdict.expires_on;
    const bool expired = !verdict.expires_on.empty() && verdict.expires_on < m_view.day;
    if (expired && m_head.kind.to == State::kUsable) verdict.trouble = EntryTrouble::kExpired;
    return verdict;
  }

  EntryVerdict goingOut(const EntryLine& line, const stocks::Depot& depot, const stocks::Item& item,
                        EntryVerdict verdict) {
    std::vector<stocks::LotAtHand> lots;
    const bool takes_expired = stocks::mayTakeExpired(m_head.kind.kind, m_head.is_drill);
    bool lot_expired = false;
    for (const auto& [place, left] : m_left) {
      if (place[0] != depot.id || place[1] != item.id || left <= 0) continue;
      const stocks::Lot& lot = m_view.directory.lots.at(place[2]);
      if (!line.lot.empty() && lot.lot_no != line.lot) continue;
      const bool expired = stocks::isExpired(lot, m_view.day);
      // Only what has expired is set apart as expired.
      if (!expired && m_head.kind.kind == MoveKind::kGrade && m_head.kind.to == State::kExpired) continue;
      if (expired && !takes_expired) {
        lot_expired = true, verdict.lot_no = lot.lot_no, verdict.expires_on = lot.expires_on;
        continue;
      }
      lots.push_back({place[2], place[3], left, lot.lot_no, expired ? m_view.day : lot.expires_on});
      verdict.left += left;
    }
    if (!line.lot.empty() && !m_view.directory.lot(item.id, line.lot)) {
      verdict.trouble = EntryTrouble::kUnknownLot;
      return verdict;
    }
    if (verdict.left < verdict.quantity) {
      verdict.trouble = lot_expired && lots.empty() ? EntryTrouble::kExpired : EntryTrouble::kNotEnough;
      return verdict;
    }
    const auto shares = stocks::chooseLots(lots, verdict.quantity, m_view.day);
    if (!shares) {
      verdict.trouble = EntryTrouble::kNotEnough;
      return verdict;
    }
    if (!line.lot.empty()) checkOrder(depot, item, *shares, verdict);
    for (const stocks::LotShare& share : *shares) {
      m_left[{depot.id, item.id, share.lot_id, share.owner_id}] -= share.quantity;
      const stocks::Lot& lot = m_view.directory.lots.at(share.lot_id);
      const auto owner = m_view.directory.owners.find(share.owner_id);
      verdict.shares.push_back({lot.lot_no, lot.expires_on,
                                owner == m_view.directory.owners.end() ? std::string() : owner->second,
                                share.quantity});
    }
    return verdict;
  }

  // As the ledger: another lot of the same owner that is still good expires before it.
  void checkOrder(const stocks::Depot& depot, const stocks::Item& item, const std::vector<stocks::LotShare>& shares,
                  EntryVerdict& verdict) {
    if (!stocks::keepsOrder(m_head.kind.kind) || m_head.is_drill || m_head.kind.from != State::kUsable) return;
    for (const stocks::LotShare& share : shares) {
      const std::string& until = m_view.directory.lots.at(share.lot_id).expires_on;
      const stocks::Lot* first = nullptr;
      for (const auto& [place, left] : m_left) {
        if (place[0] != depot.id || place[1] != item.id || place[3] != share.owner_id || left <= 0) continue;
        const stocks::Lot& lot = m_view.directory.lots.at(place[2]);
        const bool earlier =
            !lot.expires_on.empty() && lot.expires_on >= m_view.day && (until.empty() || lot.expires_on < until);
        if (earlier && (!first || lot.expires_on < first->expires_on)) first = &lot;
      }
      if (!first) continue;
      verdict.trouble = EntryTrouble::kOutOfOrder;
      verdict.lot_no = first->lot_no, verdict.expires_on = first->expires_on;
      return;
    }
  }

  const StockView& m_view;
  const EntryHead& m_head;
  std::map<Place, std::int64_t> m_left;
  std::map<std::pair<std::int64_t, std::string>, std::string> m_new_lots;
};

int numberIn(const gis::Error& error, const std::string& word) {
  for (const std::string& step : error.trail)
    if (step.starts_with(word)) return QString::fromStdString(step.substr(word.size())).toInt();
  return 0;
}

}  // namespace

const std::vector<EntryKind>& entryKinds() {
  using enum State;
  static const std::vector<EntryKind> kinds{
      {MoveKind::kIssue, kUsable, kUsed},        {MoveKind::kTransfer, kUsable, kUsable},
      {MoveKind::kPurchase, kSupplier, kUsable}, {MoveKind::kDonation, kDonor, kUsable},
      {MoveKind::kLoan, kUsable, kOnLoan},       {MoveKind::kReturn, kOnLoan, kUsable},
      {MoveKind::kGrade, kUsable, kDamaged},     {MoveKind::kGrade, kDamaged, kUsable},
      {MoveKind::kGrade, kUsable, kExpired},     {MoveKind::kScrap, kExpired, kScrapped},
      {MoveKind::kScrap, kDamaged, kScrapped},   {MoveKind::kRotation, kUsable, kRotated},
      {MoveKind::kRotation, kRotated, kUsable},  {MoveKind::kLoss, kUsable, kLost},
      {MoveKind::kOpening, kOpening, kUsable}};
  return kinds;
}

QString entryKindText(const EntryKind& kind) {
  switch (kind.kind) {
    case MoveKind::kIssue:
      return EntryWords::tr("Give out");
    case MoveKind::kGrade:
      return kind.to == State::kDamaged   ? EntryWords::tr("Found damaged")
             : kind.to == State::kExpired ? EntryWords::tr("Set apart as expired")
                                          : EntryWords::tr("Repaired");
    case MoveKind::kScrap:
      return kind.from == State::kExpired ? EntryWords::tr("Scrap what has expired")
                                          : EntryWords::tr("Scrap what is damaged");
    case MoveKind::kRotation:
      return kind.comesIn() ? EntryWords::tr("Rotation: fresh in") : EntryWords::tr("Rotation: old out");
    case MoveKind::kLoss:
      return EntryWords::tr("Lost");
    default:
      return moveKindText(kind.kind);
  }
}

std::vector<EntryVerdict> checkEntry(const StockView& view, const EntryHead& head,
                                     const std::vector<EntryLine>& lines) {
  EntryChecker checker(view, head);
  std::vector<EntryVerdict> verdicts;
  for (const EntryLine& line : lines) verdicts.push_back(checker.check(line));
  return verdicts;
}

bool mayBook(const EntryHead& head, const std::vector<EntryVerdict>& verdicts) {
  return !verdicts.empty() && std::ranges::all_of(verdicts, [&](const EntryVerdict& one) {
    return one.trouble == EntryTrouble::kNone || (one.trouble == EntryTrouble::kOutOfOrder && !head.reason.empty());
  });
}

QString verdictText(const StockView& view, const EntryLine& line, const EntryVerdict& verdict) {
  const stocks::Item* item = view.directory.itemNamed(line.item);
  const QString lot = QString::fromStdString(verdict.lot_no), day = QString::fromStdString(verdict.expires_on);
  switch (verdict.trouble) {
    case EntryTrouble::kUnfinished:
      return {};
    case EntryTrouble::kUnknownDepot:
      return EntryWords::tr("No depot is called so.");
    case EntryTrouble::kUnknownItem:
      return EntryWords::tr("No item is called so.");
    case EntryTrouble::kBadQuantity:
      return EntryWords::tr("A whole number from 1, in %1 or packs.").arg(item ? itemUnit(*item) : QString());
    case EntryTrouble::kUnknownLot:
      return EntryWords::tr("No such lot.");
    case EntryTrouble::kNotEnough:
      return EntryWords::tr("%1 wanted, %2 there.").arg(stockCount(verdict.quantity), stockCount(verdict.left));
    case EntryTrouble::kExpired:
      return EntryWords::tr("Lot %1 expired on %2.").arg(lot, day);
    case EntryTrouble::kOutOfOrder:
      return EntryWords::tr("Lot %1 expires first (%2): take it, or give a reason below.").arg(lot, day);
    case EntryTrouble::kBadDay:
      return EntryWords::tr("A day like 2027-06-30.");
    case EntryTrouble::kDuplicateLot:
      return day.isEmpty() ? EntryWords::tr("Lot %1 is known without a day of expiry.").arg(lot)
                           : EntryWords::tr("Lot %1 is known to expire on %2.").arg(lot, day);
    case EntryTrouble::kNone:
      break;
  }
  const QString quantity = item ? quantityText(*item, verdict.quantity) : stockCount(verdict.quantity);
  if (verdict.shares.empty())
    return verdict.is_new_lot ? EntryWords::tr("%1, new lot %2").arg(quantity, lot)
                              : EntryWords::tr("%1 more of lot %2").arg(quantity, lot);
  QStringList parts;
  for (const EntryShare& share : verdict.shares)
    parts << (share.expires_on.empty()
                  ? EntryWords::tr("%1 of %2").arg(stockCount(share.quantity), QString::fromStdString(share.lot_no))
                  : EntryWords::tr("%1 of %2 (until %3)")
                        .arg(stockCount(share.quantity), QString::fromStdString(share.lot_no),
                             QString::fromStdString(share.expires_on)));
  return EntryWords::tr("%1; %2 left")
      .arg(parts.join(QStringLiteral(" + ")), stockCount(verdict.left - verdict.quantity));
}

EntryWishes wishesOf(const StockView& view, const EntryHead& head, const std::vector<EntryLine>& lines,
                     const std::vector<EntryVerdict>& verdicts) {
  EntryWishes made;
  std::map<std::int64_t, std::size_t> of_depot;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const stocks::Depot* depot = view.directory.depotNamed(lines[i].depot);
    const stocks::Item* item = view.directory.itemNamed(lines[i].item);
    if (!depot || !item) continue;
    const auto [at, is_new] = of_depot.emplace(depot->id, made.wishes.size());
    if (is_new) {
      stocks::MoveWish wish;
      wish.kind = head.kind.kind, wish.from_state = head.kind.from, wish.to_state = head.kind.to;
      wish.depot = depot->code;
      if (head.kind.kind == MoveKind::kTransfer) wish.to_depot = head.to_depot;
      wish.owner = head.kind.comesIn() ? head.owner : std::string();
      wish.author = head.author, wish.reason = head.reason, wish.paper = head.paper, wish.is_drill = head.is_drill;
      made.wishes.push_back(std::move(wish));
      made.origin.emplace_back();
    }
    stocks::MoveWish& wish = made.wishes[at->second];
    wish.breaks_order |= verdicts[i].trouble == EntryTrouble::kOutOfOrder;
    const auto add = [&](stocks::WishLine line) {
      line.item = item->code;
      wish.lines.push_back(std::move(line));
      made.origin[at->second].push_back(i);
    };
    for (const EntryShare& share : verdicts[i].shares) {
      stocks::WishLine line;
      line.quantity = std::to_string(share.quantity), line.lot = share.lot_no, line.owner = share.owner;
      add(std::move(line));
    }
    if (!verdicts[i].shares.empty()) continue;
    stocks::WishLine line;
    line.quantity = std::to_string(verdicts[i].quantity), line.lot = lines[i].lot;
    line.expires_on = verdicts[i].expires_on;
    add(std::move(line));
  }
  return made;
}

int lineOf(const EntryWishes& wishes, const gis::Error& error) {
  const int movement = numberIn(error, "movement "), line = numberIn(error, "line ");
  if (movement < 1 || line < 1 || movement > static_cast<int>(wishes.origin.size())) return -1;
  const std::vector<std::size_t>& origin = wishes.origin[static_cast<std::size_t>(movement - 1)];
  return line > static_cast<int>(origin.size()) ? -1 : static_cast<int>(origin[static_cast<std::size_t>(line - 1)]);
}

}  // namespace app
