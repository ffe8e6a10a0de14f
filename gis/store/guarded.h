// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>
#include <SQLiteCpp/Statement.h>

#include <exception>
#include <type_traits>

#include "gis/core/error.h"
#include "gis/store/database.h"

namespace gis {

// Runs `work` (a callable returning Result<T>) and turns an SQLite::Exception into an Error about `db`'s file, so that
// no exception leaves a store.
template <class Work>
std::invoke_result_t<Work> guarded(const Database& db, Work&& work) {
  try {
    return work();
  } catch (const SQLite::Exception& e) {
    return std::unexpected(sqlError(db.file().string(), e.getExtendedErrorCode(), e.what()));
  } catch (const std::exception& e) {
    return fail(ErrorCode::kIoFailed, db.file().string(), e.what());
  }
}

}  // namespace gis
