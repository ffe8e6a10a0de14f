// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace gis::office {

// Text as XML 1.0 may hold it: bytes that are no UTF-8 and control characters become U+FFFD, because a program that
// meets one calls the whole file damaged; tabs and line ends stay.
std::string xmlSafe(std::string_view text);

// xmlSafe with & < > " ' written as XML wants them, for text and attributes alike.
std::string xmlEscaped(std::string_view text);

// The document with its declaration and without blanks that nobody asked for: the same tree gives the same bytes.
// Texts put into the tree are to be xmlSafe; pugixml escapes them.
std::string xmlText(const pugi::xml_document& document);

}  // namespace gis::office
