// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "gis/core/error.h"

namespace gis {

// What one cell holds: null, integer, real, text (UTF-8) or bytes (a geometry as GeoPackage blob). Equal when SQLite
// would say "IS": an integer never equals a text.
using CellValue = std::variant<std::monostate, std::int64_t, double, std::string, std::vector<std::byte>>;

// A row by column name, without fid.
using RowCells = std::map<std::string, CellValue, std::less<>>;

// All cells of a row as one value (CBOR, RFC 8949), for the changes that say that a row came or went.
std::vector<std::byte> packRow(const RowCells& cells);
// Fails with kDamagedFile.
Result<RowCells> unpackRow(std::span<const std::byte> bytes);

}  // namespace gis
