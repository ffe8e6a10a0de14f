// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QIODevice>
#include <filesystem>

#include "gis/core/error.h"

namespace app {

// A file that gets its name when it is whole, and is removed otherwise. The first failure is kept with its reason:
// QSaveFile forgets that the disk was full.
class PendingFile : public QIODevice {
 public:
  explicit PendingFile(std::filesystem::path name) : m_name(std::move(name)) {}
  ~PendingFile() override;

  // Fails with kNotFound (no such folder), kInvalidArgument (the name is a folder's), kPermissionDenied, kDiskFull,
  // kIoFailed.
  gis::Result<void> begin();
  // What went wrong so far.
  gis::Result<void> state() const;
  gis::Result<void> commit();
  std::string name() const { return m_name.string(); }

  bool seek(qint64 at_byte) override;
  qint64 size() const override;

 protected:
  qint64 readData(char*, qint64) override { return -1; }
  qint64 writeData(const char* bytes, qint64 count) override;

 private:
  std::filesystem::path m_name, m_partial;
  int m_file = -1;
  int m_reason = 0;  // errno of the first failure
};

}  // namespace app
