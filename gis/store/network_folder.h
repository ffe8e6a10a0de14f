// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace gis {

// Whether a folder lies on another computer. SQLite's write-ahead log is shared memory, which two computers do not
// share: two people who edit one file in a network folder damage it (sqlite.org/wal.html, "all processes using a
// database must be on the same host computer"). Such a workspace is opened for looking only; work goes by change
// packages.

// How the detail of an error begins whose cause is a network folder; the kind of file system follows.
inline constexpr std::string_view kNetworkFolder = "network folder";

// The kind of network file system ("nfs4", "cifs", "fuse.sshfs", "9p" ...) on which `path` lies, from the text of
// /proc/self/mountinfo (Linux proc(5)); nothing for disks, sticks (also through FUSE: ntfs-3g, exFAT) and containers.
// `path` is absolute and free of links. Pure.
std::optional<std::string> networkFileSystem(const std::filesystem::path& path, std::string_view mountinfo);

// The same for this computer, links followed. The environment's FENGSUI_MOUNTINFO names another table of mounts, for
// tests. Any thread; reads one small file.
std::optional<std::string> networkFileSystemOf(const std::filesystem::path& path);

// "\\server\share", "smb://server/share", "afp://", "nfs://" ...: an address that is no path of this system. Pure.
bool isNetworkAddress(std::string_view path);

}  // namespace gis
