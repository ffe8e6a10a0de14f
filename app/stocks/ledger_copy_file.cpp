// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks/ledger_copy_file.h"

#include <fstream>
#include <iterator>

#include "app/print/pending_file.h"
#include "app/stocks/stocks_job.h"

namespace app {

namespace stocks = gis::stocks;

gis::Result<void> writeLedgerCopy(const std::filesystem::path& folder, const std::filesystem::path& file,
                                  const std::string& seat) {
  const auto text = withStocks<std::string>(folder, gis::OpenMode::kRead, [&](const OpenStocks& open) {
    return stocks::LedgerCopyStore(open.db, open.clock, open.uuids).copySince(0, seat);
  });
  if (!text) return std::unexpected(text.error());
  PendingFile out(file);
  if (auto begun = out.begin(); !begun) return begun;
  out.write(text->data(), static_cast<qint64>(text->size()));
  return out.commit();
}

gis::Result<stocks::LedgerMerge> mergeLedgerCopy(const std::filesystem::path& folder,
                                                 const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string(), "cannot be read");
  const std::string text{std::istreambuf_iterator<char>(in), {}};
  auto merged = withStocks<stocks::LedgerMerge>(folder, gis::OpenMode::kReadWrite, [&](const OpenStocks& open) {
    return stocks::LedgerCopyStore(open.db, open.clock, open.uuids).merge(text);
  });
  if (!merged && merged.error().code == gis::ErrorCode::kDamagedFile) merged.error().subject = file.string();
  return merged;
}

}  // namespace app
