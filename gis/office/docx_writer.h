// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "gis/core/error.h"
#include "gis/office/document.h"

namespace gis::office {

// The document as a DOCX file: A4 with the margins, sizes and line distance of GB/T 9704-2012 (clauses 5 to 7: text
// area 156 x 225 mm, title 2号 小标宋, text 3号 仿宋, headings 黑体 and 楷体, page number 4号 between dashes, outside),
// styles by name so that an officer can change all headings at once. Each typeface is named with one that Debian has as
// its substitute. The same document gives the same bytes. Fails with kInvalidArgument for a table whose cells do not
// fill it or a picture of another kind than PNG and JPEG.
Result<std::string> writeDocx(const Document& document);

}  // namespace gis::office
