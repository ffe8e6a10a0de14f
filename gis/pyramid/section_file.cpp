// SPDX-License-Identifier: GPL-3.0-or-later
#include "gis/pyramid/section_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <string>

#include "gis/core/digest.h"

namespace gis {

namespace {

constexpr std::uint64_t kMagic = 0x3150414d49534746ULL;  // "FGSIMAP1" on a little-endian machine, else something else
constexpr std::uint64_t kAlignment = 64;

struct Header {
  std::uint64_t magic = kMagic;
  std::uint64_t sections = 0;
  std::uint64_t file_bytes = 0;
  std::uint64_t digest = 0;  // of the table and of every section in turn
};

struct Entry {
  SectionName name;
  std::uint64_t offset = 0, bytes = 0;
};

std::uint64_t aligned(std::uint64_t at) { return (at + kAlignment - 1) / kAlignment * kAlignment; }

ErrorCode codeOf(int number) {
  switch (number) {
    case ENOENT:
    case ENOTDIR:
      return ErrorCode::kNotFound;
    case EACCES:
    case EPERM:
    case EROFS:
      return ErrorCode::kPermissionDenied;
    case ENOSPC:
    case EDQUOT:
      return ErrorCode::kDiskFull;
    default:
      return ErrorCode::kIoFailed;
  }
}

std::unexpected<Error> failed(const std::filesystem::path& file, int number) {
  return fail(codeOf(number), file.string(), std::strerror(number));
}

bool writeAll(int descriptor, const void* data, std::size_t bytes) {
  const char* from = static_cast<const char*>(data);
  while (bytes > 0) {
    const ssize_t done = ::write(descriptor, from, bytes);
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) return false;
    from += done, bytes -= static_cast<std::size_t>(done);
  }
  return true;
}

constexpr const char* kDraftEnding = ".making";

// Drafts of the same file that a program left when it was killed. One that is being written is younger.
void removeAbandonedDrafts(const std::filesystem::path& file) {
  constexpr auto kAbandonedAfter = std::chrono::hours(1);
  std::error_code ignored;
  const std::string beginning = file.filename().string() + ".";
  for (const auto& entry : std::filesystem::directory_iterator(file.parent_path(), ignored)) {
    const std::string name = entry.path().filename().string();
    if (!name.starts_with(beginning) || !name.ends_with(kDraftEnding)) continue;
    std::error_code unknown;
    const auto written = entry.last_write_time(unknown);
    if (!unknown && std::filesystem::file_time_type::clock::now() - written > kAbandonedAfter)
      std::filesystem::remove(entry.path(), ignored);
  }
}

// A file that is not there unless it is whole.
class Draft {
 public:
  explicit Draft(const std::filesystem::path& file)
      : m_target(file), m_name(file.string() + "." + std::to_string(::getpid()) + kDraftEnding) {
    removeAbandonedDrafts(file);
    m_descriptor = ::open(m_name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;
  ~Draft() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    if (!m_name.empty()) ::unlink(m_name.c_str());
  }
  int descriptor() const { return m_descriptor; }
  bool keep() {
    if (::fsync(m_descriptor) != 0 || ::rename(m_name.c_str(), m_target.c_str()) != 0) return false;
    m_name.clear();
    return true;
  }

 private:
  std::filesystem::path m_target;
  std::string m_name;
  int m_descriptor = -1;
};

}  // namespace

Result<void> SectionWriter::write(const std::filesystem::path& file) const {
  std::vector<Entry> table;
  std::uint64_t at = aligned(sizeof(Header) + m_sections.size() * sizeof(Entry));
  for (const auto& [name, bytes] : m_sections) {
    table.push_back({name, at, bytes.size()});
    at = aligned(at + bytes.size());
  }
  Digest digest;
  digest.add(std::as_bytes(std::span(table)));
  for (const auto& [name, bytes] : m_sections) digest.add(bytes);
  const Header header{kMagic, m_sections.size(), at, digest.value()};

  Draft draft(file);
  if (draft.descriptor() < 0) return failed(file, errno);
  static constexpr std::array<char, kAlignment> kNothing{};
  bool good = writeAll(draft.descriptor(), &header, sizeof(header)) &&
              writeAll(draft.descriptor(), table.data(), table.size() * sizeof(Entry));
  std::uint64_t written = sizeof(header) + table.size() * sizeof(Entry);
  for (std::size_t i = 0; good && i < table.size(); ++i) {
    good = writeAll(draft.descriptor(), kNothing.data(), table[i].offset - written) &&
           writeAll(draft.descriptor(), m_sections[i].second.data(), m_sections[i].second.size());
    written = table[i].offset + table[i].bytes;
  }
  good = good && writeAll(draft.descriptor(), kNothing.data(), at - written) && draft.keep();
  if (!good) return failed(file, errno);
  return {};
}

Result<SectionFile> SectionFile::open(const std::filesystem::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return failed(file, errno);
  struct ::stat facts {};
  const bool known = ::fstat(descriptor, &facts) == 0;
  const auto size = static_cast<std::uint64_t>(facts.st_size);
  const auto damaged = [&](const char* why) { return fail(ErrorCode::kDamagedFile, file.string(), why); };
  if (!known || !S_ISREG(facts.st_mode) || size < sizeof(Header)) {
    ::close(descriptor);
    return damaged("too short");
  }
  void* data = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
  const int number = errno;
  ::close(descriptor);
  if (data == MAP_FAILED) return failed(file, number);
  SectionFile result;
  result.m_mapping = std::shared_ptr<const void>(data, [size, data](const void*) { ::munmap(data, size); });
  const std::span<const std::byte> all(static_cast<const std::byte*>(data), size);

  Header header;
  std::memcpy(&header, all.data(), sizeof(header));
  if (header.magic != kMagic) return damaged("another kind of file, version or byte order");
  if (header.file_bytes != size) return damaged("cut off");
  if (header.sections > (size - sizeof(Header)) / sizeof(Entry)) return damaged("table");
  std::vector<Entry> table(header.sections);
  const auto table_bytes = all.subspan(sizeof(Header), header.sections * sizeof(Entry));
  if (!table.empty()) std::memcpy(table.data(), table_bytes.data(), table_bytes.size());
  Digest digest;
  digest.add(table_bytes);
  for (const Entry& entry : table) {
    if (entry.offset % kAlignment != 0 || entry.offset > size || entry.bytes > size - entry.offset)
      return damaged("table");
    const auto bytes = all.subspan(entry.offset, entry.bytes);
    digest.add(bytes);
    result.m_sections.emplace(entry.name, bytes);
  }
  if (digest.value() != header.digest) return damaged("altered");
  return result;
}

}  // namespace gis
