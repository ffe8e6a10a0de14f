// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/edit/cell_value.h"

namespace app {

// Writes a sheet, .xlsx or .csv by the name of the file, which gets its name when it is whole. Fails with
// kInvalidArgument (another ending) and as the writers and the disk do. Any thread.
gis::Result<void> writeSheetFile(const std::filesystem::path& file, const std::string& sheet,
                                 const std::vector<std::string>& headings,
                                 const std::vector<std::vector<gis::CellValue>>& rows);

}  // namespace app
