// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/network_folder.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>

namespace gis {

namespace {

constexpr std::array<std::string_view, 20> kNetwork = {
    "nfs", "nfs4", "cifs",   "smb3", "smbfs", "ncpfs", "afs",      "afpfs",  "9p",     "ceph",
    "ncp", "coda", "lustre", "gpfs", "gfs2",  "ocfs2", "orangefs", "beegfs", "vboxsf", "prl_fs"};
// FUSE names what is behind it: these lie on this computer.
constexpr std::array<std::string_view, 12> kLocalFuse = {
    "fuse.ntfs-3g",   "fuse.exfat", "fuse.exfat-fuse", "fuse.fuse-overlayfs", "fuse.lxcfs",  "fuse.encfs",
    "fuse.gocryptfs", "fuse.cryfs", "fuse.mergerfs",   "fuse.unionfs-fuse",   "fuse.portal", "fuse.ext2"};

bool isNetwork(std::string_view kind) {
  if (std::ranges::find(kNetwork, kind) != kNetwork.end()) return true;
  return kind.starts_with("fuse.") && std::ranges::find(kLocalFuse, kind) == kLocalFuse.end();
}

// "/media/my\040stick" -> "/media/my stick": how the table writes spaces, tabs, line ends and backslashes.
std::string unescaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto octal = [&](std::size_t k) { return k < text.size() && text[k] >= '0' && text[k] <= '7'; };
    if (text[i] == '\\' && octal(i + 1) && octal(i + 2) && octal(i + 3)) {
      out += static_cast<char>((text[i + 1] - '0') * 64 + (text[i + 2] - '0') * 8 + (text[i + 3] - '0'));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool lies(const std::string& path, const std::string& under) {
  return under == "/" || path == under || (path.starts_with(under) && path[under.size()] == '/');
}

}  // namespace

std::optional<std::string> networkFileSystem(const std::filesystem::path& path, std::string_view mountinfo) {
  const std::string wanted = path.lexically_normal().string();
  std::string kind_of_best;
  std::size_t longest = 0;
  std::istringstream lines{std::string(mountinfo)};
  // "36 35 98:0 /root /mount/point options optional... - kind source options": the later of two on one point is on top.
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string word, point;
    for (int i = 0; i < 4 && (words >> word); ++i) {
    }
    if (!(words >> point)) continue;
    while ((words >> word) && word != "-") {
    }
    std::string kind;
    if (word != "-" || !(words >> kind)) continue;
    point = unescaped(point);
    if (!lies(wanted, point) || point.size() < longest) continue;
    longest = point.size();
    kind_of_best = kind;
  }
  return isNetwork(kind_of_best) ? std::optional(kind_of_best) : std::nullopt;
}

std::optional<std::string> networkFileSystemOf(const std::filesystem::path& path) {
  const char* other = std::getenv("FENGSUI_MOUNTINFO");
  std::ifstream in(other != nullptr ? other : "/proc/self/mountinfo");
  const std::string table{std::istreambuf_iterator<char>(in), {}};
  std::error_code failed;
  auto real = std::filesystem::weakly_canonical(path, failed);
  if (failed) real = std::filesystem::absolute(path, failed);
  return networkFileSystem(real, table);
}

bool isNetworkAddress(std::string_view path) {
  if (path.starts_with("\\\\")) return true;
  const std::size_t colon = path.find("://");
  if (colon == std::string_view::npos || colon < 2) return false;
  std::string scheme(path.substr(0, colon));
  std::ranges::transform(scheme, scheme.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  constexpr std::array<std::string_view, 9> kSchemes = {"smb", "cifs", "nfs",  "afp", "sftp",
                                                        "ssh", "dav",  "davs", "ftp"};
  return std::ranges::find(kSchemes, scheme) != kSchemes.end();
}

}  // namespace gis
