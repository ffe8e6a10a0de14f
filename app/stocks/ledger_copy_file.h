// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "gis/core/error.h"
#include "gis/stocks/ledger_copy_store.h"

namespace app {

// The books of a workspace as a file for another computer; `seat` is whose they are, as the other side calls it. For a
// job. Fails as the workspace, the store and the disk do.
gis::Result<void> writeLedgerCopy(const std::filesystem::path& folder, const std::filesystem::path& file,
                                  const std::string& seat);
// Takes such a file over, whole or not at all. Fails with kNotFound and kDamagedFile, naming the file, and as the
// store does.
gis::Result<gis::stocks::LedgerMerge> mergeLedgerCopy(const std::filesystem::path& folder,
                                                      const std::filesystem::path& file);

}  // namespace app
