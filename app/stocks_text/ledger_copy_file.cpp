// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/stocks_text/ledger_copy_file.h"

#include <fstream>
#include <iterator>

#include "app/print/pending_file.h"

namespace app {

namespace stocks = gis::stocks;

gis::Result<void> writeLedgerCopy(stocks::LedgerCopyStore& store, const std::filesystem::path& file,
                                  const std::string& seat) {
  const auto text = store.copySince(0, seat);
  if (!text) return std::unexpected(text.error());
  PendingFile out(file);
  if (auto begun = out.begin(); !begun) return begun;
  out.write(text->data(), static_cast<qint64>(text->size()));
  return out.commit();
}

gis::Result<stocks::LedgerMerge> mergeLedgerCopy(stocks::LedgerCopyStore& store, const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return gis::fail(gis::ErrorCode::kNotFound, file.string(), "cannot be read");
  auto merged = store.merge({std::istreambuf_iterator<char>(in), {}});
  if (!merged && merged.error().code == gis::ErrorCode::kDamagedFile) merged.error().subject = file.string();
  return merged;
}

}  // namespace app
