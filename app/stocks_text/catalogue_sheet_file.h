// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "gis/stocks/catalogue_store.h"

namespace app {

// The catalogue as a sheet, .xlsx or .csv; headings in Chinese or English (both are understood again). Fails as
// writeSheetFile(). Any thread.
gis::Result<void> writeCatalogueSheet(const gis::stocks::Directory& directory, const std::filesystem::path& file,
                                      bool in_chinese);

}  // namespace app
