// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/demo/staging.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace gis::demo {
namespace {

namespace fs = std::filesystem;

constexpr const char* kDatabase = "workspace.gpkg";

std::unexpected<Error> refusal(const fs::path& path, const std::error_code& why) {
  const bool denied = why == std::errc::permission_denied || why == std::errc::read_only_file_system ||
                      why == std::errc::operation_not_permitted;
  const bool taken = why == std::errc::not_a_directory || why == std::errc::file_exists;
  return fail(denied                                  ? ErrorCode::kPermissionDenied
              : taken                                 ? ErrorCode::kAlreadyExists
              : why == std::errc::no_space_on_device  ? ErrorCode::kDiskFull
              : why == std::errc::filename_too_long   ? ErrorCode::kInvalidArgument
              : why == std::errc::directory_not_empty ? ErrorCode::kAlreadyExists
                                                      : ErrorCode::kIoFailed,
              path.string(), why.message());
}

// The outermost folder on the way to `folder` that is not there; empty when it exists.
fs::path outermostMissing(const fs::path& folder) {
  std::error_code ignored;
  fs::path missing;
  for (fs::path at = folder; !at.empty() && !fs::exists(at, ignored); at = at.parent_path()) {
    missing = at;
    if (at == at.parent_path()) break;
  }
  return missing;
}

Result<std::vector<fs::path>> entriesOf(const fs::path& folder) {
  std::error_code ec;
  std::vector<fs::path> entries;
  for (fs::directory_iterator it(folder, ec), end; !ec && it != end; it.increment(ec)) entries.push_back(it->path());
  if (ec) return refusal(folder, ec);
  return entries;
}

// Moves `from` to `to`; folders that exist on both sides are joined.
Result<void> move(const fs::path& from, const fs::path& to, bool replace) {
  std::error_code ec;
  if (fs::is_directory(from, ec) && fs::is_directory(to, ec)) {
    const auto entries = entriesOf(from);
    if (!entries) return std::unexpected(entries.error());
    for (const fs::path& entry : *entries)
      if (auto moved = move(entry, to / entry.filename(), replace); !moved) return moved;
    return {};
  }
  if (!replace && fs::exists(to, ec)) return fail(ErrorCode::kAlreadyExists, to.string());
  fs::rename(from, to, ec);
  if (ec) return refusal(to, ec);
  return {};
}

}  // namespace

Result<Staging> Staging::begin(const fs::path& given) {
  std::error_code ec;
  Staging staging;
  staging.m_folder = fs::absolute(given, ec).lexically_normal();
  if (!staging.m_folder.has_filename()) staging.m_folder = staging.m_folder.parent_path();
  const fs::path& folder = staging.m_folder;
  if (fs::exists(folder / kDatabase, ec)) return fail(ErrorCode::kAlreadyExists, (folder / kDatabase).string());
  staging.m_first_made = outermostMissing(folder);
  if (fs::create_directories(folder, ec); ec) return refusal(folder, ec);
  const fs::path making = folder / ".making";
  const bool existed = fs::exists(making, ec);
  if (!existed && fs::exists(folder / "rasters" / "dem.tif", ec))
    return fail(ErrorCode::kAlreadyExists, (folder / "rasters" / "dem.tif").string());
  if (fs::create_directory(making, ec); ec) return refusal(making, ec);
  staging.m_lock = ::open(making.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (staging.m_lock < 0) return refusal(making, {errno, std::generic_category()});
  if (::flock(staging.m_lock, LOCK_EX | LOCK_NB) != 0) {
    staging.m_first_made.clear();
    return fail(ErrorCode::kFileLocked, folder.string(), "another run is making a workspace here");
  }
  staging.m_making = making;
  if (existed) {
    staging.m_cleared_leftovers = true;
    const auto entries = entriesOf(making);
    if (!entries) return std::unexpected(entries.error());
    for (const fs::path& entry : *entries)
      if (fs::remove_all(entry, ec); ec) return refusal(entry, ec);
  }
  return staging;
}

Staging::Staging(Staging&& other) noexcept
    : m_folder(std::move(other.m_folder)),
      m_making(std::exchange(other.m_making, {})),
      m_first_made(std::exchange(other.m_first_made, {})),
      m_cleared_leftovers(other.m_cleared_leftovers),
      m_lock(std::exchange(other.m_lock, -1)) {}

Staging::~Staging() {
  std::error_code ignored;
  if (!m_making.empty()) fs::remove_all(m_making, ignored);
  if (m_lock >= 0) ::close(m_lock);
  if (m_first_made.empty()) return;
  // From the inside out, and only what is empty: somebody else may have put something there meanwhile.
  for (fs::path at = m_folder; fs::remove(at, ignored) && at != m_first_made;) at = at.parent_path();
}

Result<void> Staging::finish() {
  std::error_code ec;
  // A DEM without its database can only be what a run that was stopped right here has left.
  const auto entries = entriesOf(m_making);
  if (!entries) return std::unexpected(entries.error());
  for (const fs::path& entry : *entries) {
    if (entry.filename() == kDatabase) continue;
    if (auto moved = move(entry, m_folder / entry.filename(), m_cleared_leftovers); !moved) return moved;
  }
  if (auto moved = move(m_making / kDatabase, m_folder / kDatabase, false); !moved) return moved;
  fs::remove_all(m_making, ec);
  m_making.clear();
  m_first_made.clear();
  return {};
}

}  // namespace gis::demo
