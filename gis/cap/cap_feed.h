// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <expected>
#include <string>
#include <string_view>
#include <vector>

#include "gis/cap/cap_reader.h"

namespace gis {

// A warning that a list of warnings points to. `href` is as it stands there, perhaps relative; `stamp` is when its
// entry was last changed, in the list's own words, perhaps empty.
struct CapLink {
  std::string href, stamp;
  friend bool operator==(const CapLink&, const CapLink&) = default;
};

// The warnings that an Atom or RSS feed, or any XML list, points to, in its order: links of the type
// application/cap+xml, or whose path ends with .xml or .cap. In a feed only those of its entries count: its own address
// is none. Each once. The bytes may come from anybody: as with readCap(), nothing is fetched here. An alert itself, and
// what is no XML, is a problem: kNotCap with its root, and the like. Any thread.
std::expected<std::vector<CapLink>, CapProblem> readCapFeed(std::string_view bytes);

}  // namespace gis
