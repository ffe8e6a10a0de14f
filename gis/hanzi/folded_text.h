// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>
#include <string_view>

namespace gis {

// A text as it is compared when people search: Latin letters small, full-width letters, digits and signs as their
// ordinary twins (Unicode block Halfwidth and Fullwidth Forms), the ideographic space as a space. Everything else stays
// byte by byte, also what is no UTF-8. Any thread.
std::string foldedText(std::string_view utf8);
// The same, added to `out`: for loops over 100,000s of texts.
void appendFolded(std::string_view utf8, std::string& out);

}  // namespace gis
