// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/print/pending_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace app {

PendingFile::~PendingFile() {
  if (m_file >= 0) ::close(m_file);
  std::error_code ignored;
  if (!m_partial.empty()) std::filesystem::remove(m_partial, ignored);
}

gis::Result<void> PendingFile::begin() {
  std::error_code ignored;
  if (std::filesystem::is_directory(m_name, ignored))
    return gis::fail(gis::ErrorCode::kInvalidArgument, name(), "a folder, not a file");
  const std::filesystem::path folder = m_name.has_parent_path() ? m_name.parent_path() : ".";
  if (!std::filesystem::is_directory(folder, ignored)) return gis::fail(gis::ErrorCode::kNotFound, folder.string());
  std::filesystem::path partial =
      folder / ("." + m_name.filename().string() + "." + std::to_string(::getpid()) + ".part");
  constexpr mode_t kReadableByAll = 0666;  // less what umask takes
  m_file = ::open(partial.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, kReadableByAll);
  if (m_file < 0) {
    m_reason = errno;
    return state();
  }
  m_partial = std::move(partial);
  QIODevice::open(QIODevice::WriteOnly | QIODevice::Unbuffered);
  return {};
}

gis::Result<void> PendingFile::state() const {
  switch (m_reason) {
    case 0:
      return {};
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
      return gis::fail(gis::ErrorCode::kDiskFull, name(), std::strerror(m_reason));
    case EACCES:
    case EPERM:
    case EROFS:
      return gis::fail(gis::ErrorCode::kPermissionDenied, name(), std::strerror(m_reason));
    default:
      return gis::fail(gis::ErrorCode::kIoFailed, name(), std::strerror(m_reason));
  }
}

gis::Result<void> PendingFile::commit() {
  QIODevice::close();
  if (m_reason == 0 && ::fsync(m_file) != 0) m_reason = errno;
  if (m_reason == 0 && ::close(std::exchange(m_file, -1)) != 0) m_reason = errno;
  if (m_reason == 0 && ::rename(m_partial.c_str(), m_name.c_str()) != 0) m_reason = errno;
  if (m_reason == 0) m_partial.clear();
  return state();
}

bool PendingFile::seek(qint64 at_byte) {
  if (m_reason == 0 && ::lseek(m_file, at_byte, SEEK_SET) < 0) m_reason = errno;
  return m_reason == 0 && QIODevice::seek(at_byte);
}

qint64 PendingFile::size() const {
  struct stat facts {};
  return m_file >= 0 && ::fstat(m_file, &facts) == 0 ? facts.st_size : 0;
}

qint64 PendingFile::writeData(const char* bytes, qint64 count) {
  qint64 done = 0;
  while (done < count && m_reason == 0) {
    const ssize_t wrote = ::write(m_file, bytes + done, static_cast<std::size_t>(count - done));
    if (wrote >= 0)
      done += wrote;
    else if (errno != EINTR)
      m_reason = errno;
  }
  return m_reason == 0 ? done : -1;
}

}  // namespace app
