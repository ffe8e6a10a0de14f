// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/core/error.h"

namespace gis::stocks {

// What a quantity is (库存状态). Those of the outside say where it came from or went to; only they may be negative.
// Numbers as in code_stock_state.
enum class State {
  kUsable = 1,
  kReserved = 2,
  kInTransit = 3,  // still in the books of the depot that sent it
  kDamaged = 4,
  kExpired = 5,
  kOnLoan = 6,
  kOpening = 11,
  kSupplier = 12,
  kDonor = 13,
  kUsed = 14,
  kLost = 15,
  kScrapped = 16,
  kDifference = 17,
  kKits = 18,
  kRotated = 19,
};
constexpr bool isOutside(State state) { return static_cast<int>(state) > 10; }
// "usable", "in_transit"
std::string_view stateName(State state);
std::optional<State> stateNamed(std::string_view name);

// What a movement is (业务类型); the names are the codes of code_stock_move.
enum class MoveKind {
  kOpening,
  kPurchase,
  kDonation,
  kRotation,  // an old lot goes out, a fresh one comes in
  kTransfer,
  kIssue,
  kReturn,
  kLoan,
  kCount,
  kScrap,
  kReserve,
  kRelease,
  kDispatch,
  kReceipt,
  kLoss,
  kGrade,  // found damaged, repaired, set apart as expired
  kKit,
  kReversal,  // made by LedgerStore::reverse() only
};
std::string_view kindName(MoveKind kind);
std::optional<MoveKind> kindNamed(std::string_view name);
// The letters a movement's number begins with: CG for a purchase 采购.
std::string_view numberPrefix(MoveKind kind);

// One side of a line. Depot 0 is the outside.
struct Side {
  std::int64_t depot_id = 0;
  State state = State::kUsable;
  friend bool operator==(const Side&, const Side&) = default;
};

// A quantity of one lot of one owner, in the item's unit, from one side to the other.
struct MoveLine {
  std::int64_t lot_id = 0, owner_id = 0, quantity = 0;
  Side from, to;
};

// A movement before it is in the books; booked whole or not at all.
struct MoveDraft {
  MoveKind kind = MoveKind::kIssue;
  std::int64_t at_utc_ms = 0;  // when it happened; 0: now
  std::string author, second_person;
  std::string reason;
  bool is_drill = false;
  bool breaks_order = false;  // another lot than the one that expires first; needs a reason
  std::string paper;          // what it belongs to: uuid of a requisition or a count, a paper's number
  std::vector<MoveLine> lines;
};

// A movement in the books.
struct Movement {
  std::int64_t id = 0;
  std::string uuid, number;
  std::int64_t booked_utc_ms = 0;
  std::optional<std::int64_t> reverses_id, reversed_by;
  MoveDraft draft;
};

// Whether a line of this kind may go from one side to the other.
bool mayGo(MoveKind kind, const Side& from, const Side& to);
// Kinds in which the lot that expires first has to go first (先到期先出, FEFO).
bool keepsOrder(MoveKind kind);
// Kinds in which something whose day has passed may be taken from what is usable or reserved.
bool mayTakeExpired(MoveKind kind, bool is_drill);
// What can be said against a draft without the books: no lines, quantities below 1, sides that do not fit the kind, a
// missing author or reason. kInvalidArgument; the detail names the line.
Result<void> checkDraft(const MoveDraft& draft);

}  // namespace gis::stocks
