// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// A workspace as it was known at a moment (当时所知). The moment is part of the address: `~/city/@1764440100000` is
// opened like any workspace, may only be read, and every store that reads it sees what had been recorded by then. So a
// panel, a report or a command needs to know nothing of it.
//
// How: views of the connection's own, made from the rules in resources/past, stand before the tables; later rows are
// not there, running quantities are reckoned back. Rows of the census keep no such rule: their past is in the log of
// edits (gis/edit), and the map shows it. A reading counts from the time it is of, for nobody wrote down when it came.
std::filesystem::path atMoment(const std::filesystem::path& workspace_folder, std::int64_t utc_ms);

struct MomentAddress {
  std::filesystem::path folder;
  std::int64_t utc_ms = 0;
};
// The two parts of such an address; nothing for a plain folder.
std::optional<MomentAddress> momentOf(const std::filesystem::path& address);

// How the detail of kReadOnly begins when the reason is that the past is looked at; the moment follows.
inline constexpr char kPastMoment[] = "as it was known at ";

// Puts the views before the tables of a connection. Fails with kDamagedFile when a rule is wrong (its table and what
// SQLite says); rules of tables that are not there are passed over.
Result<void> lookBack(const Database& db, std::int64_t utc_ms);

}  // namespace gis
