// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <expected>
#include <string>
#include <string_view>

#include "gis/cap/cap_reader.h"

namespace gis {

// The bytes of an XML document as UTF-8 without a byte-order mark, whatever they were; refuses what is too large, no
// text in its declared encoding, or carries a document type or entities of its own. Any thread.
std::expected<std::string, CapProblem> guardedXml(std::string_view bytes);

// Up to this many elements within each other.
constexpr int kXmlMostDepth = 32;

}  // namespace gis
