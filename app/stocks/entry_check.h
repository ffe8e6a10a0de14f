// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <map>
#include <string>
#include <vector>

#include "app/stocks/stocks_job.h"
#include "gis/stocks/move_wish.h"

namespace app {

// What a person enters: a kind of movement and from which state to which.
struct EntryKind {
  gis::stocks::MoveKind kind;
  gis::stocks::State from, to;
  bool comesIn() const { return gis::stocks::isOutside(from); }
};
const std::vector<EntryKind>& entryKinds();
QString entryKindText(const EntryKind& kind);

struct EntryLine {
  std::string depot, item, quantity, lot, expires_on;  // as typed
};
struct EntryHead {
  EntryKind kind = entryKinds().front();
  std::string to_depot;  // of a transfer
  std::string owner;     // of what comes in
  std::string author, reason, paper;
  bool is_drill = false;
};

enum class EntryTrouble {
  kNone,
  kUnfinished,  // depot, item or quantity is still missing
  kUnknownDepot,
  kUnknownItem,
  kBadQuantity,
  kUnknownLot,
  kNotEnough,
  kExpired,
  kOutOfOrder,  // another lot expires first: with a reason it may go
  kBadDay,
  kDuplicateLot,  // known with another day of expiry
};

// What goes of a lot.
struct EntryShare {
  std::string lot_no, expires_on, owner;
  std::int64_t quantity = 0;
};

// What is to be said of a line.
struct EntryVerdict {
  EntryTrouble trouble = EntryTrouble::kNone;
  std::int64_t quantity = 0, left = 0;  // asked; there for it before, after what the lines above take
  std::string lot_no, expires_on;       // the lot it is about
  std::vector<EntryShare> shares;       // what goes: first expired first out, or the lot that was typed
  bool is_new_lot = false;
};

// Checks lines against what was last read, each after those above it; the ledger checks again when they are booked.
// Any thread.
std::vector<EntryVerdict> checkEntry(const StockView& view, const EntryHead& head, const std::vector<EntryLine>& lines);
// Whether all of it may be booked: something to book, no line with trouble; one out of order only with a reason.
bool mayBook(const EntryHead& head, const std::vector<EntryVerdict>& verdicts);
QString verdictText(const StockView& view, const EntryLine& line, const EntryVerdict& verdict);

// The lines as movements, one for each depot, lots by name; `origin` says which line each of a movement's lines is.
struct EntryWishes {
  std::vector<gis::stocks::MoveWish> wishes;
  std::vector<std::vector<std::size_t>> origin;
};
EntryWishes wishesOf(const StockView& view, const EntryHead& head, const std::vector<EntryLine>& lines,
                     const std::vector<EntryVerdict>& verdicts);
// The line that an error of bookWishes() is about ("movement 2", "line 3" in its trail); none: -1.
int lineOf(const EntryWishes& wishes, const gis::Error& error);

}  // namespace app
