// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "app/print/pending_file.h"

namespace app {

// A PDF on its way to its file whose bytes depend on its pages alone: QPdfWriter notes when it was written, to the
// second and with the zone of the machine; here that is the moment of the data instead.
class DatedPdf final : public PendingFile {
 public:
  DatedPdf(std::filesystem::path name, std::int64_t created_utc_ms);
  ~DatedPdf() override;

 protected:
  qint64 writeData(const char* bytes, qint64 count) override;

 private:
  QByteArray m_created;  // "20260501080000+08'00'"
};

}  // namespace app
