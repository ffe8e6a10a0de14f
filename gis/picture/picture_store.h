// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "gis/picture/picture_file.h"
#include "gis/store/database.h"

namespace gis {

// What the rows of table `photo` show, each content once, by name; none in a database that is older than that table.
Result<std::vector<Picture>> picturesShown(const Database& db);

// Of the rows that steps brought which arrived after `after_arrival` and that are still there.
Result<std::vector<Picture>> picturesSince(const Database& db, std::int64_t after_arrival);

// Those that are shown and are not in the folder of the workspace, as far as their sizes say.
Result<std::vector<Picture>> picturesMissing(const Database& db, const std::filesystem::path& workspace_folder);

}  // namespace gis
