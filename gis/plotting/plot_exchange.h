// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/edit/row_editor.h"
#include "gis/plotting/plot_store.h"

namespace gis {

// GeoJSON (RFC 7946): a feature an object, its look in the properties "kind", "symbol", "label", "colour", "width_px",
// "dashed", "radius_m", "sheet" and, for other programs, simplestyle's "stroke", "stroke-width", "fill", "title".
// A circle is a polygon; "centre" and "radius_m" make it a circle again.
std::string plotsAsGeoJson(const PlotBook& book);
// KML 2.2 (OGC 12-007r2): a folder a sheet, hidden sheets with visibility 0.
std::string plotsAsKml(const PlotBook& book);

// What plotsAsGeoJson wrote, and any other GeoJSON as far as it holds points, lines and simple polygons; the rest is
// left out with a warning. Fails with kNotFound, kDamagedFile, kOutOfRange (larger than 100 MB).
Result<Loaded<std::vector<PlotObject>>> plotsFromGeoJson(const std::string& text, const std::string& name);
Result<Loaded<std::vector<PlotObject>>> plotsFromGeoJsonFile(const std::filesystem::path& file);

// Adds objects as a new sheet, within the caller's step.
Result<void> addPlots(RowEditor& rows, const std::string& sheet_name, std::vector<PlotObject> objects);

// Written beside and moved into place. Fails with kPermissionDenied, kDiskFull, kNotFound, kIoFailed.
Result<void> writeTextFile(const std::filesystem::path& file, const std::string& text);

}  // namespace gis
