// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/stocks/catalogue_store.h"
#include "gis/stocks/ledger_store.h"

namespace gis::stocks {

// A movement as people write it: by names, in packs, with or without a lot.
struct WishLine {
  std::string item, quantity;  // "棉被", "3包"
  std::string lot;             // empty: what expires first; of what comes in: "-"
  std::string owner;           // empty: the wish's
  std::string made_on, expires_on, donor;
  std::optional<double> price_yuan;
};
struct MoveWish {
  MoveKind kind = MoveKind::kIssue;
  std::string depot, to_depot, owner, author, second_person, reason, paper;
  std::int64_t at_utc_ms = 0;
  bool is_drill = false, breaks_order = false;
  std::optional<State> from_state, to_state;  // where the kind leaves a choice
  std::vector<WishLine> lines;
};

// {"kind": "issue", "depot": "沁源县库", "author": "王建国", "lines": [{"item": "棉被", "quantity": "3包"}]}, or a list
// of such under "moves". Other keys: to, at ("2026-05-01T08:00:00Z"), owner, reason, second_person, paper, drill,
// breaks_order, from_state, to_state; in lines lot, owner, made_on, expires_on, donor, price_yuan. Fails with
// kInvalidArgument, naming the key: a key that nobody knows is a mistake and not ignored (unknownKeyDetail; the trail
// says in which movement and line).
Result<std::vector<MoveWish>> readWishes(std::string_view json);

// The detail of an error about a key: "no such key; known: item, quantity".
inline constexpr std::string_view kNoSuchKey = "no such key; known: ";
std::string unknownKeyDetail(const std::vector<std::string>& known);

// Books them in one transaction, all or none; lots and owners that come in new are entered with them. Fails with
// kUnknownName (depot, item, lot, owner) and as LedgerStore::book(); the trail names the movement and the line.
Result<std::vector<Movement>> bookWishes(const Database& db, LedgerStore& ledger, const std::vector<MoveWish>& wishes,
                                         std::int64_t now_utc_ms);

}  // namespace gis::stocks
