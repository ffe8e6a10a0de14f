// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/database_file.h"

#include <sqlite3.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string_view>

namespace gis {
namespace {

constexpr std::string_view kMagic{"SQLite format 3\0", 16};
constexpr std::size_t kHeaderBytes = 100;

std::uint32_t bigEndian(std::span<const unsigned char> bytes) {
  std::uint32_t value = 0;
  for (const unsigned char byte : bytes) value = value << 8 | byte;
  return value;
}

bool nonEmpty(const std::filesystem::path& file) {
  std::error_code ignored;
  const auto size = std::filesystem::file_size(file, ignored);
  return !ignored && size > 0;
}

struct DatabaseHeader {
  std::array<unsigned char, kHeaderBytes> bytes{};
  std::size_t got = 0;
  std::int64_t size = 0;
};

struct CloseFile {
  void operator()(sqlite3_file* file) const {
    if (file->pMethods) file->pMethods->xClose(file);
    std::free(file);
  }
};

// Reads through SQLite's own file layer. A descriptor of ours must not be used: closing it would take away the locks
// that this process's connections hold on the file (POSIX fcntl locks belong to the process), another program would
// believe itself alone, remove the -wal, and what is written here afterwards would be lost. SQLite's layer keeps such
// a descriptor until the last lock is gone (sqlite.org/howtocorrupt.html, section 2.2).
Result<DatabaseHeader> readHeader(const std::string& file) {
  sqlite3_initialize();
  sqlite3_vfs* vfs = sqlite3_vfs_find(nullptr);
  if (!vfs) return fail(ErrorCode::kIoFailed, file, "no file layer");
  // Zeros behind the name end its list of URI parameters.
  const std::string name = file + std::string(4, '\0');
  const std::unique_ptr<sqlite3_file, CloseFile> opened(
      static_cast<sqlite3_file*>(std::calloc(1, static_cast<std::size_t>(vfs->szOsFile))));
  if (!opened) return fail(ErrorCode::kIoFailed, file, "no memory");
  int flags = 0;
  errno = 0;
  if (vfs->xOpen(vfs, name.c_str(), opened.get(), SQLITE_OPEN_READONLY | SQLITE_OPEN_MAIN_DB, &flags) != SQLITE_OK) {
    const bool denied = ::access(file.c_str(), R_OK) != 0 && (errno == EACCES || errno == EPERM);
    return fail(denied ? ErrorCode::kPermissionDenied : ErrorCode::kIoFailed, file, std::strerror(errno));
  }
  DatabaseHeader header;
  // Not its xFileSize, to which a file of one byte is empty.
  std::error_code ec;
  const std::uintmax_t size = std::filesystem::file_size(file, ec);
  if (ec) return fail(ErrorCode::kIoFailed, file, ec.message());
  header.size = static_cast<std::int64_t>(size);
  header.got = static_cast<std::size_t>(std::min<std::uintmax_t>(size, kHeaderBytes));
  // A short read fills the rest with zeros and is no error here.
  const int read = opened->pMethods->xRead(opened.get(), header.bytes.data(), static_cast<int>(header.bytes.size()), 0);
  if (read != SQLITE_OK && read != SQLITE_IOERR_SHORT_READ) return fail(ErrorCode::kIoFailed, file, "no header");
  return header;
}

}  // namespace

Result<DatabaseFileFacts> inspectDatabaseFile(const std::filesystem::path& file) {
  const std::string subject = file.string();
  std::error_code ec;
  const auto status = std::filesystem::status(file, ec);
  if (status.type() == std::filesystem::file_type::not_found) return fail(ErrorCode::kNotFound, subject);
  if (ec == std::errc::too_many_symbolic_link_levels)
    return fail(ErrorCode::kNotFound, subject, "a link that leads back to itself");
  if (ec) {
    const bool denied = ec == std::errc::permission_denied;
    return fail(denied ? ErrorCode::kPermissionDenied : ErrorCode::kIoFailed, subject, ec.message());
  }
  if (!std::filesystem::is_regular_file(status)) return fail(ErrorCode::kForeignFile, subject, "not a regular file");

  auto read = readHeader(std::filesystem::absolute(file).string());
  if (!read) return std::unexpected(read.error());
  const auto& [header, got, size] = *read;
  if (size == 0) return fail(ErrorCode::kEmptyFile, subject);

  const auto compare = std::min<std::size_t>(got, kMagic.size());
  if (std::memcmp(header.data(), kMagic.data(), compare) != 0)
    return fail(ErrorCode::kForeignFile, subject, "not an SQLite database");
  if (got < kHeaderBytes) return fail(ErrorCode::kDamagedFile, subject, "the file ends inside its header");

  const std::span<const unsigned char> h(header);
  DatabaseFileFacts facts;
  facts.wal_mode = h[18] == 2;
  facts.has_wal = nonEmpty(subject + "-wal");
  facts.folder_writable = ::access(std::filesystem::absolute(file).parent_path().c_str(), W_OK) == 0;
  // The page count is trustworthy when the change counter equals the version-valid-for number; with a journal or WAL
  // beside the file SQLite repairs it first.
  const std::uint32_t raw_page = bigEndian(h.subspan(16, 2));
  const std::uint64_t page_bytes = raw_page == 1 ? 65536 : raw_page;
  const bool counted = bigEndian(h.subspan(24, 4)) == bigEndian(h.subspan(92, 4));
  const std::uint64_t expected = page_bytes * bigEndian(h.subspan(28, 4));
  if (counted && !facts.has_wal && !nonEmpty(subject + "-journal") && static_cast<std::uint64_t>(size) < expected)
    return fail(ErrorCode::kDamagedFile, subject,
                "cut off: " + std::to_string(size) + " of " + std::to_string(expected) + " bytes");
  return facts;
}

std::string immutableUri(const std::filesystem::path& file) {
  static constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string uri = "file:";
  for (const char c : std::filesystem::absolute(file).string()) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '/' ||
                       c == '.' || c == '-' || c == '_';
    if (plain)
      uri += c;
    else
      uri.append({'%', kHex[byte >> 4], kHex[byte & 15]});
  }
  return uri + "?mode=ro&immutable=1";
}

}  // namespace gis
