// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

struct sqlite3;

namespace gis {

// Registers ST_MinX, ST_MaxX, ST_MinY, ST_MaxY and ST_IsEmpty on a connection, as the triggers of the GeoPackage
// R-tree extension call them (OGC 12-128r18 annex F.3). They return NULL for NULL and for blobs that are no geometry.
// Returns an SQLite result code.
int registerGeometryFunctions(sqlite3* connection);

}  // namespace gis
