// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "gis/stocks/ledger_copy_store.h"

namespace app {

// The books as a file for another computer; `seat` is whose they are, as the other side calls it. Fails as the store
// and the disk do. The store's thread.
gis::Result<void> writeLedgerCopy(gis::stocks::LedgerCopyStore& store, const std::filesystem::path& file,
                                  const std::string& seat);
// Takes such a file over, whole or not at all. Fails with kNotFound and kDamagedFile, naming the file, and as the
// store does.
gis::Result<gis::stocks::LedgerMerge> mergeLedgerCopy(gis::stocks::LedgerCopyStore& store,
                                                      const std::filesystem::path& file);

}  // namespace app
