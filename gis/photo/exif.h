// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstddef>
#include <optional>
#include <span>
#include <string>

#include "gis/core/coords.h"

namespace gis {

// What a camera wrote into a photograph about when and where it was taken.
struct ExifFacts {
  std::string taken_local;      // "2024-07-26 14:03:11", the camera's own time; empty: not told
  std::optional<LonLat> where;  // WGS 84, which is CGCS2000 to a few centimetres
};

// Reads the APP1 segment of a JPEG file. What is missing or broken is left out; no bytes make it fail or read outside
// of them. Any thread.
// Source: CIPA DC-008-2019 (Exif 2.32), clauses 4.5.2, 4.6.2-4.6.6; TIFF 6.0, section 2.
ExifFacts readExif(std::span<const std::byte> jpeg);

enum class PhotoKind { kJpeg, kPng };
// By the first bytes.
std::optional<PhotoKind> photoKindOf(std::span<const std::byte> file);

}  // namespace gis
