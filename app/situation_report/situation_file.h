// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "gis/core/error.h"
#include "gis/situation/draft.h"

namespace app {

// Writes a draft or an issued report as .docx, .pdf or .xlsx, by the file's ending. A file of that name is replaced
// when the new one is whole. Fails with kUnsupportedFormat for another ending, else as PendingFile does. PDF needs a
// QGuiApplication; any thread.
gis::Result<void> writeSituationFile(const std::filesystem::path& file, const gis::situation::Draft& draft,
                                     const std::string& author);

// The files of an issued report in the workspace's exports/: DOCX and PDF, of statistics XLSX too. Returns their names.
gis::Result<std::vector<std::filesystem::path>> writeIssuedFiles(const std::filesystem::path& workspace,
                                                                 const gis::situation::Draft& draft,
                                                                 const std::string& author);

}  // namespace app
