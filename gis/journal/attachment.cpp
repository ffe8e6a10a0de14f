// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/journal/attachment.h"

#include <algorithm>
#include <cctype>

#include "gis/picture/picture_file.h"

namespace gis::journal {
namespace {

constexpr std::size_t kLongestEnding = 8;

std::filesystem::path folderOf(const std::filesystem::path& workspace_folder) {
  return workspace_folder / "attachments";
}

Picture asPicture(const Attachment& attachment) { return {attachment.sha256, attachment.kind, attachment.bytes}; }

// "PDF" -> "pdf"; what is no plain ending becomes "bin", so that a name cannot lead out of the folder.
std::string endingOf(const std::filesystem::path& file) {
  std::string ending = file.extension().string();
  if (ending.size() < 2 || ending.size() > kLongestEnding + 1) return "bin";
  ending.erase(0, 1);
  for (char& c : ending) {
    if (std::isalnum(static_cast<unsigned char>(c)) == 0) return "bin";
    c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return ending;
}

}  // namespace

std::filesystem::path attachmentFile(const std::filesystem::path& workspace_folder, const Attachment& attachment) {
  return pictureFile(folderOf(workspace_folder), asPicture(attachment));
}

Result<Attachment> keepAttachment(const std::filesystem::path& workspace_folder, const std::filesystem::path& file) {
  const auto bytes = readPicture(file);
  if (!bytes) return std::unexpected(bytes.error());
  Attachment kept{sha256Of(*bytes), endingOf(file), file.filename().string(), static_cast<std::int64_t>(bytes->size())};
  if (auto done = writePicture(folderOf(workspace_folder), asPicture(kept), *bytes); !done)
    return std::unexpected(done.error());
  return kept;
}

bool isWhole(const std::filesystem::path& workspace_folder, const Attachment& attachment) {
  return gis::isWhole(folderOf(workspace_folder), asPicture(attachment));
}

}  // namespace gis::journal
