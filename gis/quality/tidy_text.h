// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gis {

// A name (UTF-8) without what no name has: blanks at the ends and doubled inside, control characters, marks that show
// nothing; full-width letters and digits become ordinary ones. A name of nothing else becomes empty. Any thread.
std::string tidyName(std::string_view name);

// Whether a name holds what came from a wrong encoding or a broken export: U+FFFD, private-use characters, "???",
// control characters, HTML entities, bytes that are no UTF-8, or "锟斤拷", which GBK makes of U+FFFD.
bool hasBrokenText(std::string_view name);

}  // namespace gis
