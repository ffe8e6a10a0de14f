// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/store/database_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
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

  const int fd = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) {
    const int why = errno;
    return fail(why == EACCES || why == EPERM ? ErrorCode::kPermissionDenied : ErrorCode::kIoFailed, subject,
                std::strerror(why));
  }
  std::array<unsigned char, kHeaderBytes> header{};
  const ssize_t got = ::pread(fd, header.data(), header.size(), 0);
  const off_t size = ::lseek(fd, 0, SEEK_END);
  ::close(fd);
  if (got < 0 || size < 0) return fail(ErrorCode::kIoFailed, subject, std::strerror(errno));
  if (size == 0) return fail(ErrorCode::kEmptyFile, subject);

  const auto compare = std::min<std::size_t>(static_cast<std::size_t>(got), kMagic.size());
  if (std::memcmp(header.data(), kMagic.data(), compare) != 0)
    return fail(ErrorCode::kForeignFile, subject, "not an SQLite database");
  if (static_cast<std::size_t>(got) < kHeaderBytes)
    return fail(ErrorCode::kDamagedFile, subject, "the file ends inside its header");

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
