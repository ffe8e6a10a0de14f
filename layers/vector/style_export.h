// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>

#include "gis/core/clock.h"
#include "gis/core/error.h"
#include "gis/store/database.h"
#include "layers/vector/catalogue.h"

namespace layers {

// Writes the looks of a workspace's tables into its layer_styles, as SLD and as QGIS's QML, in the light theme (paper
// and most maps are white) and Chinese names: other programs then show the workspace alike. Layers that
// draw the same table become one style. Tables that are not there are passed over. Returns how many were written.
// `now_utc` as gis::formatUtc() has it. Fails as gis::LayerStyleStore::replaceOurs does.
gis::Result<int> exportStyles(const Catalogue& catalogue, const gis::Database& db, const std::string& now_utc);

// The same for the built-in looks and a workspace by its folder, which is dated as the workspace when there is no clock
// (so that equal demos stay equal). Fails also as gis::Workspace::open does, and with its readOnlyReason().
gis::Result<int> exportBuiltInStyles(const std::filesystem::path& workspace_folder, const gis::Clock* clock);

}  // namespace layers
