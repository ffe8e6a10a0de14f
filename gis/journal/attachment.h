// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>

#include "gis/journal/entry.h"

namespace gis::journal {

// Files of entries lie in <workspace>/attachments, each content once, named by it, never changed.
std::filesystem::path attachmentFile(const std::filesystem::path& workspace_folder, const Attachment& attachment);

// Copies a file there. Fails with kNotFound, kEmptyFile, kOutOfRange (larger than 500 MB), kDiskFull,
// kPermissionDenied. Any thread.
Result<Attachment> keepAttachment(const std::filesystem::path& workspace_folder, const std::filesystem::path& file);

// Whether its bytes are those that were kept. Any thread.
bool isWhole(const std::filesystem::path& workspace_folder, const Attachment& attachment);

}  // namespace gis::journal
