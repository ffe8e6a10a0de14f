// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>

#include "gis/core/error.h"

namespace gis::demo {

// Where a workspace is made before it is one: the folder ".making" inside its own folder. What is there moves out at
// the end, the database last, so that a program or a computer that stops half-way never leaves something that looks
// like a workspace. Another run clears what a stopped one left. One thread.
class Staging {
 public:
  // Makes `folder` if needed. Fails with kAlreadyExists (a workspace or a DEM is there, or a file of that name),
  // kFileLocked (another run is at work in it), kPermissionDenied, kDiskFull.
  static Result<Staging> begin(const std::filesystem::path& folder);
  Staging(Staging&&) noexcept;
  Staging& operator=(Staging&&) = delete;
  // Removes what was made, and the folder if it is ours, unless finish() was called.
  ~Staging();

  const std::filesystem::path& path() const { return m_making; }
  bool clearedLeftovers() const { return m_cleared_leftovers; }
  // Moves everything to its place. All files must be closed. Fails with kAlreadyExists, kIoFailed.
  Result<void> finish();

 private:
  Staging() = default;
  std::filesystem::path m_folder;
  std::filesystem::path m_making;
  std::filesystem::path m_first_made;  // the outermost folder that was not there before; empty if all were
  bool m_cleared_leftovers = false;
  int m_lock = -1;  // on m_making, for as long as this lives
};

}  // namespace gis::demo
