// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string>

#include "gis/stocks/ledger_store.h"

namespace gis::stocks {

// What is done with kits in a depot.
struct KitWish {
  std::string depot, kit;  // by name or code
  std::int64_t kits = 0;
  std::string author, reason;
  std::string lot;  // of the kits to open; empty: what expires first
};

// Puts kits together (组套): their parts go out of the depot, what expires first goes first, and the kits come in as a
// lot of their own that expires when the first of their parts does. All parts are of one owner, to whom the kits belong
// as well: of several the one who has enough. One movement. Fails with kUnknownName, kInvalidArgument (no kit, fewer
// than one), kNotEnough (the detail says how many kits the parts suffice for), and as LedgerStore::book().
Result<Movement> buildKits(const Database& db, LedgerStore& ledger, const KitWish& wish, std::int64_t now_utc_ms);
// Takes kits apart (拆套): their parts come back in the lots that the kits were built from; of kits that came as such
// in the kit's lot and its day of expiry. One movement for each lot of kits, together or none.
Result<std::vector<Movement>> openKits(const Database& db, LedgerStore& ledger, const KitWish& wish,
                                       std::int64_t now_utc_ms);

}  // namespace gis::stocks
