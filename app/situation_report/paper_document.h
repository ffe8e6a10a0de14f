// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "gis/core/error.h"
#include "gis/office/document.h"

namespace app {

// An official paper as PDF: the same content, sizes, margins and line distance as gis/office writes into DOCX, page
// numbers between dashes on the outer side, headings of tables again on every page. The file gets its name when it is
// whole. Fails as PendingFile does, with kInvalidArgument for a table that is none. Needs a QGuiApplication for its
// fonts; any thread.
gis::Result<void> writePaperDocument(const std::filesystem::path& file, const gis::office::Document& document);

}  // namespace app
