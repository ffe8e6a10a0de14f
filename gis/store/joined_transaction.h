// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "gis/store/database.h"

namespace gis {

// Runs `work` in the transaction that is open, else in one of its own: a store's step may be part of a larger one,
// which then has to end with its failure. SQLite's exceptions are returned. The thread of `db`.
Result<void> inTransaction(const Database& db, const std::function<Result<void>()>& work);

}  // namespace gis
